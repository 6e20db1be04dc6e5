"""What is typed into a new hearing, without a window."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from hearingdesk.domain.values import Member
from hearingdesk.ui.kit import typed
from hearingdesk.ui.setup.prepared import Typed, read_members, written_members
from tests.builders import MEMBERS, SIX

FORM = Typed(
    body="Plan Commission",
    jurisdiction="City of Lakemont",
    member_word="Commissioner",
    quorum="",
    clerk="R. Delgado",
    members="Ada Brennan, Chair\nLuis Ortega\n\n  Mai Xiong  ",
    kind="Regular meeting",
    day="2026-02-05",
    time="6:00 PM",
    timezone="America/Chicago",
    place="Room 3",
    remote="",
    rehearsal=False,
)


def test_a_full_form_has_no_faults_and_makes_body_and_meeting() -> None:
    assert FORM.faults() == {}
    body = FORM.made_body()
    assert body.members == (
        Member("brennan", "Ada Brennan", "Chair"),
        Member("ortega", "Luis Ortega"),
        Member("xiong", "Mai Xiong"),
    )
    assert body.quorum == 2
    meeting = FORM.made_meeting()
    assert meeting.scheduled == SIX
    assert (meeting.kind, meeting.title, meeting.rehearsal) == ("Regular meeting", "Regular meeting", False)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("body", "", "Say which body meets, such as Plan Commission."),
        ("members", " \n", "Name the members, one a line, in the order of the roll."),
        (
            "members",
            "Ada Bell\nada  bell",
            "“ada bell” stands here twice. Tell the two apart, for instance by an initial.",
        ),
        ("quorum", "9", "Write a number from 1 to 3, or leave it empty for a majority."),
        ("quorum", "most", "Write a number from 1 to 3, or leave it empty for a majority."),
        ("quorum", "9" * 5000, "Write a number from 1 to 3, or leave it empty for a majority."),
        ("kind", "", "Say what meeting this is, such as Regular meeting."),
        ("day", "Feb 30, 2026", "This reads as no day. Write it like 2026-02-05 or Feb 5, 2026."),
        ("time", "sixish", "This reads as no time. Write it like 6:00 PM."),
        ("time", "6:00", "Say which: 6:00 AM or 6:00 PM."),
        ("timezone", "Chicago", "This is no time zone. Write it like America/Chicago."),
        ("timezone", "../../etc/passwd", "This is no time zone. Write it like America/Chicago."),
    ],
)
def test_each_fault_has_its_sentence(field: str, value: str, sentence: str) -> None:
    assert replace(FORM, **{field: value}).faults() == {field: sentence}  # type: ignore[arg-type]  # all but one are text


def test_members_of_one_last_name_get_different_ids() -> None:
    assert [member.id for member in read_members("Ada Bell\nBo Bell\nCy Bell")] == ["bell", "bo-bell", "cy-bell"]


def test_a_member_known_before_keeps_the_id_even_if_another_would_take_it() -> None:
    known = (Member("bell", "Bo Bell"),)
    assert [member.id for member in read_members("Ada Bell\nBo Bell", known)] == ["ada-bell", "bell"]


def test_members_are_read_as_they_are_written() -> None:
    assert read_members(written_members(MEMBERS), MEMBERS) == MEMBERS


@pytest.mark.parametrize("text", ["2026-02-05", "2/5/2026", "Feb 5, 2026", "February 5 2026", "5 Feb. 2026"])
def test_a_day_is_read_as_clerks_write_it(text: str) -> None:
    read = typed.day(text)
    assert read == datetime(2026, 2, 5, tzinfo=UTC).date()


@pytest.mark.parametrize("text", ["", "tomorrow", "2026-13-01", "5.2", "0000-00-00"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert typed.day(text) is None
