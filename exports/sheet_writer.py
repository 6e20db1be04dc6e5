"""openpyxl's writers, made to put rows of XML into the zip as they come; openpyxl's insides are touched only here.

`tests/exports/test_workbook.py` fails when a new openpyxl moves one of these points; `pyproject.toml` holds its minor
version for the same reason.
"""

from collections.abc import Generator, Iterator, Mapping, Sequence
from typing import IO, TYPE_CHECKING, Any, NamedTuple
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.chart.bar_chart import BarChart
from openpyxl.drawing.graphic import GraphicFrame
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import SHEET_MAIN_NS
from openpyxl.xml.functions import fromstring, xmlfile

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


class Filling(NamedTuple):
    """What a sheet without cells is filled with: rows as XML, walked once; charts, and for each the words for it."""

    rows: Iterator[str]
    charts: Sequence[BarChart]
    alts: Sequence[str]


class BookWriter(ExcelWriter):
    """Writes a workbook whose sheets have no cells of their own: `fillings` has those of each, by the sheet's title."""

    def __init__(self, workbook: Workbook, archive: ZipFile, fillings: Mapping[str, Filling]) -> None:
        super().__init__(workbook, archive)
        self._zip = archive
        self._fillings = fillings

    def write_worksheet(self, ws: Any) -> None:  # noqa: ANN401  # its private parts are set here
        """As ExcelWriter does, but straight into the archive."""
        filling = self._fillings[ws.title]
        ws._charts = filling.charts  # noqa: SLF001  # where the writers look for them
        ws._drawing = _Drawing(filling)  # noqa: SLF001
        with self._zip.open(ws.path[1:], "w") as part:
            writer = _SheetWriter(ws, part, filling.rows)
            writer.write()
        ws._rels = writer._rels  # type: ignore[attr-defined]  # noqa: SLF001  # its links
        self.manifest.append(ws)


class _SheetWriter(WorksheetWriter):
    """Writes one sheet, its rows as they come."""

    def __init__(self, ws: "Worksheet", out: IO[bytes], rows: Iterator[str]) -> None:
        self._given = rows
        super().__init__(ws, out)

    def get_stream(self) -> Generator[Any, Any, None]:
        """As WorksheetWriter has it, but in UTF-8."""
        with xmlfile(self.out, encoding="utf-8") as xf, xf.element("worksheet", xmlns=SHEET_MAIN_NS):
            try:
                while True:
                    element = yield
                    if element is True:
                        yield xf
                    elif element is not None:
                        xf.write(element)
            except GeneratorExit:  # how WorksheetWriter says that this was all
                pass

    def write_dimensions(self) -> None:
        """Left out, for it is not known before the rows are."""

    def write_rows(self) -> None:
        xf: Any = self.xf.send(True)  # noqa: FBT003  # how WorksheetWriter asks for it
        with xf.element("sheetData"):
            for row in self._given:
                xf.write(fromstring(row))
        self.xf.send(None)


class _Drawing(SpreadsheetDrawing):
    """The charts of one sheet, with the words that stand for them."""

    __elements__ = SpreadsheetDrawing.__elements__  # a class of its own would begin with none

    def __init__(self, filling: Filling) -> None:
        super().__init__()
        self.charts = list(filling.charts)
        self._alts = filling.alts

    def _chart_frame(self, idx: int) -> GraphicFrame:
        frame: GraphicFrame = super()._chart_frame(idx)  # type: ignore[misc]  # the stubs leave it out
        told: Any = frame.nvGraphicFramePr.cNvPr
        told.descr, told.title = self._alts[idx - 1], told.name
        return frame
