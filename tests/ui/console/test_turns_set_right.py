"""Turns set right by keys: the wrong person's clock, one ended too soon, a line that dropped, one that was missed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.events import AppearanceEntered, SpeakerCalled, TurnReopened
from hearingdesk.domain.profile import Pooling
from hearingdesk.domain.timing import spent
from hearingdesk.domain.values import Ending, Ground, Mode, Position, Standing, TimedAs
from hearingdesk.ui.console.sheets.call import CallSheet
from hearingdesk.ui.console.sheets.turn import ACTS, TurnSheet
from hearingdesk.ui.console.sheets.turn_amends import AgainDrawer, ClockDrawer, WrongDrawer
from hearingdesk.ui.drafts import draft_key
from tests.builders import PROFILE, Evening, commenting
from tests.ui.console.conftest import AtConsole, Clerk

ONE = replace(PROFILE, pooling=Pooling.ONE_DONOR, pooling_ceiling=timedelta(minutes=5))


def speaking(at_console: AtConsole, *names: str, wait: float = 20) -> Clerk:
    """The first of these has begun, so many seconds ago."""
    clerk = at_console(commenting(PROFILE, *names))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.wait(wait)
    return clerk


def standing(clerk: Clerk, *slips: int) -> list[Standing]:
    return [clerk.slip(slip).standing for slip in slips]


def sheet(clerk: Clerk) -> TurnSheet:
    found = clerk.sheet()
    assert isinstance(found, TurnSheet)
    return found


# The wrong person was started


def test_one_key_moves_the_clock_to_the_chosen_one_with_the_time_and_the_marks(at_console: AtConsole) -> None:
    clerk = speaking(at_console, "Ann Lee", "Bo Cruz", "Cy Dee", wait=30)
    clerk.press("Ctrl+1", "Alt+O")
    clerk.console.queue.choose(3)
    clerk.press("Ctrl+Shift+M")
    assert clerk.said == "The clock is Cy Dee's now, with the time used so far."
    assert clerk.last.startswith("Clock moved from Ann Lee to Cy Dee")
    assert (standing(clerk, 1, 3), clerk.item.queue) == ([Standing.WAITING, Standing.SPEAKING], (1, 2))
    assert (clerk.slip(3).marks, clerk.slip(3).stated, clerk.slip(1).marks) == (("PRIV",), Position.OPPOSE, ())
    assert clerk.console.floor.name == "Cy Dee"
    turn = clerk.hearing.turn
    assert turn is not None
    assert spent(turn, clerk.clock.now()) == timedelta(seconds=33)
    clerk.press("Ctrl+Z")
    assert clerk.last.startswith("Entry")
    assert (standing(clerk, 1, 3), clerk.slip(1).marks) == ([Standing.SPEAKING, Standing.WAITING], ("PRIV",))


def test_what_was_typed_goes_along_and_is_never_left_with_the_wrong_one(at_console: AtConsole) -> None:
    clerk = speaking(at_console, "Ann Lee", "Bo Cruz")
    clerk.write("Asked for a pause.")
    clerk.console.summary.keep_draft()
    clerk.console.queue.choose(2)
    clerk.press("Ctrl+Shift+M")
    assert clerk.console.summary.text == "Asked for a pause."
    assert draft_key(1) not in clerk.desk.drafts
    clerk.press("Ctrl+D")
    assert (clerk.slip(1).summary, clerk.slip(2).summary) == ("", "Asked for a pause.")


def test_the_turn_just_ended_is_moved_in_the_sheet_by_number(at_console: AtConsole) -> None:
    clerk = speaking(at_console, "Ann Lee", "Bo Cruz", "Cy Dee")
    clerk.press("Ctrl+Return", "Ctrl+F9", "W")
    drawer = sheet(clerk).drawer
    assert isinstance(drawer, WrongDrawer)
    clerk.type("3")
    assert drawer.whom.text() == "Cy Dee: 3:00 allotted; the time used goes along."
    clerk.press("Return")
    assert standing(clerk, 1, 2, 3) == [Standing.WAITING, Standing.CALLED, Standing.FINISHED]
    assert clerk.sheet() is None


def test_nobody_chosen_or_somebody_heard_is_refused_in_a_sentence(at_console: AtConsole) -> None:
    clerk = speaking(at_console, "Ann Lee", "Bo Cruz")
    clerk.console.queue.choose(0)
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+F9", "W")
    clerk.type("1")
    clerk.press("Return")
    assert "has been heard. A second turn needs the chair's leave" in sheet(clerk).said
    clerk.type("9")
    clerk.press("Return")
    assert sheet(clerk).said == "There is no slip 19."


# Ended by mistake


def test_a_turn_ended_by_mistake_goes_on_with_one_key_and_the_next_is_next_again(at_console: AtConsole) -> None:
    clerk = speaking(at_console, "Ann Lee", "Bo Cruz")
    clerk.press("Ctrl+Return")
    clerk.press("Ctrl+Shift+T", after=41)
    assert clerk.said == "Ann Lee goes on; the 0:41 since are not charged."
    assert (standing(clerk, 1, 2), clerk.item.queue) == ([Standing.SPEAKING, Standing.WAITING], (2,))
    assert "clock stopped 0:41 for a turn ended by mistake" in clerk.console.floor.clock.working


@pytest.mark.parametrize("charged", [False, True])
def test_later_than_a_minute_the_sheet_asks_why_and_who_bears_the_gap(at_console: AtConsole, charged: bool) -> None:
    clerk = speaking(at_console, "Ann Lee")
    clerk.press("Ctrl+D")
    clerk.press("Ctrl+Shift+T", after=90)
    drawer = sheet(clerk).drawer
    assert isinstance(drawer, AgainDrawer)
    assert drawer.gap.text() == "Ann Lee's turn ended 1:30 ago."
    clerk.press("Return", after=0)
    assert "give the reason" in sheet(clerk).said
    drawer.charged.show_value(charged)
    drawer.reason.setFocus()
    clerk.type("the chair had not heard the end")
    clerk.press("Return", after=0)
    event = clerk.events[-1]
    assert event == TurnReopened(1, timedelta(seconds=90), charged, "the chair had not heard the end")
    turn = clerk.hearing.turn
    assert turn is not None
    assert spent(turn, clerk.clock.now()) == timedelta(seconds=21 + (90 if charged else 0))


def test_once_the_next_has_begun_the_key_says_so(at_console: AtConsole) -> None:
    clerk = speaking(at_console, "Ann Lee", "Bo Cruz")
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+Shift+T")
    assert clerk.said == "Bo Cruz has the floor already."


# Interrupted


def remote(*, seconds: float) -> Evening:
    evening = commenting(PROFILE)
    evening.register("Amina Warsame", mode=Mode.REMOTE_PHONE)
    evening.register("Bo Cruz")
    evening.register("Cy Dee")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    evening.wait(seconds)
    return evening


def test_a_dropped_line_goes_back_with_the_time_left_and_the_evening_goes_on(at_console: AtConsole) -> None:
    clerk = at_console(remote(seconds=107))
    clerk.press("Ctrl+Shift+I")
    assert clerk.said == "Amina Warsame is back in the queue, with 1:12 left."
    assert clerk.item.queue == (2, 1, 3)
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+Return")
    assert clerk.console.floor.name == "Amina Warsame"
    assert (clerk.console.floor.clock.digits, clerk.console.floor.clock.working) == ("1:12", "1:12 left of 3:00")
    assert "goes on after an interruption" in clerk.console.floor.about
    assert clerk.hearing.appearances[1].ending is Ending.INTERRUPTED


def test_the_button_stands_there_for_who_takes_part_from_afar(at_console: AtConsole) -> None:
    clerk = at_console(remote(seconds=10))
    buttons = {name: clerk.console.keys.made(name) for name in ("interrupted", "yields")}
    assert [button.isVisible() for button in buttons.values()] == [True, False]
    clerk.press("Ctrl+Return", "Ctrl+Return")
    assert [button.isVisible() for button in buttons.values()] == [False, True]


# By leave of the chair, by another clock


def test_a_second_turn_is_given_on_a_ground_with_its_clock_shown_first(at_console: AtConsole) -> None:
    clerk = speaking(at_console, "Ann Lee")
    clerk.press("Ctrl+D", "Alt+Shift+Return")
    call = clerk.sheet()
    assert isinstance(call, CallSheet)
    assert (call.who.text(), call.grounds.key) == ("1 Ann Lee", "L")
    clerk.press("R")
    assert (call.clock.value(), call.working.text()) == (TimedAs.REBUTTAL, "Rebuttal 3:00.")
    clerk.press("T")
    assert "needs the chair's leave" in call.main.toolTip() or not call.main.isEnabled()
    clerk.press("R", "Return")
    event = clerk.events[-1]
    assert isinstance(event, SpeakerCalled)
    assert (event.ground, event.timed_as) == (Ground.REBUTTAL, TimedAs.REBUTTAL)
    assert "in rebuttal" in clerk.console.floor.about
    assert clerk.console.floor.clock.working == "rebuttal 3:00"


def test_after_the_close_only_an_answer_is_heard(at_console: AtConsole) -> None:
    evening = commenting(PROFILE, "Ann Lee")
    evening.turn(1)
    evening.act(rules.close_testimony)
    clerk = at_console(evening)
    clerk.press("Alt+Shift+Return", "L", "Return")
    call = clerk.sheet()
    assert isinstance(call, CallSheet)
    assert "Only an answer to a member's question" in call.said
    clerk.press("A", "Return")
    assert clerk.hearing.turn is not None
    assert clerk.hearing.turn.ground is Ground.ANSWER


def test_the_chair_lets_somebody_go_on_without_a_limit(at_console: AtConsole) -> None:
    clerk = speaking(at_console, "Ann Lee", wait=30)
    clerk.press("Ctrl+F9", "L")
    drawer = sheet(clerk).drawer
    assert isinstance(drawer, ClockDrawer)
    drawer.clock.show_value(TimedAs.UNTIMED)
    assert drawer.working.text() == "Untimed by the chair; 0:32 used stays used."
    clerk.press("Return", after=0)
    assert clerk.console.floor.clock.words == "Speaking, untimed"
    assert clerk.console.floor.clock.working == "untimed by the chair"


# Handed in, and missed by the clock


def test_a_handout_is_listed_from_the_sheet(at_console: AtConsole) -> None:
    clerk = speaking(at_console, "Ann Lee")
    clerk.press("Ctrl+F9", "H")
    clerk.type("map of the cameras")
    clerk.press("Return")
    assert clerk.last == "Handout of Ann Lee: map of the cameras"


def test_a_turn_that_the_clock_missed_is_entered_with_its_times(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz"))
    clerk.wait(1200)
    clerk.press("Ctrl+F9", "M")
    clerk.type("2")
    clerk.press("Tab", "Tab", after=0)
    clerk.type("6:10")
    clerk.press("Tab", "Tab", after=0)
    clerk.type("2:40")
    clerk.press("Return", after=0)
    assert clerk.sheet() is None
    event = clerk.events[-1]
    assert isinstance(event, AppearanceEntered)
    assert (event.slip, event.length) == (2, timedelta(minutes=2, seconds=40))
    assert clerk.last == "Entered afterwards: Bo Cruz spoke for 2:40 from 6:10:00 PM"


@pytest.mark.parametrize(
    ("began", "ended", "length", "why"),
    [
        ("soon", "", "2:00", "reads as no time"),
        ("6:10", "6:05", "", "ends after it began"),
        ("6:19", "", "9 min", "end after now"),
        ("6:10", "", "long", "no length of time"),
    ],
)
def test_times_that_do_not_fit_are_refused(
    at_console: AtConsole, began: str, ended: str, length: str, why: str
) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.wait(1200)
    clerk.press("Ctrl+F9", "M")
    for text in ("1", None, began, ended, length):
        clerk.type(text or "")
        clerk.press("Tab", after=0)
    sheet(clerk).enter()
    assert why in sheet(clerk).said
    assert not clerk.slip(1).heard


# Whose marks they are


def test_between_two_speakers_the_marks_are_of_whoever_was_heard_last_and_the_line_says_so(
    at_console: AtConsole,
) -> None:
    evening = commenting(PROFILE)
    evening.register("Amina Warsame", position=Position.SUPPORT)
    evening.register("Bo Cruz", position=Position.OPPOSE)
    clerk = at_console(evening)
    told = []
    for _ in range(3):
        clerk.press("Ctrl+Return")
        told.append((clerk.console.floor.whose, clerk.console.floor.positions.chosen))
    clerk.press("Alt+M", "Ctrl+1")
    told.append((clerk.console.floor.whose, clerk.console.floor.positions.chosen))
    clerk.press("Ctrl+Return")
    told.append((clerk.console.floor.whose, clerk.console.floor.positions.chosen))
    last = "Position and concerns of Amina Warsame, heard last"
    assert told == [
        ("Position of Amina Warsame, walking up", (Position.SUPPORT, "on slip")),
        ("Position", (Position.SUPPORT, "on slip")),
        (last, (Position.SUPPORT, "on slip")),
        (last, (Position.MIXED, "")),
        ("Position", (Position.OPPOSE, "on slip")),
    ]
    assert (clerk.slip(1).stated, clerk.slip(1).marks, clerk.slip(2).stated) == (Position.MIXED, ("PRIV",), None)


# A slip of the hand


@pytest.mark.parametrize("key", ["Ctrl+Return", "Ctrl+D", "Shift+F7", "Ctrl+Shift+I"])
def test_no_key_that_ends_a_turn_is_followed_by_another_at_once(at_console: AtConsole, key: str) -> None:
    clerk = speaking(at_console, "Ann Lee", "Bo Cruz", "Cy Dee")
    clerk.press(key)
    once = len(clerk.hearing.entries)
    for again in ("Ctrl+Return", "Ctrl+D", "F7", "Ctrl+Shift+Return", "Ctrl+Shift+T", "Alt+Return"):
        clerk.press(again, after=0.3)
    assert len(clerk.hearing.entries) == once
    clerk.press("Ctrl+Return", after=0.4)
    assert len(clerk.hearing.entries) == once + 1


def test_at_the_cap_the_key_ends_the_turn_before_it_calls(at_console: AtConsole) -> None:
    clerk = at_console(commenting(replace(PROFILE, cap=timedelta(minutes=3)), "Ann Lee", "Bo Cruz"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    assert clerk.console.keys.table["main"].words == "Done"
    clerk.press("Ctrl+Return", after=60)
    assert clerk.console.keys.table["main"].words == "Call next"


def test_every_act_of_the_sheet_has_a_letter_of_its_own() -> None:
    letters = [letter for letter, *_ in ACTS]
    assert len(set(letters)) == len(letters)
