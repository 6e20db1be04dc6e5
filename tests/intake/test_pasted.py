"""Rows pasted from a spreadsheet program are read like a file."""

import pytest

from hearingdesk.intake import Pasted, Unreadable, guess, preview, read, read_agenda
from tests.builders import prepared

EXCEL = 'Full name\tItem\tComment\r\nAna Ruiz\t1\t"two\nlines, ""quoted"""\r\nLund, Bo\t6\t\r\n'


def test_cells_are_cut_at_tabs_and_quoted_breaks_are_kept() -> None:
    (sheet,) = read(Pasted(EXCEL))
    assert (sheet.delimiter, sheet.header) == ("tab", 1)
    assert [row.cells[0] for row in sheet.body] == ["Ana Ruiz", "Lund, Bo"]
    assert sheet.body[0].cells[2] == 'two\nlines, "quoted"'
    what = preview(sheet, guess(sheet), prepared().hearing)
    assert [(s.name, s.item) for s in what.accepted().sign_ups] == [("Ana Ruiz", "1"), ("Bo Lund", "6")]


def test_one_column_is_not_cut_at_the_commas_in_names() -> None:
    (sheet,) = read(Pasted("Name\nLund, Bo\nRuiz, Ana\n"))
    assert [row.cells for row in sheet.body] == [("Lund, Bo",), ("Ruiz, Ana",)]


def test_lines_of_a_csv_file_are_read_as_such() -> None:
    (sheet,) = read(Pasted("name,item\nBo,6\n"))
    assert (sheet.delimiter, sheet.columns) == ("comma", ("name", "item"))


def test_an_agenda_is_pasted() -> None:
    (found,) = read_agenda(Pasted("No.\tTitle\n1\tComments by the public\n2\tMinutes\n"))
    assert [(item.id, item.title) for item in found.items] == [("1", "Comments by the public"), ("2", "Minutes")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("\ud800\t\udfff", "What was pasted has no rows"),
        ("  \n\t\n", "What was pasted is empty"),
        ("%PDF-1.7\n1 0 obj", "What was pasted is a PDF document"),
        ('Name\tItem\n"never closed\t1\n', "opens a quotation in line 2"),
    ],
)
def test_what_cannot_be_read_says_so(text: str, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        read(Pasted(text))
