"""The rows of a list before anybody is registered: each with its state in words, to be taken or left one by one."""

from collections import Counter
from collections.abc import Callable, Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from hearingdesk.domain.local import date_and_time
from hearingdesk.domain.names import full_name
from hearingdesk.domain.values import SignUp
from hearingdesk.ui.kit.button import KeyButton, button
from hearingdesk.ui.kit.card import row
from hearingdesk.ui.kit.flow import Flow
from hearingdesk.ui.kit.lines import frame
from hearingdesk.ui.kit.look import px
from hearingdesk.ui.kit.rows import Column, RowsModel
from hearingdesk.ui.kit.table import RowsView
from hearingdesk.ui.kit.text import capital, label
from hearingdesk.ui.setup.pairs import PairView, Side
from hearingdesk.ui.setup.reading import ListRow

ALL = ""


class RowsTable(RowsView[ListRow]):
    """``toggled`` says that Space or a double click asked to take the chosen row, or to leave it out."""

    toggled = Signal()

    def __init__(self) -> None:
        self.model_ = RowsModel[ListRow](_COLUMNS, key=_number)
        super().__init__(self.model_, px(28), "Rows of the list")
        frame(self)
        self.doubleClicked.connect(lambda _: self.toggled.emit())
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for section, width in enumerate(_WIDTHS):
            header.resizeSection(section, px(width))

    def sizeHint(self) -> QSize:
        """It takes what room there is, and asks for none that would make the screen scroll."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.toggled.emit()
            return
        super().keyPressEvent(event)


class RowsPanel(QWidget):
    """The table under buttons that count the rows by state and show one state alone."""

    toggled = Signal(int)

    def __init__(self, zone: str = "UTC") -> None:
        super().__init__()
        self._rows: Sequence[ListRow] = ()
        self._zone = ZoneInfo(zone)
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
        self.pair = PairView()
        self.both = button("Keep both", lambda: self._want(self.table.current, take=True))
        self.leave = button("", lambda: self._want(self.table.current, take=False))
        self.leave_twin = button("", lambda: self._want(self._twin_row(), take=False))
        self._choice = QWidget()
        self._choice.setLayout(row(self.both, self.leave, self.leave_twin))
        layout.addWidget(self.pair)
        acts = row(self.toggle, self._choice, self.detail, spacing=12)
        acts.setStretch(2, 1)
        layout.addLayout(acts)
        self._show_detail()

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        self._rows = rows
        counts = Counter(str(one.state) for one in rows)
        if self._only not in counts:
            self._only = ALL
        if list(self.states) != [ALL, *counts]:
            self._make_states([ALL, *counts])
        for state, made in self.states.items():
            made.show_words(f"{capital(state) or 'All rows'} {counts[state] if state else len(rows)}")
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
        self.toggle.setVisible(not (chosen and chosen.twins))
        self._show_pair(chosen if chosen and chosen.twins else None)

    def _show_pair(self, chosen: ListRow | None) -> None:
        """The chosen row beside the one that is likely the same person; what is to become of the two."""
        self.pair.setVisible(chosen is not None)
        kept = self.pair.sizePolicy()
        kept.setRetainSizeWhenHidden(any(one.twins for one in self._rows))
        self.pair.setSizePolicy(kept)
        self._choice.setVisible(chosen is not None)
        self.detail.setVisible(chosen is None)
        if chosen is None or chosen.sign_up is None:
            return
        twin, other = chosen.twins[0], self._twin_row()
        self.pair.show_pair(
            self._side(f"Row {chosen.number}", chosen.sign_up), self._side(twin.known_as.capitalize(), twin.sign_up)
        )
        self.leave.show_words(f"Leave row {chosen.number} out")
        self.leave.show_on(not chosen.taken)
        self.leave_twin.setVisible(other is not None)
        if other is not None:
            self.leave_twin.show_words(f"Leave row {other.number} out")
            self.leave_twin.show_on(not other.taken)
        self.both.show_on(chosen.taken and (other is None or other.taken))

    def _side(self, name: str, sign_up: SignUp) -> Side:
        received = date_and_time(sign_up.received.astimezone(self._zone)) if sign_up.received else ""
        return Side(name, sign_up, received)

    def _twin_row(self) -> ListRow | None:
        """The other row of the list, where the twin is not registered yet."""
        chosen = self.table.current
        number = chosen.twins[0].row if chosen and chosen.twins else 0
        return next((one for one in self._rows if number and one.number == number), None)

    def _want(self, line: ListRow | None, *, take: bool) -> None:
        """The row taken or left out, if it is not already; to keep both, the other one as well."""
        for one in (line, self._twin_row()) if take else (line,):
            if one is not None and one.taken != take:
                self.toggled.emit(one.number)

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
    Column("Item", lambda line: ", ".join(sign_up.item for sign_up in line.sign_ups)),
    Column("Position", _of_slip(lambda s: f"{s.position.mark} {s.position.word}")),
    Column("Takes part", _of_slip(_speaks)),
    Column("For", _of_slip(lambda s: s.organisation)),
    Column("Why", lambda line: line.why),
)
_WIDTHS = (44, 58, 146, 150, 64, 90, 112, 104)
