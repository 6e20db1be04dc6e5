"""The words of the entries of hearingdesk.domain.events.heard."""

from hearingdesk.domain.events import (
    ConcernAdded,
    ConcernDefined,
    ConcernKeyed,
    ConcernRaised,
    ConcernRenamed,
    ConcernsMerged,
    ConcernWithdrawn,
    Entry,
    PositionStated,
    SummaryWritten,
)
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.wording.root import because, line, who


@line.register
def _(event: PositionStated, _entry: Entry, hearing: Hearing) -> str:
    return f"{who(hearing, event.slip)} states: {event.position.word}"


@line.register
def _(event: ConcernAdded, _entry: Entry, _hearing: Hearing) -> str:
    return f"New concern: {event.concern.label}"


@line.register
def _(event: ConcernRenamed, _entry: Entry, _hearing: Hearing) -> str:
    return f"Concern {event.code} renamed: {event.label}"


@line.register
def _(event: ConcernDefined, _entry: Entry, hearing: Hearing) -> str:
    return f"{hearing.concern(event.code).label} defined: {event.definition}"


@line.register
def _(event: ConcernsMerged, _entry: Entry, hearing: Hearing) -> str:
    return f"{hearing.concern(event.code).label} merged into {hearing.concern(event.into).label}"


@line.register
def _(event: ConcernKeyed, _entry: Entry, hearing: Hearing) -> str:
    return f"{hearing.concern(event.code).label} on {f'key {event.key}' if event.key else 'no key'}"


@line.register
def _(event: ConcernRaised, _entry: Entry, hearing: Hearing) -> str:
    return f"{hearing.concern(event.code).label} raised"


@line.register
def _(event: ConcernWithdrawn, _entry: Entry, hearing: Hearing) -> str:
    return f"{hearing.concern(event.code).label} taken off {who(hearing, event.slip)}"


@line.register
def _(event: SummaryWritten, _entry: Entry, hearing: Hearing) -> str:
    return f"Summary written for {who(hearing, event.slip)}{because(event.reason)}"
