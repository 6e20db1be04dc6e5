"""Whose clock a turn is timed by, and on what ground somebody has another: T-12, Q-06, H-02."""

from dataclasses import replace
from datetime import timedelta

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.profile import Pooling
from hearingdesk.domain.timing import ClockState, allotment, reading, waiting_time
from hearingdesk.domain.values import Capacity, Ending, Ground, Interpreter, Standing, TimedAs
from hearingdesk.domain.wording import words
from tests.builders import PROFILE, Evening, commenting


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


ZONING = replace(
    PROFILE,
    base_limit=minutes(5),
    group_limit=minutes(10),
    applicant_limit=minutes(15),
    rebuttal_limit=minutes(5),
    official_limit=None,
)


BY_THE_CHAIR = (Ground.LEAVE, Ground.SECOND_ROUND, Ground.REBUTTAL, Ground.ANSWER)


def working(evening: Evening, slip: int = 0) -> str:
    if slip:
        item = evening.hearing.items["1"]
        return allotment(evening.hearing.profile, item.limit, evening.hearing.registrations[slip]).working
    assert evening.hearing.turn is not None
    return evening.hearing.turn.allotment.working


@pytest.mark.parametrize(
    ("says", "told"),
    [
        ({}, "5:00"),
        ({"together_with": ("Bo Cruz",)}, "group 10:00"),
        ({"organisation": "Neighbors of Elm Street"}, "5:00"),
        ({"capacity": Capacity.APPLICANT}, "applicant 15:00"),
        ({"capacity": Capacity.APPLICANT, "together_with": ("Bo Cruz",)}, "applicant 15:00"),
        ({"capacity": Capacity.STAFF}, "untimed"),
        ({"capacity": Capacity.OFFICIAL}, "untimed"),
        (
            {"together_with": ("Bo Cruz",), "interpreter": Interpreter("Hmong")},
            "group 10:00 × 2 consecutive interpreter = 20:00",
        ),
    ],
)
def test_each_has_the_limit_of_what_they_speak_as_and_the_working_says_which(
    says: dict[str, object], told: str
) -> None:
    evening = commenting(ZONING)
    slip = evening.register("Ann Lee", **says)  # type: ignore[arg-type]
    assert working(evening, slip) == told
    evening.act(rules.call_speaker, slip=slip)
    assert working(evening) == told


def test_officials_with_a_limit_are_told_apart_in_the_working() -> None:
    evening = commenting(replace(PROFILE, official_limit=minutes(4)))
    slips = [evening.register(capacity=one) for one in (Capacity.OFFICIAL, Capacity.STAFF, Capacity.EXPERT)]
    assert [working(evening, slip) for slip in slips] == ["official 4:00", "staff 4:00", "expert 4:00"]


@pytest.mark.parametrize(("new", "told"), [(minutes(2.5), "group 5:00"), (minutes(10), "group 20:00")])
def test_a_group_is_cut_and_raised_with_the_public(new: timedelta, told: str) -> None:
    evening = commenting(ZONING)
    slip = evening.register("Ann Lee", together_with=("Bo Cruz",))
    evening.act(rules.change_limit, new=new, ordered_by="The Chair")
    assert working(evening, slip) == told


def test_the_forecast_counts_groups_and_what_interrupted_turns_left() -> None:
    evening = commenting(ZONING, "Bo Cruz")
    evening.register("Ann Lee", together_with=("Cy Dee",))
    evening.register("Ms Ho", capacity=Capacity.STAFF)
    item = evening.hearing.items["1"]
    assert waiting_time(evening.hearing, item, item.limit) == (minutes(15), 1)
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    evening.wait(240)
    evening.act(rules.end_turn, ending=Ending.INTERRUPTED)
    assert waiting_time(evening.hearing, evening.hearing.items["1"], minutes(5)) == (minutes(11), 1)


def test_donors_of_a_group_give_one_ordinary_turn_each() -> None:
    evening = commenting(replace(ZONING, pooling=Pooling.ONE_DONOR), "Bo Cruz")
    slip = evening.register("Ann Lee", together_with=("Cy Dee",))
    evening.act(rules.cede_time, slip=1, to=slip)
    assert working(evening, slip) == "group 10:00 + 5:00 given = 15:00"


def test_a_rebuttal_has_its_own_clock_and_label() -> None:
    evening = commenting(ZONING)
    slip = evening.register("Ann Lee", capacity=Capacity.APPLICANT)
    evening.turn(slip)
    entry = evening.act(rules.call_speaker, slip=slip, ground=Ground.REBUTTAL)
    assert words(entry, evening.hearing) == "Ann Lee called (rebuttal 5:00, in rebuttal)"
    assert evening.hearing.turn is not None
    assert (evening.hearing.turn.ground, evening.hearing.turn.timed_as) == (Ground.REBUTTAL, TimedAs.REBUTTAL)
    evening.act(rules.call_speaker, slip=evening.register("Bo Cruz"))
    evening.act(rules.call_speaker, slip=slip, ground=Ground.REBUTTAL, timed_as=TimedAs.ORDINARY)
    assert working(evening) == "applicant 15:00"


@pytest.mark.parametrize(
    ("timed_as", "told"),
    [
        (TimedAs.UNTIMED, "untimed by the chair"),
        (TimedAs.GROUP, "group 10:00"),
        (TimedAs.REBUTTAL, "rebuttal 5:00"),
        (TimedAs.APPLICANT, "applicant 15:00"),
        (TimedAs.STAFF, "untimed"),
    ],
)
def test_the_chair_has_anybody_timed_otherwise_and_what_is_used_stays_used(timed_as: TimedAs, told: str) -> None:
    evening = commenting(ZONING, "Ann Lee")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    evening.wait(60)
    entry = evening.act(rules.change_clock, timed_as=timed_as, reason="the chair's leave")
    assert words(entry, evening.hearing) == f"Clock: {told}: the chair's leave"
    shown = reading(evening.hearing.profile, evening.hearing.turn, evening.now)
    assert shown.used == minutes(1)
    assert (shown.state is ClockState.UNTIMED) is told.startswith("untimed")
    assert "timed so already" in evening.refused(rules.change_clock, timed_as=timed_as)
    evening.act(rules.change_clock, timed_as=TimedAs.ORDINARY)
    assert working(evening) == "5:00"


def test_an_interpreter_found_in_a_rebuttal_doubles_the_rebuttal() -> None:
    evening = commenting(ZONING, "Ann Lee")
    evening.act(rules.call_speaker, slip=1, timed_as=TimedAs.REBUTTAL)
    evening.act(rules.change_interpreter, interpreter=Interpreter("Hmong"))
    assert working(evening) == "rebuttal 5:00 × 2 consecutive interpreter = 10:00"


def test_time_given_to_a_turn_that_is_timed_otherwise_is_given_back_when_it_begins() -> None:
    evening = commenting(replace(ZONING, pooling=Pooling.ONE_DONOR), "Ann Lee", "Bo Cruz")
    evening.act(rules.cede_time, slip=2, to=1)
    evening.act(rules.call_speaker, slip=1, timed_as=TimedAs.UNTIMED)
    evening.act(rules.start_turn)
    assert evening.hearing.registrations[2].standing is Standing.WAITING


@pytest.mark.parametrize(("ground", "label"), [(ground, ground.words) for ground in BY_THE_CHAIR])
def test_a_second_turn_is_refused_without_its_ground_and_labelled_with_it(ground: Ground, label: str) -> None:
    evening = commenting(PROFILE, "Ann Lee")
    evening.turn(1)
    assert "needs the chair's leave" in evening.refused(rules.call_speaker, slip=1)
    entry = evening.act(rules.call_speaker, slip=1, ground=ground, leave="to correct a figure")
    assert words(entry, evening.hearing).endswith(f", {label}, to correct a figure)")


def test_once_testimony_is_closed_only_an_answer_is_heard() -> None:
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz")
    evening.turn(1)
    evening.act(rules.close_testimony)
    for ground in (None, Ground.LEAVE, Ground.SECOND_ROUND, Ground.REBUTTAL):
        assert "Only an answer" in evening.refused(rules.call_speaker, slip=1, ground=ground)
    evening.act(rules.call_speaker, slip=2, ground=Ground.ANSWER)
    evening.act(rules.start_turn)
    assert evening.hearing.registrations[2].heard
