"""What was heard, where the chair has had it put on the wall (C-10): between speakers, never beside a running clock."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from hearingdesk.domain.face import Scene, TallyFace
from hearingdesk.ui.display.page import ASCENT, Page, Row, Span, depth, rows_of, set_row, set_rows, wrapped
from hearingdesk.ui.display.people import caption
from hearingdesk.ui.display.picture import Ink, Piece, Role, Weight
from hearingdesk.ui.display.plain import plain
from hearingdesk.ui.display.said import Board
from hearingdesk.ui.display.words import Phrase, Wording

TALLIED = (Scene.BETWEEN, Scene.PAUSED, Scene.CLOSED, Scene.RECESS)
"""While somebody speaks the clock has the screen, and no count moves before a speaker's eyes."""

_HEADLINE, _GAP, _ASIDE = 0.052, 0.02, 0.06


class _Foot(Enum):
    """What the counts are not: in full, in short, and in short in one language."""

    FULL = "full"
    SHORT = "short"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to give the room away."""

    columns: int
    unraised: bool
    foot: _Foot


_WAYS = [_Way(columns, unraised, foot) for unraised in (True, False) for foot in _Foot for columns in (1, 2)]


def tally(told: TallyFace, above: Board, page: Page, wording: Wording) -> list[Piece]:
    """The scene's own words in short, the counts in the codebook's order, and in the same size what they are not."""
    head, page = _head(above, page)
    title = [caption(page, wording.say("tally"), page.area.width)]
    pieces = [*head, *set_rows(page, Role.CAPTION, title, page.area.x, page.area.y)]
    free = page.below(page.area.y + depth(title) + page.tall(0.004))
    made = next((made for way in _WAYS if (made := _set(told, free, wording, way)) is not None), None)
    return [*pieces, *(made if made is not None else _cut(told, free, wording))]


def _head(above: Board, page: Page) -> tuple[list[Piece], Page]:
    """Who is next, or why nobody speaks."""
    area, big = page.area, Span("", page.type(_HEADLINE, Weight.BOLD), Ink.TEXT)
    words = [caption(page, above.caption, area.width)] if above.caption else []
    rows: list[Row] = [(replace(big, text=page.ruler.elided(above.headline, big.type, area.width)),)]
    rows += [row for phrase in above.details for row in _until(page, phrase)]
    pieces: list[Piece] = [*set_rows(page, Role.CAPTION, words, area.x, area.y)]
    pieces += set_rows(page, Role.HEADLINE, rows, area.x, area.y + depth(words))
    return pieces, page.below(area.y + depth(words) + depth(rows) + page.tall(_GAP))


_Line = tuple[str, str]
"""A label, and how many speakers raised it."""


def _until(page: Page, phrase: Phrase) -> list[Row]:
    """Until when nobody speaks: in every language on one line, else in the first."""
    first, rest = Span("", page.line(), Ink.TEXT), Span("", page.line(), Ink.DIM)
    rows = rows_of(page, phrase, first, rest, page.area.width)
    return rows if len(rows) < 2 else wrapped(page, phrase[0], first, page.area.width)


def _set(told: TallyFace, page: Page, wording: Wording, way: _Way, most: int | None = None) -> list[Piece] | None:
    """None where it has no room this way. ``most`` cuts the list, and says how many more there are."""
    foot = _foot(told, page, wording, way.foot)
    lines = _lines(told, wording, way, most)
    wide = (page.area.width - (way.columns - 1) * page.tall(_ASIDE)) / way.columns
    indent = max((page.ruler.width(number, page.line(Weight.BOLD)) for _, number in lines), default=0.0)
    indent += page.tall(0.03)
    entries = [wrapped(page, label, Span("", page.line(), Ink.TEXT), wide - indent) for label, _ in lines]
    bottom = page.area.bottom - depth(foot) - page.tall(_GAP)
    each = -(-len(entries) // way.columns) if entries else 1
    pieces: list[Piece] = []
    for at in range(0, len(entries), each):
        column = list(zip(entries[at : at + each], (number for _, number in lines[at : at + each]), strict=True))
        if sum(depth(rows) for rows, _ in column) > bottom - page.area.y:
            return None
        x = page.area.x + (at // each) * (wide + page.tall(_ASIDE))
        pieces += _column(page, column, x, indent)
    return [*pieces, *set_rows(page, Role.DETAIL, foot, page.area.x, page.area.bottom - depth(foot))]


def _lines(told: TallyFace, wording: Wording, way: _Way, most: int | None) -> list[_Line]:
    lines = [(plain(label), str(number)) for label, number in told.raised if number or way.unraised]
    if most is None or most >= len(lines):
        return lines
    return [*lines[:most], (wording.count("more", len(lines) - most)[0], "")]


def _cut(told: TallyFace, page: Page, wording: Wording) -> list[Piece]:
    """As many as there is room for, in the codebook's order."""
    way = _Way(2, unraised=False, foot=_Foot.ONE)
    ways = (_set(told, page, wording, way, most) for most in range(len(told.raised), -1, -1))
    return next((made for made in ways if made is not None), [])


def _column(page: Page, entries: Sequence[tuple[list[Row], str]], x: float, indent: float) -> list[Piece]:
    pieces: list[Piece] = []
    top = page.area.y
    for rows, number in entries:
        count = Span(number, page.line(Weight.BOLD), Ink.TEXT)
        end = x + indent - page.tall(0.03) - page.measure((count,))
        pieces += set_row(page, Role.COUNT, (count,), end, top + ASCENT * count.type.size)
        pieces += set_rows(page, Role.NEXT, rows, x + indent, top)
        top += depth(rows)
    return pieces


def _foot(told: TallyFace, page: Page, wording: Wording, foot: _Foot) -> list[Row]:
    """Out of how many (C-03), and what it is not (C-02, C-10), as big as the labels."""
    look = Span("", page.line(), Ink.DIM)
    words = wording.say("not_a_vote_long" if foot is _Foot.FULL else "not_a_vote")
    noted = wording.each(lambda lang: f"{lang.count('noted', told.coded)} · {lang.count('heard', told.heard)}")
    lines = (noted[0], words[0]) if foot is _Foot.ONE else (*noted, *words)
    return [row for text in lines for row in wrapped(page, text, look, page.area.width)]
