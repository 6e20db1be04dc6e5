"""Draws a picture: fills, shapes and lines of text, in the colours of a theme, and nothing it does not have to."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QRegion

from hearingdesk.ui.display.picture import Box, Form, Ink, Picture, Shape, Text
from hearingdesk.ui.display.ruler import Ruler


@dataclass(frozen=True, slots=True)
class Inks:
    """A theme of the wall: a colour, as ``#rrggbb``, for each ink. Contrasts are held by tests (A-06)."""

    ground: str
    text: str
    dim: str
    line: str
    track: str
    running: str
    wrap_up: str
    over: str
    on_over: str
    stopped: str
    band: str

    def colour(self, ink: Ink) -> QColor:
        return QColor(getattr(self, ink.value))


DARK = Inks(
    ground="#101418",
    text="#ffffff",
    dim="#b3c0cf",
    line="#2c3846",
    track="#26303c",
    running="#56b4e9",
    wrap_up="#ffc93c",
    over="#d55e00",
    on_over="#000000",
    stopped="#ffffff",
    band="#101418",
)
LIGHT = Inks(
    ground="#ffffff",
    text="#10161d",
    dim="#414d5a",
    line="#c9d1da",
    track="#dfe5ec",
    running="#005590",
    wrap_up="#492e00",
    over="#c45500",
    on_over="#000000",
    stopped="#10161d",
    band="#ffffff",
)
_KEYED = replace(DARK, on_over=DARK.ground)
CHROMAS: dict[str, tuple[str, Inks]] = {
    "green": ("Green, keyed out", replace(_KEYED, ground="#00b140")),
    "magenta": ("Magenta, keyed out", replace(_KEYED, ground="#ff00ff")),
    "black": ("Black, keyed by light", replace(_KEYED, ground="#000000", band="#1a2027")),
}
"""The grounds of a lower third: what the mixer takes out. By light it takes black, so that nothing else is black."""


def paint(painter: QPainter, picture: Picture, inks: Inks, ruler: Ruler, dirty: QRegion) -> None:
    """Draws what lies in the dirty region, each piece once, and no pixel outside it."""
    painter.save()
    painter.setClipRegion(dirty, Qt.ClipOperation.IntersectClip)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(dirty.boundingRect(), inks.colour(Ink.GROUND))
    for piece in picture.pieces:
        box = rect(piece.box)
        if not dirty.intersects(box.toAlignedRect()):
            continue
        if isinstance(piece, Text):
            _draw_text(painter, piece, inks, ruler)
        else:
            _draw_shape(painter, piece, inks)
    painter.restore()


def rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def _draw_text(painter: QPainter, text: Text, inks: Inks, ruler: Ruler) -> None:
    painter.save()
    painter.setClipRect(rect(text.box), Qt.ClipOperation.IntersectClip)
    painter.setPen(inks.colour(text.ink))
    origin = QPointF(text.x, text.y - ruler.ascent(text.type))
    for glyph in ruler.glyphs(text.text, text.type):
        painter.drawGlyphRun(origin, glyph)
    painter.restore()


def _draw_shape(painter: QPainter, shape: Shape, inks: Inks) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.colour(shape.ink))
    _FORMS[shape.form](painter, rect(shape.box))


def _rule(painter: QPainter, at: QRectF) -> None:
    painter.fillRect(at, painter.brush())


def _bar(painter: QPainter, at: QRectF) -> None:
    painter.drawRoundedRect(at, at.height() / 2, at.height() / 2)


def _panel(painter: QPainter, at: QRectF) -> None:
    painter.drawRoundedRect(at, at.height() * 0.04, at.height() * 0.04)


def _frame(painter: QPainter, at: QRectF) -> None:
    thick = at.height() * 0.014
    painter.setPen(QPen(painter.brush(), thick))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _panel(painter, at.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2))


def _triangle(painter: QPainter, at: QRectF) -> None:
    _polygon(painter, at, [(0.5, 0.06), (1.0, 0.92), (0.0, 0.92)])


def _chevron(painter: QPainter, at: QRectF) -> None:
    _polygon(painter, at, [(0.1, 0.0), (0.45, 0.0), (0.95, 0.5), (0.45, 1.0), (0.1, 1.0), (0.6, 0.5)])


def _octagon(painter: QPainter, at: QRectF) -> None:
    turns = [pi / 8 + pi / 4 * corner for corner in range(8)]
    _polygon(painter, at, [(0.5 + 0.52 * cos(turn), 0.5 + 0.52 * sin(turn)) for turn in turns])


def _pause(painter: QPainter, at: QRectF) -> None:
    wide = at.width() * 0.3
    for x in (at.x() + at.width() * 0.08, at.right() - wide - at.width() * 0.08):
        painter.fillRect(QRectF(x, at.y(), wide, at.height()), painter.brush())


def _polygon(painter: QPainter, at: QRectF, corners: list[tuple[float, float]]) -> None:
    painter.drawPolygon(QPolygonF([QPointF(at.x() + x * at.width(), at.y() + y * at.height()) for x, y in corners]))


_FORMS: dict[Form, Callable[[QPainter, QRectF], None]] = {
    Form.RULE: _rule,
    Form.BAR: _bar,
    Form.PANEL: _panel,
    Form.FRAME: _frame,
    Form.TRIANGLE: _triangle,
    Form.CHEVRON: _chevron,
    Form.OCTAGON: _octagon,
    Form.PAUSE: _pause,
}
