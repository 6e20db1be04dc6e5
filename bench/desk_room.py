"""A console and a wall on an evening in a real store, as the benches of the windows need them."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from bench.long_evening import entries_of
from bench.measure import timed
from hearingdesk.app import application, hang_wall, settle
from hearingdesk.clock import SystemClock
from hearingdesk.desk import Desk
from hearingdesk.domain.events import Entry
from hearingdesk.domain.values import Contact
from hearingdesk.store.journal import StoredJournal
from hearingdesk.store.store import Store
from hearingdesk.ui.console.queue import LEARNT_AT_ONCE
from hearingdesk.ui.console.window import Console
from hearingdesk.ui.display.wall import Wall

HEARING = "bench"


class TimedJournal:
    """The real journal; ``commit`` is how many milliseconds the last append took."""

    def __init__(self, journal: StoredJournal) -> None:
        self._journal = journal
        self.commit = 0.0

    def __getattr__(self, name: str) -> object:
        return getattr(self._journal, name)

    def append(self, entries: Sequence[Entry], contacts: Mapping[int, Contact]) -> None:
        self.commit = timed(lambda: self._journal.append(entries, contacts))


@dataclass(frozen=True)
class Room:
    """Somebody at the console, and the wall in front of the public."""

    desk: Desk
    journal: TimedJournal
    console: Console
    wall: Wall

    @staticmethod
    def paint() -> None:
        """Everything that an act has asked to be drawn."""
        QApplication.processEvents()


@contextmanager
def room(slips: int) -> Iterator[Room]:
    """The console and a wall of 1920×1080 on an evening of so many slips, a second after it was opened.

    By then all names are learnt, which is done a few at a time while nobody does anything.
    """
    application()
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder), slips) as store:
        journal = TimedJournal(store.journal(HEARING))
        desk = Desk(journal, SystemClock(), "rd")  # type: ignore[arg-type]  # passes everything on
        wall = hang_wall()
        console = Console(desk, wall=wall)
        console.show()
        wall.open_window()
        wall.window.resize(1920, 1080)
        settle()
        for _ in range(slips // LEARNT_AT_ONCE + 1):
            Room.paint()
        yield Room(desk, journal, console, wall)
        console.close()
        wall.close()


@contextmanager
def open_store(folder: Path, slips: int) -> Iterator[Store]:
    """A store with one hearing of so many slips."""
    store = Store(folder, SystemClock())
    store.create(HEARING)
    store.journal(HEARING).append(entries_of(slips), {})
    yield store
    store.close()
