"""Rules of what was heard: positions, concerns, summaries (C-01 to C-06, X-06)."""

from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import (
    ConcernAdded,
    ConcernDefined,
    ConcernKeyed,
    ConcernRaised,
    ConcernRenamed,
    ConcernsMerged,
    ConcernWithdrawn,
    PositionStated,
    SummaryWritten,
)
from hearingdesk.domain.hearing import Hearing, Phase
from hearingdesk.domain.names import as_given
from hearingdesk.domain.rules.root import check, in_order, need_registration, need_session, refuse_if
from hearingdesk.domain.values import NO_LISTED_CONCERN, Coding, Concern, ConcernKind, Position, Standing
from hearingdesk.domain.values.concerns import SHOWN_KEYS, free_key


def state_position(hearing: Hearing, position: Position, slip: int = 0) -> PositionStated:
    """As stated, beside what the slip says. ``slip`` 0: who has the floor, else who was heard last."""
    event = in_order(hearing, PositionStated(slip or _whose(hearing), position))
    registration = hearing.registrations[event.slip]
    refuse_if(registration.stated is position, f"{registration.name} is recorded as “{position.word}” already.")
    return event


@check.register
def _(event: PositionStated, hearing: Hearing) -> None:
    registration = need_registration(hearing, event.slip)
    called = registration.standing is Standing.CALLED
    refuse_if(not registration.heard and not called, f"{registration.name} has not been heard yet.")


def add_concern(
    hearing: Hearing,
    label: str,
    code: str = "",
    kind: ConcernKind = ConcernKind.CONCERN,
    definition: str = "",
) -> ConcernAdded:
    """A concern that was not on the list; it takes the next free number key and may be defined later (C-05)."""
    key = free_key(hearing.concerns)
    concern = Concern(code or _free_code(hearing, label), as_given(label), kind, definition, key)
    return in_order(hearing, ConcernAdded(concern))


@check.register
def _(event: ConcernAdded, hearing: Hearing) -> None:
    label = event.concern.label
    refuse_if(not label, "A concern needs a few words.")
    same = [c for c in hearing.concerns if c.label.casefold() == label.casefold() or c.code == event.concern.code]
    same += [c for c in hearing.retired if c.code == event.concern.code]
    refuse_if(same, f"“{same[0].label if same else ''}” is on the list already.")


def rename_concern(hearing: Hearing, code: str, label: str) -> ConcernRenamed:
    """The same concern in other words; its marks and its code stay."""
    event = in_order(hearing, ConcernRenamed(code, as_given(label)))
    refuse_if(hearing.concern(code).label == event.label, "The concern is called so already.")
    return event


@check.register
def _(event: ConcernRenamed, hearing: Hearing) -> None:
    _need_concern(hearing, event.code)
    refuse_if(not event.label, "A concern needs a few words.")
    same = any(c.label.casefold() == event.label.casefold() and c.code != event.code for c in hearing.concerns)
    refuse_if(same, f"“{event.label}” is on the list already. To make one of the two, merge them.")


def define_concern(hearing: Hearing, code: str, definition: str) -> ConcernDefined:
    """What belongs under it, also for one that was added in mid-speech."""
    event = in_order(hearing, ConcernDefined(code, definition.strip()))
    refuse_if(hearing.concern(code).definition == event.definition, "The concern is defined so already.")
    return event


@check.register
def _(event: ConcernDefined, hearing: Hearing) -> None:
    _need_concern(hearing, event.code)
    refuse_if(not event.definition, "A definition needs a few words.")


def merge_concerns(hearing: Hearing, code: str, into: str) -> ConcernsMerged:
    """Two that are one: who raised either is counted once, under ``into``."""
    return in_order(hearing, ConcernsMerged(code, into))


@check.register
def _(event: ConcernsMerged, hearing: Hearing) -> None:
    _need_concern(hearing, event.code)
    _need_concern(hearing, event.into)
    refuse_if(event.code == event.into, "A concern is not merged with itself.")
    none = NO_LISTED_CONCERN in (event.code, event.into)
    refuse_if(none, "That nothing on the list was raised is no concern, and is not merged with one.")


def key_concern(hearing: Hearing, code: str, key: int) -> ConcernKeyed:
    """On another number key; what lies there takes its place. ``key`` 0 takes the key away."""
    event = in_order(hearing, ConcernKeyed(code, key))
    at = f"on key {key}" if key else "on no key"
    refuse_if(hearing.concern(code).key == key, f"“{hearing.concern(code).label}” lies {at} already.")
    return event


@check.register
def _(event: ConcernKeyed, hearing: Hearing) -> None:
    _need_concern(hearing, event.code)
    refuse_if(not 0 <= event.key <= SHOWN_KEYS, "The number keys go from 1 to 9.")


def _need_concern(hearing: Hearing, code: str) -> None:
    refuse_if(code not in {c.code for c in hearing.concerns}, f"“{code}” is not on the list of concerns.")


def raise_concern(hearing: Hearing, code: str, slip: int = 0) -> ConcernRaised:
    """One mark on one speaker; marking again counts as another mention, never as another person.

    A mark made once somebody else has spoken, or after the meeting, is one of review, and leaves the live coding as
    it was (C-04, C-07).
    """
    whose = slip or _whose(hearing)
    return in_order(hearing, ConcernRaised(whose, code, _coding(hearing, whose)))


@check.register
def _(event: ConcernRaised, hearing: Hearing) -> None:
    registration = need_registration(hearing, event.slip)
    nothing = event.code == NO_LISTED_CONCERN
    if not nothing:
        _need_concern(hearing, event.code)
    refuse_if(not registration.heard, f"{registration.name} has not begun to speak.")
    raised = [hearing.concern(code).label for code in dict.fromkeys(registration.marks)]
    refuse_if(nothing and raised, f"{registration.name} is marked “{'”, “'.join(raised)}” already.")
    _need_unsettled(hearing, event.slip)


def withdraw_concern(hearing: Hearing, code: str, slip: int = 0) -> ConcernWithdrawn:
    whose = slip or _whose(hearing)
    return in_order(hearing, ConcernWithdrawn(whose, code, _coding(hearing, whose)))


@check.register
def _(event: ConcernWithdrawn, hearing: Hearing) -> None:
    registration = need_registration(hearing, event.slip)
    label = hearing.concern(event.code).label
    refuse_if(event.code not in registration.marks, f"“{label}” is not marked for {registration.name}.")
    _need_unsettled(hearing, event.slip)


def _coding(hearing: Hearing, slip: int) -> Coding:
    """Live of who speaks, or was heard last until the next begins; of anybody before, and after the meeting, review."""
    live = hearing.phase is not Phase.ADJOURNED and hearing.noted is not None and hearing.noted.slip == slip
    return Coding.LIVE if live else Coding.REVIEW


def _need_unsettled(hearing: Hearing, slip: int) -> None:
    registration = hearing.registrations[slip]
    settled = Coding.AGREED in registration.codings
    refuse_if(settled, f"The two coders have settled on the marks of {registration.name}. Settle them anew in review.")


def write_summary(hearing: Hearing, text: str, slip: int = 0, reason: str = "") -> SummaryWritten:
    """The clerk's words for the minutes; they replace the ones before, and the journal keeps both.

    ``reason`` says where they come from when they were not typed here, such as from Word.

    Blanks around them are no part of them: an editor that leaves those away must not seem to hold another text.
    """
    event = in_order(hearing, SummaryWritten(slip or _whose(hearing), text.strip(), reason.strip()))
    refuse_if(hearing.registrations[event.slip].summary == event.text, "The summary reads so already.")
    return event


@check.register
def _(event: SummaryWritten, hearing: Hearing) -> None:
    need_registration(hearing, event.slip)


def _whose(hearing: Hearing) -> int:
    if hearing.noted is None:
        need_session(hearing)
        raise OutOfOrder("Nobody has been heard yet. Call a speaker first.")
    return hearing.noted.slip


def _free_code(hearing: Hearing, label: str) -> str:
    stem = "".join(c for c in label.upper() if c.isalnum())[:8] or "NEW"
    taken = {concern.code for concern in (*hearing.concerns, *hearing.retired)}
    return next(code for n in range(1, len(taken) + 2) if (code := stem if n == 1 else f"{stem}{n}") not in taken)
