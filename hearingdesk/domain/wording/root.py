"""The words of an entry, kind by kind, and the names they are made of."""

from functools import singledispatch

from hearingdesk.domain.events import Entry, Event, SignUpsImported, SpeakerRegistered
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.names import full_name
from hearingdesk.domain.namesakes import slip_of_namesake


def words(entry: Entry, hearing: Hearing) -> str:
    """The entry in one line, without its time. ``hearing`` is any state that knows the entry, the latest as a rule."""
    return line(entry.event, entry, hearing)


@singledispatch
def line(event: Event, _entry: Entry, _hearing: Hearing) -> str:
    raise NotImplementedError(f"There are no words for {type(event).__name__}.")


def who(hearing: Hearing, slip: int) -> str:
    """The name; of two people of one name with the slip's number (G-04)."""
    registration = hearing.registrations.get(slip)
    if registration is None:
        return _struck_name(hearing, slip)
    number = slip_of_namesake(hearing, registration)
    return f"{registration.name} ({number})" if number else registration.name


def _struck_name(hearing: Hearing, slip: int) -> str:
    """Whose slip it was, as first registered: a strike takes the registration, never the name on the record."""
    for entry in hearing.entries:
        match entry.event:
            case SpeakerRegistered(slip=number, sign_up=sign_up) if number == slip:
                return full_name(sign_up, slip)
            case SignUpsImported(first_slip=first, sign_ups=sign_ups) if 0 <= slip - first < len(sign_ups):
                return full_name(sign_ups[slip - first], slip)
    return f"Speaker {slip}"


def whose(hearing: Hearing, turn: int) -> str:
    appearance = hearing.appearances.get(turn)
    return who(hearing, appearance.slip) if appearance else "The speaker"


def item(hearing: Hearing, item: str) -> str:
    found = hearing.items.get(item)
    return found.label if found else f"Item {item}"


def member(hearing: Hearing, member: str) -> str:
    return hearing.member(member).name


def because(reason: str) -> str:
    return f": {reason}" if reason else ""
