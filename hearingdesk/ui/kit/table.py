"""A table view for many rows: fixed heights, whole rows chosen by key, the choice kept through every change."""

from collections.abc import Hashable, Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from hearingdesk.ui.kit.look import px
from hearingdesk.ui.kit.rows import RowsModel

R = TypeVar("R")


class RowsView(QTableView, Generic[R]):
    """Shows a RowsModel. ``chosen`` says that another row is current; ``opened`` that Enter or a double click asked."""

    chosen = Signal()
    opened = Signal()

    def __init__(self, model: RowsModel[R], row_height: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._kept: R | None = None
        self.setAccessibleName(name)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(row_height)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit())
        self.activated.connect(lambda _: self.opened.emit())
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._find_again)

    def lay_columns(self, widths: Mapping[int, int]) -> None:
        """Without headings: each of these columns as wide as said, in pixels at 100 %; the others take what is left."""
        header = self.horizontalHeader()
        header.setVisible(False)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(px(20))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column, wide in widths.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, px(wide))

    @property
    def current(self) -> R | None:
        """The row chosen, if any."""
        index = self.currentIndex()
        return self._rows.row(index) if index.isValid() else None

    def choose(self, key: Hashable) -> bool:
        """Makes the row of this key the chosen one and brings it into view; False if it is not shown."""
        place = self._rows.place(key)
        if place is None:
            return False
        self._choose(self._rows.index(place, 0))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first row and the last; Qt's own way is along the row."""
        ends = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: -1}
        if event.key() in ends and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            rows = range(self._rows.rowCount())[:: ends[Qt.Key(event.key())]]
            places = (self._rows.index(row, 0) for row in rows)
            place = next((at for at in places if self._rows.flags(at) & Qt.ItemFlag.ItemIsSelectable), None)
            if place is not None:
                self._choose(place)
            return
        super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def _keep(self) -> None:
        self._kept = self.current

    def _find_again(self) -> None:
        if self._kept is not None:
            self.choose(self._rows.key(self._kept))
        self._kept = None
