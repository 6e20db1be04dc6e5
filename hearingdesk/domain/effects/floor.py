"""Effects on the floor: called, started, stopped, resumed, granted, ended, not present."""

from hearingdesk.domain.effects.root import (
    clock_halted,
    dequeued,
    effect,
    ended,
    given_or_released,
    not_present,
    placed_at,
    released,
    standing,
    unheard,
    untrayed,
    with_item,
    with_registration,
    with_turn,
)
from hearingdesk.domain.events import (
    ClockChanged,
    ClockResumed,
    ClockStopped,
    Entry,
    HandoutReceived,
    InterpreterChanged,
    SpeakerCalled,
    SpeakerNotPresent,
    TimeGranted,
    TurnEnded,
    TurnStarted,
)
from hearingdesk.domain.hearing import Appearance, Hearing, Stop
from hearingdesk.domain.moments import Moment, elapsed
from hearingdesk.domain.replacing import replace
from hearingdesk.domain.values import Ending, Standing, StopReason


@effect.register
def _(event: SpeakerCalled, hearing: Hearing, entry: Entry) -> Hearing:
    hearing = ended(hearing, entry.at, Ending.FINISHED)
    registration, place = hearing.registrations[event.slip], placed_at(hearing, event.slip)
    hearing = untrayed(dequeued(hearing, event.slip), event.slip)
    item = hearing.items[registration.sign_up.item]
    turn = Appearance(
        event.turn,
        event.slip,
        item.id,
        event.allotment,
        entry.at,
        leave=event.leave,
        limit=item.limit,
        ground=event.ground,
        timed_as=event.timed_as,
        before=registration,
        place=place,
    )
    hearing = with_item(hearing, replace(item, turns=(*item.turns, event.turn)))
    hearing = with_registration(
        hearing,
        replace(
            hearing.registrations[event.slip],
            standing=Standing.CALLED,
            turns=(*registration.turns, event.turn),
        ),
    )
    return replace(with_turn(hearing, turn), floor=event.turn)


@effect.register
def _(event: TurnStarted, hearing: Hearing, entry: Entry) -> Hearing:
    turn = hearing.appearances[event.turn]
    turn = replace(turn, started=entry.at.plus(-event.back), running_since=entry.at, ran=event.back)
    hearing = given_or_released(hearing, turn.slip, turn.timed_as)
    registration = hearing.registrations[turn.slip]
    turn = replace(turn, donors=registration.donors)
    heard = registration.heard or not registration.written
    registration = replace(registration, standing=Standing.SPEAKING, heard=heard, donors=(), rest=None)
    return with_registration(with_turn(hearing, turn), registration)


@effect.register
def _(event: ClockStopped, hearing: Hearing, entry: Entry) -> Hearing:
    return stop_clock(hearing, _found_later(hearing, event.as_of, entry.at), event.reason, event.note)


def _found_later(hearing: Hearing, as_of: Moment | None, now: Moment) -> Moment:
    """A stop found later lies between the start of the running span and now.

    A last sign of life from before the machine was started again is believed: a wall clock that lost its time over
    that must not give the speaker back what was used.
    """
    turn = hearing.turn
    since = turn.running_since if turn else None
    if as_of is None or since is None:
        return now
    started_again = bool(since.boot) and since.boot == as_of.boot != now.boot
    if elapsed(now, as_of) and not started_again:
        return now
    return since if elapsed(as_of, since) else as_of


@effect.register
def _(event: ClockResumed, hearing: Hearing, entry: Entry) -> Hearing:
    turn = clock_halted(hearing.appearances[event.turn], entry.at)
    return with_turn(hearing, replace(turn, running_since=entry.at))


@effect.register
def _(event: TimeGranted, hearing: Hearing, entry: Entry) -> Hearing:
    turn = hearing.appearances[event.turn]
    return with_turn(hearing, replace(turn, granted=turn.granted + event.span))


@effect.register
def _(event: InterpreterChanged, hearing: Hearing, entry: Entry) -> Hearing:
    turn = hearing.appearances[event.turn]
    registration = hearing.registrations[turn.slip]
    registration = replace(registration, sign_up=replace(registration.sign_up, interpreter=event.interpreter))
    hearing = with_turn(hearing, replace(turn, allotment=event.allotment))
    return with_registration(hearing, registration)


@effect.register
def _(event: ClockChanged, hearing: Hearing, entry: Entry) -> Hearing:
    turn = hearing.appearances[event.turn]
    return with_turn(hearing, replace(turn, timed_as=event.timed_as, allotment=event.allotment))


@effect.register
def _(event: HandoutReceived, hearing: Hearing, entry: Entry) -> Hearing:
    turn = hearing.appearances[event.turn]
    return with_turn(hearing, replace(turn, handouts=(*turn.handouts, event.text)))


@effect.register
def _(event: TurnEnded, hearing: Hearing, entry: Entry) -> Hearing:
    return ended(hearing, entry.at, event.ending)


@effect.register
def _(event: SpeakerNotPresent, hearing: Hearing, entry: Entry) -> Hearing:
    turn = hearing.appearances[event.turn]
    hearing = released(with_turn(hearing, replace(turn, ended=entry.at, absent=True)), event.slip)
    aside = unheard(hearing, event.slip)
    return replace(standing(hearing, event.slip, aside) if aside else not_present(hearing, turn), floor=0)


def stop_clock(hearing: Hearing, at: Moment, reason: StopReason, note: str) -> Hearing:
    """The clock, if a turn has begun, stands from ``at`` on for this reason; a stop before it ends there."""
    turn = hearing.turn
    if turn is None or turn.started is None:
        return hearing
    halted = clock_halted(turn, at)
    return with_turn(hearing, replace(halted, stops=(*halted.stops, Stop(reason, at, note=note))))
