"""Amendments in sequence, friendly ones, divisions, ties, and motions that need no second (M-04)."""

from pathlib import Path
from typing import Any

import pytest

from exports.open_formats import popolo
from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.face import face
from hearingdesk.domain.hearing import Motion
from hearingdesk.domain.rules.motions import doubts_about_vote
from hearingdesk.domain.values import Choice, Disposition, MemberVote, MotionResult, VoteMethod
from hearingdesk.domain.wording import words
from tests.builders import Evening, in_session
from tests.exports.told import told

MAIN = "To place the file on record by May 1."
AMENDED = "To place the file on record by June 1."
CHANGE = "To strike May 1 and insert June 1."


def moved(**says: Any) -> Evening:
    evening = in_session()
    evening.act(rules.take_up, item="2")
    evening.act(
        rules.make_motion, text=MAIN, mover="ortega", seconder="xiong", disposition=Disposition.PLACED_ON_FILE, **says
    )
    return evening


def amending(as_amended: str = AMENDED) -> Evening:
    evening = moved()
    evening.wait(60)
    evening.act(rules.move_amendment, text=CHANGE, as_amended=as_amended, mover="xiong", seconder="brennan")
    return evening


def voice(evening: Evening, result: MotionResult = MotionResult.CARRIED, motion: int = 0) -> None:
    evening.act(rules.take_vote, method=VoteMethod.VOICE, result=result, motion=motion)


def main(evening: Evening) -> Motion:
    return evening.hearing.motions[0]


def by_name(*choices: Choice) -> tuple[MemberVote, ...]:
    return tuple(MemberVote(m, c) for m, c in zip(("brennan", "ortega", "xiong"), choices, strict=False))


def test_the_amendment_is_voted_first_and_the_motion_is_restated(tmp_path: Path) -> None:
    evening = amending()
    assert evening.hearing.motion is evening.hearing.motions[1]
    voice(evening)
    assert words(evening.hearing.entries[-1], evening.hearing) == "Amendment carried, voice vote"
    assert evening.hearing.motion is main(evening)
    assert (main(evening).text, main(evening).stated) == (AMENDED, MAIN)
    voice(evening)
    assert evening.hearing.items["2"].disposition is Disposition.PLACED_ON_FILE
    said = told(evening.hearing, tmp_path)
    assert (
        f"A motion was made by Luis Ortega, seconded by Mai Xiong: {MAIN} "
        f"An amendment was moved by Mai Xiong, seconded by Ada Brennan: {CHANGE} The amendment carried by voice vote. "
        f"The motion as amended was before the body: {AMENDED} The motion carried by voice vote."
    ) in said
    assert said.count(CHANGE) == 1


def test_an_amendment_that_fails_leaves_the_motion_as_it_was(tmp_path: Path) -> None:
    evening = amending()
    voice(evening, MotionResult.FAILED)
    assert (main(evening).text, main(evening).stated) == (MAIN, "")
    voice(evening)
    assert "The amendment failed by voice vote. The motion carried by voice vote." in told(evening.hearing, tmp_path)


def test_a_vote_on_an_amendment_corrected_to_failed_gives_the_motion_its_words_back() -> None:
    evening = amending()
    voice(evening)
    voice(evening, MotionResult.FAILED, motion=2)
    assert (main(evening).text, main(evening).stated) == (MAIN, "")
    voice(evening, MotionResult.CARRIED, motion=2)
    assert main(evening).text == AMENDED


def test_an_amendment_may_be_amended_once_and_no_further() -> None:
    evening = amending()
    evening.act(rules.drop_motion, result=MotionResult.WITHDRAWN)
    evening.act(rules.move_amendment, text=CHANGE, as_amended=AMENDED, mover="xiong")
    with pytest.raises(OutOfOrder, match="An amendment to an amendment is before the body"):
        evening.act(rules.move_amendment, text="x", as_amended="y", mover="xiong")


@pytest.mark.parametrize(
    ("as_amended", "why"),
    [("", "how the motion reads if"), (MAIN, "reads the same as before"), (" ", "how the motion")],
)
def test_an_amendment_says_how_the_motion_would_read(as_amended: str, why: str) -> None:
    with pytest.raises(OutOfOrder, match=why):
        amending(as_amended)


def test_a_second_main_motion_waits_for_the_first() -> None:
    with pytest.raises(OutOfOrder, match="A motion is before the body"):
        amending().act(rules.make_motion, text="To adjourn", mover="ortega")


def test_a_friendly_amendment_is_taken_in_without_a_vote(tmp_path: Path) -> None:
    evening = moved()
    entry = evening.act(rules.accept_amendment, text=f" {AMENDED} ", offered_by="xiong")
    assert words(entry, evening.hearing) == f"Friendly amendment by Mai Xiong; the motion reads: {AMENDED}"
    assert main(evening).text == AMENDED
    voice(evening)
    assert (
        "A friendly amendment by Mai Xiong was accepted at 6:00 p.m. "
        f"The motion as amended was before the body: {AMENDED} The motion carried"
    ) in told(evening.hearing, tmp_path)
    with pytest.raises(OutOfOrder, match="No motion is before the body"):
        evening.act(rules.accept_amendment, text="x", offered_by="xiong")


@pytest.mark.parametrize(
    ("text", "who", "why"), [("", "xiong", "how the motion reads now"), (MAIN, "xiong", "same"), ("x", "y", "member")]
)
def test_a_friendly_amendment_changes_something_and_is_a_members(text: str, who: str, why: str) -> None:
    with pytest.raises(OutOfOrder, match=why):
        moved().act(rules.accept_amendment, text=text, offered_by=who)


def test_where_no_second_is_required_none_is_missed_and_the_minutes_say_so(tmp_path: Path) -> None:
    evening = in_session()
    evening.act(rules.make_motion, text="To hear the report", mover="ortega", second_needed=False)
    assert doubts_about_vote(evening.hearing, ()) == ()
    voice(evening)
    assert "To hear the report. No second was required. The motion carried" in told(evening.hearing, tmp_path)


def test_a_division_takes_the_place_of_the_voice_vote_and_both_are_told(tmp_path: Path) -> None:
    evening = moved()
    voice(evening)
    votes = by_name(Choice.AYE, Choice.NO, Choice.NO)
    evening.wait(30)
    entry = evening.act(rules.take_vote, method=VoteMethod.ROLL_CALL, votes=votes, motion=1, division=True)
    assert words(entry, evening.hearing) == "Motion failed 1–2, division"
    assert evening.hearing.items["2"].disposition is None
    shown = face(evening.hearing, evening.now).vote
    assert shown is not None
    assert not shown.carried
    assert (
        "On a voice vote the motion was announced as carried; a division was called. "
        "The motion failed by the following vote, 1 aye to 2 noes:"
    ) in told(evening.hearing, tmp_path)


def test_a_division_needs_a_voice_vote_and_names() -> None:
    evening = moved()
    with pytest.raises(OutOfOrder, match="called on a voice vote"):
        evening.act(rules.take_vote, method=VoteMethod.ROLL_CALL, votes=by_name(Choice.AYE), division=True)
    voice(evening)
    with pytest.raises(OutOfOrder, match="recorded by name"):
        evening.act(rules.take_vote, method=VoteMethod.VOICE, result=MotionResult.CARRIED, motion=1, division=True)


def test_a_tie_fails_and_is_called_one(tmp_path: Path) -> None:
    evening = moved()
    evening.act(rules.take_vote, method=VoteMethod.ROLL_CALL, votes=by_name(Choice.AYE, Choice.NO))
    assert main(evening).result is MotionResult.FAILED
    assert "The vote was a tie, 1 aye to 1 no, and the motion failed:" in told(evening.hearing, tmp_path)


def test_an_item_may_be_laid_on_the_table() -> None:
    evening = in_session()
    evening.act(rules.make_motion, text="To table", mover="ortega", items=("2",), disposition=Disposition.TABLED)
    voice(evening)
    assert evening.hearing.items["2"].disposition is Disposition.TABLED


def test_other_programs_are_told_what_amends_what() -> None:
    evening = amending()
    voice(evening)
    motions = popolo(evening.hearing)["motions"]
    assert [(m["text"], m["text_as_stated"], m["amends"]) for m in motions] == [
        (AMENDED, MAIN, None),
        (CHANGE, CHANGE, "motion-1"),
    ]


def test_the_motion_waits_for_the_vote_on_its_amendment_and_rests_on_it() -> None:
    evening = amending()
    with pytest.raises(OutOfOrder, match="An amendment to it is before the body"):
        voice(evening, motion=1)
    voice(evening)
    on_the_amendment = len(evening.hearing.entries)
    voice(evening)
    with pytest.raises(OutOfOrder, match="rests on it"):
        evening.act(rules.strike_entry, seq=on_the_amendment)
