"""Rules of giving one's turn to another: off unless the body allows it, and revocable until the other begins (T-13)."""

from dataclasses import replace
from datetime import timedelta

from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import TimeCeded, TimeReclaimed
from hearingdesk.domain.hearing import Hearing, Registration
from hearingdesk.domain.in_force import rule_sentence, rules_on
from hearingdesk.domain.pooling import donors_needed, pooled
from hearingdesk.domain.profile import Pooling
from hearingdesk.domain.rules.root import check, in_order, need_open_record, need_registration, refuse_if
from hearingdesk.domain.timing import allotment
from hearingdesk.domain.values import Allotment, Capacity, Standing, TimedAs


def cede_time(hearing: Hearing, slip: int, to: int) -> TimeCeded:
    """``slip`` waits and gives the turn to ``to``, who waits on the same item or was called and has not begun."""
    event = in_order(hearing, TimeCeded(slip, to))
    donors = (*hearing.registrations[to].donors, slip)
    return replace(event, allotment=_if_called(hearing, hearing.registrations[to], donors))


@check.register
def _(event: TimeCeded, hearing: Hearing) -> None:
    donor, recipient = need_registration(hearing, event.slip), need_registration(hearing, event.to)
    refuse_if(donor.slip == recipient.slip, "Nobody gives the turn to themselves.")
    _need_turn_to_give(hearing, donor)
    ready = recipient.standing in (Standing.WAITING, Standing.CALLED)
    refuse_if(not ready, f"{recipient.name} cannot be given time: {recipient.standing.word.lower()}.")
    refuse_if(recipient.rest, f"{recipient.name} has begun already; time is given before that.")
    same = donor.sign_up.item == recipient.sign_up.item
    refuse_if(not same, "Time is given on one item only; the two are registered on different ones.")
    public = donor.sign_up.capacity is recipient.sign_up.capacity is Capacity.PUBLIC
    refuse_if(not public, "Only members of the public give time, and to one another.")
    refuse_if(donor.donors, f"{donor.name} has been given time by others. They have to take it back first.")
    _need_room(hearing, recipient)


def why_not_cede(hearing: Hearing, slip: int) -> str:
    """Why this slip has no turn to give to anybody, in the rule's own sentence; empty where it has."""
    try:
        _need_turn_to_give(hearing, need_registration(hearing, slip))
    except OutOfOrder as refusal:
        return refusal.sentence
    return ""


def _need_turn_to_give(hearing: Hearing, donor: Registration) -> None:
    need_open_record(hearing)
    _need_allowed(hearing, donor)
    _need_own_turn(hearing, donor)
    waiting = donor.standing is Standing.WAITING
    refuse_if(not waiting, f"{donor.name} has no turn to give: {donor.standing.word.lower()}.")


def _need_allowed(hearing: Hearing, donor: Registration) -> None:
    rule = rule_sentence(hearing, hearing.items[donor.sign_up.item])
    off = hearing.profile.pooling is Pooling.OFF
    refuse_if(off, f"The rule of this body does not allow time to be given to another: {rule}")


def _need_own_turn(hearing: Hearing, donor: Registration) -> None:
    """What is left of a turn that was begun is lost; only a turn that was not had can be given (T-09)."""
    rule = rule_sentence(hearing, hearing.items[donor.sign_up.item])
    lost = donor.heard or donor.standing is Standing.SPEAKING
    refuse_if(lost, f"{donor.name} has begun; what is left of the turn is lost, and cannot be given to another: {rule}")


def _need_room(hearing: Hearing, recipient: Registration) -> None:
    """A turn is not given away for nothing: what has reached the most the rule allows takes no more."""
    profile = rules_on(hearing, hearing.items[recipient.sign_up.item])
    limit, had = _limit(hearing, recipient), len(recipient.donors)
    refuse_if(limit is None, "There is no time limit on this item; nobody needs another's time.")
    if limit is None or profile.pooling is Pooling.GROUP or had < donors_needed(profile):
        return
    full = profile.pooling is Pooling.ONE_DONOR or pooled(profile, limit, had + 1) == pooled(profile, limit, had)
    refuse_if(full, f"{recipient.name} has all the time that can be given: {profile.sentence(limit)}")


def reclaim_time(hearing: Hearing, slip: int) -> TimeReclaimed:
    """The donor is back in the queue; once the other has begun the turn is spent."""
    event = in_order(hearing, TimeReclaimed(slip))
    recipient = hearing.registrations[hearing.registrations[slip].yielded_to]
    donors = tuple(donor for donor in recipient.donors if donor != slip)
    return replace(event, allotment=_if_called(hearing, recipient, donors))


@check.register
def _(event: TimeReclaimed, hearing: Hearing) -> None:
    need_open_record(hearing)
    donor = need_registration(hearing, event.slip)
    refuse_if(donor.standing is not Standing.YIELDED, f"{donor.name} has not given the turn to anybody.")
    recipient = hearing.registrations[donor.yielded_to]
    spent = donor.slip not in recipient.donors
    refuse_if(spent, f"{recipient.name} has begun; the turn that {donor.name} gave is spent.")


def _if_called(hearing: Hearing, recipient: Registration, donors: tuple[int, ...]) -> Allotment | None:
    """The allotment worked out again, where it had been fixed by the call."""
    if recipient.standing is not Standing.CALLED:
        return None
    timed_as = hearing.turn.timed_as if hearing.turn else TimedAs.ORDINARY
    rules = rules_on(hearing, hearing.items[recipient.sign_up.item])
    return allotment(rules, _limit(hearing, recipient), replace(recipient, donors=donors), timed_as)


def _limit(hearing: Hearing, recipient: Registration) -> timedelta | None:
    """The limit that the recipient's turn is worked out from: the one in force, or the one when called."""
    turn = hearing.turn
    called = recipient.standing is Standing.CALLED and turn is not None
    return turn.limit if turn and called else hearing.items[recipient.sign_up.item].limit
