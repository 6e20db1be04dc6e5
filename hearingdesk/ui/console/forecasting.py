"""The forecast line: how many wait, when it ends at this limit and at others, and what has its hour (7.3)."""

from dataclasses import dataclass
from datetime import timedelta

from hearingdesk.domain.forecast import forecast
from hearingdesk.domain.hearing import Hearing, Item, ItemState, Phase
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.spans import clock_text

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
    waiting = f"{expected.waiting} waiting"
    if not expected.waiting or item.closed or hearing.phase is Phase.ADJOURNED:
        return ForecastWords(waiting, hour=_hour(hearing, now))
    limit = f" at {clock_text(expected.limit)} each" if expected.limit is not None else ""
    end = f"done about {clock_time(local(hearing, expected.if_all_appear))}{limit}"
    return ForecastWords(waiting, end, _others(hearing, item, now), _hour(hearing, now), _more(hearing, item, now))


def _others(hearing: Hearing, item: Item, now: Moment) -> str:
    """The two longest of the usual limits below the one in force."""
    lower = [o for o in OTHERS if (item.limit is None or o < item.limit) and o >= hearing.profile.floor][:2]
    ends = [(o, forecast(hearing, item, now, o).if_all_appear) for o in lower]
    return " · ".join(f"at {clock_text(o)} → {clock_time(local(hearing, end))}" for o, end in ends)


def _more(hearing: Hearing, item: Item, now: Moment) -> str:
    """What a tooltip adds: the latest end, and the end if as many stay away as so far."""
    expected = forecast(hearing, item, now)
    parts = [f"If everybody uses all of the time: {clock_time(local(hearing, expected.latest))}."]
    if expected.shown_up is not None:
        parts.append(f"If as many stay away as so far: about {clock_time(local(hearing, expected.shown_up))}.")
    if expected.untimed:
        parts.append(f"{expected.untimed} of them untimed, not counted.")
    return " ".join(parts)


def _hour(hearing: Hearing, now: Moment) -> str:
    """The next item with an hour of its own, once that is near."""
    coming = [
        (item.notice.hear_by, item)
        for item in hearing.items.values()
        if item.notice.hear_by is not None and item.state is ItemState.PENDING
    ]
    if not coming or hearing.phase in (Phase.PREPARED, Phase.ADJOURNED):
        return ""
    by, item = min(coming, key=lambda pair: pair[0])
    left = by - now.utc
    if left > AHEAD:
        return ""
    at = clock_time(local(hearing, by))
    if left <= timedelta(0):
        return f"{item.label} was to be heard by {at}"
    return f"{item.label} must be heard by {at} — pause testimony in {int(left / MINUTE)} min"
