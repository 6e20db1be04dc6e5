"""Where in the recording each speaker is found: in the workbook, and in minutes whose rules say so (M-11)."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from exports.published import Copy
from exports.testimony import book_of
from hearingdesk.domain import rules
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.values import MinutesLevel
from tests.builders import PROFILE, Evening, commenting
from tests.exports.told import told

TELLING = replace(PROFILE, offsets_in_minutes=True)


def recorded(profile: RuleProfile = PROFILE) -> Evening:
    """One heard before any recording, one in the first, one after a recess in the second."""
    evening = commenting(profile, "Ann Lee", "Bo Cruz", "Cy Dao")
    evening.turn(1)
    evening.act(rules.mark_recording)
    evening.wait(3595)
    evening.turn(2)
    evening.act(rules.recess, reason="Break")
    evening.wait(600)
    evening.act(rules.mark_recording)
    evening.act(rules.reconvene)
    evening.turn(3)
    return evening


def found(evening: Evening) -> list[tuple[object, ...]]:
    """Recording and place of each turn in the sheet Testimony of the published copy, where it has them."""
    sheet = next(one for one in book_of(evening.hearing, {}, "", Copy.PUBLISHED).sheets if one.name == "Testimony")
    at = [n for n, column in enumerate(sheet.columns) if column.title in ("Recording", "Media offset")]
    return [tuple(row[n] for n in at) for row in sheet.rows]


def test_the_workbook_has_recording_and_place_of_each_turn() -> None:
    assert found(recorded()) == [(None, None), (1, timedelta(hours=1)), (2, timedelta(seconds=5))]


def test_without_a_mark_the_workbook_has_no_such_columns() -> None:
    evening = commenting(PROFILE, "Ann Lee")
    evening.turn(1)
    assert found(evening) == [()]


def test_a_mark_that_was_struck_is_told_nowhere(tmp_path: Path) -> None:
    evening = commenting(TELLING, "Ann Lee")
    mark = evening.act(rules.mark_recording)
    evening.turn(1)
    evening.act(rules.strike_entry, seq=mark.seq)
    assert found(evening) == [()]
    assert "recording" not in told(evening.hearing, tmp_path)


def test_the_proceedings_have_the_mark() -> None:
    sheets = book_of(recorded().hearing, {}, "", Copy.PUBLISHED).sheets
    proceedings = next(one for one in sheets if one.name == "Proceedings")
    assert [row[3] for row in proceedings.rows if row[2] == "Recording started"] == [
        "Recording started at 6:01:05 PM",
        "Recording started at 7:12:05 PM",
    ]


def test_the_minutes_say_where_each_is_found_if_the_rules_say_so(tmp_path: Path) -> None:
    text = told(recorded(TELLING).hearing, tmp_path)
    assert (
        "Recordings of the meeting began at 6:01 p.m. and 7:12 p.m. "
        "Places in them are told in hours, minutes and seconds." in text
    )
    assert "At 1:00:00 of recording 1." in text
    assert "At 0:00:05 of recording 2." in text
    assert text.count(" of recording ") == 2


def test_a_list_of_names_says_it_too(tmp_path: Path) -> None:
    text = told(recorded(replace(TELLING, minutes_level=MinutesLevel.NAMES)).hearing, tmp_path)
    assert "Bo Cruz; 1:00:00 of recording 1" in text
    assert "Ann Lee;" not in text


def test_other_minutes_know_of_no_recording(tmp_path: Path) -> None:
    assert "recording" not in told(recorded().hearing, tmp_path)
