"""Killed in mid-speech: nothing acknowledged is missing, and the clock stands where the speech was cut.

Twenty kills in the suite; for a long run name the number: ``HEARINGDESK_KILLS=200 pytest tests/store/test_kill.py``.
"""

import os
import random
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest

from hearingdesk.clock import SystemClock
from hearingdesk.desk import Desk
from hearingdesk.domain.events import ClockStopped
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.moments import Moment, elapsed
from hearingdesk.domain.timing import spent
from hearingdesk.domain.values import StopReason
from hearingdesk.store.engine import Database
from hearingdesk.store.store import Store
from tests.store.desks import HEARING

KILLS = int(os.environ.get("HEARINGDESK_KILLS", "20"))
ROOT = Path(__file__).parents[2]


def killed(folder: Path) -> tuple[list[tuple[int, str]], Moment]:
    """What a desk acknowledged until it was killed, somewhere within a few of its acts, and when that was."""
    clock = SystemClock()
    command = [sys.executable, "-m", "tests.store.speaking", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as speaking:
        assert speaking.stdout is not None
        acknowledged = [speaking.stdout.readline() for _ in range(random.randint(2, 12))]
        time.sleep(random.random() * 0.01)  # the very moment is what is tried, not waited for
        speaking.kill()
        at = clock.now()
        acknowledged += speaking.stdout.readlines()
    whole = [line.split() for line in acknowledged if line.endswith("\n")]
    return [(int(entries), head) for entries, head in whole], at


@pytest.mark.slow
@pytest.mark.timeout(max(120, KILLS * 6))
def test_a_desk_killed_in_mid_speech_has_lost_nothing(tmp_path: Path) -> None:
    recovered = 0
    for _ in range(KILLS):
        acknowledged, at = killed(tmp_path)
        store = Store(tmp_path, SystemClock())
        assert Database(tmp_path / "hearingdesk.db").damage() == ""
        need_everything(store, acknowledged)
        recovered += need_a_standing_clock(store, at)
        store.close()
    assert recovered >= KILLS / 2, "nearly every kill comes in mid-speech"


def need_everything(store: Store, acknowledged: list[tuple[int, str]]) -> None:
    """Each head that was shown is still the hash of that entry, and the chain holds to the end."""
    verdict = store.verify(HEARING)
    heads = [line.rpartition('"hash":"')[2].rstrip('"}') for line in store.export_lines(HEARING)]
    assert verdict.sound
    assert acknowledged
    for entries, head in acknowledged:
        assert heads[entries - 1] == head


def need_a_standing_clock(store: Store, at: Moment) -> bool:
    """Opened again the clock stands, within a second of the kill and never after it; whether one was running."""
    desk = Desk(store.journal(HEARING), SystemClock(), "rd")
    before = desk.hearing
    alive = desk.recover()
    if alive is None:
        assert before.turn is None or before.turn.running_since is None
        return False
    stop = desk.hearing.entries[-1].event
    assert isinstance(stop, ClockStopped)
    assert (stop.reason, stop.as_of) == (StopReason.INTERRUPTED, alive)
    assert timedelta(0) <= elapsed(alive, at) < timedelta(seconds=1)
    assert alive.ticks <= at.ticks
    assert used(desk.hearing, at) == used(before, alive) == used(desk.hearing, desk.now())
    return True


def used(hearing: Hearing, at: Moment) -> timedelta:
    assert hearing.turn is not None
    return spent(hearing.turn, at)
