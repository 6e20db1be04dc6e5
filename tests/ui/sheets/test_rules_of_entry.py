"""What of a slip is public is seen while it is typed (P-01), and nothing private has to be typed (G-11)."""

from collections.abc import Callable
from dataclasses import fields

import pytest
from PySide6.QtWidgets import QWidget

from hearingdesk.desk import Desk
from hearingdesk.domain.values import Contact
from hearingdesk.ui.console.sheets.register import RegisterSheet
from hearingdesk.ui.console.sheets.slip import SlipSheet
from hearingdesk.ui.kit.fields import ChoiceField, LineField
from hearingdesk.ui.kit.text import PlainLabel
from tests.builders import PROFILE, Evening, commenting
from tests.ui.sheets.conftest import Hands

AtDesk = Callable[[Evening], Desk]


def top(widget: QWidget, within: QWidget) -> int:
    return widget.mapTo(within, widget.rect().topLeft()).y()


@pytest.mark.parametrize("kind", [RegisterSheet, SlipSheet])
def test_what_is_private_stands_below_a_heading_that_says_so(
    hands: Hands, at_desk: AtDesk, kind: type[RegisterSheet | SlipSheet]
) -> None:
    form = hands.open(kind, at_desk(commenting(PROFILE, "Ann Lee"))).form
    (heading,) = [words for words in form.findChildren(PlainLabel) if words.text() == "Not public"]
    private: set[QWidget] = {getattr(form, field.name) for field in fields(Contact)}
    everything: set[QWidget] = {*form.findChildren(LineField), *form.findChildren(ChoiceField)}
    below = {field for field in everything if top(field, form) > top(heading, form)}
    assert below == private


def test_a_slip_with_no_field_filled_is_taken(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE))
    sheet = hands.open(RegisterSheet, desk)
    sheet.enter()
    assert desk.hearing.registrations[1].name == "Speaker 1"
    assert desk.contacts == {}
