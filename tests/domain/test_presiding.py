"""Who presides, and whether anybody looked who is back after a recess (M-01, M-05)."""

from pathlib import Path

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.members import absent_presiding, unchecked_recess
from hearingdesk.domain.values import Attendance, Present
from hearingdesk.domain.wording import words
from tests.builders import MEMBERS, Evening, in_session, prepared
from tests.exports.told import told


def recessed() -> Evening:
    evening = in_session()
    evening.act(rules.recess, reason="Emergency")
    evening.wait(840)
    evening.act(rules.reconvene)
    return evening


def test_the_chair_is_recused_in_mid_item_and_the_minutes_say_who_presided_when(tmp_path: Path) -> None:
    evening = in_session()
    evening.act(rules.take_up, item="1")
    evening.wait(600)
    entry = evening.act(rules.pass_presiding, to="ortega", reason=" the Chair is recused from Item 6 ")
    evening.wait(600)
    evening.act(rules.pass_presiding, to="brennan")
    assert words(entry, evening.hearing) == "Luis Ortega presides: the Chair is recused from Item 6"
    assert evening.hearing.presiding == "brennan"
    said = told(evening.hearing, tmp_path)
    assert "Ada Brennan, Chair, presided. " in said
    assert "Luis Ortega, Vice-chair, presided from 6:10 p.m. on (the Chair is recused from Item 6)." in said
    assert said.index("from 6:10 p.m.") < said.index("Ada Brennan, Chair, presided from 6:20 p.m. on.")


@pytest.mark.parametrize(
    ("member", "why"),
    [("brennan", "Ada Brennan presides already"), ("haddad", "Omar Haddad is not present"), ("x", "not a member")],
)
def test_only_another_member_who_is_there_presides(member: str, why: str) -> None:
    with pytest.raises(OutOfOrder, match=why):
        in_session().act(rules.pass_presiding, to=member)


def test_nobody_presides_before_the_meeting_is_called_to_order() -> None:
    with pytest.raises(OutOfOrder, match="not been called to order"):
        prepared().act(rules.pass_presiding, to="ortega")


def test_a_presiding_member_who_left_is_asked_after() -> None:
    evening = in_session()
    assert absent_presiding(evening.hearing) == ""
    evening.act(rules.member_departs, member="brennan")
    assert absent_presiding(evening.hearing) == "Ada Brennan presides, and is not present. Who presides now?"
    evening.act(rules.pass_presiding, to="ortega")
    assert absent_presiding(evening.hearing) == ""


def test_after_a_recess_the_roll_is_asked_for_until_somebody_has_looked() -> None:
    evening = recessed()
    assert unchecked_recess(evening.hearing) == evening.hearing.recesses[0]
    roll = tuple(Present(m.id, Attendance.PRESENT) for m in MEMBERS)
    evening.act(rules.call_roll, roll=roll)
    assert unchecked_recess(evening.hearing) is None


def test_a_departure_put_down_after_the_recess_answers_as_well_and_one_before_it_does_not() -> None:
    evening = in_session()
    evening.act(rules.member_departs, member="xiong")
    evening.wait(60)
    evening.act(rules.recess, reason="Break")
    assert unchecked_recess(evening.hearing) is None, "the recess is not over"
    evening.wait(60)
    evening.act(rules.reconvene)
    assert unchecked_recess(evening.hearing) is not None
    evening.act(rules.member_departs, member="ortega")
    assert unchecked_recess(evening.hearing) is None


def test_a_roll_called_again_keeps_the_others_present_unless_it_names_them() -> None:
    evening = in_session()
    roll = tuple(Present(m.id, Attendance.PRESENT) for m in MEMBERS)
    evening.act(rules.call_roll, roll=roll, staff=("Lee Wong",))
    evening.act(rules.call_roll, roll=roll)
    assert evening.hearing.staff == ("Lee Wong",)


def test_a_departure_that_breaks_the_quorum_says_so_in_the_journal_and_in_the_minutes(tmp_path: Path) -> None:
    evening = in_session()
    left = evening.act(rules.member_departs, member="xiong")
    evening.wait(60)
    back = evening.act(rules.member_arrives, member="haddad", remote=True)
    evening.wait(60)
    more = evening.act(rules.member_arrives, member="kowalski")
    assert words(left, evening.hearing) == "Mai Xiong left; the quorum is lost"
    assert words(back, evening.hearing) == "Omar Haddad arrived (remote); there is a quorum again"
    assert words(more, evening.hearing) == "Grace Kowalski arrived"
    said = told(evening.hearing, tmp_path)
    assert "Mai Xiong left at 6:00 p.m. The quorum was lost." in said
    assert "Omar Haddad joined remotely at 6:01 p.m. A quorum was present from then on." in said
