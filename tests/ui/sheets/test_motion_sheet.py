"""Motions and votes, pressed as a clerk presses them."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.events import VoteTaken
from hearingdesk.domain.values import (
    Choice,
    Disposition,
    ItemKind,
    ItemNotice,
    MemberVote,
    MotionResult,
    VoteMethod,
)
from hearingdesk.ui.console.sheets.motion import MotionSheet
from tests.builders import AGENDA, Evening, in_session
from tests.ui.sheets.conftest import Hands

Key = Qt.Key
AtDesk = Callable[[Evening], Desk]
CONSENT = (
    *AGENDA,
    ItemNotice("3", "3", "Resolution relating to an appointment", "FPC1002", ItemKind.CONSENT),
)


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


def test_a_corrected_vote_is_judged_by_who_was_there_when_it_was_taken(hands: Hands, at_desk: AtDesk) -> None:
    evening = in_session(agenda=CONSENT)
    evening.act(rules.member_departs, member="xiong")
    evening.act(rules.make_motion, text="To adopt", mover="brennan", seconder="ortega")
    cast = tuple(MemberVote(member, Choice.AYE) for member in ("brennan", "ortega", "xiong"))
    evening.act(rules.take_vote, method=VoteMethod.ROLL_CALL, votes=cast)
    evening.wait(60)
    evening.act(rules.member_arrives, member="xiong")
    sheet = hands.open(MotionSheet, at_desk(evening))
    hands.to(sheet.correct)
    hands.press(Key.Key_Return)
    assert "Not present, yet voting: Mai Xiong." in sheet.vote.doubts.text()


def test_a_vote_recorded_wrongly_is_corrected_and_the_journal_keeps_both(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session(agenda=CONSENT))
    sheet = consent_motion(hands, desk)
    hands.press("aan", Key.Key_Return)
    hands.to(sheet.correct)
    hands.press(Key.Key_Return)
    assert sheet.vote.tally.text() == "Aye 2 · No 1 · Excused 2"
    assert sheet.vote.doubts.text() == ""
    hands.press("n", "n", Key.Key_Return)
    motion = desk.hearing.motions[-1]
    assert motion.vote is not None
    assert [cast.choice for cast in motion.vote.votes][:3] == [Choice.NO, Choice.NO, Choice.NO]
    assert motion.result is MotionResult.FAILED
    assert sheet.said == "On the record: failed."
    assert [type(e.event) for e in desk.hearing.live_entries()].count(VoteTaken) == 2
    assert hands.focus is sheet.form.text.editor


def test_any_earlier_vote_can_be_chosen_and_esc_leaves_it_alone(hands: Hands, at_desk: AtDesk) -> None:
    evening = in_session(agenda=CONSENT)
    for text in ("To recess at eight.", "To hear item 6 first."):
        evening.act(rules.make_motion, text=text, mover="ortega", seconder="xiong")
        evening.act(rules.take_vote, method=VoteMethod.VOICE, result=MotionResult.CARRIED)
    desk = at_desk(evening)
    before = len(desk.hearing.entries)
    sheet = hands.open(MotionSheet, desk)
    hands.to(sheet.correct)
    hands.press(Key.Key_Return)
    assert sheet.vote.stated.text() == "“To hear item 6 first.”"
    hands.to(sheet.which.editor)
    hands.press(Key.Key_Down)
    assert sheet.vote.stated.text() == "“To recess at eight.”"
    assert (sheet.vote.method.value(), sheet.vote.announced()) == (VoteMethod.VOICE, MotionResult.CARRIED)
    hands.to(sheet.vote.result.editor)
    hands.press(Key.Key_Down, Key.Key_Return)
    assert [motion.result for motion in desk.hearing.motions] == [MotionResult.FAILED, MotionResult.CARRIED]
    hands.to(sheet.correct)
    hands.press(Key.Key_Return, Key.Key_Escape)
    assert sheet.isVisible()
    assert sheet.form.isVisible()
    assert len(desk.hearing.entries) == before + 1


def test_an_amendment_is_moved_voted_first_and_the_motion_stands_restated(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session(agenda=CONSENT))
    sheet = consent_motion(hands, desk)
    hands.to(sheet.amend)
    hands.press(Key.Key_Return)
    assert hands.focus is sheet.amendment.text.editor
    hands.press("To add the fee")
    hands.to(sheet.amendment.reads.editor)
    hands.replace("To adopt Items 2 and 3 with the fee.")
    hands.to(sheet.amendment.mover.editor)
    hands.press("m", Key.Key_Tab, "a", Key.Key_Return)
    amendment = desk.hearing.motion
    assert amendment is not None
    assert (amendment.amends, amendment.mover, amendment.seconder) == (1, "xiong", "brennan")
    assert "If it carries, the motion reads: “To adopt Items 2 and 3 with the fee.”" in sheet.vote.about.text()
    assert not sheet.amend.isVisible()
    hands.to(sheet.vote.method.editor)
    hands.press("g", Key.Key_Return)
    assert sheet.vote.stated.text() == "“To adopt Items 2 and 3 with the fee.”"
    assert sheet.vote.isAncestorOf(hands.focus)
    hands.press(Key.Key_Return)
    assert [motion.result for motion in desk.hearing.motions] == [MotionResult.CARRIED] * 2
    assert desk.hearing.items["3"].disposition is Disposition.ADOPTED


def test_a_friendly_amendment_asks_only_for_the_words_and_escape_leaves_it(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session(agenda=CONSENT))
    sheet = consent_motion(hands, desk)
    hands.to(sheet.friendly)
    hands.press(Key.Key_Return, Key.Key_Escape)
    assert sheet.vote.isVisible()
    hands.to(sheet.friendly)
    hands.press(Key.Key_Return)
    assert not sheet.amendment.text.isVisible()
    hands.press(Key.Key_Return)
    assert sheet.said == "The motion reads the same as before. Write it with the amendment."
    hands.replace("To adopt Item 2.")
    hands.press(Key.Key_Return)
    assert desk.hearing.motions[0].text == "To adopt Item 2."
    assert "As amended; first stated: “To adopt Items 2 and 3.”" in sheet.vote.about.text()


def test_a_division_is_called_on_a_voice_vote_and_taken_by_name(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session(agenda=CONSENT))
    sheet = consent_motion(hands, desk)
    assert not sheet.division.isVisible()
    hands.to(sheet.vote.method.editor)
    hands.press("v", Key.Key_Tab, "c", Key.Key_Return)
    hands.to(sheet.division)
    hands.press(Key.Key_Return, "nna", Key.Key_Return)
    motion = desk.hearing.motions[0]
    assert motion.vote is not None
    assert motion.vote.division
    assert (motion.result, motion.announced is not None) == (MotionResult.FAILED, True)
    assert desk.hearing.items["2"].disposition is None
    assert not sheet.division.isVisible()


def test_a_motion_that_needs_no_second_is_recorded_so(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session())
    sheet = hands.open(MotionSheet, desk)
    hands.press("To hear the report")
    hands.to(sheet.form.seconder.editor)
    hands.press("none", Key.Key_Return)
    motion = desk.hearing.motion
    assert motion is not None
    assert not motion.second_needed
    assert not sheet.vote.seconder.isVisible()
    assert "Nobody has seconded" not in sheet.vote.doubts.text()
