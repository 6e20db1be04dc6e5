"""The minutes against the hearing they were made of: session, roll, motions and the evening as a whole."""

from dataclasses import replace
from datetime import timedelta

from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.values import (
    Choice,
    Member,
    MotionResult,
    VoteMethod,
)
from tests.builders import MEETING, PROFILE, SIX, Evening, commenting, in_session, prepared
from tests.exports.evenings import FIVE, HEAD, busy
from tests.exports.printing import Printed, after


def test_the_busy_evening_is_told_from_call_to_order_to_adjournment(printed: Printed) -> None:
    reading = printed(busy().hearing)
    assert [title for level, title in reading.outline if level == 1] == [
        "Call to order",
        "Roll call",
        "1. Comment(s) by the Public",
        "6. Communication from the Policing Project on facial recognition",
        "2. Resolution relating to the January 22, 2026, meeting minutes",
        "3. Resolution relating to an appointment to Maintenance Assistant",
        "4. Communication on community and problem-oriented policing",
        "Not taken up",
        "Adjournment",
    ]
    assert reading.texts[:2] == ["City of Lakemont", "Fire and Police Commission"]
    assert "Regular meeting · Thursday, February 5, 2026" in reading.texts
    assert (
        "The meeting commenced at 6:01 p.m. Luis Ortega, Vice-chair, presided (the Chair was excused)." in reading.texts
    )
    assert "This meeting adjourned at 11:14 p.m. by unanimous consent." in reading.texts
    assert f"Journal head: {HEAD}" in reading.texts


def test_the_roll_the_quorum_and_who_came_and_went_are_told(printed: Printed) -> None:
    assert after(printed(busy().hearing), "Roll call") == [
        *("Present (2)", "Luis Ortega, Vice-chair; Grace Kowalski"),
        *("Present remotely (1)", "Mai Xiong"),
        *("Excused (1)", "Ada Brennan, Chair"),
        *("Absent (1)", "Omar Haddad"),
        *("Quorum", "A quorum was present: 3 of 5 members answered the roll; 3 are a quorum."),
        *("Also present", "Ines Tran, executive director; Paul Reyes, assistant city attorney"),
        "Arrivals and departures:",
        *("•", "Omar Haddad arrived at 6:27 p.m."),
        *("•", "Mai Xiong left at 11:14 p.m."),
    ]


def test_motions_tell_mover_seconder_and_the_vote_by_name_in_the_bodys_words(printed: Printed) -> None:
    hearing = busy(replace(FIVE, aye_word="Yea", no_word="Nay")).hearing
    reading = printed(hearing)
    assert after(reading, "2. Resolution relating to the January 22, 2026, meeting minutes") == [
        "File FPC1378",
        "Items 2 and 3 were taken together.",
        (
            "A motion was made by Grace Kowalski, seconded by Mai Xiong: to adopt the consent agenda. The motion "
            "carried by the following vote, 3 yeas to 1 nay:"
        ),
        *("Yeas (3)", "Luis Ortega, Mai Xiong, Grace Kowalski"),
        *("Nays (1)", "Omar Haddad"),
        *("Excused (1)", "Ada Brennan"),
        "ADOPTED",
    ]
    assert after(reading, "3. Resolution relating to an appointment to Maintenance Assistant") == [
        "File FPC1381",
        "Decided with item 2, by the motion recorded there.",
        "ADOPTED",
    ]
    vote = hearing.motions[0].vote
    assert vote is not None
    assert vote.count(Choice.AYE) == 3


def test_what_failed_for_want_of_a_second_and_what_was_held_is_said(printed: Printed) -> None:
    reading = printed(busy().hearing)
    assert after(reading, "4. Communication on community and problem-oriented policing") == [
        "File FPC1369",
        "A motion was made by Omar Haddad: to amend the procedure. The motion failed for want of a second.",
        "HELD TO THE CALL OF THE CHAIR (staff will report in March)",
    ]
    assert after(reading, "6. Communication from the Policing Project on facial recognition")[1:] == [
        "Taken up at this point: to be heard no later than 7 p.m.",
        "PLACED ON FILE",
    ]
    assert "There was no objection; the motion carried." in reading.text
    assert after(reading, "Not taken up") == ["•", "Item 7, Communication on holiday scheduling"]


def test_times_after_midnight_bear_their_date(printed: Printed) -> None:
    evening = commenting(PROFILE)
    evening.wait(6.5 * 3600)
    evening.act(rules.close_testimony)
    evening.act(rules.adjourn)
    text = printed(evening.hearing).text
    assert "Public comment was closed at 12:30 a.m. on February 6." in text
    assert "This meeting adjourned at 12:30 a.m. on February 6 without objection." in text


def test_a_lost_quorum_is_told(printed: Printed) -> None:
    evening = in_session()
    evening.act(rules.member_departs, member="xiong")
    evening.act(rules.member_arrives, member="haddad", remote=True)
    moves = after(printed(evening.hearing), "Roll call")
    assert "Mai Xiong left at 6:00 p.m. The quorum was lost." in moves
    assert "Omar Haddad joined remotely at 6:00 p.m. A quorum was present from then on." in moves


def test_a_meeting_that_has_not_begun_makes_an_honest_draft(printed: Printed) -> None:
    text = printed(prepared().hearing).text
    assert "The meeting, called for 6:00 p.m., has not been called to order." in text
    assert "Not taken up" in text
    assert "adjourned" not in text


def test_an_empty_record_makes_a_page(printed: Printed) -> None:
    assert printed(Hearing()).pages == 1


def test_a_rehearsal_is_marked_on_every_page(printed: Printed) -> None:
    reading = printed(busy(rehearsal=True).hearing)
    heads = [text for kind, text in reading.artifacts if kind == "Header"]
    assert len(heads) == reading.pages
    assert all("REHEARSAL · DRAFT" in head for head in heads)
    assert any(text.startswith("REHEARSAL: no meeting took place") for text in reading.texts)


def test_a_motion_to_adjourn_and_a_motion_of_no_item_find_their_places(printed: Printed) -> None:
    evening = in_session()
    evening.act(rules.make_motion, text="to thank the staff", mover="xiong", seconder="ortega")
    evening.act(rules.take_vote, method=VoteMethod.VOICE, result=MotionResult.FAILED)
    evening.act(rules.recess, reason="")
    evening.wait(60)
    evening.act(rules.reconvene)
    evening.act(rules.make_motion, text="to postpone", mover="xiong")
    reading = printed(evening.hearing)
    assert [title for level, title in reading.outline if level == 1][2:5] == ["Motion", "Recess", "Motion"]
    assert "to thank the staff. The motion failed by voice vote." in reading.text
    assert "The meeting recessed at 6:00 p.m. and reconvened at 6:01 p.m." in reading.text
    assert "to postpone. The motion is before the body." in reading.text


def test_a_body_without_a_city_or_a_clerk_still_has_a_letterhead(printed: Printed) -> None:
    hearing = Evening().hearing
    hearing = replace(hearing, body=replace(hearing.body, name="Board", members=(Member("a", "A"),)), meeting=MEETING)
    reading = printed(hearing)
    assert reading.texts[0] == "Board"
    assert "Clerk" in reading.texts


def test_what_goes_on_after_the_evening_is_told_with_date_time_and_place(printed: Printed) -> None:
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz")
    evening.turn(1)
    evening.act(rules.close_testimony)
    evening.act(rules.reopen_testimony, reason="by motion of Mai Xiong")
    evening.act(rules.leave_record_open, until=SIX + timedelta(days=7))
    evening.act(rules.continue_hearing, to=SIX + timedelta(days=14), place="City Hall 301-B", item="1")
    evening.act(rules.continue_hearing, to=SIX + timedelta(days=21), place="the library")
    evening.act(rules.adjourn)
    texts = printed(evening.hearing).texts
    for told in (
        "Public comment was closed at 6:01 p.m.",
        "Public comment was reopened at 6:01 p.m. (by motion of Mai Xiong).",
        "The record was left open for written comments until February 12, 2026, at 6:00 p.m.",
        "Public comment was continued to February 19, 2026, at 6:00 p.m., at City Hall 301-B.",
        "The meeting was continued to February 26, 2026, at 6:00 p.m., at the library.",
    ):
        assert told in texts
