"""Keys pressed twice, held too long, or at the wrong moment: no mistake is recorded, and the keys never stray."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from hearingdesk.domain.events import TurnStarted
from hearingdesk.ui.console.commands import CommandsSheet
from hearingdesk.ui.console.sheets.call import CallSheet
from hearingdesk.ui.console.sheets.limit import LimitSheet
from hearingdesk.ui.console.sheets.slip import SlipSheet
from hearingdesk.ui.console.sheets.turn import TurnSheet
from tests.builders import PROFILE, commenting, in_session, prepared
from tests.ui.console.conftest import AtConsole, Clerk


def speaking(at_console: AtConsole, *names: str) -> Clerk:
    clerk = at_console(commenting(PROFILE, *(names or ("Ann Lee", "Bo Cruz"))))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    return clerk


def hold(clerk: Clerk, key: Qt.Key) -> None:
    """The key goes down once and repeats as long as a heavy hand rests on it."""
    for repeats in (False, True, True, True):
        down = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "\r", repeats)
        QApplication.sendEvent(clerk.focus, down)


def test_ctrl_enter_in_a_list_of_acts_opens_what_it_asks_and_records_nothing_yet(at_console: AtConsole) -> None:
    clerk = speaking(at_console)
    clerk.press("Ctrl+F9", "Ctrl+Return")
    sheet = clerk.sheet()
    assert isinstance(sheet, TurnSheet)
    assert sheet.drawer is not None
    assert len([event for event in clerk.events if isinstance(event, TurnStarted)]) == 1


@pytest.mark.parametrize("key", ["F1", "Ctrl+Shift+P"])
def test_enter_among_the_commands_does_nothing_until_one_is_looked_for(at_console: AtConsole, key: str) -> None:
    clerk = speaking(at_console)
    entries = len(clerk.hearing.entries)
    clerk.press(key, "Return")
    sheet = clerk.sheet()
    assert isinstance(sheet, CommandsSheet)
    assert sheet.why == "Type a word of it, or go down the list; Enter does what is chosen."
    assert len(clerk.hearing.entries) == entries
    clerk.press("Down", "Return")
    assert clerk.sheet() is None
    assert clerk.hearing.speaker is clerk.slip(2)


def test_enter_held_down_registers_one_slip(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE))
    clerk.press("Ctrl+Shift+N")
    clerk.type("Dee Fox")
    hold(clerk, Qt.Key.Key_Return)
    assert [each.name for each in clerk.hearing.registrations.values()] == ["Dee Fox"]


def test_enter_pressed_twice_registers_one_slip_and_one_without_a_name_takes_a_new_press(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE))
    clerk.press("Ctrl+Shift+N")
    clerk.type("Dee Fox")
    clerk.press("Return")
    clerk.press("Return", after=0.2)
    assert [each.name for each in clerk.hearing.registrations.values()] == ["Dee Fox"]
    clerk.press("Return")
    assert [each.name for each in clerk.hearing.registrations.values()] == ["Dee Fox", "Speaker 2"]


def test_enter_held_down_opens_what_an_act_asks_and_records_nothing_yet(at_console: AtConsole) -> None:
    clerk = speaking(at_console)
    entries = len(clerk.hearing.entries)
    clerk.press("Ctrl+F9")
    hold(clerk, Qt.Key.Key_Return)
    assert isinstance(clerk.sheet(), TurnSheet)
    assert len(clerk.hearing.entries) == entries


def test_a_wished_end_that_does_not_read_changes_no_limit(at_console: AtConsole) -> None:
    clerk = speaking(at_console)
    clerk.press("F6")
    sheet = clerk.sheet()
    assert isinstance(sheet, LimitSheet)
    sheet.by_when.setFocus()
    clerk.type("9:30 o'clock")
    clerk.press("Return")
    assert clerk.sheet() is sheet
    assert sheet.by_when.sentence == "This reads as no time. Write it like 9:30 PM, or leave it empty."
    assert clerk.at(sheet.by_when)
    assert clerk.item.limit == PROFILE.base_limit


@pytest.mark.parametrize("keys", [("Ctrl+R", "Return"), ("Ctrl+Shift+Y", "Return")])
def test_the_keys_go_back_to_the_summary_though_the_act_took_their_field_away(
    at_console: AtConsole, keys: tuple[str, ...]
) -> None:
    clerk = speaking(at_console)
    clerk.press("Ctrl+1", *keys)
    assert clerk.sheet() is None
    assert clerk.at(clerk.console.summary.edit)


def test_a_sheet_keeps_the_keys_though_their_field_goes_by_another_road(at_console: AtConsole) -> None:
    clerk = speaking(at_console)
    clerk.press("Ctrl+R", "Ctrl+Shift+R")
    assert clerk.hearing.recess is not None
    assert clerk.at(clerk.sheet())
    clerk.press("Escape")
    assert clerk.at(clerk.console.summary.edit)


def test_the_last_one_of_a_list_leaves_the_keys_to_the_find_box(at_console: AtConsole) -> None:
    evening = prepared()
    evening.register("Ann Lee")
    clerk = at_console(evening)
    clerk.console.queue.choose(1)
    clerk.console.queue.list.setFocus()
    clerk.press("Ctrl+Shift+W")
    assert clerk.at(clerk.console.queue.finder)


@pytest.mark.parametrize(("slip", "key"), [(1, "Alt+Up"), (2, "Alt+Down")])
def test_a_move_beyond_the_end_of_the_queue_says_so(at_console: AtConsole, slip: int, key: str) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz"))
    clerk.console.queue.choose(slip)
    clerk.press(key)
    assert clerk.said == "The speaker stands there already."
    assert clerk.item.queue == (1, 2)


def test_trying_again_while_nothing_is_lost_says_that_all_is_saved(at_console: AtConsole) -> None:
    clerk = speaking(at_console)
    clerk.press("Ctrl+Shift+J")
    assert clerk.said == "Everything is saved."


def test_with_nobody_chosen_the_slip_s_sheet_asks_for_a_number_and_nobody_can_be_called(at_console: AtConsole) -> None:
    clerk = at_console(in_session())
    clerk.press("Ctrl+E")
    sheet = clerk.sheet()
    assert isinstance(sheet, SlipSheet)
    assert clerk.at(sheet.number)
    clerk.press("Alt+Shift+Return", "Return")
    sheet = clerk.sheet()
    assert isinstance(sheet, CallSheet)
    assert sheet.said == "Nobody is chosen in the list. Find the person first."
