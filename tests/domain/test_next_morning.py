"""The record as a lawyer reads it the next morning: what was corrected late leaves nothing behind that is not so."""

from dataclasses import replace
from datetime import timedelta

import pytest

from hearingdesk.domain import announced, rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.evolve import fold
from hearingdesk.domain.values import Capacity, Ground, ItemKind, MinutesLevel, Standing
from tests.builders import PROFILE, Evening, commenting


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


def standing(evening: Evening, slip: int) -> Standing:
    return evening.hearing.registrations[slip].standing


def closed(*names: str) -> Evening:
    """The first was heard, the second called and not there, the others not reached; testimony is closed."""
    evening = commenting(PROFILE, *names)
    evening.turn(1)
    evening.act(rules.call_speaker, slip=2)
    evening.act(rules.speaker_not_present)
    evening.act(rules.close_testimony)
    return evening


# After the close


@pytest.mark.parametrize("over", ["another is called", "nobody comes", "the item is done with"])
@pytest.mark.parametrize(("slip", "where"), [(2, Standing.NO_SHOW), (3, Standing.NOT_REACHED)])
def test_nobody_waits_for_a_turn_on_an_item_that_is_closed(slip: int, where: Standing, over: str) -> None:
    evening = closed("Ann Lee", "Bo Cruz", "Cy Dee")
    evening.act(rules.call_speaker, slip=slip, ground=Ground.ANSWER)
    match over:
        case "another is called":
            evening.act(rules.call_speaker, slip=1, ground=Ground.ANSWER)
        case "nobody comes":
            evening.act(rules.speaker_not_present)
        case _:
            evening.act(rules.take_up, item="2")
    item = evening.hearing.items["1"]
    assert (standing(evening, slip), item.queue) == (where, ())
    assert (item.absent, item.not_reached) == ((2,), (3,))
    assert fold(evening.hearing.entries) == evening.hearing


def test_reopened_those_are_announced_who_were_not_heard_in_answer() -> None:
    evening = closed("Ann Lee", "Bo Cruz", "Cy Dee", "Di Eng")
    evening.act(rules.call_speaker, slip=3, ground=Ground.ANSWER)
    evening.act(rules.start_turn)
    evening.act(rules.end_turn)
    said = announced.reopening_aloud(evening.hearing, evening.hearing.items["1"])
    assert said == "Testimony on Item 1 is reopened. The 1 person not reached before will be called."
    evening.act(rules.reopen_testimony, reason="motion")
    assert evening.hearing.items["1"].queue == (4,)


# The time in all


def test_whether_a_turn_took_of_the_publics_time_goes_by_the_capacity_as_corrected() -> None:
    evening = commenting(replace(PROFILE, cap=minutes(3)), "Ann Lee", "Bo Cruz")
    evening.turn(1, 170)
    says = evening.hearing.registrations[1].sign_up
    for capacity, used in ((Capacity.STAFF, 0), (Capacity.OFFICIAL, 0), (Capacity.PUBLIC, 170)):
        evening.act(rules.correct_registration, slip=1, sign_up=replace(says, capacity=capacity))
        assert evening.hearing.items["1"].used == timedelta(seconds=used)
    assert fold(evening.hearing.entries) == evening.hearing


# Entered afterwards


def test_a_turn_entered_afterwards_has_the_limit_of_its_time() -> None:
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz")
    evening.wait(60)
    missed = evening.now.utc
    for limit in (2, 1):
        evening.wait(600)
        evening.act(rules.change_limit, new=minutes(limit), ordered_by="the Chair")
    evening.act(rules.enter_appearance, slip=1, began=missed, length=minutes(2.5))
    evening.act(rules.enter_appearance, slip=2, began=missed + minutes(12), length=minutes(1.5))
    turns = evening.hearing.appearances
    assert [(turns[n].allotment.total, turns[n].limit) for n in (1, 2)] == [(minutes(3),) * 2, (minutes(2),) * 2]


def test_nobody_was_heard_after_the_meeting() -> None:
    evening = closed("Ann Lee", "Bo Cruz", "Cy Dee")
    evening.act(rules.adjourn)
    evening.wait(600)
    late = {"slip": 3, "began": evening.now.utc, "length": minutes(1), "ground": Ground.ANSWER}
    with pytest.raises(OutOfOrder, match="after the meeting was adjourned"):
        evening.act(rules.enter_appearance, **late)


# Struck


def test_what_is_told_of_a_limit_is_true_to_the_record_when_an_earlier_change_is_struck() -> None:
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz", "Cy Dee")
    wrong = evening.act(rules.change_limit, new=minutes(1), ordered_by="the Chair")
    called = evening.act(rules.call_speaker, slip=3)
    evening.act(rules.start_turn)
    evening.act(rules.end_turn)
    evening.act(rules.change_limit, new=minutes(2), ordered_by="the Chair")
    evening.act(rules.strike_entry, seq=wrong.seq)
    (told,) = (change for _, change in evening.hearing.items["1"].limits)
    assert (told.old, told.new, told.heard_before) == (minutes(3), minutes(2), 1)
    assert called.event == evening.hearing.entries[called.seq - 1].event


def test_a_change_back_to_what_was_never_changed_is_not_told() -> None:
    evening = commenting(PROFILE, "Ann Lee")
    wrong = evening.act(rules.change_limit, new=minutes(1), ordered_by="the Chair")
    evening.act(rules.change_limit, new=minutes(3), ordered_by="the Chair")
    evening.act(rules.strike_entry, seq=wrong.seq)
    item = evening.hearing.items["1"]
    assert (item.limit, item.limits) == (minutes(3), ())


def test_the_end_of_a_turn_is_not_struck_once_somebody_was_called() -> None:
    """The walk of the next speaker to the microphone would be charged to the one before."""
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    evening.wait(170)
    end = evening.act(rules.end_turn)
    evening.wait(60)
    call = evening.act(rules.call_next)
    with pytest.raises(OutOfOrder, match=f"entry {call.seq} called somebody since.*Ann Lee's clock"):
        evening.act(rules.strike_entry, seq=end.seq)
    evening.act(rules.strike_entry, seq=call.seq)
    evening.act(rules.strike_entry, seq=end.seq)
    assert evening.hearing.turn is not None
    assert evening.hearing.turn.slip == 1


def test_a_limit_changed_on_the_record_is_not_overruled_in_silence() -> None:
    evening = commenting(PROFILE, "Ann Lee")
    evening.act(rules.change_limit, new=minutes(2), ordered_by="the Chair")
    how = {"item": "1", "cap": None, "level": MinutesLevel.NAMES, "kind": ItemKind.COMMENT}
    with pytest.raises(OutOfOrder, match="Change it again instead"):
        evening.act(rules.rule_item, limit=minutes(5), **how)
    evening.act(rules.rule_item, limit=minutes(2), **how)
    assert evening.hearing.items["1"].level is MinutesLevel.NAMES


def test_a_turn_entered_afterwards_is_over() -> None:
    evening = commenting(PROFILE, "Ann Lee")
    evening.wait(100)
    how = {"slip": 1, "began": evening.now.utc - timedelta(seconds=60), "now": evening.now}
    with pytest.raises(OutOfOrder, match="would end after now"):
        evening.act(rules.enter_appearance, length=timedelta(seconds=61), **how)
    evening.act(rules.enter_appearance, length=timedelta(seconds=60), **how)
