"""Sleep and screen saver are held off while a meeting is open (D-05): best effort, by what the platform offers."""

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, QProcess, Signal

if sys.platform == "linux":
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

WHO, WHY = "hearingdesk", "A public meeting is in session"
Answer = Callable[[bool], object]


class Hold(Protocol):
    """One thing that would darken the wall. ``take`` asks for it to be held off and never waits.

    The answer comes when it is known, and again if it changes.
    """

    @property
    def what(self) -> str: ...
    def take(self, answer: Answer, /) -> None: ...
    def let_go(self) -> None: ...


class Awake(QObject):
    """Holds everything off between ``hold(on=True)`` and ``hold(on=False)``, and says what it could not."""

    told = Signal(str)
    """A sentence for the status bar; empty when all is held off, or nothing has to be."""

    def __init__(self, holds: Sequence[Hold], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._holds = holds
        self._on = False
        self._failed: set[str] = set()
        self._said = ""

    def hold(self, *, on: bool) -> None:
        """Called as often as one likes; only a change asks the system."""
        if on == self._on:
            return
        self._on = on
        self._failed.clear()
        for each in self._holds:
            if on:
                each.take(lambda held, what=each.what: self._heard(what, held=held))  # type: ignore[misc]  # bound here
            else:
                each.let_go()
        self._say()

    def _heard(self, what: str, *, held: bool) -> None:
        if not self._on:
            return
        (self._failed.discard if held else self._failed.add)(what)
        self._say()

    def _say(self) -> None:
        whats = " and ".join(each.what for each in self._holds if each.what in self._failed)
        said = f"{whats} not held off: set this computer to stay awake" if whats else ""
        if said != self._said:
            self._said = said
            self.told.emit(said[:1].upper() + said[1:])


class Child:
    """A program of the system that holds off as long as it runs; it ends with this one, even with a crash of it."""

    def __init__(self, what: str, program: str, *arguments: str) -> None:
        self.what = what
        self._command = (program, list(arguments))
        self._process: QProcess | None = None

    def take(self, answer: Answer, /) -> None:
        process = self._process = QProcess(QCoreApplication.instance())
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.stateChanged.connect(partial(self._tell, answer))
        process.start(*self._command)

    @staticmethod
    def _tell(answer: Answer, state: QProcess.ProcessState) -> None:
        if state is not QProcess.ProcessState.Starting:
            answer(state is QProcess.ProcessState.Running)

    def let_go(self) -> None:
        """Its input ends, and so does it; what does not read its input is ended."""
        process, self._process = self._process, None
        if process is not None:
            process.finished.connect(process.deleteLater)
            process.closeWriteChannel()
            process.terminate()


class ScreenSaver:
    """The desktop's screen saver, asked over the session's bus; it is free again when the connection closes."""

    what = "screen saver"
    _NAME = "org.freedesktop.ScreenSaver"
    _PATH = "/org/freedesktop/ScreenSaver"

    def __init__(self) -> None:
        self._asked: QObject | None = None

    def take(self, answer: Answer, /) -> None:
        there = _session_bus()
        if not there:
            answer(there)
            return
        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, WHO)
        message = QDBusMessage.createMethodCall(self._NAME, self._PATH, self._NAME, "Inhibit")
        message.setArguments([WHO, WHY])
        asked = self._asked = QDBusPendingCallWatcher(bus.asyncCall(message))
        asked.finished.connect(lambda: answer(not asked.isError()))

    def let_go(self) -> None:
        if self._asked is not None:
            self._asked = None
            QDBusConnection.disconnectFromBus(WHO)


def _session_bus() -> bool:
    """Whether a bus is there already: looking for one that is not could wait, or start one."""
    at = Path(os.environ.get("XDG_RUNTIME_DIR", "/run/nobody")) / "bus"
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) or at.exists()


class ExecutionState:
    """Windows: ``set_state`` is SetThreadExecutionState, which answers 0 where it failed."""

    what = "sleep and screen saver"
    _CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x00000001, 0x00000002

    def __init__(self, set_state: Callable[[int], int]) -> None:
        self._set_state = set_state

    def take(self, answer: Answer, /) -> None:
        answer(self._set_state(self._CONTINUOUS | self._SYSTEM | self._DISPLAY) != 0)

    def let_go(self) -> None:
        self._set_state(self._CONTINUOUS)


def holds_here() -> list[Hold]:
    """What this platform offers."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  # there alone

        return [ExecutionState(ctypes.windll.kernel32.SetThreadExecutionState)]
    if sys.platform == "darwin":
        return [Child("sleep and screen saver", "caffeinate", "-d", "-i", "-w", str(os.getpid()))]
    # cat ends with the pipe to it, so that no crash leaves a computer that cannot sleep
    inhibited = ("--what=idle:sleep", f"--who={WHO}", f"--why={WHY}", "cat")
    return [Child("sleep", "systemd-inhibit", *inhibited), ScreenSaver()]
