"""Strips of content dealt out to pages: nothing here draws or measures text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple, Protocol

from exports.pen import Pen


class Band(Protocol):
    """A paragraph, a table row or a picture: a stack of strips that may be parted between pages.

    `strips` are the heights from top to bottom; `above` is white space left out at the top of a page; after a strip in
    `glued` no page ends if it can be helped; `repeat` is drawn first where the band comes at the top of a later page;
    what is `fresh` begins a page.
    """

    @property
    def strips(self) -> Sequence[float]: ...
    @property
    def above(self) -> float: ...
    @property
    def glued(self) -> frozenset[int]: ...
    @property
    def repeat(self) -> "Band | None": ...
    @property
    def fresh(self) -> bool: ...

    def draw(self, pen: Pen, first: int, last: int, top: float, /) -> None:
        """Draw strips `first` to `last` (not included), the first one's top at height `top` of the page."""


class Placed(NamedTuple):
    """Strips of one band on a page, `top` measured down from the top of the text."""

    band: Band
    first: int
    last: int
    top: float
    again: bool = False


Page = list[Placed]


class _Strip(NamedTuple):
    band: Band
    at: int

    @property
    def height(self) -> float:
        return self.band.strips[self.at]

    @property
    def above(self) -> float:
        return self.band.above if self.at == 0 else 0.0


def paginate(bands: Iterable[Band], depth: float) -> list[Page]:
    """Pages of at most `depth` points; at least one page, even for nothing."""
    dealer = _Dealer(depth)
    for chunk in _chunks(bands):
        dealer.deal(chunk)
    return [_joined(page) for page in dealer.pages]


def _chunks(bands: Iterable[Band]) -> Iterator[list[_Strip]]:
    """Strips between two places where a page may end."""
    chunk: list[_Strip] = []
    for band in bands:
        for at in range(len(band.strips)):
            chunk.append(_Strip(band, at))
            if at not in band.glued:
                yield chunk
                chunk = []
    if chunk:
        yield chunk


@dataclass(slots=True)
class _Dealer:
    depth: float
    pages: list[list[Placed]] = field(default_factory=lambda: [[]])
    used: float = 0.0

    def deal(self, chunk: list[_Strip]) -> None:
        """Put the chunk on this page, else whole on the next, else strip by strip (it is taller than a page)."""
        fresh = chunk[0].at == 0 and chunk[0].band.fresh
        if fresh or not self._fits(chunk):
            self._turn(chunk[0].band)
        if self._fits(chunk):
            for strip in chunk:
                self._place(strip)
        else:
            for strip in chunk:
                if not self._fits([strip]):
                    self._turn(strip.band)
                self._place(strip)

    def _fits(self, chunk: list[_Strip]) -> bool:
        height = sum(strip.height + strip.above for strip in chunk)
        if not self.pages[-1]:
            height -= chunk[0].above
        return self.used + height <= self.depth + 0.01

    def _turn(self, band: Band) -> None:
        if not self.pages[-1]:
            return
        self.pages.append([])
        self.used = 0.0
        head = band.repeat
        if head and sum(head.strips) <= self.depth / 3:  # a taller one would leave no room for the rows
            self.pages[-1].append(Placed(head, 0, len(head.strips), 0.0, again=True))
            self.used = sum(head.strips)

    def _place(self, strip: _Strip) -> None:
        if self.pages[-1]:
            self.used += strip.above
        self.pages[-1].append(Placed(strip.band, strip.at, strip.at + 1, self.used))
        self.used += strip.height


def _joined(page: list[Placed]) -> Page:
    """Neighbouring strips of one band as one."""
    done = []
    for _, group in groupby(page, key=lambda placed: (id(placed.band), placed.again)):
        parts = list(group)
        done.append(parts[0]._replace(last=parts[-1].last))
    return done
