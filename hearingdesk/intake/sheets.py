"""A sheet as the clerk sees it: rows of text, which of them heads the columns, and what the columns are called."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from hearingdesk.intake.text import one_line, shown


class Row(NamedTuple):
    """A row of text cells; ``number`` is what a spreadsheet program shows at its left, from 1."""

    number: int
    cells: tuple[str, ...]

    @property
    def blank(self) -> bool:
        return not self.filled

    def cell(self, index: int) -> str:
        return self.cells[index] if index < len(self.cells) else ""

    @property
    def filled(self) -> int:
        """How many of its cells say something."""
        return sum(1 for cell in self.cells if cell.strip())

    @property
    def words(self) -> str:
        """The row as one line to show."""
        return " · ".join(filter(None, map(one_line, self.cells)))


@dataclass(frozen=True, slots=True)
class Sheet:
    """One list of a file. ``header`` is the number of the row that heads the columns, 0 where none does.

    ``rows`` holds no blank rows; ``outside`` counts the rows of the file that stand in other lists of it.
    """

    name: str
    form: str
    rows: tuple[Row, ...]
    header: int = 0
    encoding: str = ""
    delimiter: str = ""
    notes: tuple[str, ...] = ()
    elsewhere: int = 0

    @property
    def body(self) -> tuple[Row, ...]:
        """The rows under the header."""
        return tuple(row for row in self.rows if row.number > self.header)

    @property
    def outside(self) -> int:
        """How many rows of the file are neither header nor body."""
        return self.elsewhere + sum(1 for row in self.rows if row.number < self.header)

    @property
    def columns(self) -> tuple[str, ...]:
        """What the columns are called: one label each, none twice."""
        width = max((len(row.cells) for row in self.rows if row.number >= self.header), default=0)
        head = next((row for row in self.rows if row.number == self.header), Row(0, ()))
        return labels([head.cell(index) for index in range(width)])

    @property
    def header_choices(self) -> tuple[int, ...]:
        """Rows that could head the columns, and 0 for none."""
        return (*(row.number for row in self.rows[:12]), 0)

    def with_header(self, number: int) -> "Sheet":
        """The same list with another row as its header, 0 for none."""
        return replace(self, header=number)

    def values(self, index: int) -> list[str]:
        """What stands in a column under the header, blanks left out."""
        return [value for row in self.body if (value := row.cell(index).strip())]


def labels(headings: Sequence[str]) -> tuple[str, ...]:
    """Headings on one line each; a blank one is called by its letter, one that stands twice gets a number."""
    plain = [one_line(heading) or f"Column {letter(index)}" for index, heading in enumerate(headings)]
    seen: Counter[str] = Counter()
    unique: list[str] = []
    for label in plain:
        seen[label.casefold()] += 1
        times = seen[label.casefold()]
        unique.append(label if times == 1 else f"{label} ({times})")
    return tuple(unique)


def letter(index: int) -> str:
    """Of a column, counted from 0: A, B, … Z, AA."""
    before, last = divmod(index, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def described(sheet: Sheet) -> str:
    """Where a sheet comes from, in a line: ``CSV, UTF-8, comma; header in row 1``."""
    parts = [sheet.form, sheet.encoding, sheet.delimiter, f"sheet {shown(sheet.name)}" if sheet.name else ""]
    head = f"header in row {sheet.header}" if sheet.header else "no header"
    return f"{', '.join(filter(None, parts))}; {head}"
