"""The minutes against the hearing they were made of, as a screen reader reads them."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import page
import pytest

from exports.minutes import minutes
from exports.tagged_pdf import write_pdf
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.profile import OrderPolicy, Pooling
from hearingdesk.domain.values import (
    Capacity,
    Choice,
    Measure,
    Member,
    MinutesLevel,
    Mode,
    MotionResult,
    NameShown,
    Position,
    VoteMethod,
)
from tests.builders import MEETING, PROFILE, SIX, Evening, commenting, in_session, prepared
from tests.exports.evenings import FIVE, HEAD, busy, many
from tests.exports.pdf_reading import Reading, expected, normal, read


@pytest.fixture
def printed(tmp_path: Path) -> Callable[[Hearing], Reading]:
    """Writes a hearing's minutes and reads them back, once the validator has nothing to say."""

    def print_(hearing: Hearing) -> Reading:
        target = tmp_path / "minutes.pdf"
        write_pdf(minutes(hearing, HEAD), target)
        for profile in ("ua1", "2a"):
            assert page.validate_pdf(str(target), profile=profile).failures == []
        reading = read(target)
        assert reading.faults == []
        assert list(map(normal, reading.texts)) == expected(minutes(hearing, HEAD))
        return reading

    return print_


Printed = Callable[[Hearing], Reading]


def after(reading: Reading, heading: str) -> list[str]:
    """What stands under a heading, up to the next."""
    headings = [title for _, title in reading.outline]
    start = reading.texts.index(heading) + 1
    end = next((at for at in range(start, len(reading.texts)) if reading.texts[at] in headings), None)
    return reading.texts[start:end]


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


def test_speakers_stand_in_the_order_heard_with_what_interrupted_them_in_its_place(printed: Printed) -> None:
    assert after(printed(busy().hearing), "Speakers in the order heard") == [
        *("1.", "Maria Garcia, Sherman Park. In opposition."),
        "Said that cameras name the wrong people and that nobody asked her.",
        *("2.", "Ruth Adeyemi, Civil Liberties Union. In opposition."),
        "Asked for warrants, audits and public reports before any use.",
        *("3.", "Nhia Yer Vang. In support. Spoke through an interpreter (Hmong, consecutive)."),
        "Said that her brother’s shop was robbed and a camera found the man.",
        (
            "At 6:15 p.m. the Chair reduced the limit from 5 minutes to 2 minutes per speaker for the rest of the "
            "item; 3 speakers had been heard."
        ),
        *("4.", "Tom Weber, Gateway Business District. Mixed position (registered in support)."),
        "Said that business owners pay for cameras, and would accept limits.",
        "Public comment was paused at 6:27 p.m. (a guest’s schedule; until after item 6) and resumed at 6:53 p.m.",
        *("5.", "Speaker 6 (name withheld by request). In opposition."),
        *("6.", "Alan Chavez (reading the words of Debra Jensen)."),
        *("7.", "Linda Ander and Jay Ander. Spoke remotely by video."),
        "The meeting recessed at 6:56 p.m. (fire alarm) and reconvened at 7:10 p.m.",
        *("8.", "Sofia P. Neutral or for information."),
        *("9.", "Maria Garcia, Teachers United. In support."),
        "Public comment was closed at 7:14 p.m.",
        (
            "9 members of the public were heard: 2 in support, 3 in opposition, 1 with a mixed position, 1 neutral or "
            "for information and 2 without a stated position. Counts of speakers are not a vote."
        ),
    ]


def test_the_rule_in_force_and_the_officials_come_first(printed: Printed) -> None:
    reading = printed(busy().hearing)
    assert after(reading, "1. Comment(s) by the Public") == [
        (
            "Public comment was opened at 6:01 p.m. Rule in force: Each speaker has 5 minutes; 10 minutes with an "
            "interpreter; no yielding of time."
        ),
    ]
    assert after(reading, "Officials, staff and invited speakers") == [
        *("•", "Assistant chief Kim Doe, Police Department (staff)."),
    ]


@pytest.mark.parametrize(
    ("heading", "listed"),
    [
        ("Registered in support, not speaking (1)", "T. Ng, Eastside Block Watch"),
        ("Registered in opposition, not speaking (1)", "Jo Ann Becker"),
        ("Written comments in opposition (1)", "Viola Ruiz"),
        ("Called and not present (1)", "Max Hollow"),
        ("Signed up to speak and not reached (1)", "Speaker 11"),
    ],
)
def test_who_did_not_speak_is_listed_apart(heading: str, listed: str, printed: Printed) -> None:
    assert after(printed(busy().hearing), heading) == ["•", listed]


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
    assert after(reading, "Not taken up") == ["•", "7. Communication on holiday scheduling"]


def test_a_struck_entry_and_a_withheld_name_are_nowhere(printed: Printed) -> None:
    text = printed(busy().hearing).text
    assert "MISTAKEN WORDS" not in text
    assert "Dolores" not in text
    assert "Petrov" not in text


@pytest.mark.parametrize(
    ("level", "line", "count"),
    [
        (MinutesLevel.NAMES, "Ana Muñoz-Nguyễn 7", 1),
        (MinutesLevel.SUMMARY, "Ana Muñoz-Nguyễn 7, Riverside Neighbors. In opposition.", 1),
        (MinutesLevel.COUNT, "Ana Muñoz-Nguyễn", 0),
    ],
)
def test_the_three_levels_tell_more_or_less_of_the_same(
    level: MinutesLevel, line: str, count: int, printed: Printed
) -> None:
    reading = printed(many(12, level=level).hearing)
    assert reading.texts.count(line) == count
    assert ("Said that cameras follow everybody. (7)" in reading.texts) == (level is MinutesLevel.SUMMARY)
    assert "12 members of the public were heard: 6 in support and 6 in opposition." in reading.text


def test_one_item_can_be_told_at_a_level_of_its_own() -> None:
    hearing = many(3).hearing
    assert minutes(hearing, HEAD) != minutes(hearing, HEAD, levels={"1": MinutesLevel.COUNT})


def test_when_nobody_came_no_one_appeared(printed: Printed) -> None:
    evening = commenting(PROFILE)
    evening.act(rules.close_testimony)
    reading = printed(evening.hearing)
    assert after(reading, "1. Comments by the public")[1:] == [
        "Public comment was closed at 6:00 p.m.",
        "No one appeared.",
    ]


def test_a_second_turn_is_numbered_and_told_as_such_and_its_summary_once(printed: Printed) -> None:
    evening = commenting(PROFILE, "Ann Weber")
    evening.turn(1)
    evening.act(rules.write_summary, text="Said no.")
    evening.act(rules.call_speaker, slip=1, leave="to answer a question")
    evening.act(rules.start_turn)
    evening.act(rules.end_turn)
    assert after(printed(evening.hearing), "Speakers in the order heard")[:5] == [
        *("1.", "Ann Weber.", "Said no."),
        *("2.", "Ann Weber, again by leave of the chair (to answer a question)."),
    ]


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


def test_facts_follow_the_record_and_prose_stays(printed: Printed) -> None:
    evening = commenting(PROFILE, "Ana Ruis")
    evening.turn(1)
    evening.act(rules.write_summary, text="Said that Ana Ruis was misspelt.")
    sign_up = replace(evening.hearing.registrations[1].sign_up, name="Ana Ruiz")
    evening.act(rules.correct_registration, slip=1, sign_up=sign_up)
    assert after(printed(evening.hearing), "Speakers in the order heard")[1:3] == [
        "Ana Ruiz.",
        "Said that Ana Ruis was misspelt.",
    ]


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


def test_granted_time_is_told_only_where_the_rule_says_so(printed: Printed) -> None:
    def told(*, grants: bool) -> str:
        evening = commenting(replace(PROFILE, grants_in_minutes=grants), "Ann Weber")
        evening.act(rules.call_speaker, slip=1)
        evening.act(rules.start_turn)
        evening.act(rules.grant_time, span=timedelta(seconds=30))
        evening.act(rules.end_turn)
        return printed(evening.hearing).text

    assert "The chair granted 30 seconds more." in told(grants=True)
    assert "granted" not in told(grants=False)


def test_naughty_words_come_back_from_every_part_of_the_minutes(real_data: Path, printed: Printed) -> None:
    texts: list[str] = json.loads((real_data / "hostile" / "blns.json").read_text("utf-8"))
    texts += (real_data / "hostile" / "unicode-person-names.txt").read_text("utf-8").splitlines()
    evening = commenting(PROFILE)
    for at, text in enumerate(texts):
        shown = NameShown.INITIAL if at % 7 == 0 else NameShown.FULL
        mode = Mode.REGISTERING_ONLY if at % 3 == 0 else Mode.IN_PERSON
        slip = evening.register(
            text, organisation=text, place=text, name_shown=shown, mode=mode, position=Position.OPPOSE
        )
        if mode is Mode.IN_PERSON:
            evening.turn(slip, 1)
            if text.strip():  # an empty summary is refused where there is none to take away
                evening.act(rules.write_summary, text=text)
    printed(evening.hearing)


def test_a_body_without_a_city_or_a_clerk_still_has_a_letterhead(printed: Printed) -> None:
    hearing = Evening().hearing
    hearing = replace(hearing, body=replace(hearing.body, name="Board", members=(Member("a", "A"),)), meeting=MEETING)
    reading = printed(hearing)
    assert reading.texts[0] == "Board"
    assert "Clerk" in reading.texts


def test_an_invited_guest_is_no_public_comment_and_a_recess_under_any_item_is_told(printed: Printed) -> None:
    evening = in_session()
    evening.act(rules.take_up, item="6")
    evening.turn(evening.register("Ada Guest", item="6", capacity=Capacity.EXPERT))
    evening.act(rules.recess, reason="A broken pipe.")
    evening.wait(60)
    evening.act(rules.reconvene)
    reading = printed(evening.hearing)
    assert after(reading, "6. Presentation on facial recognition") == ["File FPC1006"]
    assert after(reading, "Officials, staff and invited speakers") == [
        *("•", "Ada Guest (expert)."),
        "The meeting recessed at 6:01 p.m. (A broken pipe) and reconvened at 6:02 p.m.",
    ]
    assert "Public comment" not in reading.text


def test_who_gave_the_turn_away_is_listed_and_the_longer_turn_explained(printed: Printed) -> None:
    evening = commenting(replace(PROFILE, pooling=Pooling.ONE_DONOR), "Ann Lee", "Bo Cruz", "Mai Her")
    evening.register("Cam Roe", name_shown=NameShown.WITHHELD)
    evening.act(rules.cede_time, slip=4, to=1)
    evening.act(rules.cede_time, slip=3, to=2)
    evening.turn(1)
    evening.act(rules.close_testimony)
    reading = printed(evening.hearing)
    assert after(reading, "Gave their turn to another (1)") == [
        "•",
        "Speaker 4 (name withheld by request), yielded to Ann Lee",
    ]
    assert after(reading, "Signed up to speak and not reached (2)") == ["•", "Bo Cruz", "•", "Mai Her"]
    assert any("Time was given by 1 other (3:00 + 3:00 given = 6:00)." in text for text in reading.texts)


def test_an_extension_of_the_time_in_all_stands_where_it_was_made(printed: Printed) -> None:
    evening = commenting(replace(PROFILE, cap=timedelta(minutes=1)), "Ann Lee", "Bo Cruz")
    evening.turn(1)
    evening.act(rules.extend_cap, by=timedelta(minutes=5), ordered_by="the Chair")
    evening.turn(2)
    texts = printed(evening.hearing).texts
    told = next(at for at, text in enumerate(texts) if "extended the time for the item by 5 minutes." in text)
    assert [any(name in text for text in texts[told:]) for name in ("Ann Lee", "Bo Cruz")] == [False, True]


def test_how_the_speakers_were_put_in_order_is_told(printed: Printed) -> None:
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz", "Mai Her")
    evening.act(rules.reorder_queue, policy=OrderPolicy.LOTTERY, seed="5 Feb", reason="told the clerk in confidence")
    texts = printed(evening.hearing).texts
    assert any("the list of speakers was put in order drawn by lot (seed “5 Feb”)." in text for text in texts)
    assert not any("in confidence" in text for text in texts)


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


def test_a_removal_is_told_with_its_ground_and_without_what_was_said(printed: Printed) -> None:
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz")
    evening.act(rules.note_conduct, measure=Measure.WARNING, slip=1, words="Sit down now.")
    evening.act(rules.note_conduct, measure=Measure.REMOVAL, slip=1)
    evening.act(rules.note_conduct, measure=Measure.REMOVAL, force_or_threat=True)
    texts = printed(evening.hearing).texts
    start = "At 6:00 p.m. the presiding officer had"
    assert f"{start} Ann Lee removed from the room, after a warning." in texts
    assert f"{start} a person removed from the room, for force or a true threat of it." in texts
    assert not any("Sit down" in text for text in texts)
