"""Effects of what the chair does about conduct."""

from dataclasses import replace

from hearingdesk.domain.effects.root import (
    dequeued,
    effect,
    ended,
    released,
    standing,
    untrayed,
    with_item,
    with_turn,
    without_gift,
)
from hearingdesk.domain.events import ConductNoted, Entry
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.values import Ending, Measure, Standing

_CAN_LOSE_IT = (Standing.WAITING, Standing.CALLED, Standing.NO_SHOW, Standing.NEEDS_LEAVE)


@effect.register
def _(event: ConductNoted, hearing: Hearing, entry: Entry) -> Hearing:
    item = hearing.item
    if item is not None:
        hearing = with_item(hearing, replace(item, conduct=(*item.conduct, (entry.at, event))))
    match event.measure:
        case Measure.WARNING:
            return replace(hearing, warned=hearing.warned | {event.slip})
        case Measure.REMOVAL if event.slip:
            return _removed(hearing, event.slip, entry.at)
        case _:
            return hearing


def _removed(hearing: Hearing, slip: int, at: Moment) -> Hearing:
    hearing = without_gift(hearing, slip)
    now, turn = hearing.registrations[slip].standing, hearing.turn
    if now is Standing.SPEAKING:
        return ended(hearing, at, Ending.REMOVED)
    if now not in _CAN_LOSE_IT:
        return hearing
    hearing = untrayed(dequeued(released(hearing, slip), slip), slip)
    if turn is not None and turn.slip == slip:
        hearing = replace(with_turn(hearing, replace(turn, ended=at)), floor=0)
    return standing(hearing, slip, Standing.REMOVED)
