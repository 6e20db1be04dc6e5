"""Rows that were copied from a spreadsheet program and pasted: text whose cells are cut at tabs."""

from dataclasses import dataclass
from pathlib import Path

from hearingdesk.intake.nature import contents

MARKS = ",;|"


@dataclass(frozen=True, slots=True)
class Pasted:
    """What the clipboard held as text."""

    text: str
    name: str = "What was pasted"

    @property
    def data(self) -> bytes:
        return self.text.encode("utf-8", "replace")

    @property
    def delimiter(self) -> str:
        """A tab, unless there is none and the first line looks like a line of a CSV file: then empty, to be found."""
        first = self.text.lstrip().partition("\n")[0]
        return "" if "\t" not in self.text and any(mark in first for mark in MARKS) else "\t"


def told(source: Path | Pasted) -> tuple[str, bytes]:
    """The name to speak of it by, and all of its bytes. Raises Unreadable."""
    return (source.name, source.data) if isinstance(source, Pasted) else (source.name, contents(source))
