"""Where the time comes from: the only module that asks the machine."""

import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol
from uuid import uuid4
from zoneinfo import available_timezones

from hearingdesk.domain.moments import Moment


class Clock(Protocol):
    """Tells now. Tests and rehearsals hand in one of their own."""

    def now(self) -> Moment: ...

    def asleep(self) -> timedelta:
        """How long the machine has slept since it was started; only its growth means anything."""


class SystemClock:
    """The machine's clocks: wall time, and nanoseconds since boot with sleep counted (T-04)."""

    def __init__(self) -> None:
        self._boot = _boot_id()

    def now(self) -> Moment:
        return Moment(datetime.now(UTC), self._boot, _since_boot())

    def asleep(self) -> timedelta:
        """Nothing where the system does not tell (so far: anything but Linux)."""
        return timedelta(microseconds=max(_since_boot() - time.monotonic_ns(), 0) // 1000)


_CLOCK: int | None = getattr(time, "CLOCK_BOOTTIME", None)


def zone_here() -> str:
    """The time zone of this computer by its IANA name; empty where it does not tell."""
    named = os.environ.get("TZ", "") or os.path.realpath("/etc/localtime").rpartition("zoneinfo/")[2]
    return named if named in available_timezones() else ""


def _boot_id() -> str:
    """Names this running of the machine; where the system has no name for it, this running of the program."""
    source = Path("/proc/sys/kernel/random/boot_id")
    return source.read_text(encoding="ascii").strip() if source.exists() else f"process-{uuid4()}"


def _since_boot() -> int:
    return time.clock_gettime_ns(_CLOCK) if _CLOCK is not None else time.monotonic_ns()
