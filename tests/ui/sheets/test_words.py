"""What the sheets say, without a window."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.profile import LateSlips
from hearingdesk.domain.values import (
    Attendance,
    Capacity,
    Choice,
    Disposition,
    MinutesLevel,
    Mode,
    MotionResult,
    Position,
    Present,
    SignUp,
)
from hearingdesk.ui.console.sheets import ballot, checklists, limits
from hearingdesk.ui.console.sheets.words import item_state, named, presiding, quorum
from hearingdesk.ui.console.tabs import Tab
from hearingdesk.ui.kit import typed
from tests.builders import MEMBERS, PROFILE, commenting, in_session, prepared

SIX_LOCAL = datetime(2026, 2, 5, 18, 0, tzinfo=ZoneInfo("America/Chicago"))


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2", 120),
        ("2:30", 150),
        (" 2 min ", 120),
        ("90 s", 90),
        ("90sec", 90),
        ("1 minute 30 seconds", 90),
        ("0:45", 45),
        ("12", 720),
    ],
)
def test_a_span_is_read_as_typed(text: str, seconds: int) -> None:
    assert typed.span(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["", "two", "2:75", "-3", "2.5.1", "½", "²", "٣:00٣", "1" * 60, "m", "9" * 5])
def test_what_is_no_span_is_none(text: str) -> None:
    assert typed.span(text) in (None, timedelta(0))


@pytest.mark.parametrize(
    ("text", "hour", "minute", "day"),
    [
        ("7:54", 19, 54, 5),
        ("7 pm", 19, 0, 5),
        ("19:54", 19, 54, 5),
        ("754 p.m.", 19, 54, 5),
        ("+15", 18, 15, 5),
        ("+ 5 min", 18, 5, 5),
        ("6:00", 6, 0, 6),
        ("12:10 a.m.", 0, 10, 6),
        ("0:10", 0, 10, 6),
    ],
)
def test_a_time_to_come_is_the_next_the_clock_shows(text: str, hour: int, minute: int, day: int) -> None:
    read = typed.coming(text, SIX_LOCAL)
    assert read is not None
    assert (read.hour, read.minute, read.day) == (hour, minute, day)
    assert read.utcoffset() == SIX_LOCAL.utcoffset()


def test_a_time_past_is_the_last_the_clock_showed() -> None:
    read = typed.past("4:40", SIX_LOCAL)
    assert read == SIX_LOCAL.replace(hour=16, minute=40)
    assert typed.past("6:01 PM", SIX_LOCAL) == SIX_LOCAL.replace(day=4, hour=18, minute=1)


@pytest.mark.parametrize("text", ["", "noon", "25:00", "7:99", "13 pm", "0 pm", "+", "٧:٥٤٤"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert typed.coming(text, SIX_LOCAL) is None


def test_an_item_says_where_it_is() -> None:
    evening = commenting(PROFILE, "Ada Bell", "Omar Cruz")
    hearing = evening.hearing
    assert item_state(hearing, hearing.items["1"]) == "In hand since 6:00 PM · 2 waiting"
    assert item_state(hearing, hearing.items["2"]) == "Not taken up"
    assert item_state(hearing, hearing.items["6"]) == "Not taken up · to be heard by 6:00 PM"
    evening.act(rules.suspend_item, reason="a presentation", until_after="6")
    assert item_state(evening.hearing, evening.hearing.items["1"]) == "Suspended until after Item 6 · 2 waiting"
    evening.act(rules.dispose_of, item="2", disposition=Disposition.HELD)
    assert item_state(evening.hearing, evening.hearing.items["2"]) == "Held to the call of the chair"
    evening.act(rules.take_up, item="6")
    evening.act(rules.resume_item, item="1")
    assert item_state(evening.hearing, evening.hearing.items["6"]) == "Dealt with"


def test_a_closed_item_keeps_its_disposition_and_says_that_testimony_is_closed() -> None:
    evening = commenting(PROFILE)
    evening.act(rules.close_testimony)
    evening.act(rules.dispose_of, item="1", disposition=Disposition.PLACED_ON_FILE)
    said = item_state(evening.hearing, evening.hearing.items["1"])
    assert said == "In hand since 6:00 PM · placed on file · testimony closed"


def test_the_quorum_is_said_either_way() -> None:
    evening = in_session()
    assert quorum(evening.hearing) == "3 of 5 present; 3 make a quorum."
    evening.act(rules.member_departs, member="xiong")
    assert quorum(evening.hearing) == "No quorum: 2 of 5 present, 3 needed."


def test_who_presides_is_named_by_office_or_by_name() -> None:
    assert presiding(in_session().hearing) == "the Chair"
    evening = prepared()
    evening.act(rules.call_to_order, presiding="xiong", why_acting="both chairs are away")
    assert presiding(evening.hearing) == "Commissioner Mai Xiong"


def test_a_list_of_people_ends_in_how_many_more() -> None:
    evening = commenting(PROFILE, "Ada Bell", "", "Omar Cruz", "Lan Vu", "Kim Roe")
    people = list(evening.hearing.registrations.values())
    assert named(people) == "1 Ada Bell, Speaker 2, 3 Omar Cruz and 2 more"


def test_the_closing_checklist_names_everything_of_h_03() -> None:
    evening = commenting(PROFILE, "Ada Bell", "Omar Cruz")
    evening.act(rules.call_speaker, slip=1)
    evening.act(rules.speaker_not_present)
    evening.register("Lan Vu", position=Position.OPPOSE, mode=Mode.REGISTERING_ONLY)
    evening.register("Kim Roe", position=Position.OPPOSE, mode=Mode.REGISTERING_ONLY)
    evening.register("Bo Hart", mode=Mode.WRITTEN)
    evening.register("Jo Remote", mode=Mode.REMOTE_PHONE)
    evening.act(rules.register_speaker, sign_up=evening.hearing.registrations[2].sign_up, late=True)
    said = [check.line for check in checklists.before_closing(evening.hearing, evening.hearing.items["1"])]
    assert said == [
        "○  3 people are waiting. Closing lists them as not reached.",
        "○  1 person was called and not heard: 1 Ada Bell. Call again?",
        "○  1 late slip is among those waiting: 7 Omar Cruz.",
        "○  2 people registered without speaking (2 oppose). Read the numbers into the record.",
        "○  1 written comment is to be entered.",
        "○  Look whether a hand is raised online or on the telephone.",
    ]


def test_the_closing_checklist_names_who_needs_leave_is_not_coded_and_has_no_summary() -> None:
    late = replace(PROFILE, late_slips=LateSlips.CHAIRS_LEAVE)
    evening = commenting(late, "Ada Bell", "Omar Cruz", "Lan Vu")
    evening.turn(1, marks=("PRIV",))
    evening.turn(2)
    evening.act(rules.write_summary, text="Said that it costs too much.", slip=2)
    evening.act(rules.register_speaker, sign_up=SignUp("1", "Kim Roe"), late=True)
    evening.register("Bo Hart", mode=Mode.FOR_QUESTIONS)
    checks = checklists.before_closing(evening.hearing, evening.hearing.items["1"])
    told = {check.sentence: check.place for check in checks if not check.settled}
    assert told == {
        "1 person is waiting. Closing lists this person as not reached.": Tab.WAITING,
        "1 late slip waits for the chair's leave: 4 Kim Roe. Ask the chair.": Tab.LATE,
        "1 person is here for questions only: 5 Bo Hart.": Tab.QUESTIONS,
        "1 speaker has no concern marked, nor that there was none: 2 Omar Cruz.": 2,
        "1 speaker has no summary yet: 1 Ada Bell.": 1,
    }
    adjourning = [check.sentence for check in checklists.before_adjourning(evening.hearing)]
    assert "Item 1: 1 speaker has no summary yet: 1 Ada Bell." in adjourning
    assert "Item 1: 1 late slip waiting for the chair's leave: 4 Kim Roe." in adjourning


def test_where_the_minutes_tell_names_alone_no_summary_is_missed_and_staff_are_not_counted() -> None:
    evening = commenting(replace(PROFILE, minutes_level=MinutesLevel.NAMES), "Ada Bell")
    evening.register("Chief Roe", capacity=Capacity.OFFICIAL)
    evening.turn(1, marks=("PRIV",))
    evening.turn(2)
    said = [check.sentence for check in checklists.before_closing(evening.hearing, evening.hearing.items["1"])]
    assert said[-1] == "Everybody heard has been coded."


def test_at_the_cap_those_left_are_offered_a_written_comment() -> None:
    evening = commenting(replace(PROFILE, cap=timedelta(minutes=3)), "Ada Bell", "Omar Cruz")
    evening.turn(1, 200)
    first = checklists.before_closing(evening.hearing, evening.hearing.items["1"])[0]
    assert first.sentence.endswith("The time in all is used up: offer a written comment.")


def test_an_item_with_nothing_left_says_so() -> None:
    hearing = commenting(PROFILE).hearing
    checks = checklists.before_closing(hearing, hearing.items["1"])
    assert [check.settled for check in checks] == [True, True, True, True]


def test_the_adjourning_checklist_names_what_is_left_open() -> None:
    evening = commenting(PROFILE, "Ada Bell")
    evening.act(rules.add_concern, label="Cost")
    evening.act(rules.suspend_item, until_after="6")
    evening.act(rules.take_up, item="6")
    said = [check.line for check in checklists.before_adjourning(evening.hearing)]
    assert said == [
        "✓  The roll was called.",
        "○  Item 1 is suspended and was not resumed; 1 person waiting.",
        "○  Not taken up: Item 2.",
        "○  Dealt with, but no disposition recorded: Item 6.",
        "○  1 concern to be defined later: Cost.",
    ]


def test_what_goes_on_another_day_says_who_keeps_a_place() -> None:
    evening = commenting(PROFILE, "Ada Bell", "Omar Cruz")
    evening.act(rules.continue_hearing, to=SIX_LOCAL + timedelta(days=7), place="City Hall")
    said = [check.line for check in checklists.before_adjourning(evening.hearing)]
    assert said[-1] == (
        "✓  2 people who wait keep their places in line. Prepare the continued session from the list of hearings."
    )


def test_a_ballot_opens_with_those_away_as_the_roll_has_them() -> None:
    evening = in_session()
    evening.act(rules.member_departs, member="xiong")
    ballots = ballot.opened(evening.hearing)
    assert dict(ballots.choices) == {"haddad": Choice.EXCUSED, "kowalski": Choice.EXCUSED, "xiong": Choice.ABSENT}
    ballots = ballots.all_present(evening.hearing, Choice.AYE)
    assert ballots.tally(evening.hearing) == "Aye 2 · No 0 · Excused 2 · Absent 1"
    assert [vote.member for vote in ballots.votes(evening.hearing)] == [m.id for m in MEMBERS]


def test_the_body_s_own_words_for_votes_are_used() -> None:
    evening = in_session()
    hearing = evening.hearing
    assert (
        ballot.opened(hearing).tally(hearing).startswith(f"{hearing.profile.aye_word} 0 · {hearing.profile.no_word} 0")
    )


def test_a_ballot_s_result_is_the_rule_s_count() -> None:
    evening = in_session()
    evening.act(rules.make_motion, text="To adjourn", mover="ortega")
    ballots = ballot.opened(evening.hearing)
    assert ballots.with_vote("brennan", Choice.AYE).result(evening.hearing, 1) is MotionResult.CARRIED
    tied = ballots.with_vote("brennan", Choice.AYE).with_vote("ortega", Choice.NO)
    assert tied.result(evening.hearing, 1) is MotionResult.FAILED


def test_doubts_are_the_rule_s_with_the_seconder_chosen_so_far() -> None:
    evening = in_session()
    evening.act(rules.make_motion, text="To adjourn", mover="ortega")
    motion = evening.hearing.motion
    assert motion is not None
    ballots = ballot.opened(evening.hearing).all_present(evening.hearing, Choice.AYE)
    votes = ballots.votes(evening.hearing)
    assert ballot.doubts(evening.hearing, motion, votes, None) == ("Nobody has seconded the motion.",)
    seconded = replace(motion, seconder="haddad")
    assert ballot.doubts(evening.hearing, seconded, votes, MotionResult.FAILED) == (
        "Not present, yet moving or seconding: Omar Haddad.",
        "By count the motion has carried; announced was failed.",
    )


def test_limits_offer_the_usual_ones_with_their_end() -> None:
    evening = commenting(PROFILE, *(f"Speaker {n} Vu" for n in range(10)))
    item = evening.hearing.items["1"]
    offered = limits.choices(item)
    assert timedelta(minutes=3) not in offered
    assert offered[0] == timedelta(minutes=5)
    # 10 × (120 s × 0.85 + 20 s) = 20 min 20 s; at the latest 10 × 140 s = 23 min 20 s
    assert limits.end(evening.hearing, item, timedelta(minutes=2), evening.now) == limits.End("6:20 PM", "6:25 PM")
    assert limits.in_force(evening.hearing, item, evening.now) == (
        "Item 1: 3 minutes in force; 10 waiting, done about 6:25 PM, at the latest 6:35 PM."
    )


def test_the_chair_reads_one_sentence_and_the_minutes_keep_another() -> None:
    evening = commenting(PROFILE)
    new = timedelta(minutes=2)
    assert limits.read_aloud(evening.hearing, evening.hearing.item, new).startswith(
        "From now on each speaker has 2 minutes, and 4 minutes with a consecutive interpreter. "
        "Whoever has already been called keeps the time given."
    )
    item = evening.hearing.items["1"]
    assert limits.for_the_minutes(evening.hearing, item, new, "the Chair", evening.now) == (
        "At 6:00 p.m. the Chair reduced the limit from 3 minutes to 2 minutes per speaker for the rest of the item; "
        "0 speakers had been heard."
    )


def test_the_roll_decides_who_is_there() -> None:
    evening = prepared()
    evening.act(rules.call_to_order, presiding="brennan")
    roll = tuple(Present(m.id, Attendance.REMOTE) for m in MEMBERS)
    evening.act(rules.call_roll, roll=roll)
    assert not ballot.opened(evening.hearing).choices
