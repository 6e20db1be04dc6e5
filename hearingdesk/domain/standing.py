"""What a body brings to every hearing: members, its usual rules and concerns, where and when it usually meets."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from hearingdesk.domain.names import folded
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.values import Body, Concern

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
_FILLERS = {"and", "the", "of", "each", "every", "month", "in", "on", "a"}
_FAR = 800
"""Days to look ahead: a fifth weekday is never this far away."""


@dataclass(frozen=True, slots=True)
class Usual:
    """Where and when a body meets unless it is said otherwise; all of it as typed, and empty where it is not known.

    ``meets`` is like ``1st and 3rd Thursday``, ``time`` like ``5:30 PM``, ``timezone`` an IANA name.
    """

    kind: str = ""
    place: str = ""
    remote: str = ""
    meets: str = ""
    time: str = ""
    timezone: str = ""


@dataclass(frozen=True, slots=True)
class KeptBody:
    """A body with its members, its rules and its concern set, to prepare the next hearing from.

    ``concern_set`` names the set the concerns came from; empty where they came from none.
    """

    body: Body
    profile: RuleProfile
    concerns: tuple[Concern, ...] = ()
    usual: Usual = Usual()
    concern_set: str = ""


@dataclass(frozen=True, slots=True)
class MeetingDays:
    """Days that come again: a weekday (0 is Monday), and which of the month; none of them named is every one."""

    weekday: int
    which: frozenset[int] = frozenset()

    def includes(self, day: date) -> bool:
        if day.weekday() != self.weekday:
            return False
        left = monthrange(day.year, day.month)[1] - day.day
        nth = {(day.day - 1) // 7 + 1, *({-1} if left < 7 else ())}
        return not self.which or bool(nth & self.which)


def meeting_days(text: str) -> MeetingDays | None:
    """``1st and 3rd Thursday``, ``last Monday of the month``, ``every Tuesday``. None where it reads as no days."""
    words = [word for word in folded(text).split() if word not in _FILLERS]
    weekdays = {_weekday(word) for word in words} - {None}
    which = [_ordinal(word) for word in words if _weekday(word) is None]
    if len(weekdays) != 1 or None in which:
        return None
    return MeetingDays(weekdays.pop() or 0, frozenset(nth for nth in which if nth))


def next_day(text: str, today: date) -> date | None:
    """The first such day from today on; None where the text reads as no days."""
    days = meeting_days(text)
    if days is None:
        return None
    coming = (today + timedelta(days=ahead) for ahead in range(_FAR))
    return next((day for day in coming if days.includes(day)), None)


def _weekday(word: str) -> int | None:
    short = word.removesuffix("s")
    found = (n for n, name in enumerate(_WEEKDAYS) if short in (name, name[:3]) or word in (name[:4], name[:5]))
    return next(found, None)


def _ordinal(word: str) -> int | None:
    numbered = re.fullmatch(r"([1-5])(?:st|nd|rd|th)?", word)
    return int(numbered[1]) if numbered else _ORDINALS.get(word)
