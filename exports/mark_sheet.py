"""The sheet with one row a mark: who was noted to have raised what, when, by which coding, and whether it counts."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

from exports.fields import Field, shown, yes
from exports.sheets import Kind, Value
from exports.slip_sheets import local_time, whole
from hearingdesk.domain.events import (
    ConcernRaised,
    ConcernsMerged,
    ConcernWithdrawn,
    Entry,
    SpeakerCoded,
)
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.moments import Moment, elapsed, in_time
from hearingdesk.domain.values import Coding


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark. `code` is the concern it counts as now, `given` the one that was marked; `offset` into the turn.

    It is `active` unless withdrawn or replaced, and `counted` if the tallies count it: one coding of each speaker is.
    """

    entry: Entry
    slip: int
    code: str
    given: str
    coding: Coding
    coder: str
    offset: timedelta | None = None
    active: bool = True
    counted: bool = True


def mark_rows(hearing: Hearing, *, published: bool) -> list[Mark]:
    """All marks in the order made; in the published copy without those that were struck from the record."""
    reader = _Reader(hearing)
    for entry in hearing.entries:
        if entry.seq in hearing.struck:
            reader.struck(entry)
        else:
            reader.read(entry)
    return [mark for mark in reader.marks if not (published and mark.entry.seq in hearing.struck)]


def mark_fields(hearing: Hearing) -> list[Field[Mark]]:
    """Sheet Concern marks; `hearing` names people as the copy may."""
    return [
        shown("Entry no.", lambda row: row.entry.seq, "Number of the entry in the journal.", Kind.COUNT, 8),
        shown("Slip no.", lambda row: row.slip, "Permanent number of the slip.", Kind.COUNT, 7),
        shown(
            "Name as published",
            lambda row: hearing.registrations[row.slip].published_name,
            "As the person asked to be named.",
            width=28,
        ),
        shown("Code", lambda row: row.code, "Code of the concern, as it counts now.", width=10),
        shown("Concern", lambda row: hearing.concern(row.code).label, "Its label.", width=32),
        shown("Marked as", lambda row: row.given, "The code that was marked, before concerns were merged.", width=10),
        shown(
            f"Marked at ({hearing.meeting.timezone})",
            lambda row: local_time(hearing, row.entry.at),
            "When the mark was made.",
            Kind.TIME,
            22,
        ),
        shown("Into the turn", _offset, "m:ss since the turn began; empty: not in a turn.", Kind.MINUTES, 9),
        shown("Coding", lambda row: row.coding.word, "Live, in review, by the second coder, or as agreed.", width=14),
        shown("Coded by", lambda _row: "staff", "In what role.", width=9),
        Field("Coder", lambda row: row.coder, "Initials.", width=9),
        shown("Active", lambda row: yes(row.active), "No: withdrawn or replaced since.", width=8),
        shown("Counted", lambda row: yes(row.counted), "Yes: the tallies count it.", width=9),
        Field("Struck", lambda row: yes(row.entry.seq in hearing.struck), "Yes: struck from the record.", width=8),
    ]


def _offset(row: Mark) -> Value:
    return None if row.offset is None else whole(row.offset)


@dataclass(slots=True)
class _Reader:
    """Follows the entries."""

    hearing: Hearing
    marks: list[Mark] = field(default_factory=list)

    def read(self, entry: Entry) -> None:
        match entry.event:
            case ConcernRaised():
                self.marks.append(self._raised(entry, entry.event))
            case ConcernWithdrawn(slip=slip, code=code):
                self._withdrawn(slip, code)
            case ConcernsMerged(code=code, into=into):
                self.marks = [replace(mark, code=into) if mark.code == code else mark for mark in self.marks]
            case SpeakerCoded():
                self._coded(entry, entry.event)
            case _:
                pass

    def struck(self, entry: Entry) -> None:
        """A mark that was struck is there, and counts for nothing."""
        if isinstance(entry.event, ConcernRaised):
            self.marks.append(replace(self._raised(entry, entry.event), active=False, counted=False))

    def _raised(self, entry: Entry, event: ConcernRaised) -> Mark:
        offset = self._into_turn(event.slip, entry.at)
        return Mark(entry, event.slip, event.code, event.code, event.coding, entry.by, offset)

    def _into_turn(self, slip: int, at: Moment) -> timedelta | None:
        turns = (self.hearing.appearances[number] for number in self.hearing.registrations[slip].turns)
        then = in_time(at)
        for turn in turns:
            if turn.started and in_time(turn.started) <= then and (turn.ended is None or then <= in_time(turn.ended)):
                return elapsed(turn.started, at)
        return None

    def _withdrawn(self, slip: int, code: str) -> None:
        """The last one that counts."""
        for at in reversed(range(len(self.marks))):
            mark = self.marks[at]
            if mark.counted and (mark.slip, mark.code) == (slip, code):
                self.marks[at] = replace(mark, active=False, counted=False)
                return

    def _coded(self, entry: Entry, event: SpeakerCoded) -> None:
        """What a coding said before is replaced; what is agreed counts, and what was marked does no longer."""
        agreed = event.coding is Coding.AGREED
        self.marks = [self._after(mark, event) if mark.slip == event.slip else mark for mark in self.marks]
        coder = event.coder or entry.by
        self.marks += [Mark(entry, event.slip, code, code, event.coding, coder, counted=agreed) for code in event.codes]

    def _after(self, mark: Mark, event: SpeakerCoded) -> Mark:
        counted = mark.counted and event.coding is not Coding.AGREED
        return replace(mark, active=mark.active and mark.coding is not event.coding, counted=counted)
