"""Agendas read from files: Legistar's JSON, or a table in CSV or XLSX."""

from collections.abc import Collection
from collections.abc import Mapping as Table
from datetime import date
from enum import StrEnum
from pathlib import Path

from hearingdesk.domain.values import ItemNotice
from hearingdesk.intake import legistar
from hearingdesk.intake.errors import BadMapping, unreadable
from hearingdesk.intake.fields import Words, headings
from hearingdesk.intake.mapping import Mapping, guess
from hearingdesk.intake.nature import Nature, nature
from hearingdesk.intake.notices import AgendaPreview, Line, MeetingFacts, SetAside, judged
from hearingdesk.intake.pasted import Pasted, told
from hearingdesk.intake.plain_agenda import lines_of, reads_as_lines
from hearingdesk.intake.reading import sheets_of
from hearingdesk.intake.sheets import Sheet, described
from hearingdesk.intake.text import one_line

__all__ = ["AgendaField", "AgendaPreview", "MeetingFacts", "SetAside", "guess_agenda", "preview_agenda", "read_agenda"]


class AgendaField(StrEnum):
    """A field of an agenda item; the value is what the command line calls it."""

    NUMBER = "number"
    FILE_NUMBER = "file_number"
    TITLE = "title"
    KIND = "kind"
    HEAR_BY = "hear_by"
    NOTE = "note"


AGENDA_WORDS: Table[str, Words] = {
    AgendaField.NUMBER: Words(
        headings("number itemnumber itemno agendanumber agendaitemnumber item no num agendaitem order seq sequence")
    ),
    AgendaField.FILE_NUMBER: Words(
        headings(
            "filenumber file fileno filenum matterfile matterid docket docketnumber casenumber case billnumber bill "
            "recordid legislationnumber resolutionnumber ordinancenumber"
        ),
        r"\b(file|case|docket|bill|record|legislation) (number|no|id)\b",
    ),
    AgendaField.TITLE: Words(
        headings("title itemtitle agendaitemtitle description itemname name subject matter mattertitle text topic"),
        r"\b(title|description)\b",
    ),
    AgendaField.KIND: Words(headings("kind type itemkind itemtype mattertype category section agendatype")),
    AgendaField.HEAR_BY: Words(
        headings("hearby heardby timecertain notlaterthan scheduledtime time starttime at"),
        r"\b(hear(d)? by|time certain)\b",
    ),
    AgendaField.NOTE: Words(headings("note notes agendanote comment comments remark remarks")),
}


def read_agenda(
    source: Path | Pasted,
    *,
    corrections: Collection[str] = (),
    on: date | None = None,
    timezone: str = "",
    agenda: Collection[ItemNotice] = (),
) -> tuple[AgendaPreview, ...]:
    """The agendas in a file or in rows pasted, one for each meeting or table, the likeliest first.

    Raises Unreadable or BadMapping.

    ``on`` and ``timezone`` date the times of a table; ``agenda`` is what is noticed already; ``corrections`` are lines
    like ``title=Description`` for a table's columns.
    """
    name, data = told(source)
    kind = nature(name, data)
    if kind is Nature.JSON:
        found = [_of_meeting(meeting, timezone, agenda) for meeting in legistar.told(name, data)]
        return tuple(sorted(found, key=lambda preview: -len(preview.items)))
    if isinstance(source, Pasted) and reads_as_lines(source.text):
        return (_of_text(source.text, on, timezone, agenda),)
    cut_at = source.delimiter if isinstance(source, Pasted) else ""
    sheets = sheets_of(name, data, kind, words=AGENDA_WORDS, delimiter=cut_at)
    sheets = tuple(sheet for sheet in sheets if sheet.body)
    if not sheets:
        raise unreadable(name, "has no rows under its header", "Check that the right file was chosen.")
    first = guess_agenda(sheets[0]).corrected(tuple(corrections))
    if isinstance(source, Pasted) and not sheets[0].header and AgendaField.TITLE not in first.columns:
        return (_of_text(source.text, on, timezone, agenda),)
    best = preview_agenda(sheets[0], first, on=on, timezone=timezone, agenda=agenda)
    rest = [sheet for sheet in sheets[1:] if AgendaField.TITLE in guess_agenda(sheet).columns]
    return (best, *(preview_agenda(s, guess_agenda(s), on=on, timezone=timezone, agenda=agenda) for s in rest))


def guess_agenda(sheet: Sheet) -> Mapping:
    """Which columns of a table hold number, file number, title, kind and time."""
    return guess(sheet, AGENDA_WORDS, AgendaField)


def preview_agenda(
    sheet: Sheet, mapping: Mapping, *, on: date | None = None, timezone: str = "", agenda: Collection[ItemNotice] = ()
) -> AgendaPreview:
    """The items of a table, by its mapping. Raises BadMapping where no column holds titles."""
    if AgendaField.TITLE not in mapping.columns:
        raise BadMapping(
            "No column is known to hold titles. Nothing was changed. Head that column “Title” and read it again, or "
            f"say on the command line which it is, as in title={mapping.labels[0]}; "
            f"the columns are: {', '.join(mapping.labels)}."
        )
    lines, aside = _lines(sheet, mapping)
    items, more = judged(lines, MeetingFacts(day=on), timezone, agenda)
    set_aside = tuple(sorted((*aside, *more), key=lambda line: line.number))
    return AgendaPreview(items, set_aside, MeetingFacts(), (described(sheet), *sheet.notes), sheet, mapping)


def _of_text(text: str, on: date | None, timezone: str, agenda: Collection[ItemNotice]) -> AgendaPreview:
    items, aside = judged(tuple(lines_of(text)), MeetingFacts(day=on), timezone, agenda)
    return AgendaPreview(items, aside, MeetingFacts(), ("Without headings: one item a line.",))


def _of_meeting(told: legistar.Told, timezone: str, agenda: Collection[ItemNotice]) -> AgendaPreview:
    items, more = judged(told.lines, told.facts, timezone, agenda)
    set_aside = tuple(sorted((*told.set_aside, *more), key=lambda line: line.number))
    return AgendaPreview(items, set_aside, told.facts, tuple(told.notes))


def _lines(sheet: Sheet, mapping: Mapping) -> tuple[list[Line], list[SetAside]]:
    lines, aside = [], []
    for row in sheet.body:
        cells = {field: one_line(mapping.cell(row, field)) for field in AgendaField}
        if not cells[AgendaField.TITLE]:
            aside.append(SetAside(row.number, row.words, "it has no title"))
            continue
        lines.append(
            Line(
                row.number,
                cells[AgendaField.TITLE],
                cells[AgendaField.NUMBER],
                cells[AgendaField.FILE_NUMBER],
                cells[AgendaField.KIND],
                note=cells[AgendaField.NOTE],
                hear_by=cells[AgendaField.HEAR_BY],
            )
        )
    return lines, aside
