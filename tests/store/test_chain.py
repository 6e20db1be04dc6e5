"""The chain: any change to any part of any entry is found, and named by the entry."""

import copy
import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest

from hearingdesk.store.chain import GENESIS, link, verify
from hearingdesk.store.codec import line_of
from tests.builders import commenting

Lines = list[dict[str, Any]]

GOLDEN = {
    "hearing": "fpc",
    "seq": 1,
    "id": "00000000-0000-4000-8000-000000000001",
    "at": {"utc": "2026-02-06T00:00:00Z", "boot": "boot-1", "ticks": 1000000000},
    "by": "rd",
    "kind": "SummaryWritten",
    "version": 1,
    "body": {"slip": 3, "text": "Nguyễn says “no”.\n😀"},
}


@pytest.fixture
def lines() -> Lines:
    chained: Lines = []
    for entry in commenting().hearing.entries:
        chained.append(line_of("fpc", entry, chained[-1]["hash"] if chained else GENESIS))
    return chained


def test_the_hash_never_changes() -> None:
    """Golden: records made with one version verify with every later one."""
    told = (
        '{"at":{"boot":"boot-1","ticks":1000000000,"utc":"2026-02-06T00:00:00Z"},'
        '"body":{"slip":3,"text":"Nguyễn says “no”.\\n😀"},"by":"rd","hearing":"fpc",'
        '"id":"00000000-0000-4000-8000-000000000001","kind":"SummaryWritten","seq":1,"version":1}'
    )
    by_hand = hashlib.sha256(b"hearingdesk entry\n" + b"0" * 64 + b"\n" + told.encode()).hexdigest()
    assert link(GENESIS, GOLDEN) == by_hand == "2e7cbbc4dbc192a0c180c46db16854ba2d21c0e850366f0e5c2ad2908dd1380f"


def test_a_whole_record_fits(lines: Lines) -> None:
    verdict = verify(lines)
    assert verdict.sound
    assert (verdict.hearing, verdict.entries, verdict.head) == ("fpc", 5, lines[-1]["hash"])
    assert str(verdict) == f"fpc: all 5 entries fit. Head {lines[-1]['hash']}."


def test_a_record_without_entries_has_no_head() -> None:
    assert verify([], "fpc").head == ""


@pytest.mark.parametrize(
    "change",
    [
        {"hearing": "bpc"},
        {"seq": 4},
        {"id": "other"},
        {"at": {"utc": "2026-02-06T00:00:01Z", "boot": "boot-1", "ticks": 1_000_000_000}},
        {"at": {"utc": "2026-02-06T00:00:00Z", "boot": "boot-2", "ticks": 1_000_000_000}},
        {"at": {"utc": "2026-02-06T00:00:00Z", "boot": "boot-1", "ticks": 1_000_000_001}},
        {"by": "xx"},
        {"kind": "MeetingAdjourned"},
        {"version": 2},
        {"body": {}},
        {"body": {"presiding": "brennan", "why_acting": float("nan")}},
        {"body": {"presiding": "\ud800"}},
        {"hash": GENESIS},
        {"extra": 1},
    ],
)
def test_a_changed_part_is_found_and_named(lines: Lines, change: dict[str, Any]) -> None:
    lines[2] |= change
    verdict = verify(lines)
    assert (verdict.broken, verdict.entries) == (3, 2)
    assert "entry 3 does not fit" in str(verdict)


@pytest.mark.parametrize(
    "meddle",
    [
        lambda lines: lines.pop(2),
        lambda lines: lines.insert(2, copy.deepcopy(lines[2])) or lines[2].update(seq=99),
        lambda lines: lines.insert(2, lines.pop(3)),
        lambda lines: lines.__setitem__(2, {}),
    ],
    ids=["deleted", "inserted", "out of order", "emptied"],
)
def test_a_missing_added_or_moved_entry_is_named(lines: Lines, meddle: Callable[[Lines], object]) -> None:
    meddle(lines)
    assert verify(lines).broken == 3


def test_an_entry_rewritten_with_its_hash_breaks_the_next(lines: Lines) -> None:
    lines[2]["by"] = "xx"
    lines[2]["hash"] = link(lines[1]["hash"], lines[2])
    assert verify(lines).broken == 4


def test_a_gap_is_named_also_where_the_hashes_were_made_anew(lines: Lines) -> None:
    lines[2]["seq"] = 9
    lines[2]["hash"] = link(lines[1]["hash"], lines[2])
    assert verify(lines).broken == 3


def test_another_hearings_record_does_not_pass_for_this_one(lines: Lines) -> None:
    assert verify(lines, "bpc").broken == 1


def test_the_lines_hold_after_a_trip_through_text(lines: Lines) -> None:
    assert verify([json.loads(json.dumps(line)) for line in lines]).sound
