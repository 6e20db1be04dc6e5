"""Spans of time as a clerk writes and says them."""

from datetime import timedelta
from math import ceil

from hearingdesk.domain.counts import how_many

SECOND = timedelta(seconds=1)


def clock_text(span: timedelta) -> str:
    """``3:00``, ``0:42``, ``1:02:05``: whole seconds, rounded up, so that 0:00 shows exactly at expiry (T-05)."""
    return _digits(ceil(span / SECOND)) if span > timedelta(0) else "0:00"


def over_text(span: timedelta) -> str:
    """How far over time, rounded down, so that it counts up from 0:00."""
    return _digits(int(span / SECOND))


def length_text(span: timedelta) -> str:
    """A span that is over and done with, to the nearest second: ``2:41``."""
    return _digits(round(span / SECOND))


def _digits(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if minutes < 60:
        return f"{minutes}:{rest:02}"
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def spoken(span: timedelta) -> str:
    """A limit in words: ``3 minutes``, ``90 seconds``, ``2 minutes 30 seconds``."""
    minutes, seconds = divmod(round(span / SECOND), 60)
    if not minutes or (minutes == 1 and seconds):
        return how_many(minutes * 60 + seconds, "second")
    return how_many(minutes, "minute") + (f" {how_many(seconds, 'second')}" if seconds else "")
