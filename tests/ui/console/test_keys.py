"""One table of acts: its keys, the commands, the menu."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from hearingdesk.desk import Desk
from hearingdesk.ui.actions import Action
from hearingdesk.ui.console.commands import CommandsSheet, command_rows
from hearingdesk.ui.console.window import Console
from tests.builders import PROFILE, commenting, in_session
from tests.fakes import FakeClock, MemoryJournal
from tests.ui.console.conftest import AtConsole
from tests.ui.console.key_conflicts import conflicts
from tests.ui.console.wall_fakes import with_wall


def test_no_two_acts_share_a_key_and_none_takes_one_from_the_typist(qtbot: QtBot) -> None:
    clerk, _ = with_wall(qtbot)
    table = list(clerk.console.keys.table.values())
    assert conflicts(table) == []
    assert len(table) > 50


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("Ctrl+Z", "strike and new share Ctrl+Z"),
        ("ctrl+return", "main and new share Ctrl+Return"),
        ("Ctrl+C", "new: Ctrl+C is needed for typing. Press another."),
        ("Ctrl+Backspace", "new: Ctrl+Backspace is needed for typing. Press another."),
        ("S", "new: S types a character. Hold Ctrl or Alt with it."),
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


def test_what_is_not_handed_in_is_not_offered(qtbot: QtBot) -> None:
    console = Console(Desk(MemoryJournal(in_session().hearing.entries), FakeClock()))
    qtbot.addWidget(console)
    assert {"import", "export", "wall"} & set(console.keys.table) == set()


def test_a_key_sequence_is_compared_however_it_is_written() -> None:
    one = Action("one", "G", "One", "Ctrl+Shift+P", lambda: None)
    other = replace(one, id="other", key=QKeySequence("shift+ctrl+p").toString())
    assert conflicts([one, other]) == ["one and other share Ctrl+Shift+P"]
