"""Effects on the agenda: items noticed, taken up, suspended, resumed, closed, disposed of, and their limits."""

from dataclasses import replace

from hearingdesk.domain.effects.root import effect, ended, unreached, with_item
from hearingdesk.domain.events import (
    AgendaNoticed,
    CapExtended,
    Entry,
    HearingStepTaken,
    ItemDisposedOf,
    ItemResumed,
    ItemRuled,
    ItemSuspended,
    ItemTakenUp,
    ItemWithdrawn,
    LimitChanged,
    TestimonyClosed,
)
from hearingdesk.domain.hearing import Hearing, Item, ItemState, Sitting
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.values import Counted, Ending, ItemNotice


@effect.register
def _(event: AgendaNoticed, hearing: Hearing, entry: Entry) -> Hearing:
    new = {n.id: _noticed(hearing.profile, n) for n in event.items if n.id not in hearing.items}
    return replace(hearing, items=hearing.items.update(new), agenda=(*hearing.agenda, *new))


def _noticed(profile: RuleProfile, notice: ItemNotice) -> Item:
    return Item(notice, limit=profile.base_limit, cap=profile.cap if notice.kind.takes_testimony else None)


@effect.register
def _(event: ItemTakenUp, hearing: Hearing, entry: Entry) -> Hearing:
    hearing = put_aside(hearing, entry.at)
    return _in_hand(replace(hearing, taken=(*hearing.taken, event.item)), event.item, entry.at)


@effect.register
def _(event: ItemSuspended, hearing: Hearing, entry: Entry) -> Hearing:
    hearing = ended(hearing, entry.at, Ending.FINISHED)
    item = _risen(hearing.items[event.item], entry.at, event.reason)
    item = replace(item, state=ItemState.SUSPENDED, resumes_after=event.until_after)
    return replace(with_item(hearing, item), in_hand="")


@effect.register
def _(event: ItemResumed, hearing: Hearing, entry: Entry) -> Hearing:
    return _in_hand(put_aside(hearing, entry.at), event.item, entry.at)


@effect.register
def _(event: TestimonyClosed, hearing: Hearing, entry: Entry) -> Hearing:
    hearing = ended(hearing, entry.at, Ending.FINISHED)
    hearing = unreached(hearing, event.item)
    return with_item(hearing, replace(hearing.items[event.item], closed=entry.at, frozen=_frozen(event, entry)))


def _frozen(event: TestimonyClosed, entry: Entry) -> tuple[Moment, Counted] | None:
    return (entry.at, event.counted) if event.counted is not None else None


@effect.register
def _(event: ItemDisposedOf, hearing: Hearing, entry: Entry) -> Hearing:
    item = replace(hearing.items[event.item], disposition=event.disposition, disposition_note=event.note)
    return with_item(hearing, item)


@effect.register
def _(event: ItemWithdrawn, hearing: Hearing, entry: Entry) -> Hearing:
    """Who waits goes on waiting, should the item come back; at the end they are not reached."""
    if hearing.in_hand == event.item:
        hearing = put_aside(hearing, entry.at)
    item = hearing.items[event.item]
    return with_item(hearing, replace(item, state=ItemState.DONE, withdrawn=(entry.at, event.reason)))


@effect.register
def _(event: ItemRuled, hearing: Hearing, entry: Entry) -> Hearing:
    item = hearing.items[event.item]
    notice = replace(item.notice, kind=event.kind)
    ruled = replace(item, notice=notice, limit=event.limit, cap=event.cap, level=event.level, own=event.own)
    return with_item(hearing, ruled)


@effect.register
def _(event: HearingStepTaken, hearing: Hearing, entry: Entry) -> Hearing:
    item = hearing.items[event.item]
    return with_item(hearing, replace(item, steps=(*item.steps, (entry.at, event.step))))


@effect.register
def _(event: LimitChanged, hearing: Hearing, entry: Entry) -> Hearing:
    """What is told of the change is true to the record as it stands, whatever was struck before it (T-10)."""
    item = hearing.items[event.item]
    if event.new == item.limit:
        return hearing
    told = replace(event, old=item.limit, heard_before=item.tally.heard)
    return with_item(hearing, replace(item, limit=event.new, limits=(*item.limits, (entry.at, told))))


@effect.register
def _(event: CapExtended, hearing: Hearing, entry: Entry) -> Hearing:
    item = hearing.items[event.item]
    cap = None if item.cap is None else item.cap + event.by
    return with_item(hearing, replace(item, cap=cap, extensions=(*item.extensions, (entry.at, event))))


def put_aside(hearing: Hearing, at: Moment) -> Hearing:
    """Whatever is in hand is done with."""
    hearing = ended(hearing, at, Ending.FINISHED)
    item = hearing.item
    if item is None:
        return hearing
    return replace(with_item(hearing, replace(_risen(item, at), state=ItemState.DONE)), in_hand="")


def _in_hand(hearing: Hearing, item_id: str, at: Moment) -> Hearing:
    item = hearing.items[item_id]
    sittings = (*item.sittings, Sitting(at))
    item = replace(item, state=ItemState.IN_HAND, resumes_after="", withdrawn=None, sittings=sittings)
    return replace(with_item(hearing, item), in_hand=item_id)


def _risen(item: Item, at: Moment, reason: str = "") -> Item:
    last = item.sittings[-1:]
    return replace(item, sittings=(*item.sittings[:-1], *(replace(s, end=at, reason=reason) for s in last)))
