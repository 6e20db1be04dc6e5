"""The rows of a list before anybody is registered: each with its state in words, to be taken or left one by one."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from hearingdesk.domain.names import full_name
from hearingdesk.domain.values import SignUp
from hearingdesk.ui.kit.button import KeyButton, button
from hearingdesk.ui.kit.card import row
from hearingdesk.ui.kit.flow import Flow
from hearingdesk.ui.kit.lines import draw_edge
from hearingdesk.ui.kit.look import px
from hearingdesk.ui.kit.rows import Column, RowsModel
from hearingdesk.ui.kit.table import RowsView
from hearingdesk.ui.kit.text import label
from hearingdesk.ui.setup.reading import ListRow

ALL = ""


class RowsTable(RowsView[ListRow]):
    """``toggled`` says that Space or a double click asked to take the chosen row, or to leave it out."""

    toggled = Signal()

    def __init__(self) -> None:
        self.model_ = RowsModel[ListRow](_COLUMNS, key=_number)
        super().__init__(self.model_, px(28), "Rows of the list")
        self.doubleClicked.connect(lambda _: self.toggled.emit())
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for section, width in enumerate(_WIDTHS):
            header.resizeSection(section, px(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_edge(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.toggled.emit()
            return
        super().keyPressEvent(event)


class RowsPanel(QWidget):
    """The table under buttons that count the rows by state and show one state alone."""

    toggled = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[ListRow] = ()
        self._only = ALL
        self.table = RowsTable()
        self.table.setMinimumHeight(px(160))
        self.table.toggled.connect(self._toggle)
        self.states: dict[str, KeyButton] = {}
        self._flow_room = QVBoxLayout()
        self._flow: QWidget | None = None
        self.table.chosen.connect(self._show_detail)
        self.detail = label(wrap=True)
        self.toggle = button("Take or leave this row", self._toggle, key="Space")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(12), px(8), px(12), px(8))
        layout.setSpacing(px(8))
        layout.addLayout(self._flow_room)
        layout.addWidget(self.table, 1)
        layout.addLayout(row(self.toggle, self.detail, spacing=12))

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        self._rows = rows
        counts = Counter(str(one.state) for one in rows)
        if self._only not in counts:
            self._only = ALL
        if list(self.states) != [ALL, *counts]:
            self._make_states([ALL, *counts])
        for state, made in self.states.items():
            made.show_words(f"{state or 'all rows'} {counts[state] if state else len(rows)}")
        self._show_table()

    def show_only(self, state: str) -> None:
        """The rows of one state, or all of them."""
        self._only = state
        self._show_table()

    def _show_table(self) -> None:
        for state, made in self.states.items():
            made.show_on(state == self._only)
        shown = [one for one in self._rows if self._only in (ALL, str(one.state))]
        self.table.model_.show(shown)
        if self.table.current is None and shown:
            self.table.choose(shown[0].number)
        self._show_detail()

    def _show_detail(self) -> None:
        """The chosen row in full: the table has no room for every reason."""
        chosen = self.table.current
        self.detail.setText(_detail(chosen) if chosen else "")

    def _make_states(self, states: Sequence[str]) -> None:
        if self._flow is not None:
            self._flow_room.removeWidget(self._flow)
            self._flow.hide()
            self._flow.deleteLater()
        self.states = {state: button(state, _call(self.show_only, state)) for state in states}
        self._flow = QWidget()
        self._flow.setLayout(Flow(*self.states.values()))
        self._flow_room.addWidget(self._flow)

    def _toggle(self) -> None:
        chosen = self.table.current
        if chosen is not None:
            self.toggled.emit(chosen.number)


def _call(function: Callable[[str], None], state: str) -> Callable[[], None]:
    return lambda: function(state)


def _detail(line: ListRow) -> str:
    why = f": {line.why}" if line.why else ""
    return f"Row {line.number}, {line.state}{why}. {line.words}"


def _number(line: ListRow) -> int:
    return line.number


def _of_slip(words: Callable[[SignUp], str]) -> Callable[[ListRow], str]:
    return lambda line: words(line.sign_up) if line.sign_up else ""


def _name(line: ListRow) -> str:
    """The name, or where the line has none, the line itself."""
    return full_name(line.sign_up, 0) if line.sign_up and line.sign_up.name else line.words


def _speaks(sign_up: SignUp) -> str:
    return "wishes to speak" if sign_up.speaks else sign_up.mode.word


_COLUMNS: tuple[Column[ListRow], ...] = (
    Column("Row", lambda line: str(line.number), right=True),
    Column(
        "", lambda line: "✓ take" if line.taken else "leave", spoken=lambda line: "taken" if line.taken else "left out"
    ),
    Column("State", lambda line: str(line.state)),
    Column("Name", _name),
    Column("Item", _of_slip(lambda s: s.item)),
    Column("Position", _of_slip(lambda s: f"{s.position.mark} {s.position.word}")),
    Column("Takes part", _of_slip(_speaks)),
    Column("For", _of_slip(lambda s: s.organisation)),
    Column("Why", lambda line: line.why),
)
_WIDTHS = (44, 58, 146, 150, 64, 90, 112, 104)
