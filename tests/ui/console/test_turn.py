"""The turn on the floor set right by keys: a late start, who asked, seconds given or taken, an interpreter."""

from datetime import timedelta

import pytest

from hearingdesk.domain.events import ClockStopped, InterpreterChanged, TimeGranted, TurnStarted
from hearingdesk.domain.hearing import Appearance
from hearingdesk.domain.moments import elapsed
from hearingdesk.domain.timing import reading, spent
from hearingdesk.domain.values import Interpreter, Interpreting, StopReason
from hearingdesk.ui.console.late_clock import RESTED_ON
from hearingdesk.ui.console.sheets.turn import TurnSheet
from hearingdesk.ui.console.sheets.turn_drawers import InterpreterDrawer
from tests.builders import PROFILE, commenting
from tests.ui.console.conftest import AtConsole, Clerk


def turn(clerk: Clerk) -> Appearance:
    assert clerk.hearing.turn is not None
    return clerk.hearing.turn


def used(clerk: Clerk) -> timedelta:
    return spent(turn(clerk), clerk.clock.now())


def test_a_forgotten_clock_starts_five_seconds_back_and_five_more_with_each_press(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return")
    clerk.wait(30)
    clerk.press("Alt+Return")
    assert (used(clerk), clerk.said) == (timedelta(seconds=5), "Started 5 seconds back; again for 5 more.")
    clerk.press("Alt+Return", after=2)
    assert used(clerk) == timedelta(seconds=12)
    struck = clerk.hearing.struck
    starts = [(e.event.back, e.seq in struck) for e in clerk.hearing.entries if isinstance(e.event, TurnStarted)]
    assert starts == [(timedelta(seconds=5), True), (timedelta(seconds=12), False)]
    clerk.type("She began.")
    assert clerk.console.summary.edit.toPlainText() == "She began."


def test_a_start_that_more_rests_on_is_not_put_back_and_says_what_to_do(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+1")
    before = len(clerk.hearing.entries)
    clerk.press("Alt+Return")
    assert (clerk.said, len(clerk.hearing.entries)) == (RESTED_ON, before)


def test_a_start_is_put_back_by_any_number_of_seconds(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+F9", "S")
    clerk.type("1:10")
    assert clerk.sheet() is not None
    clerk.press("Return")
    assert used(clerk) == timedelta(seconds=70)
    assert clerk.sheet() is None


def test_what_reads_as_no_time_is_refused_beside_its_field(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+F9", "S")
    clerk.type("soon")
    clerk.press("Return")
    sheet = clerk.sheet()
    assert sheet is not None
    assert sheet.said.startswith("This reads as no span of time.")
    assert turn(clerk).started is None


@pytest.mark.parametrize("stopped_first", [True, False])
def test_a_stop_says_which_member_asked_chosen_by_number(at_console: AtConsole, stopped_first: bool) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.wait(9)
    if stopped_first:
        clerk.press("F8")
    else:
        clerk.wait(1)
    before = used(clerk)
    clerk.press("Ctrl+F9", "N", "3", "Return", after=0 if not stopped_first else 4)
    stop = turn(clerk).stopped
    assert stop is not None
    assert (stop.reason, stop.note) == (StopReason.QUESTION, "Commissioner Mai Xiong")
    assert used(clerk) == before
    assert clerk.console.floor.clock.words == "Stopped: commissioner's question, Commissioner Mai Xiong"
    counted = [e for e in clerk.hearing.live_entries() if isinstance(e.event, ClockStopped)]
    assert len(counted) == 1
    assert len(turn(clerk).stops) == 1


@pytest.mark.parametrize(("typed", "seconds"), [("90", 90), ("-20", -20), ("1:30", 90), ("−5", -5)])
def test_any_number_of_seconds_is_given_or_taken(at_console: AtConsole, typed: str, seconds: int) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+F9", "T")
    clerk.type(typed)
    clerk.press("Return")
    assert clerk.events[-1] == TimeGranted(1, timedelta(seconds=seconds))


def test_an_interpreter_found_in_mid_turn_doubles_the_time_and_shows_the_working_first(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.press("Ctrl+F9", "I", after=20)
    clerk.type("Hmong")
    sheet = clerk.sheet()
    assert isinstance(sheet, TurnSheet)
    assert isinstance(sheet.drawer, InterpreterDrawer)
    working = "Allotted: 3:00 × 2 consecutive interpreter = 6:00; 0:40 used stays used, 5:20 left."
    assert sheet.drawer.working.text() == working
    clerk.press("Return", after=0)
    assert isinstance(clerk.events[-1], InterpreterChanged)
    assert clerk.slip(1).sign_up.interpreter == Interpreter("Hmong", Interpreting.CONSECUTIVE)
    shown = reading(clerk.hearing.profile, turn(clerk), clerk.clock.now())
    assert (shown.used, shown.left) == (timedelta(seconds=40), timedelta(minutes=5, seconds=20))
    clerk.press("Ctrl+F9", "I", "Tab", "Tab")
    clerk.type("Pa Vang")
    clerk.press("Return", after=0)
    assert clerk.slip(1).sign_up.interpreter == Interpreter("Hmong", Interpreting.CONSECUTIVE, "Pa Vang")
    assert turn(clerk).allotment.total == timedelta(minutes=6)
    clerk.press("Ctrl+F9", "I", "Del", "Return")
    assert turn(clerk).allotment.total == timedelta(minutes=3)


def test_between_turns_each_act_says_why_it_waits(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+F9")
    said = set()
    for letter in "SNTI":
        clerk.press(letter)
        sheet = clerk.sheet()
        assert sheet is not None
        said.add(sheet.said)
    assert said == {"Nobody has the floor. Call a speaker first."}


def test_the_start_put_back_before_the_call_counts_from_when_they_began(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Alt+Return")
    started = turn(clerk).started
    assert started is not None
    assert elapsed(started, clerk.clock.now()) == timedelta(seconds=5)
