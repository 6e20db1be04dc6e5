"""The testimony workbook: who was heard, what was raised and what happened, as a published and as an internal copy."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from exports.agreement_sheet import agreement_fields
from exports.count_sheets import close_fields, concern_fields, concern_rows, measure_fields, measure_rows
from exports.crossed_sheets import crossing_fields, crossing_rows, place_fields, place_rows
from exports.fields import Field, Row, allowed, sheet
from exports.mark_sheet import mark_fields, mark_rows
from exports.plain_tables import HOW_CSV_IS_WRITTEN, HOW_JSON_IS_WRITTEN
from exports.proceedings import entry_fields, entry_rows, log_fields
from exports.published import Copy, as_published
from exports.report import ExportReport
from exports.sheets import Book, Column, Kind, Sheet
from exports.slip_sheets import SlipFields, slip_rows, turn_rows, written_rows
from exports.tally_chart import tally_charts
from exports.watch import Progress, unwatched
from exports.workbook import write_workbook
from hearingdesk import __version__
from hearingdesk.domain.agreement import coding_agreement, coding_words
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import local, long_date, minutes_time
from hearingdesk.domain.retention import keeping, kept_lines
from hearingdesk.domain.tally import NOT_A_VOTE_LONG
from hearingdesk.domain.values import Contact, Position


def write_testimony(
    hearing: Hearing,
    contacts: Mapping[int, Contact],
    head: str,
    target: Path,
    copy: Copy = Copy.PUBLISHED,
    progress: Progress = unwatched,
) -> ExportReport:
    """Write the workbook of one copy. `contacts` (by slip) are read for the internal one only. Raises ExportFailed."""
    return write_workbook(book_of(hearing, contacts, head, copy, progress), target, progress)


def book_of(
    hearing: Hearing,
    contacts: Mapping[int, Contact],
    head: str,
    copy: Copy = Copy.PUBLISHED,
    progress: Progress = unwatched,
) -> Book:
    """The workbook's sheets; the published copy never sees a contact, nor a name other than as published."""
    published = copy is Copy.PUBLISHED
    told = as_published(hearing, progress) if published else hearing
    sheets = list(_sheets(told, {} if published else contacts, published=published))
    last = hearing.entries[-1].at if hearing.entries else hearing.meeting.scheduled
    return Book(
        title=f"Testimony, {hearing.body.name}, {long_date(local(hearing, hearing.meeting.scheduled))}",
        subject=f"{hearing.meeting.title}, {copy.value} copy",
        author=hearing.body.name,
        lang="en-US",
        made=local(hearing, last),
        sheets=(_read_me(hearing, head, copy, sheets), *sheets),
        private=copy is Copy.INTERNAL,
    )


def _sheets(hearing: Hearing, contacts: Mapping[int, Contact], *, published: bool) -> Iterator[Sheet]:
    """All sheets but the Read me, of the hearing as the copy may tell it (X-02)."""

    def made(name: str, fields: Sequence[Field[Row]], rows: Iterable[Row]) -> Sheet:
        return sheet(name, name.lower().replace(" ", "_"), allowed(fields, published=published), rows)

    slips = SlipFields(hearing, contacts)
    yield made("Summary", measure_fields(), measure_rows(hearing))
    yield made("Testimony", slips.of_turns(), turn_rows(hearing))
    yield made("Registrations", slips.of_slips(), slip_rows(hearing))
    yield made("Concern marks", mark_fields(hearing), mark_rows(hearing, published=published))
    tally = made("Concerns tally", [*concern_fields(), *close_fields(hearing)], concern_rows(hearing))
    yield replace(tally, charts=tally_charts(hearing))
    yield made("Concern by position", crossing_fields(), crossing_rows(hearing))
    yield made("By district", place_fields(hearing, published=published), place_rows(hearing))
    yield made("Written", slips.of_written(), written_rows(hearing))
    yield made("Proceedings", entry_fields(hearing), entry_rows(hearing, published=published))
    agreed = coding_agreement(hearing)
    if agreed:
        yield made("Coding agreement", agreement_fields(hearing), agreed)
    if not published:
        yield made("Log", log_fields(hearing), hearing.entries)


class _Line(NamedTuple):
    subject: str
    text: str


_READ_ME = (
    Column("Subject", Kind.PROSE, 34, "What the line is about."),
    Column("What it says", Kind.PROSE, 100, "The line."),
)


def _read_me(hearing: Hearing, head: str, copy: Copy, sheets: list[Sheet]) -> Sheet:
    lines = [*_about(hearing, head, copy), *_meanings(hearing), *_columns(sheets)]
    return Sheet("Read me", "read_me", _READ_ME, lines)


def _about(hearing: Hearing, head: str, copy: Copy) -> Iterator[_Line]:
    """What this file is, of which meeting, from which record (X-05)."""
    meeting, body = hearing.meeting, hearing.body
    when = local(hearing, hearing.opened or meeting.scheduled)
    yield _Line("Meeting", f"{body.name}, {meeting.title}, {long_date(when)}, {minutes_time(when)}, {meeting.place}")
    if meeting.rehearsal:
        yield _Line("REHEARSAL", "No meeting took place; nothing in this file is a record of one.")
    files = [item.notice.file_number for item in hearing.items.values() if item.notice.file_number]
    yield _Line("File numbers", ", ".join(sorted(files)))
    yield _Line("Copy", _COPIES[copy].format(body=body.name))
    if hearing.entries:
        last = local(hearing, hearing.entries[-1].at)
        yield _Line("Record as of", f"{long_date(last)}, {minutes_time(last)}, entry {len(hearing.entries)}")
    yield _Line("Journal head", head)
    yield _Line("What the head proves", _HEAD)
    yield from (_Line("How long it is kept", line) for line in kept_lines(keeping(hearing)))
    yield _Line("Program", f"hearingdesk {__version__}")
    yield _Line("Times", f"Local time of the meeting, {meeting.timezone}.")
    yield _Line("The same tables as CSV", HOW_CSV_IS_WRITTEN)
    yield _Line("The same tables as JSON", HOW_JSON_IS_WRITTEN)


_COPIES = {
    Copy.PUBLISHED: "Published copy: contact details omitted. The full record is held by the clerk of the {body}.",
    Copy.INTERNAL: "Internal copy, with contact details, for the clerk of the {body}. Not for publication as it is.",
}
_HEAD = (
    "SHA-256 of the last entry of the journal, each entry's hash covering the one before: a changed, removed or added "
    "entry gives another head. Tamper-evident."
)


def _meanings(hearing: Hearing) -> Iterator[_Line]:
    """How to read the numbers (C-02, C-03, X-06 to X-08)."""
    yield _Line("Counts", "Counts of speakers are not a vote or a survey.")
    yield _Line("Concerns", NOT_A_VOTE_LONG)
    yield _Line("Who coded", f"Staff, by hand; nothing was coded by software. {coding_words(hearing)}")
    yield _Line("Heard, coded (N), raising (n)", _DENOMINATORS)
    yield _Line("Totals", "People heard, people who registered only and written comments are never added up.")
    yield _Line("Positions", _POSITIONS)
    for position in Position:
        yield _Line(f"Position code {position.value}", position.word)
    for concern in hearing.concerns:
        yield _Line(f"Concern code {concern.code}", f"{concern.label}. {concern.definition}".strip())


_DENOMINATORS = (
    "Heard: members of the public with at least one turn begun on the item; staff, officials and written comments are "
    "apart. Coded (N): heard, with at least one concern or the note that none was listed. Raising (n): heard, with "
    "that concern at least once. Percentages are of N, to whole numbers, and left out where N is below 10."
)
_POSITIONS = (
    "As registered is what the slip said, as stated what the speaker said at the microphone; counted is as stated, "
    "else as registered. Nothing is inferred: what was not given is empty or U."
)


def _columns(sheets: list[Sheet]) -> Iterator[_Line]:
    for one in sheets:
        for column in one.columns:
            yield _Line(f"{one.name}: {column.title}", column.definition)
