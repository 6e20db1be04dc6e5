"""Times as the room's clock shows them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.moments import Moment


def local(hearing: Hearing, at: datetime | Moment) -> datetime:
    """The instant in the meeting's own zone (M-10)."""
    return (at.utc if isinstance(at, Moment) else at).astimezone(ZoneInfo(hearing.meeting.timezone))


def clock_time(at: datetime, *, seconds: bool = False) -> str:
    """``6:47 PM`` or ``6:47:12 PM``; ``at`` is local."""
    return f"{_twelve(at)}{at:%M:%S %p}" if seconds else f"{_twelve(at)}{at:%M %p}"


def minutes_time(at: datetime) -> str:
    """``6:47 p.m.``, as minutes print it; ``at`` is local."""
    return f"{_twelve(at)}{at:%M} {'a.m.' if at.hour < 12 else 'p.m.'}"


def short_date(at: datetime) -> str:
    """Like ``Thu Feb 5, 2026``."""
    return f"{at:%a %b} {at.day}, {at.year}"


def long_date(at: datetime) -> str:
    """Like ``Thursday, February 5, 2026``."""
    return f"{at:%A, %B} {at.day}, {at.year}"


def _twelve(at: datetime) -> str:
    return f"{at.hour % 12 or 12}:"
