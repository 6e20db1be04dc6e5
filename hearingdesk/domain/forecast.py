"""Who is left and when it ends: the chair's first question on a long evening (domain rule 7.3)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from math import ceil
from statistics import median

from hearingdesk.domain.hearing import Appearance, Hearing, Item
from hearingdesk.domain.moments import Moment, elapsed
from hearingdesk.domain.timing import NOTHING, spent, total, waiting_time
from hearingdesk.domain.values import Capacity, Ending

CHANGEOVER = timedelta(seconds=20)
FIVE_MINUTES = timedelta(minutes=5)
LONG_STOP = timedelta(seconds=60)
RECENT, ENOUGH, ENOUGH_CALLED = 20, 5, 10
PRIOR = ((60, 0.95), (90, 0.90), (120, 0.85), (180, 0.80), (300, 0.70))
"""Share of the limit that people use, by limit in seconds: assumptions until five turns of the item are measured."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """For one limit: how many wait, and when the last would be done. Aware UTC; ``shown_up`` None while unknown."""

    waiting: int
    limit: timedelta | None
    if_all_appear: datetime
    latest: datetime
    shown_up: datetime | None
    untimed: int = 0


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
    start = now.utc + _left_of_turn(hearing, now)
    likely = _likely(hearing, item, recent, asked) + changeovers
    absent = _absent_share(item)
    return Forecast(
        waiting=len(item.queue),
        limit=asked,
        if_all_appear=_nearest(start + likely),
        latest=_up(start + allotted + changeovers),
        shown_up=_nearest(start + likely * (1 - absent)) if absent else None,
        untimed=untimed,
    )


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
        finished = turn.ending not in (None, Ending.INTERRUPTED) and not turn.entered
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
