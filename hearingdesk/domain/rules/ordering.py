"""Rules of the order in which people are called (Q-01): put on the record, and struck, like anything else."""

from dataclasses import replace

from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import QueueReordered
from hearingdesk.domain.hearing import Hearing, Item
from hearingdesk.domain.ordering import ordered
from hearingdesk.domain.profile import OrderPolicy
from hearingdesk.domain.rules.root import check, in_order, need_item, need_open_record, refuse_if


def reorder_queue(
    hearing: Hearing,
    policy: OrderPolicy,
    item: str = "",
    order: tuple[int, ...] = (),
    seed: str = "",
    inside: OrderPolicy = OrderPolicy.SIGN_UP,
    reason: str = "",
) -> QueueReordered:
    """All who wait, put in the order of the policy; ``item`` empty is the one in hand.

    ``order`` is what was looked at beforehand, and has to be just that; by hand it says the order. A lottery needs a
    ``seed``, an order by hand a ``reason``. ``inside`` is the order in each batch.
    """
    if not (item or hearing.in_hand):
        raise OutOfOrder("No item is in hand. Say whose queue is to be put in order.")
    target = need_item(hearing, item or hearing.in_hand)
    event = in_order(hearing, QueueReordered(target.id, policy, order, seed, inside, reason))
    found = order if policy is OrderPolicy.MANUAL else ordered(hearing, target, policy, seed, inside)
    _need_all(target, event)
    refuse_if(order and order != found, "This is not the order that the policy gives. Nothing was changed.")
    refuse_if(found == target.queue and not _drawn(event), "The queue stands in this order already.")
    return replace(event, order=found)


def _need_all(item: Item, event: QueueReordered) -> None:
    """An order made or looked at before somebody came or left is no longer the order of those who wait."""
    refuse_if(not item.queue, f"Nobody is waiting on {item.label}.")
    told = bool(event.order) or event.policy is OrderPolicy.MANUAL
    refuse_if(
        told and sorted(event.order) != sorted(item.queue),
        "The order does not name everybody who waits now, once. Nothing was changed; look at it again.",
    )


def _drawn(event: QueueReordered) -> bool:
    return OrderPolicy.LOTTERY in (event.policy, event.inside)


@check.register
def _(event: QueueReordered, hearing: Hearing) -> None:
    need_open_record(hearing)
    need_item(hearing, event.item)
    refuse_if(
        _drawn(event) and not event.seed, "A lottery needs a seed, so that the draw can be shown again. Give one."
    )
    by_hand = event.policy is OrderPolicy.MANUAL
    refuse_if(by_hand and not event.reason, "An order made by hand goes on the record with a reason. Give one.")
    nested = event.inside in (OrderPolicy.BATCHES, OrderPolicy.MANUAL)
    refuse_if(nested, "Inside a batch people are called in sign-up order, alternating, or by lot.")
