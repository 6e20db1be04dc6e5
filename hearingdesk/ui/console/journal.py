"""The journal card: what went on the record, latest first, struck entries struck through and still there."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.wording import words
from hearingdesk.ui.kit.card import Card
from hearingdesk.ui.kit.look import SMALL, colours, font, px
from hearingdesk.ui.kit.rows import ROW, Column, RowsModel
from hearingdesk.ui.kit.table import RowsView

SHOWN = 200
"""So many of the latest entries; the whole journal is in the archive and on the command line."""


@dataclass(frozen=True, slots=True)
class JournalRow:
    seq: int
    time: str
    words: str
    struck: bool

    @property
    def spoken(self) -> str:
        return f"Struck: {self.words}" if self.struck else self.words


class JournalPanel(Card):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Journal", parent)
        columns = (
            Column[JournalRow]("Time", lambda r: r.time),
            Column[JournalRow]("Entry", lambda r: r.words, lambda r: r.spoken, tip=lambda r: f"{r.seq}: {r.spoken}"),
        )
        self._model = RowsModel(columns, key=lambda r: r.seq, parent=self)
        self._hearing = Hearing()
        self.list = RowsView(self._model, px(24), "Journal")
        self.list.setItemDelegate(_Paint(self.list))
        header = self.list.horizontalHeader()
        header.setVisible(False)
        header.setMinimumSectionSize(px(20))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(True)
        header.resizeSection(0, px(70))
        self.body.addWidget(self.list, 1)

    @property
    def rows(self) -> Sequence[JournalRow]:
        return self._model.rows

    @property
    def chosen(self) -> int:
        """The number of the entry chosen; 0 for none."""
        return self.list.current.seq if self.list.current is not None else 0

    def show_hearing(self, hearing: Hearing) -> None:
        """Only new entries are worded; a strike, or a name corrected, words the shown ones again."""
        old, self._hearing = self._hearing, hearing
        if hearing.entries is old.entries:
            return
        same_people = hearing.struck == old.struck and hearing.by_name is old.by_name
        known = {row.seq: row for row in self._model.rows} if same_people else {}
        first = max(len(hearing.entries) - SHOWN, 0)
        latest = range(len(hearing.entries), first, -1)
        self._model.show([known.get(seq) or journal_row(hearing, seq) for seq in latest])
        if not self.list.hasFocus():
            self.list.scrollToTop()


def journal_row(hearing: Hearing, seq: int) -> JournalRow:
    entry = hearing.entries[seq - 1]
    at = clock_time(local(hearing, entry.at), seconds=True).rsplit(" ", 1)[0]
    return JournalRow(seq, at, words(entry, hearing), seq in hearing.struck)


class _Paint(QStyledItemDelegate):
    """Small figures; struck entries struck through and muted."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        shown: JournalRow = index.data(ROW)
        shades = colours(option.palette)
        option.font = font(SMALL, struck=shown.struck)
        muted = shown.struck or index.column() == 0
        ink = QColor(shades.muted if muted else shades.text)
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            option.palette.setColor(role, ink)
        if index.column() == 0:
            option.displayAlignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
