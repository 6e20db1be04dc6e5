"""Every kind of entry has its words, and they are the clerk's."""

from datetime import date, timedelta
from typing import get_args

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.events import Entry, Event
from hearingdesk.domain.values import (
    Attendance,
    Choice,
    Coding,
    Disposition,
    Ending,
    Interpreter,
    MemberVote,
    MotionResult,
    Position,
    Present,
    SignUp,
    StopReason,
    VoteMethod,
)
from hearingdesk.domain.wording import words
from hearingdesk.domain.wording.root import line
from tests.builders import MEMBERS, PROFILE, SIX, Evening, commenting, in_session


def said(evening: Evening, entry: Entry) -> str:
    return words(entry, evening.hearing)


@pytest.mark.parametrize("kind", get_args(Event), ids=lambda kind: kind.__name__)
def test_every_kind_of_event_has_words_of_its_own(kind: type) -> None:
    assert line.dispatch(kind) is not line.dispatch(object)


def test_the_floor() -> None:
    evening = commenting(PROFILE, "Ann Lee")
    assert said(evening, evening.act(rules.call_next)) == "Ann Lee called (3:00)"
    assert (
        said(evening, evening.act(rules.start_turn, back=timedelta(seconds=5))) == "Ann Lee began, put back 5 seconds"
    )
    assert said(evening, evening.act(rules.raise_concern, code="MISID")) == "Misidentification raised"
    assert said(evening, evening.act(rules.withdraw_concern, code="MISID")) == "Misidentification taken off Ann Lee"
    stop = evening.act(rules.stop_clock, reason=StopReason.QUESTION, note="Cmr. Xiong")
    assert said(evening, stop) == "Clock stopped: commissioner's question, Cmr. Xiong"
    evening.wait(22)
    assert said(evening, evening.act(rules.resume_clock)) == "Clock resumed (0:22)"
    assert said(evening, evening.act(rules.grant_time, span=timedelta(seconds=30))) == "0:30 given by the chair"
    assert said(evening, evening.act(rules.grant_time, span=-timedelta(seconds=30))) == "0:30 taken by the chair"
    interpreter = evening.act(rules.change_interpreter, interpreter=Interpreter("Hmong"))
    assert said(evening, interpreter) == "Interpreter: Hmong (3:00 × 2 consecutive interpreter = 6:00)"
    assert said(evening, evening.act(rules.state_position, position=Position.MIXED)) == "Ann Lee states: Mixed"
    assert said(evening, evening.act(rules.write_summary, text="Asked.")) == "Summary written for Ann Lee"
    assert said(evening, evening.act(rules.end_turn, ending=Ending.YIELDED_BACK)) == "Ann Lee yields the rest"


def test_the_queue() -> None:
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz")
    slip = evening.act(rules.register_speaker, sign_up=SignUp(item="1"), late=True)
    assert said(evening, slip) == "Slip 3: Speaker 3 (late)"
    assert said(evening, evening.act(rules.move_speaker, slip=2, place=0)) == "Bo Cruz moved from place 2 to next"
    evening.act(rules.call_speaker, slip=1)
    assert said(evening, evening.act(rules.speaker_not_present)) == "Ann Lee called, not present"
    assert said(evening, evening.act(rules.return_speaker, slip=1)) == "Ann Lee back in the queue, next"
    withdrawn = evening.act(rules.withdraw_speaker, slip=1, reason="had to leave")
    assert said(evening, withdrawn) == "Ann Lee withdrew: had to leave"
    corrected = evening.act(rules.correct_registration, slip=2, sign_up=SignUp(item="1", name="Bo Cruze"))
    assert said(evening, corrected) == "Slip 2 corrected, Bo Cruze"
    imported = evening.act(rules.import_sign_ups, sign_ups=(SignUp(item="1", name="A"),), source="cards.csv")
    assert said(evening, imported) == "1 slip imported from cards.csv"
    struck = evening.act(rules.strike_entry, seq=withdrawn.seq)
    assert said(evening, struck) == f"Entry {withdrawn.seq} struck (“Ann Lee withdrew: had to leave”)"
    lifted = evening.act(rules.lift_strike, seq=withdrawn.seq)
    assert said(evening, lifted) == f"Entry {withdrawn.seq} restored (“Ann Lee withdrew: had to leave”)"


def test_the_meeting() -> None:
    evening = in_session()
    assert [said(evening, entry) for entry in evening.hearing.entries] == [
        "Record opened: Fire and Police Commission, Regular meeting",
        "Agenda noticed: 3 items",
        "Called to order, Ada Brennan presiding",
        "Roll called: 3 of 5 present",
    ]
    assert (
        said(evening, evening.act(rules.member_arrives, member="haddad", remote=True)) == "Omar Haddad arrived (remote)"
    )
    assert said(evening, evening.act(rules.member_departs, member="haddad")) == "Omar Haddad left"
    assert said(evening, evening.act(rules.take_up, item="1")) == "Item 1 taken up"
    suspended = evening.act(rules.suspend_item, reason="presenter is here", until_after="6")
    assert said(evening, suspended) == "Item 1 suspended until after Item 6: presenter is here"
    assert said(evening, evening.act(rules.resume_item, item="1")) == "Item 1 resumed"
    limit = evening.act(rules.change_limit, new=timedelta(minutes=2), ordered_by="the Chair")
    assert said(evening, limit) == "Limit on Item 1 changed from 3 minutes to 2 minutes by the Chair"
    assert said(evening, evening.act(rules.add_concern, label="Cost")) == "New concern: Cost"
    assert said(evening, evening.act(rules.close_testimony)) == "Testimony closed on Item 1"
    assert said(evening, evening.act(rules.recess, reason="dinner", back_at=SIX)) == "Recess: dinner, back at 6:00 PM"
    assert said(evening, evening.act(rules.reconvene)) == "Reconvened"
    held = evening.act(rules.dispose_of, item="2", disposition=Disposition.HELD)
    assert said(evening, held) == "Item 2 held to the call of the chair"
    assert said(evening, evening.act(rules.adjourn)) == "Adjourned without objection"


def test_the_minutes_and_the_second_coding() -> None:
    evening = commenting(PROFILE, "Ann Lee")
    evening.turn(1)
    evening.act(rules.adjourn)
    coded = evening.act(rules.code_speaker, slip=1, codes=("PRIV",), coding=Coding.SECOND, coder="mk")
    assert said(evening, coded) == "Ann Lee coded, second coder by mk: Privacy invasion"
    assert said(evening, evening.act(rules.write_summary, slip=1, text="Asked.", reason="taken back from Word")) == (
        "Summary written for Ann Lee: taken back from Word"
    )
    presented = evening.act(rules.present_minutes, on=date(2026, 2, 12))
    assert said(evening, presented) == "Minutes presented on February 12, 2026"
    listed = evening.act(rules.list_correction, text="A name.")
    assert said(evening, listed) == "Correction to the minutes: A name."
    approved = evening.act(rules.approve_minutes, on=date(2026, 2, 19), motion="Xiong, Ortega")
    assert said(evening, approved) == "Minutes approved as corrected on February 19, 2026: Xiong, Ortega"
    reopened = evening.act(rules.reopen_minutes, on=date(2026, 3, 5), motion="of the Chair")
    assert said(evening, reopened) == "Minutes to be corrected, by the motion of March 5, 2026: of the Chair"
    evening.act(rules.list_correction, text="A place.")
    again = evening.act(rules.approve_minutes, on=date(2026, 3, 5))
    assert said(evening, again) == "Minutes corrected after approval on March 5, 2026"
    note = evening.act(rules.append_note, text="She meant 2024.", on=date(2026, 3, 6), slip=1)
    assert said(evening, note) == "Note of March 6, 2026 on Ann Lee, beside the minutes: She meant 2024."


def test_motions() -> None:
    evening = in_session()
    moved = evening.act(rules.make_motion, text="to adopt item 2", mover="xiong")
    assert said(evening, moved) == "Mai Xiong moved: to adopt item 2"
    assert said(evening, evening.act(rules.second_motion, seconder="ortega")) == "Seconded by Luis Ortega"
    votes = tuple(MemberVote(m, Choice.AYE) for m in ("brennan", "xiong", "ortega"))
    vote = evening.act(rules.take_vote, method=VoteMethod.ROLL_CALL, votes=votes)
    assert said(evening, vote) == "Motion carried 3–0, roll call"
    evening.act(rules.make_motion, text="to table", mover="xiong")
    dropped = evening.act(rules.drop_motion, result=MotionResult.NO_SECOND)
    assert said(evening, dropped) == "Motion failed for want of a second"
    roll = tuple(Present(m.id, Attendance.PRESENT) for m in MEMBERS)
    assert said(evening, evening.act(rules.call_roll, roll=roll)) == "Roll called: 5 of 5 present"


def test_a_struck_slip_keeps_its_name_in_words() -> None:
    evening = commenting(PROFILE, "Ann Lee")
    slip = evening.act(rules.register_speaker, sign_up=SignUp(item="1", name="Bo Cruz"))
    struck = evening.act(rules.strike_entry, seq=slip.seq)
    assert said(evening, slip) == "Slip 2: Bo Cruz"
    assert said(evening, struck) == f"Entry {slip.seq} struck (“Slip 2: Bo Cruz”)"
