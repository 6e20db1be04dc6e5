"""The sheets of marks, of concerns crossed with positions and places, of letters, and of two coders compared."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, get_args
from zipfile import ZipFile

import pytest

from exports.mark_sheet import mark_rows
from exports.proceedings import PUBLISHED_KINDS
from exports.published import Copy
from hearingdesk.domain import rules
from hearingdesk.domain.events import Event
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.profile import Pooling
from hearingdesk.domain.values import Capacity, Coding, Mode, NameShown, Position
from tests.builders import PROFILE, Evening, commenting
from tests.exports.evenings import busy
from tests.exports.test_testimony_workbook import column, written


def marked() -> Evening:
    """Two speakers marked, a mark withdrawn, one struck, two concerns made one."""
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz")
    evening.act(rules.call_speaker, slip=1)
    evening.act(rules.start_turn)
    for code in ("PRIV", "MISID", "PRIV"):
        evening.wait(10)
        evening.act(rules.raise_concern, code=code)
    evening.act(rules.withdraw_concern, code="PRIV")
    evening.act(rules.end_turn)
    evening.turn(2)
    struck = evening.act(rules.raise_concern, slip=2, code="MISID")
    evening.act(rules.strike_entry, seq=struck.seq, reason="it was somebody else")
    evening.act(rules.raise_concern, slip=2, code="PRIV")
    evening.act(rules.close_testimony)
    evening.act(rules.adjourn)
    return evening


def test_every_mark_is_there_with_its_time_in_the_turn_and_whether_it_counts(tmp_path: Path) -> None:
    rows = written(marked().hearing, tmp_path)["Concern marks"]
    told = [(row["Slip no."], row["Code"], row["Active"], row["Counted"], row["Into the turn"]) for row in rows]
    assert told == [
        (1, "PRIV", "Yes", "Yes", timedelta(seconds=10)),
        (1, "MISID", "Yes", "Yes", timedelta(seconds=20)),
        (1, "PRIV", "No", "No", timedelta(seconds=30)),
        (2, "PRIV", "Yes", "Yes", timedelta(seconds=60)),
    ]
    assert set(column(rows, "Coding")) == {"live"}
    assert not {"Coder", "Struck"} & set(rows[0])


def test_the_internal_copy_shows_who_marked_and_what_was_struck(tmp_path: Path) -> None:
    rows = written(marked().hearing, tmp_path, Copy.INTERNAL)["Concern marks"]
    assert [(row["Code"], row["Active"], row["Coder"]) for row in rows if row["Struck"] == "Yes"] == [
        ("MISID", "No", "rd")
    ]


def counted_marks(hearing: Hearing) -> Counter[tuple[int, str]]:
    return Counter((mark.slip, mark.code) for mark in mark_rows(hearing, published=True) if mark.counted)


def held_marks(hearing: Hearing) -> Counter[tuple[int, str]]:
    return Counter((one.slip, code) for one in hearing.registrations.values() for code in one.marks)


def coded_twice() -> Evening:
    evening = marked()
    evening.act(rules.merge_concerns, code="MISID", into="PRIV")
    evening.act(rules.code_speaker, slip=1, codes=("NONE",), coding=Coding.SECOND, coder="AB")
    evening.act(rules.code_speaker, slip=1, codes=("PRIV",), coding=Coding.SECOND, coder="AB")
    evening.act(rules.code_speaker, slip=2, codes=("PRIV",), coding=Coding.SECOND, coder="AB")
    evening.act(rules.code_speaker, slip=1, codes=("PRIV",), coding=Coding.AGREED)
    return evening


@pytest.mark.parametrize("hearing", [marked().hearing, coded_twice().hearing, busy().hearing])
def test_the_marks_that_count_are_those_that_the_tallies_count(hearing: Hearing) -> None:
    assert counted_marks(hearing) == held_marks(hearing) != Counter()


def test_each_coding_stands_beside_the_others(tmp_path: Path) -> None:
    rows = written(coded_twice().hearing, tmp_path)["Concern marks"]
    told = [(row["Coding"], row["Marked as"], row["Code"], row["Active"], row["Counted"]) for row in rows]
    assert told[1:2] == [("live", "MISID", "PRIV", "Yes", "No")]
    assert told[4:] == [
        ("second coder", "NONE", "NONE", "No", "No"),
        ("second coder", "PRIV", "PRIV", "Yes", "No"),
        ("second coder", "PRIV", "PRIV", "Yes", "No"),
        ("as agreed", "PRIV", "PRIV", "Yes", "Yes"),
    ]


def test_two_coders_are_compared_where_there_are_two(tmp_path: Path) -> None:
    made = written(coded_twice().hearing, tmp_path)
    (row,) = made["Coding agreement"]
    assert [row[title] for title in ("Code", "Both", "First only", "Second only", "Neither", "Agreement")] == [
        *("PRIV", 2, 0, 0, 0, None)
    ]
    assert "Coding agreement" not in written(marked().hearing, tmp_path)
    told = {row["Subject"]: row["What it says"] for row in made["Read me"]}
    assert "1 speaker was coded twice and settled." in told["Who coded"]


def test_concerns_by_position_add_up_to_the_tally(tmp_path: Path) -> None:
    made = written(busy().hearing, tmp_path)
    rows = made["Concern by position"]
    assert len(rows) == 3 * len(Position)
    for concern in made["Concerns tally"]:
        mine = [row["Speakers raising it (n)"] for row in rows if row["Code"] == concern["Code"]]
        assert sum(mine) == concern["Speakers raising it (n); noted by staff, not a vote"]
    heard = {row["Position code"]: row["Speakers of the position heard"] for row in rows}
    assert heard == {"S": 2, "O": 3, "M": 1, "N": 1, "U": 2}


def from_places() -> Evening:
    """Four heard from the fourth district, one from the seventh, and one who gave none."""
    evening = commenting(PROFILE)
    for at, place in enumerate(("District 4", "district  4", "District 4", "District 4", "District 7", "")):
        slip = evening.register(f"Speaker {at}", place=place, position=Position.OPPOSE)
        evening.turn(slip, marks=("PRIV",) if at < 3 else ("MISID",))
    evening.register("Jo Wu", place="District 4", mode=Mode.REGISTERING_ONLY)
    evening.register("Al Roe", place="District 7", mode=Mode.WRITTEN)
    evening.turn(evening.register("Kim Doe", place="District 7", capacity=Capacity.STAFF))
    gone = evening.register("Cy Ott", place="District 9")
    evening.act(rules.withdraw_speaker, slip=gone)
    return evening


def test_places_are_as_given_and_the_few_are_not_counted_out_in_public(tmp_path: Path) -> None:
    titles = ("City or district", "Heard", "Heard: oppose", "Registered only", "Written", "Concerns raised most")

    def told(copy: Copy) -> list[list[Any]]:
        rows = written(from_places().hearing, tmp_path, copy)["By district"]
        return [[row[title] for title in titles] for row in rows]

    assert told(Copy.INTERNAL) == [
        ["District 4", 4, 4, 1, 0, "Privacy invasion (3); Misidentification (1)"],
        ["District 7", 1, 1, 0, 1, "Misidentification (1)"],
        ["not given", 1, 1, 0, 0, "Misidentification (1)"],
    ]
    assert told(Copy.PUBLISHED) == [
        ["District 4", 4, 4, "<3", 0, "Privacy invasion (3)"],
        ["District 7", "<3", "<3", 0, "<3", None],
        ["not given", "<3", "<3", 0, 0, None],
    ]


def test_letters_are_listed_by_themselves_without_a_contact(tmp_path: Path) -> None:
    evening = from_places()
    evening.register("Ida Moe", mode=Mode.WRITTEN, together_with=("Ben Moe", "Eve Moe"), name_shown=NameShown.INITIAL)
    rows = written(evening.hearing, tmp_path)["Written"]
    assert [(row["Name as published"], row["Signatories"], row["Position as registered"]) for row in rows] == [
        ("Al Roe", 1, "U"),
        ("Ida M.", 3, "U"),
    ]
    assert not {"E-mail", "Phone", "Street address", "Mode"} & set(rows[0])


def test_a_turn_names_its_limit_and_the_slips_that_gave_it_time(tmp_path: Path) -> None:
    evening = commenting(replace(PROFILE, pooling=Pooling.ONE_DONOR), "Ann Lee", "Bo Cruz")
    evening.act(rules.cede_time, slip=2, to=1)
    evening.turn(1)
    (row,) = written(evening.hearing, tmp_path)["Testimony"]
    assert (row["Limit"], row["Allotted"], row["Pooled from"]) == (timedelta(minutes=3), timedelta(minutes=6), "2")


def test_the_tally_is_drawn_with_words_that_say_the_same(tmp_path: Path) -> None:
    written(busy().hearing, tmp_path)
    with ZipFile(tmp_path / "published.xlsx") as archive:
        drawings = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/drawings/d")]
    (drawing,) = drawings
    assert (
        "as of 11:14 p.m., 9 heard, 7 coded: Privacy invasion 2; Misidentification 4; No listed concern 2." in drawing
    )
    assert "Noted by staff. Not a vote." in drawing


KEPT = {
    *("HearingPrepared", "RecessPlanned", "EntryStruck", "StrikeLifted", "RecordHandedOver"),
    *("SpeakerRegistered", "SignUpsImported", "RegistrationCorrected", "SpeakerWithdrawn", "SpeakerMoved"),
    *("LettersGrouped", "LetterSeparated"),
    *("NamesakesToldApart", "InterpreterChanged", "SpeakerReturned", "PositionStated", "SummaryWritten"),
    *("ConcernAdded", "ConcernRenamed", "ConcernDefined", "ConcernKeyed", "ConcernsMerged", "ConcernRaised"),
    *("ConcernWithdrawn", "SpeakerCoded", "LegalHoldPlaced", "LegalHoldLifted"),
}
"""What is no proceeding of the meeting: slips, coding, corrections, holds: told by other sheets or by the log."""


def test_of_every_kind_of_entry_it_is_settled_whether_it_is_published_among_the_proceedings() -> None:
    kinds = {kind.__name__ for kind in get_args(Event)}
    published = {kind.__name__ for kind in PUBLISHED_KINDS}
    assert kinds - published == KEPT, "a new kind belongs to PUBLISHED_KINDS or, for a reason, to those kept"
