"""A real list of sixty-one speakers on one item, played as a hearing, comes out as the clerk who kept it counted."""

import csv
import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from hearingdesk.desk import Desk
from hearingdesk.domain.hearing import Hearing, Phase
from hearingdesk.domain.values import Capacity, Position, Standing
from hearingdesk.library import Library
from hearingdesk.script import ScriptClock, play, read_script
from tests.fakes import MemoryJournal

START = datetime(2019, 9, 5, 20, 0, tzinfo=UTC)
POSITIONS = {"+": "S", "-": "O", "=": "N"}
Line = dict[str, Any]


def as_script(rows: list[dict[str, str]]) -> list[str]:
    """Everybody signs up before the item; staff stand apart; then each is called in order and takes two minutes."""
    sign_ups = [
        {
            "item": "11",
            "name": row["name_clean"],
            "organisation": row["organization"],
            "position": POSITIONS[row["sign"]],
            "capacity": "staff" if row["is_staff"] == "1" else "public",
        }
        for row in rows
    ]
    meeting = {
        "kind": "Regular meeting",
        "title": "Regular meeting",
        "place": "Room 400",
        "scheduled": START.isoformat(),
        "timezone": "America/Los_Angeles",
    }
    body = {"name": "Planning Commission", "members": [{"id": "chair", "name": "The Chair"}]}
    item = {"id": "11", "number": "11", "title": "Discretionary review", "kind": "hearing"}
    lines: list[Line] = [
        {
            "act": "prepare_hearing",
            "body": body,
            "meeting": meeting,
            "profile": "california_brown_act",
            "concerns": "land_use",
        },
        {"act": "notice_agenda", "items": [item]},
        {"act": "import_sign_ups", "sign_ups": sign_ups, "source": "speakers.csv"},
        {"act": "call_to_order", "presiding": "chair"},
        {"act": "take_up", "item": "11"},
    ]
    for row in rows:
        lines += [{"act": "call_next"}, {"act": "start_turn"}, {"act": "write_summary", "text": row["comment"]}]
        lines += [{"act": "end_turn"}]
    lines += [{"act": "close_testimony"}, {"act": "adjourn"}]
    times = (START + timedelta(seconds=30 * n) for n in range(len(lines)))
    return [json.dumps({"at": at.isoformat(), **line}) for at, line in zip(times, lines, strict=True)]


@pytest.fixture(scope="module")
def hearing(real_data: Path) -> Hearing:
    with (real_data / "sf-planning" / "2019-09-05_item11_61-speakers.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    clock = ScriptClock()
    desk = Desk(MemoryJournal(), clock)
    played = play(desk, clock, read_script(as_script(rows), Library()))
    assert played.recorded == 5 + 4 * 61 + 2
    return desk.hearing


def test_positions_of_the_public_are_the_clerks_own_count(hearing: Hearing) -> None:
    tally = hearing.items["11"].tally
    assert dict(tally.positions) == {Position.SUPPORT: 35, Position.OPPOSE: 21, Position.NEUTRAL: 3}
    assert tally.heard == 59


def test_the_two_of_staff_stand_apart(hearing: Hearing) -> None:
    assert dict(hearing.items["11"].tally.apart) == {Capacity.STAFF: 2}


def test_all_sixty_one_are_heard_and_seven_of_them_without_a_name(hearing: Hearing) -> None:
    assert hearing.phase is Phase.ADJOURNED
    assert Counter(r.standing for r in hearing.registrations.values()) == {Standing.FINISHED: 61}
    nameless = [r.name for r in hearing.registrations.values() if not r.sign_up.name]
    assert len(nameless) == 7
    assert all(name.startswith("Speaker ") for name in nameless)
