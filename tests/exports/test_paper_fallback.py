"""Paper to go on with: everybody who waits, in order, with what has to be known; blank sheets behind (D-04)."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from exports.blocks import Heading, Para, Table
from exports.paper_fallback import MOST, paper_fallback, write_paper
from hearingdesk.domain import rules
from hearingdesk.domain.values import Contact, Interpreter, Mode, Position, SignUp
from tests.builders import PROFILE, SIX, Evening, commenting


@pytest.fixture
def evening() -> Evening:
    made = commenting(PROFILE)
    made.register("Ann Lee", position=Position.OPPOSE, place="Mill Bluff")
    made.register("Pa Houa Xiong", interpreter=Interpreter("Hmong"), organisation="Tenants Union")
    made.register("", mode=Mode.REMOTE_PHONE, leaves_by=SIX + timedelta(hours=3))
    made.register("Kay L…", name_uncertain=True)
    made.act(rules.call_speaker, slip=4)
    made.act(rules.speaker_not_present)
    made.act(rules.call_next)
    made.act(rules.start_turn)
    made.wait(60)
    return made


CONTACTS = {2: Contact(pronunciation="pah HOO-ah", need="speaks from the seat", phone="608-555-0100")}


def tables(evening: Evening) -> dict[str, Table]:
    blocks = paper_fallback(evening.hearing, CONTACTS, evening.now).blocks
    return {block.caption: block for block in blocks if isinstance(block, Table)}


def test_everybody_who_waits_is_there_in_order_with_what_has_to_be_known(evening: Evening) -> None:
    waiting = tables(evening)["Waiting, in the order to be called: 2 people"]
    assert waiting.rows == (
        (
            "1",
            "2",
            "Pa Houa Xiong (pah HOO-ah), Tenants Union",
            "Not stated",
            "6:00",
            "Hmong interpreter; speaks from the seat",
            "",
        ),
        ("2", "3", "Speaker 3", "Not stated", "3:00", "leaves by 9:00 PM; remote phone", ""),
    )


def test_the_absent_and_who_has_the_floor_are_told(evening: Evening) -> None:
    absent = tables(evening)["Called and not present: 1 person"]
    assert absent.rows[0][1:4] == ("4", "Kay L…?", "Not stated")
    blocks = paper_fallback(evening.hearing, CONTACTS, evening.now).blocks
    told = [block.text for block in blocks if isinstance(block, Para)]
    assert "At the microphone: slip 1, Ann Lee, the clock at 2:00." in told


def test_blank_sheets_hold_the_concerns_and_room_for_more(evening: Evening) -> None:
    found = tables(evening)
    assert [row[0] for row in found["Concerns raised"].rows][:3] == [
        "Privacy invasion",
        "Misidentification",
        "No listed concern",
    ]
    assert found["Concerns raised"].rows[-1] == ("", "", "")
    assert all("S  O  M  N  U" in row for row in found["Turns, to be entered afterwards"].rows)


def test_contact_details_stay_off_the_paper_and_it_says_for_whom_it_is(evening: Evening) -> None:
    paper = paper_fallback(evening.hearing, CONTACTS, evening.now)
    assert "555-0100" not in repr(paper)
    assert paper.footer == "For the clerk: holds what is not public"


def test_nobody_waiting_is_said_and_the_sheets_are_there_all_the_same() -> None:
    evening = commenting(PROFILE)
    blocks = paper_fallback(evening.hearing, {}, evening.now).blocks
    assert Para("Nobody is waiting.") in blocks
    assert [block.text for block in blocks if isinstance(block, Heading)] == [
        "Paper to go on with",
        "Turns",
        "Tally",
        "Slips",
    ]


def test_a_crowd_is_cut_where_nobody_could_call_them_all_and_the_rest_is_counted() -> None:
    evening = commenting(PROFILE)
    people = tuple(SignUp("1", f"Person {n}") for n in range(MOST + 7))
    evening.act(rules.import_sign_ups, sign_ups=people, source="list.csv")
    blocks = paper_fallback(evening.hearing, {}, evening.now).blocks
    assert len(next(block for block in blocks if isinstance(block, Table)).rows) == MOST
    assert any(isinstance(block, Para) and block.text == "And 7 more, who are on the record." for block in blocks)


def test_it_is_written_as_a_pdf_of_a_few_pages(evening: Evening, tmp_path: Path) -> None:
    report = write_paper(evening.hearing, CONTACTS, evening.now, tmp_path / "paper.pdf")
    assert (report.parts, report.notes) == (4, ())
    assert report.target.read_bytes().startswith(b"%PDF-")


def test_a_rehearsal_says_so_on_every_page(evening: Evening) -> None:
    rehearsal = replace(evening.hearing, meeting=replace(evening.hearing.meeting, rehearsal=True))
    assert paper_fallback(rehearsal, {}, evening.now).status == "REHEARSAL"


def test_a_blank_slip_says_what_is_voluntary_what_is_public_and_when_sign_up_closes() -> None:
    profile = replace(PROFILE, sign_up_closes="5:30 PM", position_requested=False, address_requested=True)
    evening = commenting(profile)
    blocks = paper_fallback(evening.hearing, {}, evening.now).blocks
    told = [block.text for block in blocks if isinstance(block, Para)]
    assert told.count(profile.sign_up_notice) == told.count("Sign-up closes 5:30 PM.") == 2
    assert sum(str(text).startswith("Public will be: your name as you choose it") for text in told) == 2
    asked = [row[0] for row in tables(evening)["Slip 1 of this page"].rows]
    assert "Street address (not published)" in asked
    assert not any("Position" in words or "City" in words for words in asked)
