"""Rules of the agenda: taking up, suspending, resuming, closing testimony, disposing, the limit (Q-08, H-02, T-10)."""

from datetime import timedelta

from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import (
    AgendaNoticed,
    CapExtended,
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
from hearingdesk.domain.hearing import Hearing, Item, ItemState, Phase
from hearingdesk.domain.profile import LOCKED, RuleProfile
from hearingdesk.domain.rules.root import (
    check,
    in_order,
    need_item,
    need_open_record,
    need_session,
    need_silence,
    refuse_if,
)
from hearingdesk.domain.spans import spoken
from hearingdesk.domain.tally import as_counted
from hearingdesk.domain.values import Disposition, ItemKind, ItemNotice, MinutesLevel, OwnRules


def notice_agenda(hearing: Hearing, items: tuple[ItemNotice, ...], source: str = "") -> AgendaNoticed:
    return in_order(hearing, AgendaNoticed(items, source))


@check.register
def _(event: AgendaNoticed, hearing: Hearing) -> None:
    need_open_record(hearing)
    refuse_if(not event.items, "There is no item to put on the agenda.")
    ids = [item.id for item in event.items]
    twice = {i for i in ids if ids.count(i) > 1} | {i for i in ids if i in hearing.items}
    refuse_if(twice, f"On the agenda already: {', '.join(sorted(twice))}. Nothing was changed.")
    refuse_if(not all(ids), "An agenda item needs an id.")


def take_up(hearing: Hearing, item: str, reason: str = "") -> ItemTakenUp:
    """``reason`` says why an item is taken out of order."""
    return in_order(hearing, ItemTakenUp(item, reason))


@check.register
def _(event: ItemTakenUp, hearing: Hearing) -> None:
    need_session(hearing)
    item = need_item(hearing, event.item)
    refuse_if(item.state is ItemState.IN_HAND, f"{item.label} is in hand already.")
    refuse_if(item.state is ItemState.SUSPENDED, f"{item.label} is suspended. Resume it instead.")
    again = item.state is ItemState.DONE and not event.reason
    refuse_if(again, f"{item.label} has been dealt with already. To go back to it, give the reason.")
    _need_free_hands(hearing)


def suspend_item(hearing: Hearing, reason: str = "", until_after: str = "") -> ItemSuspended:
    """The item in hand pauses; its queue, states and limit stay as they are."""
    return in_order(hearing, ItemSuspended(_in_hand(hearing).id, reason, until_after))


@check.register
def _(event: ItemSuspended, hearing: Hearing) -> None:
    need_session(hearing)
    refuse_if(event.item != hearing.in_hand, "This item is not in hand.")
    need_silence(hearing)
    if event.until_after:
        after = need_item(hearing, event.until_after)
        over = after.state is ItemState.DONE or after.id == event.item
        refuse_if(over, f"Testimony cannot resume after {after.label}: choose an item that is still to come.")


def resume_item(hearing: Hearing, item: str) -> ItemResumed:
    return in_order(hearing, ItemResumed(item))


@check.register
def _(event: ItemResumed, hearing: Hearing) -> None:
    need_session(hearing)
    item = need_item(hearing, event.item)
    refuse_if(item.state is not ItemState.SUSPENDED, f"{item.label} is not suspended.")
    _need_free_hands(hearing)


def close_testimony(hearing: Hearing) -> TestimonyClosed:
    """On the item in hand. Who still waits is listed as not reached."""
    item = _in_hand(hearing)
    return in_order(hearing, TestimonyClosed(item.id, as_counted(item.id, item.tally)))


@check.register
def _(event: TestimonyClosed, hearing: Hearing) -> None:
    need_session(hearing)
    item = need_item(hearing, event.item)
    refuse_if(item.id != hearing.in_hand, f"{item.label} is not in hand.")
    refuse_if(not item.notice.kind.takes_testimony, f"{item.label} takes no testimony.")
    refuse_if(item.closed, f"Testimony on {item.label} is closed already.")
    need_silence(hearing)


def dispose_of(hearing: Hearing, item: str, disposition: Disposition, note: str = "") -> ItemDisposedOf:
    """What became of the item without a motion of its own, e.g. held by the chair."""
    return in_order(hearing, ItemDisposedOf(item, disposition, note))


@check.register
def _(event: ItemDisposedOf, hearing: Hearing) -> None:
    refuse_if(hearing.phase is Phase.PREPARED, "The meeting has not been called to order yet.")
    need_item(hearing, event.item)


def withdraw_item(hearing: Hearing, item: str, reason: str = "") -> ItemWithdrawn:
    """Off the agenda, whoever had signed up for it; it may be taken up again with a reason."""
    return in_order(hearing, ItemWithdrawn(item, reason.strip()))


@check.register
def _(event: ItemWithdrawn, hearing: Hearing) -> None:
    need_open_record(hearing)
    item = need_item(hearing, event.item)
    refuse_if(item.withdrawn, f"{item.label} has been withdrawn already.")
    refuse_if(item.state is ItemState.DONE, f"{item.label} has been dealt with already.")
    if item.id == hearing.in_hand:
        need_silence(hearing)


def rule_item(
    hearing: Hearing,
    item: str,
    limit: timedelta | None,
    cap: timedelta | None,
    level: MinutesLevel,
    kind: ItemKind,
    own: OwnRules | None = None,
) -> ItemRuled:
    """The item's own rules in place of the body's, before anybody is heard on it (R-01).

    ``own`` holds those for groups, officials, applicants, rebuttals, turns and interpreting; None leaves the body's.
    """
    return in_order(hearing, ItemRuled(item, limit, cap, level, kind, own))


@check.register
def _(event: ItemRuled, hearing: Hearing) -> None:
    need_open_record(hearing)
    item = need_item(hearing, event.item)
    refuse_if(
        item.turns,
        f"People have been called on {item.label}. From here on, change the limit or extend the time instead.",
    )
    refuse_if(item.closed, f"Testimony on {item.label} is closed.")
    changed = item.limits and event.limit != item.limit
    refuse_if(changed, f"The limit on {item.label} was changed on the record. Change it again instead.")
    _need_fit(event.own, hearing.profile)
    for span, what in ((event.limit, "A limit"), (event.cap, "A limit in all")):
        refuse_if(span is not None and span < timedelta(seconds=1), f"{what} is at least one second.")
    floor = hearing.profile.floor
    low = event.limit is not None and event.limit < floor
    refuse_if(low, f"The rule of this body sets a floor of {spoken(floor)}. Go below it by a change of limit.")
    waiting = item.queue or item.for_leave
    refuse_if(waiting and not event.kind.takes_testimony, f"People are waiting on {item.label}. It takes testimony.")


def _need_fit(own: OwnRules | None, profile: RuleProfile) -> None:
    if own is None:
        return
    spans = (own.group_limit, own.official_limit, own.applicant_limit, own.rebuttal_limit)
    refuse_if(
        any(span is not None and span < timedelta(seconds=1) for span in spans), "A limit is at least one second."
    )
    refuse_if(own.turns_per_item < 1, "Everybody may have one turn on an item.")
    refuse_if(own.interpretation_factor < 1, "An interpreter does not shorten anybody's time.")
    refuse_if(not profile.lawful(own.interpretation_factor), LOCKED)


def take_step(hearing: Hearing, step: str) -> HearingStepTaken:
    """A step of the hearing in hand, with its time; the profile names them, and any order is recorded as it was."""
    return in_order(hearing, HearingStepTaken(_in_hand(hearing).id, step.strip()))


@check.register
def _(event: HearingStepTaken, hearing: Hearing) -> None:
    need_session(hearing)
    item = need_item(hearing, event.item)
    refuse_if(item.id != hearing.in_hand, f"{item.label} is not in hand.")
    refuse_if(not event.step, "Say which step.")
    refuse_if(event.step in [step for _, step in item.steps], f"“{event.step}” is on the record already.")


def change_limit(
    hearing: Hearing, new: timedelta, ordered_by: str, item: str = "", below_floor_because: str = ""
) -> LimitChanged:
    """For everyone not yet called; the called keep the time given (T-10). ``item`` empty: the one in hand."""
    target = need_item(hearing, item) if item else _in_hand(hearing)
    refuse_if(new == target.limit, f"The limit is {spoken(new)} already.")
    event = LimitChanged(target.id, target.limit, new, ordered_by, target.tally.heard, below_floor_because)
    return in_order(hearing, event)


@check.register
def _(event: LimitChanged, hearing: Hearing) -> None:
    need_open_record(hearing)
    item = need_item(hearing, event.item)
    refuse_if(event.new < timedelta(seconds=1), "A limit is at least one second.")
    refuse_if(item.closed, f"Testimony on {item.label} is closed.")
    floor = hearing.profile.floor
    refuse_if(
        event.new < floor and not event.below_floor_because,
        f"The rule of this body sets a floor of {spoken(floor)}. To go below it, give the reason.",
    )


def extend_cap(hearing: Hearing, by: timedelta, ordered_by: str, item: str = "") -> CapExtended:
    """More time in all for the item (T-11), by the chair or a vote. ``item`` empty: the one in hand."""
    target = need_item(hearing, item) if item else _in_hand(hearing)
    return in_order(hearing, CapExtended(target.id, by, ordered_by))


@check.register
def _(event: CapExtended, hearing: Hearing) -> None:
    need_open_record(hearing)
    item = need_item(hearing, event.item)
    refuse_if(item.cap is None, f"{item.label} has no limit in all; there is nothing to extend.")
    refuse_if(event.by < timedelta(seconds=1), "An extension is at least one second.")
    refuse_if(not event.ordered_by.strip(), "An extension goes on the record with who ordered it. Say so.")
    refuse_if(item.closed, f"Testimony on {item.label} is closed.")


def _in_hand(hearing: Hearing) -> Item:
    if hearing.item is None:
        raise OutOfOrder("No item is in hand. Take one up first.")
    return hearing.item


def _need_free_hands(hearing: Hearing) -> None:
    need_silence(hearing)
    item = hearing.item
    if item is None:
        return
    waiting = len(item.queue) + len(item.absent) + len(item.for_leave) + (hearing.turn is not None)
    open_queue = item.notice.kind.takes_testimony and not item.closed and waiting
    refuse_if(
        open_queue,
        f"{waiting} {'person is' if waiting == 1 else 'people are'} still listed on {item.label}. "
        "Suspend it, or close its testimony, first.",
    )
