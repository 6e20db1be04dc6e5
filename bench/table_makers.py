"""The workbook of one hearing written by each maker, for bench.exports: ``python -m bench.table_makers NAME N DIR``."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from bench.own_process import tell
from exports.sheets import Book, Kind
from exports.testimony import book_of
from exports.workbook import write_workbook
from hearingdesk.domain.hearing import Hearing
from tests.exports.evenings import HEAD, many

CELLS = "the same cells, bare"
_FORMATS = {Kind.TIME: "yyyy-mm-dd h:mm:ss", Kind.MINUTES: "[m]:ss", Kind.HOURS: "[h]:mm:ss"}


def bare(book: Book, target: Path) -> None:
    """The values as they are; times and lengths of time with their number format, nothing else."""
    workbook = Workbook(write_only=True)
    for sheet in book.sheets:
        paper = workbook.create_sheet(sheet.name)
        paper.append([column.title for column in sheet.columns])
        formats = [_FORMATS.get(column.kind, "") for column in sheet.columns]
        for row in sheet.rows:
            paper.append([_styled(paper, value, look) for value, look in zip(row, formats, strict=True)])
    workbook.save(target)


def _styled(paper: Any, value: Any, look: str) -> Any:  # noqa: ANN401  # as openpyxl takes them
    if not look or value is None:
        return value
    cell = WriteOnlyCell(paper, value)
    cell.number_format = look
    return cell


def main(maker: str, turns: int, folder: Path) -> None:
    makers: dict[str, Callable[[Book, Path], object]] = {"openpyxl": bare, "hearingdesk": write_workbook}
    write = makers[maker]

    def made(hearing: Hearing) -> None:
        write(book_of(hearing, {}, HEAD), folder / f"{maker}.xlsx")

    tell(partial(made, many(2).hearing), partial(made, many(turns).hearing))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
