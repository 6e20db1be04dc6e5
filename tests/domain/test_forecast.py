"""The chair's question answered: the check values of domain rule 7.3, the limit that fits, and what has its hour."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.forecast import Due, Fit, due, fit, forecast
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.values import Capacity, Interpreter, ItemKind, ItemNotice, Mode
from hearingdesk.domain.wording import words
from tests.builders import PROFILE, SIX, Evening, commenting, in_session

SEVEN_FIFTYTWO = timedelta(minutes=52)
TEN = SIX + timedelta(hours=4)
TWO = timedelta(minutes=2)


@pytest.fixture(scope="module")
def evening() -> Evening:
    """6:52 p.m.: 15 heard in 2:24 of 3:00 with 20 s between, 6 of 21 called were not there, 129 wait."""
    made = in_session()
    made.act(rules.take_up, item="1")
    for number in range(150):
        made.register(f"Speaker {number}")
    for number in range(21):
        made.act(rules.call_next)
        if number in (3, 6, 9, 12, 15, 18):
            made.act(rules.speaker_not_present)
            continue
        made.wait(20)
        made.act(rules.start_turn)
        made.wait(144)
        made.act(rules.end_turn)
    made.wait((SIX + SEVEN_FIFTYTWO - made.now.utc).total_seconds())
    assert len(made.hearing.items["1"].queue) == 129
    return made


def at(evening: Evening, when: datetime | None) -> str:
    assert when is not None
    return clock_time(local(evening.hearing, when))


@pytest.mark.parametrize(
    ("minutes", "about", "shown_up"),
    [(3, "12:45 AM", "11:05 PM"), (2, "11:15 PM", "10:00 PM"), (1, "9:40 PM", "8:50 PM")],
)
def test_the_check_values(evening: Evening, minutes: int, about: str, shown_up: str) -> None:
    seen = forecast(evening.hearing, evening.hearing.items["1"], evening.now, timedelta(minutes=minutes))
    assert (seen.waiting, at(evening, seen.if_all_appear), at(evening, seen.shown_up)) == (129, about, shown_up)


def test_at_the_latest(evening: Evening) -> None:
    assert at(evening, forecast(evening.hearing, evening.hearing.items["1"], evening.now).latest) == "2:05 AM"


def test_the_limit_by_which_all_are_heard_by_ten(evening: Evening) -> None:
    item = evening.hearing.items["1"]
    assert fit(evening.hearing, item, evening.now, TEN) == Fit(timedelta(seconds=65), False, 129, 0)


def test_below_the_floor_it_says_how_many_would_not_be_heard_at_the_floor(evening: Evening) -> None:
    hearing = replace(evening.hearing, profile=replace(PROFILE, floor=TWO))
    assert fit(hearing, hearing.items["1"], evening.now, TEN) == Fit(timedelta(seconds=65), True, 80, 49)


@pytest.mark.parametrize(("minutes", "people"), [(3, 65), (2, 88), (1, 140)])
def test_so_many_fit_into_three_hours(minutes: int, people: int) -> None:
    """At the share of the limit that people use."""
    made = commenting(replace(PROFILE, base_limit=timedelta(minutes=minutes)), *(f"P {n}" for n in range(people)))
    seen = forecast(made.hearing, made.hearing.items["1"], made.now)
    assert abs(seen.if_all_appear - SIX - timedelta(hours=3)) <= timedelta(minutes=5)


def test_it_never_ends_earlier_with_a_longer_limit_or_with_more_people(evening: Evening) -> None:
    item = evening.hearing.items["1"]
    ends = [
        forecast(evening.hearing, item, evening.now, timedelta(seconds=limit)).if_all_appear
        for limit in range(30, 400, 15)
    ]
    assert ends == sorted(ends)
    fewer = commenting(PROFILE, *(f"P {n}" for n in range(20)))
    more = commenting(PROFILE, *(f"P {n}" for n in range(21)))
    assert forecast(fewer.hearing, fewer.hearing.items["1"], fewer.now).latest <= (
        forecast(more.hearing, more.hearing.items["1"], more.now).latest
    )


def test_the_limit_fits_people_with_an_interpreter_twice_and_leaves_the_speakers_time_alone() -> None:
    made = commenting(PROFILE, "A")
    made.register("B", interpreter=Interpreter("Hmong"))
    made.register("C", interpreter=Interpreter("Hmong"))
    made.act(rules.call_next)
    made.act(rules.start_turn)
    made.wait(60)
    end = made.now.utc + timedelta(minutes=2) + timedelta(seconds=2 * 20 + 4 * 97)
    assert fit(made.hearing, made.hearing.items["1"], made.now, end).limit == timedelta(seconds=95)


def test_where_the_end_has_gone_by_nobody_fits() -> None:
    made = commenting(PROFILE, "A", "B")
    assert fit(made.hearing, made.hearing.items["1"], made.now, SIX) == Fit(timedelta(0), True, 0, 2)


def test_a_planned_break_puts_the_end_off_until_it_is_taken() -> None:
    made = commenting(PROFILE, *(f"P {n}" for n in range(30)))
    item = made.hearing.items["1"]
    before = forecast(made.hearing, item, made.now)
    entry = made.act(rules.plan_recess, at=SIX + timedelta(minutes=30), length=timedelta(minutes=15))
    assert words(entry, made.hearing) == "Break planned for 6:30 PM, 15 minutes"
    after = forecast(made.hearing, item, made.now)
    assert after.if_all_appear - before.if_all_appear == timedelta(minutes=15)
    assert after.latest - before.latest == timedelta(minutes=15)
    assert (
        fit(made.hearing, item, made.now, TEN).limit < fit(replace(made.hearing, planned=()), item, made.now, TEN).limit
    )
    made.wait(20 * 60)
    made.act(rules.recess, reason="Break")
    assert made.hearing.planned == ()


def test_several_breaks_are_counted_and_each_goes_when_it_is_taken() -> None:
    made = commenting(PROFILE, *(f"P {n}" for n in range(30)))
    item = made.hearing.items["1"]
    before = forecast(made.hearing, item, made.now)
    second, first = SIX + timedelta(minutes=80), SIX + timedelta(minutes=30)
    for at in (second, first):
        made.act(rules.plan_recess, at=at, length=timedelta(minutes=15))
    assert [one.at for one in made.hearing.planned] == [first, second]
    after = forecast(made.hearing, item, made.now)
    assert after.if_all_appear - before.if_all_appear == timedelta(minutes=30)
    made.act(rules.plan_recess, at=first, length=timedelta(minutes=5))
    assert [one.length for one in made.hearing.planned] == [timedelta(minutes=5), timedelta(minutes=15)]
    made.act(rules.recess, reason="Technical trouble")
    assert len(made.hearing.planned) == 2, "that was another recess"
    made.act(rules.reconvene)
    made.wait(16 * 60)
    made.act(rules.recess, reason="Break")
    assert [one.at for one in made.hearing.planned] == [second]


def capped(*names: str, minutes: int = 10) -> Evening:
    return commenting(replace(PROFILE, cap=timedelta(minutes=minutes)), *names)


def test_the_cap_is_reached_first_and_who_is_not_heard_is_counted() -> None:
    """2:24 each at 0.80 of 3:00: after five turns 12:00 are used, and the fifth was the last to be called."""
    made = capped(*(f"P {n}" for n in range(14)))
    found = forecast(made.hearing, made.hearing.items["1"], made.now)
    assert (found.cap_at, found.not_heard) == (SIX + timedelta(minutes=15), 9)
    shorter = forecast(made.hearing, made.hearing.items["1"], made.now, timedelta(minutes=1))
    assert shorter.not_heard == 3


def test_where_all_are_heard_within_the_cap_nothing_is_said_of_it() -> None:
    made = capped("A", "B", "C")
    found = forecast(made.hearing, made.hearing.items["1"], made.now)
    assert (found.cap_at, found.not_heard) == (None, 0)


def test_officials_take_nothing_of_the_cap() -> None:
    made = capped(minutes=3)
    for n in range(4):
        made.register(f"P {n}", capacity=Capacity.OFFICIAL)
    assert forecast(made.hearing, made.hearing.items["1"], made.now).cap_at is None


def test_the_turn_on_the_floor_is_taken_off_the_cap() -> None:
    made = capped("A", "B", "C", minutes=5)
    assert forecast(made.hearing, made.hearing.items["1"], made.now).not_heard == 0
    made.act(rules.call_next)
    made.act(rules.start_turn)
    assert forecast(made.hearing, made.hearing.items["1"], made.now).not_heard == 1


def test_a_break_after_the_end_changes_nothing_and_one_is_taken_back_with_no_length() -> None:
    made = commenting(PROFILE, "A")
    before = forecast(made.hearing, made.hearing.items["1"], made.now)
    made.act(rules.plan_recess, at=TEN, length=timedelta(minutes=15))
    assert forecast(made.hearing, made.hearing.items["1"], made.now) == before
    entry = made.act(rules.plan_recess, at=TEN, length=timedelta(0))
    assert words(entry, made.hearing) == "Break planned for 10:00 PM taken back"
    with pytest.raises(OutOfOrder, match="No break is planned"):
        made.act(rules.plan_recess, at=TEN, length=timedelta(0))


GUEST = (
    ItemNotice("1", "1", "Comments", kind=ItemKind.COMMENT),
    ItemNotice("6", "6", "Guest", kind=ItemKind.PRESENTATION, hear_by=SIX + timedelta(hours=1)),
)


def guest_at_seven() -> Evening:
    made = in_session(agenda=GUEST)
    made.act(rules.take_up, item="1")
    for number in range(10):
        made.register(f"P {number}")
    return made


def coming(made: Evening) -> Due:
    found = due(made.hearing, made.now)
    assert found is not None
    return found


def test_an_item_with_its_hour_says_how_many_fit_in_before_it() -> None:
    made = guest_at_seven()
    made.wait(47 * 60)
    seen = coming(made)
    assert (seen.item.id, seen.left, seen.fitting, seen.runs_past) == ("6", timedelta(minutes=13), 4, False)


def test_whoever_speaks_may_run_past_it() -> None:
    made = guest_at_seven()
    made.wait(58 * 60)
    made.act(rules.call_next)
    made.act(rules.start_turn)
    assert (coming(made).fitting, coming(made).runs_past) == (0, True)


def test_once_it_is_taken_up_or_the_meeting_is_over_nothing_has_its_hour() -> None:
    made = guest_at_seven()
    assert due(in_session(agenda=GUEST[:1]).hearing, made.now) is None
    made.act(rules.suspend_item)
    made.act(rules.take_up, item="6")
    assert due(made.hearing, made.now) is None


def test_where_nobody_has_used_any_time_so_far_all_fit_in() -> None:
    made = guest_at_seven()
    for _ in range(6):
        made.act(rules.call_next)
        made.act(rules.start_turn)
        made.act(rules.end_turn)
    assert coming(made).fitting == 4


def test_in_a_recess_nobody_is_heard_before_the_body_is_back() -> None:
    made = commenting(PROFILE, *"ABCDE")
    item = made.hearing.items["1"]
    back = made.now.utc + timedelta(minutes=30)
    before = forecast(made.hearing, item, made.now)
    end = made.now.utc + timedelta(minutes=60)
    narrower = fit(made.hearing, item, made.now, end - timedelta(minutes=30)).limit
    made.act(rules.recess, reason="Fire alarm", back_at=back)
    during = forecast(made.hearing, made.hearing.items["1"], made.now)
    assert during.if_all_appear - before.if_all_appear == timedelta(minutes=30)
    assert during.latest - before.latest == timedelta(minutes=30)
    assert fit(made.hearing, item, made.now, end).limit == narrower
    made.wait(2400)
    overdue = forecast(made.hearing, made.hearing.items["1"], made.now)
    assert overdue.latest - before.latest == timedelta(minutes=40), "later than said, it is as of now"


def test_what_staff_read_aloud_is_nobodys_pace() -> None:
    made = commenting(PROFILE, *"ABCDEFGHIJ")
    letters = [made.register(f"Writer {number}", mode=Mode.WRITTEN) for number in range(6)]
    before = forecast(made.hearing, made.hearing.items["1"], made.now)
    for slip in letters:
        made.turn(slip, seconds=5)
    after = forecast(made.hearing, made.hearing.items["1"], made.now)
    assert after.latest - made.now.utc >= before.latest - SIX - timedelta(minutes=5)
    assert after.if_all_appear - made.now.utc >= before.if_all_appear - SIX - timedelta(minutes=5)
