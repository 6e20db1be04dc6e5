"""Measures text as it will be painted: how wide a line is, and where a long one breaks."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGlyphRun, QTextLayout, QTextOption

from hearingdesk.ui.display.picture import Type

_KEPT = 4096
_HALVINGS = 7
"""How closely the narrowest width is looked for in which a text has no line more; to a hundredth of the width."""


class Ruler:
    """Measures with the application's face and its fallbacks. What was measured is remembered, a few thousand lines."""

    def __init__(self, face: QFont) -> None:
        self._face = face
        self._fonts: dict[Type, QFont] = {}
        self._widths: dict[tuple[str, Type], float] = {}
        self._lines: dict[tuple[str, Type, float], tuple[str, ...]] = {}
        self._glyphs: dict[tuple[str, Type], list[QGlyphRun]] = {}

    def font(self, kind: Type) -> QFont:
        if kind not in self._fonts:
            made = QFont(self._face)
            made.setPixelSize(kind.size)
            made.setWeight(QFont.Weight(kind.weight))
            made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # so that every scale breaks alike
            made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, kind.spacing * kind.size)
            self._fonts[kind] = made
        return self._fonts[kind]

    def width(self, text: str, kind: Type) -> float:
        key = (text, kind)
        if key not in self._widths:
            if len(self._widths) > _KEPT:
                self._widths.clear()
            self._widths[key] = QFontMetricsF(self.font(kind)).horizontalAdvance(text)
        return self._widths[key]

    def lines(self, text: str, kind: Type, width: float) -> tuple[str, ...]:
        """The text broken into lines no wider than this: between words, and within one only where it must."""
        key = (text, kind, width)
        if key not in self._lines:
            if len(self._lines) > _KEPT:
                self._lines.clear()
            self._lines[key] = self._broken(text, kind, width)
        return self._lines[key]

    def even(self, text: str, kind: Type, width: float) -> tuple[str, ...]:
        """As few lines as :meth:`lines`, as equally long as they can be, so that no short word stands alone at the end.

        No word is broken for it; what has no spaces between its words stays as it is.
        """
        lines = self.lines(text, kind, width)
        narrow = max((self.width(word, kind) for word in text.split()), default=width) if len(lines) > 1 else width
        if narrow >= width:
            return lines
        key = (text, kind, -width)
        if key not in self._lines:
            self._lines[key] = self._evened(text, kind, narrow, width, len(lines))
        return self._lines[key]

    def _evened(self, text: str, kind: Type, narrow: float, wide: float, many: int) -> tuple[str, ...]:
        for _ in range(_HALVINGS):
            middle = (narrow + wide) / 2
            if len(self._broken(text, kind, middle)) > many:
                narrow = middle
            else:
                wide = middle
        return self._broken(text, kind, wide)

    def elided(self, text: str, kind: Type, width: float) -> str:
        if self.width(text, kind) <= width:
            return text
        return QFontMetricsF(self.font(kind)).elidedText(text, Qt.TextElideMode.ElideRight, width)

    def glyphs(self, text: str, kind: Type) -> list[QGlyphRun]:
        """One line shaped, glyph by glyph, each placed from the line's left end and top.

        Qt fills a line of big type as one path, at a cost that grows with its square: at 4K glyph by glyph is 14 times
        as fast, and the same to the pixel.
        """
        key = (text, kind)
        if key not in self._glyphs:
            if len(self._glyphs) > _KEPT:
                self._glyphs.clear()
            self._glyphs[key] = self._shaped(text, kind)
        return self._glyphs[key]

    def ascent(self, kind: Type) -> float:
        """From a shaped line's top to its baseline."""
        return QFontMetricsF(self.font(kind)).ascent()

    def _shaped(self, text: str, kind: Type) -> list[QGlyphRun]:
        layout = QTextLayout(text, self.font(kind))
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute))
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(1e6)
        layout.endLayout()
        rise = QPointF(0, self.ascent(kind) - line.ascent())  # a fallback face may stand taller
        runs = []
        for run in layout.glyphRuns():
            for index, position in zip(run.glyphIndexes(), run.positions(), strict=True):
                one = QGlyphRun()
                one.setRawFont(run.rawFont())
                one.setGlyphIndexes([index])
                one.setPositions([position + rise])
                runs.append(one)
        return runs

    def _broken(self, text: str, kind: Type, width: float) -> tuple[str, ...]:
        layout = QTextLayout(text, self.font(kind))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        spans = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            spans.append((line.textStart(), line.textLength()))
        layout.endLayout()
        # Qt counts UTF-16 units, so the text is cut in that form.
        units = text.encode("utf-16-le", "surrogatepass")
        return tuple(units[2 * a : 2 * (a + n)].decode("utf-16-le", "replace").strip() for a, n in spans)
