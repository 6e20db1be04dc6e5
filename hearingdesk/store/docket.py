"""The docket: what hearings there are and how each stands, read without telling any of them again."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, Select, func, select

from hearingdesk.domain.docket import DocketLine
from hearingdesk.domain.events import (
    EntryStruck,
    Event,
    HearingPrepared,
    LegalHoldLifted,
    LegalHoldPlaced,
    MeetingAdjourned,
    MeetingCalledToOrder,
    MeetingRecessed,
    MeetingReconvened,
    MinutesApproved,
    MinutesReopened,
    StrikeLifted,
)
from hearingdesk.domain.hearing import Phase
from hearingdesk.domain.retention import Keeping
from hearingdesk.store import schema
from hearingdesk.store.codec import event_of
from hearingdesk.store.errors import JournalUnavailable

_PHASES = {
    MeetingCalledToOrder.__name__: Phase.IN_SESSION,
    MeetingRecessed.__name__: Phase.RECESSED,
    MeetingReconvened.__name__: Phase.IN_SESSION,
    MeetingAdjourned.__name__: Phase.ADJOURNED,
}
_LIVES = (MinutesApproved.__name__, MinutesReopened.__name__)
_HOLDS = (LegalHoldPlaced.__name__, LegalHoldLifted.__name__)
_STRIKES = (EntryStruck.__name__, StrikeLifted.__name__)
_JOURNAL = schema.journal


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where a hearing is, and what its retention is counted from."""

    phase: Phase = Phase.PREPARED
    adjourned: datetime | None = None
    approved: date | None = None
    held: bool = False


def docket_in(connection: Connection) -> list[DocketLine]:
    """Every hearing with a first entry, the latest scheduled first; one that cannot be read is there and says so."""
    stands = _stands(connection)
    lines = [_line(row, stands.get(row.hearing, _Stand())) for row in connection.execute(_outlines())]
    return sorted(lines, key=lambda line: (line.scheduled, line.id), reverse=True)


def _outlines() -> Select[Any]:
    """Each hearing's first entry, with the number and the time of its last."""
    last = _JOURNAL.alias("last")
    newest = select(func.max(last.c.seq)).where(last.c.hearing == _JOURNAL.c.hearing).scalar_subquery()
    final = _JOURNAL.alias("final")
    return (
        select(_JOURNAL, final.c.seq.label("entries"), final.c.at.label("latest"))
        .join(schema.hearing, schema.hearing.c.id == _JOURNAL.c.hearing)
        .join(final, (final.c.hearing == _JOURNAL.c.hearing) & (final.c.seq == newest))
        .where(_JOURNAL.c.seq == 1)
    )


def _line(row: Row[Any], stand: _Stand) -> DocketLine:
    phase, latest = stand.phase, datetime.fromisoformat(row.latest)
    try:
        first = event_of(row.hearing, row.seq, row.kind, row.version, row.body)
    except JournalUnavailable as fault:
        return _unreadable(row, phase, latest, str(fault))
    if not isinstance(first, HearingPrepared):
        return _unreadable(row, phase, latest, "The first entry does not say which hearing this is.")
    meeting = first.meeting
    return DocketLine(
        id=row.hearing,
        body=first.body.name,
        title=meeting.title,
        place=meeting.place,
        scheduled=meeting.scheduled,
        timezone=meeting.timezone,
        phase=phase,
        entries=row.entries,
        last=latest,
        rehearsal=meeting.rehearsal,
        keeping=Keeping() if meeting.rehearsal else _keeping(first, stand),
    )


def _keeping(first: HearingPrepared, stand: _Stand) -> Keeping:
    met = stand.adjourned.astimezone(ZoneInfo(first.meeting.timezone)).date() if stand.adjourned else None
    return Keeping(first.profile.retention, met, stand.approved, stand.held)


def _unreadable(row: Row[Any], phase: Phase, latest: datetime, why: str) -> DocketLine:
    return DocketLine(row.hearing, "", why, "", latest, "UTC", phase, row.entries, latest)


def _stands(connection: Connection) -> dict[str, _Stand]:
    """How each hearing stands: what its last entries of those kinds that still count say."""
    told = [*_PHASES, *_LIVES, *_HOLDS, *_STRIKES]
    kinds = select(_JOURNAL).where(_JOURNAL.c.kind.in_(told)).order_by(_JOURNAL.c.hearing, _JOURNAL.c.seq)
    by_hearing: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(kinds):
        by_hearing[row.hearing].append(row)
    return {hearing: _stand(rows) for hearing, rows in by_hearing.items()}


def _stand(rows: list[Row[Any]]) -> _Stand:
    struck: set[int] = set()
    for row in rows:
        match _event(row) if row.kind in _STRIKES else None:
            case EntryStruck(seq=seq):
                struck.add(seq)
            case StrikeLifted(seq=seq):
                struck.discard(seq)
    stand = _Stand()
    for row in rows:
        if row.seq not in struck:
            stand = _after(stand, row)
    return stand


def _after(stand: _Stand, row: Row[Any]) -> _Stand:
    """How it stands once this entry is there as well."""
    if row.kind in _PHASES:
        phase = _PHASES[row.kind]
        return replace(stand, phase=phase, adjourned=_at(row) if phase is Phase.ADJOURNED else None)
    if row.kind in _HOLDS:
        return replace(stand, held=row.kind == LegalHoldPlaced.__name__)
    if row.kind in _LIVES:
        event = _event(row)
        return replace(stand, approved=event.on if isinstance(event, MinutesApproved) else None)
    return stand


def _at(row: Row[Any]) -> datetime:
    return datetime.fromisoformat(row.at)


def _event(row: Row[Any]) -> Event | None:
    """The event of an entry; None for one that cannot be read."""
    try:
        return event_of(row.hearing, row.seq, row.kind, row.version, row.body)
    except JournalUnavailable:
        return None
