"""Points in time that a changed wall clock cannot bend."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cmp_to_key

A_LITTLE = timedelta(minutes=5)
"""A wall clock put back by more than this was wrong before, and is believed now."""
AFTER = timedelta(milliseconds=1)
"""How much later than the one before it an entry is, where another machine's clock has it earlier."""


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant on two clocks.

    ``utc`` is aware UTC. ``boot`` names the running of the machine and ``ticks`` counts nanoseconds since it began,
    sleep included (CLOCK_BOOTTIME); both are empty where an entry comes from a script or from another machine.
    """

    utc: datetime
    boot: str = ""
    ticks: int = 0

    def __post_init__(self) -> None:
        if self.utc.utcoffset() != timedelta(0):
            raise ValueError("A moment is kept in UTC.")

    def plus(self, span: timedelta) -> "Moment":
        ticks = self.ticks + round(span / timedelta(microseconds=1)) * 1000 if self.boot else 0
        return Moment(self.utc + span, self.boot, ticks)


def moment(utc: datetime) -> Moment:
    """A moment known by its wall time alone; ``utc`` may be aware in any zone."""
    return Moment(utc.astimezone(UTC))


def elapsed(start: Moment, end: Moment) -> timedelta:
    """The time from ``start`` to ``end``, never negative (T-04).

    The boot clock decides where both moments were read in the same running of the machine; else the wall clock does.
    """
    if start.boot and start.boot == end.boot:
        span = timedelta(microseconds=(end.ticks - start.ticks) / 1000)
    else:
        span = end.utc - start.utc
    return max(span, timedelta(0))


def _earlier(one: Moment, other: Moment) -> int:
    """Below zero where ``one`` came first; the boot clock decides where it can, so that a clock put back cannot."""
    if one.boot and one.boot == other.boot:
        return (one.ticks > other.ticks) - (one.ticks < other.ticks)
    return (one.utc > other.utc) - (one.utc < other.utc)


in_time = cmp_to_key(_earlier)
"""The key that puts moments in the order in which they came, whatever was done to the wall clock between them."""


def onward(last: Moment, now: Moment) -> Moment:
    """``now``, as a record tells it whose last entry was made at ``last``.

    Where the wall clock was put back a little since, or another laptop goes on whose clock is a little slow, the time
    goes on from the last entry, so that nobody reads that a turn ended before it began.
    """
    behind = timedelta(0) < last.utc - now.utc <= A_LITTLE
    since = elapsed(last, now) if last.boot == now.boot else AFTER
    return replace(now, utc=last.utc + since) if behind else now
