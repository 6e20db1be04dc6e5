"""The dispatch by kind of event, and the few moves that several effects share."""

from datetime import timedelta
from functools import singledispatch

from immutables import Map

from hearingdesk.domain.events import Entry, Event
from hearingdesk.domain.hearing import Appearance, Hearing, Item, Registration, Rest, slip_kind, waiting_kind
from hearingdesk.domain.in_force import rules_on
from hearingdesk.domain.moments import Moment, elapsed
from hearingdesk.domain.pooling import counts
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.replacing import replace
from hearingdesk.domain.tally import bumped, counted
from hearingdesk.domain.timing import allotment
from hearingdesk.domain.values import Capacity, Ending, Standing, TimedAs


@singledispatch
def effect(event: Event, hearing: Hearing, entry: Entry) -> Hearing:
    """The hearing after this event; an event without effect of its own changes nothing."""
    return hearing


def with_item(hearing: Hearing, item: Item) -> Hearing:
    return replace(hearing, items=hearing.items.set(item.id, item))


def with_turn(hearing: Hearing, turn: Appearance) -> Hearing:
    return replace(hearing, appearances=hearing.appearances.set(turn.turn, turn))


def with_registration(hearing: Hearing, registration: Registration) -> Hearing:
    """Puts the registration in place of its former self, and keeps the item's tally true to it."""
    slip, item = registration.slip, registration.sign_up.item
    before = hearing.registrations.get(slip)
    items = hearing.items
    if before is None:
        items = _recounted(items, item, (registration, 1))
    elif before.sign_up.item == item:
        items = _recounted(items, item, (before, -1), (registration, 1))
    else:
        items = _recounted(items, before.sign_up.item, (before, -1))
        items = _recounted(items, item, (registration, 1))
    return replace(hearing, items=items, registrations=hearing.registrations.set(slip, registration))


def _recounted(items: Map[str, Item], item_id: str, *changes: tuple[Registration, int]) -> Map[str, Item]:
    """The item's tally and its counts of slips with these added or taken out."""
    item = items[item_id]
    tally, slips = item.tally, item.slips
    for registration, by in changes:
        tally = counted(tally, registration, by)
    kinds = {slip_kind(registration) for registration, _ in changes}
    if len(kinds) == len(changes):
        for registration, by in changes:
            slips = bumped(slips, slip_kind(registration), by)
    same = tally is item.tally and slips is item.slips
    return items if same else items.set(item_id, replace(item, tally=tally, slips=slips))


def enqueued(hearing: Hearing, slip: int, place: int | None = None) -> Hearing:
    """Waiting at ``place`` in the queue of the slip's item; None is the end."""
    registration = hearing.registrations[slip]
    item = hearing.items[registration.sign_up.item]
    at = len(item.queue) if place is None else max(0, min(place, len(item.queue)))
    item = replace(
        item,
        queue=item.queue[:at] + (slip,) + item.queue[at:],  # noqa: RUF005  # unpacking copies a long queue twice
        waiting=bumped(item.waiting, waiting_kind(registration), 1),
    )
    return standing(with_item(hearing, item), slip, Standing.WAITING)


def dequeued(hearing: Hearing, slip: int) -> Hearing:
    """Out of the queue, if it was in it."""
    registration = hearing.registrations[slip]
    item = hearing.items[registration.sign_up.item]
    if registration.standing is not Standing.WAITING:
        return hearing
    at = item.queue.index(slip)
    waiting = bumped(item.waiting, waiting_kind(registration), -1)
    return with_item(hearing, replace(item, queue=item.queue[:at] + item.queue[at + 1 :], waiting=waiting))


def standing(hearing: Hearing, slip: int, now: Standing) -> Hearing:
    return with_registration(hearing, replace(hearing.registrations[slip], standing=now))


def ended(hearing: Hearing, at: Moment, ending: Ending) -> Hearing:
    """The turn on the floor is over; one who was called and never began goes back to next (Q-04)."""
    turn = hearing.turn
    if turn is None:
        return hearing
    if turn.started is None:
        hearing = replace(with_turn(hearing, replace(turn, ended=at)), floor=0)
        return _bypassed(hearing, turn)
    turn = replace(clock_halted(turn, at), ended=at, ending=ending)
    return settled(replace(with_turn(hearing, turn), floor=0), turn)


def _bypassed(hearing: Hearing, turn: Appearance) -> Hearing:
    aside = unheard(hearing, turn.slip)
    if aside:
        return standing(released(hearing, turn.slip), turn.slip, aside)
    return not_present(hearing, turn) if hearing.items[turn.item].closed else enqueued(hearing, turn.slip, 0)


def not_present(hearing: Hearing, turn: Appearance) -> Hearing:
    """In the tray of those who were called and not there (Q-05)."""
    item = hearing.items[turn.item]
    hearing = with_item(hearing, replace(item, absent=(*item.absent, turn.slip)))
    return standing(hearing, turn.slip, Standing.NO_SHOW)


def settled(hearing: Hearing, turn: Appearance) -> Hearing:
    """An ended turn is charged, and its speaker is where its ending says.

    Who was interrupted waits again with the time left, behind whoever is next: the place at the head of the queue is
    kept, and the evening goes on until the line is back.
    """
    hearing = charged(hearing, turn)
    registration, item = hearing.registrations[turn.slip], hearing.items[turn.item]
    if registration.written and not registration.heard:
        return standing(hearing, turn.slip, Standing.NOT_SPEAKING)
    if turn.ending is Ending.REMOVED:
        return standing(hearing, turn.slip, Standing.REMOVED)
    if turn.ending is not Ending.INTERRUPTED or item.closed or not registration.sign_up.speaks:
        return standing(hearing, turn.slip, Standing.FINISHED)
    registration = replace(
        registration, standing=Standing.FINISHED, rest=_rest(rules_on(hearing, item), turn, registration)
    )
    return enqueued(with_registration(hearing, registration), turn.slip, 1)


def _rest(profile: RuleProfile, turn: Appearance, registration: Registration) -> Rest:
    """What is left of the turn, before interpreting."""
    whole = turn.allotment.total
    if whole is None:
        return Rest(None, None)
    interpreter = registration.sign_up.interpreter
    factor = profile.factor_for(interpreter.kind if interpreter else None)
    left = max(whole + turn.granted - turn.ran, timedelta(0))
    return Rest(left / factor, whole / factor)


def unheard(hearing: Hearing, slip: int) -> Standing | None:
    """Where a call that came to nothing leaves somebody who does not wait for a turn; None for those who do.

    Once testimony is closed nobody waits for one: who was called for an answer, and gave none, stays not reached.
    """
    registration = hearing.registrations[slip]
    if registration.heard and registration.rest is None:
        return Standing.FINISHED
    if not registration.sign_up.speaks:
        return Standing.NOT_SPEAKING
    item = hearing.items[registration.sign_up.item]
    return Standing.NOT_REACHED if item.closed and slip in item.not_reached else None


def charged(hearing: Hearing, turn: Appearance, sign: int = 1) -> Hearing:
    """What the public's turn took of the item's time in all; ``sign`` -1 gives it back."""
    if hearing.registrations[turn.slip].sign_up.capacity is not Capacity.PUBLIC:
        return hearing
    item = hearing.items[turn.item]
    return with_item(hearing, replace(item, used=item.used + sign * turn.ran))


def unreached(hearing: Hearing, item_id: str) -> Hearing:
    """Whoever still waits on the item was not reached; nor were those who gave their turns to them."""
    for slip in hearing.items[item_id].queue:
        hearing = released(hearing, slip)
    item = hearing.items[item_id]
    left = (*item.queue, *item.for_leave)
    for slip in left:
        hearing = standing(hearing, slip, Standing.NOT_REACHED)
    item = hearing.items[item_id]
    item = replace(item, queue=(), waiting=Map(), for_leave=(), not_reached=(*item.not_reached, *left))
    return with_item(hearing, item)


def untrayed(hearing: Hearing, slip: int) -> Hearing:
    """Out of the trays of those not present and of those who came late, if it was in one."""
    item = hearing.items[hearing.registrations[slip].sign_up.item]
    if slip in item.absent:
        return with_item(hearing, replace(item, absent=tuple(other for other in item.absent if other != slip)))
    if slip in item.for_leave:
        return with_item(hearing, replace(item, for_leave=tuple(other for other in item.for_leave if other != slip)))
    return hearing


def yielded(hearing: Hearing, slip: int, to: int) -> Hearing:
    """The slip leaves the queue and is counted to ``to``; its place is kept in case it comes back."""
    item = hearing.items[hearing.registrations[slip].sign_up.item]
    place = len(item.turns) + item.queue.index(slip)
    hearing = dequeued(hearing, slip)
    donor = replace(hearing.registrations[slip], standing=Standing.YIELDED, yielded_to=to, place_kept=place)
    return given_by(with_registration(hearing, donor), to, (*hearing.registrations[to].donors, slip))


def reclaimed(hearing: Hearing, slip: int) -> Hearing:
    """The slip is back in the queue, as far up as it has moved since."""
    donor = hearing.registrations[slip]
    others = tuple(other for other in hearing.registrations[donor.yielded_to].donors if other != slip)
    hearing = given_by(hearing, donor.yielded_to, others)
    turns = len(hearing.items[donor.sign_up.item].turns)
    hearing = with_registration(hearing, replace(donor, yielded_to=0, place_kept=0))
    return enqueued(hearing, slip, max(0, donor.place_kept - turns))


def released(hearing: Hearing, slip: int) -> Hearing:
    """All who gave their turns to this one, and have not lost them yet, have them back."""
    for donor in reversed(hearing.registrations[slip].donors):
        hearing = reclaimed(hearing, donor)
    return hearing


def without_gift(hearing: Hearing, slip: int) -> Hearing:
    """Who is removed takes along the turn that was given to another, unless that one has begun (T-13).

    Where the other was called already, the time is worked out again as at the call.
    """
    donor = hearing.registrations[slip]
    recipient = hearing.registrations.get(donor.yielded_to)
    if recipient is None or slip not in recipient.donors:
        return hearing
    hearing = reclaimed(hearing, slip)
    turn = hearing.turn
    if turn is None or turn.slip != recipient.slip:
        return hearing
    rules, now = rules_on(hearing, hearing.items[turn.item]), hearing.registrations[recipient.slip]
    return with_turn(hearing, replace(turn, allotment=allotment(rules, turn.limit, now, turn.timed_as)))


def given_or_released(hearing: Hearing, slip: int, timed_as: TimedAs) -> Hearing:
    """A turn begins: what others gave to it is spent, or, where it comes to nothing, theirs again."""
    spent = timed_as is TimedAs.ORDINARY and counts(hearing.profile, len(hearing.registrations[slip].donors))
    return hearing if spent else released(hearing, slip)


def placed_at(hearing: Hearing, slip: int) -> int | None:
    """The slip's place in the queue of its item, 0 being next; None where it does not wait."""
    registration = hearing.registrations[slip]
    waits = registration.standing is Standing.WAITING
    return hearing.items[registration.sign_up.item].queue.index(slip) if waits else None


def given_by(hearing: Hearing, slip: int, donors: tuple[int, ...]) -> Hearing:
    """Just these have given their turns to the slip; it waits as one whose turn is that much longer."""
    before = hearing.registrations[slip]
    after = replace(before, donors=donors)
    item = hearing.items[before.sign_up.item]
    if before.standing is Standing.WAITING:
        waiting = bumped(bumped(item.waiting, waiting_kind(before), -1), waiting_kind(after), 1)
        hearing = with_item(hearing, replace(item, waiting=waiting))
    return with_registration(hearing, after)


def clock_halted(turn: Appearance, at: Moment) -> Appearance:
    """The clock no longer runs; what ran is added up, and a stop that was open is closed."""
    if turn.running_since is not None:
        return replace(turn, ran=turn.ran + elapsed(turn.running_since, at), running_since=None)
    if turn.stopped is not None:
        return replace(turn, stops=(*turn.stops[:-1], replace(turn.stops[-1], end=at)))
    return turn
