"""What is still to be looked at once the meeting is over, point by point (C-07)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from hearingdesk.domain.agreement import coded_twice, first_coding, heard_public
from hearingdesk.domain.hearing import Hearing, Registration
from hearingdesk.domain.values import Coding, MinutesLevel, Position

FEW_WORDS = 5
"""A summary of fewer words than this tells a reader little."""


class PointKind(StrEnum):
    """Why something is listed; the order is that of the list."""

    NAME = "name"
    UNCODED = "uncoded"
    NO_SUMMARY = "no_summary"
    LOW_DETAIL = "low_detail"
    UNDEFINED = "undefined"
    POSITION = "position"
    SECOND = "second"
    UNSETTLED = "unsettled"
    EVERYBODY = "everybody"

    @property
    def heading(self) -> str:
        return _HEADINGS[self]


_HEADINGS = {
    PointKind.NAME: "Names to check",
    PointKind.UNCODED: "Not coded",
    PointKind.NO_SUMMARY: "No summary",
    PointKind.LOW_DETAIL: "Little detail",
    PointKind.UNDEFINED: "Concerns that need a definition",
    PointKind.POSITION: "Stated otherwise than on the slip",
    PointKind.SECOND: "For the second coder",
    PointKind.UNSETTLED: "Coded differently",
    PointKind.EVERYBODY: "Everybody heard",
}


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One thing to look at: of a ``slip``, or of the concern ``code``; ``name`` and ``why`` say it in words."""

    kind: PointKind
    name: str
    why: str
    slip: int = 0
    code: str = ""

    @property
    def key(self) -> tuple[str, int, str]:
        return self.kind.value, self.slip, self.code


def open_points(hearing: Hearing) -> list[OpenPoint]:
    """What the first coder still has to look at, kind by kind, in each by slip."""
    people = heard_public(hearing)
    found = [*_names(hearing), *(point for one in people for point in _of(one, hearing)), *_undefined(hearing)]
    return sorted(found, key=lambda point: list(PointKind).index(point.kind))


def _names(hearing: Hearing) -> Iterator[OpenPoint]:
    for slip, registration in sorted(hearing.registrations.items()):
        if registration.sign_up.name_uncertain:
            yield OpenPoint(PointKind.NAME, registration.name, "The spelling is uncertain.", slip)


def _of(one: Registration, hearing: Hearing) -> Iterator[OpenPoint]:
    if not one.marks:
        yield OpenPoint(
            PointKind.UNCODED, one.name, "Heard, and no concern is marked, nor that there was none.", one.slip
        )
    words = len(one.summary.split())
    if hearing.profile.minutes_level is MinutesLevel.SUMMARY and not words:
        yield OpenPoint(PointKind.NO_SUMMARY, one.name, "The minutes say only that they spoke.", one.slip)
    if 0 < words < FEW_WORDS:
        yield OpenPoint(PointKind.LOW_DETAIL, one.name, f"“{one.summary}”", one.slip)
    slip, stated = one.sign_up.position, one.stated
    if stated is not None and Position.NOT_STATED not in (slip, stated) and slip is not stated:
        why = f"{slip.word} on the slip, {stated.word.lower()} as stated."
        yield OpenPoint(PointKind.POSITION, one.name, why, one.slip)


def _undefined(hearing: Hearing) -> Iterator[OpenPoint]:
    for concern in hearing.concerns:
        if not concern.definition:
            raised = sum(item.tally.people(concern.code) for item in hearing.items.values())
            why = f"Raised by {raised}; what belongs under it is not said."
            yield OpenPoint(PointKind.UNDEFINED, concern.label, why, code=concern.code)


def everybody(hearing: Hearing) -> list[OpenPoint]:
    """All of the public who were heard, for whoever looks for one of them."""
    kind = PointKind.EVERYBODY
    return [OpenPoint(kind, one.name, one.summary or "No summary.", one.slip) for one in heard_public(hearing)]


def to_code_again(hearing: Hearing) -> list[OpenPoint]:
    """Whom the second coder has not coded yet; nothing here tells what the first coder found."""
    return [
        OpenPoint(PointKind.SECOND, one.name, one.summary or "No summary.", one.slip)
        for one in heard_public(hearing)
        if not {Coding.SECOND, Coding.AGREED} & set(one.codings)
    ]


def to_settle(hearing: Hearing) -> list[OpenPoint]:
    """Whom the two coders coded differently, and have not settled on yet."""
    return [
        OpenPoint(PointKind.UNSETTLED, one.name, one.summary or "No summary.", one.slip)
        for one in coded_twice(hearing)
        if Coding.AGREED not in one.codings and set(first_coding(one)) != set(one.codings[Coding.SECOND])
    ]
