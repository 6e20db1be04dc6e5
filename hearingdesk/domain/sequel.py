"""The continued session of a hearing: what it takes over, and in which order those not reached are called there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from hearingdesk.domain.events import HearingContinued
from hearingdesk.domain.hearing import Hearing, Item, ItemState, Registration
from hearingdesk.domain.values import ItemNotice, Meeting, SignUp, Standing

UNHEARD = (Standing.WAITING, Standing.NOT_REACHED, Standing.NEEDS_LEAVE, Standing.NO_SHOW)


@dataclass(frozen=True, slots=True)
class Sequel:
    """``slips`` are those of the first session, in the order of ``sign_ups``."""

    meeting: Meeting
    items: tuple[ItemNotice, ...]
    sign_ups: tuple[SignUp, ...]
    slips: tuple[int, ...]


def sequel(hearing: Hearing, hearing_id: str) -> Sequel | None:
    """What the hearing was continued to; None where it was not. Of several dates, the first.

    Whoever was not reached comes first, as they waited, then who was called and not present; who registered without
    speaking stands in the first session's record.
    """
    to = _first(hearing)
    if to is None:
        return None
    items = [item for item in map(hearing.items.__getitem__, hearing.agenda) if _goes_on(hearing, item, to.to)]
    unheard = [one for item in items for one in _unheard(hearing, item)]
    meeting = replace(hearing.meeting, scheduled=to.to, place=to.place)
    says = tuple(_again(one, hearing_id) for one in unheard)
    return Sequel(meeting, tuple(item.notice for item in items), says, tuple(one.slip for one in unheard))


def _first(hearing: Hearing) -> HearingContinued | None:
    whole = [hearing.continued] if hearing.continued else []
    each = [item.continued for item in hearing.items.values() if item.continued]
    return min([*whole, *each], key=lambda one: one.to, default=None)


def _goes_on(hearing: Hearing, item: Item, to: datetime) -> bool:
    """The items continued to that date; with the whole meeting, also what was not taken up, or is still open."""
    if item.continued:
        return item.continued.to == to
    whole = hearing.continued is not None and hearing.continued.to == to
    open_still = item.closed is None and bool(_unheard(hearing, item))
    return whole and item.disposition is None and (item.state is not ItemState.DONE or open_still)


def _unheard(hearing: Hearing, item: Item) -> Sequence[Registration]:
    order = dict.fromkeys((*item.queue, *item.not_reached, *item.for_leave, *item.absent))
    slips = (hearing.registrations[slip] for slip in order)
    return [one for one in slips if one.standing in UNHEARD and one.sign_up.item == item.id and _owed_a_turn(one)]


def _owed_a_turn(registration: Registration) -> bool:
    """Not heard yet, or cut off with time left: that one waits with the others, and is called with them."""
    return not registration.heard or registration.rest is not None


def _again(registration: Registration, hearing_id: str) -> SignUp:
    """The slip as it stands, known by where it came from, so that it is never taken over twice."""
    source = f"{hearing_id} slip {registration.slip}"
    return replace(registration.sign_up, source=source, received=registration.received)
