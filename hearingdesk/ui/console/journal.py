"""The journal card: what went on the record, latest first, struck entries struck through and still there."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from shiboken6 import isValid

from hearingdesk.domain.events import EntryStruck, Event, StrikeLifted
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.names import folded
from hearingdesk.domain.wording import words
from hearingdesk.ui.actions import Actions
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import Card
from hearingdesk.ui.kit.look import SMALL, TARGET, colours, font, px
from hearingdesk.ui.kit.rows import ROW, Column, RowsModel
from hearingdesk.ui.kit.table import RowsView

SHOWN = 200
"""So many of the latest entries; the search goes through the whole journal."""

MARGIN = 3
"""Pixels between the edge of a cell and its words, as in every table that the style draws."""


LEFT = 10
"""Pixels at 100 % from the edge of the list to the times, which stand below the card's title."""


class Shown(StrEnum):
    """Which entries the journal shows, and the word for it."""

    ALL = "All"
    FLOOR = "Floor"
    HEARD = "Heard"
    MOTIONS = "Motions"
    SLIPS = "Slips"
    MEETING = "Meeting"
    STRUCK = "Struck"


_SUBJECTS = {"floor": Shown.FLOOR, "heard": Shown.HEARD, "motions": Shown.MOTIONS, "registration": Shown.SLIPS}
"""By the module that an event stands in; what is of none of these is of the meeting."""


def subject_of(event: Event) -> Shown:
    """What an entry is about."""
    if isinstance(event, EntryStruck | StrikeLifted):
        return Shown.STRUCK
    return _SUBJECTS.get(type(event).__module__.rpartition(".")[2], Shown.MEETING)


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
        self._worded: dict[int, JournalRow] = {}
        self._before: QWidget | None = None
        self.list = RowsView(self._model, px(24), "Journal")
        self.list.setItemDelegate(_Paint(self.list))
        header = self.list.horizontalHeader()
        header.setVisible(False)
        header.setMinimumSectionSize(px(20))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(True)
        header.resizeSection(0, px(68))
        self.shown = Shown.ALL
        self.filter = button(self.shown.value, self.show_next, kind="link")
        self.filter.make_room(*Shown)
        self.filter.setAccessibleDescription("Which entries are listed; pressed again, the next kind.")
        self.finder = _finder()
        self.finder.textChanged.connect(lambda _: self._show_rows())
        self.finder.installEventFilter(self)
        self.title_row.insertWidget(1, self.filter)
        self.title_row.addWidget(self.finder)
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
        if hearing.struck != old.struck or hearing.by_name is not old.by_name:
            self._worded.clear()
        self._show_rows()

    def show_keys(self, keys: Actions) -> None:
        """The key of the search, as it is now."""
        words = f"Search   {keys.cap('journal')}"
        self.finder.setPlaceholderText(words)
        self.finder.setMinimumWidth(self.finder.fontMetrics().horizontalAdvance(words) + px(24))

    def show_next(self) -> None:
        """The next kind of entries, and after the last all of them again."""
        kinds = list(Shown)
        self.shown = kinds[(kinds.index(self.shown) + 1) % len(kinds)]
        self.filter.show_words(self.shown.value)
        self._show_rows()

    def start_finding(self) -> None:
        """The keys go to the search; Esc gives them back."""
        if not self.finder.hasFocus():
            self._before = self.window().focusWidget()
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.finder.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the search: Down and Enter go into the list, Esc clears and leaves."""
        if watched is self.finder and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            match event.key():
                case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._into_list()
                    return True
                case Qt.Key.Key_Escape:
                    self._leave()
                    return True
        return super().eventFilter(watched, event)

    def _into_list(self) -> None:
        if self._model.rows:
            self.list.choose(self._model.row(0).seq)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.finder.clear()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_rows(self) -> None:
        """The latest entries, or the latest that were searched for."""
        needles = self.finder.text().split()
        rows = map(self._row, filter(self._wanted, range(len(self._hearing.entries), 0, -1)))
        self._model.show(list(islice((row for row in rows if _holds(row, needles)), SHOWN)))
        if not self.list.hasFocus():
            self.list.scrollToTop()

    def _wanted(self, seq: int) -> bool:
        """Whether an entry is of the kind that is shown; struck ones are with the strikes too."""
        if self.shown is Shown.ALL:
            return True
        struck = self.shown is Shown.STRUCK and seq in self._hearing.struck
        return struck or subject_of(self._hearing.entries[seq - 1].event) is self.shown

    def _row(self, seq: int) -> JournalRow:
        if seq not in self._worded:
            self._worded[seq] = journal_row(self._hearing, seq)
        return self._worded[seq]


def journal_row(hearing: Hearing, seq: int) -> JournalRow:
    entry = hearing.entries[seq - 1]
    at = clock_time(local(hearing, entry.at), seconds=True).rsplit(" ", 1)[0]
    return JournalRow(seq, at, words(entry, hearing), seq in hearing.struck)


def _holds(row: JournalRow, needles: list[str]) -> bool:
    """Whether every word looked for is in the entry, or is its number or time."""
    if not needles:
        return True
    said = folded(row.spoken)
    return all(folded(needle) in said or needle == str(row.seq) or row.time.startswith(needle) for needle in needles)


def _finder() -> QLineEdit:
    box = QLineEdit()
    box.setPlaceholderText("Search")
    box.setAccessibleName("Search the journal")
    box.setAccessibleDescription("Words, a name, a time or a number. Enter goes into the list.")
    box.setClearButtonEnabled(True)
    box.setMinimumHeight(px(TARGET))
    return box


class _Paint(QStyledItemDelegate):
    """Small figures; struck entries struck through and muted. A long one keeps its end: who, and what became."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Drawn here, since the style sheet takes three times as long for a cell, and each act draws them all."""
        shown: JournalRow = index.data(ROW)
        shades, box = colours(option.palette), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(shades.selected))
        at = index.column() == 0
        face = font(SMALL, struck=shown.struck)
        words, room = shown.time if at else shown.words, box.adjusted(px(LEFT) if at else MARGIN, 0, -MARGIN, 0)
        painter.setFont(face)
        painter.setPen(QColor(shades.muted if shown.struck or at else shades.text))
        fitting = QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideMiddle, room.width())
        where = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(room, where, fitting)
