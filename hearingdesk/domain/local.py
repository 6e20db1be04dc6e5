"""Times as the room's clock shows them."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.moments import Moment

# A window toolkit sets the process to the desktop's language, and with it what %A, %B and %p print.
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def local(hearing: Hearing, at: datetime | Moment) -> datetime:
    """The instant in the meeting's own zone (M-10)."""
    return (at.utc if isinstance(at, Moment) else at).astimezone(ZoneInfo(hearing.meeting.timezone))


def clock_time(at: datetime | time, *, seconds: bool = False) -> str:
    """``6:47 PM`` or ``6:47:12 PM``; ``at`` is local."""
    return f"{_twelve(at)}{at:%M:%S} {_half(at)}" if seconds else f"{_twelve(at)}{at:%M} {_half(at)}"


def date_and_time(at: datetime) -> str:
    """Like ``Thu Feb 5, 2026, 6:47 PM``; ``at`` is local."""
    return f"{short_date(at)}, {clock_time(at)}"


def minutes_time(at: datetime) -> str:
    """``6:47 p.m.``, as minutes print it; ``at`` is local. In the hour that comes twice a year, ``1:02 a.m. CST``."""
    return f"{_twelve(at)}{at:%M} {'a.m.' if at.hour < 12 else 'p.m.'}{_which(at)}"


def short_date(at: date) -> str:
    """Like ``Thu Feb 5, 2026``."""
    return f"{_DAYS[at.weekday()][:3]} {_MONTHS[at.month - 1][:3]} {at.day}, {at.year}"


def long_date(at: date) -> str:
    """Like ``Thursday, February 5, 2026``."""
    return f"{_DAYS[at.weekday()]}, {full_date(at)}"


def full_date(at: date) -> str:
    """Like ``February 5, 2026``."""
    return f"{day_of_year(at)}, {at.year}"


def day_of_year(at: date) -> str:
    """Like ``February 5``."""
    return f"{_MONTHS[at.month - 1]} {at.day}"


def _twelve(at: datetime | time) -> str:
    return f"{at.hour % 12 or 12}:"


def _half(at: datetime | time) -> str:
    return "AM" if at.hour < 12 else "PM"


def _which(at: datetime) -> str:
    """The name of the time in the hour that comes twice, so that no reader sees the meeting go backwards."""
    twice = at.replace(fold=0).utcoffset() != at.replace(fold=1).utcoffset()
    return f" {at.tzname()}" if twice else ""
