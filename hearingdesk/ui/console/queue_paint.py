"""How a row of the queue is drawn: number, name with what to know about it, position by shape and word, time."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hearingdesk.domain.values import Position
from hearingdesk.ui.console.queue_rows import QueueRow
from hearingdesk.ui.kit.look import BODY, SMALL, Colours, colours, font, px
from hearingdesk.ui.kit.rows import ROW

SLIP, NAME, POSITION, TIME = range(4)
ROW_HEIGHT = 46

V_CENTRE = Qt.AlignmentFlag.AlignVCenter


def position_ink(shades: Colours, position: Position) -> str:
    return {
        Position.SUPPORT: shades.blue,
        Position.OPPOSE: shades.vermillion,
        Position.MIXED: shades.purple,
        Position.NEUTRAL: shades.grey,
        Position.NOT_STATED: shades.muted,
    }[position]


class QueuePaint(QStyledItemDelegate):
    """Paints each cell of a QueueRow."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: QueueRow = index.data(ROW)
        shades = colours(option.palette)
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, QColor(shades.selected if chosen else shades.card))
        painter.setPen(QPen(QColor(shades.line), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._cell(painter, box, index.column(), row, shades)
        if chosen and index.column() == SLIP:
            painter.fillRect(QRect(box.left(), box.top(), px(3), box.height()), QColor(shades.accent))
        painter.restore()

    def _cell(self, painter: QPainter, box: QRect, column: int, row: QueueRow, shades: Colours) -> None:
        painter.setFont(font(BODY))
        match column:
            case 0:
                painter.setPen(QColor(shades.muted))
                painter.drawText(box.adjusted(0, 0, -px(10), 0), V_CENTRE | Qt.AlignmentFlag.AlignRight, str(row.slip))
            case 1:
                draw_name(painter, box, row, shades)
            case 2:
                painter.setPen(QColor(position_ink(shades, row.position)))
                words = f"{row.position.mark} {row.position.word}"
                painter.drawText(box, V_CENTRE | Qt.AlignmentFlag.AlignRight, words)
            case _:
                painter.setPen(QColor(shades.text))
                painter.drawText(box.adjusted(0, 0, -px(12), 0), V_CENTRE | Qt.AlignmentFlag.AlignRight, row.time)


def draw_name(painter: QPainter, box: QRect, row: QueueRow, shades: Colours) -> None:
    """Name and how it is said; below it badges and where from. One line alone stands in the middle."""
    two = bool(row.turn or row.badges or row.below)
    line = QRect(box.left(), box.top() + px(4), box.width() - px(4), px(20)) if two else box.adjusted(0, 0, -px(4), 0)
    used = _text(painter, line, row.name, BODY, shades.text, bold=True) + px(6)
    said, below = row.pronunciation, row.below
    if two and said and QFontMetrics(font()).horizontalAdvance(said) > line.width() - used:
        said, below = "", " · ".join(part for part in (said, below) if part)
    _text(painter, line.adjusted(used, 0, 0, 0), said, BODY, shades.muted)
    if not two:
        return
    line = QRect(box.left(), box.top() + px(23), box.width() - px(4), px(18))
    if row.turn:
        line = line.adjusted(_badge(painter, line, row.turn, shades, chosen=True), 0, 0, 0)
    for badge in row.badges:
        used = _badge(painter, line, badge, shades)
        line = line.adjusted(used, 0, 0, 0)
    _text(painter, line, below, SMALL, shades.muted)


def _text(painter: QPainter, box: QRect, words: str, size: int, ink: str, *, bold: bool = False) -> int:
    """Draws what fits; how wide it is."""
    face = font(size, semibold=bold)
    metrics = QFontMetrics(face)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(box.width(), 0))
    painter.setFont(face)
    painter.setPen(QColor(ink))
    painter.drawText(box, V_CENTRE | Qt.AlignmentFlag.AlignLeft, shown)
    return metrics.horizontalAdvance(shown)


def _badge(painter: QPainter, box: QRect, words: str, shades: Colours, *, chosen: bool = False) -> int:
    """A badge if there is room for it; the room it took. ``chosen`` is for whoever is to be called."""
    face = font(11)
    metrics = QFontMetrics(face)
    wide = metrics.horizontalAdvance(words) + px(12)
    if wide > box.width():
        return 0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(shades.accent if chosen else shades.strong_line), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    frame = QRect(box.left(), box.top() + px(1), wide, box.height() - px(2))
    painter.drawRoundedRect(frame.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), px(8), px(8))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setFont(face)
    painter.setPen(QColor(shades.accent if chosen else shades.grey))
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, words)
    return wide + px(6)
