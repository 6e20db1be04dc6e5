"""Work done off the window's thread, which tells how far it has come and can be called off."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from hearingdesk.ui.export.asked import Asked


class Step(Protocol):
    """``done`` of ``of`` parts of a file, called by their ``unit``; of 0 where they are not counted yet."""

    @property
    def file(self) -> str: ...
    @property
    def done(self) -> int: ...
    @property
    def of(self) -> int: ...
    @property
    def unit(self) -> str: ...


class Written(Protocol):
    """One file that was written, and sentences on what is not in it as it was given."""

    @property
    def target(self) -> Path: ...
    @property
    def notes(self) -> Sequence[str]: ...


Write = Callable[[Asked, Callable[[Step], None], Callable[[], bool]], Sequence[Written]]
"""Writes what is asked for, tells each step, and asks as often whether it has been called off."""


class Work(QObject):
    """One piece of work at a time. ``stepped`` gives a Step and ``ended`` a Future, both on the window's own thread."""

    stepped = Signal(object)
    ended = Signal(object)

    def __init__(self, write: Write) -> None:
        super().__init__()
        self._write = write
        self._worker = ThreadPoolExecutor(1, "export")
        self._stop = Event()
        self._running: Future[Sequence[Written]] | None = None
        self.ended.connect(self._rest)

    @property
    def busy(self) -> bool:
        return self._running is not None

    def start(self, asked: Asked) -> None:
        """Begins, unless something is being written already."""
        if self.busy:
            return
        self._stop.clear()
        self._running = self._worker.submit(self._write, asked, self.stepped.emit, self._stop.is_set)
        self._running.add_done_callback(self.ended.emit)

    def cancel(self) -> None:
        """Asks it to end; what is half written goes, and the old files stay."""
        self._stop.set()

    def close(self) -> None:
        """Ends what is being written and waits for that, which is well within a second."""
        self.cancel()
        self._worker.shutdown()

    def _rest(self) -> None:
        self._running = None
