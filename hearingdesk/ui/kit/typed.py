"""Spans, times and days as clerks type them in a hurry."""

import re
from datetime import UTC, date, datetime, time, timedelta

_PARTS = re.compile(r"(?:(\d+)\s*m(?:in(?:ute)?s?)?\.?)?\s*(?:(\d+)\s*s(?:ec(?:ond)?s?)?\.?)?", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.]?(\d{2})(?:[:.](\d{2}))?)?\s*([ap])?\.?\s*(?:m\.?)?", re.IGNORECASE)
_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTHS = {word: number for number, name in enumerate(_NAMES, 1) for word in (name, name[:3])}


def span(text: str) -> timedelta | None:
    """``2``, ``2 min``, ``2:30``, ``90 s``: a bare number means minutes. None where it reads as no span."""
    text = text.strip()
    if found := re.fullmatch(r"(\d{1,3}):(\d{2})", text):
        return timedelta(minutes=int(found[1]), seconds=int(found[2])) if int(found[2]) < 60 else None
    if text.isascii() and text.isdigit() and len(text) < 4:
        return timedelta(minutes=int(text))
    found = _PARTS.fullmatch(text)
    if not text or found is None or len(text) > 40:
        return None
    return timedelta(minutes=int(found[1] or 0), seconds=int(found[2] or 0))


def seconds(text: str) -> timedelta | None:
    """As ``span``, but a bare number means seconds: ``90``, ``1:30``, ``2 min``."""
    text = text.strip()
    if text.isascii() and text.isdigit() and len(text) < 4:
        return timedelta(seconds=int(text))
    return span(text)


def counter(text: str) -> timedelta | None:
    """What a recorder's counter shows: ``12:05`` in minutes and seconds, ``0:12:05`` with the hours. Else None."""
    found = re.fullmatch(r"(?:(\d{1,2}):)?(\d{1,2}):(\d{2})", text.strip())
    if found is None:
        return None
    hours, minutes, secs = (int(part or 0) for part in found.groups())
    return timedelta(hours=hours, minutes=minutes, seconds=secs) if minutes < 60 and secs < 60 else None


def coming(text: str, now: datetime) -> datetime | None:
    """The next time the room's clock says so, of ``7:54``, ``7 pm`` or ``19:54``; ``+15`` is in 15 minutes.

    ``now`` is local. None where it reads as no time.
    """
    text = text.strip()
    if found := re.fullmatch(r"\+\s*(\d{1,3})\s*(?:m(?:in(?:utes?)?)?\.?)?", text, re.IGNORECASE):
        return now + timedelta(minutes=int(found[1]))
    return min((at for at in _readings(text, now) if at > now), default=None)


def past(text: str, now: datetime) -> datetime | None:
    """The last time the room's clock said so; ``now`` is local."""
    return max((at for at in _readings(text.strip(), now) if at <= now), default=None)


def past_span(text: str, now: datetime) -> tuple[datetime | None, datetime | None]:
    """A moment gone by, or two with ``to`` or a dash between them, in their order; both None where it reads as none.

    ``now`` is local. The first of two is the last time before the second.
    """
    parts = re.split(r"\s+(?:to|until)\s+|\s*[-–—]\s*", text.strip(), maxsplit=1)
    if len(parts) == 1:
        return past(text, now), None
    last = past(parts[1], now)
    first = past(parts[0], last) if last else None
    return (first, last) if first else (None, None)


def times(text: str) -> list[time]:
    """Every time of day this may mean: none, one, or morning and evening where neither is said."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return []
    minute, second = int(found[2] or 0), int(found[3] or 0)
    if minute > 59 or second > 59:
        return []
    return [time(hour, minute, second) for hour in _hours(int(found[1]), (found[4] or "").lower())]


def day(text: str) -> date | None:
    """``2026-02-05``, ``2/5/2026`` with the month first, ``Feb 5, 2026``. None where it reads as no day."""
    plain = _in_numbers(text.casefold().replace(",", " ").replace(".", " ").split())
    for form in ("%Y-%m-%d", "%m/%d/%Y"):
        try:
            return datetime.strptime(plain, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return None


def _in_numbers(words: list[str]) -> str:
    """``feb 5 2026`` and ``5 feb 2026`` as ``2/5/2026``: in English, whatever the desktop speaks."""
    if len(words) == 3:
        for month, day in (words[:2], words[1::-1]):
            if month in _MONTHS:
                return f"{_MONTHS[month]}/{day}/{words[2]}"
    return " ".join(words)


def in_utc(at: datetime | None) -> datetime | None:
    return at.astimezone(UTC) if at else None


def _readings(text: str, now: datetime) -> list[datetime]:
    """All the instants of yesterday, today and tomorrow that this may mean."""
    days = [now.date() + timedelta(days=shift) for shift in (-1, 0, 1)]
    return [datetime.combine(day, at, now.tzinfo) for day in days for at in times(text)]


def _hours(hour: int, half: str) -> list[int]:
    """The hours of the day a written hour may mean; half is ``a``, ``p`` or nothing."""
    if hour > 23 or (half and not 1 <= hour <= 12):
        return []
    if half:
        return [hour % 12 + (12 if half == "p" else 0)]
    return [hour, hour + 12] if 1 <= hour < 12 else [0, 12] if hour == 12 else [hour]
