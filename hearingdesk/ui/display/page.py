"""The page a scene is set on: its margins, its few sizes of type, and how lines of text are set on it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil

from hearingdesk.ui.display.picture import CAPITAL, Box, Ink, Role, Text, Type, Weight
from hearingdesk.ui.display.ruler import Ruler
from hearingdesk.ui.display.words import Phrase

CLOCK, NAME, LINE, LEAST = 0.2525, 0.062, 0.0413, 0.0362
"""The floors of A-05 as parts of the height, measured on capitals and figures, with a hair to spare for rounding."""

_BOUND = re.compile(r"(?<=\d) (?=[AP]M\b)| (?=—)")

PITCH, ASCENT = 1.2, 0.95
"""From line to line, and from a line's top to its baseline, in sizes."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one line in one type and one ink."""

    text: str
    type: Type
    ink: Ink


Row = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """``area`` is what lies inside the margins and is still free; all lengths are pixels."""

    ruler: Ruler
    width: int
    height: int
    area: Box

    def tall(self, part: float) -> float:
        """This part of the screen's height; on a screen narrower than 4:3, of the height it would have at 4:3."""
        return min(self.height, self.width * 0.75) * part

    def type(self, capital: float, weight: Weight = Weight.REGULAR, spacing: float = 0.0) -> Type:
        """The type whose capitals are this part of the height."""
        return Type(ceil(self.tall(capital) / CAPITAL), weight, spacing)

    def line(self, weight: Weight = Weight.REGULAR) -> Type:
        return self.type(LINE, weight)

    def small(self, weight: Weight = Weight.REGULAR, spacing: float = 0.0) -> Type:
        return self.type(LEAST, weight, spacing)

    def grown(self, scale: float) -> "Page":
        """The same free area, in which everything is set so much bigger."""
        return replace(self, width=round(self.width * scale * 1.4), height=round(self.height * scale))

    def within(self, area: Box) -> "Page":
        return replace(self, area=area)

    def below(self, y: float) -> "Page":
        """The page with its free area starting here."""
        area = self.area
        return self.within(Box(area.x, y, area.width, area.bottom - y))

    def measure(self, row: Row) -> float:
        return sum(self.ruler.width(span.text, span.type) for span in row)


def pitch(kind: Type) -> float:
    return kind.size * PITCH


def depth(rows: Sequence[Row]) -> float:
    """How much height these rows take."""
    return sum(max(pitch(span.type) for span in row) for row in rows)


def rows_of(page: Page, phrase: Phrase, first: Span, rest: Span, width: float) -> list[Row]:
    """A phrase on one line, its languages parted by dots; a line or more for each language where that is too wide."""
    if not phrase:
        return []
    row: Row = (replace(first, text=phrase[0]), *(replace(rest, text=f" · {words}") for words in phrase[1:]))
    if page.measure(row) <= width:
        return [row]
    looks = [first, *[rest] * (len(phrase) - 1)]
    return [row for words, look in zip(phrase, looks, strict=True) for row in wrapped(page, words, look, width)]


def wrapped(page: Page, text: str, look: Span, width: float) -> list[Row]:
    """The text on as few lines as it takes, as long as each other; none ends in a time of day or begins with a dash."""
    lines = page.ruler.even(_BOUND.sub("\u00a0", text), look.type, width)
    return [(replace(look, text=line.replace("\u00a0", " ")),) for line in lines]


def cut(page: Page, text: str, look: Span, width: float) -> list[Row]:
    """The text on two lines at most, what has no room left out."""
    first, *rest = page.ruler.lines(text, look.type, width)
    second = [page.ruler.elided(text.removeprefix(first).strip(), look.type, width)] if rest else []
    return [(replace(look, text=line),) for line in (first, *second)]


def set_rows(page: Page, role: Role, rows: Iterable[Row], x: float, top: float) -> list[Text]:
    """The rows set under one another from this top left corner."""
    texts: list[Text] = []
    for row in rows:
        size = max(span.type.size for span in row)
        texts += set_row(page, role, row, x, top + ASCENT * size)
        top += size * PITCH
    return texts


def set_row(page: Page, role: Role, row: Row, x: float, baseline: float) -> list[Text]:
    texts: list[Text] = []
    for span in row:
        wide = page.ruler.width(span.text, span.type)
        texts.append(Text(role, span.text, span.type, span.ink, x, baseline, wide))
        x += wide
    return texts
