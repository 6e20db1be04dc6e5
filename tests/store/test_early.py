"""A record that an early hearingdesk kept, before many fields were added, opens and tells the same for ever.

``early/record.jsonl`` has each of the 40 kinds of entry there were then; ``early/facts.json`` is what that program read
in it. Neither is ever made anew.
"""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

from hearingdesk.desk import Desk
from hearingdesk.domain.hearing import Hearing
from hearingdesk.store.codec import KINDS, VERSIONS
from tests.fakes import FakeClock
from tests.store.desks import HEARING, store_in

EARLY = Path(__file__).parent / "early"
RECORD = EARLY / "record.jsonl"
LINES = [json.loads(line) for line in RECORD.read_text(encoding="utf-8").splitlines()]


def facts(hearing: Hearing) -> dict[str, Any]:
    """What the early program was asked too, in plain values."""
    items = [hearing.items[name] for name in sorted(hearing.items)]
    return {
        "meeting": [hearing.phase, hearing.presiding, *sorted(hearing.present)],
        "struck": sorted(hearing.struck),
        "concerns": [one.label for one in hearing.concerns],
        "slips": [[one.name, one.standing, one.position, *one.marks] for one in hearing.registrations.values()],
        "summaries": [one.summary for one in hearing.registrations.values()],
        "turns": [[one.slip, one.ran.total_seconds(), one.ending] for one in hearing.appearances.values()],
        "items": [[one.notice.id, one.state, one.disposition, one.tally.heard, one.tally.coded] for one in items],
        "people": [dict(sorted(one.tally.raised.items())) for one in items],
        "motions": [[one.text, one.mover, one.seconder, one.result] for one in hearing.motions],
    }


def test_an_early_record_is_taken_in_and_tells_the_same(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.restore(RECORD)
    hearing = Desk(store.journal(HEARING), FakeClock()).hearing
    assert facts(hearing) == json.loads((EARLY / "facts.json").read_text(encoding="utf-8"))


def test_an_early_record_goes_out_again_entry_by_entry(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.restore(RECORD)
    checked = store.verify(HEARING)
    assert (checked.entries, checked.broken, checked.head) == (len(LINES), 0, LINES[-1]["hash"])
    assert [json.loads(line) for line in store.export_lines(HEARING)] == LINES


def test_the_early_record_has_less_than_is_written_now() -> None:
    grown = {
        line["kind"] for line in LINES if {field.name for field in fields(KINDS[line["kind"]])} - set(line["body"])
    }
    assert {"SpeakerCalled", "ConcernRaised", "MotionMade", "VoteTaken", "MeetingAdjourned"} <= grown
    assert all(line["version"] <= VERSIONS[line["kind"]] for line in LINES)
