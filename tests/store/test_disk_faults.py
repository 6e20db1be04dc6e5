"""The disk fails, or the desk dies, at the first, the second, the third … call to it, until an act goes through.

``HEARINGDESK_KILLS=200 pytest tests/store/test_disk_faults.py`` tries every call. The idea is SQLite's own:
https://www.sqlite.org/testing.html
"""

import itertools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hearingdesk.store.engine import Database
from tests.store.desks import HEARING, desk_on, kept, store_in

ROOT = Path(__file__).parents[2]
SYNCS = "fsync,fdatasync"
WRITES = "pwrite64,unlink,fsync,fdatasync"
STEP = 1 if "HEARINGDESK_KILLS" in os.environ else 6
"""Every sixth call is the last one in the suite; each one where a long run is asked for."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not here, which makes the disk fail."),
]


@pytest.fixture
def prepared_folder(tmp_path: Path) -> Path:
    store = store_in(tmp_path / "prepared")
    desk_on(store)
    store.close()
    return tmp_path / "prepared"


def runs(prepared_folder: Path, calls: str, fault: str, step: int = 1) -> Iterator[tuple[Path, str]]:
    """The folder after each run and what the desk was told, the fault coming one call later each time."""
    for number in itertools.count(1, step):
        folder = prepared_folder.with_name(f"run-{number}")
        shutil.copytree(prepared_folder, folder)
        trace = folder.with_suffix(".trace")
        inject = f"inject={calls}:{fault}:when={number}"
        strace = ["strace", "-f", "-o", str(trace), "-e", f"trace={calls}", "-e", inject]
        command = [*strace, sys.executable, "-m", "tests.store.one_act", str(folder)]
        told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if "PTRACE" in told.stderr:
            pytest.skip(f"strace may not work here: {told.stderr.strip()}")
        yield folder, told.stdout
        if "INJECTED" not in trace.read_text() and "SIGKILL" not in trace.read_text():
            assert told.stdout == "recorded", told.stderr
            return


def entries_in(folder: Path) -> int:
    """How many entries a program finds that comes after; the record must be sound."""
    store = store_in(folder)
    entries = len(kept(store))
    assert store.verify(HEARING).entries == entries
    assert Database(folder / "hearingdesk.db").damage() == ""
    assert len(store.record(HEARING).contacts()) == entries - 2
    return entries


def test_a_sync_that_fails_is_looked_into_before_the_clerk_is_told(prepared_folder: Path) -> None:
    told = []
    for folder, answer in runs(prepared_folder, SYNCS, "error=EIO"):
        assert entries_in(folder) == {"recorded": 3, "refused": 2}[answer]
        told.append(answer)
    assert len(told) > 3
    assert "refused" in told


def test_a_desk_killed_at_any_call_has_recorded_all_of_the_act_or_nothing(prepared_folder: Path) -> None:
    found = []
    for folder, answer in runs(prepared_folder, WRITES, "signal=KILL", STEP):
        entries = entries_in(folder)
        assert entries in (2, 3)
        assert answer != "recorded" or entries == 3
        found.append(entries)
    assert len(found) > 3
    assert found == sorted(found), "once it is on the disk it stays there"
