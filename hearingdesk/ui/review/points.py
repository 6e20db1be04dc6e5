"""The open points as the lines of a list."""

from collections.abc import Collection, Sequence
from itertools import groupby

from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.open_points import OpenPoint, everybody, open_points, to_code_again, to_settle
from hearingdesk.domain.values import Coding
from hearingdesk.ui.drafts import draft_key
from hearingdesk.ui.kit.lines import Line
from hearingdesk.ui.kit.look import Tone


def points_of(coding: Coding, hearing: Hearing) -> list[OpenPoint]:
    """What there is to do in this pass; in the first, everybody else can be looked at as well."""
    match coding:
        case Coding.SECOND:
            return to_code_again(hearing)
        case Coding.AGREED:
            return to_settle(hearing)
        case _:
            return [*open_points(hearing), *everybody(hearing)]


def lines(points: Sequence[OpenPoint], drafts: Collection[str]) -> list[Line]:
    """Under a heading for each kind; ``typed`` beside those whose summary is a draft only."""
    listed: list[Line] = []
    for kind, group in groupby(points, key=lambda point: point.kind):
        of_kind = list(group)
        listed.append(Line(("heading", kind.value), f"{kind.heading} ({len(of_kind)})", heading=True))
        listed += [_line(point, typed=bool(point.slip) and draft_key(point.slip) in drafts) for point in of_kind]
    return listed


def _line(point: OpenPoint, *, typed: bool) -> Line:
    aside, tone = ("typed", Tone.WARN) if typed else ("", Tone.PLAIN)
    return Line(point.key, point.name, point.why, str(point.slip or ""), aside, tone)
