"""What the chair reads aloud and the minutes say when a hearing is continued, reopened, or its record left open."""

from datetime import datetime

from hearingdesk.domain.counts import how_many
from hearingdesk.domain.hearing import Hearing, Item
from hearingdesk.domain.local import full_date, local, long_date, minutes_time
from hearingdesk.domain.values import ItemKind, Standing


def noun(item: Item) -> str:
    """What the minutes call the item when they say that it was opened, paused, continued."""
    match item.notice.kind:
        case ItemKind.HEARING:
            return "The public hearing"
        case ItemKind.COMMENT:
            return "Public comment"
        case _:
            return item.label


def on(hearing: Hearing, when: datetime) -> str:
    """``March 5, 2026, at 6:00 p.m.``, for what lies beyond this meeting."""
    at = local(hearing, when)
    return f"{full_date(at)}, at {minutes_time(at)}"


def continued_sentence(hearing: Hearing, what: str, to: datetime, place: str) -> str:
    """For the minutes: ``Public comment was continued to March 5, 2026, at 6:00 p.m., at City Hall``."""
    return _stopped(f"{what} was continued to {on(hearing, to)}, at {place}")


def record_open_sentence(hearing: Hearing, until: datetime) -> str:
    return f"The record was left open for written comments until {_stopped(on(hearing, until))}"


def reopened_sentence(noun: str, at: str, reason: str) -> str:
    """``noun`` as in ``Public comment``; ``at`` a local time such as ``6:55 p.m.``."""
    why = f" ({reason.strip().rstrip('.')})" if reason.strip() else ""
    return _stopped(f"{noun} was reopened at {at}{why}")


def continuing_aloud(hearing: Hearing, item: Item | None, to: datetime, place: str) -> str:
    """Of an item, or of the whole meeting; whoever waits hears what becomes of their place."""
    at = local(hearing, to)
    what = "This meeting" if item is None else item.label
    return _with_places(
        f"{what} is continued to {long_date(at)}, at {_stopped(f'{minutes_time(at)}, at {place}')}",
        left_waiting(hearing, item),
    )


def record_open_aloud(hearing: Hearing, item: Item, until: datetime) -> str:
    at = local(hearing, until)
    return (
        f"The record of {item.label} stays open for written comments until {long_date(at)}, at "
        f"{_stopped(minutes_time(at))}"
    )


def reopening_aloud(hearing: Hearing, item: Item) -> str:
    slips = [hearing.registrations[slip] for slip in dict.fromkeys(item.not_reached)]
    left = sum(one.standing is Standing.NOT_REACHED and one.sign_up.item == item.id for one in slips)
    again = how_many(left, "person", "people")
    wait = f" The {again} not reached before will be called." if left else ""
    return f"Testimony on {item.label} is reopened.{wait}"


def left_waiting(hearing: Hearing, item: Item | None) -> int:
    """How many wait on the item, or on all items, and would be called at the continued session."""
    items = [item] if item is not None else [hearing.items[each] for each in hearing.agenda]
    return sum(len(one.queue) + len(one.for_leave) for one in items)


def _with_places(sentence: str, waiting: int) -> str:
    if not waiting:
        return sentence
    who = (
        "The one person who is waiting keeps the place"
        if waiting == 1
        else f"The {waiting} people waiting keep their places"
    )
    return f"{sentence} {who} in line."


def _stopped(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
