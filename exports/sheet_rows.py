"""Rows of a table as the XML of a worksheet, row by row: typed cells, and text that is never a formula."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from openpyxl.utils import datetime as serial
from openpyxl.utils import get_column_letter

from exports.sheets import Column, Kind, Value
from exports.text import Tell, clean

CELL_LIMIT = 32_767
"""UTF-16 units that a cell holds; Excel refuses more."""

CUT = "… [cut here: a cell holds no more; the whole text is in the record]"

LIVE = ("=", "+", "-", "@", "\t")
"""What a text must not begin with, or somebody's program takes it for a formula: such a cell is marked as quoted."""

_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


_LINE, _TALLEST = 15, 405
"""Points; Excel shows no row taller than 409."""


class Look(NamedTuple):
    """The numbers of a column's cell format in the workbook, and of the same for text that is quoted."""

    plain: int
    quoted: int


class Rows:
    """Writes the rows of one sheet; `looks` by kind of column, `header` of the first row."""

    def __init__(self, columns: Sequence[Column], looks: Mapping[Kind, Look], header: Look, tell: Tell) -> None:
        self.columns = columns
        self.looks = looks
        self.header = header
        self.tell = tell
        self.count = 0

    def xml(self, rows: Iterable[Sequence[Value]]) -> Iterator[str]:
        """The header, then each row; an empty one where there is none, for Excel repairs a table of a header alone."""
        heads = [column.title for column in self.columns]
        prose = [(at, column) for at, column in enumerate(self.columns) if column.kind is Kind.PROSE]
        letters = [get_column_letter(at) for at in range(1, len(self.columns) + 1)]
        titles = [
            self._writer(column, letter, self.header) for column, letter in zip(self.columns, letters, strict=True)
        ]
        yield _row(1, titles, heads, _height(zip(self.columns, heads, strict=True)))
        cells = [
            self._writer(column, letter, self.looks[column.kind])
            for column, letter in zip(self.columns, letters, strict=True)
        ]
        for number, row in enumerate(rows, 2):
            self.count += 1
            yield _row(number, cells, row, _height((column, row[at]) for at, column in prose))
        if not self.count:
            self.count = 1
            yield '<row r="2"/>'

    def _writer(self, column: Column, letter: str, look: Look) -> Callable[[int, Value], str]:
        """What writes the cells of one column."""
        number = f'" s="{look.plain}"><v>'
        plain, quoted = (f'" s="{style}" t="inlineStr"><is><t xml:space="preserve">' for style in look)

        def write(row: int, value: Value) -> str:
            if value is None or value == "":
                return ""
            if isinstance(value, str):
                text = self._text(value, column)
                start = quoted if text.startswith(LIVE) else plain
                return f'<c r="{letter}{row}{start}{text}</t></is></c>'
            told = _serial(value) if isinstance(value, datetime | timedelta) else value
            return f'<c r="{letter}{row}{number}{told}</v></c>'

        return write

    def _text(self, value: str, column: Column) -> str:
        text = clean(value, self.tell)
        if "_x" in text:
            text = _ESCAPED.sub("_x005F_", text)
        if 2 * len(text) > CELL_LIMIT and len(text.encode("utf-16-le")) // 2 > CELL_LIMIT:
            self.tell(f"A text under “{column.title}” is longer than a cell holds and was cut; the cut is marked.")
            text = _cut(text)
        return text.translate(_MARKUP) if "&" in text or "<" in text or ">" in text else text


def _serial(value: datetime | timedelta) -> float:
    """Days, as Excel counts them."""
    told: float = serial.to_excel(value)  # type: ignore[no-untyped-call]
    return told


def _row(number: int, cells: Sequence[Callable[[int, Value], str]], row: Sequence[Value], height: int) -> str:
    told = "".join([write(number, value) for write, value in zip(cells, row, strict=True)])
    tall = f' ht="{height}"' if height > _LINE else ""
    return f'<row r="{number}"{tall}>{told}</row>'


def _height(wrapped: Iterable[tuple[Column, Value]]) -> int:
    """Points for the tallest of the wrapped texts, told in good measure: not every program measures them itself."""
    lines = max((_lines(value, column.width) for column, value in wrapped if isinstance(value, str)), default=1)
    return min(lines * _LINE, _TALLEST)


def _lines(text: str, width: int) -> int:
    return sum(1 + len(line) // max(1, width - 2) for line in text.split("\n"))


def _cut(text: str) -> str:
    room = (CELL_LIMIT - len(CUT)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + CUT
