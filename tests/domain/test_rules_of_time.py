"""The clock over a whole evening (T-04): exact after four hours, whatever happens to the computer's wall clock."""

from datetime import timedelta

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.timing import reading, spent, stood
from hearingdesk.domain.values import StopReason
from tests.builders import PROFILE, SIX, Evening, commenting

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
