"""The clerk's own keys: pressed once, in force everywhere, refused where they are another's, kept in a plain file."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from hearingdesk.desk import Desk
from hearingdesk.own_keys import KeysFile
from hearingdesk.ui.console.commands import command_rows
from hearingdesk.ui.console.own_keys import OwnKeysSheet
from hearingdesk.ui.console.window import Console
from hearingdesk.ui.keys import settled, unfit
from tests.builders import PROFILE, commenting
from tests.fakes import FakeClock, MemoryJournal
from tests.ui.console.conftest import Clerk
from tests.ui.console.key_conflicts import conflicts

WithKeys = Callable[[], Clerk]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "data" / "keys.toml"


@pytest.fixture
def with_keys(qtbot: QtBot, kept: Path) -> WithKeys:
    """The console of a clerk whose keys lie in the file ``kept``; each call is another evening."""

    def sit_down() -> Clerk:
        evening = commenting(PROFILE, "Ann Lee", "Bo Cruz")
        journal, clock = MemoryJournal(evening.hearing.entries), FakeClock(evening.now)
        desk = Desk(journal, clock, "rd")
        console = Console(desk, own_keys=KeysFile(kept))
        qtbot.addWidget(console)
        with qtbot.waitActive(console):
            console.show()
        return Clerk(console, desk, clock, journal, [])

    return sit_down


def editor(clerk: Clerk, words: str) -> OwnKeysSheet:
    """The editor, with the act of these words chosen and its new key asked for."""
    clerk.press("Ctrl+F1")
    sheet = clerk.sheet()
    assert isinstance(sheet, OwnKeysSheet)
    clerk.type(words)
    clerk.press("Return")
    assert clerk.at(sheet.line)
    return sheet


def clock_stands(clerk: Clerk) -> bool:
    return clerk.hearing.turn is not None and clerk.hearing.turn.stopped is not None


def test_a_new_key_is_pressed_and_counts_at_once_and_the_old_one_does_not(with_keys: WithKeys) -> None:
    clerk = with_keys()
    clerk.press("Ctrl+Return", "Ctrl+Return")
    sheet = editor(clerk, "stop clock f8")
    clerk.press("Ctrl+Shift+F11")
    assert sheet.said == "“Stop clock” lies on Ctrl+Shift+F11 now."
    assert clerk.at(sheet.finder)
    clerk.press("Escape", "F8")
    assert not clock_stands(clerk)
    clerk.press("Ctrl+T", "Ctrl+Shift+F11")
    assert clock_stands(clerk)
    assert clerk.console.summary.text == ""


def test_buttons_commands_menu_and_what_is_drawn_follow(with_keys: WithKeys) -> None:
    clerk = with_keys()
    keys = clerk.console.keys
    for name, key in {"stop": "Ctrl+L", "find": "Ctrl+G", "raise_1": "Alt+1", "journal": "Ctrl+B"}.items():
        assert keys.give(name, key) == ""
    assert keys.made("stop").accessibleDescription().startswith("Ctrl+L")
    assert {row.id: row.key for row in command_rows(keys)}["stop"] == "Ctrl+L"
    lines = [line for under in keys.menu().findChildren(QMenu) for line in under.actions()]
    assert "Ctrl+L" in {line.shortcut().toString() for line in lines}
    assert clerk.console.concerns.rows[0].cap == "Alt+1"
    assert clerk.console.queue.finder.placeholderText().endswith("Ctrl+G")
    assert clerk.console.journal.finder.placeholderText().endswith("Ctrl+B")
    clerk.press("Ctrl+Return", "Ctrl+Return", "Alt+1")
    assert clerk.slip(1).marks == ("PRIV",)
    keys.give("lift", "Ctrl+U")
    clerk.press("Ctrl+Z")
    assert clerk.said.endswith("Ctrl+U puts it back.")
    keys.give("lift", "")
    clerk.press("Ctrl+Return", "Ctrl+Z")
    assert clerk.said.endswith("“Put the struck entry back” puts it back.")


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("Ctrl+Z", "Ctrl+Z is the key of “Strike the last entry”."),
        ("S", "S types a character. Hold Ctrl or Alt with it."),
        ("Shift+S", "Shift+S types a character. Hold Ctrl or Alt with it."),
        ("Ctrl+V", "Ctrl+V is needed for typing. Press another."),
        ("Ctrl+Left", "Ctrl+Left is needed for typing. Press another."),
        ("Backspace", "Backspace is needed for typing. Press another."),
        ("Return", "Return is needed for typing. Press another."),
        ("Ctrl+Alt+F3", "Ctrl+Alt+F3 belongs to the computer. Press another."),
        ("Alt+F4", "Alt+F4 belongs to the computer. Press another."),
        ("Ctrl+Alt+Q", "Ctrl+Alt+Q types a character on many keyboards. Press another."),
    ],
)
def test_a_key_that_is_not_free_is_refused_beside_the_line(with_keys: WithKeys, key: str, why: str) -> None:
    clerk = with_keys()
    sheet = editor(clerk, "roll and presence")
    before = len(clerk.hearing.entries)
    clerk.press(key)
    assert sheet.line.sentence == why
    assert clerk.at(sheet.line)
    assert clerk.console.keys.keys["roll"] == "F3"
    assert len(clerk.hearing.entries) == before


def test_keys_that_no_sheet_would_offer_are_refused_too() -> None:
    assert unfit("Ctrl+Shift+!") == (
        "Ctrl+Shift+! lies elsewhere on other keyboards. Take a letter, a digit or a function key."
    )
    assert unfit("Ctrl+Shift++").startswith("Ctrl+Shift++ lies elsewhere")
    assert unfit("") == unfit("Ctrl+K, Ctrl+L") == "That is no key. Press one key, with Ctrl or Alt, or a function key."
    assert unfit("Meta+L") == "Meta+L belongs to the computer. Press another."
    assert unfit("F12") == unfit("Ctrl+Shift+9") == unfit("Ctrl+-") == ""


def test_modifiers_alone_and_esc_are_no_answer(with_keys: WithKeys) -> None:
    clerk = with_keys()
    sheet = editor(clerk, "roll and presence")
    for key in (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt):
        QTest.keyClick(sheet.line.editor, key)
    assert sheet.line.sentence == ""
    clerk.press("Escape")
    assert clerk.sheet() is None
    assert clerk.console.keys.own == {}


def test_the_enter_of_the_keypad_is_enter(qtbot: QtBot) -> None:
    from hearingdesk.ui.kit.key_line import KeyLine  # noqa: PLC0415

    line, seen = KeyLine(), list[str]()
    qtbot.addWidget(line)
    line.pressed_key.connect(seen.append)
    held = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier
    line.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Enter, held))
    assert seen == ["Alt+Return"]


def test_they_are_there_again_the_next_evening_and_can_all_be_given_back(with_keys: WithKeys, kept: Path) -> None:
    first = with_keys()
    editor(first, "roll and presence")
    first.press("Ctrl+Shift+F12", "Escape")
    first.console.keys.give("earlier", "")
    assert kept.read_text(encoding="utf-8").splitlines()[1:] == ['earlier = ""', 'roll = "Ctrl+Shift+F12"']
    second = with_keys()
    assert second.console.keys.own == {"earlier": "", "roll": "Ctrl+Shift+F12"}
    second.press("Ctrl+Shift+F12")
    assert second.console.sheet is not None
    second.press("Escape", "Ctrl+F1")
    sheet = second.sheet()
    assert isinstance(sheet, OwnKeysSheet)
    assert sheet.all_shipped.words == "All 2 keys as they came"
    sheet.all_shipped.click()
    assert second.console.keys.own == {}
    assert sheet.all_shipped.refusal == "All keys are as they came."
    assert with_keys().console.keys.keys["roll"] == "F3"


def test_one_key_goes_back_where_it_came_from_unless_another_act_lies_there(with_keys: WithKeys) -> None:
    clerk = with_keys()
    keys = clerk.console.keys
    keys.give("roll", "Ctrl+L")
    keys.give("agenda", "F3")
    sheet = editor(clerk, "roll and presence")
    sheet.shipped.click()
    assert sheet.said == "F3 is the key of “Agenda…”. Give that one another first."
    keys.give("agenda", "F2")
    sheet.shipped.click()
    assert sheet.said == "“Roll and presence…” is back on F3."
    assert sheet.shipped.refusal == "It lies on the key it came with."


def test_an_act_may_have_no_key_save_the_one_that_finds_them_all(with_keys: WithKeys) -> None:
    clerk = with_keys()
    sheet = editor(clerk, "yields the rest")
    sheet.without.click()
    assert sheet.said == "“Yields the rest” has no key now; the commands still find it."
    assert clerk.console.keys.made("yields").accessibleDescription().startswith("Nobody")
    assert sheet.without.refusal == "It has no key already."
    sheet.finder.show_text("")
    sheet = editor_again(clerk, "desk commands")
    assert sheet.without.refusal == "Through the commands every act is reached: they keep a key."


def editor_again(clerk: Clerk, words: str) -> OwnKeysSheet:
    clerk.press("Ctrl+F1")
    return editor(clerk, words)


def test_the_table_is_free_of_conflicts_with_ones_own_keys_too(with_keys: WithKeys, kept: Path) -> None:
    kept.parent.mkdir()
    kept.write_text('stop = "F3"\nroll = "F3"\nagenda = "S"\nwrite = "Ctrl+C"\nnobody = "F12"\nmain = "F11"\n')
    clerk = with_keys()
    keys = clerk.console.keys
    assert conflicts(keys.table.values()) == []
    assert (keys.keys["stop"], keys.keys["roll"], keys.keys["agenda"], keys.keys["main"]) == ("F3", "", "F2", "F11")
    assert "Your key F3 for “Roll and presence…” cannot be used; the shipped one is in its place." in clerk.said
    assert "F3 is your key for “Stop clock”, so “Roll and presence…” has none." in clerk.said


def test_keys_may_be_exchanged() -> None:
    shipped = {"one": "F1", "other": "F2"}
    assert settled(shipped, {"one": "F2", "other": "F1"}, shipped) == ({"one": "F2", "other": "F1"}, [])


@pytest.mark.parametrize("content", [b"stop = ", b"\xff\xfe", b'stop = ["F3"]'])
def test_a_broken_file_costs_nothing_but_the_keys(with_keys: WithKeys, kept: Path, content: bytes) -> None:
    kept.parent.mkdir()
    kept.write_bytes(content)
    clerk = with_keys()
    assert clerk.console.keys.own == {}
    assert clerk.said.startswith("Your own keys could not be read") is (b"[" not in content)


class Full:
    """A disk with no room."""

    fault = ""

    def read(self) -> Mapping[str, str]:
        return {}

    def keep(self, keys: Mapping[str, str]) -> str:
        return f"{len(keys)} could not be kept."


def test_a_key_that_cannot_be_kept_is_said_and_works(qtbot: QtBot) -> None:
    evening = commenting(PROFILE, "Ann Lee")
    console = Console(Desk(MemoryJournal(evening.hearing.entries), FakeClock(evening.now)), own_keys=Full())
    qtbot.addWidget(console)
    assert console.keys.give("roll", "Ctrl+L") == "1 could not be kept."
    assert console.keys.acts["roll"].shortcut() == QKeySequence("Ctrl+L")


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, not a folder")
    said = KeysFile(tmp_path / "data" / "keys.toml").keep({"roll": "Ctrl+L"})
    assert said.startswith("The key works now, but could not be kept for next time: ")
