"""How soon the room sees it when the projector is plugged again and when the display is blanked."""

import json
import subprocess
import sys
import tempfile

from PySide6.QtWidgets import QApplication

from bench.measure import line, timed
from hearingdesk.ui.kit.look import dress
from tests.ui.display.plugs import LAPTOP, PROJECTOR, described
from tests.ui.display.room import Room

CYCLES = 50


def main() -> None:
    """In a program of its own, on screens of Qt's offscreen platform, which is told of them when it starts."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as screens:
        json.dump(described(LAPTOP, PROJECTOR), screens)
        screens.flush()
        command = [sys.executable, "-m", "bench.screens", screens.name]
        told = subprocess.run(command, capture_output=True, text=True, check=True)
    print(told.stdout, end="")


def _measure(screens: str) -> None:
    app = QApplication(["hearingdesk", "-platform", f"offscreen:configfile={screens}"])
    dress(app)
    room = Room(app)
    room.wall.go_live()
    app.processEvents()
    line(f"blanked, or shown again: on the screen, {CYCLES} times each", [_cover(room) for _ in range(2 * CYCLES)])
    line(f"plugged again: full screen where it was, {CYCLES} times", [_plug_again(room) for _ in range(CYCLES)])


def _cover(room: Room) -> float:
    def cover() -> None:
        room.wall.blank()
        room.app.processEvents()

    return timed(cover)


def _plug_again(room: Room) -> float:
    def plug() -> None:
        room.plug(LAPTOP, PROJECTOR)
        room.until(lambda: room.fills(PROJECTOR))

    room.plug(LAPTOP)
    room.until(lambda: not room.wall.window.isVisible())
    return timed(plug)


if __name__ == "__main__":
    _measure(sys.argv[1])
