"""How far an export has come, told while it goes on, and the way to stop it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from exports.files import ExportFailed
from exports.report import ExportReport

T = TypeVar("T")

Progress = Callable[[int, int], None]
"""Told how many parts of how many are written, and (0, 0) now and then while they are not counted yet.

What it raises ends the export and leaves the old files.
"""


class Cancelled(ExportFailed):
    """Somebody stopped the export."""

    def __init__(self) -> None:
        super().__init__("The export was cancelled. The files that were there stay as they were; the record is safe.")


class Step(NamedTuple):
    """How far one file has come: `done` of `of` parts, whose `unit` is one word, such as page or sheet."""

    file: str
    done: int
    of: int
    unit: str


@dataclass(frozen=True, slots=True)
class Watch:
    """Hears each step of an export, on its own thread, and is asked as often whether it has been `cancelled`."""

    progress: Callable[[Step], None] = lambda _step: None
    cancelled: Callable[[], bool] = lambda: False

    def on(self, file: str, unit: str) -> Progress:
        """The progress of one file. It raises Cancelled."""

        def tell(done: int, of: int) -> None:
            self.need_going_on()
            self.progress(Step(file, done, of, unit))

        return tell

    def written(self, report: ExportReport) -> ExportReport:
        """Tells that this file is whole."""
        self.progress(Step(report.target.name, report.parts, report.parts, report.unit[0]))
        return report

    def need_going_on(self) -> None:
        """Raises Cancelled where somebody has stopped the export."""
        if self.cancelled():
            raise Cancelled


def unwatched(_done: int, _of: int) -> None:
    """Nobody is told, nobody can stop it."""


def watched(things: Iterable[T], progress: Progress, often: int = 100) -> Iterator[T]:
    """The things as they come; every so often the progress is told that it goes on."""
    for number, thing in enumerate(things, 1):
        if number % often == 0:
            progress(0, 0)
        yield thing


def still_at(progress: Progress, done: int, of: int) -> Progress:
    """The progress of one long part: it goes on, and so many of the others are done."""
    return lambda _done, _of: progress(done, of)
