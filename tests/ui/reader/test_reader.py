"""End to end: what a screen reader hears of the console over AT-SPI, and that it can press a button.

Runs where Xvfb, dbus and AT-SPI are (Debian: ``apt install xvfb dbus at-spi2-core python3-gi gir1.2-atspi-2.0``), and
says so where they are not: ``python -m pytest tests/ui/reader -rs``. The window is a real one under Xvfb, as Qt's
offscreen windows are not on the bus; the reader is another program, run by the system's own Python.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
READER = Path(__file__).with_name("reading.py")
SYSTEM = "/usr/bin/python3"
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
TOOLS = ("Xvfb", "dbus-daemon", SYSTEM)
READINGS = 50
"""How often is read what follows a press, before it is taken for lost; each takes some tenths of a second."""
Object = dict[str, Any]


def missing() -> str:
    """What is not here that a reader needs; empty where all is."""
    lacking = [tool for tool in TOOLS if shutil.which(tool) is None]
    if lacking:
        return ", ".join(lacking)
    found = subprocess.run([SYSTEM, "-c", BINDINGS], capture_output=True, check=False)
    return "" if found.returncode == 0 else "python3-gi with gir1.2-atspi-2.0"


LACKING = missing()
pytestmark = pytest.mark.skipif(bool(LACKING), reason=f"A screen reader's way is not here: {LACKING}.")


class Room:
    """The console under a display and a bus of its own, and a reader beside it."""

    def __init__(self, stack: ExitStack, home: Path) -> None:
        screen = _started(stack, ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x900x24", "-nolisten", "tcp"], {})
        settings = {"DISPLAY": f":{_line(screen)}", "HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
        bus = _started(stack, ["dbus-daemon", "--session", "--nofork", "--print-address"], settings)
        settings["DBUS_SESSION_BUS_ADDRESS"] = _line(bus)
        self._settings = os.environ | settings
        qt = {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "PYTHONPATH": str(ROOT)}
        self._console = _started(stack, [sys.executable, "-m", "tests.ui.reader.evening"], settings | qt)
        assert _line(self._console) == "open"

    def tell(self, *lines: str) -> None:
        """Keys, or seconds that pass; each is through when this returns."""
        assert self._console.stdin is not None
        for line in lines:
            self._console.stdin.write(f"{line}\n")
            self._console.stdin.flush()
            assert _line(self._console) == line

    def read(self) -> list[Object]:
        return [each for each in json.loads(self._ask("tree")) if each["showing"]]

    def press(self, name: str, then: str) -> list[Object]:
        """What is read once ``then`` is a button: Qt lets go of a button a tenth of a second after it was pressed."""
        assert json.loads(self._ask("press", name)) is True
        for _reading in range(READINGS):
            if then in names(self.read(), "push button"):
                return self.read()  # that one may have begun before the press went through
        raise AssertionError(f"“{name}” was pressed, and no “{then}” is there")

    def _ask(self, *words: str) -> str:
        asked = [SYSTEM, str(READER), *words]
        done = subprocess.run(asked, env=self._settings, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout


def _started(stack: ExitStack, command: list[str], settings: dict[str, str]) -> subprocess.Popen[str]:
    """A program that runs as long as the test does."""
    pipe = subprocess.PIPE
    program = subprocess.Popen(
        command, env=os.environ | settings, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True
    )
    stack.enter_context(program)
    stack.callback(program.terminate)
    return program


def _line(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    return program.stdout.readline().strip()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with ExitStack() as stack:
        yield Room(stack, tmp_path)


def names(objects: list[Object], *roles: str) -> list[str]:
    return [each["name"] for each in objects if not roles or each["role"] in roles]


def test_a_screen_reader_hears_the_console_and_what_changes_and_can_press(room: Room) -> None:
    before = room.read()
    assert "hearingdesk · Fire and Police Commission" in names(before)
    assert [each for each in before if each["focusable"] and not each["name"].strip()] == []
    assert [each for each in before if "<" in each["name"] + each["description"]] == []
    assert "Call next" in names(before, "push button")
    assert [each["name"] for each in before if each["focused"] and each["role"] == "text"] == ["Find or add a speaker"]

    room.tell("Ctrl+Return", "Ctrl+Return", "60", "Alt+O", "Ctrl+1")
    during = room.read()
    assert "Speaking, 118 seconds left" in names(during, "label")
    assert {"1 Oppose", "Time of day 6:01:04 PM", "1 heard, 1 coded"} <= set(names(during, "label"))
    assert "Privacy invasion, 1 of 1 speaker, raised by this speaker" in names(during, "table cell")
    assert [each["name"] for each in during if each["checked"]] == ["Waiting 1", "Oppose"]
    assert "Summary for the minutes" in [each["name"] for each in during if each["focused"]]
    assert [each["description"] for each in during if each["name"] == "Stop clock"] == ["F8"]

    stopped = room.press("Stop clock", then="Resume")
    assert any(name.startswith("Stopped") for name in names(stopped, "label"))

    room.tell("F4")
    sheet = room.read()
    assert "The motion, as stated" in [each["name"] for each in sheet if each["focused"]]
    room.tell("Escape", "F8", "120", "Ctrl+Return")
    assert "Walking up" in names(room.read(), "label")
