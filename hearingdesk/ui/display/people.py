"""Who is next: numbers before names, as many as there is room for."""

from collections.abc import Sequence
from dataclasses import replace

from hearingdesk.domain.face import OnFloor
from hearingdesk.ui.display.page import ASCENT, Page, Row, Span, cut, depth, pitch, set_row, set_rows, wrapped
from hearingdesk.ui.display.picture import Box, Form, Ink, Piece, Role, Shape, Text, Weight
from hearingdesk.ui.display.said import named, noted
from hearingdesk.ui.display.words import Phrase, Wording

_GAP = 0.018
_LETTERED = 0.06

WIDE = 1.5
"""From this ratio of width to height on, the list stands beside the clock; below it, under the clock."""

AIR = 0.014
"""What columns keep from the header where they have the room."""


def caption(page: Page, phrase: Phrase, width: float) -> Row:
    """A caption over a column, in capitals; the other languages only where they fit."""
    look = Span("", page.small(spacing=_LETTERED), Ink.DIM)
    whole, first = " · ".join(phrase).upper(), phrase[0].upper()
    fits = page.ruler.width(whole, look.type) <= width
    return (replace(look, text=whole if fits else page.ruler.elided(first, look.type, width)),)


def column(page: Page, people: Sequence[OnFloor], counts: Phrase, wording: Wording, *, come: bool) -> list[Piece]:
    """The list down the free area: a caption, then people parted by hairlines, then how many wait (unless empty)."""
    area = page.area
    head = caption(page, wording.say("up_next"), area.width)
    foot = _counts(page, counts) if counts else []
    pieces: list[Piece] = [*set_rows(page, Role.CAPTION, [head], area.x, area.y)]
    top, bottom = area.y + depth([head]) + page.tall(0.006), area.bottom - depth(foot[:1]) - page.tall(0.006)
    indent = _indent(page, people)
    for place, person in enumerate(people):
        rows = _person(page, person, wording, area.width - indent, first=place == 0)
        summons = _summons(page, wording, area.width - indent) if come and place == 0 else []
        end = top + depth(rows) + depth(summons)
        if end > bottom:
            break
        if place:
            pieces.append(_hairline(page, area, top - page.tall(_GAP) / 2))
        pieces += _set_person(page, person, rows, Box(area.x, top, indent, 0), bold=place == 0)
        pieces += set_rows(page, Role.NOTE, summons, area.x + indent, top + depth(rows))
        top = end + page.tall(_GAP)
    at = min(top + page.tall(0.01), bottom + page.tall(0.006))
    room = int((area.bottom - at) / pitch(page.small()) + 0.01)
    return [*pieces, *set_rows(page, Role.COUNT, foot[: max(1, room)], area.x, at)]


def _counts(page: Page, counts: Phrase) -> list[Row]:
    """How many wait and were heard: each language that fits on one line, else the first on two."""
    look = Span("", page.small(), Ink.DIM)
    fitting = [words for words in counts if page.ruler.width(words, look.type) <= page.area.width]
    lines = fitting or counts[0].split(" · ")
    return [(replace(look, text=page.ruler.elided(line, look.type, page.area.width)),) for line in lines]


def _indent(page: Page, people: Sequence[OnFloor]) -> float:
    bold = page.line(Weight.BOLD)
    widest = max((page.ruler.width(str(person.number), bold) for person in people), default=0.0)
    return widest + bold.size * 0.3


def _person(page: Page, person: OnFloor, wording: Wording, width: float, *, first: bool) -> list[Row]:
    """The name on two lines at most, and the note beside it if there is room."""
    look = Span("", page.line(Weight.BOLD if first else Weight.REGULAR), Ink.TEXT)
    aside = Span("", page.small(), Ink.DIM)
    shown = named(person, wording) if person.name else ""
    rows = cut(page, shown, look, width)
    for note in noted(person, wording)[:1]:
        rows = _with_note(page, rows, replace(aside, text=note), width)
    return rows


def _summons(page: Page, wording: Wording, width: float) -> list[Row]:
    """The first in line is asked to come forward, in each language."""
    look = Span("", page.small(), Ink.DIM)
    return [row for words in wording.say("come_forward") for row in wrapped(page, words, look, width)]


def _with_note(page: Page, rows: list[Row], note: Span, width: float) -> list[Row]:
    beside: Row = (*rows[-1], replace(note, text=f"  {note.text}"))
    if page.measure(beside) <= width:
        return [*rows[:-1], beside]
    return [*rows, *((replace(note, text=line),) for line in page.ruler.lines(note.text, note.type, width))]


def _set_person(page: Page, person: OnFloor, rows: list[Row], at: Box, *, bold: bool) -> list[Piece]:
    kind = page.line(Weight.BOLD if bold else Weight.SEMIBOLD)
    number = set_row(page, Role.NEXT, (Span(str(person.number), kind, Ink.TEXT),), at.x, at.y + ASCENT * kind.size)
    return [*number, *set_rows(page, Role.NEXT, rows, at.right, at.y)]


def _hairline(page: Page, area: Box, y: float) -> Shape:
    return Shape(Form.RULE, Ink.LINE, Box(area.x, y, area.width, max(1.0, page.tall(0.0015))))


def strip(page: Page, people: Sequence[OnFloor], wording: Wording) -> list[Piece]:
    """The list running along under the clock, for screens that are nearly square and clocks that are wide.

    Where there is room for one line only, its caption stands before it.
    """
    area, gap, kind = page.area, page.tall(0.05), page.line()
    head = caption(page, wording.say("up_next"), area.width)
    low = area.height < depth([head]) + pitch(kind)
    if low:
        head = caption(page, wording.say("up_next")[:1], area.width)
    x, y = (area.x + page.measure(head) + gap * 0.6, area.y) if low else (area.x, area.y + depth([head]))
    texts, left = _set_head(page, head, low=low), x
    pieces: list[Piece] = []
    for place, person in enumerate(people):
        row, indent = _short(page, person, wording, bold=place == 0), _indent(page, [person])
        wide = indent + page.measure(row)
        if x > left and x + wide > area.right:
            x, y = area.x, y + pitch(kind)
        if y + pitch(kind) > area.bottom + 0.5 or x + wide > area.right:
            break
        pieces += _set_person(page, person, [row], Box(x, y, indent, 0), bold=place == 0)
        x += wide + gap
    return [*texts, *pieces] if pieces else []


def _set_head(page: Page, head: Row, *, low: bool) -> list[Text]:
    """The caption; on the very line of the names where the room is so low."""
    area = page.area
    baseline = area.y + ASCENT * (page.line() if low else head[0].type).size
    return set_row(page, Role.CAPTION, head, area.x, baseline)


def _short(page: Page, person: OnFloor, wording: Wording, *, bold: bool) -> Row:
    """The name on one line, cut where it is wider than the whole strip."""
    look = Span("", page.line(Weight.BOLD if bold else Weight.REGULAR), Ink.TEXT)
    shown = named(person, wording) if person.name else ""
    return (replace(look, text=page.ruler.elided(shown, look.type, page.area.width - 2 * _indent(page, [person]))),)
