"""The sheet of retention: dates read, a hold placed and lifted (P-12)."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt

from hearingdesk.desk import Desk
from hearingdesk.domain.retention import HELD, NO_SERIES
from hearingdesk.ui.console.sheets.retention import REHEARSAL, RetentionSheet
from tests.builders import MEETING, Evening, in_session, prepared
from tests.domain.test_retention import SCHEDULED, adjourned
from tests.ui.sheets.conftest import Hands

Enter = Qt.Key.Key_Return
AtDesk = Callable[[Evening], Desk]


def held(desk: Desk) -> bool:
    return desk.hearing.hold is not None


def test_a_hold_is_placed_and_lifted_with_its_reason(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(adjourned())
    sheet = hands.open(RetentionSheet, desk)
    assert "Speaker slips: kept until February 5, 2033, 7 years after the meeting" in sheet.dates.text()
    hands.press(Enter)
    assert sheet.said == "Say what the hold is for, such as the matter and who asked for it."
    hands.press("Doe v. City", Enter)
    assert held(desk)
    assert sheet.hold.isVisible()
    assert sheet.hold.text() == f"{HELD} Since February 5, 2026: Doe v. City."
    assert sheet.said == "On the record: Legal hold placed: Doe v. City."
    assert sheet.reason.text() == ""
    hands.press("settled", Enter)
    assert not held(desk)
    assert not sheet.hold.isVisible()


def test_without_a_schedule_the_custodian_is_named(hands: Hands, at_desk: AtDesk) -> None:
    assert hands.open(RetentionSheet, at_desk(in_session())).dates.text() == NO_SERIES


def test_a_rehearsal_is_kept_for_no_time(hands: Hands, at_desk: AtDesk) -> None:
    evening = prepared(SCHEDULED, meeting=replace(MEETING, rehearsal=True))
    assert hands.open(RetentionSheet, at_desk(evening)).dates.text() == REHEARSAL
