"""Letters of the same words are made one document, or taken apart again (C-11)."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from hearingdesk.desk import Desk
from hearingdesk.domain.values import Contact, Mode
from hearingdesk.ui.console.sheets.letters import LettersSheet, read, told
from tests.builders import Evening, commenting
from tests.ui.sheets.conftest import Hands

AtDesk = Callable[[Evening], Desk]


@pytest.fixture
def desk(at_desk: AtDesk) -> Desk:
    evening = commenting()
    for name in ("Ann Lee", "Bo Cruz", "Cam Roe", "Dee Moe"):
        evening.register(name, mode=Mode.WRITTEN)
    made = at_desk(evening)
    for slip in (1, 2, 4):
        made.keep_contact(slip, Contact(note="No cameras!"))
    return made


def lines(sheet: LettersSheet) -> list[tuple[str, str]]:
    return [(line.title, line.aside) for line in sheet.list.lines.rows]


def test_what_reads_alike_is_one_letter_with_enter(hands: Hands, desk: Desk) -> None:
    sheet = hands.open(LettersSheet, desk)
    assert lines(sheet) == [("Slips 1, 2, 4", "read alike")]
    hands.press(Qt.Key.Key_Return)
    assert dict(desk.hearing.letters) == {1: (1, 2, 4)}
    assert lines(sheet) == [("Slips 1, 2, 4", "one letter")]
    assert sheet.says.text() == "In writing: 2 documents, signed by 4 people."


def test_any_slip_may_be_named_and_taken_out_again(hands: Hands, desk: Desk) -> None:
    sheet = hands.open(LettersSheet, desk)
    hands.to(sheet.numbers.editor)
    hands.replace("1-3")
    hands.press(Qt.Key.Key_Return)
    assert dict(desk.hearing.letters) == {1: (1, 2, 3)}
    hands.to(sheet.numbers.editor)
    hands.replace("2")
    sheet.apart.click()
    assert dict(desk.hearing.letters) == {1: (1, 3)}


def test_what_is_no_list_of_slips_is_said_beside_the_field(hands: Hands, desk: Desk) -> None:
    sheet = hands.open(LettersSheet, desk)
    hands.to(sheet.numbers.editor)
    hands.replace("all of them")
    hands.press(Qt.Key.Key_Return)
    assert "12, 14, 20-25" in sheet.numbers.sentence
    hands.replace("1, 9")
    hands.press(Qt.Key.Key_Return)
    assert "There is no slip 9" in sheet.said
    assert not desk.hearing.letters


@pytest.mark.parametrize(
    ("text", "slips"),
    [("3", (3,)), ("1, 3; 5 – 7", (1, 3, 5, 6, 7)), ("", ()), ("7-5", ()), ("1-9999999", ()), ("1, x", ())],
)
def test_lists_of_slips_are_read(text: str, slips: tuple[int, ...]) -> None:
    assert read(text) == slips
    assert read(told(slips)) == slips
