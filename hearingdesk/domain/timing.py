"""Time by arithmetic: what a turn is allotted, has used and has left at a moment. Nothing here ticks."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from hearingdesk.domain.counts import how_many
from hearingdesk.domain.hearing import Appearance, Hearing, Item, Registration, Rest, WaitingKind, waiting_kind
from hearingdesk.domain.in_force import rules_on
from hearingdesk.domain.moments import Moment, elapsed
from hearingdesk.domain.pooling import pooled, pooled_working
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.spans import clock_text, over_text, spoken
from hearingdesk.domain.values import Allotment, Capacity, Interpreting, TimedAs

NOTHING = timedelta(0)


class ClockState(StrEnum):
    """What a clock says at a moment; each has a word, a shape and a place besides its colour (T-06)."""

    IDLE = "idle"
    CALLED = "called"
    RUNNING = "running"
    WRAP_UP = "wrap_up"
    OVER = "over"
    STOPPED = "stopped"
    UNTIMED = "untimed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Reading:
    """A turn's clock at one moment. ``left`` below zero is overrun, None untimed; ``part`` (0 to 1) is what is left."""

    state: ClockState
    used: timedelta = NOTHING
    left: timedelta | None = None
    over: timedelta = NOTHING
    part: float = 1.0

    @property
    def text(self) -> str:
        """The digits: time left, then the overrun with a plus; what was used where there is no limit."""
        if self.left is None:
            return over_text(self.used)
        return f"+{over_text(self.over)}" if self.left <= -timedelta(seconds=1) else clock_text(self.left)


def allotment(
    profile: RuleProfile,
    base: timedelta | None,
    registration: Registration,
    timed_as: TimedAs = TimedAs.ORDINARY,
) -> Allotment:
    """What this person gets if called now, with its working (T-01). ``base`` is the item's limit in force."""
    return allotted(profile, base, waiting_kind(registration), timed_as)


def allotted(
    profile: RuleProfile, base: timedelta | None, kind: WaitingKind, timed_as: TimedAs = TimedAs.ORDINARY
) -> Allotment:
    """The same for anybody of this kind: min(ceiling, limit with what was given) × interpretation, or what is left.

    Time is given to ordinary turns only, and not to one that has begun.
    """
    ordinary = timed_as is TimedAs.ORDINARY
    if ordinary and kind.rest is not None:
        return _doubled(profile, kind, kind.rest.left, _rest_working(kind.rest))
    limit = profile.limit_for(kind.capacity, base, timed_as, together=kind.together)
    clock = profile.clock_for(kind.capacity, timed_as, together=kind.together)
    if limit is None:
        return Allotment(None, "untimed by the chair" if timed_as is TimedAs.UNTIMED else "untimed")
    donors = kind.donors if ordinary else 0
    working = pooled_working(profile, limit, donors, base, clock)
    return _doubled(profile, kind, pooled(profile, limit, donors, base), working)


def _doubled(profile: RuleProfile, kind: WaitingKind, whole: timedelta | None, working: str) -> Allotment:
    """Consecutive interpreting takes the speaker's time: it is counted twice (T-01)."""
    factor = profile.factor_for(Interpreting.CONSECUTIVE if kind.doubled else None)
    if whole is None or factor == 1:
        return Allotment(whole, working)
    summed = f"({working})" if kind.donors else working
    return Allotment(whole * factor, f"{summed} × {factor} consecutive interpreter = {clock_text(whole * factor)}")


def _rest_working(rest: Rest) -> str:
    """``1:12 left of 3:00``."""
    return (
        f"{clock_text(rest.left)} left of {clock_text(rest.whole)}"
        if rest.left is not None and rest.whole
        else "untimed"
    )


def spent(turn: Appearance, now: Moment) -> timedelta:
    """Charged time; stops are not charged (T-03)."""
    return turn.ran + (elapsed(turn.running_since, now) if turn.running_since else NOTHING)


def total(turn: Appearance) -> timedelta | None:
    """The allotment with what the chair granted or took (T-08); None is untimed."""
    return None if turn.allotment.total is None else max(turn.allotment.total + turn.granted, NOTHING)


def overrun(turn: Appearance, now: Moment) -> timedelta:
    whole = total(turn)
    return NOTHING if whole is None else max(spent(turn, now) - whole, NOTHING)


def stood(turn: Appearance, now: Moment) -> timedelta:
    """How long the clock stood still in this turn, all reasons together."""
    return sum((elapsed(stop.start, stop.end or now) for stop in turn.stops), NOTHING)


def reading(profile: RuleProfile, turn: Appearance | None, now: Moment) -> Reading:
    """The clock of this turn at this moment."""
    if turn is None:
        return Reading(ClockState.IDLE)
    used, whole = spent(turn, now), total(turn)
    if whole is None:
        return Reading(_state(turn, None, profile), used)
    left = whole - used
    part = min(1.0, max(0.0, left / whole)) if whole else 0.0
    return Reading(_state(turn, left, profile), used, left, max(-left, NOTHING), part)


def _state(turn: Appearance, left: timedelta | None, profile: RuleProfile) -> ClockState:
    if turn.ended is not None:
        return ClockState.ENDED
    if turn.started is None:
        return ClockState.CALLED
    if turn.stopped is not None:
        return ClockState.STOPPED
    if left is None:
        return ClockState.UNTIMED
    if left <= NOTHING:
        return ClockState.OVER
    return ClockState.WRAP_UP if left <= profile.warning(total(turn) or NOTHING) else ClockState.RUNNING


def waiting_time(hearing: Hearing, item: Item, limit: timedelta | None) -> tuple[timedelta, int]:
    """The sum of the allotments of all who wait on the item at this limit, and how many of them are untimed."""
    whole, untimed, rules = NOTHING, 0, rules_on(hearing, item)
    for kind, number in item.waiting.items():
        each = allotted(rules, limit, kind).total
        if each is None:
            untimed += number
        else:
            whole += each * number
    return whole, untimed


def cap_left(hearing: Hearing, item: Item, now: Moment) -> timedelta | None:
    """What is left of the public's time in all on the item, never below zero; None where there is no cap (T-11)."""
    if item.cap is None:
        return None
    turn, speaker = hearing.turn, hearing.speaker
    running = turn and speaker and turn.item == item.id and speaker.sign_up.capacity is Capacity.PUBLIC
    return max(item.cap - item.used - (spent(turn, now) if turn and running else NOTHING), NOTHING)


def extended_cap_sentence(by: timedelta, ordered_by: str, at: str) -> str:
    """For the minutes and the chair; ``at`` as in ``changed_limit_sentence``."""
    return f"At {at} {ordered_by} extended the time for the item by {spoken(by)}."


def changed_limit_sentence(old: timedelta | None, new: timedelta, heard: int, by: str, at: str) -> str:
    """The sentence of T-10, for the minutes and the chair; ``at`` is a local time such as ``6:55 p.m.``."""
    verb = "set" if old is None else "reduced" if new < old else "raised"
    start = f"from {spoken(old)} " if old is not None else ""
    people = how_many(heard, "speaker")
    return (
        f"At {at} {by} {verb} the limit {start}to {spoken(new)} per speaker for the rest of the item; "
        f"{people} had been heard."
    )
