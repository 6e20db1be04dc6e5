"""What the record costs: an act against a bare sync of the same bytes, reopening against parsing the same JSON."""

import json
import os
import tempfile
from functools import partial
from io import FileIO
from pathlib import Path

from bench.desk_room import HEARING, open_store
from bench.long_evening import LARGE, SMALL
from bench.measure import line, times
from hearingdesk.clock import SystemClock
from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.evolve import fold
from hearingdesk.domain.values import Position, SignUp
from hearingdesk.store.chain import canonical
from hearingdesk.store.codec import line_of

ACTS = 400


def main() -> None:
    with tempfile.TemporaryDirectory(dir=os.environ.get("HEARINGDESK_BENCH_DIR")) as folder:
        _acts(Path(folder) / "acts")
        _reopening(Path(folder) / "reopening")


def _acts(folder: Path) -> None:
    """Both in turns, so that a busy disk slows them alike."""
    synced: list[float] = []
    recorded: list[float] = []
    with open_store(folder, SMALL) as store, (folder / "bare").open("ab", buffering=0) as bare:
        desk = Desk(store.journal(HEARING), SystemClock(), "rd")
        for number in range(ACTS):
            sign_up = SignUp("1", f"Speaker {number}", Position.OPPOSE, organisation="Lakemont Tenants")
            recorded += times(1, partial(desk.record, rules.register_speaker, sign_up=sign_up))
            synced += times(1, partial(_sync, bare, canonical(line_of(HEARING, desk.hearing.entries[-1], desk.head))))
    line("bare append and fdatasync of the same bytes", synced)
    line("an act recorded: rule, chain, commit, new state", recorded, synced)


def _sync(bare: FileIO, text: bytes) -> None:
    bare.write(text)
    os.fdatasync(bare.fileno())


def _reopening(folder: Path) -> None:
    with open_store(folder, LARGE) as store:
        lines = list(store.export_lines(HEARING))
        record = store.record(HEARING)
        parsed = times(5, lambda: [json.loads(text) for text in lines])
        line(f"parsing the JSON of {len(lines):,} entries", parsed)
        line("reading them from the record", times(5, record.read), parsed)
        entries = record.read()
        line("folding them to the hearing", times(5, lambda: fold(entries)), parsed)
        line("reopening the hearing: read and fold", times(3, lambda: fold(record.read())), parsed)
        line("checking the chain of the record", times(3, lambda: store.verify(HEARING)), parsed)
        line("the docket", times(7, store.docket), parsed)
