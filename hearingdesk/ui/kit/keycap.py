"""Keys on the glass: a keycap beside each act, alone or inside its button."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hearingdesk.ui.kit.look import colours, font, px

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


class Keycap(QWidget):
    """One key, drawn. For the eye only: the act beside it tells a reader its key."""

    def __init__(self, sequence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_key(sequence)

    def show_key(self, sequence: str) -> None:
        self._words = key_words(sequence)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return cap_size(self._words)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        shades = colours(self.palette())
        draw_cap(QPainter(self), self.rect(), self._words, QColor(shades.grey), QColor(shades.card))
