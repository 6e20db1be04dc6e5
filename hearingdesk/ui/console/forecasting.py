"""The forecast line: how many wait, when it ends at this limit and at others, and what has its hour (7.3)."""

from dataclasses import dataclass
from datetime import timedelta

from hearingdesk.domain.forecast import Forecast, due, forecast
from hearingdesk.domain.hearing import Hearing, Item, Phase
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.spans import clock_text
from hearingdesk.domain.timing import cap_left

OTHERS = (timedelta(minutes=3), timedelta(minutes=2), timedelta(seconds=90), timedelta(minutes=1))
AHEAD = timedelta(minutes=60)
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class ForecastWords:
    """``waiting`` and ``end`` are the chair's answer; ``others`` are other limits, ``hour`` the item that has one."""

    waiting: str
    end: str = ""
    others: str = ""
    hour: str = ""
    more: str = ""


def forecast_words(hearing: Hearing, item: Item, now: Moment) -> ForecastWords:
    expected = forecast(hearing, item, now)
    waiting = f"{expected.waiting} waiting{_cap(hearing, item, now)}"
    if not expected.waiting or item.closed or hearing.phase is Phase.ADJOURNED:
        return ForecastWords(waiting, hour=_hour(hearing, now))
    end, others = _end(hearing, expected), _others(hearing, item, now)
    return ForecastWords(waiting, end, others, _hour(hearing, now), _more(hearing, expected))


def _end(hearing: Hearing, expected: Forecast) -> str:
    """When all are done; or, where the item's time in all is used up first, when that is and who is not heard."""
    if expected.cap_at is not None:
        return f"cap reached about {clock_time(local(hearing, expected.cap_at))}, {expected.not_heard} not heard"
    limit = f" at {clock_text(expected.limit)} each" if expected.limit is not None else ""
    return f"done about {clock_time(local(hearing, expected.if_all_appear))}{limit}"


def _cap(hearing: Hearing, item: Item, now: Moment) -> str:
    """`` · cap 12:40 left`` where the public's time on the item is limited in all (T-11)."""
    left = cap_left(hearing, item, now)
    return "" if left is None else f" · cap {clock_text(left)} left"


def _others(hearing: Hearing, item: Item, now: Moment) -> str:
    """The two longest of the usual limits below the one in force."""
    lower = [o for o in OTHERS if (item.limit is None or o < item.limit) and o >= hearing.profile.floor][:2]
    return " · ".join(f"at {clock_text(o)} → {_short(hearing, forecast(hearing, item, now, o))}" for o in lower)


def _short(hearing: Hearing, expected: Forecast) -> str:
    if expected.cap_at is not None:
        return f"{expected.not_heard} not heard"
    return clock_time(local(hearing, expected.if_all_appear))


def _more(hearing: Hearing, expected: Forecast) -> str:
    """What a tooltip adds: the latest end, and the end if as many stay away as so far."""
    parts = [f"If everybody uses all of the time: {clock_time(local(hearing, expected.latest))}."]
    if expected.shown_up is not None:
        parts.append(f"If as many stay away as so far: about {clock_time(local(hearing, expected.shown_up))}.")
    if expected.untimed:
        parts.append(f"{expected.untimed} of them untimed, not counted.")
    return " ".join(parts)


def _hour(hearing: Hearing, now: Moment) -> str:
    """The next item with an hour of its own, once that is near, and how many more can speak before it."""
    coming = due(hearing, now)
    if coming is None or coming.left > AHEAD:
        return ""
    at = clock_time(local(hearing, coming.by))
    if coming.left <= timedelta(0):
        return f"{coming.item.label} was to be heard by {at}"
    told = f"{coming.item.label} must be heard by {at} — pause testimony in {int(coming.left / MINUTE)} min"
    if coming.runs_past:
        return f"{told}; the turn on the floor may run past it"
    return f"{told}, about {coming.fitting} more" if coming.fitting else told
