"""Votes and the meeting itself, as other people's programs read them."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from exports.formats import write_formats
from exports.open_formats import popolo, write_calendar, write_popolo
from exports.options import Format, Options
from hearingdesk.domain.hearing import Hearing
from tests.builders import MEETING, PROFILE, prepared
from tests.exports.evenings import AGENDA, HEAD, busy


@pytest.fixture(scope="module")
def hearing() -> Hearing:
    return busy().hearing


def event(hearing: Hearing, folder: Path) -> dict[str, str]:
    write_calendar(hearing, folder / "meeting.ics")
    text = (folder / "meeting.ics").read_bytes().decode()
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.endswith("END:VEVENT\r\nEND:VCALENDAR\r\n")
    lines = text.replace("\r\n ", "").split("\r\n")
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    return dict(line.split(":", 1) for line in lines[4:-3])


def test_every_motion_and_every_vote_by_name_is_told(hearing: Hearing) -> None:
    told = popolo(hearing)
    results = [(motion["text"], motion["result"]) for motion in told["motions"]]
    assert results == [
        ("to adopt the consent agenda", "pass"),
        ("to amend the procedure", "no second"),
        ("to adjourn", "pass"),
    ]
    roll_call, consent = told["vote_events"]
    assert [(vote["voter_id"], vote["option"]) for vote in roll_call["votes"]] == [
        ("ortega", "yes"),
        ("xiong", "yes"),
        ("kowalski", "yes"),
        ("haddad", "no"),
        ("brennan", "excused"),
    ]
    assert {count["option"]: count["value"] for count in roll_call["counts"]} == {"yes": 3, "no": 1, "excused": 1}
    assert (consent["result"], consent["votes"], consent["counts"]) == ("pass", [], [])


def test_what_is_named_is_there(hearing: Hearing) -> None:
    told = popolo(hearing)
    ids = {name: {one["id"] for one in told[name]} for name in ("organizations", "persons", "motions")}
    assert {vote["motion_id"] for vote in told["vote_events"]} <= ids["motions"]
    assert {vote["voter_id"] for one in told["vote_events"] for vote in one["votes"]} <= ids["persons"]
    assert {motion["creator_id"] for motion in told["motions"]} <= ids["persons"]
    assert {one["organization_id"] for one in (*told["motions"], *told["memberships"])} == ids["organizations"]
    assert [one["role"] for one in told["memberships"][:3]] == ["Chair", "Vice-chair", "Member"]


def test_a_motion_says_which_items_it_decided_and_when(hearing: Hearing) -> None:
    motion: dict[str, Any] = popolo(hearing)["motions"][0]
    assert [item["file_number"] for item in motion["agenda_items"]] == ["FPC1378", "FPC1381"]
    assert motion["date"] == popolo(hearing)["vote_events"][0]["start_date"]
    assert motion["date"].endswith("-06:00")


def test_a_meeting_without_motions_has_votes_of_none(tmp_path: Path) -> None:
    assert write_popolo(prepared().hearing, tmp_path / "votes.json").parts == 0
    assert json.loads((tmp_path / "votes.json").read_text(encoding="utf-8"))["motions"] == []


def test_the_meeting_is_an_event_of_its_hours(hearing: Hearing, tmp_path: Path) -> None:
    told = event(hearing, tmp_path)
    assert told["DTSTART"] == "20260206T000000Z"
    assert hearing.adjourned is not None
    assert told["DTEND"] == f"{hearing.adjourned.utc:%Y%m%dT%H%M%SZ}"
    assert told["SUMMARY"] == "Fire and Police Commission\\, Regular meeting"
    assert told["LOCATION"] == "City Hall 301-B\\, Live Stream 1"
    assert told["DESCRIPTION"].split("\\n")[0] == "1. Comment(s) by the Public"
    assert len(told["DESCRIPTION"].split("\\n")) == len(AGENDA)


def test_a_later_event_takes_the_place_of_an_earlier(hearing: Hearing, tmp_path: Path) -> None:
    before, after = event(prepared(PROFILE, AGENDA).hearing, tmp_path), event(hearing, tmp_path)
    assert before["UID"] == after["UID"]
    assert int(before["SEQUENCE"]) < int(after["SEQUENCE"])
    assert "DTEND" not in before


def test_hostile_words_stay_words_of_the_event(tmp_path: Path) -> None:
    hostile = "Hall; A, \\ B\r\nATTENDEE:x " + "市" * 60
    meeting = replace(MEETING, place=hostile.replace("\r\n", " "), title="T" * 300, rehearsal=True)
    told = event(prepared(PROFILE, AGENDA, meeting).hearing, tmp_path)
    assert told["LOCATION"] == "Hall\\; A\\, \\\\ B ATTENDEE:x " + "市" * 60
    assert told["SUMMARY"].startswith("REHEARSAL\\, Fire")
    assert "ATTENDEE" not in told


def test_they_are_written_when_asked_for_and_the_same_twice(hearing: Hearing, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_formats(hearing, {}, HEAD, tmp_path / name, Options(formats=(Format.ICS, Format.POPOLO)))
    assert sorted(path.name for path in (tmp_path / "one").iterdir()) == ["meeting.ics", "votes.json"]
    for name in ("meeting.ics", "votes.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
