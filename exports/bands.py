"""The bands a paper is made of: text, rows of cells, pictures and lines, each drawn where the pages put it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from exports.pages import Band
from exports.paper import Style
from exports.pen import Pen, Spot
from exports.tagging import Node
from exports.typeset import Line

_NONE: frozenset[int] = frozenset()
_BAR_GAP, _TOLD_GAP = 3.0, 6.0
_SHORT_ROW = 24
"""A row of at most this many lines is not parted between pages."""


class Label(NamedTuple):
    """The number or bullet of a list item, standing left of the first line."""

    node: Node
    line: Line
    x: float


def together(lines: int, *, with_next: bool = False) -> frozenset[int]:
    """Strips after which a page must not end: no single first or last line of a paragraph stands alone."""
    glued = {0, lines - 2} if lines > 1 else set()
    return frozenset(glued | {lines - 1} if with_next else glued)


def baselines(lines: Sequence[Line], x: float, top: float, style: Style) -> list[Spot]:
    """Lines one below the other, the first one's strip beginning at height `top`."""
    drop = (style.leading + style.size * 0.7) / 2  # capitals (0.7 of the size) stand in the middle of their strip
    return [Spot(line, x, top - drop - at * style.leading) for at, line in enumerate(lines)]


@dataclass(slots=True)
class TextBand:
    """A paragraph, heading or list item's text."""

    node: Node
    lines: list[Line]
    style: Style
    x: float
    with_next: bool = False
    label: Label | None = None
    bookmark: tuple[str, int] | None = None
    fresh: bool = False
    above: float = field(init=False)
    strips: Sequence[float] = field(init=False)
    glued: frozenset[int] = field(init=False)
    repeat: Band | None = None

    def __post_init__(self) -> None:
        self.above = self.style.above
        self.strips = [self.style.leading] * max(1, len(self.lines))
        self.glued = together(len(self.strips), with_next=self.with_next)

    def draw(self, pen: Pen, first: int, last: int, top: float) -> None:
        style = self.style
        if first == 0 and self.bookmark:
            pen.bookmark(*self.bookmark, y=top + style.above)
        if first == 0 and self.label:
            pen.write(self.label.node, baselines([self.label.line], self.label.x, top, style), style.size, style.grey)
        if self.lines:
            pen.write(self.node, baselines(self.lines[first:last], self.x, top, style), style.size, style.grey)


class Cell(NamedTuple):
    """A cell's text and where it stands; `right` is the x its lines end at, if they are set to the right."""

    node: Node
    lines: list[Line]
    style: Style
    x: float
    right: float | None = None


@dataclass(slots=True)
class RowBand:
    """A row of a table, or a name and what it holds; lines of a tall row can be parted between pages."""

    cells: list[Cell]
    x: float
    width: float
    above: float = 0.0
    pad: float = 0.0
    rule: float = 0.0
    with_next: bool = False
    repeat: Band | None = None
    fresh: bool = False
    strips: Sequence[float] = field(init=False)
    glued: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        lines = max((len(cell.lines) for cell in self.cells), default=1) or 1
        leading = max(cell.style.leading for cell in self.cells)
        self.strips = [leading] * lines
        self.strips[0] += self.pad
        self.strips[-1] += self.pad
        short = range(lines - 1) if lines <= _SHORT_ROW else together(lines)
        self.glued = frozenset(short) | ({lines - 1} if self.with_next else _NONE)

    def draw(self, pen: Pen, first: int, last: int, top: float) -> None:
        text_top = top - self.pad if first == 0 else top
        for cell in self.cells:
            spots = baselines(cell.lines[first:last], cell.x, text_top, cell.style)
            if cell.right is not None:
                spots = [Spot(spot.line, cell.right - spot.line.width, spot.y) for spot in spots]
            if spots:
                pen.write(cell.node, spots, cell.style.size, cell.style.grey)
        if self.rule:
            pen.rule(self.x, top - sum(self.strips[first:last]), self.width, self.rule)


@dataclass(slots=True)
class PictureBand:
    """A picture, never parted."""

    node: Node
    picture: bytes
    x: float
    width: float
    height: float
    above: float = 12.0
    glued: frozenset[int] = _NONE
    repeat: Band | None = None
    fresh: bool = False
    strips: Sequence[float] = field(init=False)

    def __post_init__(self) -> None:
        self.strips = [self.height]

    def draw(self, pen: Pen, _first: int, _last: int, top: float) -> None:
        pen.picture(self.node, self.picture, self.x, top - self.height, self.width, self.height)


@dataclass(slots=True)
class RuleBand:
    """A line across, and `also` another beside it (x and width); with `drop` white above, for a signature."""

    x: float
    width: float
    drop: float = 6.0
    weight: float = 0.5
    grey: float = 0.72
    with_next: bool = False
    above: float = 18.0
    also: tuple[float, float] | None = None
    repeat: Band | None = None
    fresh: bool = False
    strips: Sequence[float] = field(init=False)
    glued: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        self.strips = [self.drop]
        self.glued = frozenset({0}) if self.with_next else _NONE

    def draw(self, pen: Pen, _first: int, _last: int, top: float) -> None:
        for x, width in filter(None, ((self.x, self.width), self.also)):
            pen.rule(x, top - self.drop, width, self.weight, self.grey)


class BarLines(NamedTuple):
    """A bar with its label at the left and what is told at its end; `share` of the longest."""

    label: Line
    told: Line
    share: float


@dataclass(slots=True)
class BarsBand:
    """Bars one below the other, one picture, never parted; as wide as `label` and `room` for the longest bar."""

    node: Node
    bars: list[BarLines]
    style: Style
    x: float
    label: float
    room: float
    above: float = 8.0
    repeat: Band | None = None
    fresh: bool = False
    strips: Sequence[float] = field(init=False)
    glued: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        self.strips = [self.style.leading] * len(self.bars)
        self.glued = frozenset(range(len(self.bars) - 1))

    def draw(self, pen: Pen, first: int, last: int, top: float) -> None:
        height = sum(self.strips[first:last])
        told = max((bar.told.width for bar in self.bars), default=0.0)
        with pen.drawing(self.node, self.x, top - height, self.label + self.room + _TOLD_GAP + told, height):
            for at, bar in enumerate(self.bars[first:last]):
                self._bar(pen, bar, top - at * self.style.leading)

    def _bar(self, pen: Pen, bar: BarLines, top: float) -> None:
        length = self.room * bar.share
        start = self.x + self.label
        size, grey = self.style.size, self.style.grey
        if length:
            pen.block(start, top - self.style.leading + _BAR_GAP, length, self.style.leading - 2 * _BAR_GAP)
        pen.write(self.node, baselines([bar.label], self.x, top, self.style), size, grey)
        pen.write(self.node, baselines([bar.told], start + length + _TOLD_GAP, top, self.style), size, grey)
