"""The left card: find or add a speaker, who is coming, and when it will be over."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget
from shiboken6 import isValid

from hearingdesk.domain.counts import how_many
from hearingdesk.domain.hearing import Hearing, Item, ItemState
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.values import SignUp
from hearingdesk.ui.actions import Actions
from hearingdesk.ui.console.forecasting import ForecastWords, forecast_words
from hearingdesk.ui.console.queue_find import Finder, Found
from hearingdesk.ui.console.queue_foot import ActsFoot, ForecastFoot
from hearingdesk.ui.console.queue_paint import POSITION, ROW_HEIGHT, SLIP, TIME, QueuePaint
from hearingdesk.ui.console.queue_rows import Contacts, QueueRow, queue_row
from hearingdesk.ui.console.steps import listed_item
from hearingdesk.ui.console.tabs import Tab, TabButton, tab_counts, tab_slips
from hearingdesk.ui.console.walk_in import WalkIn
from hearingdesk.ui.console.why_moved import Move, WhyMoved
from hearingdesk.ui.kit.card import Card, column, hairline, row
from hearingdesk.ui.kit.dragged import DraggedRows
from hearingdesk.ui.kit.flow import Flow
from hearingdesk.ui.kit.look import SMALL, Tone, px
from hearingdesk.ui.kit.rows import Column, RowsModel
from hearingdesk.ui.kit.text import label

LONG = 24
"""Characters of a name from which on the list may cut it, and a tooltip has the whole."""
COLUMNS = (
    Column[QueueRow]("Slip", lambda r: str(r.slip), lambda r: f"Slip {r.slip}"),
    Column[QueueRow]("Name", lambda r: r.name, lambda r: r.spoken, tip=lambda r: r.name if len(r.name) > LONG else ""),
    Column[QueueRow]("Position", lambda r: r.position.word),
    Column[QueueRow]("Time", lambda r: r.time),
)
LEARNT_AT_ONCE = 50
"""Names: about a millisecond."""


class QueueActs(Protocol):
    """What the card asks for; everything goes on the record, or is refused in a sentence."""

    def register(self, sign_up: SignUp, *, late: bool = False) -> int:
        """The number of the new slip; 0 where it was refused."""

    def move_to(self, slip: int, place: int) -> None: ...
    def record_move(self, move: Move) -> bool: ...


class QueuePanel(Card):
    """``contacts`` is asked for what is known of people beside the record; ``opened`` asks for the slip chosen."""

    chosen_changed = Signal()
    opened = Signal()

    def __init__(self, contacts: Contacts, parent: QWidget | None = None) -> None:
        super().__init__("Speakers", parent)
        self._contacts = contacts
        self._hearing = Hearing()
        self._now: Moment | None = None
        self._before: QWidget | None = None
        self._tab = Tab.WAITING
        self._names = Finder()
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self.finder = _find_box()
        self.walk_in = WalkIn(self._names.alike.named)
        self.why = WhyMoved()
        self._model = RowsModel(COLUMNS, key=lambda r: r.slip, parent=self)
        self.list = DraggedRows(self._model, px(ROW_HEIGHT), "Speakers")
        self._nobody = label(tone=Tone.MUTED, wrap=True)
        self._more = label(size=SMALL, tone=Tone.MUTED, wrap=True)
        self.tabs = {tab: TabButton(tab) for tab in Tab}
        self._foot: ActsFoot | None = None
        self.foot = ForecastFoot()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._set_up_list()
        self.body.addLayout(row(self.finder, margins=(12, 8, 12, 4)))
        self.body.addWidget(self.walk_in)
        self.body.addWidget(self.why)
        self.body.addLayout(column(Flow(*self.tabs.values(), gap=14, line_gap=0), margins=(12, 4, 12, 4)))
        self.body.addWidget(hairline())
        self.body.addWidget(self._nobody, 1)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nobody.setContentsMargins(px(12), px(12), px(12), px(12))
        self.body.addWidget(self.list, 1)
        self._more.setContentsMargins(px(12), px(4), px(12), px(4))
        self._more.hide()
        self.body.addWidget(self._more)

    def add_foot(self, actions: Actions) -> None:
        """What needs the table of actions: the acts on the chosen one, the forecast with its limit, the import."""
        self._foot = ActsFoot(actions)
        self.body.addWidget(self._foot)
        self.foot.add_limit(actions)
        self.body.addWidget(self.foot)
        if "order_queue" in actions.table:
            self.title_row.addWidget(actions.button("order_queue", "Order…", kind="link", capped=False))
        if "import" in actions.table:
            self.title_row.addWidget(actions.button("import", "Import…", kind="link", capped=False))

    def _set_up_list(self) -> None:
        self.list.setItemDelegate(QueuePaint(self.list))
        self.list.lay_columns({SLIP: 42, POSITION: 84, TIME: 76})

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for tab, made in self.tabs.items():
            group.addButton(made)
            made.clicked.connect(lambda _=False, chosen=tab: self.show_tab(chosen))
        self.tabs[self._tab].setChecked(True)
        self.finder.textChanged.connect(lambda _: self._refill())
        self._idle.timeout.connect(self._learn)
        self.finder.installEventFilter(self)
        self.list.chosen.connect(self._show_foot)
        self.list.chosen.connect(self.chosen_changed)
        self.list.opened.connect(self.opened)
        self.walk_in.closed.connect(self._to_finder)
        self.why.closed.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))

    # What is shown

    def show_hearing(self, hearing: Hearing) -> None:
        old, self._hearing = self._hearing, hearing
        if new_list(old, hearing):
            self._refill()
        if old.last_slip != hearing.last_slip:
            self._idle.start()

    def _learn(self) -> None:
        """A few names at a time while nothing else is to be done, so that the first key finds them all known."""
        if not self._names.learn(self._hearing, LEARNT_AT_ONCE):
            self._idle.stop()
            self._refill()

    def show_contacts(self) -> None:
        """What is known of people beside the record was changed."""
        self._refill()

    def show_time(self, now: Moment) -> None:
        self._now = now
        item = listed_item(self._hearing)
        self.foot.show_words(forecast_words(self._hearing, item, now) if item else ForecastWords("Nobody waiting"))

    def show_tab(self, tab: Tab) -> None:
        self._tab = tab
        self.tabs[tab].setChecked(True)
        self._refill()

    # What the clerk chose

    @property
    def chosen(self) -> int:
        """The slip chosen; 0 for none."""
        current = self.list.current
        return current.slip if current is not None else 0

    def choose(self, slip: int) -> None:
        """Shows this slip in the list and makes it the chosen one."""
        if not self.list.choose(slip):
            self.show_tab(Tab.ALL)
            self.list.choose(slip)

    @property
    def more(self) -> str:
        """What stands below what was found; empty while nothing is looked for."""
        return self._more.text() if not self._more.isHidden() else ""

    @property
    def nobody(self) -> str:
        """What stands in the place of an empty list."""
        return self._nobody.text()

    @property
    def typing(self) -> bool:
        """Whether the keys go to looking for somebody, adding one, or saying why one is moved, just now."""
        focus = self.window().focusWidget()
        in_a_strip = self.walk_in.isAncestorOf(focus) or self.why.isAncestorOf(focus)
        return in_a_strip or (focus is self.finder and bool(self.finder.text()))

    def end_finding(self) -> None:
        """The whole list again; a search left standing would hide who waits."""
        self.finder.clear()

    def show_keys(self, keys: Actions) -> None:
        """The key of the search, as it is now."""
        self.finder.setPlaceholderText(f"Find or add a speaker      {keys.cap('find')}")

    def start_finding(self) -> None:
        focus = self.window().focusWidget()
        if not self.isAncestorOf(focus):
            self._before = focus
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.finder.selectAll()

    def ask_why(self, move: Move, question: str) -> None:
        """Asks in place why somebody jumps the queue."""
        self.why.ask(move, question)

    def take_acts(self, acts: QueueActs) -> None:
        """Who does what the card asks for."""

        def given(sign_up: SignUp, late: bool) -> None:  # noqa: FBT001  # as the signal gives it
            slip = acts.register(sign_up, late=late)
            if slip:
                self.walk_in.close_strip()
                self.finder.clear()
                self.choose(slip)

        def moved(move: Move) -> None:
            if acts.record_move(move):
                self.why.close_strip()

        self.walk_in.given.connect(given)
        self.why.given.connect(moved)
        self.list.dropped.connect(acts.move_to)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the find box: Down goes into the list, Enter takes the find or adds, Esc clears and leaves."""
        if watched is self.finder and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._find_key(event)
        return super().eventFilter(watched, event)

    def _find_key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Down:
                self._into_list()
            case Qt.Key.Key_Escape:
                return self._leave_finder()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                if shifted or not self._model.rowCount():
                    self._open_walk_in()
                else:
                    self._into_list()
            case _:
                return False
        return True

    def _leave_finder(self) -> bool:
        """The first Esc clears; the next goes back to what was being typed, or is for the window where that is gone."""
        before = self._before
        if self.finder.text():
            self.finder.clear()
            return True
        if before is None or not isValid(before) or not before.isVisible():
            return False
        before.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _into_list(self) -> None:
        if self._model.rowCount():
            self.list.choose(self._model.row(0).slip)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_walk_in(self) -> None:
        item = listed_item(self._hearing)
        self._names.learn(self._hearing)
        name = " ".join(self.finder.text().split())
        self.walk_in.open_with(self._hearing, item.id if item else "", name, self._now)

    def _to_finder(self) -> None:
        self.finder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refill(self) -> None:
        item = listed_item(self._hearing)
        text = self.finder.text().strip()
        found = self._names.find(self._hearing, text) if text else Found()
        slips = found.slips if text else tab_slips(self._hearing, item, self._tab)
        self._model.show_keys(slips, self._maker(item))
        self.list.draggable = not text and self._tab is Tab.WAITING
        for tab, number in tab_counts(item).items():
            self.tabs[tab].show_count(number)
        self._nobody.setText(_empty_words(text, self._tab, item) + self._elsewhere(text, item))
        self._nobody.setVisible(not slips)
        if not slips and self.list.hasFocus():
            self._to_finder()  # or Qt gives the keys to some button
        self.list.setVisible(bool(slips))
        self._more.setText(_found_words(found))
        self._more.setVisible(bool(found.slips))
        self._show_foot()

    def _elsewhere(self, text: str, item: Item | None) -> str:
        """Who waits on other items, the most first: so a list just imported is found."""
        items = self._hearing.items.values()
        others = [] if text else [each for each in items if each.queue and each is not item]
        others.sort(key=lambda each: -len(each.queue))
        told = [f"{how_many(len(each.queue), 'person', 'people')} on {each.label}" for each in others[:3]]
        return f" Waiting: {', '.join(told)}{' and on others' if others[3:] else ''}." if told else ""

    def _show_foot(self) -> None:
        if self._foot is not None:
            tab = Tab.ALL if self.finder.text().strip() else self._tab
            doubtful = bool(self.chosen and self._names.alike.of(self._hearing, self.chosen))
            self._foot.show_for(tab, listed_item(self._hearing), doubtful=doubtful)

    def _maker(self, item: Item | None) -> Callable[[int], QueueRow]:
        """Makes the rows that come into view."""
        hearing, contacts, home = self._hearing, self._contacts(), item.id if item else ""
        alike = self._names.alike
        return lambda slip: queue_row(hearing, slip, contacts.get(slip), home, alike.of(hearing, slip))


def new_list(old: Hearing, new: Hearing) -> bool:
    """Whether anything the list shows has changed."""
    return (
        old.items is not new.items
        or old.registrations is not new.registrations
        or old.in_hand != new.in_hand
        or old.profile is not new.profile
        or old.told_apart is not new.told_apart
    )


def _empty_words(text: str, tab: Tab, item: Item | None) -> str:
    if text:
        return f"Nobody called “{text}”. Enter adds a slip."
    if item is None:
        return "The agenda has no item that takes testimony."
    absent = how_many(len(item.absent), "person", "people")
    callable_again = item.absent and not item.closed and item.state is not ItemState.DONE
    return {
        Tab.WAITING: f"Nobody is waiting on {item.label}."
        + (f" {absent} called and not present can be called once more." if callable_again else ""),
        Tab.HEARD: f"Nobody has been heard on {item.label} yet.",
        Tab.PASSED: "Nobody was called without being present.",
        Tab.LATE: "No late slip needs the chair's leave.",
        Tab.REGISTERED: f"Nobody registered on {item.label} without speaking.",
        Tab.WRITTEN: f"There is no written comment on {item.label}.",
        Tab.QUESTIONS: f"Nobody is here for questions only on {item.label}.",
        Tab.UNREACHED: f"Everybody on {item.label} was reached.",
        Tab.ALL: f"Nobody is registered on {item.label} yet.",
    }[tab]


def _found_words(found: Found) -> str:
    """What the keys of the find box do with what was found; a second person of one name is added, too."""
    some = f"The first {len(found.slips)} of {found.number:,} found. Type on to find the one. "
    keys = "Enter takes the first; Shift+Enter adds another person."
    return (some if found.number > len(found.slips) else "") + keys


def _find_box() -> QLineEdit:
    box = QLineEdit()
    box.setAccessibleName("Find or add a speaker")
    box.setAccessibleDescription("Name, slip or organisation. Enter takes what was found, else adds; Shift+Enter adds.")
    box.setClearButtonEnabled(True)
    box.setMinimumHeight(px(32))
    return box
