"""The meeting around the testimony: H-01, M-04, M-05, T-10, R-02, and the chair's forecast of 7.3."""

from dataclasses import replace
from datetime import timedelta

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.forecast import forecast, prior
from hearingdesk.domain.hearing import Phase
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.rules.motions import doubts_about_vote
from hearingdesk.domain.timing import changed_limit_sentence
from hearingdesk.domain.values import (
    Attendance,
    Choice,
    Disposition,
    MemberVote,
    MotionResult,
    Present,
    Standing,
    VoteMethod,
)
from tests.builders import BODY, MEETING, MEMBERS, PROFILE, SIX, Evening, commenting, in_session, prepared


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


def test_nothing_happens_before_the_call_to_order() -> None:
    evening = prepared()
    for act in (rules.call_next, rules.close_testimony, rules.adjourn, rules.recess):
        args = {"reason": "x"} if act is rules.recess else {}
        with pytest.raises(OutOfOrder):
            evening.act(act, **args)
    with pytest.raises(OutOfOrder, match="not a member"):
        evening.act(rules.call_to_order, presiding="nobody")
    evening.act(rules.call_to_order, presiding="ortega", why_acting="the Chair is excused")
    assert evening.hearing.phase is Phase.IN_SESSION


def test_the_roll_names_every_member_once() -> None:
    evening = prepared()
    evening.act(rules.call_to_order, presiding="brennan")
    with pytest.raises(OutOfOrder, match="leaves out"):
        evening.act(rules.call_roll, roll=(Present("brennan", Attendance.PRESENT),))
    roll = tuple(Present(m.id, Attendance.EXCUSED) for m in MEMBERS)
    with pytest.raises(OutOfOrder, match="twice"):
        evening.act(rules.call_roll, roll=(*roll, roll[0]))
    evening.act(rules.call_roll, roll=roll)
    assert not evening.hearing.has_quorum


def test_presence_follows_arrivals_and_departures() -> None:
    evening = in_session()
    evening.act(rules.member_arrives, member="haddad")
    assert "haddad" in evening.hearing.present
    with pytest.raises(OutOfOrder, match="present already"):
        evening.act(rules.member_arrives, member="haddad")
    for member in ("haddad", "xiong"):
        evening.act(rules.member_departs, member=member)
    assert not evening.hearing.has_quorum


def test_two_meetings_with_different_profiles_do_not_leak() -> None:
    short = commenting(replace(PROFILE, base_limit=minutes(2)), "A")
    long = commenting(replace(PROFILE, base_limit=minutes(5)), "A")
    short.act(rules.call_next)
    long.act(rules.call_next)
    assert [e.hearing.appearances[1].allotment.total for e in (short, long)] == [minutes(2), minutes(5)]


def test_a_changed_limit_is_for_those_not_yet_called() -> None:
    evening = commenting(PROFILE, "A", "B", "C")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    evening.act(rules.change_limit, new=minutes(2), ordered_by="The Chair")
    assert evening.hearing.turn is not None
    assert evening.hearing.turn.allotment.total == minutes(3)
    evening.act(rules.call_next)
    assert evening.hearing.turn.allotment.total == minutes(2)
    with pytest.raises(OutOfOrder, match="floor of 1 minute"):
        evening.act(rules.change_limit, new=timedelta(seconds=30), ordered_by="The Chair")
    evening.act(
        rules.change_limit, new=timedelta(seconds=30), ordered_by="The Chair", below_floor_because="room closes"
    )


def test_the_sentence_of_a_changed_limit() -> None:
    assert changed_limit_sentence(minutes(3), minutes(2), 15, "the Chair", "6:55 p.m.") == (
        "At 6:55 p.m. the Chair reduced the limit from 3 minutes to 2 minutes per speaker for the rest of the item; "
        "15 speakers had been heard."
    )


def test_a_motion_with_mover_seconder_and_votes_by_name_disposes_of_its_items() -> None:
    evening = in_session()
    evening.act(rules.take_up, item="2")
    evening.act(rules.make_motion, text="Adopt", mover="xiong", disposition=Disposition.ADOPTED)
    evening.act(rules.second_motion, seconder="ortega")
    votes = (*(MemberVote(m, Choice.AYE) for m in ("brennan", "ortega")), MemberVote("xiong", Choice.NO))
    evening.act(rules.take_vote, method=VoteMethod.ROLL_CALL, votes=votes)
    motion = evening.hearing.motions[0]
    assert motion.result is MotionResult.CARRIED
    assert motion.vote is not None
    assert [motion.vote.count(c) for c in (Choice.AYE, Choice.NO)] == [2, 1]
    assert evening.hearing.items["2"].disposition is Disposition.ADOPTED


def test_a_tie_fails_and_disposes_of_nothing() -> None:
    evening = in_session()
    evening.act(rules.take_up, item="2")
    evening.act(rules.make_motion, text="Adopt", mover="xiong", disposition=Disposition.ADOPTED, seconder="ortega")
    votes = (MemberVote("xiong", Choice.AYE), MemberVote("ortega", Choice.NO))
    evening.act(rules.take_vote, method=VoteMethod.ROLL_CALL, votes=votes)
    assert evening.hearing.motions[0].result is MotionResult.FAILED
    assert evening.hearing.items["2"].disposition is None


def test_what_looks_wrong_about_a_vote_is_said_and_not_blocked() -> None:
    evening = in_session()
    evening.act(rules.make_motion, text="Adjourn", mover="brennan", seconder="ortega")
    votes = (MemberVote("haddad", Choice.AYE), MemberVote("ortega", Choice.AYE))
    doubts = doubts_about_vote(evening.hearing, votes, MotionResult.FAILED)
    assert any("Not present, yet voting: Omar Haddad" in doubt for doubt in doubts)
    assert any("without a vote" in doubt for doubt in doubts)
    assert any("announced was failed" in doubt for doubt in doubts)
    evening.act(rules.take_vote, method=VoteMethod.ROLL_CALL, votes=votes, result=MotionResult.FAILED)


def test_a_motion_without_a_second_is_dropped() -> None:
    evening = in_session()
    evening.act(rules.make_motion, text="Table it", mover="brennan")
    with pytest.raises(OutOfOrder, match="before the body"):
        evening.act(rules.make_motion, text="Another", mover="ortega")
    with pytest.raises(OutOfOrder, match="before the body"):
        evening.act(rules.adjourn)
    evening.act(rules.drop_motion, result=MotionResult.NO_SECOND)
    assert evening.hearing.motion is None


def test_a_body_without_a_name_or_a_zone_that_does_not_exist_is_refused() -> None:
    evening = Evening()
    with pytest.raises(OutOfOrder, match="no name"):
        evening.act(rules.prepare_hearing, body=replace(BODY, name=""), meeting=MEETING, profile=PROFILE)
    with pytest.raises(OutOfOrder, match="America/Chicago"):
        evening.act(rules.prepare_hearing, body=BODY, meeting=replace(MEETING, timezone="Mars/Base"), profile=PROFILE)


def at_the_chairs_question() -> Evening:
    """6:52 p.m.: 15 heard who used 0.80 of 3 minutes, 6 absent of 21 called, 129 waiting, 20 s between turns."""
    evening = commenting(PROFILE, *[f"P{n}" for n in range(1, 151)])
    for slip in range(1, 22):
        evening.act(rules.call_speaker, slip=slip)
        if slip <= 6:
            evening.act(rules.speaker_not_present)
            continue
        evening.wait(20)
        evening.act(rules.start_turn)
        evening.wait(144)
        evening.act(rules.end_turn)
    evening.now = replace(evening.now, utc=SIX + minutes(52))
    return evening


@pytest.mark.parametrize(
    ("limit", "all_appear", "shown_up"),
    [(3, "12:45 AM", "11:05 PM"), (2, "11:15 PM", "10:00 PM"), (1, "9:40 PM", "8:50 PM")],
)
def test_the_forecast_gives_the_check_values(limit: int, all_appear: str, shown_up: str) -> None:
    evening = at_the_chairs_question()
    item = evening.hearing.items["1"]
    assert (len(item.queue), item.tally.heard, len(item.absent)) == (129, 15, 6)
    said = forecast(evening.hearing, item, evening.now, minutes(limit))
    assert clock_time(local(evening.hearing, said.if_all_appear)) == all_appear
    assert said.shown_up is not None
    assert clock_time(local(evening.hearing, said.shown_up)) == shown_up


def test_the_forecast_of_the_latest_end_and_its_order() -> None:
    evening = at_the_chairs_question()
    item = evening.hearing.items["1"]
    said = [forecast(evening.hearing, item, evening.now, minutes(limit)) for limit in (1, 2, 3, 5)]
    assert clock_time(local(evening.hearing, said[2].latest)) == "2:05 AM"
    ends = [one.if_all_appear for one in said]
    assert ends == sorted(ends)
    assert all(one.if_all_appear <= one.latest for one in said)


@pytest.mark.parametrize(("seconds", "share"), [(30, 0.95), (75, 0.925), (120, 0.85), (240, 0.75), (600, 0.70)])
def test_the_assumed_share_is_linear_between_the_known_points(seconds: int, share: float) -> None:
    assert prior(timedelta(seconds=seconds)) == pytest.approx(share)


def test_a_wrong_vote_is_corrected_after_the_fact_and_its_disposition_with_it() -> None:
    evening = in_session()
    evening.act(rules.take_up, item="2")
    evening.act(rules.make_motion, text="Adopt", mover="xiong", seconder="ortega", disposition=Disposition.ADOPTED)
    evening.act(rules.take_vote, method=VoteMethod.VOICE, result=MotionResult.CARRIED)
    evening.act(rules.make_motion, text="Adjourn", mover="xiong", seconder="xiong")
    assert any("mover and seconder" in doubt for doubt in doubts_about_vote(evening.hearing, ()))
    with pytest.raises(OutOfOrder, match="no vote"):
        evening.act(rules.take_vote, method=VoteMethod.VOICE, result=MotionResult.WITHDRAWN)
    evening.act(rules.take_vote, method=VoteMethod.CONSENT, result=MotionResult.CARRIED)
    evening.act(rules.adjourn)
    evening.act(rules.take_vote, method=VoteMethod.VOICE, result=MotionResult.FAILED, motion=1)
    assert evening.hearing.motions[0].result is MotionResult.FAILED
    assert evening.hearing.items["2"].disposition is None
    with pytest.raises(OutOfOrder, match="no motion 9"):
        evening.act(rules.take_vote, method=VoteMethod.VOICE, result=MotionResult.FAILED, motion=9)


def test_a_second_roll_call_leaves_the_opening_roll_as_it_was() -> None:
    evening = in_session()
    opening = evening.hearing.roll
    here = {"brennan", "ortega", "haddad"}
    again = tuple(Present(m.id, Attendance.PRESENT if m.id in here else Attendance.ABSENT) for m in MEMBERS)
    evening.act(rules.call_roll, roll=again)
    assert evening.hearing.roll == opening
    assert [(m.member, m.arrived) for m in evening.hearing.movements] == [("haddad", True), ("xiong", False)]
    assert evening.hearing.present == here


def test_the_forecast_counts_the_public_only_and_never_ends_before_its_latest() -> None:
    evening = commenting(PROFILE, *[f"P{n}" for n in range(30)])
    for slip in range(1, 8):
        evening.turn(slip, seconds=220)
    item = evening.hearing.items["1"]
    said = [forecast(evening.hearing, item, evening.now, minutes(limit)) for limit in (1, 2, 2.5, 3, 4, 5)]
    assert all(one.if_all_appear <= one.latest for one in said)
    assert [one.if_all_appear for one in said] == sorted(one.if_all_appear for one in said)


def test_the_forecast_survives_turns_without_any_time() -> None:
    evening = commenting(PROFILE, *[f"P{n}" for n in range(8)])
    for slip in range(1, 7):
        evening.act(rules.call_speaker, slip=slip)
        evening.act(rules.start_turn)
        evening.act(rules.grant_time, span=-minutes(3))
        evening.act(rules.end_turn)
    assert forecast(evening.hearing, evening.hearing.items["1"], evening.now).waiting == 2


def test_an_evening_can_always_be_brought_to_its_end() -> None:
    evening = commenting(PROFILE, "A")
    evening.turn(1)
    evening.act(rules.take_up, item="6")
    late = evening.register("Late B", item="1")
    stray = evening.register("Stray", item="6")
    evening.act(rules.adjourn)
    standings = [evening.hearing.registrations[slip].standing for slip in (late, stray)]
    assert standings == [Standing.NOT_REACHED, Standing.NOT_REACHED]
    sitting = evening.hearing.items["6"].sittings[-1]
    assert sitting.end is not None


def test_an_item_dealt_with_can_be_gone_back_to_with_a_reason() -> None:
    evening = commenting(PROFILE, "A")
    evening.turn(1)
    evening.act(rules.take_up, item="6")
    evening.register("Late B")
    with pytest.raises(OutOfOrder, match="give the reason"):
        evening.act(rules.take_up, item="1")
    evening.act(rules.take_up, item="1", reason="a speaker was overlooked")
    evening.turn(2)
    assert evening.hearing.items["1"].tally.heard == 2


def test_testimony_does_not_resume_after_itself() -> None:
    evening = commenting(PROFILE, "A")
    with pytest.raises(OutOfOrder, match="still to come"):
        evening.act(rules.suspend_item, until_after="1")
