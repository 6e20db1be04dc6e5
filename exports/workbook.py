"""Tables written as one XLSX file, row by row: typed cells, real tables, and no formula from anybody's text."""

import re
from collections.abc import Sequence
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, cast

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, NamedStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.writer.excel import ExcelWriter

from exports.dated_zip import DatedZip
from exports.files import write_beside
from exports.report import ExportReport, Remarks
from exports.sheets import Book, Column, Kind, Sheet, Value
from exports.text import clean, one_line
from exports.watch import Progress, still_at, unwatched, watched

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

CELL_LIMIT = 32_767
"""UTF-16 units that a cell holds; Excel refuses more."""

CUT = "… [cut here: a cell holds no more; the whole text is in the record]"

_FORMATS = {
    Kind.TEXT: "@",
    Kind.PROSE: "@",
    Kind.COUNT: "0",
    Kind.TIME: "yyyy-mm-dd h:mm:ss AM/PM",
    Kind.MINUTES: "[m]:ss",
    Kind.HOURS: "[h]:mm:ss",
}
_LIVE = ("=", "+", "-", "@", "\t")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def write_workbook(book: Book, target: Path, progress: Progress = unwatched) -> ExportReport:
    """Write `book` to `target` in memory that does not grow with its rows; the same book gives the same bytes.

    `progress` is told sheets, within a long one too. Raises ExportFailed with a sentence for the clerk; whatever
    happens, an older file at `target` stays whole.
    """
    remarks = Remarks()

    def write(path: Path) -> None:
        made = _Binder(book, remarks).bind(progress)
        with DatedZip(path, book.made) as archive:
            ExcelWriter(made, archive).write_data()

    write_beside(target, write, private=book.private)
    return ExportReport(target, len(book.sheets), target.stat().st_size, remarks.sentences(), ("sheet",))


class _Binder:
    """Makes the sheets of one book."""

    def __init__(self, book: Book, remarks: Remarks) -> None:
        self.book = book
        self.remarks = remarks
        self.workbook = Workbook(write_only=True)
        for style in _styles():
            self.workbook.add_named_style(style)

    def bind(self, progress: Progress) -> Workbook:
        self._properties()
        of = len(self.book.sheets)
        for number, sheet in enumerate(self.book.sheets):
            self._sheet(sheet, still_at(progress, number, of))
            progress(number + 1, of)
        return self.workbook

    def _properties(self) -> None:
        made = self.book.made.astimezone(UTC).replace(tzinfo=None)
        about = self.workbook.properties
        about.title, about.subject = one_line(self.book.title), one_line(self.book.subject)
        about.creator, about.lastModifiedBy = one_line(self.book.author), one_line(self.book.author)
        about.language = self.book.lang
        about.created = about.modified = made

    def _sheet(self, sheet: Sheet, still: Progress) -> None:
        paper = self.workbook.create_sheet(sheet.name)
        assert isinstance(paper, WriteOnlyWorksheet)
        _set_up(cast("Worksheet", paper), sheet)
        paper.append([self._cell(paper, column.title, _HEADER, column) for column in sheet.columns])
        rows = 0
        for row in watched(sheet.rows, still):
            paper.append(self._row(paper, sheet.columns, row))
            rows += 1
        if not rows:  # a table of a header alone is one that Excel repairs
            paper.append([None] * len(sheet.columns))
        paper.tables.add(_table(sheet, max(rows, 1)))
        paper.close()

    def _row(self, paper: WriteOnlyWorksheet, columns: Sequence[Column], row: Sequence[Value]) -> list[Cell | None]:
        pairs = zip(columns, row, strict=True)
        return [self._cell(paper, value, column.kind.value, column) for column, value in pairs]

    def _cell(self, paper: WriteOnlyWorksheet, value: Value, style: str, column: Column) -> Cell | None:
        if value is None or value == "":
            return None
        cell = WriteOnlyCell(paper)
        if isinstance(value, str):
            text = self._text(value, column)
            cell.value = text
            cell.data_type = "s"  # whatever it begins with, it is text and no formula
            cell.style = style
            cell.quotePrefix = text.startswith(_LIVE)
        else:
            cell.value = value
            cell.style = style
        return cell

    def _text(self, value: str, column: Column) -> str:
        text = _ESCAPED.sub("_x005F_", clean(value, self.remarks.tell))
        if len(text.encode("utf-16-le")) // 2 <= CELL_LIMIT:
            return text
        self.remarks.tell(f"A text under “{column.title}” is longer than a cell holds and was cut; the cut is marked.")
        return _cut(text)


_HEADER = "header"


def _styles() -> list[NamedStyle]:
    styles = [NamedStyle(_HEADER, alignment=Alignment(wrap_text=True, vertical="top"), number_format="@")]
    for kind, number_format in _FORMATS.items():
        wrapped = Alignment(wrap_text=kind is Kind.PROSE, vertical="top")
        styles.append(NamedStyle(kind.value, alignment=wrapped, number_format=number_format))
    return styles


def _set_up(paper: "Worksheet", sheet: Sheet) -> None:
    """What must be said before the first row is written: widths, the frozen header, how it is printed."""
    for at, column in enumerate(sheet.columns, 1):
        paper.column_dimensions[get_column_letter(at)].width = column.width
    paper.freeze_panes = "A2"
    paper.print_title_rows = "1:1"
    paper.page_setup.orientation = "landscape"
    paper.page_setup.fitToHeight = 0
    paper.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    assert paper.oddFooter is not None
    assert paper.oddFooter.center is not None
    paper.oddFooter.center.text = "&A · page &P of &N"


def _table(sheet: Sheet, rows: int) -> Table:
    ref = f"A1:{get_column_letter(len(sheet.columns))}{rows + 1}"
    titles = enumerate((clean(column.title) for column in sheet.columns), 1)
    return Table(
        displayName=sheet.table,
        ref=ref,
        autoFilter=AutoFilter(ref=ref),
        tableStyleInfo=TableStyleInfo(name="TableStyleLight1", showRowStripes=True),
        tableColumns=[TableColumn(id=number, name=title) for number, title in titles],
    )


def _cut(text: str) -> str:
    room = (CELL_LIMIT - len(CUT)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + CUT
