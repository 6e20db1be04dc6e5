"""The window as a whole: sheets, names for screen readers, the round of Tab."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from hearingdesk.domain import rules
from hearingdesk.domain.events import HearingPrepared
from hearingdesk.domain.evolve import fold
from hearingdesk.domain.timing import reading
from hearingdesk.ui.console.sheets import SHEETS
from hearingdesk.ui.kit.text import PlainLabel
from tests.builders import PROFILE, commenting
from tests.ui.console.conftest import AtConsole
from tests.ui.console.wall_fakes import with_wall


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
    assert "⚠ Quorum 3 of 5: all back?" in texts
    clerk.press("F8")
    clerk.wait(10)
    assert reading(PROFILE, clerk.hearing.turn, clerk.clock.now()).text == "0:38"


def test_another_message_on_the_wall_is_not_taken_down_with_the_recess(qtbot: QtBot) -> None:
    clerk, wall = with_wall(qtbot)
    wall.message(["Overflow seating is in 302."])
    clerk.desk.record(rules.recess, reason="Break")
    clerk.press("Ctrl+R")
    assert wall.told == ("Overflow seating is in 302.",)


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
        ("Ctrl+F7", "conduct"),
    ],
)
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


def test_a_body_of_many_words_does_not_make_the_window_wider_than_a_laptop(at_console: AtConsole) -> None:
    evening = commenting(PROFILE, "Ann Lee")
    narrow = at_console(evening).console.minimumSizeHint().width()
    first = evening.hearing.entries[0]
    assert isinstance(first.event, HearingPrepared)
    named = replace(first.event, body=replace(first.event.body, name="Joint Board of Zoning Appeals " * 5))
    evening.hearing = fold((replace(first, event=named), *evening.hearing.entries[1:]))
    assert at_console(evening).console.minimumSizeHint().width() <= narrow
