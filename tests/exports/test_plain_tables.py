"""The tables as CSV and JSON: the same cells as the workbook, and no text that a program would run."""

import csv
import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from exports.formats import write_formats
from exports.options import Format, Options
from exports.plain_tables import write_csv, write_json
from exports.published import Copy
from exports.sheets import Book, Column, Kind, Sheet
from exports.text import clean
from hearingdesk.cli import FORMATS
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.values import Contact
from tests.builders import commenting
from tests.exports.evenings import HEAD, busy
from tests.exports.test_workbook import LIVE, NOON, book, row

PRIVATE = Contact(email="private@example.invalid", street="12 Private Street", need="private need")
TABLES = [
    *("read_me", "summary", "testimony", "registrations", "concern_marks", "concerns_tally", "concern_by_position"),
    *("by_district", "written", "proceedings"),
]


def written(hearing: Hearing, folder: Path, copy: Copy = Copy.PUBLISHED) -> Path:
    formats = (Format.XLSX, Format.CSV, Format.JSON)
    write_formats(hearing, {2: PRIVATE, 6: PRIVATE}, HEAD, folder, Options(copy, formats))
    return folder


def csv_rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def workbook(path: Path) -> dict[str, list[list[Any]]]:
    sheets = load_workbook(path).worksheets
    return {sheet.title: [list(line) for line in sheet.iter_rows(values_only=True)] for sheet in sheets}


def as_csv(value: Any) -> str:
    """A cell of the workbook as the CSV file has to say it, told from the rules and not from the writer."""
    if isinstance(value, timedelta):
        seconds = int(value.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}"
    text = "" if value is None else str(value)
    return "'" + text if re.match(r"[=+\-@\t\n]", text) and isinstance(value, str) else text


def as_json(value: Any) -> Any:
    if isinstance(value, timedelta):
        return f"PT{int(value.total_seconds())}S"
    return f"{value:%Y-%m-%dT%H:%M:%S}" if isinstance(value, datetime) else value


def filled(rows: list[list[Any]]) -> Iterator[list[Any]]:
    """Without the one empty row that a workbook's table must have."""
    return (line for line in rows if any(value is not None for value in line))


@pytest.mark.parametrize("copy", Copy)
@pytest.mark.parametrize("hearing", [busy().hearing, commenting().hearing], ids=["busy", "nobody"])
def test_csv_json_and_workbook_say_the_same(hearing: Hearing, copy: Copy, tmp_path: Path) -> None:
    ending = "" if copy is Copy.PUBLISHED else "-internal"
    folder = written(hearing, tmp_path, copy)
    told = json.loads((folder / f"testimony{ending}.json").read_text(encoding="utf-8"))
    sheets = workbook(folder / f"testimony{ending}.xlsx")
    assert [table["name"] for table in told["tables"]] == list(sheets)
    tables = TABLES if copy is Copy.PUBLISHED else [*TABLES, "log"]
    for name, table, (header, *rows) in zip(tables, told["tables"], sheets.values(), strict=True):
        cells = list(filled(rows))
        assert csv_rows(folder / f"{name}{ending}.csv") == [
            [as_csv(value) for value in line] for line in (header, *cells)
        ]
        assert [column["title"] for column in table["columns"]] == header
        assert [list(line.items()) for line in table["rows"]] == [
            list(zip(header, map(as_json, line), strict=True)) for line in cells
        ]


@pytest.mark.parametrize("text", LIVE)
def test_no_text_becomes_a_formula(text: str, tmp_path: Path) -> None:
    (report,) = write_csv(book(row(text)), tmp_path)
    _, (name, *_) = csv_rows(report.target)
    assert name == ("'" if clean(text)[0] in "=+-@\t\n" else "") + clean(text)
    write_json(book(row(text)), tmp_path / "book.json")
    assert json.loads((tmp_path / "book.json").read_text())["tables"][0]["rows"][0]["Name"] == clean(text)


def test_a_title_is_text_as_well(tmp_path: Path) -> None:
    sheet = Sheet("One", "one", (Column("=1+1"),), ())
    write_csv(Book("", "", "", "en-US", NOON, (sheet,)), tmp_path)
    assert csv_rows(tmp_path / "one.csv") == [["'=1+1"]]


def test_names_of_every_script_and_lines_and_quotes_come_back(tmp_path: Path) -> None:
    hostile = 'Nhia “Yer” Vang, Łukasz; "quoted"\nمحمد 👩‍👩‍👧'
    (report,) = write_csv(book(row(hostile)), tmp_path)
    assert csv_rows(report.target)[1][:3] == [hostile, hostile, "7"]
    assert report.target.read_bytes().startswith(b"\xef\xbb\xbfName,")


def test_lengths_over_a_day_and_a_long_statement_are_whole(tmp_path: Path) -> None:
    (report,) = write_csv(book(row("word " * 10_000)), tmp_path)
    _, told = csv_rows(report.target)
    assert (len(told[0]), told[3:]) == (50_000, ["2026-02-05 12:00:05", "0:03:05", "26:00:00"])


def test_what_cannot_be_written_is_shown_and_said(tmp_path: Path) -> None:
    (report,) = write_csv(book(row("bell\x07 \ud800")), tmp_path)
    assert csv_rows(report.target)[1][0] == "bell␇ \ufffd"
    assert [note[:27] for note in report.notes] == ["The control character U+000", "Half a character (lone surr"]
    assert write_json(book(row("bell\x07 \ud800")), tmp_path / "book.json").notes == report.notes


def test_the_same_record_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        written(busy().hearing, tmp_path / name)
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert names == sorted([*(f"{table}.csv" for table in TABLES), "testimony.json", "testimony.xlsx"])
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


def test_nothing_private_is_in_a_published_file_and_internal_ones_are_their_owners(tmp_path: Path) -> None:
    for path in written(busy().hearing, tmp_path).glob("*.[cj]s*"):
        for marker in ("Quint", "Petrov", "12 Private Street", "private need", "private@example"):
            assert marker not in path.read_text(encoding="utf-8"), (path.name, marker)
    internal = list(written(busy().hearing, tmp_path, Copy.INTERNAL).glob("*-internal.*"))
    assert len(internal) == len([*TABLES, "log"]) + 2
    assert all(path.stat().st_mode & 0o077 == 0 for path in internal)
    assert "12 Private Street" in (tmp_path / "testimony-internal.csv").read_text(encoding="utf-8")


def test_the_read_me_tells_of_the_apostrophe(tmp_path: Path) -> None:
    told = dict(csv_rows(written(busy().hearing, tmp_path) / "read_me.csv"))
    assert "apostrophe before it" in told["The same tables as CSV"]
    assert "ISO 8601" in told["The same tables as JSON"]


def test_the_command_line_knows_every_format() -> None:
    assert list(FORMATS) == list(Format)


def test_a_column_of_every_kind_is_told(tmp_path: Path) -> None:
    write_json(book(row("Ann")), tmp_path / "book.json")
    (table,) = json.loads((tmp_path / "book.json").read_text())["tables"]
    assert {column["kind"] for column in table["columns"]} == {kind.value for kind in Kind}
