"""In case the laptop fails: the second copy is watched, and paper is a key away (P-10, D-04)."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from hearingdesk.desk import JournalUnavailable

NO_COPY = "There is no second copy to end."


class Standby(Protocol):
    """What the program around the window keeps ready. ``told`` is called on a thread of its own."""

    @property
    def place(self) -> str:
        """The folder of the second copy; empty where none was chosen."""

    def start(self, told: Callable[[int, str], object]) -> None: ...
    def copy_to(self, folder: str, told: Callable[[int, str], object]) -> None: ...
    def end(self) -> None: ...
    def paper(self) -> Path:
        """Writes the queue and blank sheets; where they are. Whatever it raises, ``str`` of it is a sentence."""


class Say(Protocol):
    def __call__(self, sentence: str, *, refused: bool = False) -> None: ...


class StandingBy(QObject):
    """Says how the copy stands, and opens the paper for printing.

    ``stands`` gives how many entries the copy has, and its trouble; (-1, "") where there is no copy.
    """

    stands = Signal(int, str)
    _tried = Signal(int, str)
    _printed = Signal(object)

    def __init__(self, standby: Standby, host: QWidget, say: Say) -> None:
        super().__init__(host)
        self._say = say
        self._standby = standby
        self._host = host
        self._trouble = ""
        self._press = ThreadPoolExecutor(1, "paper")
        self._tried.connect(self._show)
        self._printed.connect(self._open)

    def acts(self) -> dict[str, Callable[[], object]]:
        """By the id of their actions."""
        return {"paper": self.print_paper, "second_copy": self.choose_place, "end_copy": self.end_copy}

    def start(self) -> None:
        """Copies into the place chosen before, if there is one."""
        self._guarded(lambda: self._standby.start(self._tried.emit))

    def choose_place(self) -> None:
        """Asks for the folder: a stick, or another disk."""
        asked = QFileDialog(self._host, "Folder for the second copy, on a stick or another disk")
        asked.setFileMode(QFileDialog.FileMode.Directory)
        asked.setOption(QFileDialog.Option.ShowDirsOnly)
        asked.fileSelected.connect(self.copy_to)
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def copy_to(self, folder: str) -> None:
        """From now on into this folder."""
        self._trouble = ""
        if self._guarded(lambda: self._standby.copy_to(folder, self._tried.emit)):
            self._say(f"A second copy is kept in {folder}. “hearingdesk restore” takes it over on another laptop.")

    def end_copy(self) -> None:
        """No second copy any more."""
        if not self._standby.place:
            self._say(NO_COPY, refused=True)
        elif self._guarded(lambda: self._standby.copy_to("", self._tried.emit)):
            self.stands.emit(-1, "")
            self._say("The second copy is ended. What was copied stays where it is.")

    def print_paper(self) -> None:
        """Written beside the evening, then opened where it can be printed."""
        self._say("Writing the queue and a tally sheet for paper …")
        self._press.submit(self._standby.paper).add_done_callback(self._printed.emit)

    def end(self) -> None:
        self._press.shutdown()
        self._standby.end()

    def _show(self, entries: int, trouble: str) -> None:
        """Trouble is said once, and stays in the bar until it is over."""
        if trouble and trouble != self._trouble:
            self._say(f"The second copy failed; the record itself is safe. {trouble}", refused=True)
        elif self._trouble and not trouble:
            self._say("The second copy is up to date again.")
        self._trouble = trouble
        self.stands.emit(entries, trouble)

    def _open(self, written: "Future[Path]") -> None:
        fault = written.exception()
        if fault is not None:
            self._say(str(fault), refused=True)
            return
        path = written.result()
        shown = QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        self._say(f"Written: {path}. Print it{' from the window that opens' if shown else ''}.")

    def _guarded(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except JournalUnavailable as trouble:
            self._say(str(trouble), refused=True)
            return False
        return True
