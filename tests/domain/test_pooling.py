"""Time given to another: Q-03, T-09, T-13, each edge."""

from dataclasses import replace
from datetime import timedelta

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.evolve import fold
from hearingdesk.domain.profile import Pooling, RuleProfile
from hearingdesk.domain.timing import waiting_time
from hearingdesk.domain.values import Capacity, Interpreter, Measure, Mode, SignUp, Standing
from hearingdesk.domain.wording import words
from tests.builders import PROFILE, Evening, commenting


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


LAKEWOOD = replace(PROFILE, pooling=Pooling.POOLED, pooling_ceiling=minutes(10), pooling_donors=3)
ONE = replace(PROFILE, pooling=Pooling.ONE_DONOR, pooling_ceiling=minutes(5))
GROUP = replace(PROFILE, pooling=Pooling.GROUP, pooling_ceiling=minutes(6), pooling_donors=2)


def people(profile: RuleProfile, number: int = 6) -> Evening:
    return commenting(profile, *"ABCDEFGHIJ"[:number])


def ceded(profile: RuleProfile, *slips: int, to: int = 1) -> Evening:
    evening = people(profile)
    for slip in slips:
        evening.act(rules.cede_time, slip=slip, to=to)
    return evening


def called(evening: Evening, slip: int = 1) -> tuple[timedelta | None, str]:
    evening.act(rules.call_speaker, slip=slip)
    return allotted(evening)


def allotted(evening: Evening) -> tuple[timedelta | None, str]:
    turn = evening.hearing.turn
    assert turn is not None
    return turn.allotment.total, turn.allotment.working


def queue(evening: Evening) -> tuple[int, ...]:
    return evening.hearing.items["1"].queue


def test_time_is_not_given_unless_the_rule_allows_it_and_the_rule_is_quoted() -> None:
    with pytest.raises(OutOfOrder, match=r"does not allow.*Each speaker has 3 minutes.*no yielding of time"):
        people(PROFILE).act(rules.cede_time, slip=2, to=1)


@pytest.mark.parametrize(
    ("profile", "donors", "total", "working"),
    [
        (LAKEWOOD, (), minutes(3), "3:00"),
        (LAKEWOOD, (2, 3), minutes(3), "3:00; 2 of the 3 needed gave time"),
        (LAKEWOOD, (2, 3, 4), minutes(10), "3:00 + 3 × 3:00 given, at most 10:00 = 10:00"),
        (replace(LAKEWOOD, pooling_ceiling=None), (2, 3, 4), minutes(12), "3:00 + 3 × 3:00 given = 12:00"),
        (
            replace(LAKEWOOD, pooling_ceiling=minutes(2)),
            (2, 3, 4),
            minutes(3),
            "3:00 + 3 × 3:00 given, at most 2:00 = 3:00",
        ),
        (ONE, (2,), minutes(5), "3:00 + 3:00 given, at most 5:00 = 5:00"),
        (GROUP, (2,), minutes(3), "3:00; 1 of the 2 needed gave time"),
        (GROUP, (2, 3), minutes(6), "6:00 for a group of 3"),
        (GROUP, (2, 3, 4), minutes(6), "6:00 for a group of 4"),
    ],
)
def test_each_mode_gives_what_it_says_and_shows_its_working(
    profile: RuleProfile, donors: tuple[int, ...], total: timedelta, working: str
) -> None:
    assert called(ceded(profile, *donors)) == (total, working)


def test_the_ceiling_comes_before_the_interpreter() -> None:
    evening = ceded(LAKEWOOD, 2, 3, 4)
    evening.act(rules.correct_registration, slip=1, sign_up=SignUp("1", "A", interpreter=Interpreter("Hmong")))
    working = "(3:00 + 3 × 3:00 given, at most 10:00 = 10:00) × 2 consecutive interpreter = 20:00"
    assert called(evening) == (minutes(20), working)


def test_an_interpreter_found_in_mid_turn_counts_what_was_given() -> None:
    evening = ceded(ONE, 2)
    called(evening)
    evening.act(rules.start_turn)
    evening.act(rules.change_interpreter, interpreter=Interpreter("Hmong"))
    assert allotted(evening)[0] == minutes(10)
    evening.act(rules.change_interpreter, interpreter=None)
    assert allotted(evening)[0] == minutes(5)


def test_what_is_given_follows_the_limit_until_the_call() -> None:
    evening = ceded(LAKEWOOD, 2, 3, 4)
    evening.act(rules.change_limit, new=minutes(2), ordered_by="The Chair")
    assert called(evening)[0] == minutes(8)


def test_one_who_was_called_can_still_be_given_time_and_lose_it_again() -> None:
    evening = people(ONE)
    called(evening)
    evening.act(rules.change_limit, new=minutes(1), ordered_by="The Chair")
    evening.act(rules.cede_time, slip=2, to=1)
    assert allotted(evening) == (minutes(5), "3:00 + 3:00 given, at most 5:00 = 5:00")
    evening.act(rules.reclaim_time, slip=2)
    assert allotted(evening) == (minutes(3), "3:00")


def test_a_donor_leaves_the_queue_and_takes_the_place_back() -> None:
    evening = ceded(ONE, 3)
    assert evening.standing(3) is Standing.YIELDED
    assert queue(evening) == (1, 2, 4, 5, 6)
    with pytest.raises(OutOfOrder, match="C gave the turn to A"):
        evening.act(rules.call_speaker, slip=3)
    evening.act(rules.reclaim_time, slip=3)
    assert queue(evening) == (1, 2, 3, 4, 5, 6)
    assert evening.hearing.registrations[1].donors == ()


def test_giving_and_taking_back_is_no_way_to_the_front_nor_to_the_end() -> None:
    evening = ceded(ONE, 5, to=6)
    evening.turn(1)
    evening.turn(2)
    evening.act(rules.reclaim_time, slip=5)
    assert queue(evening) == (3, 4, 5, 6)


def test_the_turn_is_spent_when_the_other_begins() -> None:
    evening = ceded(ONE, 2)
    called(evening)
    assert evening.standing(2) is Standing.YIELDED
    evening.act(rules.start_turn)
    with pytest.raises(OutOfOrder, match="A has begun; the turn that B gave is spent"):
        evening.act(rules.reclaim_time, slip=2)
    evening.act(rules.end_turn)
    assert evening.standing(2) is Standing.YIELDED
    assert evening.hearing.registrations[2].yielded_to == 1
    assert evening.hearing.items["1"].tally.heard == 1
    evening.act(rules.call_speaker, slip=1, leave="Chair")
    assert allotted(evening)[0] == minutes(3)


def test_too_few_donors_lose_nothing_when_the_other_begins() -> None:
    evening = ceded(LAKEWOOD, 2, 3)
    called(evening)
    evening.act(rules.start_turn)
    assert queue(evening) == (2, 3, 4, 5, 6)


@pytest.mark.parametrize("how", ["not present", "withdrawn when called", "withdrawn when waiting"])
def test_who_does_not_come_gives_the_time_back(how: str) -> None:
    evening = ceded(LAKEWOOD, 2, 4)
    if how != "withdrawn when waiting":
        called(evening)
    if how == "not present":
        evening.act(rules.speaker_not_present)
    else:
        evening.act(rules.withdraw_speaker, slip=1)
    assert [evening.standing(slip) for slip in (2, 4)] == [Standing.WAITING] * 2
    assert sorted(queue(evening)) == [2, 3, 4, 5, 6]


def test_who_is_passed_over_keeps_what_was_given() -> None:
    evening = ceded(ONE, 2)
    called(evening)
    evening.act(rules.call_speaker, slip=3)
    assert queue(evening) == (1, 4, 5, 6)
    evening.act(rules.start_turn)
    assert called(evening)[0] == minutes(5)


def test_whoever_gave_to_somebody_not_reached_was_not_reached_either() -> None:
    evening = ceded(ONE, 2)
    evening.act(rules.close_testimony)
    assert {evening.standing(slip) for slip in range(1, 7)} == {Standing.NOT_REACHED}


def test_who_can_neither_give_nor_be_given() -> None:
    evening = people(ONE)
    evening.register("Official", capacity=Capacity.OFFICIAL)
    evening.register("Writer", mode=Mode.WRITTEN)
    evening.register("Elsewhere", item="2")
    evening.turn(3)
    evening.act(rules.cede_time, slip=4, to=5)
    for slip, to, why in [
        (1, 1, "themselves"),
        (3, 1, "what is left of the turn is lost"),
        (4, 1, "no turn to give: gave the turn"),
        (1, 3, "cannot be given time: heard"),
        (1, 4, "cannot be given time: gave the turn"),
        (7, 1, "Only members of the public"),
        (1, 7, "Only members of the public"),
        (8, 1, "no turn to give: registered"),
        (9, 1, "on one item only"),
        (5, 1, "has been given time by others"),
        (1, 5, "all the time that can be given"),
        (1, 99, "no slip 99"),
    ]:
        with pytest.raises(OutOfOrder, match=why):
            evening.act(rules.cede_time, slip=slip, to=to)
    with pytest.raises(OutOfOrder, match="has not given"):
        evening.act(rules.reclaim_time, slip=1)


def test_nobody_gives_a_turn_for_nothing() -> None:
    with pytest.raises(OutOfOrder, match="all the time that can be given"):
        ceded(LAKEWOOD, 2, 3, 4, 5)
    with pytest.raises(OutOfOrder, match="no time limit"):
        ceded(replace(ONE, base_limit=None), 2)


@pytest.mark.parametrize("slip", [1, 2])
def test_a_slip_with_given_time_stays_on_its_item(slip: int) -> None:
    evening = ceded(ONE, 2)
    for sign_up in (SignUp("2", "X"), SignUp("1", "X", mode=Mode.WRITTEN), SignUp("1", "X", capacity=Capacity.STAFF)):
        with pytest.raises(OutOfOrder, match="Time was given by or to"):
            evening.act(rules.correct_registration, slip=slip, sign_up=sign_up)
    evening.act(rules.correct_registration, slip=slip, sign_up=SignUp("1", "Corrected"))
    assert evening.hearing.registrations[1].donors == (2,)


def test_the_forecast_counts_what_was_given() -> None:
    evening = ceded(LAKEWOOD, 2, 3, 4)
    assert waiting_time(evening.hearing, evening.hearing.items["1"], minutes(3)) == (minutes(16), 0)


def test_giving_can_be_struck_until_the_call_counts_on_it() -> None:
    evening = people(ONE)
    gift = evening.act(rules.cede_time, slip=2, to=1)
    evening.act(rules.strike_entry, seq=gift.seq)
    assert queue(evening) == (1, 2, 3, 4, 5, 6)
    evening.act(rules.lift_strike, seq=gift.seq)
    called(evening)
    with pytest.raises(OutOfOrder, match="counts on the time given to A"):
        evening.act(rules.strike_entry, seq=gift.seq)
    assert fold(evening.hearing.entries) == evening.hearing


def test_the_words() -> None:
    evening = people(ONE)
    gift = evening.act(rules.cede_time, slip=2, to=1)
    assert words(gift, evening.hearing) == "B gives the turn to A"
    back = evening.act(rules.reclaim_time, slip=2)
    assert words(back, evening.hearing) == "B takes the turn back"
    called(evening)
    gift = evening.act(rules.cede_time, slip=2, to=1)
    assert words(gift, evening.hearing) == "B gives the turn to A (3:00 + 3:00 given, at most 5:00 = 5:00)"


@pytest.mark.parametrize(
    ("profile", "end"),
    [
        (LAKEWOOD, "3 others may give their turns to a speaker, 10 minutes at most."),
        (ONE, "one other may give the turn to a speaker, 5 minutes at most."),
        (GROUP, "a group of 3 may speak through one of them, 6 minutes at most."),
    ],
)
def test_the_rule_is_told_in_its_sentence(profile: RuleProfile, end: str) -> None:
    assert profile.sentence(profile.base_limit).endswith(end)


@pytest.mark.parametrize("recipient", ["waits", "called", "begun"])
def test_a_donor_who_is_removed_takes_the_turn_along_until_the_other_has_begun(recipient: str) -> None:
    evening = ceded(ONE, 3)
    if recipient != "waits":
        assert called(evening)[0] == minutes(5)
    if recipient == "begun":
        evening.act(rules.start_turn)
    evening.act(rules.note_conduct, measure=Measure.REMOVAL, slip=3, force_or_threat=True)
    assert evening.standing(3) is (Standing.YIELDED if recipient == "begun" else Standing.REMOVED)
    total = (called(evening) if recipient == "waits" else allotted(evening))[0]
    assert total == minutes(5 if recipient == "begun" else 3)
    assert 3 not in queue(evening)
    assert fold(evening.hearing.entries) == evening.hearing


def test_a_donor_who_leaves_takes_the_turn_back_first() -> None:
    evening = ceded(ONE, 3)
    with pytest.raises(OutOfOrder, match="Take it back first"):
        evening.act(rules.withdraw_speaker, slip=3)
    evening.act(rules.reclaim_time, slip=3)
    evening.act(rules.withdraw_speaker, slip=3)
    assert called(evening)[0] == minutes(3)
