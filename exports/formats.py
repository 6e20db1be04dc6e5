"""The record in the formats that were asked for, each from the same minutes and the same tables."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

from exports.minutes import write_minutes
from exports.plain_tables import write_csv, write_json
from exports.published import Copy
from exports.report import ExportReport
from exports.testimony import book_of, write_testimony
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.values import Contact


class Format(StrEnum):
    """A kind of file, or of files."""

    PDF = "pdf"  # minutes
    XLSX = "xlsx"  # testimony
    CSV = "csv"  # testimony, a file for each table
    JSON = "json"  # testimony, all tables


def write_formats(
    hearing: Hearing, contacts: Mapping[int, Contact], head: str, out: Path, copy: Copy, formats: Iterable[Format]
) -> list[ExportReport]:
    """Write the minutes and the testimony into the folder `out`, in the order of Format. Raises ExportFailed."""
    ending = "" if copy is Copy.PUBLISHED else "-internal"
    asked, written = set(formats), list[ExportReport]()
    if Format.PDF in asked:
        written.append(write_minutes(hearing, head, out / "minutes.pdf"))
    if Format.XLSX in asked:
        written.append(write_testimony(hearing, contacts, head, out / f"testimony{ending}.xlsx", copy))
    if Format.CSV in asked:
        written += write_csv(book_of(hearing, contacts, head, copy), out, ending)
    if Format.JSON in asked:
        written.append(write_json(book_of(hearing, contacts, head, copy), out / f"testimony{ending}.json"))
    return written
