"""Rows that can be taken with the mouse and put elsewhere: a line shows where, and the list scrolls along."""

from collections.abc import Hashable
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from hearingdesk.ui.kit.look import colours, px
from hearingdesk.ui.kit.rows import RowsModel
from hearingdesk.ui.kit.table import RowsView

R = TypeVar("R")

EDGE = 28
"""Pixels at 100 % from the upper or lower edge at which the list begins to scroll."""
STEP = 40
"""Milliseconds between two steps of scrolling."""


class DraggedRows(RowsView[R]):
    """``dropped`` gives the key of a row and the place it is to have; the list itself moves nothing.

    Only while ``draggable`` is set: a list that shows what was found has no places. Esc lets go without moving.
    """

    dropped = Signal(object, int)

    def __init__(self, model: RowsModel[R], row_height: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, row_height, name, parent)
        self.draggable = False
        self._model = model
        self._taken: Hashable | None = None
        self._from = QPoint()
        self._at = QPoint()
        self._moving = False
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(STEP)
        self._scrolling.timeout.connect(self._scroll_along)

    @property
    def gap(self) -> int | None:
        """Before which row the one in hand would come down; None while none is dragged."""
        return self._gap_at(self._at.y()) if self._moving else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if self.draggable and event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._taken = self._model.key(self._model.row(index))
            self._from = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._taken is None:
            super().mouseMoveEvent(event)
            return
        self._at = event.position().toPoint()
        far = (self._at - self._from).manhattanLength() >= QApplication.startDragDistance()
        if not self._moving and far:
            self._moving = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scrolling.start()
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        taken, gap = self._taken, self.gap
        self._let_go()
        place = self._model.place(taken) if taken is not None else None
        if place is None or gap is None:
            return
        wanted = gap - 1 if gap > place else gap
        if wanted != place:
            self.dropped.emit(taken, wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._moving:
            self._let_go()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.gap is not None:
            self._draw_line(self.gap)

    def _draw_line(self, gap: int) -> None:
        last = self.model().rowCount() - 1
        below = gap > last
        y = self.rowViewportPosition(last if below else gap) + (self.rowHeight(last) if below else 0)
        y = min(max(y, 2), self.viewport().height() - 2)
        ink = QColor(colours(self.palette()).accent)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(ink, 3))
        painter.drawLine(px(8), y, self.viewport().width() - px(8), y)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(ink)
        painter.drawEllipse(QPoint(px(8), y), px(3), px(3))

    def _gap_at(self, y: int) -> int:
        row = self.rowAt(min(max(y, 0), self.viewport().height() - 1))
        if row < 0:
            return self.model().rowCount()
        middle = self.rowViewportPosition(row) + self.rowHeight(row) // 2
        return row if y < middle else row + 1

    def _scroll_along(self) -> None:
        """One row at a time while the mouse is held near an edge."""
        below = self._at.y() > self.viewport().height() - px(EDGE)
        step = 1 if below else -1 if self._at.y() < px(EDGE) else 0
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + step * self.rowHeight(0) // 2)
        self.viewport().update()

    def _let_go(self) -> None:
        self._taken, self._moving = None, False
        self._scrolling.stop()
        self.viewport().unsetCursor()
        self.viewport().update()
