"""Order, roll and agenda, pressed as a clerk presses them."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import ItemState, Phase
from hearingdesk.domain.values import (
    Attendance,
    Disposition,
    Standing,
)
from hearingdesk.ui.console.sheets.agenda import AgendaSheet
from hearingdesk.ui.console.sheets.agenda_drawers import CloseDrawer
from hearingdesk.ui.console.sheets.roll import RollSheet
from tests.builders import PROFILE, Evening, commenting, in_session, prepared
from tests.ui.sheets.conftest import Hands

Key = Qt.Key
AtDesk = Callable[[Evening], Desk]


def phase(desk: Desk) -> Phase:
    return desk.hearing.phase


def in_hand(desk: Desk) -> str:
    return desk.hearing.in_hand


def test_call_to_order_and_the_roll_by_keys(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(prepared())
    sheet = hands.open(RollSheet, desk)
    hands.press(Key.Key_Return)
    assert phase(desk) is Phase.IN_SESSION
    assert desk.hearing.presiding == "brennan"
    hands.press("prea", Key.Key_Return)
    assert sheet.said == "The roll leaves out Grace Kowalski. Say present, excused or absent for each member."
    hands.press("p")
    assert sheet.said == ""
    assert sheet.quorum.text() == "3 of 5 marked present; 3 make a quorum."
    hands.to(sheet.staff.editor)
    hands.press("Lee Wong, Executive Director; Sam Ito", Key.Key_Return)
    marks = [line.attendance for line in desk.hearing.roll]
    assert marks == [Attendance.PRESENT, Attendance.REMOTE, Attendance.EXCUSED, Attendance.ABSENT, Attendance.PRESENT]
    assert desk.hearing.staff == ("Lee Wong, Executive Director", "Sam Ito")
    assert not sheet.isVisible()


def test_the_vice_chair_presides_and_says_why(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(prepared())
    hands.open(RollSheet, desk)
    hands.press(Key.Key_Down, Key.Key_Tab, "the Chair is excused", Key.Key_Return)
    assert (desk.hearing.presiding, desk.hearing.why_acting) == ("ortega", "the Chair is excused")


def test_arrivals_and_departures_keep_the_quorum_live(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session())
    sheet = hands.open(RollSheet, desk)
    hands.press("d")
    assert sheet.quorum.text() == "No quorum: 2 of 5 present, 3 needed."
    assert sheet.list.lines.row(0).aside == "Left at 6:00 PM"
    hands.press("d")
    assert sheet.said == "Ada Brennan is not present."
    hands.press(Key.Key_Down, Key.Key_Down, Key.Key_Down, "r")
    assert sheet.list.lines.row(3).aside == "Arrived at 6:00 PM, remote"
    assert desk.hearing.present == {"ortega", "xiong", "haddad"}


def test_the_whole_roll_can_be_called_again(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session())
    sheet = hands.open(RollSheet, desk)
    hands.to(sheet.again)
    hands.press(Key.Key_Return, "ppppe", Key.Key_Return)
    assert len(desk.hearing.present) == 4


def test_after_a_recess_all_are_marked_as_they_were_and_who_is_not_back_is_one_key(
    hands: Hands, at_desk: AtDesk
) -> None:
    evening = in_session()
    evening.act(rules.member_arrives, member="haddad", remote=True)
    evening.act(rules.recess, reason="Emergency")
    evening.wait(840)
    evening.act(rules.reconvene)
    desk = at_desk(evening)
    sheet = hands.open(RollSheet, desk)
    asides = [sheet.list.lines.row(n).aside for n in range(5)]
    assert asides == ["Present", "Present", "Present", "Present, remote", "Excused"]
    assert sheet.presides.text() == "After the recess: mark who is not back, then Enter. Ada Brennan, Chair, presides."
    hands.press(Key.Key_Down, "a", "a", Key.Key_Return)
    assert not sheet.isVisible()
    assert desk.hearing.present == {"brennan", "haddad"}
    assert [m.arrived for m in desk.hearing.movements] == [True, False, False]
    sheet = hands.open(RollSheet, desk)
    assert not sheet.main.isVisible(), "the roll is not asked for again"


def test_a_note_on_a_member_goes_into_the_roll(hands: Hands, at_desk: AtDesk) -> None:
    evening = prepared()
    evening.act(rules.call_to_order, presiding="brennan")
    desk = at_desk(evening)
    sheet = hands.open(RollSheet, desk)
    hands.press("pppe", "a")
    hands.to(sheet.about.editor)
    hands.press("expected in due course", Key.Key_Return)
    assert [line.note for line in desk.hearing.roll] == ["", "", "", "", "expected in due course"]


def test_the_chair_is_recused_and_the_vice_chair_presides_from_the_roll_sheet(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session())
    sheet = hands.open(RollSheet, desk)
    hands.press("c")
    assert sheet.said == "Ada Brennan presides already."
    hands.press(Key.Key_Down, "c", "the Chair is recused", Key.Key_Return)
    assert desk.hearing.presiding == "ortega"
    assert sheet.presides.text() == "Luis Ortega, Vice-chair, presides."
    assert hands.focus is sheet.list


def test_an_item_is_taken_up_by_enter_and_the_sheet_gives_way(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session())
    sheet = hands.open(AgendaSheet, desk)
    hands.press(Key.Key_Return)
    assert in_hand(desk) == "1"
    assert not sheet.isVisible()


def test_an_item_out_of_order_asks_why_and_takes_enter_for_an_answer(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session())
    sheet = hands.open(AgendaSheet, desk)
    hands.press(Key.Key_Down, Key.Key_Return)
    assert in_hand(desk) == ""
    assert sheet.main.words == "Take up out of order"
    hands.press("the staff has another meeting", Key.Key_Return)
    assert in_hand(desk) == "2"
    assert desk.hearing.entries[-1].event == rules.take_up(
        in_session().hearing, item="2", reason="the staff has another meeting"
    )
    assert not sheet.isVisible(), "as after plain taking up"


def test_an_item_dealt_with_is_gone_back_to_with_a_reason(hands: Hands, at_desk: AtDesk) -> None:
    evening = in_session()
    evening.act(rules.take_up, item="2")
    evening.act(rules.take_up, item="1")
    desk = at_desk(evening)
    sheet = hands.open(AgendaSheet, desk)
    hands.press(Key.Key_Down, Key.Key_Return)
    assert sheet.main.words == "Go back to it"
    hands.press(Key.Key_Return)
    assert sheet.said == "Item 2 has been dealt with already. To go back to it, give the reason."
    hands.press("a member asked for it", Key.Key_Return)
    assert in_hand(desk) == "2"


def test_people_still_listed_keep_another_item_from_being_taken_up(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE, "Ada Bell"))
    sheet = hands.open(AgendaSheet, desk)
    hands.press(Key.Key_Down)
    sentence = "1 person is still listed on Item 1. Suspend it, or close its testimony, first."
    assert sheet.why == sentence
    assert sheet.main.refusal == sentence
    hands.press(Key.Key_Return)
    assert sheet.said == sentence
    assert in_hand(desk) == "1"


def test_the_item_is_suspended_until_after_another_and_resumed_with_its_queue(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE, "Ada Bell", "Omar Cruz"))
    sheet = hands.open(AgendaSheet, desk)
    hands.press("s", "the guest speaker", Key.Key_Return)
    item = desk.hearing.items["1"]
    assert (item.state, item.resumes_after, item.queue) == (ItemState.SUSPENDED, "6", (1, 2))
    assert item.sittings[-1].reason == "the guest speaker"
    assert sheet.said == "Item 1 is suspended."
    assert sheet.main.words == "Resume"
    hands.press(Key.Key_Return)
    assert in_hand(desk) == "1"
    assert desk.hearing.items["1"].queue == (1, 2)


def test_escape_leaves_the_drawer_first_and_then_the_sheet(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE, "Ada Bell"))
    sheet = hands.open(AgendaSheet, desk)
    hands.press("s", Key.Key_Escape)
    assert sheet.isVisible()
    assert hands.focus is sheet.list
    hands.press(Key.Key_Escape)
    assert not sheet.isVisible()
    assert in_hand(desk) == "1"


def test_closing_shows_the_checklist_and_closes_on_the_second_press(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE, "Ada Bell", "Omar Cruz"))
    sheet = hands.open(AgendaSheet, desk)
    hands.press("c")
    assert sheet.main.words == "Close testimony"
    assert isinstance(sheet.drawer, CloseDrawer)
    assert "○  2 people are waiting. Closing lists them as not reached." in sheet.drawer.checks.lines
    assert desk.hearing.registrations[1].standing is Standing.WAITING
    hands.press(Key.Key_Return)
    assert [desk.hearing.registrations[slip].standing for slip in (1, 2)] == [Standing.NOT_REACHED] * 2


def test_closing_is_refused_while_somebody_speaks(hands: Hands, at_desk: AtDesk) -> None:
    evening = commenting(PROFILE, "Ada Bell")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    sheet = hands.open(AgendaSheet, at_desk(evening))
    hands.press("c")
    assert sheet.drawer is None
    assert sheet.said == "Ada Bell is speaking. End the turn first."
    assert sheet.close_testimony.refusal == sheet.said


def test_an_item_is_disposed_of_with_a_note(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session())
    sheet = hands.open(AgendaSheet, desk)
    hands.press(Key.Key_Down, "d", "h", Key.Key_Tab, "until the spring", Key.Key_Return)
    item = desk.hearing.items["2"]
    assert (item.disposition, item.disposition_note) == (Disposition.HELD, "until the spring")
    assert sheet.said == "Item 2: held to the call of the chair."


def test_who_arrives_and_who_leaves_is_said_where_the_sheet_stays(hands: Hands, at_desk: AtDesk) -> None:
    sheet = hands.open(RollSheet, at_desk(in_session()))
    sheet.list.choose("haddad")
    hands.press("p")
    assert sheet.said == "On the record: Omar Haddad arrived."
    hands.press("d")
    assert sheet.said == "On the record: Omar Haddad left."
