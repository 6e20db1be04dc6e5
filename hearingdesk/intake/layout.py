"""Where in a file a list begins: the sections of a sectioned report, and the row that heads the columns."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from hearingdesk.intake.answers import is_answer
from hearingdesk.intake.fields import Words, recognised, squeezed
from hearingdesk.intake.sheets import Row, Sheet

HEADER_ROWS = 15
"""So far down is the header looked for."""

_SECTION = re.compile(r".*(details|otherattended|attendeereport|registrationreport|registrantreport)")
_DATA = re.compile(r"[^@\s]+@[^@\s]+\.\w+|[\d\s.,:/()+-]*\d[\d\s.,:/()+-]*")
_PEOPLE = "attendeedetails"


def sections(rows: Sequence[Row]) -> list[tuple[str, tuple[Row, ...]]]:
    """A report like that of a webinar in its parts, each with its title; any other list in one part without title."""
    marks = [place for place, row in enumerate(rows) if _is_section(row)]
    if not any(squeezed(rows[place].cells[0]) != "attendeereport" for place in marks):
        return [("", tuple(rows))]
    ends = [*marks[1:], len(rows)]
    parts = [
        (rows[start].cells[0].strip(), tuple(rows[start + 1 : end])) for start, end in zip(marks, ends, strict=True)
    ]
    return [(title, part) for title, part in parts if part]


def _is_section(row: Row) -> bool:
    return row.filled == 1 and bool(row.cells[0].strip()) and _SECTION.fullmatch(squeezed(row.cells[0])) is not None


def header_of(rows: Sequence[Row], words: Mapping[str, Words]) -> int:
    """The number of the row that heads the columns: the one whose words are known best, else the first full one."""
    first = [row for row in rows if not row.blank][:HEADER_ROWS]
    known = {row.number: recognised(row.cells, words) for row in first if not _holds_data(row)}
    best = max(known, key=lambda number: (known[number], -number), default=0)
    if best and (known[best] > 1 or (known[best] == 1 and _is_narrow(rows))):
        return best
    return _first_full(first, rows)


def _first_full(first: Sequence[Row], rows: Sequence[Row]) -> int:
    """Where no heading is known: the first row as wide as most, unless it reads like data or has one cell."""
    widths = Counter(row.filled for row in rows)
    usual = widths.most_common(1)[0][0] if widths else 0
    for row in first:
        if row.filled >= max(usual, 2):
            return 0 if _holds_data(row) or any(map(is_answer, row.cells)) else row.number
    return 0


def _holds_data(row: Row) -> bool:
    return any(_DATA.fullmatch(cell.strip()) for cell in row.cells if cell.strip())


def _is_narrow(rows: Sequence[Row]) -> bool:
    return max((row.filled for row in rows), default=0) <= 2 or len(rows) <= 2


def by_promise(sheets: Sequence[Sheet], words: Mapping[str, Words]) -> tuple[Sheet, ...]:
    """The list most likely meant first: people by title, then by known headings, then by length."""

    def promise(sheet: Sheet) -> tuple[bool, int, int]:
        known = recognised(sheet.columns, words) if sheet.header else 0
        return squeezed(sheet.name) == _PEOPLE, known if sheet.body else -1, len(sheet.body)

    return tuple(sorted(sheets, key=promise, reverse=True))
