"""The clock over a whole evening (T-04): exact after four hours, whatever happens to the computer's wall clock."""

from dataclasses import replace
from datetime import timedelta

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.face import face
from hearingdesk.domain.members import unchecked_recess
from hearingdesk.domain.moments import Moment, in_time, onward
from hearingdesk.domain.timing import reading, spent, stood
from hearingdesk.domain.values import MotionResult, StopReason, VoteMethod
from tests.builders import PROFILE, SIX, Evening, commenting, in_session

SECOND = 1_000_000_000


def at(seconds: float, wall: float) -> Moment:
    """So long after six by the clock that nobody can set, while the wall clock shows ``wall`` seconds after six."""
    return Moment(SIX + timedelta(seconds=wall), "boot-1", SECOND + round(seconds * SECOND))


@pytest.mark.parametrize("wrong", [-3600, -2.5, 0, 40, 3600], ids="{:+} s".format)
def test_after_four_hours_of_stops_the_clock_is_right_to_a_tenth_of_a_second(wrong: float) -> None:
    """The wall clock is set by ``wrong`` seconds half way; what was used is the sum of what was used."""
    evening = commenting(PROFILE, "Ann Lee")
    evening.act(rules.call_next)
    evening.now = at(0, 0)
    evening.act(rules.start_turn)
    now = used = 0.0
    for number in range(400):
        for runs, span in ((True, 20.1), (False, 15.9)):
            now += span
            used += span if runs else 0
            evening.now = at(now, now + (wrong if number >= 200 else 0))
            evening.act(rules.stop_clock, reason=StopReason.OTHER) if runs else evening.act(rules.resume_clock)
    assert now == pytest.approx(4 * 3600)
    assert shown(evening) == pytest.approx((used, now - used), abs=0.1)


def shown(evening: Evening) -> tuple[float, float]:
    turn = evening.hearing.turn
    assert turn is not None
    assert reading(evening.hearing.profile, turn, evening.now).used == spent(turn, evening.now)
    return spent(turn, evening.now).total_seconds(), stood(turn, evening.now).total_seconds()


def put_back(evening: Evening, seconds: float) -> None:
    """The wall clock is set back, and the machine runs on."""
    evening.now = replace(evening.now, utc=evening.now.utc - timedelta(seconds=seconds))


def test_a_machine_started_again_with_a_wrong_clock_gives_nobody_back_what_they_used() -> None:
    evening = commenting(PROFILE, "Ann Lee")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    evening.wait(100)
    alive = evening.now
    evening.now = Moment(alive.utc - timedelta(hours=1), "boot-2", SECOND)
    evening.act(rules.stop_clock, reason=StopReason.INTERRUPTED, as_of=alive)
    assert shown(evening)[0] == 100


def test_a_stop_said_to_lie_ahead_is_one_of_now() -> None:
    evening = commenting(PROFILE, "Ann Lee")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    evening.wait(100)
    ahead = evening.now.plus(timedelta(seconds=50))
    evening.act(rules.stop_clock, reason=StopReason.INTERRUPTED, as_of=ahead)
    assert shown(evening)[0] == 100


def test_a_clock_put_back_does_not_change_the_order_in_which_things_came() -> None:
    first = Moment(SIX, "boot-1", SECOND)
    later = Moment(SIX - timedelta(minutes=10), "boot-1", 2 * SECOND)
    elsewhere = Moment(SIX + timedelta(minutes=1))
    assert sorted([elsewhere, later, first], key=in_time) == [first, later, elsewhere]


@pytest.mark.parametrize(("shows", "told"), [(-1, 20), (-90, 20), (-300, 20), (-301, -301), (-3600, -3600), (5, 5)])
def test_a_record_goes_on_in_time_where_the_clock_is_put_back_a_little(shows: int, told: int) -> None:
    """Twenty seconds after the entry of six o'clock the wall clock ``shows`` so many seconds after six."""
    now = at(20, shows)
    assert onward(at(0, 0), now) == replace(now, utc=SIX + timedelta(seconds=told))


def test_a_clock_put_forward_is_believed() -> None:
    ahead = at(1, 3600)
    assert onward(at(0, 0), ahead) == ahead


def test_on_a_second_laptop_whose_clock_is_slow_the_record_goes_on_in_time() -> None:
    """Two minutes slow: its first entry comes just after the last one, and from there on its own clock counts."""
    slow = SIX - timedelta(minutes=2)
    first = onward(at(0, 0), Moment(slow, "boot-2", SECOND))
    later = onward(first, Moment(slow + timedelta(seconds=30), "boot-2", 31 * SECOND))
    just_after = timedelta(milliseconds=1)
    assert [first.utc, later.utc] == [SIX + just_after, SIX + just_after + timedelta(seconds=30)]
    assert sorted([later, first, at(0, 0)], key=in_time) == [at(0, 0), first, later]


def test_after_a_recess_the_roll_is_settled_though_the_clock_was_put_back() -> None:
    evening = in_session(PROFILE)
    evening.act(rules.recess, reason="fire alarm")
    evening.wait(600)
    put_back(evening, 1800)
    evening.act(rules.member_departs, member="xiong")
    evening.act(rules.reconvene)
    assert unchecked_recess(evening.hearing) is None


def test_the_wall_shows_the_latest_vote_though_the_clock_was_put_back() -> None:
    evening = in_session(PROFILE)
    for text in ("To go on", "To stop"):
        evening.act(rules.make_motion, text=text, mover="ortega", seconder="xiong")
        evening.act(rules.take_vote, method=VoteMethod.VOICE, result=MotionResult.CARRIED)
        evening.wait(60)
        put_back(evening, 600)
    evening.now = evening.now.plus(timedelta(seconds=-50))
    shown_vote = face(evening.hearing, evening.now).vote
    assert shown_vote is not None
    assert shown_vote.motion == "To stop"
