"""Workbooks, honest and hostile: cells as they were typed, every row, and the program alive whatever is in them."""

import os
import subprocess
import sys
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest

from hearingdesk.intake import Unreadable, child, read
from hearingdesk.intake.workbook import as_typed
from tests.intake.files import PEOPLE, crafted, packed, row_of, workbook_file

HEADER = row_of(1, "Name", "Position")


def cells(path: Path) -> list[tuple[str, ...]]:
    return [row.cells for row in read(path)[0].body]


def refusal(path: Path) -> str:
    with pytest.raises(Unreadable) as refused:
        read(path)
    assert "Nothing was changed." in refused.value.sentence
    return refused.value.sentence


def test_a_workbook_reads_like_the_same_table_in_text(tmp_path: Path) -> None:
    (sheet,) = read(workbook_file(tmp_path, PEOPLE))
    assert (sheet.form, sheet.header, sheet.columns) == ("XLSX", 1, ("Name", "Organization", "Position"))
    assert cells(workbook_file(tmp_path, PEOPLE)) == [("Ana Ruiz", "Tenants' Union", "For"), ("Bo Lund", "", "Against")]


@pytest.mark.parametrize(
    ("value", "number_format", "typed"),
    [
        (53202, "General", "53202"),
        (53202.0, "General", "53202"),
        (123, "00000", "00123"),
        (14145550123, "General", "14145550123"),
        (2.5, "General", "2.5"),
        (-3, "000", "-3"),
        (True, "General", "TRUE"),
        (None, "General", ""),
        (datetime(2026, 2, 5), "mm-dd-yy", "2026-02-05"),  # noqa: DTZ001  # a cell has no zone
        (datetime(2026, 2, 5, 18, 1), "m/d/yy h:mm", "2026-02-05 18:01:00"),  # noqa: DTZ001
        (datetime(2026, 2, 5), "m/d/yy h:mm", "2026-02-05 00:00:00"),  # noqa: DTZ001
        (date(2026, 2, 5), "", "2026-02-05"),
        (time(18, 1), "h:mm", "18:01:00"),
        (float("inf"), "", "inf"),
        ("1E5", "General", "1E5"),
    ],
)
def test_cells_are_text_as_typed(value: object, number_format: str, typed: str) -> None:
    assert as_typed(value, number_format) == typed


def test_formats_and_types_come_through_a_real_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name", "Zip", "Received", "Phone"])
    sheet.append(["Ana", 501, datetime(2026, 2, 5, 18, 1), 4145550101.0])  # noqa: DTZ001  # a cell has no zone
    sheet["B2"].number_format = "00000"
    book.save(tmp_path / "typed.xlsx")
    assert cells(tmp_path / "typed.xlsx") == [("Ana", "00501", "2026-02-05 18:01:00", "4145550101")]


def test_a_size_that_lies_loses_no_row(tmp_path: Path) -> None:
    rows = HEADER + "".join(row_of(n, f"Person {n}", "For") for n in range(2, 7))
    path = crafted(tmp_path, rows, before='<dimension ref="A1:A1"/>')
    assert [row[0] for row in cells(path)] == [f"Person {n}" for n in range(2, 7)]


def test_rows_that_claim_the_same_number_are_all_read(tmp_path: Path) -> None:
    path = crafted(tmp_path, HEADER + row_of(2, "Ana", "For") + row_of(2, "Bo", "Against"))
    assert [row[0] for row in cells(path)] == ["Ana", "Bo"]


def test_a_cell_far_away_is_named_and_the_program_lives(tmp_path: Path) -> None:
    far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    assert "XFD1048576" in refusal(crafted(tmp_path, HEADER + row_of(2, "Ana", "For") + far))
    low = '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    assert "row 1,048,576" in refusal(crafted(tmp_path, HEADER + low))


def test_a_far_cell_that_holds_nothing_does_no_harm(tmp_path: Path) -> None:
    far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t> </t></is></c></row>'
    assert cells(crafted(tmp_path, HEADER + row_of(2, "Ana", "For") + far)) == [("Ana", "For")]


def test_a_package_that_inflates_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unpacked(*_: object) -> None:
        raise AssertionError("it was unpacked")

    monkeypatch.setattr(child, "read_workbook", unpacked)
    monkeypatch.setattr("hearingdesk.intake.reading.read_workbook", unpacked)
    bomb = crafted(tmp_path, HEADER + row_of(2, "A" * 60_000_000, "For"))
    assert bomb.stat().st_size < 200_000
    assert "would unpack to 60 MB" in refusal(bomb)


@pytest.mark.parametrize(
    "prologue",
    [
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>',
        '<!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x [<!ENTITY % c SYSTEM "http://127.0.0.1:9/x"> %c;]>',
    ],
)
def test_entities_are_refused_wherever_they_stand(tmp_path: Path, prologue: str) -> None:
    use = "" if "% c" in prologue else "&c;"
    sentence = refusal(crafted(tmp_path, HEADER + row_of(2, f"Ana{use}", "For"), prologue=prologue))
    assert "root:" not in sentence
    strings = (
        f'{prologue}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>{use}</t></si></sst>'
    )
    assert "root:" not in refusal(crafted(tmp_path, HEADER + row_of(2, "Ana", "For"), strings=strings))


def test_a_formula_without_a_value_is_pointed_out(tmp_path: Path) -> None:
    path = workbook_file(
        tmp_path, [["Name", "Position"], ["Ana", "For"], ['=HYPERLINK("http://x.example","Bo")', "For"]]
    )
    (sheet,) = read(path)
    assert cells(path)[1] == ("", "For")
    assert sheet.notes == ("A3: a formula, not a value. Open the workbook in a spreadsheet program and save it again.",)


def test_a_formula_with_its_value_and_an_error_are_read_as_shown(tmp_path: Path) -> None:
    cell = '<row r="2"><c r="A2" t="str"><f>CONCAT("A","na")</f><v>Ana</v></c><c r="B2" t="e"><v>#REF!</v></c></row>'
    path = crafted(tmp_path, HEADER + cell)
    assert cells(path) == [("Ana", "#REF!")]
    assert read(path)[0].notes == ("B2: an error of the spreadsheet, not a value.",)


def test_the_fullest_worksheet_comes_first_and_a_hidden_one_is_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    empty = book.active
    assert empty is not None
    hidden = book.create_sheet("Old list")
    people = book.create_sheet("People")
    for row in PEOPLE:
        people.append(list(row))
    hidden.append(["nothing known here", "at all"])
    hidden.append(["x", "y"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "three.xlsx")
    sheets = read(tmp_path / "three.xlsx")
    assert [sheet.name for sheet in sheets[:2]] == ["People", "Old list"]
    assert sheets[1].notes == ("This worksheet is hidden in the workbook.",)


def test_macros_and_links_are_values_only(tmp_path: Path) -> None:
    path = workbook_file(tmp_path, PEOPLE)
    renamed = path.rename(tmp_path / "people.xlsm")
    assert len(cells(renamed)) == 2


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"])
def test_a_damaged_workbook_is_refused_in_one_sentence(tmp_path: Path, part: str) -> None:
    whole = dict.fromkeys(("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml"), "<x/>")
    assert "damaged" in refusal(packed(tmp_path, whole | {part: "<broken"}))


def test_a_child_that_dies_or_hangs_costs_the_file_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook_file(tmp_path, PEOPLE)
    monkeypatch.setattr(child, "_command", lambda: [sys.executable, "-c", "import os; os.abort()"])
    assert "more memory or time" in refusal(path)
    monkeypatch.setattr(child, "SECONDS", 0.05)
    monkeypatch.setattr(child, "_command", lambda: [sys.executable, "-c", "import threading; threading.Event().wait()"])
    assert "took too long" in refusal(path)
    monkeypatch.setattr(child, "_command", lambda: [str(tmp_path / "gone")])
    assert "cannot be read now" in refusal(path)


@pytest.mark.skipif(sys.platform != "linux", reason="Limits on memory are those of Linux.")
@pytest.mark.parametrize(
    ("limit", "greed"),
    [("MEMORY = 300_000_000", "bytearray(1_000_000_000)"), ("SECONDS = 1", "any(iter(int, 1))")],
)
def test_the_child_has_little_memory_and_little_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, greed: str
) -> None:
    code = f"from hearingdesk.intake import child; child.{limit}; child._limit(); {greed}"
    monkeypatch.setattr(child, "_command", lambda: [sys.executable, "-c", code])
    assert "more memory or time" in refusal(workbook_file(tmp_path, PEOPLE))


def test_the_child_sets_its_limits_before_it_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "from hearingdesk.intake import child; child.MEMORY = 40_000_000; child.serve()"
    monkeypatch.setattr(child, "_command", lambda: [sys.executable, "-c", code])
    assert "more memory or time" in refusal(workbook_file(tmp_path, PEOPLE))


def test_the_child_never_lets_lxml_read_past_defusedxml() -> None:
    code = """
from hearingdesk.intake import child
child._told(b"")
import openpyxl
print(openpyxl.DEFUSEDXML, openpyxl.LXML)"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ)
    assert told.stdout.split() == ["True", "False"]


def test_the_program_itself_never_opens_a_workbook(tmp_path: Path) -> None:
    code = f"""
import pathlib, sys
from hearingdesk import intake
(sheet,) = intake.read(pathlib.Path({str(workbook_file(tmp_path, PEOPLE))!r}))
print(len(sheet.body), "openpyxl" in sys.modules)"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ)
    assert told.stdout.split() == ["2", "False"]
