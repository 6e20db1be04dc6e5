"""The recording sheet: now, at a time gone by, or as long ago as the recorder's counter shows (M-11)."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.ui.console.sheets.recording import RecordingSheet
from tests.builders import SIX, Evening, in_session
from tests.ui.sheets.conftest import Hands

Enter, Tab = Qt.Key.Key_Return, Qt.Key.Key_Tab
AtDesk = Callable[[Evening], Desk]


def begun(desk: Desk) -> list[datetime]:
    return [start.utc for start in desk.hearing.recordings]


def later(seconds: float = 1800) -> Evening:
    evening = in_session()
    evening.wait(seconds)
    return evening


def test_with_nothing_typed_it_begins_now(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(later())
    sheet = hands.open(RecordingSheet, desk)
    assert sheet.state.text() == "No recording is marked."
    hands.press(Enter)
    assert begun(desk) == [SIX + timedelta(minutes=30)]
    assert sheet.state.text() == "Recording 1 began at 6:30:00 PM. It stands at 0:00:00."
    assert sheet.said == "On the record: Recording started at 6:30:00 PM."


def test_it_began_at_a_time_gone_by_to_the_second(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(later())
    sheet = hands.open(RecordingSheet, desk)
    hands.press("6:05:20", Enter)
    assert begun(desk) == [SIX + timedelta(minutes=5, seconds=20)]
    assert sheet.began.text() == ""


def test_the_recorders_counter_says_how_long_ago(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(later())
    sheet = hands.open(RecordingSheet, desk)
    hands.press(Tab, "0:12:05", Enter)
    assert begun(desk) == [SIX + timedelta(minutes=17, seconds=55)]
    assert sheet.state.text() == "Recording 1 began at 6:17:55 PM. It stands at 0:12:05."


def test_each_recording_is_told(hands: Hands, at_desk: AtDesk) -> None:
    evening = later(0)
    evening.act(rules.mark_recording)
    evening.wait(3600)
    evening.act(rules.mark_recording)
    sheet = hands.open(RecordingSheet, at_desk(evening))
    assert sheet.state.text() == "Recording 1 began at 6:00:00 PM; 2 began at 7:00:00 PM. It stands at 0:00:00."


@pytest.mark.parametrize("typed", ["soon", "6:05:75", "0:70:00"])
def test_what_does_not_read_is_said_beside_its_field_and_kept(hands: Hands, at_desk: AtDesk, typed: str) -> None:
    desk = at_desk(later())
    sheet = hands.open(RecordingSheet, desk)
    hands.press(typed, Enter)
    assert sheet.began.sentence == "This reads as no time. Write it like 5:31 PM or 5:31:20 PM, or leave it empty."
    assert hands.focus is sheet.began.editor
    hands.replace("")
    hands.press(Qt.Key.Key_Backspace, Tab, typed, Enter)
    assert sheet.counter.sentence == "This reads as no counter. Write it like 12:05 or 0:12:05, or leave it empty."
    assert (begun(desk), sheet.counter.text()) == ([], typed)


def test_two_beginnings_at_once_are_asked_about(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(later())
    sheet = hands.open(RecordingSheet, desk)
    hands.press("6:05", Tab, "0:12:05", Enter)
    assert sheet.counter.sentence == "The time is typed above already. Leave one of the two empty."
    assert begun(desk) == []


def test_what_the_rule_refuses_is_said_and_kept(hands: Hands, at_desk: AtDesk) -> None:
    evening = later()
    evening.act(rules.adjourn)
    desk = at_desk(evening)
    sheet = hands.open(RecordingSheet, desk)
    hands.press(Enter)
    assert sheet.said == "The meeting is adjourned. Say at what time of the meeting the recording began."
    hands.press("6:05", Enter)
    assert begun(desk) == [SIX + timedelta(minutes=5)]
