"""What else goes wrong of an evening (domain rule 7.2), at the console by keys; tests/README.md names the others."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hearingdesk.desk import Desk
from hearingdesk.domain.hearing import ItemState
from hearingdesk.domain.timing import spent
from hearingdesk.domain.values import Interpreter, Interpreting, ItemKind, ItemNotice, Standing
from hearingdesk.ui.console.sheets.continuing import ContinueSheet
from hearingdesk.ui.console.sheets.slip import SlipSheet
from hearingdesk.ui.console.sheets.turn import TurnSheet
from hearingdesk.ui.console.sheets.turn_drawers import InterpreterDrawer
from hearingdesk.ui.console.window import Console
from hearingdesk.ui.kit.text import PlainLabel
from tests.builders import PROFILE, commenting, in_session
from tests.exports.told import told
from tests.ui.console import conftest as consoles
from tests.ui.console.conftest import AtConsole, Clerk

at_console, no_screen_failed = consoles.at_console, consoles.no_screen_failed

HEARINGS = (
    ItemNotice("1", "1", "Rezoning of 5th Street", "FPC2001", ItemKind.HEARING),
    ItemNotice("2", "2", "Rezoning of 9th Street", "FPC2002", ItemKind.HEARING),
)


# Two clerks at once


def deputy_of(clerk: Clerk, qtbot: QtBot) -> Clerk:
    """Another console on the same journal, by the same clock, as the deputy at the door has it."""
    desk = Desk(clerk.journal, clerk.clock, "dd")
    console = Console(desk)
    qtbot.addWidget(console)
    console.show()
    return Clerk(console, desk, clerk.clock, clerk.journal, [])


@pytest.fixture
def turn_to(qtbot: QtBot) -> Callable[[Clerk], Clerk]:
    """The keys go to this console from now on."""

    def turned(clerk: Clerk) -> Clerk:
        with qtbot.waitActive(clerk.console):
            clerk.console.activateWindow()
        return clerk

    return turned


def test_what_two_clerks_type_at_once_is_on_the_record_from_both(
    at_console: AtConsole, turn_to: Callable[[Clerk], Clerk], qtbot: QtBot
) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    deputy = turn_to(deputy_of(clerk, qtbot))
    turn_to(clerk).press("Ctrl+1")  # the deputy has not seen this
    turn_to(deputy).press("Ctrl+K")
    deputy.type("Bo Cruz")
    deputy.press("Return", "Return")
    assert deputy.slip(1).marks == ("PRIV",), "what the first wrote is shown before the second is decided again"
    turn_to(clerk).write("Asked for an audit")
    clerk.press("Ctrl+S")
    record = Desk(clerk.journal, clerk.clock).hearing
    assert [record.registrations[slip].name for slip in (1, 2)] == ["Ann Lee", "Bo Cruz"]
    assert (record.registrations[1].marks, record.registrations[1].summary) == (("PRIV",), "Asked for an audit")
    assert [entry.by for entry in record.entries[-3:]] == ["rd", "dd", "rd"]
    assert [entry.seq for entry in record.entries] == list(range(1, len(record.entries) + 1))
    assert clerk.hearing.registrations == record.registrations


def test_what_another_clerk_has_done_already_is_refused_in_the_rules_words(
    at_console: AtConsole, turn_to: Callable[[Clerk], Clerk], qtbot: QtBot
) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return")
    deputy = deputy_of(clerk, qtbot)
    turn_to(clerk).press("F7")
    entries = len(clerk.hearing.entries)
    turn_to(deputy).press("F7")
    assert deputy.said == "Nobody has the floor. Call a speaker first."
    assert len(deputy.hearing.entries) == entries
    assert deputy.slip(1).standing is Standing.NO_SHOW


@pytest.mark.parametrize("before", [0, 2], ids=["call next", "done, call next"])
def test_the_same_key_pressed_at_both_desks_calls_one_speaker(
    at_console: AtConsole, turn_to: Callable[[Clerk], Clerk], qtbot: QtBot, before: int
) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz", "Cy Dee"))
    clerk.press(*["Ctrl+Return"] * before)
    deputy = deputy_of(clerk, qtbot)
    turn_to(clerk).press("Ctrl+Return")
    assert clerk.hearing.turn is not None
    called = clerk.hearing.turn.slip
    turn_to(deputy).press("Ctrl+Return")
    assert deputy.said == f"{clerk.slip(called).name} has the floor already."
    assert deputy.hearing.turn == clerk.hearing.turn, "and what the first did is shown"


# An interpreter for the audience


def test_sign_language_takes_no_time_and_gives_none(at_console: AtConsole) -> None:
    """For somebody in the audience nothing is pressed at all; for the speaker it is on the slip, and counts once."""
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.press("Ctrl+F9", "I", after=20)
    sheet = clerk.sheet()
    assert isinstance(sheet, TurnSheet)
    clerk.type("ASL")
    assert isinstance(sheet.drawer, InterpreterDrawer)
    sheet.drawer.kind.setFocus()
    clerk.press("End", after=0)
    assert sheet.drawer.working.text() == "Allotted: 3:00; 0:40 used stays used, 2:20 left."
    clerk.press("Ctrl+Return", after=0)
    assert clerk.slip(1).sign_up.interpreter == Interpreter("ASL", Interpreting.SIGN)
    assert clerk.console.floor.clock.digits == "2:20"
    turn = clerk.hearing.turn
    assert turn is not None
    assert turn.stopped is None
    assert clerk.item.tally.heard == 1, "an interpreter is nobody who was heard"


# Items that are withdrawn, reopened, mistaken


def test_an_item_withdrawn_with_forty_slips_keeps_them_all(at_console: AtConsole, tmp_path: Path) -> None:
    evening = in_session(PROFILE, HEARINGS)
    for number in range(1, 41):
        evening.register(f"Speaker {number} of Elm Street")
    clerk = at_console(evening)
    clerk.press("F2", "W")
    clerk.type("the applicant asked for it")
    clerk.press("Return", "Esc")
    assert clerk.item.state is ItemState.DONE
    assert clerk.last == "Item 1 withdrawn from the agenda: the applicant asked for it"
    assert {r.slip for r in clerk.hearing.registrations.values() if r.sign_up.item == "1"} == set(range(1, 41))
    clerk.press("Ctrl+Return", "Return")  # and the meeting goes on with the next item
    assert clerk.hearing.in_hand == "2"
    assert "Had signed up to speak on the item (40)" in told(clerk.hearing, tmp_path)


def test_testimony_closed_is_reopened_by_the_chair_and_those_not_reached_are_called(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz", "Cy Dee"))
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+D")
    clerk.press("F2", "C", "Return", "Esc")
    standings = [clerk.slip(n).standing for n in (1, 2, 3)]
    assert standings == [Standing.FINISHED, Standing.NOT_REACHED, Standing.NOT_REACHED]
    clerk.press("Ctrl+F2")
    sheet = clerk.sheet()
    assert isinstance(sheet, ContinueSheet)
    clerk.press("Return")
    assert sheet.said == "Testimony is reopened by a motion. Say by which, or on whose order."
    sheet.reason.setFocus()
    clerk.type("by order of the Chair")
    clerk.press("Return")
    assert clerk.item.queue == (2, 3)
    clerk.press("Ctrl+Return", "Ctrl+Return")
    assert clerk.slip(2).standing is Standing.SPEAKING


def test_a_slip_for_the_wrong_item_is_moved_and_keeps_its_number(at_console: AtConsole) -> None:
    evening = in_session(PROFILE, HEARINGS)
    for name in ("Ann Lee", "Bo Cruz", "Cy Dee"):
        evening.register(name)
    clerk = at_console(evening)
    clerk.console.queue.choose(2)
    clerk.press("Ctrl+E")
    sheet = clerk.sheet()
    assert isinstance(sheet, SlipSheet)
    sheet.form.item.setFocus()
    clerk.press("Down", "Ctrl+Return")
    assert clerk.sheet() is None
    assert (clerk.slip(2).name, clerk.slip(2).sign_up.item) == ("Bo Cruz", "2")
    assert [clerk.hearing.items[item].queue for item in "12"] == [(1, 3), (2,)]
    clerk.press("Ctrl+K")
    clerk.type("Di Eng")
    clerk.press("Return", "Return")
    assert clerk.slip(4).name == "Di Eng", "and no number is given twice"


# The chair, and the time in all


def test_the_chair_is_recused_in_mid_item_while_somebody_speaks(at_console: AtConsole, tmp_path: Path) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.press("F3", "Down", "C")
    clerk.type("the Chair is recused from this item")
    clerk.press("Return", "Esc")
    assert clerk.hearing.presiding == "ortega"
    turn = clerk.hearing.turn
    assert turn is not None
    assert turn.stopped is None
    assert spent(turn, clerk.clock.now()) == timedelta(seconds=5), "the speaker's clock ran on"
    assert "brennan" in clerk.hearing.present, "recused is not gone: the quorum stands"
    text = told(clerk.hearing, tmp_path)
    assert "Luis Ortega, Vice-chair, presided from 6:00 p.m. on (the Chair is recused from this item)." in text


def test_the_half_hour_for_an_item_ends_in_mid_speech_and_cuts_nobody_off(at_console: AtConsole) -> None:
    clerk = at_console(commenting(replace(PROFILE, cap=timedelta(minutes=30)), *"ABCDEFGHIJKL"))
    for _ in range(9):
        clerk.press("Ctrl+Return", "Ctrl+Return")
        clerk.wait(178)
        clerk.press("Ctrl+D")
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.wait(170)
    assert clerk.console.floor.clock.digits == "0:10"
    clerk.wait(30)
    assert clerk.console.floor.clock.digits == "+0:20"
    assert clerk.slip(10).standing is Standing.SPEAKING
    clerk.press("Ctrl+D", "Ctrl+Return")
    assert clerk.said == "The 30 minutes for Item 1 are used up. To go on, record that the time was extended."
    clerk.press("F2", "C")
    said = [words.text() for words in clerk.console.findChildren(PlainLabel) if words.isVisible()]
    assert [words for words in said if "written comment" in words]
