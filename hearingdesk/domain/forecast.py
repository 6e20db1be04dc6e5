"""Who is left and when it ends: the chair's first question on a long evening (domain rule 7.3)."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from math import ceil
from statistics import median

from hearingdesk.domain.hearing import Appearance, Hearing, Item, ItemState
from hearingdesk.domain.in_force import rules_on
from hearingdesk.domain.moments import Moment, elapsed
from hearingdesk.domain.timing import NOTHING, allotment, cap_left, spent, total, waiting_time
from hearingdesk.domain.values import Capacity, Ending, Ground

CHANGEOVER = timedelta(seconds=20)
FIVE_MINUTES = timedelta(minutes=5)
FIVE_SECONDS = timedelta(seconds=5)
LONGEST = timedelta(hours=1)
"""No limit longer than this is looked for."""
LOOKED_AHEAD = 300
"""Speakers: more than any limit in all has room for."""
LONG_STOP = timedelta(seconds=60)
RECENT, ENOUGH, ENOUGH_CALLED = 20, 5, 10
PRIOR = ((60, 0.95), (90, 0.90), (120, 0.85), (180, 0.80), (300, 0.70))
"""Share of the limit that people use, by limit in seconds: assumptions until five turns of the item are measured."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """For one limit: how many wait, and when the last would be done. Aware UTC; ``shown_up`` None while unknown.

    ``cap_at`` is when the item's time in all would be used up, with ``not_heard`` still waiting; None where it is not.
    """

    waiting: int
    limit: timedelta | None
    if_all_appear: datetime
    latest: datetime
    shown_up: datetime | None
    untimed: int = 0
    cap_at: datetime | None = None
    not_heard: int = 0


def prior(limit: timedelta) -> float:
    """The share of a limit that is used, linear between the known points."""
    seconds = limit.total_seconds()
    if seconds <= PRIOR[0][0]:
        return PRIOR[0][1]
    for (low, much), (high, less) in pairwise(PRIOR):
        if seconds <= high:
            return much + (less - much) * (seconds - low) / (high - low)
    return PRIOR[-1][1]


def forecast(hearing: Hearing, item: Item, now: Moment, limit: timedelta | None = None) -> Forecast:
    """When the item's testimony ends at ``limit`` (None: the limit in force)."""
    asked = limit if limit is not None else item.limit
    recent = _recent(hearing, item)
    changeovers = _changeover(recent) * len(item.queue)
    allotted, untimed = waiting_time(hearing, item, asked)
    start = _from(hearing, now)
    likely = _likely(hearing, item, recent, asked) + changeovers
    absent = _absent_share(item)

    def end(span: timedelta) -> datetime:
        return _past_recesses(hearing, now.utc, start + span)

    reached = _cap_reached(hearing, item, now, recent, asked)
    return Forecast(
        waiting=len(item.queue),
        limit=asked,
        if_all_appear=_nearest(end(likely)),
        latest=_up(end(allotted + changeovers)),
        shown_up=_nearest(end(likely * (1 - absent))) if absent else None,
        untimed=untimed,
        cap_at=_nearest(end(reached[0])) if reached else None,
        not_heard=reached[1] if reached else 0,
    )


def _cap_reached(
    hearing: Hearing, item: Item, now: Moment, recent: list[Appearance], asked: timedelta | None
) -> tuple[timedelta, int] | None:
    """How long after the turn on the floor the public's time in all is used up, and how many are not called (T-11).

    None where all are called; as far as LOOKED_AHEAD in the queue, beyond which no cap reaches.
    """
    left = cap_left(hearing, item, now)
    if left is None:
        return None
    speaker, rules = hearing.speaker, rules_on(hearing, item)
    public = speaker is not None and speaker.sign_up.capacity is Capacity.PUBLIC
    left -= _left_of_turn(hearing, now) if public else NOTHING
    share, changeover, gone = _share(recent, item.limit, asked), _changeover(recent), NOTHING
    for heard, slip in enumerate(item.queue[:LOOKED_AHEAD]):
        if left <= NOTHING:
            return gone, len(item.queue) - heard
        registration = hearing.registrations[slip]
        used = (allotment(rules, asked, registration).total or NOTHING) * share
        left -= used if registration.sign_up.capacity is Capacity.PUBLIC else NOTHING
        gone += used + changeover
    return None


@dataclass(frozen=True, slots=True)
class Fit:
    """The limit by which all who wait are heard by a wished end; zero where no limit would do.

    ``below_floor`` then says that the body's rule does not allow it, and ``heard`` and ``not_heard`` what it would come
    to at the floor; where all fit, ``not_heard`` is 0.
    """

    limit: timedelta
    below_floor: bool
    heard: int
    not_heard: int


def fit(hearing: Hearing, item: Item, now: Moment, end: datetime) -> Fit:
    """The largest limit, in steps of five seconds, if everybody uses all of the time (7.3)."""
    changeover = _changeover(_recent(hearing, item))
    room = _room(hearing, now, end)
    spare = room - changeover * len(item.queue)
    steps = bisect_right(range(1, LONGEST // FIVE_SECONDS + 1), spare, key=lambda n: _all(hearing, item, n))
    limit, floor = FIVE_SECONDS * steps, hearing.profile.floor
    waiting = len(item.queue)
    heard = waiting if limit >= floor else _heard_in(hearing, item, room, changeover)
    return Fit(limit, limit < floor, heard, waiting - heard)


def _all(hearing: Hearing, item: Item, steps: int) -> timedelta:
    return waiting_time(hearing, item, FIVE_SECONDS * steps)[0]


def _heard_in(hearing: Hearing, item: Item, room: timedelta, changeover: timedelta) -> int:
    """How many of the queue, in its order, are heard at the floor before the time is used up."""
    rules = rules_on(hearing, item)
    for heard, slip in enumerate(item.queue):
        given = allotment(rules, rules.floor, hearing.registrations[slip]).total
        room -= (given or NOTHING) + changeover
        if room < NOTHING:
            return heard
    return len(item.queue)


def _room(hearing: Hearing, now: Moment, end: datetime) -> timedelta:
    """From now to the wished end, without what the speaker has left and the recesses planned until then."""
    resting = sum((one.length for one in hearing.planned if now.utc <= one.at < end), NOTHING)
    return max(end - _from(hearing, now) - resting, NOTHING)


def _from(hearing: Hearing, now: Moment) -> datetime:
    """When the next one could be called: after who speaks, and in a recess not before the body is back."""
    recess = hearing.recess
    begins = max(now.utc, recess.back_at) if recess and recess.back_at else now.utc
    return begins + _left_of_turn(hearing, now)


def _past_recesses(hearing: Hearing, now: datetime, end: datetime) -> datetime:
    """The end put off by each planned recess that begins before it."""
    for planned in sorted(hearing.planned, key=lambda one: one.at):
        if now <= planned.at < end:
            end += planned.length
    return end


@dataclass(frozen=True, slots=True)
class Due:
    """An item that has its hour: ``left`` until then (below zero: gone by), and how many more fit in before it.

    ``runs_past`` says that whoever speaks has more time left than there is until then.
    """

    item: Item
    by: datetime
    left: timedelta
    fitting: int = 0
    runs_past: bool = False


def due(hearing: Hearing, now: Moment) -> Due | None:
    """The next item on the agenda that was to be heard by an hour and has not been taken up; None where none has."""
    coming = [
        (item.notice.hear_by, item)
        for item in hearing.items.values()
        if item.notice.hear_by is not None and item.state is ItemState.PENDING and item.disposition is None
    ]
    if not coming or hearing.opened is None or hearing.adjourned is not None:
        return None
    by, item = min(coming, key=lambda pair: pair[0])
    left, turn = by - now.utc, _left_of_turn(hearing, now)
    return Due(item, by, left, _fitting(hearing, now, by), turn > NOTHING and turn > left)


def _fitting(hearing: Hearing, now: Moment, by: datetime) -> int:
    """How many of those waiting on the item in hand are heard until then, each as long as people speak here."""
    item = hearing.item
    if item is None or not item.queue or item.limit is None:
        return 0
    recent = _recent(hearing, item)
    each = item.limit * _share(recent, item.limit, item.limit) + _changeover(recent)
    return min(len(item.queue), int(_room(hearing, now, by) / max(each, timedelta(seconds=1))))


def _likely(hearing: Hearing, item: Item, recent: list[Appearance], asked: timedelta | None) -> timedelta:
    """What all who wait will use at the asked limit; a shorter limit never takes longer than the one in force."""
    allotted, _ = waiting_time(hearing, item, asked)
    likely = allotted * _share(recent, item.limit, asked)
    if item.limit is None or asked is None or asked == item.limit or len(recent) < ENOUGH:
        return likely
    in_force, _ = waiting_time(hearing, item, item.limit)
    usual = in_force * _share(recent, item.limit, item.limit)
    return min(likely, usual) if asked < item.limit else max(likely, usual)


def _share(recent: list[Appearance], in_force: timedelta | None, asked: timedelta | None) -> float:
    if asked is None:
        return 1.0
    now = min(1.0, _measured(recent)) if len(recent) >= ENOUGH else prior(in_force or asked)
    return now if asked == in_force else min(1.0, max(now, prior(asked)))


def _measured(recent: list[Appearance]) -> float:
    return median(turn.ran / whole if (whole := total(turn)) else 1.0 for turn in recent)


def _recent(hearing: Hearing, item: Item) -> list[Appearance]:
    """The last finished, timed turns of the item, oldest first; costs the same all evening."""
    found: list[Appearance] = []
    for number in reversed(item.turns):
        turn = hearing.appearances[number]
        public = hearing.registrations[turn.slip].sign_up.capacity is Capacity.PUBLIC
        spoke = not turn.entered and turn.ground is not Ground.READ_BY_STAFF
        finished = spoke and turn.ending not in (None, Ending.INTERRUPTED)
        if public and finished and turn.allotment.total is not None:
            found.append(turn)
            if len(found) == RECENT:
                break
    return found[::-1]


def _changeover(recent: list[Appearance]) -> timedelta:
    """The median time from the end of a turn to the start of the next; long pauses left out."""
    gaps = [elapsed(a.ended, b.started) for a, b in pairwise(recent) if a.ended and b.started]
    usual = [gap.total_seconds() for gap in gaps if gap <= LONG_STOP]
    return timedelta(seconds=median(usual)) if len(recent) >= ENOUGH and usual else CHANGEOVER


def _absent_share(item: Item) -> float:
    called = item.came + len(item.absent)
    return len(item.absent) / called if called >= ENOUGH_CALLED else 0.0


def _left_of_turn(hearing: Hearing, now: Moment) -> timedelta:
    turn = hearing.turn
    whole = total(turn) if turn else None
    return max(whole - spent(turn, now), NOTHING) if turn and whole is not None else NOTHING


def _nearest(at: datetime) -> datetime:
    """To the nearest five minutes; the rounding may name a time just gone, which the screens call “about now”."""
    return _five_minutes(at, lambda steps: int(steps + 0.5))


def _up(at: datetime) -> datetime:
    return _five_minutes(at, ceil)


def _five_minutes(at: datetime, whole: Callable[[float], int]) -> datetime:
    hour = at.replace(minute=0, second=0, microsecond=0)
    return hour + FIVE_MINUTES * whole((at - hour) / FIVE_MINUTES)
