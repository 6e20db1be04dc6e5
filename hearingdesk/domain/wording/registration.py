"""The words of the entries of hearingdesk.domain.events.registration."""

from hearingdesk.domain.counts import how_many
from hearingdesk.domain.events import (
    Entry,
    LateSpeakerAdmitted,
    LetterSeparated,
    LettersGrouped,
    NamesakesToldApart,
    NoShowsRecalled,
    QueueReordered,
    RegistrationCorrected,
    SignUpsImported,
    SpeakerMoved,
    SpeakerRegistered,
    SpeakerWithdrawn,
    TimeCeded,
    TimeReclaimed,
)
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.ordering import ORDER_WORDS
from hearingdesk.domain.profile import LateSlips, OrderPolicy
from hearingdesk.domain.values import Allotment
from hearingdesk.domain.wording.root import because, item, line, who


@line.register
def _(event: SpeakerRegistered, _entry: Entry, hearing: Hearing) -> str:
    return f"Slip {event.slip}: {who(hearing, event.slip)}" + (_late(hearing) if event.late else "")


def _late(hearing: Hearing) -> str:
    match hearing.profile.late_slips:
        case LateSlips.REFUSE:
            return " (late, listed as not heard)"
        case LateSlips.CHAIRS_LEAVE:
            return " (late, needs the chair's leave)"
        case _:
            return " (late)"


@line.register
def _(event: SignUpsImported, _entry: Entry, _hearing: Hearing) -> str:
    return f"{how_many(len(event.sign_ups), 'slip')} imported from {event.source}"


@line.register
def _(event: RegistrationCorrected, _entry: Entry, hearing: Hearing) -> str:
    return f"Slip {event.slip} corrected, {who(hearing, event.slip)}{because(event.reason)}"


@line.register
def _(event: SpeakerWithdrawn, _entry: Entry, hearing: Hearing) -> str:
    return f"{who(hearing, event.slip)} withdrew{because(event.reason)}"


@line.register
def _(event: TimeCeded, _entry: Entry, hearing: Hearing) -> str:
    return f"{who(hearing, event.slip)} gives the turn to {who(hearing, event.to)}{_working(event.allotment)}"


@line.register
def _(event: TimeReclaimed, _entry: Entry, hearing: Hearing) -> str:
    return f"{who(hearing, event.slip)} takes the turn back{_working(event.allotment)}"


def _working(allotment: Allotment | None) -> str:
    return f" ({allotment.working})" if allotment else ""


@line.register
def _(event: SpeakerMoved, _entry: Entry, hearing: Hearing) -> str:
    came_from = "" if event.came_from is None else f" from {_place(event.came_from)}"
    return f"{who(hearing, event.slip)} moved{came_from} to {_place(event.place)}{because(event.reason)}"


def _place(place: int) -> str:
    return "next" if place == 0 else f"place {place + 1}"


@line.register
def _(event: QueueReordered, _entry: Entry, hearing: Hearing) -> str:
    return f"Queue of {item(hearing, event.item)} put in order {how_ordered(event)}{because(event.reason)}"


@line.register
def _(event: NoShowsRecalled, _entry: Entry, hearing: Hearing) -> str:
    people = how_many(len(event.slips), "person", "people")
    return f"{people} called and not present on {item(hearing, event.item)} to be called once more"


@line.register
def _(event: LateSpeakerAdmitted, _entry: Entry, hearing: Hearing) -> str:
    return f"{who(hearing, event.slip)} let in by the chair after coming late{because(event.leave)}"


@line.register
def _(event: NamesakesToldApart, _entry: Entry, hearing: Hearing) -> str:
    numbers = {slip: f" (slip {slip})" for slip in event.slips}
    named = (who(hearing, slip).removesuffix(number) + number for slip, number in numbers.items())
    return f"Different people: {', '.join(named)}"


def how_ordered(event: QueueReordered) -> str:
    """``drawn by lot (seed “5 Feb”)``, ``in batches, each alternating for and against``."""
    batches = event.policy is OrderPolicy.BATCHES and event.inside is not OrderPolicy.SIGN_UP
    inside = f", each {ORDER_WORDS[event.inside]}" if batches else ""
    drawn = OrderPolicy.LOTTERY in (event.policy, event.inside)
    return f"{ORDER_WORDS[event.policy]}{inside}" + (f" (seed “{event.seed}”)" if drawn else "")


@line.register
def _(event: LettersGrouped, _entry: Entry, _hearing: Hearing) -> str:
    return f"One letter: slips {', '.join(map(str, event.slips))}"


@line.register
def _(event: LetterSeparated, _entry: Entry, hearing: Hearing) -> str:
    return f"Slip {event.slip}, {who(hearing, event.slip)}, a letter of its own"
