"""Turns set right: the wrong person's clock, and one ended by mistake (7.2)."""

from datetime import timedelta

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.evolve import fold
from hearingdesk.domain.profile import LateSlips
from hearingdesk.domain.timing import reading, spent
from hearingdesk.domain.values import (
    Ending,
    Ground,
    Interpreter,
    Position,
    Standing,
    StopReason,
)
from hearingdesk.domain.wording import words
from tests.builders import commenting, seconds
from tests.domain.turns import ONE, four, queue, slip, speaking, turn

# The wrong person was started


def test_the_running_clock_goes_to_another_slip_and_the_wrong_one_back_to_where_it_was() -> None:
    evening = speaking(four(), slip=3)
    entry = evening.act(rules.move_turn, to=1)
    assert words(entry, evening.hearing) == "Clock moved from Cy Dee to Ann Lee (3:00); the time used goes along"
    assert queue(evening) == (2, 3, 4)
    assert [slip(evening, n).standing for n in (1, 3)] == [Standing.SPEAKING, Standing.WAITING]
    assert (slip(evening, 3).heard, slip(evening, 3).turns) == (False, ())
    assert evening.hearing.speaker == slip(evening, 1)
    evening.wait(10)
    shown = reading(evening.hearing.profile, evening.hearing.turn, evening.now)
    assert (shown.used, shown.left) == (seconds(50), seconds(130))
    assert evening.hearing.items["1"].tally.heard == 1
    assert fold(evening.hearing.entries) == evening.hearing


def test_what_was_noted_in_the_turn_goes_along_and_nothing_else() -> None:
    evening = four(turns_per_item=2)
    evening.turn(1, marks=("PRIV",), stated=Position.SUPPORT)
    evening.act(rules.write_summary, text="Asked for a pause.")
    speaking(evening, slip=1)
    evening.act(rules.raise_concern, code="MISID")
    evening.act(rules.state_position, position=Position.OPPOSE)
    evening.act(rules.write_summary, text="Asked for a pause. Was stopped twice.")
    evening.act(rules.move_turn, to=2)
    told = [(slip(evening, n).marks, slip(evening, n).stated, slip(evening, n).summary) for n in (1, 2)]
    assert told == [
        (("PRIV",), Position.SUPPORT, "Asked for a pause."),
        (("MISID",), Position.OPPOSE, "Was stopped twice."),
    ]
    assert slip(evening, 1).standing is Standing.FINISHED


def test_a_turn_just_ended_is_moved_too_while_the_next_walks_up() -> None:
    evening = speaking(four(cap=timedelta(minutes=8)), slip=1)
    evening.act(rules.end_turn)
    evening.act(rules.call_next)
    evening.act(rules.move_turn, to=4)
    assert [slip(evening, n).standing for n in (1, 2, 4)] == [Standing.WAITING, Standing.CALLED, Standing.FINISHED]
    assert queue(evening) == (1, 3)
    assert evening.hearing.items["1"].used == seconds(40)


def test_moved_back_everything_is_as_it_was() -> None:
    evening = speaking(four(), slip=3)
    before = evening.hearing
    evening.act(rules.move_turn, to=1)
    evening.act(rules.move_turn, to=3)
    assert (queue(evening), evening.hearing.registrations) == (before.items["1"].queue, before.registrations)


def test_a_moved_turn_is_worked_out_for_whose_it_is() -> None:
    evening = four()
    hmong = evening.register("Pa Vang", interpreter=Interpreter("Hmong"))
    speaking(evening, slip=1)
    evening.act(rules.change_limit, new=timedelta(minutes=2), ordered_by="The Chair")
    evening.act(rules.move_turn, to=hmong)
    assert turn(evening).allotment.working == "3:00 × 2 consecutive interpreter = 6:00"


def test_an_interpreter_found_in_the_turn_belongs_to_whoever_spoke() -> None:
    evening = speaking(four(), slip=1)
    evening.act(rules.change_interpreter, interpreter=Interpreter("Hmong"))
    evening.act(rules.move_turn, to=2)
    assert [slip(evening, n).sign_up.interpreter for n in (1, 2)] == [None, Interpreter("Hmong")]
    assert turn(evening).allotment.total == timedelta(minutes=6)


def test_given_turns_come_back_with_the_wrong_one_and_are_spent_by_the_right_one() -> None:
    evening = commenting(ONE, *"ABCDE")
    evening.act(rules.cede_time, slip=3, to=1)
    evening.act(rules.cede_time, slip=4, to=2)
    speaking(evening, slip=1)
    evening.act(rules.move_turn, to=2)
    assert (slip(evening, 1).donors, slip(evening, 2).donors, turn(evening).donors) == ((3,), (), (4,))
    assert turn(evening).allotment.working == "3:00 + 3:00 given = 6:00"
    evening.act(rules.reclaim_time, slip=3)
    assert slip(evening, 3).standing is Standing.WAITING


@pytest.mark.parametrize("tray", [Standing.NO_SHOW, Standing.NEEDS_LEAVE])
def test_who_was_in_a_tray_goes_back_into_it(tray: Standing) -> None:
    evening = four(late_slips=LateSlips.CHAIRS_LEAVE)
    evening.act(rules.register_speaker, sign_up=slip(evening, 1).sign_up, late=True)
    evening.act(rules.call_next)
    evening.act(rules.speaker_not_present)
    wrong = 1 if tray is Standing.NO_SHOW else 5
    evening.act(rules.call_speaker, slip=wrong, ground=Ground.LEAVE)
    evening.act(rules.start_turn)
    evening.act(rules.move_turn, to=2)
    item = evening.hearing.items["1"]
    assert (slip(evening, wrong).standing, item.absent, item.for_leave) == (tray, (1,), (5,))


def test_who_can_neither_lose_nor_take_a_clock() -> None:
    evening = four()
    elsewhere = evening.register("Else", item="6")
    assert "Nobody has been heard" in evening.refused(rules.move_turn, to=1)
    evening.turn(2)
    speaking(evening, slip=1)
    assert evening.refused(rules.move_turn, to=1) == "The clock is Ann Lee's already."
    assert "second turn needs the chair's leave" in evening.refused(rules.move_turn, to=2)
    assert "not registered on Item 1" in evening.refused(rules.move_turn, to=elsewhere)
    assert "no slip 99" in evening.refused(rules.move_turn, to=99)
    evening.act(rules.move_turn, to=2, ground=Ground.LEAVE)
    assert turn(evening).ground is Ground.LEAVE
    evening.act(rules.end_turn)
    evening.act(rules.close_testimony)
    assert "Testimony on Item 1 is closed" in evening.refused(rules.move_turn, to=3)


def test_a_removal_goes_with_the_turn() -> None:
    evening = speaking(four(), slip=1)
    evening.act(rules.end_turn, ending=Ending.REMOVED)
    evening.act(rules.move_turn, to=2)
    assert [slip(evening, n).standing for n in (1, 2)] == [Standing.WAITING, Standing.REMOVED]


# Ended by mistake


@pytest.mark.parametrize(("charged", "used"), [(False, 40), (True, 81)])
def test_a_turn_ended_by_mistake_goes_on_and_the_gap_is_charged_or_not(charged: bool, used: float) -> None:
    evening = speaking(four(cap=timedelta(minutes=8)))
    evening.act(rules.end_turn)
    evening.wait(41)
    entry = evening.act(rules.reopen_turn, now=evening.now, charged=charged)
    said = "charged" if charged else "not charged"
    assert words(entry, evening.hearing) == f"Ann Lee goes on after 0:41, {said}"
    assert spent(turn(evening), evening.now) == seconds(used)
    assert slip(evening, 1).standing is Standing.SPEAKING
    stops = [(stop.reason, stop.start.utc, stop.end) for stop in turn(evening).stops]
    assert stops == ([] if charged else [(StopReason.MISTAKE, evening.now.utc - seconds(41), evening.now)])
    assert evening.hearing.items["1"].used == seconds(0)
    evening.wait(9)
    evening.act(rules.end_turn)
    assert evening.hearing.items["1"].used == seconds(used + 9)


def test_who_was_called_meanwhile_goes_back_to_next() -> None:
    evening = speaking(four())
    evening.act(rules.call_next)
    evening.wait(20)
    evening.act(rules.reopen_turn, now=evening.now)
    assert (evening.hearing.floor, queue(evening)) == (1, (2, 3, 4))
    assert slip(evening, 2).standing is Standing.WAITING
    assert fold(evening.hearing.entries) == evening.hearing


@pytest.mark.parametrize(("gap", "needed"), [(60, False), (60.1, True), (None, True)])
def test_later_than_a_minute_it_needs_a_reason(gap: float | None, needed: bool) -> None:
    evening = speaking(four())
    evening.act(rules.end_turn)
    evening.wait(gap or 5)
    now = evening.now if gap else None
    if needed:
        assert "give the reason" in evening.refused(rules.reopen_turn, now=now)
    evening.act(rules.reopen_turn, now=now, reason="the chair had not heard the end" if needed else "")
    assert evening.hearing.floor == 1


def test_once_another_has_begun_or_testimony_is_closed_it_is_too_late() -> None:
    evening = speaking(four())
    assert evening.refused(rules.reopen_turn) == "Ann Lee has the floor already."
    evening.act(rules.end_turn, ending=Ending.REMOVED)
    assert evening.refused(rules.reopen_turn) == "Ann Lee was removed from the room."
    speaking(evening, slip=2)
    assert evening.refused(rules.reopen_turn) == "Bo Cruz has the floor already."
    evening.act(rules.end_turn)
    evening.act(rules.close_testimony)
    assert "is closed" in evening.refused(rules.reopen_turn, now=evening.now)


def test_no_clock_is_stopped_for_a_mistake() -> None:
    assert "taken up again" in speaking(four()).refused(rules.stop_clock, reason=StopReason.MISTAKE)
