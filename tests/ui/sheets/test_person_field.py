"""A sheet asks for a person by name or number, and says who may be meant."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from hearingdesk.desk import Desk
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.hearing import Hearing
from hearingdesk.ui.console.sheets.person_field import PersonField, meant
from hearingdesk.ui.console.sheets.slip import GiveDrawer, SlipSheet
from tests.builders import PROFILE, Evening, commenting
from tests.domain.test_pooling import ONE
from tests.ui.sheets.conftest import Hands

Key = Qt.Key
AtDesk = Callable[[Evening], Desk]
PEOPLE = ("María Núñez", "Ann Lee", "Ann Leigh", "Bo O'Brien", "Ann Lee-Ward")


def people() -> Hearing:
    return commenting(PROFILE, *PEOPLE).hearing


@pytest.mark.parametrize(
    ("typed", "slip"),
    [
        ("2", 2),
        ("maria", 1),
        ("nunez m", 1),
        ("obrien", 4),
        ("ann lee", 2),
        ("ann", 0),
        ("nobody", 0),
        ("9", 0),
        ("", 0),
    ],
)
def test_who_is_meant(typed: str, slip: int) -> None:
    assert meant(people(), typed) == slip


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Write a name, or the number of a slip."),
        ("9", "There is no slip 9."),
        ("xyz", "There is nobody called “xyz”."),
        ("ann", "More than one may be meant: 2 Ann Lee · 3 Ann Leigh · 5 Ann Lee-Ward. Write the number."),
    ],
)
def test_why_nobody_is_meant(at_desk: AtDesk, hands: Hands, typed: str, sentence: str) -> None:
    field = PersonField(at_desk(commenting(PROFILE, *PEOPLE)), "Who spoke")
    field.setParent(hands.host)
    field.show_text(typed)
    with pytest.raises(OutOfOrder) as told:
        field.need()
    assert told.value.sentence == field.sentence == sentence


def test_a_turn_is_given_to_somebody_by_name(at_desk: AtDesk, hands: Hands) -> None:
    desk = at_desk(commenting(ONE, "Ann Lee", "Bo Cruz", "Cy Dee"))
    sheet = hands.open(SlipSheet, desk, 2)
    sheet.give.click()
    drawer = sheet.drawer
    assert isinstance(drawer, GiveDrawer)
    hands.press("lee")
    assert drawer.to.hint == "1 Ann Lee"
    hands.press(Key.Key_Return)
    assert desk.hearing.registrations[1].donors == (2,)
