"""The sheets around the floor, pressed as a clerk presses them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hearingdesk.desk import Conflict, Desk
from hearingdesk.domain import rules
from hearingdesk.domain.events import Entry
from hearingdesk.domain.hearing import ItemState, Phase
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.values import (
    Attendance,
    Choice,
    Contact,
    Disposition,
    ItemKind,
    ItemNotice,
    MotionResult,
    Standing,
    VoteMethod,
)
from hearingdesk.ui.console.sheets import SHEETS
from hearingdesk.ui.console.sheets.adjourn import AdjournSheet
from hearingdesk.ui.console.sheets.agenda import AgendaSheet
from hearingdesk.ui.console.sheets.limit import LimitSheet
from hearingdesk.ui.console.sheets.motion import MotionSheet
from hearingdesk.ui.console.sheets.recess import RecessSheet
from hearingdesk.ui.console.sheets.roll import RollSheet
from hearingdesk.ui.console.sheets.sheet import ANOTHER_WAS_FIRST
from hearingdesk.ui.kit.text import PlainLabel
from tests.builders import AGENDA, PROFILE, SIX, Evening, commenting, in_session, prepared
from tests.fakes import FakeClock, MemoryJournal
from tests.ui.sheets.conftest import Hands

Key = Qt.Key
AtDesk = Callable[[Evening], Desk]
CONSENT = (
    *AGENDA,
    ItemNotice("3", "3", "Resolution relating to an appointment", "FPC1002", ItemKind.CONSENT),
)


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
    assert desk._followers == [sheet.show_hearing]
    hands.press(Key.Key_Escape)
    assert desk._followers == []


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_opens_on_a_hearing_with_nothing_in_it(hands: Hands, at_desk: AtDesk, name: str) -> None:
    sheet = SHEETS[name](at_desk(prepared(agenda=AGENDA[:1])))
    sheet.open_over(hands.host)
    hands.press(Key.Key_Return)
    assert sheet.isVisible()


def phase(desk: Desk) -> Phase:
    return desk.hearing.phase


def in_hand(desk: Desk) -> str:
    return desk.hearing.in_hand


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


class Beaten(MemoryJournal):
    """Another station is first, so many times."""

    def __init__(self, entries: Iterable[Entry], times: int) -> None:
        super().__init__(entries)
        self._times = times

    def append(self, entries: Sequence[Entry], contacts: Mapping[int, Contact]) -> None:
        self._times -= 1
        if self._times >= 0:
            raise Conflict
        super().append(entries, contacts)


@pytest.mark.parametrize(("times", "recorded"), [(1, True), (2, False)])
def test_an_act_that_another_station_forestalled_is_decided_again_once(
    hands: Hands, times: int, *, recorded: bool
) -> None:
    evening = in_session()
    desk = Desk(Beaten(evening.hearing.entries, times), FakeClock(evening.now))
    sheet = hands.open(RecessSheet, desk)
    hands.press(Key.Key_Return)
    assert (desk.hearing.recess is not None) is recorded
    assert sheet.said == ("" if recorded else ANOTHER_WAS_FIRST)


# The roll


def test_call_to_order_and_the_roll_by_keys(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(prepared())
    sheet = hands.open(RollSheet, desk)
    hands.press(Key.Key_Return)
    assert phase(desk) is Phase.IN_SESSION
    assert desk.hearing.presiding == "brennan"
    hands.press("prea", Key.Key_Return)
    assert sheet.said == "The roll leaves out Grace Kowalski. Say present, excused or absent for each member."
    hands.press("p")
    assert sheet.quorum.text() == "3 of 5 marked present; 3 make a quorum."
    hands.to(sheet.staff.editor)
    hands.press("Lee Wong, Executive Director; Sam Ito", Key.Key_Return)
    marks = [line.attendance for line in desk.hearing.roll]
    assert marks == [Attendance.PRESENT, Attendance.REMOTE, Attendance.EXCUSED, Attendance.ABSENT, Attendance.PRESENT]
    assert desk.hearing.staff == ("Lee Wong, Executive Director", "Sam Ito")
    assert sheet.said == "The roll is on the record. 3 of 5 present; 3 make a quorum."


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


# The agenda


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
    assert sheet.drawer is not None
    shown = [words.text() for words in sheet.drawer.findChildren(PlainLabel)]
    assert "○  2 people are waiting. Closing lists them as not reached." in shown
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


# Motions


def consent_motion(hands: Hands, desk: Desk) -> MotionSheet:
    """Luis Ortega moves, Mai Xiong seconds, to adopt what is on the consent agenda; all by keys."""
    sheet = hands.open(MotionSheet, desk)
    hands.to(sheet.form.mover.editor)
    hands.press("l", Key.Key_Tab, "m", Key.Key_Tab, "a")
    hands.to(sheet.form.list)
    hands.press("c")
    hands.to(sheet.form.suggestion)
    hands.press(Key.Key_Return)
    assert hands.focus is sheet.form.text.editor
    hands.press(Key.Key_Return)
    return sheet


def test_a_consent_motion_with_a_roll_call_vote(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session(agenda=CONSENT))
    sheet = consent_motion(hands, desk)
    motion = desk.hearing.motion
    assert motion is not None
    assert (motion.text, motion.mover, motion.seconder) == ("To adopt Items 2 and 3.", "ortega", "xiong")
    assert motion.items == ("2", "3")
    hands.press("aan")
    assert sheet.vote.tally.text() == "Aye 2 · No 1 · Excused 2"
    assert sheet.vote.doubts.text() == ""
    hands.press(Key.Key_Return)
    vote = desk.hearing.motions[-1].vote
    assert vote is not None
    assert (vote.method, vote.result) == (VoteMethod.ROLL_CALL, MotionResult.CARRIED)
    assert [cast.choice for cast in vote.votes] == [Choice.AYE, Choice.AYE, Choice.NO, Choice.EXCUSED, Choice.EXCUSED]
    assert [desk.hearing.items[i].disposition for i in ("2", "3")] == [Disposition.ADOPTED] * 2
    assert sheet.said == "On the record: carried."
    assert hands.focus is sheet.form.text.editor


def test_what_looks_wrong_with_a_vote_is_said_live_and_blocks_nothing(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session(agenda=CONSENT))
    sheet = consent_motion(hands, desk)
    assert sheet.vote.doubts.text() == "⚠ Present, yet without a vote: Ada Brennan, Luis Ortega, Mai Xiong."
    hands.press("aaaa")
    assert sheet.vote.doubts.text() == "⚠ Not present, yet voting: Omar Haddad."
    desk.record(rules.member_departs, member="xiong")
    assert "No quorum: 2 present, 3 needed." in sheet.vote.doubts.text()
    hands.press(Key.Key_Return)
    assert desk.hearing.motions[-1].result is MotionResult.CARRIED


def test_enter_before_anybody_voted_records_nothing(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session(agenda=CONSENT))
    sheet = consent_motion(hands, desk)
    hands.press(Key.Key_Return)
    assert sheet.said == "Nobody has voted yet. Mark each vote by name, or choose a voice vote or general consent."
    assert desk.hearing.motion is not None


def test_all_present_vote_aye_with_one_key_and_one_is_recused_with_the_reason(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session(agenda=CONSENT))
    sheet = consent_motion(hands, desk)
    hands.press("lr")
    hands.to(sheet.vote.why_recused.editor)
    hands.press("owns the building", Key.Key_Return)
    vote = desk.hearing.motions[-1].vote
    assert vote is not None
    assert [(v.choice, v.reason) for v in vote.votes[:2]] == [(Choice.RECUSED, "owns the building"), (Choice.AYE, "")]


def test_a_voice_vote_needs_to_be_told_how_it_came_out(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session(agenda=CONSENT))
    sheet = consent_motion(hands, desk)
    hands.to(sheet.vote.method.editor)
    hands.press("v", Key.Key_Return)
    assert sheet.said == "Say how the vote came out: carried or failed."
    hands.press(Key.Key_Tab, "f", Key.Key_Return)
    assert desk.hearing.motions[-1].result is MotionResult.FAILED
    assert desk.hearing.items["2"].disposition is None


def test_general_consent_carries(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session(agenda=CONSENT))
    sheet = consent_motion(hands, desk)
    hands.to(sheet.vote.method.editor)
    hands.press("g", Key.Key_Return)
    vote = desk.hearing.motions[-1].vote
    assert vote is not None
    assert (vote.method, vote.result, vote.votes) == (VoteMethod.CONSENT, MotionResult.CARRIED, ())


def test_a_motion_without_words_is_refused_in_the_sheet_and_one_member_twice_is_doubted(
    hands: Hands, at_desk: AtDesk
) -> None:
    desk = at_desk(in_session())
    sheet = hands.open(MotionSheet, desk)
    hands.press(Key.Key_Return)
    assert sheet.said == "A motion is recorded as stated. Write its words."
    hands.press("To take a break")
    hands.to(sheet.form.seconder.editor)
    hands.press("a", Key.Key_Return)
    assert desk.hearing.motion is not None
    assert "⚠ Ada Brennan is mover and seconder." in sheet.vote.doubts.text()


def test_a_motion_may_be_seconded_with_its_vote_or_fail_for_want_of_a_second(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session())
    sheet = hands.open(MotionSheet, desk)
    hands.press("To take a break", Key.Key_Return)
    assert hands.focus is sheet.vote.seconder.editor
    assert "⚠ Nobody has seconded the motion." in sheet.vote.doubts.text()
    hands.press("lu")
    assert "seconded the motion" not in sheet.vote.doubts.text()
    hands.to(sheet.vote.list)
    hands.press("l", Key.Key_Return)
    assert desk.hearing.motions[0].seconder == "ortega"
    assert desk.hearing.motions[0].result is MotionResult.CARRIED
    hands.press("To go home", Key.Key_Return)
    hands.to(sheet.no_second)
    hands.press(Key.Key_Return)
    assert desk.hearing.motions[1].result is MotionResult.NO_SECOND
    assert sheet.said == "On the record: failed for want of a second."


# The limit


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


# Recess and adjournment


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
    assert sheet.checklist == [
        "✓  The roll was called.",
        "○  Not taken up: Items 1, 2 and 6.",
        "✓  Every item dealt with has its disposition.",
    ]
