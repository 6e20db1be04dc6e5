"""Written comments read aloud by staff: timed like a speaker, told as what they are, and never counted as one (7.2)."""

from datetime import timedelta
from pathlib import Path

import pytest

from exports.slip_sheets import SlipFields, slip_rows, turn_rows, written_rows
from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.face import face
from hearingdesk.domain.values import Ending, Ground, Mode, Position, Standing
from hearingdesk.domain.wording import words
from hearingdesk.ui.display.said import noted
from hearingdesk.ui.display.words import load_wording
from tests.builders import PROFILE, Evening, commenting
from tests.exports.told import told


def reading() -> Evening:
    """Ann speaks, then staff read what Bo wrote."""
    evening = commenting(PROFILE, "Ann", "Cy")
    evening.register("Bo Hart", mode=Mode.WRITTEN, position=Position.OPPOSE)
    evening.turn(1)
    evening.act(rules.call_speaker, slip=3)
    evening.wait(5)
    evening.act(rules.start_turn)
    evening.wait(70)
    return evening


def standing(evening: Evening) -> Standing:
    return evening.hearing.registrations[3].standing


def test_it_is_timed_and_flagged_and_stands_beside_the_speakers_afterwards() -> None:
    evening = reading()
    turn = evening.hearing.turn
    assert turn is not None
    assert (turn.ground, turn.allotment.total) == (Ground.READ_BY_STAFF, timedelta(minutes=3))
    assert standing(evening) is Standing.SPEAKING
    evening.act(rules.end_turn)
    assert standing(evening) is Standing.NOT_SPEAKING
    tally = evening.hearing.items["1"].tally
    assert (tally.heard, tally.standing(Position.OPPOSE)) == (1, 0)
    assert evening.hearing.appearances[turn.turn].ran == timedelta(seconds=70)


def test_the_journal_and_the_minutes_say_who_read(tmp_path: Path) -> None:
    evening = reading()
    called = next(entry for entry in evening.hearing.entries if getattr(entry.event, "slip", 0) == 3 and entry.seq > 10)
    assert "read by staff" in words(called, evening.hearing)
    evening.act(rules.end_turn)
    said = told(evening.hearing, tmp_path)
    assert "At 6:01 p.m. the written comment of Bo Hart was read aloud by staff." in said
    assert "1 member of the public was heard" in said
    assert said.count("Bo Hart") == 2, "in that sentence and among the written, not among the speakers"
    assert "Written comments in opposition (1)" in said


def test_the_room_is_told_that_staff_read() -> None:
    evening = reading()
    shown = face(evening.hearing, evening.now).speaker
    assert shown is not None
    assert (shown.name, shown.note) == ("Bo Hart", "read by staff")
    assert noted(shown, load_wording("en", "es")) == ("read by staff", "leído por el personal")


def test_the_workbook_has_it_among_the_written_and_not_among_the_turns() -> None:
    evening = reading()
    evening.act(rules.end_turn)
    assert [row.turn.slip for row in turn_rows(evening.hearing)] == [1]
    (row,) = written_rows(evening.hearing)
    told = {field.title: field.value(row) for field in SlipFields(evening.hearing, {}).of_written()}
    assert str(told["Read aloud by staff at (America/Chicago)"]) == "2026-02-05 18:01:10"
    assert told["Reading took"] == timedelta(seconds=70)
    assert len(list(slip_rows(evening.hearing))) == 3


def test_it_is_read_once_unless_the_chair_gives_leave() -> None:
    evening = reading()
    evening.act(rules.end_turn)
    with pytest.raises(OutOfOrder, match="was read aloud already"):
        evening.act(rules.call_speaker, slip=3)
    evening.act(rules.call_speaker, slip=3, leave="nobody could hear it")


def test_one_that_was_called_up_and_not_begun_can_still_be_read() -> None:
    evening = commenting(PROFILE, "Ann")
    evening.register("Bo Hart", mode=Mode.WRITTEN)
    evening.act(rules.call_speaker, slip=2)
    evening.act(rules.call_speaker, slip=1)
    assert evening.hearing.registrations[2].standing is Standing.NOT_SPEAKING
    evening.act(rules.call_speaker, slip=2)


def test_nobody_elses_turn_is_a_reading() -> None:
    with pytest.raises(OutOfOrder, match="Ann handed in no written comment"):
        commenting(PROFILE, "Ann").act(rules.call_speaker, slip=1, ground=Ground.READ_BY_STAFF)


def test_a_reading_broken_off_leaves_the_comment_where_it_was() -> None:
    evening = reading()
    evening.act(rules.end_turn, ending=Ending.INTERRUPTED)
    assert standing(evening) is Standing.NOT_SPEAKING
    assert evening.hearing.items["1"].queue == (2,)
