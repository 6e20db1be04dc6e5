"""Effects on turns set right: moved to another slip, taken up again, entered afterwards."""

from hearingdesk.domain.effects.root import (
    charged,
    dequeued,
    effect,
    ended,
    enqueued,
    given_or_released,
    placed_at,
    released,
    settled,
    standing,
    untrayed,
    with_item,
    with_registration,
    with_turn,
)
from hearingdesk.domain.events import AppearanceEntered, Entry, TurnMoved, TurnReopened
from hearingdesk.domain.hearing import Appearance, Hearing, Registration, Stop
from hearingdesk.domain.in_force import limit_at
from hearingdesk.domain.moments import Moment, elapsed, moment
from hearingdesk.domain.replacing import replace
from hearingdesk.domain.values import Ending, Standing, StopReason


@effect.register
def _(event: TurnMoved, hearing: Hearing, entry: Entry) -> Hearing:
    turn = hearing.appearances[event.turn]
    noted = hearing.registrations[turn.slip]
    if turn.before is None or event.to not in hearing.registrations:
        return hearing
    hearing = _put_back(hearing, turn, turn.before)
    right, place = hearing.registrations[event.to], placed_at(hearing, event.to)
    hearing = untrayed(dequeued(hearing, event.to), event.to)
    hearing = given_or_released(hearing, event.to, turn.timed_as)
    spent = hearing.registrations[event.to].donors
    moved = replace(
        turn,
        slip=event.to,
        allotment=event.allotment,
        donors=spent,
        leave=event.leave,
        ground=event.ground,
        before=right,
        place=place,
    )
    speaking = replace(
        carried(hearing.registrations[event.to], turn.before, noted),
        standing=Standing.SPEAKING,
        turns=(*right.turns, turn.turn),
    )
    hearing = with_registration(with_turn(hearing, moved), speaking)
    return settled(hearing, moved) if moved.ended is not None else hearing


def carried(right: Registration, before: Registration, noted: Registration) -> Registration:
    """Who has spoken, with what was noted in the turn on the slip that had not: the difference to ``before``."""
    said = noted.summary.removeprefix(before.summary).strip() if noted.summary != before.summary else ""
    found = noted.sign_up.interpreter != before.sign_up.interpreter
    return replace(
        right,
        sign_up=replace(right.sign_up, interpreter=noted.sign_up.interpreter) if found else right.sign_up,
        heard=True,
        rest=None,
        donors=(),
        marks=(*right.marks, *noted.marks[len(before.marks) :]),
        stated=noted.stated if noted.stated != before.stated else right.stated,
        summary=" ".join(filter(None, (right.summary, said))),
    )


def _put_back(hearing: Hearing, turn: Appearance, before: Registration) -> Hearing:
    """The slip of the turn as it was before it was called, in the place that it had."""
    if turn.ended is not None:
        hearing = charged(hearing, turn, -1)
        hearing = untrayed(dequeued(hearing, turn.slip), turn.slip)
    now = hearing.registrations[turn.slip]
    restored = replace(
        now,
        sign_up=replace(now.sign_up, interpreter=before.sign_up.interpreter),
        standing=Standing.FINISHED,
        heard=before.heard,
        rest=before.rest,
        donors=turn.donors,
        marks=now.marks[: len(before.marks)],
        stated=before.stated,
        summary=before.summary,
        turns=tuple(number for number in now.turns if number != turn.turn),
    )
    return _where_it_was(with_registration(hearing, restored), turn, before.standing)


def _where_it_was(hearing: Hearing, turn: Appearance, before: Standing) -> Hearing:
    """Back in the queue, as far up as it has moved since, or in the tray that the slip was in."""
    item = hearing.items[turn.item]
    match before:
        case Standing.WAITING:
            since = len(item.turns) - 1 - item.turns.index(turn.turn)
            return enqueued(hearing, turn.slip, max(0, (turn.place or 0) - since))
        case Standing.NO_SHOW:
            hearing = released(hearing, turn.slip)
            item = hearing.items[turn.item]
            hearing = with_item(hearing, replace(item, absent=(*item.absent, turn.slip)))
        case Standing.NEEDS_LEAVE:
            hearing = released(hearing, turn.slip)
            item = hearing.items[turn.item]
            hearing = with_item(hearing, replace(item, for_leave=(*item.for_leave, turn.slip)))
        case _:
            hearing = released(hearing, turn.slip)
    return standing(hearing, turn.slip, before)


@effect.register
def _(event: TurnReopened, hearing: Hearing, entry: Entry) -> Hearing:
    """Whoever was called meanwhile, and has not begun, goes back to next."""
    hearing = ended(hearing, entry.at, Ending.FINISHED)
    turn = hearing.appearances[event.turn]
    if turn.ended is None:
        return hearing
    hearing = charged(untrayed(dequeued(hearing, turn.slip), turn.slip), turn, -1)
    registration = replace(hearing.registrations[turn.slip], standing=Standing.SPEAKING, rest=None)
    hearing = with_registration(hearing, registration)
    again = _going_on(turn, turn.ended, entry.at, charged=event.charged)
    return replace(with_turn(hearing, again), floor=turn.turn)


def _going_on(turn: Appearance, since: Moment, at: Moment, *, charged: bool) -> Appearance:
    """The clock runs again; the gap is part of the time used, or a stop."""
    again = replace(turn, ended=None, ending=None, running_since=at)
    if charged:
        return replace(again, ran=turn.ran + elapsed(since, at))
    cut_off = turn.ending is Ending.INTERRUPTED
    reason = StopReason.TECHNICAL if cut_off else StopReason.MISTAKE
    return replace(again, stops=(*turn.stops, Stop(reason, since, at)))


@effect.register
def _(event: AppearanceEntered, hearing: Hearing, entry: Entry) -> Hearing:
    slip, began = event.slip, moment(event.began)
    hearing = _called_no_longer(hearing, slip, entry.at)
    hearing = untrayed(dequeued(released(hearing, slip), slip), slip)
    registration = hearing.registrations[slip]
    item = hearing.items[registration.sign_up.item]
    turn = Appearance(
        event.turn,
        slip,
        item.id,
        event.allotment,
        began,
        started=began,
        ended=began.plus(event.length),
        ran=event.length,
        ending=Ending.FINISHED,
        leave=event.leave,
        ground=event.ground,
        limit=limit_at(item, event.began),
        entered=True,
    )
    unheard = tuple(other for other in item.not_reached if other != slip)
    hearing = with_item(hearing, replace(item, turns=(*item.turns, event.turn), not_reached=unheard))
    heard = replace(
        registration, standing=Standing.FINISHED, heard=True, rest=None, turns=(*registration.turns, turn.turn)
    )
    return charged(with_registration(with_turn(hearing, turn), heard), turn)


def _called_no_longer(hearing: Hearing, slip: int, at: Moment) -> Hearing:
    """The call of a turn whose clock never started comes to nothing, if it is this slip's."""
    turn = hearing.turn
    if turn is None or turn.slip != slip or turn.started is not None:
        return hearing
    return replace(with_turn(hearing, replace(turn, ended=at)), floor=0)
