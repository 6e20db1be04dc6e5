"""The sheet of keys (F1) and the search for commands (Ctrl+Shift+P), both made from the table of actions."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hearingdesk.ui.actions import Action, Actions
from hearingdesk.ui.kit.keycap import cap_size, draw_cap, key_words
from hearingdesk.ui.kit.look import HAND, Tone, colours, font, px
from hearingdesk.ui.kit.rows import ROW, Column, RowsModel
from hearingdesk.ui.kit.sheet import Sheet
from hearingdesk.ui.kit.table import RowsView
from hearingdesk.ui.kit.text import label

WIDE = 520
"""Pixels at 100 %: the longest act is read whole."""
NOT_FOUND = "No command has these words."
NOT_CHOSEN = "Type a word of it, or go down the list; Enter does what is chosen."


@dataclass(frozen=True, slots=True)
class CommandRow:
    id: str
    group: str
    words: str
    key: str
    refusal: str

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.words, self.key, self.refusal) if part)


def command_rows(actions: Actions, text: str = "") -> list[CommandRow]:
    """The acts whose words hold every word typed, those in order first."""
    needles = text.casefold().split()
    rows = [_row(action) for action in actions.table.values()]
    found = [r for r in rows if all(n in f"{r.group} {r.words} {r.key}".casefold() for n in needles)]
    return sorted(found, key=lambda r: bool(r.refusal)) if needles else found


def _row(action: Action) -> CommandRow:
    return CommandRow(action.id, action.group, action.words, key_words(action.key), action.refusal())


class CommandsSheet(Sheet):
    """A line to search in and the list of acts; Enter does the chosen one, or says why it is not in order."""

    def __init__(self, actions: Actions, title: str) -> None:
        super().__init__(title, wide=WIDE)
        self._actions = actions
        self.finder = QLineEdit()
        self.finder.setPlaceholderText("What do you want to do?")
        self.finder.setAccessibleName("Search for a command")
        self.finder.setMinimumHeight(px(HAND))
        columns = (
            Column[CommandRow]("Act", lambda r: f"{r.group}: {r.words}", lambda r: r.spoken, tip=lambda r: r.refusal),
            Column[CommandRow]("Key", lambda r: r.key, right=True),
        )
        self._model = RowsModel(columns, key=lambda r: r.id, parent=self)
        self.list = RowsView(self._model, px(28), "Commands")
        self._why = label(tone=Tone.MUTED, wrap=True)
        self.list.setItemDelegate(_Paint(self.list))
        self.list.lay_columns({1: 130})
        self.body.addWidget(self.finder)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._why)
        self.finder.textChanged.connect(self._fill)
        self.finder.installEventFilter(self)
        self.list.activated.connect(lambda _: self._run())
        self.list.chosen.connect(self._show_why)
        self._fill("")

    @property
    def why(self) -> str:
        """Why the chosen act is not in order; empty if it is."""
        return self._why.text()

    def focus_first(self) -> None:
        self.finder.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down walk through the list while one types."""
        if watched is self.finder and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            match event.key():
                case Qt.Key.Key_Down | Qt.Key.Key_Up:
                    self._walk(1 if event.key() == Qt.Key.Key_Down else -1)
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._run()
                    return True
        return super().eventFilter(watched, event)

    def _fill(self, text: str) -> None:
        """The first found is the chosen one; while nothing is looked for, Enter has nothing to do by mistake."""
        self._model.show(command_rows(self._actions, text))
        self.list.setCurrentIndex(QModelIndex())
        if text.strip() and self._model.rows:
            self.list.choose(self._model.row(0).id)
        self._show_why()

    def _walk(self, by: int) -> None:
        place = self.list.currentIndex().row() + by
        if 0 <= place < len(self._model.rows):
            self.list.choose(self._model.row(place).id)

    def _show_why(self) -> None:
        current, nothing = self.list.current, NOT_FOUND if self.finder.text().strip() else NOT_CHOSEN
        self._why.setText(current.refusal if current is not None else nothing)

    def _run(self) -> None:
        """The focus goes back before the act, so that it acts where the clerk was."""
        current = self.list.current
        if current is not None and not current.refusal:
            self.close_sheet()
            self._actions.table[current.id].call()


class _Paint(QStyledItemDelegate):
    """Words, and the key as a cap; what is not in order is muted."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown: CommandRow = index.data(ROW)
        box: QRect = option.rect
        shades = colours(option.palette)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, QColor(shades.selected if chosen else shades.card))
        ink = QColor(shades.muted if shown.refusal else shades.text)
        if index.column() == 0:
            painter.setFont(font())
            painter.setPen(ink)
            words = f"{shown.group}: {shown.words}"
            fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width() - px(12))
            painter.drawText(box.adjusted(px(8), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, fitting)
        elif shown.key:
            cap = cap_size(shown.key)
            place = QRect(box.right() - cap.width() - px(8), box.center().y() - cap.height() // 2, 0, 0)
            place.setSize(cap)
            draw_cap(painter, place, shown.key, ink, QColor(shades.card))
        painter.restore()
