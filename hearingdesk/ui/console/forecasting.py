"""The forecast line: how many wait, when it ends at this limit and at others, and what has its hour (7.3)."""

from dataclasses import dataclass
from datetime import timedelta

from hearingdesk.domain.chair import Line, Saying
from hearingdesk.domain.forecast import Forecast, due, forecast
from hearingdesk.domain.hearing import Hearing, Item, Phase
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.spans import clock_text
from hearingdesk.domain.timing import cap_left

OTHERS = (timedelta(minutes=3), timedelta(minutes=2), timedelta(seconds=90), timedelta(minutes=1))
AHEAD = timedelta(minutes=60)
MINUTE = timedelta(minutes=1)


PHRASES = {
    "waiting": "{n:,} waiting",
    "cap_left": "cap {left} left",
    "cap_reached": "cap reached about {at}, {n} not heard",
    "done": "done about {at}",
    "done_each": "done about {at} at {limit} each",
    "other": "at {limit} → {at}",
    "other_not_heard": "at {limit} → {n} not heard",
    "latest": "If everybody uses all of the time: {at}.",
    "shown_up": "If as many stay away as so far: about {at}.",
    "untimed": "{n} of them untimed, not counted.",
    "item": "Item {number}",
    "item_titled": "{title}",
    "hour_gone": "{item} was to be heard by {by}",
    "hour": "{item} must be heard by {by} — pause testimony in {n} min",
    "hour_past": "{item} must be heard by {by} — pause testimony in {n} min; the turn on the floor may run past it",
    "hour_fitting": "{item} must be heard by {by} — pause testimony in {n} min, about {more} more",
}
"""As the clerk reads them; the chair's screen has them in its own languages, from the files of words."""


@dataclass(frozen=True, slots=True)
class Foretold:
    """``waiting`` and ``end`` are the chair's answer; ``others`` are other limits, ``hour`` the item that has one.

    ``more`` is what a tooltip adds: the latest end, and the end if as many stay away as so far.
    """

    waiting: Line
    end: Line = ()
    others: Line = ()
    hour: Line = ()
    more: Line = ()


@dataclass(frozen=True, slots=True)
class ForecastWords:
    """The same in the console's words."""

    waiting: str
    end: str = ""
    others: str = ""
    hour: str = ""
    more: str = ""


def forecast_words(hearing: Hearing, item: Item, now: Moment) -> ForecastWords:
    told = foretold(hearing, item, now)
    return ForecastWords(
        _waiting(_words(told.waiting)), _words(told.end), _words(told.others), _words(told.hour), _words(told.more, " ")
    )


def _waiting(words: str) -> str:
    return f"Nobody{words[1:]}" if words.startswith("0 ") else words


def _words(line: Line, between: str = " · ") -> str:
    return between.join(each.said(PHRASES.__getitem__) for each in line)


def foretold(hearing: Hearing, item: Item, now: Moment) -> Foretold:
    """The forecast in no language yet."""
    expected = forecast(hearing, item, now)
    waiting = (Saying("waiting", {"n": expected.waiting}), *_cap(hearing, item, now))
    if not expected.waiting or item.closed or hearing.phase is Phase.ADJOURNED:
        return Foretold(waiting, hour=_hour(hearing, now))
    end, others = _end(hearing, expected), _others(hearing, item, now)
    return Foretold(waiting, end, others, _hour(hearing, now), _more(hearing, expected))


def _end(hearing: Hearing, expected: Forecast) -> Line:
    """When all are done; or, where the item's time in all is used up first, when that is and who is not heard."""
    if expected.cap_at is not None:
        at = clock_time(local(hearing, expected.cap_at))
        return (Saying("cap_reached", {"at": at, "n": expected.not_heard}),)
    at = clock_time(local(hearing, expected.if_all_appear))
    if expected.limit is None:
        return (Saying("done", {"at": at}),)
    return (Saying("done_each", {"at": at, "limit": clock_text(expected.limit)}),)


def _cap(hearing: Hearing, item: Item, now: Moment) -> Line:
    """``cap 12:40 left`` where the public's time on the item is limited in all (T-11)."""
    left = cap_left(hearing, item, now)
    return () if left is None else (Saying("cap_left", {"left": clock_text(left)}),)


def _others(hearing: Hearing, item: Item, now: Moment) -> Line:
    """The two longest of the usual limits below the one in force."""
    lower = [o for o in OTHERS if (item.limit is None or o < item.limit) and o >= hearing.profile.floor][:2]
    return tuple(_other(hearing, clock_text(o), forecast(hearing, item, now, o)) for o in lower)


def _other(hearing: Hearing, limit: str, expected: Forecast) -> Saying:
    if expected.cap_at is not None:
        return Saying("other_not_heard", {"limit": limit, "n": expected.not_heard})
    return Saying("other", {"limit": limit, "at": clock_time(local(hearing, expected.if_all_appear))})


def _more(hearing: Hearing, expected: Forecast) -> Line:
    parts = [Saying("latest", {"at": clock_time(local(hearing, expected.latest))})]
    if expected.shown_up is not None:
        parts.append(Saying("shown_up", {"at": clock_time(local(hearing, expected.shown_up))}))
    if expected.untimed:
        parts.append(Saying("untimed", {"n": expected.untimed}))
    return tuple(parts)


def _hour(hearing: Hearing, now: Moment) -> Line:
    """The next item with an hour of its own, once that is near, and how many more can speak before it."""
    coming = due(hearing, now)
    if coming is None or coming.left > AHEAD:
        return ()
    notice = coming.item.notice
    item = (
        Saying("item", {"number": notice.number}) if notice.number else Saying("item_titled", {"title": notice.title})
    )
    at: dict[str, str | int | Saying] = {"item": item, "by": clock_time(local(hearing, coming.by))}
    if coming.left <= timedelta(0):
        return (Saying("hour_gone", at),)
    told = at | {"n": int(coming.left / MINUTE)}
    if coming.runs_past:
        return (Saying("hour_past", told),)
    return (Saying("hour_fitting", told | {"more": coming.fitting}) if coming.fitting else Saying("hour", told),)
