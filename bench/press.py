"""From the press to the glass: committed and painted in both windows, against a bare sync and a bare repaint."""

import json
import os
import tempfile
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QApplication, QWidget

from bench.measure import line, times
from hearingdesk.app import application, hang_wall
from hearingdesk.clock import SystemClock
from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.values import Channel, ItemKind, ItemNotice, SignUp
from hearingdesk.library import Library
from hearingdesk.office import Office
from hearingdesk.sample import sample_script
from hearingdesk.script import read_script, script_lines
from hearingdesk.ui.console.window import Console

PRESSES = 60


def main() -> None:
    application()
    for waiting in (50, 20_000):
        with tempfile.TemporaryDirectory() as folder:
            _measure(Path(folder), waiting)


def _measure(folder: Path, waiting: int) -> None:
    office = Office(folder, SystemClock(), "rd")
    desk = _speaking(office, waiting)
    wall = hang_wall()
    console = Console(desk, wall=wall)
    console.show()
    wall.open_window()
    wall.window.resize(1920, 1080)
    QApplication.processEvents()
    windows: tuple[QWidget, ...] = (console, wall.window)

    def press() -> None:
        desk.record(rules.raise_concern, code="PRIV")
        _paint(windows)

    committed = times(PRESSES, lambda: desk.record(rules.raise_concern, code="PRIV"))
    pressed = times(PRESSES, press)
    bare = _bare(folder, json.dumps(msgspec.to_builtins(desk.hearing.entries[-1])).encode(), windows)
    line(f"{waiting:,} waiting: bare fdatasync + bare repaint of both windows", bare)
    line(f"{waiting:,} waiting: press → committed → shown, both windows told", committed)
    line(f"{waiting:,} waiting: press → committed → both windows painted", pressed, bare)
    console.close()
    wall.close()
    office.close()


def _speaking(office: Office, waiting: int) -> Desk:
    """A hearing in which somebody speaks and so many wait."""
    prepare = read_script(script_lines(sample_script())[:2], Library())[0].act
    office.store.create("bench")
    desk = office.desk("bench")
    desk.record_all([prepare])
    desk.record(rules.notice_agenda, items=(ItemNotice("1", "1", "Comments", "", ItemKind.COMMENT),))
    people = tuple(SignUp("1", f"Person {number}", channel=Channel.ONLINE) for number in range(waiting))
    desk.record(rules.import_sign_ups, sign_ups=people, source="bench")
    desk.record(rules.call_to_order, presiding=desk.hearing.body.members[0].id)
    desk.record(rules.take_up, item="1")
    desk.record(rules.call_next)
    desk.record(rules.start_turn)
    return desk


def _bare(folder: Path, body: bytes, windows: tuple[QWidget, ...]) -> list[float]:
    with (folder / "bare").open("wb") as file:

        def write() -> None:
            file.write(body)
            file.flush()
            os.fdatasync(file.fileno())
            _paint(windows)

        return times(PRESSES, write)


def _paint(windows: tuple[QWidget, ...]) -> None:
    """The whole of each window, as after an expose: more than a press ever changes."""
    for window in windows:
        window.repaint()
    QApplication.processEvents()
