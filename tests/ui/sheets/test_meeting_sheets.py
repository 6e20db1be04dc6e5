"""What all sheets have in common: focus, following, a journal that fails."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hearingdesk.desk import Desk
from hearingdesk.ui.console.sheets import SHEETS
from hearingdesk.ui.console.sheets.recess import RecessSheet
from hearingdesk.ui.console.sheets.sheet import ANOTHER_WAS_FIRST
from tests.builders import AGENDA, PROFILE, Evening, commenting, in_session, prepared
from tests.fakes import BeatenJournal, FakeClock, MemoryJournal
from tests.ui.sheets.conftest import Hands

Key = Qt.Key
AtDesk = Callable[[Evening], Desk]


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_opens_takes_the_focus_and_gives_it_back(hands: Hands, at_desk: AtDesk, name: str) -> None:
    sheet = SHEETS[name](at_desk(commenting(PROFILE, "Ada Bell", "Omar Cruz")))
    sheet.open_over(hands.host)
    assert sheet.isAncestorOf(hands.focus)
    hands.press(Key.Key_Escape)
    assert not sheet.isVisible()
    assert hands.focus is hands.summary


@pytest.mark.parametrize("name", SHEETS)
def test_a_closed_sheet_no_longer_follows_the_desk(hands: Hands, at_desk: AtDesk, name: str) -> None:
    desk = at_desk(commenting(PROFILE, "Ada Bell"))
    sheet = SHEETS[name](desk)
    sheet.open_over(hands.host)
    assert desk._followers == [sheet.show_anew]
    hands.press(Key.Key_Escape)
    assert desk._followers == []


@pytest.mark.parametrize("name", sorted(SHEETS.keys() - {"entry"}))  # which has always an entry to strike
def test_every_sheet_opens_on_a_hearing_with_nothing_in_it(hands: Hands, at_desk: AtDesk, name: str) -> None:
    sheet = SHEETS[name](at_desk(prepared(agenda=AGENDA[:1])))
    sheet.open_over(hands.host)
    hands.press(Key.Key_Return)
    assert sheet.isVisible()


def test_a_journal_that_cannot_be_written_is_said_in_the_sheet_and_to_the_window(
    hands: Hands, qtbot: QtBot, at_desk: AtDesk
) -> None:
    evening = in_session()
    journal = MemoryJournal(evening.hearing.entries)
    desk = Desk(journal, FakeClock(evening.now))
    sheet = hands.open(RecessSheet, desk)
    journal.failing = "The disk is full. Everything up to 6:00 PM is safe. Make room and press again."
    with qtbot.waitSignal(sheet.journal_lost) as lost:
        hands.press("Break", Key.Key_Return)
    assert lost.args == [journal.failing]
    assert sheet.said == journal.failing
    assert sheet.reason.text() == "Break"
    assert desk.hearing.recess is None


@pytest.mark.parametrize(("times", "recorded"), [(1, True), (2, False)])
def test_an_act_that_another_station_forestalled_is_decided_again_once(
    hands: Hands, times: int, *, recorded: bool
) -> None:
    evening = in_session()
    desk = Desk(BeatenJournal(evening.hearing.entries, times), FakeClock(evening.now))
    sheet = hands.open(RecessSheet, desk)
    hands.press(Key.Key_Return)
    assert (desk.hearing.recess is not None) is recorded
    assert sheet.said == ("" if recorded else ANOTHER_WAS_FIRST)
