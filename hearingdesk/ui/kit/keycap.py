"""Keys on the glass: the cap that is drawn beside an act."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPen

from hearingdesk.ui.kit.look import font, px

_WORDS = {"Return": "↵", "Enter": "↵", "Escape": "Esc", "PgDown": "PgDn"}


def key_words(sequence: str) -> str:
    """A key sequence as the cap shows it: ``Ctrl+Return`` becomes ``Ctrl+↵``."""
    text = QKeySequence(sequence).toString(QKeySequence.SequenceFormat.NativeText) or sequence
    return "+".join(_WORDS.get(part, part) for part in text.split("+"))


def cap_font() -> QFont:
    return font(11, semibold=True)


def cap_size(words: str) -> QSize:
    """How much room the cap needs, in pixels."""
    metrics = QFontMetrics(cap_font())
    return QSize(metrics.horizontalAdvance(words) + px(11), metrics.height() + px(4))


def draw_cap(painter: QPainter, box: QRect, words: str, ink: QColor, ground: QColor) -> None:
    """A key with its words in ``box``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QColor(ink)
    edge.setAlpha(110)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(box.adjusted(0, 0, -1, -1).toRectF().translated(0.5, 0.5), 4, 4)
    painter.setFont(cap_font())
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
