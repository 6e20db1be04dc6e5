"""The continued session: what it takes over, and who is called there in which order (7.1 of 9:30)."""

from datetime import timedelta
from pathlib import Path

import pytest

from hearingdesk.domain import announced, rules
from hearingdesk.domain.hearing import Phase
from hearingdesk.domain.sequel import Sequel, sequel
from hearingdesk.domain.values import Contact, Ending, Mode, SignUp, Standing
from hearingdesk.office import Office, Refused
from tests.builders import AGENDA, BODY, CONCERNS, MEETING, PROFILE, SIX, Evening, commenting, in_session
from tests.exports.told import told
from tests.fakes import FakeClock

NEXT = SIX + timedelta(days=14)
HALL = "Room 301-B"


def taken_over(evening: Evening) -> Sequel:
    found = sequel(evening.hearing, "fpc")
    assert found is not None
    return found


def test_whoever_was_not_reached_stands_first_in_the_order_they_waited_and_then_who_was_not_there() -> None:
    evening = commenting(PROFILE, "Ann", "Ben", "Cy", "Dee")
    evening.register("Quiet", mode=Mode.REGISTERING_ONLY)
    evening.turn(1)
    evening.act(rules.call_next)
    evening.act(rules.speaker_not_present)
    evening.act(rules.move_speaker, slip=4, place=0)
    evening.act(rules.continue_hearing, to=NEXT, place=HALL, item="1")
    evening.act(rules.adjourn)
    assert evening.hearing.registrations[4].standing is Standing.NOT_REACHED
    found = taken_over(evening)
    assert found.slips == (4, 3, 2)
    assert [one.name for one in found.sign_ups] == ["Dee", "Cy", "Ben"]
    assert found.sign_ups[0].source == "fpc slip 4"
    assert found.sign_ups[0].received == SIX
    assert [item.id for item in found.items] == ["1"]
    assert (found.meeting.scheduled, found.meeting.place) == (NEXT, HALL)


def test_who_was_cut_off_with_time_left_is_called_at_the_continued_session() -> None:
    evening = commenting(PROFILE, "Ann", "Ben", "Cy")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    evening.wait(60)
    evening.act(rules.end_turn, ending=Ending.INTERRUPTED)
    assert announced.left_waiting(evening.hearing, evening.hearing.item) == 3
    evening.act(rules.continue_hearing, to=NEXT, place=HALL, item="1")
    evening.act(rules.adjourn)
    assert taken_over(evening).slips == (2, 1, 3)


def test_the_whole_meeting_takes_what_is_open_and_what_was_not_taken_up() -> None:
    evening = commenting(PROFILE, "Ann", "Ben")
    evening.turn(1)
    evening.act(rules.continue_hearing, to=NEXT, place=HALL)
    assert [item.id for item in taken_over(evening).items] == ["1", "2", "6"]
    evening.act(rules.adjourn)
    assert evening.hearing.phase is Phase.ADJOURNED, "nobody has to close testimony that goes on another day"
    found = taken_over(evening)
    assert [item.id for item in found.items] == ["1", "2", "6"]
    assert found.slips == (2,)


def test_what_is_done_stays_behind_and_of_two_dates_the_first_comes_first() -> None:
    evening = in_session()
    evening.act(rules.take_up, item="1")
    evening.act(rules.close_testimony)
    evening.act(rules.continue_hearing, to=NEXT + timedelta(days=7), place=HALL)
    evening.act(rules.continue_hearing, to=NEXT, place=HALL, item="6")
    assert [item.id for item in taken_over(evening).items] == ["6"]


def test_where_nothing_was_continued_there_is_no_sequel() -> None:
    assert sequel(commenting(PROFILE, "Ann").hearing, "fpc") is None


def test_what_the_chair_reads_names_day_time_place_and_the_line() -> None:
    evening = commenting(PROFILE, "Ann", "Ben")
    item = evening.hearing.items["1"]
    assert announced.continuing_aloud(evening.hearing, item, NEXT, HALL) == (
        "Item 1 is continued to Thursday, February 19, 2026, at 6:00 p.m., at Room 301-B. "
        "The 2 people waiting keep their places in line."
    )
    assert announced.record_open_aloud(evening.hearing, item, NEXT) == (
        "The record of Item 1 stays open for written comments until Thursday, February 19, 2026, at 6:00 p.m."
    )


def test_the_minutes_say_that_they_are_called_at_the_continued_session(tmp_path: Path) -> None:
    evening = commenting(PROFILE, "Ann", "Ben")
    evening.act(rules.continue_hearing, to=NEXT, place=HALL, item="1")
    evening.act(rules.adjourn)
    said = told(evening.hearing, tmp_path)
    assert "Public comment was continued to February 19, 2026, at 6:00 p.m., at Room 301-B." in said
    assert "Signed up to speak and not reached, to be called at the continued session (2)" in said


def test_an_item_without_testimony_is_told_as_continued_too(tmp_path: Path) -> None:
    evening = in_session()
    evening.act(rules.take_up, item="2")
    evening.act(rules.continue_hearing, to=NEXT, place=HALL, item="2")
    assert "Item 2 was continued to February 19, 2026, at 6:00 p.m., at Room 301-B." in told(evening.hearing, tmp_path)


def test_the_office_prepares_the_session_with_contacts_and_never_twice(tmp_path: Path) -> None:
    office = Office(tmp_path, FakeClock(in_session().now), "rd")
    office.create(BODY, MEETING, PROFILE, CONCERNS, AGENDA, "fpc")
    desk = office.desk("fpc")
    with pytest.raises(Refused, match="was not continued"):
        office.continue_hearing("fpc")
    desk.register(SignUp("1", "Ann"), Contact(phone="608-555-0100"))
    desk.register(SignUp("1", "Ben"))
    desk.record(rules.call_to_order, presiding="brennan")
    desk.record(rules.take_up, item="1")
    desk.record(rules.continue_hearing, to=NEXT, place=HALL, item="1")
    made = office.continue_hearing("fpc")
    record = office.record(made)
    assert made == "fpc-2026-02-19"
    assert record.hearing.items["1"].queue == (1, 2)
    assert record.hearing.profile == PROFILE
    assert record.contacts[1].phone == "608-555-0100"
    with pytest.raises(Refused, match="prepared already: “fpc-2026-02-19”"):
        office.continue_hearing("fpc")
    office.close()


def test_an_item_continued_before_it_was_taken_up_is_told_as_continued_and_not_as_left(tmp_path: Path) -> None:
    evening = in_session()
    evening.register("Ann")
    evening.act(rules.continue_hearing, to=NEXT, place=HALL, item="1")
    said = told(evening.hearing, tmp_path)
    assert "Public comment was continued to February 19, 2026" in said
    assert "No one appeared" not in said
    assert said.count("Comments by the public") == 1
