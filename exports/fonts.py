"""The faces of the paper and, character by character, which of them can draw it."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from exports.rtl import is_rtl, shaped
from exports.text import Tell, is_invisible, name_of
from hearingdesk.resources import FALLBACKS, SANS, asset

BODY = "Text"
"""The name of the upright face, by which ReportLab knows it."""

_SANS = {"Text": SANS["regular"], "Text-Bold": SANS["semibold"], "Text-Italic": SANS["italic"]}
FACES = frozenset(_SANS)
"""The faces of the body; the other fonts need not even have a space."""

_FILES = _SANS | {f"Fallback-{at}": file for at, file in enumerate(FALLBACKS)}
_UNJOINED = ("DEVANAGARI", "BENGALI", "KHMER", "TIBETAN")
_ACCENTS = "".join(map(chr, range(0x0300, 0x0370)))
_CLUSTER = re.compile(f".[{_ACCENTS}]*", re.DOTALL)
"""A letter with the accents that have no letter of their own to stand on, as Yoruba's ọ̀."""

_BOX = "\u25a1"
_BLANKS = " \t\n\u00a0"


class Piece(NamedTuple):
    """Text that one font can draw. `actual` is what it stands for, where that is not what is drawn."""

    font: str
    text: str
    actual: str | None = None
    rtl: bool = False


@cache
def _font(name: str) -> TTFont:
    """The font of that name, read once in a run of the program and known to ReportLab by its name."""
    font = TTFont(name, str(asset(_FILES[name])))
    pdfmetrics.registerFont(font)
    return font


@cache
def _covered(name: str) -> frozenset[str]:
    """What the font draws well, white space included (a blank that is no glyph is set as a space)."""
    glyphs = _font(name).face.charToGlyph.items()
    drawn = {char for point, glyph in glyphs if glyph and not is_invisible(char := chr(point))}
    if name in FACES:  # their accents stand beside the letter; those of the first fallback stand over it
        drawn -= set(_ACCENTS)
    return frozenset(_BLANKS) | drawn


@cache
def _fallback(cluster: str) -> str:
    """The first other font that has all of `cluster`, or ""."""
    return next((name for name in _FILES if name not in FACES and _covered(name).issuperset(cluster)), "")


class _Widths(dict[str, float]):
    """Measures a text when it is first asked for."""

    def __init__(self, font: TTFont) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, text: str) -> float:
        width = self[text] = self._font.stringWidth(text, 1)
        return width


def _base(*, bold: bool, italic: bool) -> str:
    return "Text-Bold" if bold else "Text-Italic" if italic else BODY


@dataclass(slots=True)
class Fonts:
    """The fonts during one export; `tell` hears of each character that none of them has."""

    tell: Tell
    _widths: dict[str, Mapping[str, float]] = field(default_factory=dict)

    def width(self, font: str, text: str) -> float:
        """Width of `text` at a size of one point."""
        return self.widths(font)[text]

    def widths(self, font: str) -> Mapping[str, float]:
        """The width at a size of one point of any text that is asked for; each is measured once."""
        if font not in self._widths:
            self._widths[font] = _Widths(_font(font))
        return self._widths[font]

    def face_of(self, text: str, *, bold: bool = False) -> str:
        """The face that draws all of `text`; empty where it takes other fonts, too."""
        base = _base(bold=bold, italic=False)
        return base if _covered(base).issuperset(text) else ""

    def pieces(self, text: str, *, bold: bool = False, italic: bool = False) -> list[Piece]:
        """`text` cut where the font changes. Nothing is left out but invisible characters, which have no glyph."""
        base = _base(bold=bold, italic=italic)
        if not text:
            return []
        if _covered(base).issuperset(text):
            return [Piece(base, text)]
        return list(self._mixed(text, base))

    def _mixed(self, text: str, base: str) -> Iterator[Piece]:
        visible = [char for char in text if not is_invisible(char)]
        for rtl, group in groupby(visible, key=is_rtl):
            if rtl:
                yield self._right_to_left("".join(group))
            else:
                yield from self._by_font("".join(group), base)

    def _by_font(self, text: str, base: str) -> Iterator[Piece]:
        known = _covered(base)
        clusters = _CLUSTER.findall(text)
        for font, group in groupby(clusters, key=lambda cluster: base if cluster in known else _fallback(cluster)):
            chars = "".join(group)
            yield self._piece(font, chars) if font else self._boxes(chars)

    def _piece(self, font: str, chars: str) -> Piece:
        if unicodedata.name(chars[0], "").startswith(_UNJOINED):
            self.tell(f"“{chars}” is drawn letter by letter, which its script does not do: compare it with the record.")
        return Piece(font, chars)

    def _right_to_left(self, text: str) -> Piece:
        drawn = shaped(text)
        font = _fallback(drawn[0]) if drawn else ""
        if font and _covered(font).issuperset(drawn):
            return Piece(font, drawn, actual=text, rtl=True)
        return self._boxes(text)

    def _boxes(self, text: str) -> Piece:
        for char in text:
            self.tell(f"No font here has {char} ({name_of(char)}): a box is drawn, the text behind it is right.")
        return Piece(BODY, _BOX * len(text), actual=text)
