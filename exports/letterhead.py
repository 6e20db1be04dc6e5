"""The top of the first page: the seal, whose paper it is, and how to reach them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from exports import paper
from exports.bands import PictureBand, RuleBand, TextBand
from exports.blocks import Letterhead
from exports.compose import Composer
from exports.pages import Band
from exports.pen import INK, Pen

_BESIDE_SEAL = 14.0


def letterhead_bands(composer: Composer, head: Letterhead) -> Iterator[Band]:
    """Seal at the left if there is one, name and lines beside it, a rule below."""
    seal = composer.picture(head.seal) if head.seal else None
    indent = seal.width + _BESIDE_SEAL if seal else 0.0
    styled = [(head.name, paper.LETTERHEAD_NAME), *((line, paper.LETTERHEAD_LINE) for line in head.lines)]
    words = [
        TextBand(composer.top.add("P"), lines, style, composer.sheet.side + indent)
        for text, style in styled
        if (lines := composer.lines(text, style, indent))
    ]
    yield _LetterheadBand(seal, words)
    yield RuleBand(composer.sheet.side, composer.sheet.measure, drop=10, weight=0.8, grey=INK, above=0)


@dataclass(slots=True)
class _LetterheadBand:
    seal: PictureBand | None
    words: list[TextBand]
    above: float = 0.0
    glued: frozenset[int] = frozenset()
    repeat: Band | None = None
    fresh: bool = False
    strips: Sequence[float] = field(init=False)

    def __post_init__(self) -> None:
        self.strips = [max(self._height, self.seal.height if self.seal else 0.0)]

    @property
    def _height(self) -> float:
        return sum(sum(band.strips) for band in self.words)

    def draw(self, pen: Pen, _first: int, _last: int, top: float) -> None:
        if self.seal:
            self.seal.draw(pen, 0, 1, top - (self.strips[0] - self.seal.height) / 2)
        top -= (self.strips[0] - self._height) / 2
        for band in self.words:
            band.draw(pen, 0, len(band.strips), top)
            top -= sum(band.strips)
