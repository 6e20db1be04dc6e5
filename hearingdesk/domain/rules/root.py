"""How a rule is made: it builds one event and lets the event's own check refuse it.

The checks stand apart from the rules because a strike asks them again: would every later entry still be in order?
"""

from functools import singledispatch
from typing import TypeVar

from hearingdesk.domain.approval import MinutesState
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import (
    ConcernAdded,
    ConcernDefined,
    ConcernKeyed,
    ConcernRaised,
    ConcernRenamed,
    ConcernsMerged,
    ConcernWithdrawn,
    Event,
    LegalHoldLifted,
    LegalHoldPlaced,
    MinutesApproved,
    MinutesReopened,
    NoteAppended,
    RecordHandedOver,
    SpeakerCoded,
)
from hearingdesk.domain.hearing import Appearance, Hearing, Item, Motion, Phase, Registration

E = TypeVar("E")


@singledispatch
def check(event: Event, hearing: Hearing) -> None:
    """Raises OutOfOrder if this event may not go on the record of this hearing now."""


def in_order(hearing: Hearing, event: E) -> E:
    """The event, if its check allows it."""
    check(event, hearing)  # type: ignore[arg-type]  # every event is one of Event's kinds
    need_open_minutes(hearing, event)
    return event


_BESIDE_THE_MINUTES = (
    MinutesApproved,
    MinutesReopened,
    NoteAppended,
    RecordHandedOver,
    SpeakerCoded,
    ConcernRaised,
    ConcernWithdrawn,
    ConcernAdded,
    ConcernRenamed,
    ConcernDefined,
    ConcernKeyed,
    ConcernsMerged,
    LegalHoldPlaced,
    LegalHoldLifted,
)
"""What changes nothing that the minutes say: their own life, and the staff's coding, which they leave out (M-07)."""


def need_open_minutes(hearing: Hearing, event: object) -> None:
    """Approved minutes are not changed behind the back of those who approved them (M-08)."""
    approved = hearing.minutes.state is MinutesState.APPROVED
    refuse_if(
        approved and not isinstance(event, _BESIDE_THE_MINUTES),
        "The minutes are approved, and stay as they are. What they misstate is corrected by a motion of the body: "
        "reopen them first. What became known later is a note beside them.",
    )


def refuse_if(wrong: object, sentence: str) -> None:
    if wrong:
        raise OutOfOrder(sentence)


def need_session(hearing: Hearing) -> None:
    match hearing.phase:
        case Phase.PREPARED:
            raise OutOfOrder("The meeting has not been called to order yet. Call it to order first.")
        case Phase.RECESSED:
            raise OutOfOrder("The meeting is in recess. Reconvene first.")
        case Phase.ADJOURNED:
            raise OutOfOrder("The meeting is adjourned; nothing more can happen in it. Corrections are still possible.")


def need_open_record(hearing: Hearing) -> None:
    refuse_if(hearing.phase is Phase.ADJOURNED, "The meeting is adjourned; its list of speakers is closed.")


def need_item(hearing: Hearing, item: str) -> Item:
    found = hearing.items.get(item)
    if found is None:
        raise OutOfOrder(
            f"There is no item “{item}” on the agenda. Nothing was changed; choose an item of this agenda."
        )
    return found


def need_registration(hearing: Hearing, slip: int) -> Registration:
    found = hearing.registrations.get(slip)
    if found is None:
        raise OutOfOrder(f"There is no slip {slip}. Nothing was changed; choose a slip from the list.")
    return found


def need_turn(hearing: Hearing, turn: int = 0) -> Appearance:
    """The turn on the floor; ``turn`` says which one it has to be."""
    found = hearing.turn
    if found is None:
        need_session(hearing)
    if found is None or (turn and found.turn != turn):
        raise OutOfOrder("Nobody has the floor. Call a speaker first.")
    return found


def need_silence(hearing: Hearing) -> None:
    turn, speaker = hearing.turn, hearing.speaker
    if turn and speaker and turn.started is not None:
        raise OutOfOrder(f"{speaker.name} is speaking. End the turn first.")


def need_motion(hearing: Hearing, number: int = 0) -> Motion:
    found = hearing.motion
    if found is None or (number and found.number != number):
        raise OutOfOrder("No motion is before the body.")
    return found


def need_member(hearing: Hearing, member: str) -> None:
    known = any(m.id == member for m in hearing.body.members)
    refuse_if(not known, f"“{member}” is not a member of the {hearing.body.name}.")
