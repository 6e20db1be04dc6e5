"""Effects on the floor: called, started, stopped, resumed, granted, ended, not present."""

from dataclasses import replace

from hearingdesk.domain.effects.root import (
    clock_halted,
    dequeued,
    effect,
    ended,
    standing,
    with_item,
    with_registration,
    with_turn,
)
from hearingdesk.domain.events import (
    ClockResumed,
    ClockStopped,
    Entry,
    InterpreterChanged,
    SpeakerCalled,
    SpeakerNotPresent,
    TimeGranted,
    TurnEnded,
    TurnStarted,
)
from hearingdesk.domain.hearing import Appearance, Hearing, Stop
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.values import Ending, Standing, StopReason


@effect.register
def _(event: SpeakerCalled, hearing: Hearing, entry: Entry) -> Hearing:
    registration = hearing.registrations[event.slip]
    hearing = dequeued(ended(hearing, entry.at, Ending.FINISHED), event.slip)
    item = hearing.items[registration.sign_up.item]
    turn = Appearance(event.turn, event.slip, item.id, event.allotment, entry.at, leave=event.leave)
    hearing = with_item(
        hearing,
        replace(
            item, turns=(*item.turns, event.turn), absent=tuple(slip for slip in item.absent if slip != event.slip)
        ),
    )
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
    registration = hearing.registrations[turn.slip]
    registration = replace(registration, standing=Standing.SPEAKING, heard=True)
    return with_registration(with_turn(hearing, turn), registration)


@effect.register
def _(event: ClockStopped, hearing: Hearing, entry: Entry) -> Hearing:
    return stop_clock(hearing, event.as_of or entry.at, event.reason, event.note)


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
def _(event: TurnEnded, hearing: Hearing, entry: Entry) -> Hearing:
    return ended(hearing, entry.at, event.ending)


@effect.register
def _(event: SpeakerNotPresent, hearing: Hearing, entry: Entry) -> Hearing:
    turn = hearing.appearances[event.turn]
    item = hearing.items[turn.item]
    hearing = with_turn(hearing, replace(turn, ended=entry.at, absent=True))
    hearing = with_item(hearing, replace(item, absent=(*item.absent, event.slip)))
    return replace(standing(hearing, event.slip, Standing.NO_SHOW), floor=0)


def stop_clock(hearing: Hearing, at: Moment, reason: StopReason, note: str) -> Hearing:
    """The running clock, if there is one, stands from ``at`` on."""
    turn = hearing.turn
    if turn is None or turn.running_since is None:
        return hearing
    halted = clock_halted(turn, at)
    return with_turn(hearing, replace(halted, stops=(*turn.stops, Stop(reason, at, note=note))))
