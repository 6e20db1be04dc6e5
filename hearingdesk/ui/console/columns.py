"""Where the panels stand: three columns, and two or one where the text is too large for the window (A-04)."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from hearingdesk.ui.kit.look import px

GAP = 10
Place = tuple[int, int, int, int]
"""Row, column, and how many rows and columns a panel takes."""

PLACES: dict[int, tuple[Place, Place, Place]] = {
    3: ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1)),
    2: ((0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 2)),
    1: ((1, 0, 1, 1), (0, 0, 1, 1), (2, 0, 1, 1)),
}
"""By the number of columns: the queue, the floor, what was heard. In one column the floor comes first."""

SHARES: dict[int, tuple[int, ...]] = {3: (42, 61, 30), 2: (42, 61, 0), 1: (1, 0, 0)}


class Columns(QWidget):
    """The queue, the floor, and the concerns over the journal (beside it where there are fewer than three columns).

    ``stacked`` says whether all of them stand in one column now, and so never all in view.
    """

    stacked = Signal(bool)

    def __init__(self, queue: QWidget, floor: QWidget, concerns: QWidget, journal: QWidget) -> None:
        super().__init__()
        self._heard = QWidget()
        self._pair = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._heard)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(px(GAP))
        self._pair.addWidget(concerns, 14)
        self._pair.addWidget(journal, 6)
        self._panels = (queue, floor, self._heard)
        self._ends = (concerns, journal)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(px(GAP), px(GAP), px(GAP), px(GAP))
        self._grid.setSpacing(px(GAP))
        self.number = self._room = self._bar = 0
        self._place(3)

    def fit(self, room: int, bar: int) -> None:
        """As many columns as ``room`` pixels hold without cutting a word; ``bar`` is what a scroll bar takes."""
        self._room, self._bar = room, bar
        self._place(self._most())

    def event(self, event: QEvent) -> bool:
        """Words that grew take a column away at once; it comes back with the next change of size, never by itself."""
        if event.type() == QEvent.Type.LayoutRequest and self._room:
            self._place(min(self.number, self._most()))
        return super().event(event)

    def _most(self) -> int:
        """So many columns fit."""
        queue, floor = (panel.minimumSizeHint().width() for panel in self._panels[:2])
        heard = max(panel.minimumSizeHint().width() for panel in self._ends)
        gap = px(GAP)
        if queue + floor + heard + 4 * gap <= self._room:
            return 3
        return 2 if queue + floor + 3 * gap <= self._room - self._bar else 1

    def _place(self, number: int) -> None:
        if number == self.number:
            return
        self.number = number
        self.stacked.emit(number == 1)
        for panel, place in zip(self._panels, PLACES[number], strict=True):
            self._grid.removeWidget(panel)
            self._grid.addWidget(panel, *place)
        for column, share in enumerate(SHARES[number]):
            self._grid.setColumnStretch(column, share)
        below = QBoxLayout.Direction.TopToBottom
        self._pair.setDirection(below if number == 3 else QBoxLayout.Direction.LeftToRight)
        for panel, least in zip((self._panels[0], self._heard), (320, 240), strict=True):
            panel.setMinimumHeight(0 if number == 3 else px(least))
