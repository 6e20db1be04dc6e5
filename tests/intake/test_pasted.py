"""Rows pasted from a spreadsheet program are read like a file."""

import pytest

from hearingdesk.domain.values import ItemKind
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
    "text",
    [
        "1\tCall to order\n2\tThe rezoning of 400 Main St\tpublic hearing\n3\tBudget, second reading\n",
        "1. Call to order\n2. Public hearing: the rezoning of 400 Main St\n3. Budget, second reading\n",
        "Plan Commission, Monday\n1) Call to order, roll call\n2) Hearing on 400 Main St\n3) Budget, second reading",
    ],
)
def test_an_agenda_without_headings_is_one_item_a_line(text: str) -> None:
    (found,) = read_agenda(Pasted(text))
    assert [(item.id, item.kind) for item in found.items] == [
        ("1", ItemKind.PROCEDURE),
        ("2", ItemKind.HEARING),
        ("3", ItemKind.ACTION),
    ]
    assert found.items[2].title == "Budget, second reading"


def test_titles_alone_are_items_and_a_title_of_a_section_is_none() -> None:
    (found,) = read_agenda(Pasted("Call to order\nPublic comment\nBudget\n"))
    assert [item.title for item in found.items] == ["Call to order", "Public comment", "Budget"]
    (found,) = read_agenda(Pasted("1. Call to order\n2. Minutes\nCONSENT AGENDA\n3. Contract\n4. Permit\n"))
    assert [(item.number, item.kind) for item in found.items][2:] == [("3", ItemKind.CONSENT), ("4", ItemKind.CONSENT)]
    assert [line.words for line in found.set_aside] == ["CONSENT AGENDA"]


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
