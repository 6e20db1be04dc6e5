"""A hearing script played through the real windows: pictures, minutes and workbook come out, no record is touched."""

import shutil
import sys
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from hearingdesk.app import application, hang_wall
from hearingdesk.desk import Act, Desk
from hearingdesk.domain.timing import ClockState, reading
from hearingdesk.domain.values import Meeting
from hearingdesk.library import Library
from hearingdesk.office import Office, Refused
from hearingdesk.script import Pace, Played, ScriptClock, Step, play, read_script, script_lines
from hearingdesk.ui.console.window import Console
from hearingdesk.ui.display.wall import Wall

CONSOLE_SIZE, WALL_SIZE = (1366, 768), (1920, 1080)
RECORD = "rehearsal"


def rehearse(
    script: Path, out: Path, speed: float | None = None, *, keep_going: bool = False, acts: int | None = None
) -> int:
    """Plays the script (or its first ``acts``) into ``out``, and says what it left there. The answer is the exit code.

    ``speed`` is a multiple of real time, None as fast as can be. Raises ScriptFault and Refused; what was played until
    then stays in ``out``.
    """
    steps = [_as_rehearsal(step) for step in islice(read_script(script_lines(script), Library()), acts)]
    rehearsal = Rehearsal(out)
    try:
        pace = None if speed is None else Pace(speed, rehearsal.let_pass)
        played = rehearsal.play(steps, keep_going=keep_going, pace=pace)
        left = rehearsal.finish()
    finally:
        rehearsal.close()
    for sentence in (*played.refused, f"Rehearsed {played.recorded} acts. In {out}: {', '.join(left)}."):
        sys.stdout.write(f"{sentence}\n")
    return 0


class Rehearsal:
    """The windows of one rehearsal, on a data folder of its own inside ``out``."""

    def __init__(self, out: Path) -> None:
        self._out = out
        _emptied(out / "data")
        application()
        self._clock = ScriptClock()
        self._office = Office(out / "data", self._clock)
        self._office.store.create(RECORD)
        self.desk: Desk = self._office.desk(RECORD)
        self._pictures: list[str] = []
        self._console: Console | None = None
        self._wall: Wall | None = None

    def play(self, steps: Iterable[Step], *, keep_going: bool, pace: Pace | None) -> Played:
        return play(
            self.desk,
            self._clock,
            steps,
            keep_going=keep_going,
            pace=pace,
            on_step=lambda step, _entry: self._show(step),
        )

    def _show(self, step: Step) -> None:
        """The windows open once there is a hearing to show; each act is painted before the next is played."""
        if self._console is None:
            self._open()
        QApplication.processEvents()
        if not self._pictures and step.name == "write_summary" and self._telling():
            self._pictures = self.picture()

    def _open(self) -> None:
        self._wall = hang_wall()
        self._console = Console(self.desk, wall=self._wall)
        self._console.resize(*CONSOLE_SIZE)
        self._console.show()
        self._wall.open_window()
        self._wall.window.resize(*WALL_SIZE)

    def _telling(self) -> bool:
        """A moment worth a picture: well into the evening, little time left, several concerns raised."""
        hearing, turn, speaker = self.desk.hearing, self.desk.hearing.turn, self.desk.hearing.speaker
        if turn is None or speaker is None or hearing.item is None:
            return False
        shown = reading(hearing.profile, turn, self._clock.now())
        late = hearing.item.tally.heard > len(hearing.item.queue) // 2
        return late and shown.state is ClockState.WRAP_UP and len(set(speaker.marks)) > 1

    def picture(self) -> list[str]:
        """``console.png`` and ``display.png`` of this moment; none where nothing was played and no window opened."""
        windows: tuple[QWidget | None, ...] = (self._console, self._wall.window if self._wall else None)
        shown = zip(("console.png", "display.png"), windows, strict=True)
        return [name for name, window in shown if window is not None and window.grab().save(str(self._out / name))]

    def finish(self) -> list[str]:
        """The papers, and pictures of the end where no better moment came; the names of all that is there."""
        pictures = self._pictures or self.picture()
        papers = self._office.export_hearing(self.desk, self._out)
        return [*(report.target.name for report in papers), *pictures]

    def let_pass(self, seconds: float) -> None:
        """Waits with the windows alive."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def close(self) -> None:
        if self._console is not None:
            self._console.close()
        if self._wall is not None:
            self._wall.close()
        self._office.close()


def _as_rehearsal(step: Step) -> Step:
    """Whatever the script says, this is no record: it is marked on every screen and paper."""
    meeting = step.act.args.get("meeting")
    if not isinstance(meeting, Meeting):
        return step
    args = {**step.act.args, "meeting": replace(meeting, rehearsal=True)}
    return replace(step, act=Act(step.act.rule, args, step.act.contacts))


def _emptied(folder: Path) -> None:
    """A rehearsal begins with nothing; only a folder that a rehearsal made is emptied."""
    mark = folder / "rehearsal"
    if folder.exists() and any(folder.iterdir()) and not mark.exists():
        raise Refused(f"{folder} holds something that no rehearsal made. Nothing was changed; choose another --out.")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    mark.write_text("Made by a rehearsal, and emptied by the next.\n", encoding="utf-8")
