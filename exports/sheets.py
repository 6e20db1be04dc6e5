"""What a workbook is made of, before anyone asks whether it will be XLSX or CSV."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

Value = str | int | datetime | timedelta | None
"""A cell: text, a count, a local naive date and time, a length of time, or nothing."""

_SHEET_NAME = re.compile(r"(?!')[^\[\]:*?/\\]{1,31}(?<!')")
_TABLE_NAME = re.compile(r"(?![A-Za-z]{1,3}\d+$)[A-Za-z_][A-Za-z0-9_]{0,254}")


class Kind(StrEnum):
    """What a column holds and how it is shown."""

    TEXT = "text"
    PROSE = "prose"  # text that is wrapped
    COUNT = "count"
    TIME = "time"  # date and time in the zone that the title names
    MINUTES = "minutes"  # a length of time, as m:ss
    HOURS = "hours"  # a length of time, as h:mm:ss


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in characters; `definition` is what the Read me says of it."""

    title: str
    kind: Kind = Kind.TEXT
    width: int = 16
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars of one column's numbers, in the order of the rows, named by another column; `alt` says what they show.

    `labels` and `values` are columns, `first` to `last` rows of the sheet, all counted from 1; the chart stands from
    row `below` on.
    """

    title: str
    alt: str
    labels: int
    values: int
    first: int
    last: int
    below: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table on one sheet. `rows` is walked once; each row has a value for each column.

    Raises ValueError for names that Excel would repair or refuse.
    """

    name: str
    table: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value]]
    charts: Sequence[Chart] = ()

    def __post_init__(self) -> None:
        if not _SHEET_NAME.fullmatch(self.name) or self.name.casefold() == "history":
            raise ValueError(f"no name for a sheet: {self.name!r}")
        if not _TABLE_NAME.fullmatch(self.table):
            raise ValueError(f"no name for a table: {self.table!r}")
        if len({column.title.casefold() for column in self.columns}) < len(self.columns) or not self.columns:
            raise ValueError(f"two columns of one title on sheet {self.name}")


@dataclass(frozen=True, slots=True)
class Book:
    """A whole workbook; a `private` one is for its owner's eyes only.

    `made` (aware) is its date: from the record, so that the same record gives the same bytes.
    """

    title: str
    subject: str
    author: str
    lang: str
    made: datetime
    sheets: Sequence[Sheet]
    private: bool = False

    def __post_init__(self) -> None:
        for names in ([sheet.name for sheet in self.sheets], [sheet.table for sheet in self.sheets]):
            if len({name.casefold() for name in names}) < len(names):
                raise ValueError(f"a name stands twice: {names}")
