"""The sample evening there and back: what the papers say is in the journal, and what it holds is in the papers."""

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from exports.formats import write_formats
from exports.options import Options
from exports.published import as_published
from exports.words import POSITION_LINES, counted, plural
from hearingdesk.desk import Desk
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import local, minutes_time
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.values import Capacity, Choice, Position
from hearingdesk.library import Library
from hearingdesk.sample import sample_script
from hearingdesk.script import ScriptClock, play, read_script, script_lines
from tests.exports.evenings import HEAD
from tests.exports.pdf_reading import Reading, read
from tests.fakes import MemoryJournal

Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def hearing(tmp_path_factory: pytest.TempPathFactory) -> Hearing:
    clock = ScriptClock()
    desk = Desk(MemoryJournal(), clock, "rd")
    play(desk, clock, read_script(script_lines(sample_script()), Library(tmp_path_factory.mktemp("library"))))
    return desk.hearing


@pytest.fixture(scope="module")
def folder(hearing: Hearing, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("papers")
    write_formats(hearing, {}, HEAD, made, Options(concern_report=True))
    return made


@pytest.fixture(scope="module")
def minutes(folder: Path) -> Reading:
    return read(folder / "minutes.pdf")


@pytest.fixture(scope="module")
def sheets(folder: Path) -> dict[str, Rows]:
    made: dict[str, Rows] = {}
    book: Any = load_workbook(folder / "testimony.xlsx")
    for sheet in book.worksheets:
        header, *rows = sheet.iter_rows(values_only=True)
        made[sheet.title] = [dict(zip(header, row, strict=True)) for row in rows]
    return made


def spoken_lines(hearing: Hearing) -> list[str]:
    """How each public turn's line begins: name, and where they stand."""
    told = []
    for turn in sorted(hearing.appearances.values(), key=lambda one: (one.started or one.called).utc):
        one = as_published(hearing).registrations[turn.slip]
        if turn.started and one.sign_up.capacity is Capacity.PUBLIC:
            told.append((one.published_name, POSITION_LINES[one.position]))
    return [f"{name}|{position}" for name, position in told]


def test_the_speakers_of_the_minutes_are_those_of_the_journal_in_its_order(hearing: Hearing, minutes: Reading) -> None:
    texts = minutes.texts
    numbered = [texts[at + 1] for at, text in enumerate(texts) if re.fullmatch(r"\d+\.", text)]
    expected = spoken_lines(hearing)
    assert len(numbered) == len(expected) == sum(hearing.items[item].tally.heard for item in hearing.agenda)
    for line, told in zip(numbered, expected, strict=True):
        name, position = told.split("|")
        assert name in line
        assert position in line


def test_every_name_on_a_slip_is_in_the_minutes_and_in_the_workbook(
    hearing: Hearing, minutes: Reading, sheets: dict[str, Rows]
) -> None:
    public = as_published(hearing)
    named = {row["Slip no."]: row["Name as published"] for row in sheets["Registrations"]}
    assert named == {slip: one.published_name for slip, one in public.registrations.items()}
    unsaid = {"withdrawn"}
    for one in public.registrations.values():
        if one.standing.value not in unsaid:
            assert one.published_name in minutes.text, one


def test_every_time_in_the_minutes_is_the_time_of_an_entry(hearing: Hearing, minutes: Reading) -> None:
    known = {minutes_time(local(hearing, entry.at)) for entry in hearing.entries}
    known |= {minutes_time(local(hearing, hearing.meeting.scheduled))}
    prose = " ".join(one.summary for one in hearing.registrations.values())
    prose += " ".join(sitting.reason for item in hearing.items.values() for sitting in item.sittings)
    told = set(re.findall(r"\b\d{1,2}:\d\d [ap]\.m\.", minutes.text)) - set(re.findall(r"\d+:\d\d [ap]\.m\.", prose))
    assert told
    assert told <= known


def test_every_time_in_the_workbook_is_the_time_of_an_entry(hearing: Hearing, sheets: dict[str, Rows]) -> None:
    entries = {local(hearing, entry.at).replace(microsecond=0, tzinfo=None) for entry in hearing.entries}
    received = {
        local(hearing, one.received).replace(microsecond=0, tzinfo=None) for one in hearing.registrations.values()
    }
    told = {value for rows in sheets.values() for row in rows for value in row.values() if isinstance(value, datetime)}
    assert told
    assert told <= entries | received
    started = {turn.started for turn in hearing.appearances.values() if turn.started}
    assert {local(hearing, at).replace(microsecond=0, tzinfo=None) for at in started} <= told


def test_every_vote_by_name_is_in_the_minutes_and_no_other(hearing: Hearing, minutes: Reading) -> None:
    words = {Choice.AYE: plural(hearing.profile.aye_word), Choice.NO: plural(hearing.profile.no_word)}
    expected = [
        [hearing.member(vote.member).name for vote in motion.vote.votes if vote.choice is choice]
        for motion in hearing.motions
        if motion.vote
        for choice in (Choice.AYE, Choice.NO)
        if any(vote.choice is choice for vote in motion.vote.votes)
    ]
    texts = minutes.texts
    heads = [at for at, text in enumerate(texts) if re.fullmatch(rf"({'|'.join(words.values())}) \(\d+\)", text)]
    told = [texts[at + 1].split(", ") for at in heads]
    assert sorted(told) == sorted(expected) != []
    assert [int(re.findall(r"\d+", texts[at])[0]) for at in heads] == [len(names) for names in told]


def test_every_count_of_the_report_and_the_sheets_is_the_tallys(
    hearing: Hearing, folder: Path, sheets: dict[str, Rows]
) -> None:
    report = read(folder / "concern-report.pdf").text
    for row in sheets["Concerns tally"]:
        item = next(one for one in hearing.items.values() if one.notice.number == row["Item no."])
        people = item.tally.people(row["Code"])
        assert row["Speakers raising it (n); noted by staff, not a vote"] == people
        assert row["Mentions"] == item.tally.mentions.get(row["Code"], 0)
        if people and row["Code"] != "NONE":
            assert f"{row['Concern']}: {people} of {counted(item.tally.coded, 'speaker')} coded" in report
    measures = {row["Measure"]: row["People"] for row in sheets["Summary"] if row["Item no."] == "1"}
    for position in Position:
        told = measures[f"Heard: {position.value} {position.word.lower()}"]
        assert told == hearing.items["1"].tally.standing(position)


def test_every_position_of_the_journal_is_in_the_workbook_and_no_other(
    hearing: Hearing, sheets: dict[str, Rows]
) -> None:
    told = {
        row["Slip no."]: (row["Position as registered"], row["Position counted"]) for row in sheets["Registrations"]
    }
    slips = hearing.registrations
    assert told == {slip: (one.sign_up.position.value, one.position.value) for slip, one in slips.items()}


def test_every_turn_of_the_journal_is_in_the_workbook_with_its_times_and_no_other(
    hearing: Hearing, sheets: dict[str, Rows]
) -> None:
    def room(at: Moment | None) -> datetime | None:
        return local(hearing, at).replace(microsecond=0, tzinfo=None) if at else None

    zone = hearing.meeting.timezone
    columns = "Slip no.", f"Called at ({zone})", f"Started at ({zone})", f"Ended at ({zone})"
    told = [tuple(row[column] for column in columns) for row in sheets["Testimony"]]
    turns = [one for one in hearing.appearances.values() if one.started]
    known = [(one.slip, room(one.called), room(one.started), room(one.ended)) for one in turns]
    assert sorted(told, key=str) == sorted(known, key=str) != []


def test_every_time_that_minutes_owe_is_in_them(hearing: Hearing, minutes: Reading) -> None:
    """The other way round: what opened, came, paused, was cut short and closed has its time (M-01, M-03, M-10)."""
    owed = [hearing.opened, hearing.adjourned, *(move.at for move in hearing.movements)]
    owed += [at for recess in hearing.recesses for at in (recess.start, recess.end)]
    for item in hearing.items.values():
        if item.notice.kind.takes_testimony:
            owed += [sitting.start for sitting in item.sittings] + [sitting.end for sitting in item.sittings[:-1]]
            owed += [item.closed, *(at for at, _ in item.limits)]
    times = {minutes_time(local(hearing, at)) for at in owed if at}
    assert len(times) > 8
    assert {time for time in times if time not in minutes.text} == set()


def test_every_vote_by_name_is_in_the_workbook_and_no_other(hearing: Hearing, sheets: dict[str, Rows]) -> None:
    taken = [motion.vote for motion in hearing.motions if motion.vote and motion.vote.votes]
    known = [{hearing.member(vote.member).name: vote.choice.value for vote in vote.votes} for vote in taken]
    text = [row for row in sheets["Proceedings"] if any("aye" in str(value).casefold() for value in row.values())]
    told = [" ".join(str(value) for value in row.values()) for row in text]
    assert len(told) >= len(known) > 3
    for names in known:
        assert any(all(name in line for name in names) for line in told), names
    everybody = {member.name for member in hearing.body.members}
    for line in told:
        assert {name for name in everybody if name in line} in [set(names) for names in known] or "ayes" not in line


def test_every_number_in_brackets_counts_what_stands_below_it(minutes: Reading) -> None:
    texts = minutes.texts
    heads = [at for at, text in enumerate(texts) if re.search(r"\((\d+)\)$", text) and texts[at + 1] == "•"]
    assert len(heads) > 4
    for at in heads:
        below = next(end for end in range(at + 1, len(texts) + 1, 2) if end == len(texts) or texts[end] != "•")
        assert int(re.findall(r"\((\d+)\)$", texts[at])[0]) == (below - at - 1) // 2, texts[at]


def test_every_count_of_a_vote_in_words_is_that_of_its_names(hearing: Hearing, minutes: Reading) -> None:
    told = re.findall(r"vote,\s+(\d+)\s+ayes?\s+to\s+(\d+)\s+no(?:es)?:", " ".join(minutes.texts))
    votes = [motion.vote for motion in hearing.motions if motion.vote and motion.vote.votes]
    known = [(str(vote.count(Choice.AYE)), str(vote.count(Choice.NO))) for vote in votes]
    assert sorted(told) == sorted(known) != []
