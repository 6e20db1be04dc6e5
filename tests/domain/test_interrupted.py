"""A turn interrupted: the rest of it waits behind the next, and is gone on with (7.2)."""

from datetime import timedelta

from hearingdesk.domain import rules
from hearingdesk.domain.timing import reading, spent
from hearingdesk.domain.values import (
    Ending,
    Interpreter,
    Interpreting,
    Standing,
    StopReason,
    TimedAs,
)
from tests.builders import Evening, commenting, seconds
from tests.domain.turns import ONE, four, queue, slip, speaking, turn


def interrupted(evening: Evening) -> Evening:
    speaking(evening, wait=108)
    evening.act(rules.end_turn, ending=Ending.INTERRUPTED)
    return evening


def test_an_interrupted_speaker_waits_behind_the_next_with_the_time_left() -> None:
    evening = interrupted(four())
    assert (queue(evening), slip(evening, 1).standing) == ((2, 1, 3, 4), Standing.WAITING)
    evening.turn(2)
    evening.act(rules.call_next)
    assert turn(evening).slip == 2
    assert evening.hearing.turn is not None
    assert (evening.hearing.turn.slip, evening.hearing.turn.allotment.working) == (1, "1:12 left of 3:00")
    evening.act(rules.start_turn)
    evening.wait(30)
    shown = reading(evening.hearing.profile, evening.hearing.turn, evening.now)
    assert shown.left == seconds(42)
    evening.act(rules.end_turn)
    assert (slip(evening, 1).standing, evening.hearing.items["1"].tally.heard) == (Standing.FINISHED, 2)
    assert "has been heard" in evening.refused(rules.call_speaker, slip=1)


def test_the_time_left_outlasts_a_change_of_limit_a_call_in_vain_and_a_bypass() -> None:
    evening = interrupted(four())
    evening.act(rules.change_limit, new=timedelta(minutes=2), ordered_by="The Chair")
    evening.act(rules.call_speaker, slip=1)
    evening.act(rules.speaker_not_present)
    assert slip(evening, 1).standing is Standing.NO_SHOW
    evening.act(rules.return_speaker, slip=1)
    evening.act(rules.call_next)
    evening.act(rules.call_speaker, slip=3)
    assert queue(evening)[0] == 1
    evening.act(rules.call_speaker, slip=1)
    assert evening.hearing.turn is not None
    assert evening.hearing.turn.allotment.total == seconds(72)


def test_time_given_by_the_chair_and_an_interpreter_count_into_what_is_left() -> None:
    evening = four()
    hmong = evening.register("Pa Vang", interpreter=Interpreter("Hmong"))
    speaking(evening, slip=hmong, wait=240)
    evening.act(rules.grant_time, span=seconds(30))
    evening.act(rules.end_turn, ending=Ending.INTERRUPTED)
    evening.act(rules.call_speaker, slip=hmong)
    assert evening.hearing.turn is not None
    working = "1:15 left of 3:00 × 2 consecutive interpreter = 2:30"
    assert evening.hearing.turn.allotment.working == working
    evening.act(rules.start_turn)
    evening.act(rules.change_interpreter, interpreter=Interpreter("Hmong", Interpreting.SIMULTANEOUS))
    assert turn(evening).allotment.working == "1:15 left of 3:00"


def test_the_line_is_back_at_once_and_the_same_turn_goes_on() -> None:
    evening = interrupted(four())
    evening.act(rules.call_next)
    evening.wait(95)
    evening.act(rules.reopen_turn, now=evening.now)
    assert (queue(evening), slip(evening, 1).rest) == ((2, 3, 4), None)
    assert spent(turn(evening), evening.now) == seconds(108)
    assert [stop.reason for stop in turn(evening).stops] == [StopReason.TECHNICAL]


def test_nothing_left_and_untimed_turns_are_interrupted_too() -> None:
    evening = speaking(four(), wait=200)
    evening.act(rules.end_turn, ending=Ending.INTERRUPTED)
    evening.act(rules.call_speaker, slip=1)
    assert evening.hearing.turn is not None
    assert evening.hearing.turn.allotment.working == "0:00 left of 3:00"
    evening.act(rules.change_clock, timed_as=TimedAs.UNTIMED)
    evening.act(rules.start_turn)
    evening.act(rules.end_turn, ending=Ending.INTERRUPTED)
    evening.act(rules.call_speaker, slip=1)
    assert evening.hearing.turn.allotment.total is None


def test_who_was_interrupted_gives_and_takes_no_time() -> None:
    evening = commenting(ONE, *"ABC")
    interrupted(evening)
    assert "has begun" in evening.refused(rules.cede_time, slip=1, to=3)
    assert "has begun already" in evening.refused(rules.cede_time, slip=3, to=1)


def test_at_the_close_who_was_interrupted_was_not_reached_again() -> None:
    evening = interrupted(four())
    evening.act(rules.close_testimony)
    assert slip(evening, 1).standing is Standing.NOT_REACHED
