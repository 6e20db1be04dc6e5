"""Any file into rows: what it is by content, its encoding and delimiter, and a sentence for all that cannot be read."""

import os
import random
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearingdesk.intake import IntakeError, Sheet, Unreadable, read
from hearingdesk.intake.delimited import rows_of
from hearingdesk.intake.nature import MOST_BYTES
from tests.intake.files import PEOPLE, WEBINAR, packed, table, table_file, text_file, workbook_file

LATIN = "Name,Organization,Position\nJosé Muñoz,Ängström Café,For\nZoë Peña,Façade,Against\nÅsa Öberg,,For\n"
JAPANESE = "氏名,団体,立場\n久保田利伸,市民の会,賛成\n宮崎駿,スタジオ,反対\n林原めぐみ,,賛成\n" * 3
POLISH = "Nazwisko,Organizacja\nŁukasz Wiśniewski,Miasto\nStanisława Żółć,Związek\n" * 2


def cells(sheet: Sheet) -> list[tuple[str, ...]]:
    return [row.cells for row in sheet.body]


def refusal(path: Path) -> str:
    with pytest.raises(Unreadable) as refused:
        read(path)
    sentence = refused.value.sentence
    assert path.name in sentence
    assert "Nothing was changed." in sentence
    assert "Traceback" not in sentence
    return sentence


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16 without a mark"),
        ("utf-16-be", "UTF-16 without a mark"),
        ("utf-32", "UTF-32"),
        ("cp1252", "Windows-1252 (Western European)"),
        ("mac_roman", "Mac Roman"),
    ],
)
def test_the_encoding_is_found_and_told(tmp_path: Path, encoding: str, told: str) -> None:
    (sheet,) = read(text_file(tmp_path, LATIN, encoding))
    assert sheet.encoding == told
    assert cells(sheet)[0] == ("José Muñoz", "Ängström Café", "For")
    assert sheet.columns == ("Name", "Organization", "Position")


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [(JAPANESE, "cp932", "久保田利伸"), (POLISH, "cp1250", "Łukasz Wiśniewski"), (JAPANESE, "utf-8", "久保田利伸")],
)
def test_other_alphabets_are_found_by_likelihood(tmp_path: Path, text: str, encoding: str, name: str) -> None:
    (sheet,) = read(text_file(tmp_path, text, encoding))
    assert cells(sheet)[0][0] == name


def test_a_guessed_encoding_says_that_it_is_a_guess_and_can_be_overruled(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Name\nDvo\u0159\u00e1k Jan\n", "cp1250")
    (guessed,) = read(path)
    assert "likeliest" in " ".join(guessed.notes)
    (told,) = read(path, encoding="cp1250")
    assert (cells(told), told.notes) == ([("Dvořák Jan",)], ())


def test_an_encoding_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    path = text_file(tmp_path, LATIN, "cp1252")
    with pytest.raises(Unreadable, match="is not written in utf-8"):
        read(path, encoding="utf-8")
    with pytest.raises(Unreadable, match="klingon, which is no encoding"):
        read(path, encoding="klingon")
    with pytest.raises(Unreadable, match="base64, which is no encoding"):
        read(path, encoding="base64")


def test_a_line_pasted_in_another_encoding_is_read_and_named(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(LATIN.encode() + "Renée Noël,,For\n".encode("cp1252"))
    (sheet,) = read(path)
    assert cells(sheet)[-1][0] == "Renée Noël"
    assert cells(sheet)[0][0] == "José Muñoz"
    assert "line 5" in sheet.notes[0]


@pytest.mark.parametrize(("mark", "told"), [(",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "vertical bar")])
def test_the_delimiter_is_found_and_told(tmp_path: Path, mark: str, told: str) -> None:
    rows = [["Name", "Organization", "Note"], ["Ana", "Smith, Jones; Co", "a,b"], ["Bo", "", "c,d,e"], ["Cy", "x", ""]]
    (sheet,) = read(table_file(tmp_path, rows, mark))
    assert sheet.delimiter == told
    assert cells(sheet) == [tuple(row) for row in rows[1:]]


def test_the_delimiter_can_be_told(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Name;a,b\nAna;1,2\n")
    assert read(path, delimiter=",")[0].columns == ("Name;a", "b")
    with pytest.raises(Unreadable, match="Choose one of: comma, semicolon, tab, vertical bar"):
        read(path, delimiter="#")


def test_a_first_line_that_names_the_delimiter_is_obeyed(tmp_path: Path) -> None:
    (sheet,) = read(text_file(tmp_path, "sep=;\nName;Position\nAna;For\n"))
    assert (cells(sheet), sheet.header) == ([("Ana", "For")], 2)


def test_breaks_within_cells_and_every_kind_of_line_end(tmp_path: Path) -> None:
    for end in ("\n", "\r\n", "\r"):
        text = f'Name,Position{end}"Howe,\nChris (Self)",For{end}{end}Bo,Against{end}'
        (sheet,) = read(text_file(tmp_path, text))
        assert cells(sheet) == [("Howe,\nChris (Self)", "For"), ("Bo", "Against")]
        assert [row.number for row in sheet.body] == [2, 4]


def test_nul_characters_are_passed_over_and_counted(tmp_path: Path) -> None:
    (sheet,) = read(text_file(tmp_path, "Name,Position\nA\0na,For\0\nBo,Against\n"))
    assert cells(sheet) == [("Ana", "For"), ("Bo", "Against")]
    assert sheet.notes[0].startswith("2 NUL characters")


def test_a_quotation_left_open_names_its_line(tmp_path: Path) -> None:
    path = text_file(tmp_path, 'Name,Position\nAna,For\n"Bo,Against\nCy,For\n"Di","For"\n')
    assert "in line 3" in refusal(path)
    assert "in line 2" in refusal(text_file(tmp_path, 'Name,Position\n"Ana,For\nBo,For\n'))


def test_one_stray_quotation_mark_costs_no_row_and_no_letter(tmp_path: Path) -> None:
    text = 'Name,Position\n"John "Al" Smith",For\nBo 6\' 2",Against\n"Cy",For\n'
    (sheet,) = read(text_file(tmp_path, text))
    assert [row[0] for row in cells(sheet)] == ['John "Al" Smith', "Bo 6' 2\"", "Cy"]
    assert sheet.notes == ("Line 2 has a quotation mark out of place. Check that row.",)


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0\r")), min_size=2), min_size=1))
def test_a_table_written_is_the_table_read(rows: list[list[str]]) -> None:
    cut = rows_of("people.csv", table(rows), ",")
    assert [list(row.cells) for row in cut.rows] == rows


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (b"%PDF-1.7\n%x", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 900 + b"Workbook", "old Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0" + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "a web page"),
        (b"<?xml version='1.0'?><Workbook/>", "an XML file"),
        (b"{\\rtf1\\ansi Ana}", "a text document"),
        (b"\x1f\x8b\x08\0abc", "compressed"),
        (b"\x7fELF\x02\x01", "a program"),
        (b"SQLite format 3\0\x10\0", "a database"),
        (b'[{"Name": "Ana"}]', "a JSON file"),
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n\r\n", "is empty"),
        (bytes(random.Random(1).randbytes(4000)), "holds no text"),
        (b"PK\x03\x04 broken off", "is damaged"),
        (b"Name,Position\n", "has no rows"),
    ],
)
def test_what_is_no_list_is_named_for_what_it_is(tmp_path: Path, head: bytes, said: str) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(head)
    assert said in refusal(path)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"xl/workbook.bin": "x"}, ".xlsb"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}, ".ods"),
        ({"word/document.xml": "<x/>"}, "a Word document"),
        ({"Index/Document.iwa": "x"}, "Apple Numbers"),
        ({"responses.csv": "Name\nAna\n"}, "a ZIP archive"),
    ],
)
def test_packages_of_other_programs_are_named(tmp_path: Path, parts: dict[str, str], said: str) -> None:
    assert said in refusal(packed(tmp_path, parts, "people.xlsx"))


def test_the_name_of_a_file_decides_nothing(tmp_path: Path) -> None:
    book = workbook_file(tmp_path, PEOPLE, "really-a-workbook.csv.xlsx")
    book = book.rename(tmp_path / "people.csv")
    assert read(book)[0].form == "XLSX"
    assert read(text_file(tmp_path, table(PEOPLE), name="people.xlsx"))[0].form == "CSV"


def test_folders_pipes_devices_and_missing_files_are_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    link = tmp_path / "link.csv"
    link.symlink_to("/dev/zero")
    (tmp_path / "folder.csv").mkdir()
    assert "no ordinary file" in refusal(pipe)
    assert "no ordinary file" in refusal(link)
    assert "is a folder" in refusal(tmp_path / "folder.csv")
    assert "is not there" in refusal(tmp_path / "gone.csv")


def test_a_file_of_somebody_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", forbidden)
    assert "may not be read by you" in refusal(tmp_path / "people.csv")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES * 100)
    assert "is too large" in refusal(path)


def test_a_huge_cell_and_far_too_many_columns_are_refused(tmp_path: Path) -> None:
    assert "line 2" in refusal(text_file(tmp_path, f"Name,Note\nAna,{'x' * 200_000}\n"))
    assert "5,000 columns" in refusal(text_file(tmp_path, ",".join("x" * 5_000) + "\n" + ",".join("y" * 5_000)))


def test_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hearingdesk.intake.delimited.MOST_ROWS", 3)
    assert "more than 3 rows" in refusal(text_file(tmp_path, "Name\n" + "Ana\n" * 5))


def test_a_report_in_sections_gives_the_attendees_first(tmp_path: Path) -> None:
    sheets = read(text_file(tmp_path, WEBINAR, "utf-8-sig"))
    assert sheets[0].name == "Attendee Details"
    assert {"Host Details", "Panelist Details", "Other Attended"} < {sheet.name for sheet in sheets}
    people = sheets[0]
    assert people.columns[2:5] == ("First Name", "Last Name", "Email")
    assert len(people.body) == 4
    assert len(people.body) + people.outside + 1 == len(WEBINAR.splitlines())


def test_the_attendees_come_first_however_many_sat_on_the_panel(tmp_path: Path) -> None:
    head = ["User Name", "First Name", "Last Name", "Email", "Organization"]
    panel = [[f"P{n}", "P", str(n), "", ""] for n in range(20)]
    rows = [["Panelist Details"], head, *panel, ["Attendee Details"], head[:2], ["Ana", "Ana"]]
    assert read(table_file(tmp_path, rows))[0].name == "Attendee Details"


def test_the_header_is_found_under_lines_of_title(tmp_path: Path) -> None:
    rows = [["Speaker sign-up, 5 February"], [""], ["City of Lakemont", "", "printed 2/5/2026"], *PEOPLE]
    (sheet,) = read(workbook_file(tmp_path, rows))
    assert (sheet.header, sheet.outside, len(sheet.body)) == (4, 2, 2)
    chosen = sheet.with_header(3)
    assert chosen.columns == ("City of Lakemont", "Column B", "printed 2/5/2026")
    assert sheet.header_choices == (1, 3, 4, 5, 6, 0)


def test_a_list_without_header_keeps_its_first_person(tmp_path: Path) -> None:
    (sheet,) = read(text_file(tmp_path, "Ana Ruiz,ana@mail.example,For\nBo Lund,bo@mail.example,Against\n"))
    assert (sheet.header, len(sheet.body)) == (0, 2)
    assert sheet.columns == ("Column A", "Column B", "Column C")
    (names,) = read(text_file(tmp_path, "Ana Ruiz\nBo Lund\nCy Ng\n"))
    assert (names.header, len(names.body)) == (0, 3)


def test_headings_that_stand_twice_are_told_apart(tmp_path: Path) -> None:
    (sheet,) = read(text_file(tmp_path, "Name,Answer,answer,\nAna,1,2,3\n"))
    assert sheet.columns == ("Name", "Answer", "answer (2)", "Column D")


def test_a_word_known_as_heading_is_found_in_any_case_and_script_of_spaces(tmp_path: Path) -> None:
    (sheet,) = read(text_file(tmp_path, "FULL\xa0NAME , e-Mail\nAna,a@b.example\n"))
    assert sheet.columns == ("FULL NAME", "e-Mail")


def test_every_refusal_is_an_intake_error_with_a_sentence() -> None:
    assert issubclass(Unreadable, IntakeError)
    assert openpyxl.DEFUSEDXML
