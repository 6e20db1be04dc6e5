"""The sheets of a workbook as CSV, one file each, and as one JSON file, for archives and other programs (X-09)."""

import csv
import json
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from io import TextIOWrapper
from pathlib import Path

from exports.files import write_beside
from exports.report import ExportReport, Remarks
from exports.sheets import Book, Column, Sheet, Value
from exports.text import Tell, clean
from exports.watch import Progress, still_at, unwatched, watched

_LIVE = ("=", "+", "-", "@", "\t", "\n")

HOW_CSV_IS_WRITTEN = (
    "UTF-8 with a byte order mark. Lengths of time are h:mm:ss. A text that begins with = + - @, a tab or a new line "
    "has an apostrophe before it, so that no spreadsheet program takes it for a formula; it is not in the record."
)
HOW_JSON_IS_WRITTEN = (
    "Each row names its columns; null where nothing was given. Times are local, as the column’s title says; lengths of "
    "time are ISO 8601, in seconds."
)


def write_csv(book: Book, folder: Path, ending: str = "", progress: Progress = unwatched) -> list[ExportReport]:
    """Write each sheet of `book` into `folder`, by the name of its table and `ending`; `progress` is told tables.

    Raises ExportFailed.
    """
    written = []
    for number, sheet in enumerate(book.sheets):
        still = still_at(progress, number, len(book.sheets))
        written.append(_write_sheet(book, sheet, folder / f"{sheet.table}{ending}.csv", still))
        progress(number + 1, len(book.sheets))
    return written


def write_json(book: Book, target: Path, progress: Progress = unwatched) -> ExportReport:
    """Write all sheets of `book` to `target`, row by row; `progress` is told tables. Raises ExportFailed."""
    remarks = Remarks()

    def write(path: Path) -> None:
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(_json_parts(book, remarks.tell, progress))

    write_beside(target, write, private=book.private)
    return ExportReport(target, len(book.sheets), target.stat().st_size, remarks.sentences(), ("table",))


def _write_sheet(book: Book, sheet: Sheet, target: Path, still: Progress) -> ExportReport:
    remarks, rows = Remarks(), 0

    def write(path: Path) -> None:
        nonlocal rows
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            rows = _write_rows(sheet, file, remarks.tell, still)

    write_beside(target, write, private=book.private)
    return ExportReport(target, rows, target.stat().st_size, remarks.sentences(), ("row",))


def _write_rows(sheet: Sheet, file: TextIOWrapper, tell: Tell, still: Progress) -> int:
    writer, rows = csv.writer(file), 0
    writer.writerow([_in_csv(column.title, tell) for column in sheet.columns])
    for row in watched(sheet.rows, still):
        writer.writerow([_in_csv(value, tell) for value in row])
        rows += 1
    return rows


def _in_csv(value: Value, tell: Tell) -> str:
    match value:
        case None:
            return ""
        case str():
            text = clean(value, tell)
            return f"'{text}" if text.startswith(_LIVE) else text
        case timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
        case datetime():
            return value.isoformat(" ", "seconds")
        case _:
            return str(value)


def _json_parts(book: Book, tell: Tell, progress: Progress) -> Iterator[str]:
    about = {"title": book.title, "subject": book.subject, "author": book.author, "language": book.lang}
    yield "{\n"
    for name, text in (about | {"made": book.made.isoformat()}).items():
        yield f"{_json(name)}: {_json(clean(text, tell))},\n"
    yield '"tables": ['
    for at, sheet in enumerate(book.sheets):
        yield ",\n" if at else "\n"
        yield from _json_table(sheet, tell, still_at(progress, at, len(book.sheets)))
        progress(at + 1, len(book.sheets))
    yield "\n]\n}\n"


def _json_table(sheet: Sheet, tell: Tell, still: Progress) -> Iterator[str]:
    columns = [{"title": one.title, "kind": one.kind.value, "definition": one.definition} for one in sheet.columns]
    yield f'{{"name": {_json(sheet.name)}, "columns": {_json(columns)}, "rows": ['
    for at, row in enumerate(watched(sheet.rows, still)):
        yield ",\n" if at else "\n"
        yield _json(_json_row(sheet.columns, row, tell))
    yield "\n]}"


def _json_row(columns: Sequence[Column], row: Sequence[Value], tell: Tell) -> dict[str, str | int | None]:
    return {column.title: _in_json(value, tell) for column, value in zip(columns, row, strict=True)}


def _in_json(value: Value, tell: Tell) -> str | int | None:
    match value:
        case str():
            return clean(value, tell) or None
        case timedelta():
            return f"PT{round(value.total_seconds())}S"
        case datetime():
            return value.isoformat("T", "seconds")
        case _:
            return value


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
