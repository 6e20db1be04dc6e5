"""The handover sheet: initials and Enter, and every entry from there on carries them (P-13)."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.ui.console.sheets.handover import HandoverSheet
from tests.builders import Evening, in_session
from tests.ui.sheets.conftest import Hands

Enter = Qt.Key.Key_Return
AtDesk = Callable[[Evening], Desk]


def test_the_record_is_handed_over_by_initials_and_enter(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session())
    sheet = hands.open(HandoverSheet, desk)
    assert sheet.state.text() == "Entries are made by rd."
    assert sheet.so_far.isHidden()
    hands.press("mk", Enter)
    assert not sheet.isVisible()
    assert desk.record(rules.recess, reason="Break").by == "mk"
    again = hands.open(HandoverSheet, desk)
    assert again.state.text() == "Entries are made by mk."
    assert again.so_far.text() == "Handed over: 6:00 PM from rd to mk."


def test_without_initials_it_says_so_and_hands_nothing_over(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session())
    desk.by = ""
    sheet = hands.open(HandoverSheet, desk)
    assert sheet.state.text() == "Entries carry no initials so far."
    hands.press(Enter)
    assert sheet.said == "Say who takes over: the initials."
    hands.press("mk")
    assert sheet.said == ""
    hands.press(Enter)
    assert desk.by == "mk"
