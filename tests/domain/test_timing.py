"""The clock as arithmetic: T-01 to T-08."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.hearing import WaitingKind, doubled
from hearingdesk.domain.moments import Moment, elapsed
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.spans import clock_text, length_text, spoken
from hearingdesk.domain.timing import ClockState, Reading, allotted, overrun, reading, spent, stood
from hearingdesk.domain.values import Capacity, Ending, Interpreter, Interpreting, Mode, Standing, StopReason
from tests.builders import PROFILE, Evening, commenting, seconds


def speaking(limit: int = 180, profile: RuleProfile = PROFILE) -> Evening:
    evening = commenting(replace(profile, base_limit=seconds(limit)), "Ann Lee", "Bo Park")
    evening.act(rules.call_next)
    evening.wait(9)
    evening.act(rules.start_turn)
    return evening


def shown(evening: Evening) -> Reading:
    return reading(evening.hearing.profile, evening.hearing.turn, evening.now)


@pytest.mark.parametrize(
    ("base", "kind", "total"),
    [
        (120, Interpreting.CONSECUTIVE, 240),
        (120, Interpreting.SIMULTANEOUS, 120),
        (120, Interpreting.SIGN, 120),
        (60, Interpreting.CONSECUTIVE, 120),
        (120, None, 120),
    ],
)
def test_allotment_counts_the_limit_twice_for_consecutive_interpreting_only(
    base: int, kind: Interpreting | None, total: int
) -> None:
    given_ = allotted(
        PROFILE, seconds(base), WaitingKind(Capacity.PUBLIC, doubled(Interpreter("Hmong", kind) if kind else None))
    )
    assert given_.total == seconds(total)


def test_the_allotment_shows_its_working() -> None:
    given_ = allotted(PROFILE, seconds(180), WaitingKind(Capacity.PUBLIC, doubled=True))
    assert given_.working == "3:00 × 2 consecutive interpreter = 6:00"


def test_calling_does_not_start_the_clock() -> None:
    evening = commenting(PROFILE, "Ann Lee")
    evening.act(rules.call_next)
    evening.wait(40)
    assert shown(evening).state is ClockState.CALLED
    assert shown(evening).text == "3:00"


def test_a_stop_is_not_charged_and_resuming_goes_on_from_the_same_value() -> None:
    evening = speaking()
    evening.wait(47.3)
    evening.act(rules.stop_clock, reason=StopReason.QUESTION, note="Cmr. Ortega")
    evening.wait(95)
    assert shown(evening).state is ClockState.STOPPED
    evening.act(rules.resume_clock)
    assert shown(evening).left == seconds(180 - 47.3)
    turn = evening.hearing.turn
    assert turn is not None
    assert stood(turn, evening.now) == seconds(95)
    assert turn.stops[0].reason is StopReason.QUESTION


def test_the_digits_round_up_so_that_zero_means_expired() -> None:
    evening = speaking()
    assert shown(evening).text == "3:00"
    evening.wait(0.1)
    assert shown(evening).text == "3:00"
    evening.wait(179.0)
    assert shown(evening).text == "0:01"
    evening.wait(0.9)
    assert shown(evening).text == "0:00"
    assert shown(evening).state is ClockState.OVER
    evening.wait(4.5)
    assert shown(evening).text == "+0:04"


def test_nothing_ends_a_turn_but_the_clerk() -> None:
    evening = speaking()
    evening.wait(600)
    turn = evening.hearing.turn
    assert turn is not None
    assert overrun(turn, evening.now) == seconds(420)
    evening.act(rules.end_turn)
    done = evening.hearing.appearances[1]
    evening.wait(1000)
    assert spent(done, evening.now) == seconds(600)
    assert overrun(done, evening.now) == seconds(420)


@pytest.mark.parametrize(("limit", "before", "at"), [(180, 119.5, 120.5), (120, 89.5, 90.5), (40, 19.5, 20.5)])
def test_the_wrap_up_scales_with_the_allotment(limit: int, before: float, at: float) -> None:
    evening = speaking(limit)
    evening.wait(before)
    assert shown(evening).state is ClockState.RUNNING
    evening.wait(at - before)
    assert shown(evening).state is ClockState.WRAP_UP


def test_time_granted_and_taken_counts_on_this_turn_only() -> None:
    evening = speaking()
    evening.act(rules.grant_time, span=seconds(30), reason="interruption")
    assert shown(evening).left == seconds(210)
    evening.act(rules.grant_time, span=seconds(-60))
    assert shown(evening).left == seconds(150)
    with pytest.raises(OutOfOrder, match="more time than was allotted"):
        evening.act(rules.grant_time, span=seconds(-200))
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    assert shown(evening).left == seconds(180)


def test_a_late_press_is_made_good_by_backdating_the_start() -> None:
    evening = commenting(PROFILE, "Ann Lee")
    evening.act(rules.call_next)
    evening.wait(20)
    evening.act(rules.start_turn, back=seconds(12))
    assert shown(evening).left == seconds(168)
    with pytest.raises(OutOfOrder, match="already"):
        evening.act(rules.start_turn)


def test_an_interpreter_found_in_mid_turn_keeps_what_is_used() -> None:
    evening = speaking()
    evening.wait(50)
    evening.act(rules.change_interpreter, interpreter=Interpreter("Hmong"))
    assert shown(evening).left == seconds(360 - 50)
    evening.act(rules.change_interpreter, interpreter=None)
    assert shown(evening).left == seconds(180 - 50)


def test_officials_are_untimed_and_counted_up() -> None:
    evening = commenting(PROFILE)
    slip = evening.register("Alder Reyes", capacity=Capacity.OFFICIAL)
    evening.act(rules.call_speaker, slip=slip)
    evening.act(rules.start_turn)
    evening.wait(400)
    assert shown(evening).state is ClockState.UNTIMED
    assert shown(evening).text == "6:40"
    with pytest.raises(OutOfOrder, match="untimed"):
        evening.act(rules.grant_time, span=seconds(30))


def test_a_recess_stops_the_clock_and_the_speaker_keeps_the_floor() -> None:
    evening = speaking()
    evening.wait(132)
    evening.act(rules.recess, reason="Fire alarm")
    evening.wait(840)
    assert shown(evening).left == seconds(48)
    with pytest.raises(OutOfOrder, match="recess"):
        evening.act(rules.resume_clock)
    evening.act(rules.reconvene)
    evening.act(rules.resume_clock)
    evening.wait(8)
    assert shown(evening).left == seconds(40)


def test_calling_the_next_ends_the_turn_before() -> None:
    evening = speaking()
    evening.wait(60)
    evening.act(rules.call_next)
    first = evening.hearing.appearances[1]
    assert first.ending is Ending.FINISHED
    assert first.ran == seconds(60)
    assert evening.hearing.registrations[1].standing is Standing.FINISHED


def test_one_boot_clock_outranks_a_changed_wall_clock() -> None:
    start = Moment(datetime(2026, 3, 8, 7, 59, tzinfo=UTC), "boot", 5_000_000_000)
    jumped = Moment(datetime(2026, 3, 8, 6, 0, tzinfo=UTC), "boot", 65_000_000_000)
    assert elapsed(start, jumped) == seconds(60)
    other_machine = Moment(datetime(2026, 3, 8, 8, 1, tzinfo=UTC), "other", 1)
    assert elapsed(start, other_machine) == seconds(120)
    assert elapsed(other_machine, start) == seconds(0)


@given(st.lists(st.floats(0.01, 300), min_size=1, max_size=12))
def test_used_and_stood_add_up_to_the_whole_turn(spans: list[float]) -> None:
    evening = speaking()
    running = True
    used = timedelta(0)
    for span in spans:
        evening.wait(span)
        used += seconds(span) if running else timedelta(0)
        evening.act(rules.stop_clock, reason=StopReason.OTHER) if running else evening.act(rules.resume_clock)
        running = not running
    turn = evening.hearing.turn
    assert turn is not None
    assert turn.started is not None
    assert abs(spent(turn, evening.now) - used) < seconds(0.001)
    whole = elapsed(turn.started, evening.now)
    assert abs(spent(turn, evening.now) + stood(turn, evening.now) - whole) < seconds(0.001)


@given(st.integers(0, 36000))
def test_spans_are_read_back(number: int) -> None:
    parts = [int(part) for part in clock_text(seconds(number)).split(":")]
    assert sum(part * 60**place for place, part in enumerate(reversed(parts))) == number
    assert length_text(seconds(number)) == clock_text(seconds(number))


@pytest.mark.parametrize(
    ("number", "words"),
    [(180, "3 minutes"), (60, "1 minute"), (90, "90 seconds"), (150, "2 minutes 30 seconds"), (45, "45 seconds")],
)
def test_limits_are_said_in_words(number: int, words: str) -> None:
    assert spoken(seconds(number)) == words


def test_the_rule_in_one_sentence() -> None:
    assert PROFILE.sentence(seconds(180)) == (
        "Each speaker has 3 minutes; 6 minutes with an interpreter; no yielding of time."
    )
    assert replace(PROFILE, cap=seconds(1800)).sentence(seconds(120)).endswith("30 minutes in all.")


def test_a_person_from_afar_is_called_like_any_other() -> None:
    evening = commenting(PROFILE)
    slip = evening.register("Kim Soto", mode=Mode.REMOTE_VIDEO)
    evening.act(rules.call_speaker, slip=slip)
    assert shown(evening).text == "3:00"


def test_a_stop_found_later_lies_between_the_start_and_now() -> None:
    for as_of, used in ((-100, 0), (10, 10), (5000, 30)):
        evening = speaking()
        found = evening.now.plus(seconds(as_of))
        evening.wait(30)
        evening.act(rules.stop_clock, reason=StopReason.INTERRUPTED, as_of=found)
        turn = evening.hearing.turn
        assert turn is not None
        assert spent(turn, evening.now) == seconds(used)


def test_a_recess_during_a_question_is_a_recess() -> None:
    evening = speaking()
    evening.act(rules.stop_clock, reason=StopReason.QUESTION)
    evening.wait(30)
    evening.act(rules.recess, reason="Fire alarm")
    evening.wait(900)
    turn = evening.hearing.turn
    assert turn is not None
    lengths = [(stop.reason, elapsed(stop.start, stop.end or evening.now)) for stop in turn.stops]
    assert lengths == [(StopReason.QUESTION, seconds(30)), (StopReason.RECESS, seconds(900))]
