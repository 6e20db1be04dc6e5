"""Delimited text into rows: the delimiter found by trial, quoted breaks kept, a broken quotation named by its line."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from hearingdesk.intake.errors import Unreadable, unreadable
from hearingdesk.intake.sheets import Row

MOST_ROWS = 100_000
MOST_COLUMNS = 1_000
MOST_FAULTS = 100
"""A file with more rows than this whose quotation marks are out of place is no list but something else."""

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}
_TRIAL_ROWS = 200


@dataclass(frozen=True, slots=True)
class Delimited:
    """All rows of a text file, blank ones included, and what a clerk should know of it."""

    rows: tuple[Row, ...]
    delimiter: str
    notes: tuple[str, ...] = ()


def rows_of(name: str, text: str, delimiter: str = "") -> Delimited:
    """The rows of ``text``. Raises Unreadable, naming the line, where a quotation is open or a limit is passed."""
    lines = list(io.StringIO(text, newline=""))
    said = _said(lines)
    mark = delimiter or said or _likeliest(lines)
    notes: list[str] = []
    rows: list[Row] = []
    for cells in _records(_Source(name, lines, mark), len(said), notes):
        _need_sane(name, cells, len(rows))
        rows.append(Row(len(rows) + len(said) + 1, tuple(cells)))
    return Delimited(tuple(rows), mark, tuple(notes))


class _Source(NamedTuple):
    name: str
    lines: list[str]
    mark: str


def _said(lines: list[str]) -> str:
    """The delimiter that a first line ``sep=;`` names, as spreadsheet programs write it; else empty."""
    first = lines[0].strip("\r\n").lower() if lines else ""
    return first[4:] if first.startswith("sep=") and first[4:] in DELIMITERS else ""


def _likeliest(lines: list[str]) -> str:
    """The delimiter that cuts most rows into the same number of cells, more than one."""
    return max(DELIMITERS, key=lambda mark: _steadiness(lines[:_TRIAL_ROWS], mark))


def _steadiness(lines: list[str], mark: str) -> tuple[int, int]:
    widths = Counter(len(cells) for cells in _loosely(lines, mark) if cells)
    width, rows = max(((w, n) for w, n in widths.items() if w > 1), key=lambda pair: pair[1], default=(0, 0))
    return rows, width


def _loosely(lines: list[str], mark: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(lines, delimiter=mark)
    except csv.Error:
        return


def _records(source: _Source, start: int, notes: list[str]) -> Iterator[list[str]]:
    """Each record strictly from line ``start`` on; a line with a stray quotation mark is mended, and said so."""
    while start < len(source.lines):
        reader = csv.reader(source.lines[start:], delimiter=source.mark, strict=True)
        done = 0
        try:
            for cells in reader:
                done = reader.line_num
                yield cells
        except csv.Error as fault:
            start += done
            _need_stray_mark(source.name, str(fault), start + 1, reader.line_num - done)
            notes.append(f"Line {start + 1} has a quotation mark out of place. Check that row.")
            if len(notes) > MOST_FAULTS:
                raise _too_broken(source.name) from fault
            yield _mended(source.lines[start], source.mark)
            start += 1
        else:
            return


def _mended(line: str, mark: str) -> list[str]:
    """One line whose inner quotation marks were not doubled; all of its text is kept."""
    inner = rf'(?<![{re.escape(mark)}"\r\n])(?<!^)"(?![{re.escape(mark)}"\r\n])(?!$)'
    for candidate in (re.sub(inner, '""', line), line.replace('"', '""')):
        try:
            return next(csv.reader([candidate], delimiter=mark, strict=True))
        except csv.Error:
            continue
    return line.strip("\r\n").split(mark)


def _need_stray_mark(name: str, fault: str, line: int, length: int) -> None:
    if "field limit" in fault:
        what = f"has a cell of more than {csv.field_size_limit():,} characters in line {line}"
        raise unreadable(name, what, "Shorten that cell, or check that the right file was chosen.")
    if length > 1 or "end of data" in fault:
        what = f"opens a quotation in line {line} that is not closed"
        raise unreadable(name, what, "Open the file, mend the quotation marks in that line, and read it again.")


def _need_sane(name: str, cells: list[str], before: int) -> None:
    if before >= MOST_ROWS:
        raise unreadable(
            name, f"has more than {MOST_ROWS:,} rows", "Split it, or check that the right file was chosen."
        )
    if len(cells) > MOST_COLUMNS:
        what = f"has {len(cells):,} columns; {MOST_COLUMNS:,} are the most"
        raise unreadable(name, what, "Check that the right file was chosen.")


def _too_broken(name: str) -> Unreadable:
    what = f"has quotation marks out of place in more than {MOST_FAULTS} lines"
    return unreadable(name, what, "Save it again as .csv from a spreadsheet program.")
