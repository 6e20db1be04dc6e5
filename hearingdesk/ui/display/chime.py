"""Tones, off by default: when little time is left, if wanted at ten seconds, and when it is up (T-06).

Without a device all goes on.

Qt's sound is no part of what ships, so a player of the system sounds our own files; where none can, its plain beep.
"""

import shutil
import sys
import wave
from array import array
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QProcess, QTemporaryDir
from PySide6.QtWidgets import QApplication

from hearingdesk.domain.face import ClockState, Face
from hearingdesk.resources import asset

WARNING, TEN, TIME = "warning", "ten", "time"
PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q"), ("afplay",))
"""Programs that play a file and end with 0 when they did: PipeWire, PulseAudio, ALSA, macOS."""

NO_PLAYER = "No sound can be played here; the screen tells the same. The system's own beep is tried instead."
_LAST, _LATE = 10, 3
"""Seconds left at the tone of the last seconds, and by how many a late paint may pass them."""
_BEFORE = {
    ClockState.WRAP_UP: (WARNING, (ClockState.RUNNING,)),
    ClockState.OVER: (TIME, (ClockState.RUNNING, ClockState.WRAP_UP)),
}


class Chime(Protocol):
    """``play`` never waits; ``volume`` goes from 0 to 1. ``trouble`` says why nothing could be heard, or is empty."""

    @property
    def trouble(self) -> str: ...
    def play(self, tone: str, volume: float, /) -> None: ...


class Silence:
    """Where nobody handed one in."""

    trouble = ""

    def play(self, tone: str, volume: float, /) -> None:
        """Nothing."""


def tone_for(before: Face, now: Face) -> str | None:
    """The tone for what changed: only as the time of one and the same speaker runs out, never when a clock is set."""
    if before.speaker is None or now.speaker is None or before.speaker.number != now.speaker.number:
        return None
    if before.clock.state is now.clock.state is ClockState.WRAP_UP:
        return TEN if _passed_ten(before.clock.text, now.clock.text) else None
    known = _BEFORE.get(now.clock.state)
    return known[0] if known and before.clock.state in known[1] else None


def _passed_ten(before: str, now: str) -> bool:
    """Whether ten seconds were reached as time runs; a clock that jumped further was set."""
    was, left = _seconds(before), _seconds(now)
    return was > _LAST >= left >= was - _LATE


def _seconds(digits: str) -> int:
    minutes, seconds = digits.split(":")
    return int(minutes) * 60 + int(seconds)


class Player:
    """Plays through the first of the system's players that can; each time anew, for a device may come later."""

    def __init__(
        self, players: Sequence[Sequence[str]] | None = None, beep: Callable[[], None] = QApplication.beep
    ) -> None:
        self._players = players
        self._beep = beep
        self._folder: QTemporaryDir | None = None
        self._trouble = ""

    @property
    def trouble(self) -> str:
        return self._trouble

    def play(self, tone: str, volume: float, /) -> None:
        file = self._file(tone, volume)
        if sys.platform == "win32":
            import winsound  # noqa: PLC0415  # there alone

            winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
        else:
            self._try(file, installed() if self._players is None else self._players)

    def _try(self, file: Path, players: Sequence[Sequence[str]]) -> None:
        """The process is the application's child, and holds this player as long as it runs."""
        if not players:
            self._trouble = NO_PLAYER
            self._beep()
            return
        (program, *arguments), *others = players
        process = QProcess(QCoreApplication.instance())
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(partial(self._ended, process, file, others))
        process.errorOccurred.connect(partial(self._failed, process, file, others))
        process.start(program, [*arguments, str(file)])

    def _ended(
        self, process: QProcess, file: Path, others: Sequence[Sequence[str]], code: int, _how: QProcess.ExitStatus
    ) -> None:
        process.deleteLater()
        if code == 0:
            self._trouble = ""
        else:
            self._try(file, others)

    def _failed(
        self, process: QProcess, file: Path, others: Sequence[Sequence[str]], error: QProcess.ProcessError
    ) -> None:
        """A program that is not there never ends, so it is told apart from one that ended badly."""
        if error is QProcess.ProcessError.FailedToStart:
            process.deleteLater()
            self._try(file, others)

    def _file(self, tone: str, volume: float) -> Path:
        """The tone at this volume, made once: no player's own idea of loudness is needed."""
        if self._folder is None:
            self._folder = QTemporaryDir()
        made = Path(self._folder.path()) / f"{tone}-{round(volume * 100)}.wav"
        if not made.exists():
            quieter(asset(f"sounds/{tone}.wav"), made, volume)
        return made


def installed() -> list[tuple[str, ...]]:
    """The players that are on this computer."""
    return [player for player in PLAYERS if shutil.which(player[0])]


def quieter(source: Path, target: Path, volume: float) -> None:
    """A copy of a WAV file of 16 bits at a part of its volume."""
    with wave.open(str(source), "rb") as read, wave.open(str(target), "wb") as file:
        file.setparams(read.getparams())
        samples = array("h", read.readframes(read.getnframes()))
        file.writeframes(array("h", (round(volume * each) for each in samples)).tobytes())
