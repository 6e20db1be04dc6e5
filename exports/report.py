"""What an export has to say for itself: where it is, how large, and everything that is not on paper as it was given."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ExportReport:
    """The outcome of one export.

    `parts` counts what `unit` names (one, and many where that is no plain s), such as pages or sheets; `size` is in
    bytes; `notes` are sentences for the clerk, empty when every character of the record stands in the file as given.
    """

    target: Path
    parts: int
    size: int
    notes: tuple[str, ...] = ()
    unit: tuple[str, ...] = ("page",)


@dataclass(slots=True)
class Remarks:
    """Collects what happened to the text while a file was written."""

    _count: Counter[str] = field(default_factory=Counter)

    def tell(self, sentence: str) -> None:
        self._count[sentence] += 1

    def sentences(self) -> tuple[str, ...]:
        """Each sentence once, in the order first told, with how often it holds."""
        return tuple(text if times == 1 else f"{text} ({times} times)" for text, times in self._count.items())
