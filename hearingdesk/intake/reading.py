"""A file into its lists: told by content, read safely, laid out with a header for each."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from hearingdesk.intake.child import read_workbook
from hearingdesk.intake.delimited import DELIMITERS, rows_of
from hearingdesk.intake.encodings import decoded
from hearingdesk.intake.errors import unreadable
from hearingdesk.intake.fields import SIGN_UP_WORDS, Words
from hearingdesk.intake.layout import by_promise, header_of, sections
from hearingdesk.intake.nature import Nature, nature
from hearingdesk.intake.pasted import Pasted, told
from hearingdesk.intake.sheets import Row, Sheet


def read(
    source: Path | Pasted, *, encoding: str = "", delimiter: str = "", words: Mapping[str, Words] = SIGN_UP_WORDS
) -> tuple[Sheet, ...]:
    """The lists in a CSV or XLSX file, or in rows pasted; the likeliest first, at least one. Raises Unreadable.

    ``encoding`` and ``delimiter`` overrule what is found; ``words`` are the headings that are looked for.
    """
    name, data = told(source)
    kind = nature(name, data)
    if kind is Nature.JSON:
        todo = "If it is an agenda, read it as one. Sign-ups are read from .csv and .xlsx."
        raise unreadable(name, "is a JSON file, not a list of people", todo)
    cut_at = delimiter or (source.delimiter if isinstance(source, Pasted) else "")
    sheets = sheets_of(name, data, kind, encoding=encoding, delimiter=cut_at, words=words)
    if not any(sheet.body for sheet in sheets):
        raise unreadable(name, "has no rows under its header", "Check that the right file was chosen.")
    return sheets


def sheets_of(
    name: str, data: bytes, kind: Nature, *, words: Mapping[str, Words], encoding: str = "", delimiter: str = ""
) -> tuple[Sheet, ...]:
    """The lists in these bytes, whatever they hold."""
    if kind is Nature.WORKBOOK:
        found = [_from_workbook(book) for book in read_workbook(name, data)]
    else:
        found = [_from_text(name, data, encoding, delimiter)]
    parts = [part for sheet in found for part in _parted(sheet)]
    return by_promise([part.with_header(header_of(part.rows, words)) for part in parts], words)


def _from_text(name: str, data: bytes, encoding: str, delimiter: str) -> Sheet:
    text = decoded(name, data, encoding)
    if delimiter and delimiter not in DELIMITERS:
        raise unreadable(name, f"was to be cut at “{delimiter}”", f"Choose one of: {', '.join(DELIMITERS.values())}.")
    cut = rows_of(name, text.text, delimiter)
    notes = (*text.notes, *cut.notes)
    return Sheet("", "CSV", cut.rows, encoding=text.encoding, delimiter=DELIMITERS[cut.delimiter], notes=notes)


def _from_workbook(told: dict[str, Any]) -> Sheet:
    rows = tuple(Row(number, tuple(cells)) for number, cells in told["rows"])
    return Sheet(told["name"], "XLSX", rows, notes=tuple(_workbook_notes(told)))


def _workbook_notes(told: dict[str, Any]) -> list[str]:
    notes = ["This worksheet is hidden in the workbook."] if told["hidden"] else []
    if told["formulas"]:
        cells = _some(told["formulas"])
        notes.append(f"{cells}: a formula, not a value. Open the workbook in a spreadsheet program and save it again.")
    if told["faults"]:
        notes.append(f"{_some(told['faults'])}: an error of the spreadsheet, not a value.")
    return notes


def _some(cells: list[str]) -> str:
    return ", ".join(cells[:5]) + (f" and {len(cells) - 5} more" if len(cells) > 5 else "")


def _parted(sheet: Sheet) -> list[Sheet]:
    """Its sections, each a list of its own; what stands in the others is counted in each."""
    filled = [row for row in sheet.rows if not row.blank]
    return [
        replace(sheet, name=title or sheet.name, rows=rows, elsewhere=len(filled) - len(rows))
        for title, rows in sections(filled)
    ]
