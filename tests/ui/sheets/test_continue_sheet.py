"""Continuing, leaving open, reopening, pressed as a clerk presses them."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.events import HearingContinued, RecordLeftOpen
from hearingdesk.domain.values import MotionResult, VoteMethod
from hearingdesk.ui.console.sheets.continuing import NO_DAY, ContinueSheet
from tests.builders import PROFILE, SIX, Evening, commenting
from tests.ui.sheets.conftest import Hands

Key = Qt.Key
AtDesk = Callable[[Evening], Desk]
NEXT = SIX + timedelta(days=14, minutes=-30)


def test_an_item_is_continued_with_the_sentences_standing_while_they_are_typed(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE, "Ada Bell", "Omar Cruz"))
    sheet = hands.open(ContinueSheet, desk)
    assert (sheet.aloud.text(), sheet.minutes.text()) == ("–", "–")
    hands.to(sheet.day.editor)
    hands.press("Feb 19, 2026", Key.Key_Tab)
    hands.replace("5:30")
    assert sheet.aloud.text() == (
        "“Item 1 is continued to Thursday, February 19, 2026, at 5:30 p.m., at City Hall 301-B. "
        "The 2 people waiting keep their places in line.”"
    )
    assert (
        sheet.minutes.text() == "Public comment was continued to February 19, 2026, at 5:30 p.m., at City Hall 301-B."
    )
    assert sheet.waiting.text().startswith("2 people are waiting. The record keeps them as the queue")
    hands.press(Key.Key_Return)
    assert desk.hearing.entries[-1].event == HearingContinued(NEXT, "City Hall 301-B", "1")
    assert not sheet.isVisible()


def test_the_whole_meeting_is_one_letter_away_and_needs_a_place(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE, "Ada Bell"))
    sheet = hands.open(ContinueSheet, desk)
    hands.press("m")
    assert not sheet.item.isVisible()
    assert sheet.main.words == "Continue the meeting"
    hands.press(Key.Key_Return)
    assert sheet.day.sentence == NO_DAY
    hands.press("2/19/2026")
    hands.to(sheet.place.editor)
    hands.replace(" ")
    hands.press(Key.Key_Return)
    assert sheet.said == "A hearing is continued to a date, a time and a place. Say where."
    hands.press("Library", Key.Key_Return)
    continued = desk.hearing.continued
    assert continued is not None
    assert (continued.place, continued.item) == ("Library", "")


def test_a_day_gone_by_is_refused_in_the_rules_own_words(hands: Hands, at_desk: AtDesk) -> None:
    sheet = hands.open(ContinueSheet, at_desk(commenting(PROFILE, "Ada Bell")))
    hands.to(sheet.day.editor)
    hands.press("Feb 1, 2026", Key.Key_Return)
    assert sheet.said == "A hearing is continued to a date and time after this meeting's."


def test_the_record_is_left_open(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE))
    sheet = hands.open(ContinueSheet, desk)
    hands.press("r")
    assert not sheet.place.isVisible()
    hands.to(sheet.day.editor)
    hands.press("Feb 19, 2026", Key.Key_Tab)
    hands.replace("5:30 pm")
    assert sheet.minutes.text() == (
        "The record was left open for written comments until February 19, 2026, at 5:30 p.m."
    )
    hands.press(Key.Key_Return)
    assert desk.hearing.entries[-1].event == RecordLeftOpen("1", NEXT)


def test_testimony_is_reopened_by_the_motion_that_carried(hands: Hands, at_desk: AtDesk) -> None:
    evening = commenting(PROFILE, "Ada Bell", "Omar Cruz")
    desk = at_desk(evening)
    sheet = hands.open(ContinueSheet, desk)
    hands.press("o")
    assert sheet.main.refusal == "Testimony on Item 1 is not closed."
    hands.press(Key.Key_Escape)
    evening.act(rules.close_testimony)
    evening.act(rules.make_motion, text="To hear two more.", mover="ortega", seconder="xiong")
    evening.act(rules.take_vote, method=VoteMethod.VOICE, result=MotionResult.CARRIED)
    desk = at_desk(evening)
    sheet = hands.open(ContinueSheet, desk)
    assert sheet.aloud.text() == ("“Testimony on Item 1 is reopened. The 2 people not reached before will be called.”")
    hands.to(sheet.suggestion)
    hands.press(Key.Key_Return)
    assert sheet.minutes.text() == "Public comment was reopened at 6:00 p.m. (by motion 1, “To hear two more”)."
    hands.press(Key.Key_Return)
    assert desk.hearing.items["1"].reopenings[0].reason == "by motion 1, “To hear two more”"
    assert desk.hearing.items["1"].queue == (1, 2)
