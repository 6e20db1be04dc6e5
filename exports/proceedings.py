"""The sheets with one row an entry: what happened, and in the internal copy the whole log with what was struck."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from exports.clerks_notes import without_notes
from exports.fields import Field, shown, yes
from exports.sheets import Kind
from exports.slip_sheets import local_time
from hearingdesk.domain import events
from hearingdesk.domain.events import (
    Entry,
    Event,
    RollCalled,
    VoteTaken,
)
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.wording import words

PUBLISHED_KINDS: frozenset[type[Event]] = frozenset(
    {
        events.MeetingCalledToOrder,
        events.PresidingPassed,
        events.OathTaken,
        events.ItemWithdrawn,
        events.ItemRuled,
        events.HearingStepTaken,
        events.RollCalled,
        events.MemberArrived,
        events.MemberDeparted,
        events.MeetingRecessed,
        events.MeetingReconvened,
        events.RecordingStarted,
        events.MeetingAdjourned,
        events.AgendaNoticed,
        events.ItemTakenUp,
        events.ItemSuspended,
        events.ItemResumed,
        events.TestimonyClosed,
        events.TestimonyReopened,
        events.HearingContinued,
        events.RecordLeftOpen,
        events.ItemDisposedOf,
        events.LimitChanged,
        events.CapExtended,
        events.TimeCeded,
        events.TimeReclaimed,
        events.QueueReordered,
        events.NoShowsRecalled,
        events.LateSpeakerAdmitted,
        events.SpeakerCalled,
        events.TurnStarted,
        events.ClockStopped,
        events.ClockResumed,
        events.TimeGranted,
        events.ClockChanged,
        events.TurnMoved,
        events.TurnEnded,
        events.TurnReopened,
        events.AppearanceEntered,
        events.HandoutReceived,
        events.ConductNoted,
        events.SpeakerNotPresent,
        events.MotionMade,
        events.MotionSeconded,
        events.MotionAmended,
        events.VoteTaken,
        events.MotionDropped,
        events.MinutesPresented,
        events.CorrectionListed,
        events.MinutesApproved,
        events.MinutesReopened,
        events.NoteAppended,
    }
)
"""What is told of the proceedings; slips, coding and corrections stay in the log."""


def entry_fields(hearing: Hearing) -> list[Field[Entry]]:
    """Sheet Proceedings; `hearing` names people as the copy may."""
    return [
        shown("Entry no.", lambda row: row.seq, "Number of the entry in the journal.", Kind.COUNT, 8),
        shown(
            f"Time ({hearing.meeting.timezone})",
            lambda row: local_time(hearing, row.at),
            "When it was put on the record.",
            Kind.TIME,
            22,
        ),
        shown("Event", lambda row: _kind(row.event), "What kind of entry it is.", width=26),
        shown("Detail", lambda row: _detail(row, hearing), "What the entry says.", Kind.PROSE, 80),
    ]


def log_fields(hearing: Hearing) -> list[Field[Entry]]:
    """Sheet Log: the audit log, in the internal copy alone."""
    return [
        *entry_fields(hearing),
        Field("Time (UTC)", _utc, "The same instant in universal time.", Kind.TIME, 22),
        Field("Recorded by", lambda row: row.by, "Initials at the desk.", width=10),
        Field("Struck", lambda row: yes(row.seq in hearing.struck), "Yes: the entry no longer counts.", width=8),
        Field("Entry id", lambda row: row.id, "Its name in the journal.", width=38),
    ]


def entry_rows(hearing: Hearing, *, published: bool) -> Iterator[Entry]:
    """The entries that count, of the kinds that are proceedings; in the published copy without the clerk's own notes.

    Slips, coding and corrections stay in the log.
    """
    for entry in hearing.entries:
        if entry.seq not in hearing.struck and type(entry.event) in PUBLISHED_KINDS:
            yield replace(entry, event=without_notes(entry.event)) if published else entry


def _utc(entry: Entry) -> datetime:
    return entry.at.utc.replace(microsecond=0, tzinfo=None)


def _detail(entry: Entry, hearing: Hearing) -> str:
    """The entry in words; the roll and a vote by name as well."""
    match entry.event:
        case VoteTaken(votes=votes):
            by_name = [(vote.choice.value, vote.member) for vote in votes]
        case RollCalled(roll=roll):
            by_name = [(line.attendance.value, line.member) for line in roll]
        case _:
            by_name = []
    said: dict[str, list[str]] = {}
    for word, member in by_name:
        said.setdefault(word, []).append(hearing.member(member).name)
    return ". ".join([words(entry, hearing), *(f"{word.capitalize()}: {', '.join(who)}" for word, who in said.items())])


def _kind(event: Event) -> str:
    """`Meeting called to order`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(event).__name__).capitalize()
