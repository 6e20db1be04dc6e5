"""The window as a whole: one table of keys, sheets, the red band, the wall, names for screen readers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from hearingdesk.desk import Conflict, Desk
from hearingdesk.domain import rules
from hearingdesk.domain.events import Entry, HearingPrepared
from hearingdesk.domain.evolve import fold
from hearingdesk.domain.timing import reading
from hearingdesk.ui.console.sheets import SHEETS
from hearingdesk.ui.kit.text import PlainLabel
from tests.builders import PROFILE, commenting
from tests.ui.console.conftest import AtConsole
from tests.ui.console.wall_fakes import with_wall

FULL = "The disk is full. Everything up to 6:00 PM is safe. Make room, then press Try again."


class FakeWall(QObject):
    """A display that only remembers."""

    state_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.faces: list[Face] = []
        self.pressed: list[object] = []
        self.told: tuple[str, ...] = ()
        self.live = False

    @property
    def state(self) -> str:
        return "HDMI-1 1920×1080 ● live" if self.live else "No second screen"

    def show_face(self, face: Face) -> None:
        self.faces.append(face)

    def go_live(self) -> None:
        self.live = True
        self.state_changed.emit(self.state)

    def take_down(self) -> None:
        self.live = False
        self.state_changed.emit(self.state)

    def open_window(self) -> None:
        self.pressed.append("window")

    def blank(self) -> None:
        self.pressed.append("blank")

    def freeze(self) -> None:
        self.pressed.append("freeze")

    def message(self, words: Sequence[str] = ()) -> None:
        self.told = tuple(words)
        self.pressed.append(self.told)

    def messages(self) -> Mapping[str, Sequence[str]]:
        return {"emergency": ("Leave the room.",)}


def with_wall(qtbot: QtBot) -> tuple[Clerk, FakeWall]:
    evening = commenting(PROFILE, "Ann Lee")
    journal, clock, wall = MemoryJournal(evening.hearing.entries), FakeClock(evening.now), FakeWall()
    desk = Desk(journal, clock, "rd")
    console = Console(desk, wall=wall)  # type: ignore[arg-type]  # a class attribute Signal is an instance on objects
    qtbot.addWidget(console)
    with qtbot.waitActive(console):
        console.show()
    return Clerk(console, desk, clock, journal, []), wall


def test_no_two_acts_share_a_key_and_none_takes_one_from_the_typist(qtbot: QtBot) -> None:
    clerk, _ = with_wall(qtbot)
def test_one_key_recesses_in_an_emergency_warns_the_room_and_the_speaker_resumes_where_she_stood(qtbot: QtBot) -> None:
    clerk, wall = with_wall(qtbot)
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.wait(130)
    clerk.press("Ctrl+T", "Ctrl+Shift+R")
    recess = clerk.hearing.recess
    assert recess is not None
    assert recess.reason == "Emergency"
    assert wall.pressed == [("Leave the room.",)]
    assert clerk.said == "In recess: emergency. Everything is saved and the clock stands; Ctrl+R reconvenes."
    assert clerk.console.keys.table["alarm"].refusal() == "The meeting is in recess. Reconvene first."
    clerk.wait(840)
    clerk.press("Ctrl+Return")
    assert wall.pressed == [("Leave the room.",), ()]
    turn = clerk.hearing.turn
    assert turn is not None
    assert reading(PROFILE, turn, clerk.clock.now()).text == "0:48"
    texts = [words.text() for words in clerk.console.header.findChildren(PlainLabel)]
    assert "⚠ Quorum 3 of 5: all back? F3" in texts
    clerk.press("F8")
    clerk.wait(10)
    assert reading(PROFILE, clerk.hearing.turn, clerk.clock.now()).text == "0:38"


def test_another_message_on_the_wall_is_not_taken_down_with_the_recess(qtbot: QtBot) -> None:
    clerk, wall = with_wall(qtbot)
    wall.message(["Overflow seating is in 302."])
    clerk.desk.record(rules.recess, reason="Break")
    clerk.press("Ctrl+R")
    assert wall.told == ("Overflow seating is in 302.",)


    table = list(clerk.console.keys.table.values())
    assert conflicts(table) == []
    assert len(table) > 50


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("Ctrl+Z", "strike and new share Ctrl+Z"),
        ("ctrl+return", "main and new share Ctrl+Return"),
        ("Ctrl+C", "new takes Ctrl+C from whoever types"),
        ("Ctrl+Backspace", "new takes Ctrl+Backspace from whoever types"),
        ("S", "new sits on a bare key, S"),
    ],
)
def test_a_key_conflict_is_found(qtbot: QtBot, key: str, wrong: str) -> None:
    clerk, _ = with_wall(qtbot)
    new = Action("new", "Floor", "New", key, lambda: None)
    assert conflicts([*clerk.console.keys.table.values(), new]) == [wrong]


def test_every_key_of_the_table_reaches_its_act_from_the_summary(at_console: AtConsole) -> None:
    evening = commenting(PROFILE, "Ann Lee")
    clerk = at_console(evening)
    clerk.press("Ctrl+Return", "Ctrl+Return")
    reached: list[str] = []
    for name, act in clerk.console.keys.acts.items():
        act.triggered.disconnect()
        act.triggered.connect(lambda _=False, name=name: reached.append(name))
    clerk.press("Ctrl+T")
    clerk.console.summary.edit.setFocus()
    wanted = [action for action in clerk.console.keys.table.values() if action.key]
    for action in wanted:
        clerk.press(action.key)
    assert reached[1:] == [action.id for action in wanted]
    assert clerk.console.summary.edit.toPlainText() == ""


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("F2", "agenda"),
        ("F3", "roll"),
        ("F4", "motion"),
        ("F6", "limit"),
        ("Ctrl+R", "recess"),
        ("Ctrl+Shift+A", "adjourn"),
        ("Ctrl+Shift+O", "order"),
        ("Ctrl+E", "slip"),
        ("Ctrl+Shift+N", "register"),
    ],
)
        ("Ctrl+F7", "conduct"),
def test_a_sheet_opens_by_its_key_and_closes_by_it_or_by_escape(at_console: AtConsole, key: str, name: str) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.console.queue.choose(1)
    clerk.press("Ctrl+K")
    before = clerk.focus
    assert name in SHEETS
    clerk.press(key)
    assert clerk.sheet() is not None
    assert clerk.at(clerk.sheet())
    clerk.press(key)
    assert clerk.sheet() is None
    assert clerk.at(before)
    clerk.press(key, "Escape")
    assert clerk.sheet() is None


def test_one_sheet_at_a_time(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+K")
    before = clerk.focus
    clerk.press("F2", "F4", "Escape")
    assert clerk.sheet() is None
    assert clerk.at(before)


def test_the_clock_and_the_marks_work_beside_an_open_sheet(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return", "F4", "Ctrl+2", "F8")
    assert clerk.slip(1).marks == ("MISID",)
    assert clerk.hearing.turn is not None
    assert clerk.hearing.turn.stopped is not None


def test_recess_and_back_by_one_key(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+R")
    clerk.type("Break")
    clerk.press("Return")
    assert clerk.hearing.recess is not None
    if clerk.sheet() is not None:
        clerk.press("Escape")
    clerk.press("Ctrl+R")
    assert clerk.hearing.recess is None


def test_a_new_concern_takes_one_line_in_mid_speech_and_is_raised(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.write("Asked about ")
    clerk.press("Ctrl+0")
    clerk.type("Immigration enforcement sharing")
    clerk.press("Return")
    concern = clerk.hearing.concerns[-1]
    assert (concern.label, concern.key) == ("Immigration enforcement sharing", 3)
    assert clerk.slip(1).marks == (concern.code,)
    assert clerk.at(clerk.console.summary.edit)
    clerk.press("Ctrl+0", "Escape", "Ctrl+3")
    assert clerk.slip(1).marks == (concern.code, concern.code)


def test_a_concern_on_the_list_already_is_refused_and_stays_in_the_line(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+0")
    clerk.type("misidentification")
    clerk.press("Return")
    assert clerk.said == "“Misidentification” is on the list already."
    assert clerk.console.concerns.new.text() == "misidentification"


def test_concerns_count_people_and_mark_the_speaker(at_console: AtConsole) -> None:
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz")
    evening.turn(1, marks=("PRIV", "PRIV"))
    clerk = at_console(evening)
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+2")
    rows = {row.code: row for row in clerk.console.concerns.rows}
    assert (rows["PRIV"].people, rows["PRIV"].mentions, rows["PRIV"].coded, rows["PRIV"].raised) == (1, 2, 2, False)
    assert rows["MISID"].spoken == "Misidentification, 1 of 2 speakers, raised by this speaker"
    assert rows["PRIV"].more == "Privacy invasion: Being watched. 1 of 2 speakers coded, 2 mentions."
    clerk.console.concerns.list.clicked.emit(clerk.console.concerns.list.model().index(0, 1))
    assert clerk.slip(2).marks == ("MISID", "PRIV")


def test_the_positions_are_counted_in_people(at_console: AtConsole) -> None:
    evening = commenting(PROFILE)
    for position in (Position.OPPOSE, Position.OPPOSE, Position.SUPPORT):
        evening.turn(evening.register("x", position=position))
    clerk = at_console(evening)
    assert clerk.console.concerns.counts[:3] == ("1 Support", "2 Oppose", "0 Mixed")


def test_the_commands_are_found_by_words_and_done(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Shift+P")
    assert isinstance(clerk.sheet(), CommandsSheet)
    clerk.type("next step call")
    assert command_rows(clerk.console.keys, "call next")[0].id == "main"
    clerk.press("Escape", "Ctrl+Shift+P")
    clerk.type("call next")
    clerk.press("Return")
    assert clerk.sheet() is None
    assert clerk.hearing.speaker is clerk.slip(1)


def test_a_command_not_in_order_says_why_and_does_nothing(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("F1")
    clerk.type("not here")
    sheet = clerk.sheet()
    assert isinstance(sheet, CommandsSheet)
    assert sheet.why == "Nobody has the floor. Call a speaker first."
    clerk.press("Return")
    assert clerk.sheet() is not None


def test_the_menu_holds_every_act(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    menu = clerk.console.keys.menu()
    lines = [line for under in menu.findChildren(QMenu) for line in under.actions()]
    assert len(lines) == len(clerk.console.keys.table)
    assert {line.shortcut().toString() for line in lines} >= {"F8", "Ctrl+Return", "F1"}


def test_a_lost_journal_is_said_in_red_the_clock_runs_on_and_nothing_typed_is_lost(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.write("Asked for an audit")
    clerk.journal.failing = FULL
    clerk.press("Ctrl+1", after=0)
    console = clerk.console
    assert console.alarm.isVisible()
    assert console.alarm.words == f"{FULL} The clock keeps running."
    assert console.status.saved == "✗ Not saving"
    assert not console.summary.edit.isEnabled()
    clerk.wait(9)
    assert console.floor.clock.digits == "2:50"
    assert console.keys.table["again"].refusal() == ""
    clerk.journal.failing = ""
    clerk.press("Ctrl+1", "Ctrl+Return")
    assert clerk.slip(1).marks == ()
    clerk.journal.failing = FULL

    console.try_again()
    assert console.alarm.words == f"{FULL} The clock keeps running."
    clerk.journal.failing = ""
    assert clerk.at(console.alarm.again)
    clerk.press("Return")
    assert not console.alarm.isVisible()
    assert console.status.saved == "✓ Everything saved"
    assert clerk.at(console.summary.edit)
    assert console.summary.edit.toPlainText() == "Asked for an audit"
    clerk.press("Ctrl+1", "Ctrl+S")
    assert clerk.slip(1).marks == ("PRIV",)
    assert clerk.slip(1).summary == "Asked for an audit"


def test_a_lost_journal_is_noticed_by_the_heartbeat_and_by_the_draft(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.write("Asked")
    clerk.journal.failing = FULL
    clerk.console.summary.keep_draft()
    assert clerk.console.alarm.isVisible()
    clerk.journal.failing = ""
    clerk.console.try_again()
    clerk.journal.failing = FULL
    clerk.wait(1)
    assert clerk.console.alarm.isVisible()


class Beaten(MemoryJournal):
    """Another station is first, so many times."""

    def __init__(self, entries: Sequence[Entry], times: int) -> None:
        super().__init__(entries)
        self._times = times

    def append(self, entries: Sequence[Entry], contacts: Mapping[int, Contact]) -> None:
        self._times -= 1
        if self._times >= 0:
            raise Conflict
        super().append(entries, contacts)


@pytest.mark.parametrize(("times", "called"), [(1, True), (2, False)])
def test_where_another_station_was_first_it_is_decided_again_once(qtbot: QtBot, times: int, called: bool) -> None:
    evening = commenting(PROFILE, "Ann Lee")
    console = Console(Desk(Beaten(evening.hearing.entries, times), FakeClock(evening.now)))
    qtbot.addWidget(console)
    console.acts.main()
    assert (console.floor.title == "Walking up 1 of 1") is called
    assert ("Another station" in console.floor.said) is not called


def test_console_and_wall_show_the_same_moment(qtbot: QtBot) -> None:
    clerk, wall = with_wall(qtbot)
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.wait(10)
    assert wall.faces[-1].clock.text == clerk.console.floor.clock.digits == "2:50"
    assert wall.faces[-1].speaker is not None


def test_the_wall_has_one_key_for_each_thing(qtbot: QtBot) -> None:
    clerk, wall = with_wall(qtbot)
    clerk.press("F5")
    assert clerk.console.status.wall == "HDMI-1 1920×1080 ● live"
    clerk.press("F5", "Shift+F5", "Ctrl+F5", "Ctrl+Shift+F5", "Ctrl+Shift+F5", "Alt+F5")
    assert clerk.console.status.wall == "No second screen"
    assert clerk.said == "Display: No second screen"
    assert wall.pressed == ["blank", "freeze", ("Leave the room.",), (), "window"]


def test_what_is_not_handed_in_is_not_offered(qtbot: QtBot) -> None:
    console = Console(Desk(MemoryJournal(in_session().hearing.entries), FakeClock()))
    qtbot.addWidget(console)
    assert {"import", "export", "wall"} & set(console.keys.table) == set()


def test_a_closed_console_no_longer_follows_the_desk(at_console: AtConsole, qtbot: QtBot) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    with qtbot.waitSignal(clerk.console.closed):
        clerk.console.close()
    clerk.desk.record(rules.call_next)
    assert clerk.console.floor.title == "Next"


def focusable(console: QWidget) -> list[QWidget]:
    widgets = console.findChildren(QWidget)
    return [w for w in widgets if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]


def test_every_control_has_a_name_and_is_big_enough(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    for widget in focusable(clerk.console):
        name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        assert name, widget
        assert min(widget.width(), widget.height()) >= 24, name
    buttons = [w for w in clerk.console.findChildren(QAbstractButton) if w.isVisible()]
    assert all(button.accessibleName() for button in buttons if type(button).__module__.startswith("hearingdesk"))


def test_tab_goes_round_all_of_it_from_left_to_right(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+K")
    order: list[QWidget] = []
    while clerk.focus not in order:
        order.append(clerk.focus)
        clerk.press("Tab")
    console = clerk.console
    panels = [console.queue, console.floor, console.concerns, console.journal, console.status]
    visited = [next(n for n, panel in enumerate(panels) if panel.isAncestorOf(widget)) for widget in order]
    assert visited == sorted(visited)
    assert set(visited) == set(range(len(panels)))
    enabled = [w for w in focusable(console) if w.isEnabled() and isinstance(w, QAbstractButton)]
    assert {id(w) for w in enabled} <= {id(w) for w in order}


def test_names_and_words_of_strangers_are_shown_as_they_stand(at_console: AtConsole) -> None:
    hostile = '<img src="/etc/hostname"> & <b>Ann</b>'
    evening = commenting(PROFILE)
    evening.register(hostile, organisation=hostile, place=hostile)
    clerk = at_console(evening)
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+0")
    clerk.type(hostile)
    clerk.press("Return")
    assert clerk.console.floor.name == hostile
    assert clerk.hearing.concerns[-1].label == hostile
    QApplication.processEvents()
    assert not clerk.console.grab().isNull()


def test_a_key_sequence_is_compared_however_it_is_written() -> None:
    one = Action("one", "G", "One", "Ctrl+Shift+P", lambda: None)
    other = replace(one, id="other", key=QKeySequence("shift+ctrl+p").toString())
    assert conflicts([one, other]) == ["one and other share Ctrl+Shift+P"]


def test_a_body_of_many_words_does_not_make_the_window_wider_than_a_laptop(at_console: AtConsole) -> None:
    evening = commenting(PROFILE, "Ann Lee")
    narrow = at_console(evening).console.minimumSizeHint().width()
    first = evening.hearing.entries[0]
    assert isinstance(first.event, HearingPrepared)
    named = replace(first.event, body=replace(first.event.body, name="Joint Board of Zoning Appeals " * 5))
    evening.hearing = fold((replace(first, event=named), *evening.hearing.entries[1:]))
    assert at_console(evening).console.minimumSizeHint().width() <= narrow
