"""What the chair does about conduct, pressed as a clerk presses it."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.events import ConductNoted
from hearingdesk.domain.values import Ending, Measure
from hearingdesk.ui.console.sheets.conduct import ConductSheet
from tests.builders import PROFILE, Evening, commenting
from tests.ui.sheets.conftest import Hands

Key = Qt.Key
AtDesk = Callable[[Evening], Desk]
UNWARNED = (
    "Ada Bell has not been warned on the record. Record the warning first; "
    "without one a removal is only for force, or a true threat of it."
)


def speaking() -> Evening:
    evening = commenting(PROFILE, "Ada Bell", "Omar Cruz")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    evening.wait(30)
    return evening


def test_a_reminder_of_the_speaker_is_one_key_and_enter(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(speaking())
    sheet = hands.open(ConductSheet, desk)
    assert sheet.who.value() == 1
    hands.press(Key.Key_Return)
    assert desk.hearing.entries[-1].event == ConductNoted(Measure.REMINDER, 1)
    assert not sheet.isVisible()


def test_a_removal_is_refused_until_the_warning_stands_and_then_ends_the_turn(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(speaking())
    sheet = hands.open(ConductSheet, desk)
    hands.press("x")
    assert (sheet.said, sheet.main.refusal) == (UNWARNED, UNWARNED)
    hands.press(Key.Key_Return)
    assert desk.hearing.floor == 1
    hands.press("w", Key.Key_Tab, "Please stop.", Key.Key_Return)
    sheet = hands.open(ConductSheet, desk)
    assert sheet.so_far.text() == "So far: warned by the chair at 6:00 PM."
    hands.press("x")
    assert sheet.said == ""
    assert not sheet.force.isVisible()
    hands.press(Key.Key_Return)
    assert desk.hearing.floor == 0
    assert desk.hearing.appearances[1].ending is Ending.REMOVED


def test_for_force_the_box_takes_the_place_of_the_warning(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(speaking())
    sheet = hands.open(ConductSheet, desk)
    hands.press("x")
    hands.to(sheet.force)
    hands.press(Key.Key_Space)
    assert (sheet.said, sheet.main.words) == ("", "Record the removal")
    hands.press(Key.Key_Return)
    assert desk.hearing.entries[-1].event == ConductNoted(Measure.REMOVAL, 1, force_or_threat=True)


def test_somebody_in_the_room_and_the_one_chosen_can_be_meant_as_well(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(speaking())
    sheet = hands.open(ConductSheet, desk, 2)
    assert [sheet.who.editor.itemText(n) for n in range(3)] == [
        "1 · Ada Bell",
        "2 · Omar Cruz",
        "Somebody in the room",
    ]
    hands.to(sheet.who.editor)
    hands.press("s")
    assert sheet.so_far.text() == "Nothing is on the record so far."
    hands.to(sheet.list)
    hands.press("m", Key.Key_Return)
    assert desk.hearing.entries[-1].event == ConductNoted(Measure.MICROPHONE_CUT, 0)
