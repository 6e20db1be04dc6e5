"""What the clerk noted for the office beside an act: it stays in the building, in tables and in the journal alike."""

from dataclasses import replace
from typing import Any

from hearingdesk.domain import events
from hearingdesk.domain.events import Event

_NOTES: dict[type[Event], str] = {
    events.ClockStopped: "note",
    events.TimeGranted: "reason",
    events.ClockChanged: "reason",
    events.TurnReopened: "reason",
    events.TurnMoved: "leave",
    events.AppearanceEntered: "leave",
    events.SpeakerCalled: "leave",
    events.LateSpeakerAdmitted: "leave",
    events.ConductNoted: "words",
    events.QueueReordered: "reason",
    events.SpeakerMoved: "reason",
    events.SpeakerWithdrawn: "reason",
    events.RegistrationCorrected: "reason",
    events.SummaryWritten: "reason",
    events.EntryStruck: "reason",
    events.LegalHoldPlaced: "reason",
    events.LegalHoldLifted: "reason",
}
"""The field that holds the note, by kind of event."""


def without_notes(event: Event) -> Event:
    """The event as it may be told outside; the same object if nothing had to go."""
    name = _NOTES.get(type(event), "")
    blank: dict[str, Any] = {name: ""}
    return replace(event, **blank) if name and getattr(event, name) else event
