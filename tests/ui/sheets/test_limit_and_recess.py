"""The limit changed, recess, adjournment, pressed as a clerk presses them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Phase
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.ui.console.sheets.adjourn import AdjournSheet
from hearingdesk.ui.console.sheets.limit import LimitSheet
from hearingdesk.ui.console.sheets.recess import RecessSheet
from tests.builders import PROFILE, SIX, Evening, commenting, in_session
from tests.ui.sheets.conftest import Hands

Key = Qt.Key
AtDesk = Callable[[Evening], Desk]


def phase(desk: Desk) -> Phase:
    return desk.hearing.phase


def test_the_limit_is_changed_in_two_presses(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE, *(f"Speaker {n} Vu" for n in range(10))))
    sheet = hands.open(LimitSheet, desk)
    hands.press("2")
    assert sheet.aloud.text().startswith("“From now on each speaker has 2 minutes, and 4 minutes with a consecutive")
    assert sheet.minutes.text().startswith("At 6:00 p.m. the Chair reduced the limit from 3 minutes to 2 minutes")
    current = sheet.list.current
    assert current is not None
    assert (current.title, current.aside) == ("Done about 6:20 PM", "at the latest 6:25 PM")
    hands.press(Key.Key_Return)
    item = desk.hearing.items["1"]
    assert item.limit == timedelta(minutes=2)
    assert item.limits[-1][1].ordered_by == "the Chair"
    assert not sheet.isVisible()


def test_below_the_floor_the_sheet_asks_for_the_reason_beside_its_field(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE, "Ada Bell"))
    sheet = hands.open(LimitSheet, desk)
    hands.press(Key.Key_Tab)
    hands.replace("45 s")
    hands.press(Key.Key_Return)
    assert hands.focus is sheet.reason.editor
    assert sheet.reason.sentence == "The rule of this body sets a floor of 1 minute. To go below it, give the reason."
    assert desk.hearing.items["1"].limit == timedelta(minutes=3)
    hands.press("the building closes at nine", Key.Key_Return)
    assert desk.hearing.items["1"].limit == timedelta(seconds=45)
    assert desk.hearing.items["1"].limits[-1][1].below_floor_because == "the building closes at nine"


def test_what_is_no_limit_is_said_beside_the_field_and_kept(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE, "Ada Bell"))
    sheet = hands.open(LimitSheet, desk)
    hands.press(Key.Key_Tab)
    hands.replace("two or so")
    hands.press(Key.Key_Return)
    assert sheet.new.sentence == "This reads as no span of time. Write it like 2, 2:30 or 90 s."
    assert sheet.new.text() == "two or so"
    assert sheet.isVisible()


def test_a_limit_fixed_at_the_start_is_warned_of(hands: Hands, at_desk: AtDesk) -> None:
    fixed: RuleProfile = replace(PROFILE, limit_fixed_at_start=True)
    evening = commenting(fixed, "Ada Bell", "Omar Cruz")
    sheet = hands.open(LimitSheet, at_desk(evening))
    assert sheet.warning.text() == ""
    hands.press(Key.Key_Escape)
    evening.turn(1)
    sheet = hands.open(LimitSheet, at_desk(evening))
    assert sheet.warning.text() == (
        "The rule of this body fixes the limit at the start of the item, and people have been heard."
    )


def test_without_an_item_in_hand_the_limit_sheet_says_so(hands: Hands, at_desk: AtDesk) -> None:
    sheet = hands.open(LimitSheet, at_desk(in_session()))
    assert sheet.in_force.text() == "No item is in hand. Take one up first."
    hands.to(sheet.new.editor)
    hands.press("2", Key.Key_Return)
    assert sheet.said == "No item is in hand. Take one up first."


def test_a_recess_stops_the_clock_and_the_same_sheet_reconvenes(hands: Hands, at_desk: AtDesk) -> None:
    evening = commenting(PROFILE, "Ada Bell")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    desk = at_desk(evening)
    sheet = hands.open(RecessSheet, desk)
    hands.press("Fire alarm")
    hands.to(sheet.back_at.editor)
    hands.press("+15", Key.Key_Return)
    recess = desk.hearing.recess
    assert recess is not None
    assert (recess.reason, recess.back_at) == ("Fire alarm", SIX + timedelta(minutes=15))
    assert desk.hearing.turn is not None
    assert desk.hearing.turn.stopped is not None
    assert not sheet.isVisible()
    sheet = hands.open(RecessSheet, desk)
    assert sheet.state.text() == "In recess since 6:00 PM: Fire alarm. Back at 6:15 PM."
    hands.press(Key.Key_Return)
    assert phase(desk) is Phase.IN_SESSION


def test_a_time_that_does_not_read_is_said_beside_its_field(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session())
    sheet = hands.open(RecessSheet, desk)
    hands.to(sheet.back_at.editor)
    hands.press("soonish", Key.Key_Return)
    assert sheet.back_at.sentence == "This reads as no time. Write it like 7:54 PM, or leave it empty."
    assert desk.hearing.recess is None


def test_a_usual_reason_is_one_press(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session())
    sheet = hands.open(RecessSheet, desk)
    hands.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Return)
    assert sheet.reason.text() == "Emergency"
    hands.press(Key.Key_Return)
    assert desk.hearing.recess is not None
    assert desk.hearing.recess.reason == "Emergency"


def test_adjourning_is_refused_while_somebody_speaks_with_the_sentence_in_sight(hands: Hands, at_desk: AtDesk) -> None:
    evening = commenting(PROFILE, "Ada Bell")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    desk = at_desk(evening)
    sheet = hands.open(AdjournSheet, desk)
    sentence = "Ada Bell is speaking. End the turn first."
    assert sheet.said == sentence
    assert sheet.main.refusal == sentence
    hands.press(Key.Key_Return)
    assert sheet.said == sentence
    assert phase(desk) is Phase.IN_SESSION
    desk.record(rules.end_turn)
    assert sheet.said == ""
    hands.press(Key.Key_Return)
    assert phase(desk) is Phase.ADJOURNED
    assert desk.hearing.adjourned_how == "without objection"
    assert desk.head[-4:] in sheet.done.text()


def test_the_checklist_of_adjourning_stands_in_the_sheet(hands: Hands, at_desk: AtDesk) -> None:
    sheet = hands.open(AdjournSheet, at_desk(in_session()))
    assert sheet.checks.lines == [
        "✓  The roll was called.",
        "○  Not taken up: Items 1, 2 and 6.",
        "✓  Every item dealt with has its disposition.",
    ]


def test_the_next_lower_limit_is_two_presses_away(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE, "Ada Bell", "Omar Cruz"))
    sheet = hands.open(LimitSheet, desk)
    assert sheet.new.text() == "2:00"
    assert "reduced the limit from 3 minutes to 2 minutes" in sheet.minutes.text()
    hands.press(Key.Key_Return)
    assert desk.hearing.items["1"].limit == timedelta(minutes=2)


def test_the_wished_end_gives_the_limit_that_fits(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE, *(f"Speaker {n}" for n in range(40))))
    sheet = hands.open(LimitSheet, desk)
    hands.to(sheet.by_when.editor)
    hands.press("7:30 pm")
    assert sheet.fits.text() == "1:55 each, and all 40 are heard by 7:30 PM."
    assert sheet.new.text() == "1:55"
    hands.press(Key.Key_Return)
    assert desk.hearing.items["1"].limit == timedelta(seconds=115)


def test_below_the_floor_the_wished_end_says_how_many_would_not_be_heard(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE, *(f"Speaker {n}" for n in range(40))))
    sheet = hands.open(LimitSheet, desk)
    hands.to(sheet.by_when.editor)
    hands.press("6:45 pm")
    assert sheet.fits.text() == (
        "0:45 each would fit, below the floor of 1 minute. At the floor 33 are heard by 6:45 PM, 7 not."
    )
    assert sheet.new.text() == "1:00"


def test_the_time_in_all_is_shown_and_extended(hands: Hands, at_desk: AtDesk) -> None:
    capped = replace(PROFILE, cap=timedelta(minutes=30))
    evening = commenting(capped, "Ada Bell", "Omar Cruz")
    evening.turn(1, 100)
    desk = at_desk(evening)
    sheet = hands.open(LimitSheet, desk)
    assert sheet.cap.text() == "Of 30 minutes in all for Item 1, 28:20 are left: about 10 more at 3:00 each."
    hands.to(sheet.more.editor)
    hands.press("soon", Key.Key_Return)
    assert sheet.more.sentence == "This reads as no span of time. Write it like 10 or 7:30."
    hands.replace("10")
    assert sheet.told.text() == "At 6:01 p.m. the Chair extended the time for the item by 10 minutes."
    hands.press(Key.Key_Return)
    assert desk.hearing.items["1"].cap == timedelta(minutes=40)
    assert sheet.said.startswith("Of 40 minutes in all for Item 1, 38:20 are left")
    assert desk.hearing.items["1"].limit == timedelta(minutes=3), "the limit is not changed with it"


def test_without_a_limit_in_all_the_sheet_says_nothing_of_one(hands: Hands, at_desk: AtDesk) -> None:
    sheet = hands.open(LimitSheet, at_desk(commenting(PROFILE, "Ada Bell")))
    assert not sheet.more.isVisible()


def test_a_break_is_planned_and_taken_back(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session())
    sheet = hands.open(RecessSheet, desk)
    hands.to(sheet.later.editor)
    hands.press("8 pm", Key.Key_Return)
    assert sheet.length.sentence == "This reads as no span of time. Write it like 10 or 7:30."
    hands.press("10", Key.Key_Return)
    assert [(one.at, one.length) for one in desk.hearing.planned] == [(SIX + timedelta(hours=2), timedelta(minutes=10))]
    assert sheet.planned.text() == "Planned: 8:00 PM, 10 minutes."
    assert desk.hearing.recess is None
    hands.to(sheet.plan)
    hands.press(Key.Key_Return)
    assert desk.hearing.planned == ()
    assert sheet.planned.text() == ""


def test_of_several_breaks_the_one_that_is_named_is_taken_back(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session())
    sheet = hands.open(RecessSheet, desk)
    for at, name in (("8 pm", "8:00 PM"), ("9:30 pm", "9:30 PM")):
        hands.to(sheet.later.editor)
        hands.press(at)
        hands.to(sheet.length.editor)
        hands.press("10", Key.Key_Return)
        assert sheet.said == f"Planned for {name}."
    assert sheet.planned.text() == "Planned: 8:00 PM, 10 minutes; 9:30 PM, 10 minutes."
    assert sheet.plan.words == "Take back 8:00 PM"
    hands.to(sheet.later.editor)
    hands.press("9:30 pm")
    assert sheet.plan.words == "Take back 9:30 PM"
    hands.press(Key.Key_Return)
    assert sheet.said == "No break at 9:30 PM."
    assert sheet.planned.text() == "Planned: 8:00 PM, 10 minutes."
