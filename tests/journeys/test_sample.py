"""The sample evening has the shape of a real one, is the same each time, and leaves everybody in exactly one place."""

import csv
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from hearingdesk.desk import Desk
from hearingdesk.domain.events import ClockStopped, EntryStruck, InterpreterChanged, LimitChanged, SpeakerReturned
from hearingdesk.domain.hearing import Hearing, Phase
from hearingdesk.domain.local import local, minutes_time
from hearingdesk.domain.timing import total
from hearingdesk.domain.values import (
    Attendance,
    Choice,
    Disposition,
    Mode,
    NameShown,
    Position,
    Standing,
    StopReason,
)
from hearingdesk.library import Library
from hearingdesk.resources import asset
from hearingdesk.script import ScriptClock, play, read_script, script_lines
from tests.fakes import MemoryJournal
from tools.sample.__main__ import make

CLOCK_MAX = timedelta(minutes=5)


def evening() -> Hearing:
    clock = ScriptClock()
    desk = Desk(MemoryJournal(), clock)
    play(desk, clock, read_script(script_lines(asset("sample/hearing.jsonl")), Library()))
    return desk.hearing


@pytest.fixture(scope="module")
def hearing() -> Hearing:
    return evening()


def test_what_ships_is_what_the_tool_makes(tmp_path: Path) -> None:
    make(tmp_path)
    for name in ("hearing.jsonl", "sign-ups.csv", "agenda.csv"):
        assert (tmp_path / name).read_bytes() == asset(f"sample/{name}").read_bytes()


def test_thirty_seven_are_heard_and_each_has_a_summary(hearing: Hearing) -> None:
    item = hearing.items["1"]
    heard = [r for r in hearing.registrations.values() if r.sign_up.item == "1" and r.heard]
    assert item.tally.heard == item.tally.coded == len(heard) == 37
    assert all(r.summary.startswith(("Said that ", "Asked ")) and r.summary.endswith(".") for r in heard)
    assert len({r.summary for r in heard}) == 37
    positions = {Position.SUPPORT: 4, Position.OPPOSE: 30, Position.MIXED: 2, Position.NEUTRAL: 1}
    assert dict(item.tally.positions) == positions


def test_everybody_is_in_exactly_one_place_at_the_end(hearing: Hearing) -> None:
    standings = Counter(r.standing for r in hearing.registrations.values())
    assert standings == {
        Standing.FINISHED: 39,
        Standing.NOT_SPEAKING: 10,
        Standing.WITHDRAWN: 1,
        Standing.NO_SHOW: 1,
    }
    assert all(not item.queue for item in hearing.items.values())
    assert hearing.floor == 0


def test_the_evening_lasts_from_six_to_eleven(hearing: Hearing) -> None:
    assert hearing.phase is Phase.ADJOURNED
    assert hearing.meeting.rehearsal
    assert hearing.opened is not None
    assert hearing.adjourned is not None
    assert minutes_time(local(hearing, hearing.opened)) == "6:01 p.m."
    assert minutes_time(local(hearing, hearing.adjourned)) == "11:03 p.m."
    assert hearing.adjourned_how == "without objection"


def test_nine_members_six_present_one_comes_and_one_leaves(hearing: Hearing) -> None:
    roll = Counter(line.attendance for line in hearing.roll)
    assert roll == {Attendance.PRESENT: 6, Attendance.EXCUSED: 3}
    assert [move.arrived for move in hearing.movements] == [True, False]


def test_comment_is_paused_for_the_item_that_has_to_be_heard_by_seven(hearing: Hearing) -> None:
    comment, guests = hearing.items["1"], hearing.items["6"]
    first, second = comment.sittings
    assert guests.notice.hear_by is not None
    assert first.end is not None
    assert first.end.utc < guests.sittings[0].start.utc < guests.notice.hear_by < second.start.utc
    before = [turn for turn in comment.turns if hearing.appearances[turn].called.utc < first.end.utc]
    assert 10 < len(before) < len(comment.turns)


def test_every_item_is_disposed_of(hearing: Hearing) -> None:
    ends = Counter(item.disposition for item in hearing.items.values())
    assert ends == {None: 1, Disposition.ADOPTED: 7, Disposition.PLACED_ON_FILE: 3, Disposition.HELD: 2}
    votes = [vote for motion in hearing.motions if motion.vote for vote in motion.vote.votes]
    assert {vote.choice for vote in votes} == {Choice.AYE, Choice.NO, Choice.ABSTAIN, Choice.EXCUSED}
    for motion in hearing.motions:
        assert motion.mover
        assert motion.vote is None or motion.seconder


def test_turns_are_as_long_as_real_ones(hearing: Hearing) -> None:
    turns = [hearing.appearances[turn] for turn in hearing.items["1"].turns]
    spoken = sorted(turn.ran for turn in turns if turn.started and (total(turn) or CLOCK_MAX) <= CLOCK_MAX)
    assert timedelta(seconds=130) < spoken[len(spoken) // 2] < timedelta(seconds=200)
    assert spoken[-1] < CLOCK_MAX
    assert any(turn.ran > (total(turn) or turn.ran) for turn in turns), "somebody goes over time"


def test_the_awkward_things_of_an_evening_are_there(hearing: Hearing) -> None:
    slips = [r for r in hearing.registrations.values() if r.sign_up.item == "1"]
    by_name = Counter(r.name for r in slips if hearing.shares_name(r))
    assert by_name == {"María García": 1, "Maria Garcia": 1}
    languages = Counter(r.sign_up.interpreter.language for r in slips if r.sign_up.interpreter)
    assert languages == {"Spanish": 2, "Hmong": 1}
    assert Counter(r.sign_up.name_shown for r in slips)[NameShown.WITHHELD] == 1
    assert [r.sign_up.together_with for r in slips if r.sign_up.together_with] == [("Andre Greenwood",)]
    assert Counter(r.sign_up.mode for r in slips)[Mode.WRITTEN] == 3
    assert any(not r.sign_up.name for r in slips)
    mixed = [r for r in slips if r.stated is Position.MIXED]
    assert [r.sign_up.position for r in mixed] == [Position.NEUTRAL]


def test_the_clock_stops_for_a_question_and_one_entry_is_struck(hearing: Hearing) -> None:
    kinds = Counter(type(entry.event) for entry in hearing.entries)
    assert (kinds[EntryStruck], kinds[SpeakerReturned], kinds[InterpreterChanged], kinds[LimitChanged]) == (1, 1, 1, 1)
    reasons = Counter(e.event.reason for e in hearing.entries if isinstance(e.event, ClockStopped))
    assert reasons == {
        StopReason.QUESTION: 1,
        StopReason.TECHNICAL: 1,
        StopReason.INTERPRETATION: 1,
        StopReason.DISRUPTION: 1,
    }
    assert len(hearing.recesses) == 1
    assert len(hearing.struck) == 1


def test_the_sign_up_list_holds_who_is_imported(hearing: Hearing) -> None:
    with asset("sample/sign-ups.csv").open(encoding="utf-8", newline="") as file:
        names = [row["Full name"] for row in csv.DictReader(file)]
    assert names == [hearing.registrations[slip].name for slip in range(1, len(names) + 1)]
