"""Widgets side by side that go on to the next line where there is no more room."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from hearingdesk.ui.kit.look import px


class Flow(QLayout):
    """A row that wraps; every part keeps the size it asks for. ``line_gap`` is between lines, where it is another."""

    def __init__(self, *widgets: QWidget, gap: int = 8, line_gap: int | None = None) -> None:
        super().__init__()
        self._parts: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None
        self._gap = px(gap)
        self._line_gap = self._gap if line_gap is None else px(line_gap)
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem, /) -> None:
        self._parts.append(item)

    def count(self) -> int:
        return len(self._parts)

    def itemAt(self, index: int, /) -> QLayoutItem | None:
        return self._parts[index] if 0 <= index < len(self._parts) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:
        return self._parts.pop(index) if 0 <= index < len(self._parts) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        """Asked for again and again while a window is laid out, so that it is kept until a part has changed."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        self._least = None
        super().invalidate()

    def setGeometry(self, box: QRect, /) -> None:
        super().setGeometry(box)
        self._place(box, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        if self._least is None:
            self._least = QSize()
            for part in self._parts:
                self._least = self._least.expandedTo(part.minimumSize())
        return self._least

    def _place(self, box: QRect, *, move: bool) -> int:
        """Lays the parts out in ``box``; the height they take."""
        left, top, tall = box.left(), box.top(), 0
        for part in self._parts:
            if part.isEmpty():
                continue
            size = part.sizeHint()
            if left > box.left() and left + size.width() > box.right() + 1:
                left, top, tall = box.left(), top + tall + self._line_gap, 0
            if move:
                part.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + self._gap
            tall = max(tall, size.height())
        return top + tall - box.top()
