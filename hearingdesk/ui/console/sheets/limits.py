"""A change of limit thought through: the choices, what the chair reads aloud, when it would end (T-10, 7.3)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from hearingdesk.domain.forecast import Fit, forecast
from hearingdesk.domain.hearing import Hearing, Item
from hearingdesk.domain.in_force import rules_on
from hearingdesk.domain.local import clock_time, local, minutes_time
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.spans import clock_text, spoken
from hearingdesk.domain.timing import changed_limit_sentence

USUAL = tuple(timedelta(seconds=seconds) for seconds in (300, 240, 180, 120, 90, 60))


def choices(item: Item) -> tuple[timedelta, ...]:
    """The limits a chair usually asks for, the one in force left out, longest first."""
    return tuple(limit for limit in USUAL if limit != item.limit)


def usual_next(item: Item) -> timedelta:
    """The next lower of the usual limits; where there is none, the lowest."""
    lower = (limit for limit in choices(item) if item.limit is None or limit < item.limit)
    return next(lower, choices(item)[-1])


def fitting_words(hearing: Hearing, found: Fit, end: datetime) -> str:
    """What the wished end comes to: ``1:05 each, and all 129 are heard by 10:00 PM``."""
    by, floor = clock_time(local(hearing, end)), spoken(hearing.profile.floor)
    if not found.heard and not found.not_heard:
        return "Nobody is waiting."
    if not found.below_floor:
        return f"{clock_text(found.limit)} each, and all {found.heard} are heard by {by}."
    short = (
        f"{clock_text(found.limit)} each would fit, below the floor of {floor}." if found.limit else "No limit fits."
    )
    return f"{short} At the floor {found.heard} are heard by {by}, {found.not_heard} not."


@dataclass(frozen=True, slots=True)
class End:
    """When those waiting now would be done: most likely, and at the latest; local clock times."""

    about: str
    latest: str


def end(hearing: Hearing, item: Item, limit: timedelta | None, now: Moment) -> End | None:
    """At this limit; None where nobody is waiting."""
    seen = forecast(hearing, item, now, limit)
    if not seen.waiting:
        return None
    about, latest = (clock_time(local(hearing, at)) for at in (seen.if_all_appear, seen.latest))
    return End(about, latest)


def in_force(hearing: Hearing, item: Item | None, now: Moment) -> str:
    """The limit now, who waits under it, and when they would be done."""
    if item is None:
        return "No item is in hand. Take one up first."
    limit = f"{spoken(item.limit)} in force" if item.limit else "no limit in force"
    seen = end(hearing, item, item.limit, now)
    if seen is None:
        return f"{item.label}: {limit}; nobody is waiting."
    return f"{item.label}: {limit}; {len(item.queue)} waiting, done about {seen.about}, at the latest {seen.latest}."


def read_aloud(hearing: Hearing, item: Item | None, new: timedelta) -> str:
    """What the chair says to the room."""
    factor = rules_on(hearing, item).interpretation_factor
    twice = f", and {spoken(new * factor)} with a consecutive interpreter" if factor > 1 else ""
    return (
        f"From now on each speaker has {spoken(new)}{twice}. "
        "Whoever has already been called keeps the time given. This holds for the rest of the item."
    )


def for_the_minutes(hearing: Hearing, item: Item, new: timedelta, by: str, now: Moment) -> str:
    at = minutes_time(local(hearing, now))
    return changed_limit_sentence(item.limit, new, item.tally.heard, by, at)
