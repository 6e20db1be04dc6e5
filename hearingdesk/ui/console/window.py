"""The clerk's window: lays out the panels, gives the keys their table, and hands down each new hearing and second."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from hearingdesk.desk import Act, Conflict, Desk, JournalUnavailable
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing, Phase
from hearingdesk.domain.moments import Moment
from hearingdesk.ui.actions import Actions
from hearingdesk.ui.console.acts import Acts
from hearingdesk.ui.console.columns import Columns
from hearingdesk.ui.console.commands import CommandsSheet
from hearingdesk.ui.console.concerns import ConcernsPanel
from hearingdesk.ui.console.display_sheet import DisplaySheet
from hearingdesk.ui.console.floor import FloorPanel
from hearingdesk.ui.console.header import HeaderBar
from hearingdesk.ui.console.in_view import InView
from hearingdesk.ui.console.journal import JournalPanel
from hearingdesk.ui.console.own_keys import OwnKeysSheet
from hearingdesk.ui.console.queue import QueuePanel
from hearingdesk.ui.console.sheets import OF_A_SLIP, SHEETS
from hearingdesk.ui.console.standing_by import Standby, StandingBy
from hearingdesk.ui.console.status import AlarmBand, StatusBar
from hearingdesk.ui.console.summary import SummaryPanel
from hearingdesk.ui.console.table import table
from hearingdesk.ui.console.tabs import Tab
from hearingdesk.ui.console.ticking import Ticker
from hearingdesk.ui.console.wall_acts import Awake, Wall, WallActs
from hearingdesk.ui.console.why_moved import Move
from hearingdesk.ui.keys import OwnKeys
from hearingdesk.ui.kit.card import column
from hearingdesk.ui.kit.scroll import scrolled
from hearingdesk.ui.kit.sheet import OneSheet, Sheet

Outside = Callable[[], object]


class Console(QWidget):
    """One hearing at the desk.

    ``read_files`` opens the import, ``on_export`` writes minutes and workbook, ``on_review`` goes over them; ``wall``
    is the display in the room; ``awake`` holds sleep and screen saver off while the meeting is open or the room looks
    at the display; ``own_keys`` keeps the clerk's own keys; ``standby`` what is ready should the laptop fail;
    ``on_colours`` changes those of all windows. What is not handed in is not offered.
    ``closed`` says that the window is gone and the desk no longer followed.
    """

    closed = Signal()

    def __init__(  # noqa: PLR0913  # so much stands around a desk
        self,
        desk: Desk,
        *,
        read_files: Outside | None = None,
        on_export: Outside | None = None,
        on_review: Outside | None = None,
        on_colours: Outside | None = None,
        wall: Wall | None = None,
        awake: Awake | None = None,
        own_keys: OwnKeys | None = None,
        standby: Standby | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wall = wall
        self._awake = awake
        self._sheets = OneSheet(self)
        self._beaten = ""
        self._shown = desk.hearing.entries
        self._recessed = desk.hearing.recess is not None
        self._typing: QWidget | None = None
        self.acts = Acts(desk, self)
        self.summary = SummaryPanel(desk)
        outside = _outside(read_files, on_export, on_review, on_colours)
        self._wall_acts = WallActs(wall, self.say, lambda: self.floor.said) if wall is not None else None
        if wall is not None and self._wall_acts is not None:
            outside |= self._wall_acts.by_name()
            outside["display"] = partial(self._show_display, wall, self._wall_acts)
        self.standing_by = StandingBy(standby, self, self.say) if standby is not None else None
        if self.standing_by is not None:
            outside |= self.standing_by.acts()
        self._export = on_export
        self.keys = Actions(self, table(desk, self.acts, self, SHEETS, outside), own_keys)
        self._make_panels()
        self._lay_out()
        self._connect()
        self._unfollow = desk.follow(self._show_hearing)
        self.ticker = Ticker(desk.now, lambda: desk.hearing, self)
        self.ticker.ticked.connect(self.show_time)
        self._begin()

    def _show_display(self, wall: Wall, acts: WallActs) -> None:
        self._sheets.show("display", DisplaySheet(wall, acts, self.keys.keys))

    def _begin(self) -> None:
        self._show_hearing(self._desk.hearing)
        self._show_keys()
        if self.keys.told:
            self.say(" ".join(self.keys.told))

    def _make_panels(self) -> None:
        acts, desk = self.acts, self._desk
        self.header = HeaderBar()
        self.alarm = AlarmBand(self.try_again)
        self.queue = QueuePanel(lambda: desk.contacts)
        self.floor = FloorPanel(self.keys, self.summary, lambda: desk.contacts)
        self.floor.clock.told.connect(self.header.show_clock)
        self.concerns = ConcernsPanel(self.keys, acts.raise_concern, acts.add_concern)
        self.journal = JournalPanel()
        self.status = StatusBar(self.keys)
        self.queue.add_foot(self.keys)
        self.queue.take_acts(acts)

    def _lay_out(self) -> None:
        rehearsal = " · REHEARSAL" if self._desk.hearing.meeting.rehearsal else ""
        self.setWindowTitle(f"hearingdesk · {self._desk.hearing.body.name}{rehearsal}")
        self._middle = Columns(self.queue, self.floor, self.concerns, self.journal)
        self._middle.stacked.connect(self.header.keep_clock)
        self._area = scrolled(self._middle)
        self._in_view = InView(self._area, self.floor)
        whole = column(self.header, self.alarm, self._area, self.status, spacing=0)
        whole.setStretchFactor(self._area, 1)
        self.setLayout(whole)
        self.resize(1366, 768)

    def _connect(self) -> None:
        self.summary.left.connect(self._record_left)
        self.summary.failed.connect(self.lose_journal)
        self._sheets.closed.connect(self.queue.show_contacts)
        self.keys.keys_changed.connect(self._show_keys)
        self.queue.chosen_changed.connect(self._chosen_anew)
        self.queue.opened.connect(lambda: self.open_sheet("slip"))
        self.journal.list.chosen.connect(self._chosen_anew)
        self.journal.list.opened.connect(lambda: self.open_sheet("entry"))
        if self._wall is not None:
            self._wall.state_changed.connect(self.show_wall)
            self._wall.changed.connect(self._wall_changed)
            self.show_wall(self._wall.state)
        if self._awake is not None:
            self._awake.told.connect(self.status.show_warning)
        if self.standing_by is not None:
            self.standing_by.stands.connect(self.status.show_copy)
            self.standing_by.start()

    # What is shown

    def _show_hearing(self, hearing: Hearing) -> None:
        if hearing.entries is not self._shown:
            self.floor.say("")  # what was said of how things stood; an act says its own when it is through
            self._shown = hearing.entries
        self._show_room(self._desk.now())  # the room first: it is what the hearing is judged by
        for panel in (self.header, self.queue, self.floor, self.summary, self.concerns, self.journal, self.status):
            panel.show_hearing(hearing)
        self.keys.refresh()
        if self._recessed and hearing.recess is None and self._wall_acts is not None:
            self._wall_acts.warn(on=False)
        self._recessed = hearing.recess is not None
        self._stay_awake(hearing)
        self.show_time(self._desk.now())

    def show_time(self, now: Moment) -> None:
        """The same moment for the console and the wall; writes nothing but the sign of life, once a second."""
        hearing = self._desk.hearing
        self.header.show_time(hearing, now)
        self.floor.show_time(now)
        self.queue.show_time(now)
        self.concerns.show_time(now)
        self._show_room(now)
        self._beat(now)

    def _show_room(self, now: Moment) -> None:
        if self._wall_acts is not None:
            self._wall_acts.show_time(self._desk, now)

    def _beat(self, now: Moment) -> None:
        second = f"{now.utc:%H:%M:%S}"
        if second == self._beaten:
            return
        self._beaten = second
        try:
            self._desk.beat()
        except JournalUnavailable as trouble:
            self.lose_journal(str(trouble))
        except Conflict:
            self._beaten = ""

    def show_wall(self, text: str) -> None:
        """Where the display is, in words."""
        self.status.show_wall(text, attention=self._wall is not None and self._wall.attention)
        self._stay_awake(self._desk.hearing)

    def _wall_changed(self) -> None:
        """A screen that is new, or shows something else now, has what belongs on it at once."""
        self.show_time(self._desk.now())

    def _stay_awake(self, hearing: Hearing) -> None:
        if self._awake is not None:
            live = self._wall is not None and self._wall.live
            self._awake.hold(on=live or hearing.phase in (Phase.IN_SESSION, Phase.RECESSED))

    def say(self, sentence: str, *, refused: bool = False) -> None:
        """The line below the buttons, and aloud to a screen reader."""
        self.floor.say(sentence, refused=refused)
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def mention(self, sentence: str) -> None:
        """Likewise, behind what stands there; it gives way after a minute."""
        self.floor.mention(sentence, self._desk.now())
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _show_keys(self) -> None:
        """The keys as they are now, where they are drawn elsewhere than on a button of the table."""
        for panel in (self.queue, self.floor, self.concerns, self.journal, self.alarm):
            panel.show_keys(self.keys)

    def _chosen_anew(self) -> None:
        """Another is chosen: that nobody was, or why that one could not be, is no longer so."""
        self.keys.refresh()
        if self.floor.refused:
            self.floor.say("")

    # When the journal is lost

    def lose_journal(self, sentence: str) -> None:
        """Red band, input off; what is typed stays where it is."""
        if not self.alarm.words:
            self._typing = QApplication.focusWidget()
        self.alarm.show_trouble(sentence)
        self.status.show_saved(saved=False)
        self._middle.setEnabled(False)
        self.alarm.again.setFocus(Qt.FocusReason.OtherFocusReason)
        self.keys.pause(paused=True, but=("Display", "Desk"))

    def saved_sentence(self) -> str:
        """Why there is nothing to try again; empty while the journal is lost."""
        return "" if self.alarm.words else "Everything is saved."

    def try_again(self) -> None:
        """Writes what can be written; if that works, everything is as before."""
        if not self.alarm.words:
            self.say(self.saved_sentence())
            return
        try:
            self._desk.keep_draft("trial", "")
            self._desk.beat()
        except JournalUnavailable as trouble:
            self.alarm.show_trouble(str(trouble))
            return
        self.alarm.show_trouble("")
        self.status.show_saved(saved=True)
        self._middle.setEnabled(True)
        self.keys.pause(paused=False)
        self.summary.keep_draft()
        if self._typing is not None and isValid(self._typing) and self.isAncestorOf(self._typing):
            self._typing.setFocus(Qt.FocusReason.OtherFocusReason)
        self.say("The record can be written again. Look at the journal for what was last recorded.")

    # What the acts ask for

    def unwritten(self) -> Act | None:
        return self.summary.unwritten()

    def chosen(self) -> int:
        return self.queue.chosen

    def chosen_entry(self) -> int:
        return self.journal.chosen

    def warn_room(self) -> None:
        """The emergency message, until the meeting reconvenes."""
        if self._wall_acts is not None:
            self._wall_acts.warn(on=True)

    def export(self) -> None:
        if self._export is not None:
            self._export()

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that is open, if any."""
        return self._sheets.open

    def find_speaker(self) -> None:
        self.queue.start_finding()

    def ask_why_moved(self, move: Move, question: str) -> None:
        self.queue.ask_why(move, question)

    def search_journal(self) -> None:
        self.journal.start_finding()

    def filter_journal(self) -> None:
        self.journal.show_next()

    def write(self) -> None:
        if not self.summary.edit.isEnabled():
            self.say(self._desk.refusal(rules.write_summary, text=""), refused=True)
        self.summary.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def listen(self) -> None:
        """The summary takes the keys, unless a sheet is open or a walk-in is being typed."""
        if self._sheets.open is None and not self.queue.typing:
            self.queue.end_finding()
            self.write()

    def ask_new_concern(self) -> None:
        self.concerns.ask_new()

    def open_sheet(self, name: str) -> None:
        """One sheet at a time; the same key closes it again."""
        if name not in SHEETS:
            return
        of_one = dict.fromkeys(OF_A_SLIP, self.chosen) | {"entry": self.chosen_entry}
        sheet = SHEETS[name](self._desk, *([of_one[name]()] if name in of_one else []))
        sheet.journal_lost.connect(self.lose_journal)
        sheet.go_to.connect(self.go_to)
        self._sheets.show(name, sheet)

    def go_to(self, place: object) -> None:
        """What a line of a checklist speaks of: a list of the queue, a slip, or a sheet."""
        if isinstance(place, str) and not isinstance(place, Tab):
            self.open_sheet(place)
            return
        self._sheets.close()
        if isinstance(place, Tab):
            self.queue.show_tab(place)
        elif isinstance(place, int):
            self.queue.choose(place)
        self.queue.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_keys(self) -> None:
        self._sheets.show("keys", CommandsSheet(self.keys, "Keys and commands"))

    def show_commands(self) -> None:
        self._sheets.show("commands", CommandsSheet(self.keys, "Commands"))

    def show_own_keys(self) -> None:
        self._sheets.show("own_keys", OwnKeysSheet(self.keys))

    def way(self, name: str) -> str:
        return self.keys.way(name)

    def show_menu(self) -> None:
        menu = self.keys.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(
            self.status.mapToGlobal(QPoint(self.status.width() - menu.sizeHint().width(), -menu.sizeHint().height()))
        )

    def _record_left(self, slip: int, text: str) -> None:
        """A summary left behind by an act of another road goes on the record once that act is through."""

        def record() -> None:
            if self.acts.do(rules.write_summary, slip=slip, text=text):
                self.summary.forget(slip)

        QTimer.singleShot(0, self, record)

    @property
    def columns(self) -> int:
        """How many columns the panels stand in."""
        return self._middle.number

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._middle.fit(self.width(), self._area.verticalScrollBar().sizeHint().width())

    def showEvent(self, event: QShowEvent) -> None:
        """Where somebody speaks, as when the program was interrupted, the keys go to what is said."""
        super().showEvent(event)
        self.ticker.tick()
        turn = self._desk.hearing.turn
        if turn is not None and turn.started is not None and not event.spontaneous():
            self.write()

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is typed stays a draft; the desk is let go."""
        self.summary.keep_draft()
        self.ticker.stop()
        self._unfollow()
        if self.standing_by is not None:
            self.standing_by.end()
        if self._awake is not None:
            self._awake.hold(on=False)
        self.closed.emit()
        super().closeEvent(event)


def _outside(*deeds: Outside | None) -> dict[str, Outside]:
    """What the program around the window offers, by the id of its action."""
    offered = zip(("import", "export", "review", "colours"), deeds, strict=True)
    return {name: deed for name, deed in offered if deed is not None}
