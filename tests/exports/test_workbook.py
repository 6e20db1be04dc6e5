"""The workbook as Excel and as a suspicious reader of its zip see it."""

import json
import re
import weakref
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from exports.sheet_rows import CELL_LIMIT, CUT
from exports.sheets import Book, Chart, Column, Kind, Sheet, Value
from exports.text import clean
from exports.workbook import write_workbook
from tests.exports.papers import CENTRAL

LIVE = [
    "=1+1",
    "=HYPERLINK('http://x','y')",
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "#N/A",
    "#REF!",
]
COLUMNS = (
    Column("Name", width=30),
    Column("Summary", Kind.PROSE, 60),
    Column("Slip", Kind.COUNT, 6),
    Column("Started at (Central time)", Kind.TIME, 22),
    Column("Used", Kind.MINUTES),
    Column("In all", Kind.HOURS),
)
NOON = datetime(2026, 2, 5, 12, 0, 5, tzinfo=UTC).replace(tzinfo=None)


def book(*rows: tuple[Value, ...], name: str = "Testimony") -> Book:
    sheet = Sheet(name, "testimony", COLUMNS, iter(rows))
    return Book("Testimony", "Hearing", "Commission", "en-US", datetime(2026, 2, 5, 23, 3, tzinfo=CENTRAL), (sheet,))


def row(text: str) -> tuple[Value, ...]:
    return (text, text, 7, NOON, timedelta(minutes=3, seconds=5), timedelta(hours=26))


def rows_of(path: Path) -> list[list[Any]]:
    sheet: Any = load_workbook(path).worksheets[0]
    return [[cell.value for cell in line] for line in sheet.iter_rows()]


def parts_of(path: Path) -> dict[str, str]:
    with ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.mark.parametrize("text", LIVE)
def test_no_text_becomes_a_formula_or_an_error(text: str, tmp_path: Path) -> None:
    write_workbook(book(row(text)), tmp_path / "book.xlsx")
    assert not re.search(r"<f[ >]", parts_of(tmp_path / "book.xlsx")["xl/worksheets/sheet1.xml"])
    sheet: Any = load_workbook(tmp_path / "book.xlsx").worksheets[0]
    assert (sheet["A2"].value, sheet["A2"].data_type) == (clean(text), "s")
    assert sheet["A2"].quotePrefix == (text[0] in "=+-@\t")


def test_values_keep_their_kind(tmp_path: Path) -> None:
    write_workbook(book(row("Ann")), tmp_path / "book.xlsx")
    assert rows_of(tmp_path / "book.xlsx") == [
        [column.title for column in COLUMNS],
        ["Ann", "Ann", 7, NOON, timedelta(minutes=3, seconds=5), timedelta(hours=26)],
    ]
    sheet: Any = load_workbook(tmp_path / "book.xlsx").worksheets[0]
    assert [cell.number_format for cell in sheet[2]][4:] == ["[m]:ss", "[h]:mm:ss"]
    assert sheet["B2"].alignment.wrap_text


def test_a_table_a_frozen_header_print_titles_widths_and_properties_are_there(tmp_path: Path) -> None:
    write_workbook(book(row("Ann"), row("Ben")), tmp_path / "book.xlsx")
    made = load_workbook(tmp_path / "book.xlsx")
    sheet: Any = made.worksheets[0]
    assert sheet.tables["testimony"].ref == "A1:F3"
    assert [column.name for column in sheet.tables["testimony"].tableColumns] == [column.title for column in COLUMNS]
    assert sheet.tables["testimony"].autoFilter.ref == "A1:F3"
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.column_dimensions["B"].width == 60
    about = made.properties
    assert (about.title, about.creator, about.language) == ("Testimony", "Commission", "en-US")
    assert about.modified == about.created == datetime(2026, 2, 6, 5, 3, tzinfo=UTC).replace(tzinfo=None)


def test_an_empty_table_has_the_row_that_excel_asks_for(tmp_path: Path) -> None:
    write_workbook(book(), tmp_path / "book.xlsx")
    sheet: Any = load_workbook(tmp_path / "book.xlsx").worksheets[0]
    assert sheet.tables["testimony"].ref == "A1:F2"


def test_a_text_too_long_for_a_cell_is_cut_marked_and_said(tmp_path: Path) -> None:
    whole, long = "x" * CELL_LIMIT, "é😀" * CELL_LIMIT
    report = write_workbook(book((whole, long, None, None, None, None)), tmp_path / "book.xlsx")
    kept = rows_of(tmp_path / "book.xlsx")[1]
    assert kept[0] == whole
    assert kept[1].endswith(CUT)
    assert CELL_LIMIT - 3 <= len(kept[1].encode("utf-16-le")) // 2 <= CELL_LIMIT
    assert report.notes == ("A text under “Summary” is longer than a cell holds and was cut; the cut is marked.",)


def test_what_xml_cannot_hold_is_shown_and_said(tmp_path: Path) -> None:
    report = write_workbook(book(("bell \a", "half \ud800", None, None, None, None)), tmp_path / "book.xlsx")
    assert rows_of(tmp_path / "book.xlsx")[1][:2] == ["bell \u2407", "half \ufffd"]
    assert len(report.notes) == 2


def test_text_that_looks_like_an_escape_is_not_one(tmp_path: Path) -> None:
    write_workbook(book(row("_x0041_")), tmp_path / "book.xlsx")
    assert "_x005F_x0041_" in parts_of(tmp_path / "book.xlsx")["xl/worksheets/sheet1.xml"]


def test_a_chart_stands_below_its_table_with_words_for_it(tmp_path: Path) -> None:
    chart = Chart("Slips", "Bars: Ann 7, Ben 7.", labels=1, values=3, first=2, last=3, below=5)
    (sheet,) = book(row("Ann"), row("Ben")).sheets
    write_workbook(replace(book(), sheets=(replace(sheet, charts=(chart,)),)), tmp_path / "book.xlsx")
    parts = parts_of(tmp_path / "book.xlsx")
    drawing, bars = parts["xl/drawings/drawing1.xml"], parts["xl/charts/chart1.xml"]
    assert 'descr="Bars: Ann 7, Ben 7."' in drawing
    assert re.search(r"<(xdr:)?row>4</", drawing)
    assert re.findall(r"<f>([^<]*)</f>", bars) == ["'Testimony'!$A$2:$A$3", "'Testimony'!$C$2:$C$3"]
    assert "<a:t>Slips</a:t>" in bars
    assert re.search(r'<rowBreaks[^>]*><brk id="4"', parts["xl/worksheets/sheet1.xml"])
    assert "<drawing " in parts["xl/worksheets/sheet1.xml"]
    made: Any = load_workbook(tmp_path / "book.xlsx").worksheets[0]
    assert made.tables["testimony"].ref == "A1:F3"
    assert len(made._charts) == 1  # openpyxl has no other name for them


def test_rows_come_out_in_utf_8(tmp_path: Path) -> None:
    write_workbook(book(row("Nguyễn & <Łukasz>")), tmp_path / "book.xlsx")
    assert "Nguyễn &amp; &lt;Łukasz&gt;" in parts_of(tmp_path / "book.xlsx")["xl/worksheets/sheet1.xml"]


def test_rows_of_wrapped_text_are_as_tall_as_it_needs_and_none_taller_than_excel_shows(tmp_path: Path) -> None:
    rows = [(None, "word " * words, None, None, None, None) for words in (1, 30, 20_000)]
    write_workbook(book(*rows), tmp_path / "book.xlsx")
    sheet: Any = load_workbook(tmp_path / "book.xlsx").worksheets[0]
    assert [sheet.row_dimensions[number].height for number in (2, 3, 4)] == [None, 45, 405]


def test_a_wide_sheet_is_printed_over_several_pages_with_its_first_column_on_each(tmp_path: Path) -> None:
    columns = tuple(Column(f"Column {at}", width=30) for at in range(20))
    sheet = Sheet("Wide", "wide", columns, [["x"] * 20])
    write_workbook(replace(book(), sheets=(sheet,)), tmp_path / "book.xlsx")
    made: Any = load_workbook(tmp_path / "book.xlsx").worksheets[0]
    assert (made.page_setup.fitToWidth, made.print_title_cols, made.print_title_rows) == (3, "$A:$A", "$1:$1")


def test_the_same_book_gives_the_same_bytes(tmp_path: Path) -> None:
    write_workbook(book(row("Ann")), tmp_path / "one.xlsx")
    write_workbook(book(row("Ann")), tmp_path / "two.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


class Row(list[Value]):
    """A row that can be watched going away."""


def test_rows_are_walked_once_and_never_kept(tmp_path: Path) -> None:
    made: list[weakref.ref[Row]] = []

    def rows() -> Iterator[Row]:
        for number in range(300):
            one = Row(row(f"Speaker {number}"))
            made.append(weakref.ref(one))
            yield one
            del one
            assert sum(each() is not None for each in made) <= 1

    sheet = Sheet("Many", "many", COLUMNS, rows())
    write_workbook(replace(book(), sheets=(sheet,)), tmp_path / "book.xlsx")
    assert len(rows_of(tmp_path / "book.xlsx")) == 301


def test_progress_is_told_within_a_long_sheet(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    write_workbook(book(*[row("Ann")] * 500), tmp_path / "book.xlsx", lambda number, of: seen.append((number, of)))
    assert seen == [*[(0, 1)] * 5, (1, 1)]


class _CancelledError(Exception):
    """What a window raises from its progress bar."""


def test_a_cancelled_export_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "book.xlsx"
    target.write_bytes(b"old")

    def stop(sheet: int, of: int) -> None:
        assert (sheet, of) == (1, 1)
        raise _CancelledError

    with pytest.raises(_CancelledError):
        write_workbook(book(row("Ann")), target, stop)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["book.xlsx"]


@pytest.mark.parametrize("name", ["", "a/b", "a" * 32, "what?", "[x]", "'quoted'", "History"])
def test_a_sheet_name_that_excel_refuses_is_refused_here(name: str) -> None:
    with pytest.raises(ValueError, match="sheet"):
        book(name=name)


@pytest.mark.parametrize("name", ["AB12", "two words", "", "1st", "x-y"])
def test_a_table_name_that_excel_would_repair_is_refused_here(name: str) -> None:
    with pytest.raises(ValueError, match="table"):
        Sheet("Sheet", name, COLUMNS, ())


def test_names_that_stand_twice_are_refused() -> None:
    one, two = Sheet("One", "one", COLUMNS, ()), Sheet("ONE", "two", COLUMNS, ())
    with pytest.raises(ValueError, match="twice"):
        Book("", "", "", "en", NOON, (one, two))
    with pytest.raises(ValueError, match="two columns"):
        Sheet("One", "one", (Column("A"), Column("a")), ())


def test_naughty_strings_and_names_come_back(real_data: Path, tmp_path: Path) -> None:
    naughty: list[str] = json.loads((real_data / "hostile" / "blns.json").read_text("utf-8"))
    texts = naughty + (real_data / "hostile" / "unicode-person-names.txt").read_text("utf-8").splitlines()
    write_workbook(book(*map(row, texts)), tmp_path / "book.xlsx")
    back = [line[0] or "" for line in rows_of(tmp_path / "book.xlsx")[1:]]
    assert back == [re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", clean(text)) for text in texts]
    assert not re.search(r"<f[ >]", parts_of(tmp_path / "book.xlsx")["xl/worksheets/sheet1.xml"])
