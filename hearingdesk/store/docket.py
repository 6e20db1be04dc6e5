"""The docket: what hearings there are and how each stands, read without telling any of them again."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from hearingdesk.domain.docket import DocketLine
from hearingdesk.domain.events import (
    EntryStruck,
    Event,
    HearingPrepared,
    MeetingAdjourned,
    MeetingCalledToOrder,
    MeetingRecessed,
    MeetingReconvened,
    StrikeLifted,
)
from hearingdesk.domain.hearing import Phase
from hearingdesk.store import schema
from hearingdesk.store.codec import event_of
from hearingdesk.store.errors import JournalUnavailable

_PHASES = {
    MeetingCalledToOrder.__name__: Phase.IN_SESSION,
    MeetingRecessed.__name__: Phase.RECESSED,
    MeetingReconvened.__name__: Phase.IN_SESSION,
    MeetingAdjourned.__name__: Phase.ADJOURNED,
}
_STRIKES = (EntryStruck.__name__, StrikeLifted.__name__)
_JOURNAL = schema.journal


def docket_in(connection: Connection) -> list[DocketLine]:
    """Every hearing with a first entry, the latest scheduled first; one that cannot be read is there and says so."""
    phases = _phases(connection)
    lines = [_line(row, phases.get(row.hearing, Phase.PREPARED)) for row in connection.execute(_outlines())]
    return sorted(lines, key=lambda line: (line.scheduled, line.id), reverse=True)


def _outlines() -> Any:  # noqa: ANN401  # a select
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


def _line(row: Row[Any], phase: Phase) -> DocketLine:
    latest = datetime.fromisoformat(row.latest)
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
    )


def _unreadable(row: Row[Any], phase: Phase, latest: datetime, why: str) -> DocketLine:
    return DocketLine(row.hearing, "", why, "", latest, "UTC", phase, row.entries, latest)


def _phases(connection: Connection) -> dict[str, Phase]:
    """Where each hearing is: what its last entry of those kinds that still counts says."""
    kinds = (
        select(_JOURNAL).where(_JOURNAL.c.kind.in_([*_PHASES, *_STRIKES])).order_by(_JOURNAL.c.hearing, _JOURNAL.c.seq)
    )
    by_hearing: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(kinds):
        by_hearing[row.hearing].append(row)
    return {hearing: _phase(rows) for hearing, rows in by_hearing.items()}


def _phase(rows: list[Row[Any]]) -> Phase:
    struck: set[int] = set()
    for row in rows:
        match _strike(row):
            case EntryStruck(seq=seq):
                struck.add(seq)
            case StrikeLifted(seq=seq):
                struck.discard(seq)
    standing = (row.kind for row in reversed(rows) if row.kind in _PHASES and row.seq not in struck)
    return _PHASES.get(next(standing, ""), Phase.PREPARED)


def _strike(row: Row[Any]) -> Event | None:
    """The event of a strike; None for what is none or cannot be read."""
    if row.kind not in _STRIKES:
        return None
    try:
        return event_of(row.hearing, row.seq, row.kind, row.version, row.body)
    except JournalUnavailable:
        return None
