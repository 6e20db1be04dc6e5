"""Who takes the oath before speaking, where the body's rule asks for it, and who has not yet (H-04)."""

from hearingdesk.domain.hearing import Hearing, Item, Registration
from hearingdesk.domain.values import ItemKind


def asks_oath(hearing: Hearing, item: Item) -> bool:
    """On public hearings of a body whose rule requires it; general comment is given without."""
    return hearing.profile.oath_required and item.notice.kind is ItemKind.HEARING


def intending(hearing: Hearing, item: Item) -> tuple[Registration, ...]:
    """Everybody who is to speak on the item: on the floor, waiting, late, called and not there."""
    floor = (hearing.turn.slip,) if hearing.turn is not None and hearing.turn.item == item.id else ()
    order = dict.fromkeys((*floor, *item.queue, *item.for_leave, *item.absent))
    return tuple(hearing.registrations[slip] for slip in order)


def unsworn(hearing: Hearing, item: Item) -> tuple[int, ...]:
    """The slips of those of them who stand neither under oath nor exempt."""
    return tuple(one.slip for one in intending(hearing, item) if one.oath is None)


def speaks_unsworn(hearing: Hearing) -> bool:
    """Whether whoever has the floor should have taken the oath and has not."""
    item, speaker = hearing.item, hearing.speaker
    return item is not None and speaker is not None and asks_oath(hearing, item) and speaker.oath is None
