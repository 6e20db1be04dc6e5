"""Effects on slips and the queue."""

from itertools import combinations

from hearingdesk.domain.effects.letters import out_of_letter
from hearingdesk.domain.effects.root import (
    charged,
    dequeued,
    effect,
    enqueued,
    reclaimed,
    released,
    standing,
    untrayed,
    with_item,
    with_registration,
    with_turn,
    yielded,
)
from hearingdesk.domain.events import (
    Entry,
    LateSpeakerAdmitted,
    NamesakesToldApart,
    NoShowsRecalled,
    QueueReordered,
    RegistrationCorrected,
    SignUpsImported,
    SpeakerMoved,
    SpeakerRegistered,
    SpeakerReturned,
    SpeakerWithdrawn,
    TimeCeded,
    TimeReclaimed,
)
from hearingdesk.domain.hearing import Hearing, Phase, Registration, name_key
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.profile import LateSlips
from hearingdesk.domain.replacing import replace
from hearingdesk.domain.values import Allotment, SignUp, Standing


@effect.register
def _(event: SpeakerRegistered, hearing: Hearing, entry: Entry) -> Hearing:
    return _registered(hearing, event.slip, event.sign_up, entry.at, late=event.late)


@effect.register
def _(event: SignUpsImported, hearing: Hearing, entry: Entry) -> Hearing:
    for slip, sign_up in enumerate(event.sign_ups, event.first_slip):
        hearing = _registered(hearing, slip, sign_up, entry.at, late=slip in event.late)
    return hearing


@effect.register
def _(event: RegistrationCorrected, hearing: Hearing, entry: Entry) -> Hearing:
    if _is_another_letter(hearing.registrations[event.slip].sign_up, event.sign_up):
        hearing = out_of_letter(hearing, event.slip)
    before = hearing.registrations[event.slip]
    queued = before.standing is Standing.WAITING
    at = hearing.items[before.sign_up.item].queue.index(event.slip) if queued else 0
    hearing = _unnamed(dequeued(hearing, event.slip), before)
    after = replace(before, sign_up=event.sign_up)
    if not _placed_anew(before, event.sign_up):
        return _named(_charged_as(hearing, before, after), after)
    hearing = untrayed(hearing, event.slip)
    hearing = _named(with_registration(hearing, replace(after, standing=Standing.NOT_SPEAKING)), after)
    if not after.sign_up.speaks:
        return hearing
    same_item = before.sign_up.item == after.sign_up.item
    return placed(hearing, event.slip, at if queued and same_item else None)


@effect.register
def _(event: SpeakerWithdrawn, hearing: Hearing, entry: Entry) -> Hearing:
    hearing = out_of_letter(hearing, event.slip)
    heard = hearing.registrations[event.slip].heard
    now = Standing.FINISHED if heard else Standing.WITHDRAWN
    hearing = released(hearing, event.slip)
    hearing = standing(dequeued(hearing, event.slip), event.slip, now)
    turn = hearing.turn
    if turn is None or turn.slip != event.slip:
        return untrayed(hearing, event.slip)
    return replace(with_turn(hearing, replace(turn, ended=entry.at)), floor=0)


@effect.register
def _(event: TimeCeded, hearing: Hearing, entry: Entry) -> Hearing:
    return _worked_out_again(yielded(hearing, event.slip, event.to), event.allotment)


@effect.register
def _(event: TimeReclaimed, hearing: Hearing, entry: Entry) -> Hearing:
    return _worked_out_again(reclaimed(hearing, event.slip), event.allotment)


def _worked_out_again(hearing: Hearing, allotment: Allotment | None) -> Hearing:
    turn = hearing.turn
    return hearing if turn is None or allotment is None else with_turn(hearing, replace(turn, allotment=allotment))


@effect.register
def _(event: SpeakerMoved, hearing: Hearing, entry: Entry) -> Hearing:
    return enqueued(dequeued(hearing, event.slip), event.slip, event.place)


@effect.register
def _(event: QueueReordered, hearing: Hearing, entry: Entry) -> Hearing:
    """Whoever the order does not name, because of an entry struck since, keeps their turn behind the others."""
    item = hearing.items[event.item]
    waiting = set(item.queue)
    named = dict.fromkeys(slip for slip in event.order if slip in waiting)
    queue = tuple(dict.fromkeys([*named, *item.queue]))
    return with_item(hearing, replace(item, queue=queue, orders=(*item.orders, (entry.at, event))))


@effect.register
def _(event: SpeakerReturned, hearing: Hearing, entry: Entry) -> Hearing:
    if not hearing.registrations[event.slip].sign_up.speaks:
        return standing(hearing, event.slip, Standing.NOT_SPEAKING)
    return placed(untrayed(hearing, event.slip), event.slip, 0)


@effect.register
def _(event: NoShowsRecalled, hearing: Hearing, entry: Entry) -> Hearing:
    for slip in event.slips:
        if hearing.registrations[slip].standing is Standing.NO_SHOW:
            hearing = placed(untrayed(hearing, slip), slip)
    return hearing


@effect.register
def _(event: LateSpeakerAdmitted, hearing: Hearing, entry: Entry) -> Hearing:
    admitted = replace(hearing.registrations[event.slip], admitted=True)
    return placed(untrayed(with_registration(hearing, admitted), event.slip), event.slip)


@effect.register
def _(event: NamesakesToldApart, hearing: Hearing, entry: Entry) -> Hearing:
    return replace(hearing, told_apart=hearing.told_apart | set(combinations(event.slips, 2)))


def _charged_as(hearing: Hearing, before: Registration, after: Registration) -> Hearing:
    """The slip as corrected; whether its ended turns took of the public's time goes by the capacity it has now."""
    turns = [turn for number in before.turns if (turn := hearing.appearances[number]).ended]
    for turn in turns:
        hearing = charged(hearing, turn, -1)
    hearing = with_registration(hearing, after)
    for turn in turns:
        hearing = charged(hearing, turn)
    return hearing


def _is_another_letter(before: SignUp, now: SignUp) -> bool:
    return (before.item, before.mode, before.capacity) != (now.item, now.mode, now.capacity)


def _placed_anew(before: Registration, now: SignUp) -> bool:
    """Whether a correction finds the slip a new place: always while it waits, else when it moves."""
    moved = before.sign_up.item != now.item or not now.speaks
    return before.standing in (Standing.WAITING, Standing.NOT_SPEAKING) or (
        moved and before.standing in (Standing.NO_SHOW, Standing.NOT_REACHED, Standing.NEEDS_LEAVE)
    )


def _registered(hearing: Hearing, slip: int, sign_up: SignUp, at: Moment, *, late: bool) -> Hearing:
    registration = Registration(slip, sign_up, at, Standing.NOT_SPEAKING, late)
    hearing = _named(with_registration(hearing, registration), registration)
    hearing = replace(
        hearing,
        sources=hearing.sources.set(sign_up.source, slip) if sign_up.source else hearing.sources,
    )
    return placed(hearing, slip) if sign_up.speaks else hearing


def placed(hearing: Hearing, slip: int, place: int | None = None) -> Hearing:
    """Into the queue; once testimony or the meeting is over the slip is kept as not reached, never dropped (G-08)."""
    item = hearing.items[hearing.registrations[slip].sign_up.item]
    if item.closed or hearing.phase is Phase.ADJOURNED:
        hearing = with_item(hearing, replace(item, not_reached=(*item.not_reached, slip)))
        return standing(hearing, slip, Standing.NOT_REACHED)
    registration = hearing.registrations[slip]
    if registration.late and not registration.admitted and not registration.turns:
        return _placed_late(hearing, slip, place)
    return enqueued(hearing, slip, place)


def _placed_late(hearing: Hearing, slip: int, place: int | None) -> Hearing:
    """As the profile says, and no correction or return is a way around it."""
    match hearing.profile.late_slips:
        case LateSlips.REFUSE:
            return standing(hearing, slip, Standing.NOT_REACHED)
        case LateSlips.CHAIRS_LEAVE:
            item = hearing.items[hearing.registrations[slip].sign_up.item]
            hearing = with_item(hearing, replace(item, for_leave=(*item.for_leave, slip)))
            return standing(hearing, slip, Standing.NEEDS_LEAVE)
        case _:
            return enqueued(hearing, slip, place)


def _named(hearing: Hearing, registration: Registration) -> Hearing:
    key = name_key(registration.sign_up)
    slips = (*hearing.by_name.get(key, ()), registration.slip)
    return replace(hearing, by_name=hearing.by_name.set(key, slips)) if key else hearing


def _unnamed(hearing: Hearing, registration: Registration) -> Hearing:
    key = name_key(registration.sign_up)
    if not key:
        return hearing
    slips = tuple(slip for slip in hearing.by_name[key] if slip != registration.slip)
    return replace(hearing, by_name=hearing.by_name.set(key, slips))
