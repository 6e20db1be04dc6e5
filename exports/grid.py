"""The columns of one table: where each stands and how its header cells are named."""

from collections.abc import Sequence
from dataclasses import dataclass

from exports.blocks import Col, Table
from exports.paper import Sheet

_GUTTER = 10.0


@dataclass(frozen=True, slots=True)
class Grid:
    """`places` holds x and width of each column; `name` is unique among the tables of the document."""

    name: str
    columns: Sequence[Col]
    row_header: int | None
    places: Sequence[tuple[float, float]]

    @classmethod
    def of(cls, table: Table, sheet: Sheet, name: str) -> "Grid":
        """The grid of `table` across the measure of `sheet`, the columns by their shares."""
        room = sheet.measure - _GUTTER * (len(table.columns) - 1)
        total = sum(column.share for column in table.columns)
        places, x = [], sheet.side
        for column in table.columns:
            width = room * column.share / total
            places.append((x, width))
            x += width + _GUTTER
        return cls(name, table.columns, table.row_header, places)

    def column_id(self, column: int) -> str:
        return f"{self.name}c{column}"

    def row_id(self, row: int) -> str:
        return f"{self.name}r{row}"

    def headers(self, row: int, column: int) -> tuple[str, ...]:
        """The header cells of a data cell: its column's, then its row's if rows have one."""
        by_row = () if self.row_header is None else (self.row_id(row),)
        return (self.column_id(column), *by_row)
