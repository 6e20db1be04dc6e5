"""An XLSX workbook into rows of text. Runs in the child process alone, where a hostile file can do no harm."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any

import openpyxl
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

from hearingdesk.intake.delimited import MOST_COLUMNS, MOST_ROWS

MOST_CELLS = 2_000_000
MOST_CHARACTERS = 60_000_000

Cell = dict[str, Any]


class TooMuch(Exception):
    """The workbook is no list of people; ``str()`` completes the sentence “The file …”."""


@dataclass
class Taken:
    """One worksheet as text: ``rows`` by their number in the sheet; ``formulas`` are cells without a value."""

    name: str
    hidden: bool
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    cells: int = 0
    characters: int = 0


def worksheets(data: bytes) -> list[Taken]:
    """Every worksheet with its cells as text, as typed. Raises TooMuch, or whatever openpyxl raises on damage."""
    need_safe_parser()
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    return [_taken(sheet) for sheet in book.worksheets]


def need_safe_parser() -> None:
    """No entity is ever expanded and no other file opened: openpyxl must be using defusedxml."""
    if not openpyxl.DEFUSEDXML or openpyxl.LXML:
        raise TooMuch("cannot be read safely, because this installation lacks defusedxml")


class _Parser(WorkSheetParser):
    """Tells a formula that was never calculated from an empty cell."""

    def parse_cell(self, element: Any) -> Cell:  # noqa: ANN401  # an XML element of whichever parser
        cell: Cell = super().parse_cell(element)
        if cell["value"] is None and element.find(FORMULA_TAG) is not None:
            cell["data_type"] = "f"
        return cell


def _taken(sheet: Any) -> Taken:  # noqa: ANN401  # openpyxl types it as a sheet that may be written
    taken = Taken(sheet.title, sheet.sheet_state != "visible")
    formats = _number_formats(sheet.parent)
    for number, cells in _rows(sheet):
        texts = _texts(taken, number, cells, formats)
        if texts:
            _need_sane(taken, number, texts)
            taken.rows.append((number, texts))
    return taken


def _rows(sheet: Any) -> Iterator[tuple[int, list[Cell]]]:  # noqa: ANN401  # openpyxl's own inner names
    """What stands in the sheet; the public iterator believes the size that the file claims, and pads to far cells."""
    book = sheet.parent
    with sheet._get_source() as source:  # noqa: SLF001
        parser = _Parser(
            source,
            sheet._shared_strings,  # noqa: SLF001
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,  # noqa: SLF001
            timedelta_formats=book._timedelta_formats,  # noqa: SLF001
        )
        yield from parser.parse()


def _texts(taken: Taken, number: int, cells: list[Cell], formats: list[str]) -> list[str]:
    """The row's cells in their columns, without empty ones at the end."""
    texts: list[str] = []
    for cell in cells:
        place = f"{get_column_letter(cell['column'])}{number}"
        if cell["data_type"] == "f":
            taken.formulas.append(place)
        if cell["data_type"] == "e":
            taken.faults.append(place)
        text = as_typed(cell["value"], formats[cell["style_id"]] if cell["style_id"] < len(formats) else "")
        if not text.strip():
            continue
        if cell["column"] > MOST_COLUMNS:
            raise TooMuch(f"has something in cell {place}, far outside any list")
        texts.extend([""] * (cell["column"] - len(texts)))
        texts[cell["column"] - 1] = text
    return texts


def _need_sane(taken: Taken, number: int, texts: list[str]) -> None:
    taken.cells += len(texts)
    taken.characters += sum(map(len, texts))
    last = taken.rows[-1][0] if taken.rows else 0
    if number - last > MOST_ROWS:
        raise TooMuch(f"has something in row {number:,}, far outside any list")
    if len(taken.rows) >= MOST_ROWS or taken.cells > MOST_CELLS or taken.characters > MOST_CHARACTERS:
        raise TooMuch("holds far more than a list of people")


def _number_formats(book: Any) -> list[str]:  # noqa: ANN401  # openpyxl's own inner names
    own = dict(enumerate(book._number_formats, 164))  # noqa: SLF001
    return [own.get(style.numFmtId) or BUILTIN_FORMATS.get(style.numFmtId, "") for style in book._cell_styles]  # noqa: SLF001


def as_typed(value: object, number_format: str = "") -> str:
    """A cell's value as its author saw it, near enough: whole numbers without ``.0``, leading zeros, ISO dates."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case int() | float():
            return _number(value, number_format)
        case datetime():
            midnight = value.time() == time(0) and "h" not in number_format.lower()
            return value.date().isoformat() if midnight else value.replace(microsecond=0).isoformat(" ")
        case _:
            return str(value)


def _number(value: float, number_format: str) -> str:
    if abs(value) < 1e15 and value == int(value):
        value = int(value)
    padded = value >= 0 and set(number_format) == {"0"}
    return str(value).zfill(len(number_format)) if padded else str(value)
