"""Tables written as one XLSX file, row by row: typed cells, real tables, charts, and no formula from anybody's text."""

from collections.abc import Iterator, Mapping
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.chart.bar_chart import BarChart
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.reference import Reference
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo

from exports.dated_zip import DatedZip
from exports.files import write_beside
from exports.report import ExportReport, Remarks
from exports.sheet_rows import Look, Rows
from exports.sheet_writer import BookWriter, Filling
from exports.sheets import Book, Chart, Kind, Sheet
from exports.text import clean, one_line
from exports.watch import Progress, still_at, unwatched, watched

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_FORMATS = {
    Kind.TEXT: "@",
    Kind.PROSE: "@",
    Kind.COUNT: "0",
    Kind.TIME: "yyyy-mm-dd h:mm:ss AM/PM",
    Kind.MINUTES: "[m]:ss",
    Kind.HOURS: "[h]:mm:ss",
}
_PAGE_WIDTH = 260
"""Characters side by side that can still be read on a page; a wider sheet goes on beside it."""
_CHART_WIDTH, _CHART_FRAME, _BARS_A_CENTIMETRE = 22, 3, 1.4
"""In centimetres; a chart is as high as its bars need."""


def write_workbook(book: Book, target: Path, progress: Progress = unwatched) -> ExportReport:
    """Write `book` to `target` in memory that does not grow with its rows; the same book gives the same bytes.

    `progress` is told sheets, within a long one too. Raises ExportFailed with a sentence for the clerk; whatever
    happens, an older file at `target` stays whole.
    """
    remarks = Remarks()

    def write(path: Path) -> None:
        binder = _Binder(book, remarks, progress)
        with DatedZip(path, book.made) as archive:
            BookWriter(binder.workbook, archive, binder.fillings).write_data()

    write_beside(target, write, private=book.private)
    return ExportReport(target, len(book.sheets), target.stat().st_size, remarks.sentences(), ("sheet",))


class _Binder:
    """Makes the sheets of one book; their rows are made while they are written."""

    def __init__(self, book: Book, remarks: Remarks, progress: Progress) -> None:
        self.book = book
        self.remarks = remarks
        self.progress = progress
        self.workbook = Workbook()
        self.workbook.remove(self.workbook.worksheets[0])
        self._properties()
        self.fillings: Mapping[str, Filling] = {
            sheet.name: self._filling(sheet, number) for number, sheet in enumerate(book.sheets)
        }

    def _properties(self) -> None:
        made = self.book.made.astimezone(UTC).replace(tzinfo=None)
        about = self.workbook.properties
        about.title, about.subject = one_line(self.book.title), one_line(self.book.subject)
        about.creator, about.lastModifiedBy = one_line(self.book.author), one_line(self.book.author)
        about.language = self.book.lang
        about.created = about.modified = made

    def _filling(self, sheet: Sheet, number: int) -> Filling:
        paper = self.workbook.create_sheet(sheet.name)
        _set_up(paper, sheet)
        looks = {kind: _look(paper, number_format, wrap=kind is Kind.PROSE) for kind, number_format in _FORMATS.items()}
        rows = Rows(sheet.columns, looks, _look(paper, "@", wrap=True, bold=True), self.remarks.tell)
        charts = [_bars(paper, chart) for chart in sheet.charts]
        for chart in sheet.charts:
            paper.row_breaks.append(Break(id=chart.below - 1))  # no page ends within it
        alts = [one_line(chart.alt) for chart in sheet.charts]
        return Filling(self._rows(paper, sheet, rows, number), charts, alts)

    def _rows(self, paper: "Worksheet", sheet: Sheet, rows: Rows, number: int) -> Iterator[str]:
        """The rows; the table around them is known when all are written."""
        of = len(self.book.sheets)
        yield from rows.xml(watched(sheet.rows, still_at(self.progress, number, of)))
        paper.add_table(_table(sheet, rows.count))
        self.progress(number + 1, of)


def _look(paper: "Worksheet", number_format: str, *, wrap: bool, bold: bool = False) -> Look:
    plain, quoted = Cell(paper, 1, 1), Cell(paper, 1, 1)
    for cell in (plain, quoted):
        cell.font = Font(name="Calibri", size=11, bold=bold)
        cell.alignment = Alignment(wrap_text=wrap, vertical="top")
        cell.number_format = number_format
    quoted.quotePrefix = True
    return Look(plain.style_id, quoted.style_id)


def _bars(paper: "Worksheet", chart: Chart) -> BarChart:
    """Bars from left to right in the order of the rows, each with its number; no bar is told by its colour."""
    made = BarChart()
    made.type, made.gapWidth, made.legend = "bar", 60, None
    made.title = one_line(chart.title)
    made.add_data(_cells(paper, chart, chart.values))
    made.set_categories(_cells(paper, chart, chart.labels))
    made.dataLabels = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False)
    made.x_axis.scaling.orientation, made.x_axis.delete = "maxMin", False
    made.y_axis.majorGridlines, made.y_axis.delete = None, True
    made.width = _CHART_WIDTH
    made.height = _CHART_FRAME + round((chart.last - chart.first + 1) / _BARS_A_CENTIMETRE)
    made.anchor = f"A{chart.below}"
    return made


def _cells(paper: "Worksheet", chart: Chart, column: int) -> Reference:
    return Reference(paper, min_col=column, max_col=column, min_row=chart.first, max_row=chart.last)


def _set_up(paper: "Worksheet", sheet: Sheet) -> None:
    """What must be said before the first row is written: widths, the frozen header, how it is printed."""
    for at, column in enumerate(sheet.columns, 1):
        paper.column_dimensions[get_column_letter(at)].width = column.width
    paper.freeze_panes = "A2"
    paper.print_title_rows = "1:1"
    paper.page_setup.orientation = "landscape"
    paper.page_setup.fitToHeight = 0
    paper.page_setup.fitToWidth = 1 + sum(column.width for column in sheet.columns) // _PAGE_WIDTH
    if paper.page_setup.fitToWidth > 1:
        paper.print_title_cols = "A:A"
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
