"""Turns that the clock missed, entered afterwards with their times, and what was handed in (7.2)."""

from datetime import timedelta

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.evolve import fold
from hearingdesk.domain.forecast import forecast
from hearingdesk.domain.values import (
    Capacity,
    Ending,
    Ground,
    Standing,
)
from hearingdesk.domain.wording import words
from tests.builders import SIX, Evening, seconds
from tests.domain.turns import four, queue, slip, speaking, turn


def entered(evening: Evening, number: int, **how: object) -> str:
    how = {"began": evening.now.utc - seconds(300), "length": seconds(150)} | how
    return words(evening.act(rules.enter_appearance, slip=number, **how), evening.hearing)


def test_a_turn_that_the_clock_missed_is_entered_with_its_times() -> None:
    evening = four(cap=timedelta(minutes=8))
    evening.wait(900)
    assert entered(evening, 2) == "Entered afterwards: Bo Cruz spoke for 2:30 from 6:10:00 PM"
    made = evening.hearing.appearances[slip(evening, 2).turns[0]]
    assert (made.entered, made.ran, made.ending) == (True, seconds(150), Ending.FINISHED)
    assert (slip(evening, 2).standing, queue(evening)) == (Standing.FINISHED, (1, 3, 4))
    item = evening.hearing.items["1"]
    assert (item.tally.heard, item.used) == (1, seconds(150))
    assert fold(evening.hearing.entries) == evening.hearing


def test_it_is_nobody_heard_last_and_never_counts_in_the_pace() -> None:
    evening = four()
    evening.wait(900)
    speaking(evening, slip=1)
    entered(evening, 2)
    assert evening.hearing.last_heard == evening.hearing.turn
    evening.act(rules.raise_concern, code="PRIV")
    assert slip(evening, 1).marks == ("PRIV",)
    evening.act(rules.end_turn)
    for _ in range(5):
        number = evening.register("More")
        evening.turn(number, seconds=170)
    paced = forecast(evening.hearing, evening.hearing.items["1"], evening.now)
    for _ in range(20):
        number = evening.register("Entered")
        entered(evening, number, length=seconds(5))
    again = forecast(evening.hearing, evening.hearing.items["1"], evening.now)
    assert again == paced


def test_the_call_whose_clock_never_started_is_that_turn() -> None:
    evening = four()
    evening.act(rules.call_next)
    evening.wait(900)
    entered(evening, 1)
    assert (evening.hearing.floor, slip(evening, 1).standing) == (0, Standing.FINISHED)


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ({"length": seconds(-4)}, "ends after it began"),
        ({"length": seconds(0)}, "ends after it began"),
        ({"length": timedelta(hours=5)}, "longer than four hours"),
        ({"began": SIX - timedelta(hours=1)}, "before the meeting"),
    ],
)
def test_times_that_cannot_be_are_refused(how: dict[str, object], why: str) -> None:
    evening = four()
    evening.wait(900)
    how = {"began": evening.now.utc, "length": seconds(60)} | how
    assert why in evening.refused(rules.enter_appearance, slip=1, **how)
    assert not slip(evening, 1).heard


def test_who_speaks_now_or_has_been_heard_is_not_entered_without_leave() -> None:
    evening = speaking(four())
    how = {"began": evening.now.utc, "length": seconds(60)}
    assert "the clock runs" in evening.refused(rules.enter_appearance, slip=1, **how)
    evening.act(rules.end_turn)
    assert "chair's leave" in evening.refused(rules.enter_appearance, slip=1, **how)
    evening.act(rules.enter_appearance, slip=1, **how, ground=Ground.SECOND_ROUND)
    evening.act(rules.close_testimony)
    evening.wait(60)
    evening.act(rules.enter_appearance, slip=2, **how)
    late = {"began": evening.now.utc, "length": seconds(60)}
    assert "is closed" in evening.refused(rules.enter_appearance, slip=3, **late)
    evening.act(rules.enter_appearance, slip=3, **late, ground=Ground.ANSWER)


def test_a_handout_is_listed_with_the_turn_and_goes_along_with_it() -> None:
    evening = four()
    assert "Nobody has been heard" in evening.refused(rules.take_handout, text="a map")
    speaking(evening)
    said = words(evening.act(rules.take_handout, text=" a map of the cameras "), evening.hearing)
    assert said == "Handout of Ann Lee: a map of the cameras"
    assert "few words" in evening.refused(rules.take_handout, text="  ")
    evening.act(rules.move_turn, to=2)
    assert turn(evening).handouts == ("a map of the cameras",)
    evening.act(rules.end_turn)
    evening.act(rules.take_handout, text="two letters", slip=2)
    assert turn(evening).handouts == ("a map of the cameras", "two letters")


def test_staff_are_entered_apart() -> None:
    evening = four()
    clerk = evening.register("Lee Ho", capacity=Capacity.STAFF)
    entered(evening, clerk, began=evening.now.utc)
    assert evening.hearing.items["1"].tally.apart[Capacity.STAFF] == 1
