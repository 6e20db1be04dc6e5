"""The display: what a running clock costs at 4K, how soon a press is on it, and how true its clock is.

``HEARINGDESK_BENCH_WALL`` is for how many seconds the clock is watched, 10 by default; 600 are the ten minutes told of.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bench.desk_room import HEARING, Room, open_store, room
from bench.long_evening import SMALL
from bench.measure import line
from hearingdesk.app import application, hang_wall
from hearingdesk.clock import SystemClock
from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.face import face
from hearingdesk.domain.timing import spent, total
from hearingdesk.domain.values import StopReason
from hearingdesk.ui.console.ticking import Ticker
from hearingdesk.ui.display.picture import Role
from hearingdesk.ui.display.wall import Wall

SECONDS = int(os.environ.get("HEARINGDESK_BENCH_WALL", "10"))
WATCHED = 20
"""Seconds for which the share of a core is taken: it is small, so that fewer would not tell it."""
PRESSES = 60
SLEPT = 30
FULL_HD, ULTRA_HD = (1920, 1080), (3840, 2160)


def main() -> None:
    _costs()
    for size in (FULL_HD, ULTRA_HD):
        _presses(size)
    _truth()
    _sleep()


class Glass(QObject):
    """Notes when the display was last painted through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.painted = 0
        self._within = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The painting is carried out here, so that the moment after it can be noted."""
        if event.type() not in (QEvent.Type.UpdateRequest, QEvent.Type.Paint) or self._within:
            return False
        self._within = True
        watched.event(event)
        self._within = False
        self.painted = time.clock_gettime_ns(time.CLOCK_BOOTTIME)
        return True


# What a running clock costs


def _costs() -> None:
    """Of this process by its own count, and under a real X server of the server's too."""
    print(f"  4K display alone, clock running, {WATCHED} s, offscreen: {_share():.2%} of a core")
    if shutil.which("Xvfb") is None:
        print("  4K display on an X server: not measured, there is no Xvfb here")
        return
    with _server() as (display, server):
        settings = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        before, started = _used_by(server), time.perf_counter()
        told = subprocess.run([sys.executable, "-m", "bench.wall"], env=settings, capture_output=True, check=True)
        served = (_used_by(server) - before) / (time.perf_counter() - started)
    ours = float(told.stdout)
    print(f"  4K display alone, clock running, {WATCHED} s, on Xvfb: {ours:.2%} of a core, the server's {served:.2%}")


def _share() -> float:
    """The share of a core while the clock runs and nobody touches anything."""
    with _display(ULTRA_HD):
        QTest.qWait(1500)
        before, started = time.process_time(), time.perf_counter()
        QTest.qWait(WATCHED * 1000)
        return (time.process_time() - before) / (time.perf_counter() - started)


@contextmanager
def _server() -> Iterator[tuple[str, int]]:
    command = ["Xvfb", "-displayfd", "1", "-noreset", "-screen", "0", "3840x2160x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        try:
            yield f":{server.stdout.readline().strip()}", server.pid
        finally:
            server.terminate()


def _used_by(process: int) -> float:
    """Seconds of a core that another process has used."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def _display(size: tuple[int, int]) -> Iterator[tuple[Desk, Wall]]:
    """A display without a console, somebody speaking on it."""
    application()
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder), SMALL) as store:
        desk, wall = Desk(store.journal(HEARING), SystemClock(), "rd"), hang_wall()
        desk.record(rules.call_next)
        desk.record(rules.start_turn)
        wall.open_window()
        wall.window.setGeometry(0, 0, *size)
        ticker = Ticker(desk.now, lambda: desk.hearing, wall)
        ticker.ticked.connect(lambda now: wall.show_face(face(desk.hearing, now, desk.head)))
        ticker.tick()
        yield desk, wall
        ticker.stop()
        wall.close()


# From the press to the glass


def _presses(size: tuple[int, int]) -> None:
    """The clock stopped and resumed: what the room sees of it, beyond the commit."""
    with room(SMALL) as here:
        here.wall.window.resize(*size)
        here.desk.record(rules.call_next)
        here.desk.record(rules.start_turn)
        Room.paint()
        glass = Glass(here.wall.window)
        beyond = [each for _ in range(PRESSES // 2) for each in (_stop(here, glass), _resume(here, glass))]
    line(f"{size[0]}×{size[1]}: press → committed → painted, beyond the commit", beyond)


def _stop(here: Room, glass: Glass) -> float:
    begun = time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    here.desk.record(rules.stop_clock, reason=StopReason.QUESTION)
    return _until_painted(here, glass, begun)


def _resume(here: Room, glass: Glass) -> float:
    begun = time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    here.desk.record(rules.resume_clock)
    return _until_painted(here, glass, begun)


def _until_painted(here: Room, glass: Glass, begun: int) -> float:
    while glass.painted < begun:
        QApplication.processEvents()
    return (glass.painted - begun) / 1e6 - here.journal.commit


# How true the clock is


def _truth() -> None:
    """How long after the boundary each second was on the glass, by CLOCK_BOOTTIME, and whether any was left out."""
    late: list[float] = []
    with _display(FULL_HD) as (desk, wall):
        Room.paint()
        glass, shown, missed = Glass(wall.window), _shown(wall), 0
        extra = 0
        while len(late) < SECONDS:
            before = glass.painted
            while glass.painted == before:
                QTest.qWait(1)
            now = _shown(wall)
            if now == shown:
                extra += 1
                continue
            missed += shown - now - 1
            shown = now
            late.append(_lateness(desk, shown, glass.painted))
    line(f"each second on the glass after its boundary, {SECONDS} s", late)
    print(f"  latest {max(late):.2f} ms, earliest {min(late):.2f} ms; left out {missed}, painted besides {extra}")


def _shown(wall: Wall) -> int:
    """The seconds that stand on the wall; below zero in overtime."""
    texts = list(wall.window.picture.texts(Role.DIGITS, Role.NOTE))
    digits = "".join(text.text for text in texts if text.role is Role.DIGITS)
    minutes, seconds = digits.split(":")
    over = any(text.role is Role.NOTE and text.text == "+" for text in texts)
    return (int(minutes) * 60 + int(seconds)) * (-1 if over else 1)


def _lateness(desk: Desk, shown: int, painted: int) -> float:
    """Milliseconds from the moment at which just so many seconds were left to the paint that showed them."""
    turn = desk.hearing.turn
    assert turn is not None
    assert turn.running_since is not None
    whole = total(turn)
    assert whole is not None
    used = turn.ran.total_seconds() + (painted - turn.running_since.ticks) / 1e9
    return (shown - (whole.total_seconds() - used)) * 1000


# A computer that slept


def _sleep() -> None:
    """A turn is begun here and read in a world whose clock since boot is so many seconds on, as after a sleep."""
    with tempfile.TemporaryDirectory() as folder:
        with open_store(Path(folder), SMALL) as store:
            desk = Desk(store.journal(HEARING), SystemClock(), "rd")
            desk.record(rules.call_next)
            desk.record(rules.start_turn)
            used, at = _used(desk)
        later = ["unshare", "-T", "--boottime", str(SLEPT), sys.executable, "-m", "bench.wall", folder]
        told = subprocess.run(later, capture_output=True, text=True, check=False)
    if told.returncode:
        print("  after a simulated sleep: not measured, another clock since boot takes root here (unshare -T)")
        return
    then, there = map(float, told.stdout.split())
    error = (then - used) - (there - at) - SLEPT
    print(
        f"  used time after {SLEPT} s of simulated sleep, against CLOCK_MONOTONIC and the sleep: {error * 1000:+.3f} ms"
    )


def _used(desk: Desk) -> tuple[float, float]:
    """Seconds that the turn has used, and the clock that no sleep moves, at the same moment."""
    turn = desk.hearing.turn
    assert turn is not None
    at = time.monotonic()
    return spent(turn, desk.now()).total_seconds(), at


def _after_sleep(folder: str) -> None:
    from hearingdesk.store.store import Store  # noqa: PLC0415  # only in the world after the sleep

    store = Store(Path(folder), SystemClock())
    print(*_used(Desk(store.journal(HEARING), SystemClock(), "rd")))
    store.close()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _after_sleep(sys.argv[1])
    else:
        print(_share())
