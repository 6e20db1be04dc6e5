"""The record in the formats that were asked for, each from the same minutes and the same tables."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from pathlib import Path

from exports.blocks import Document
from exports.minutes import minutes
from exports.open_formats import write_calendar, write_popolo
from exports.plain_tables import write_csv, write_json
from exports.plain_text import write_text
from exports.published import Copy
from exports.report import ExportReport
from exports.tagged_pdf import write_pdf
from exports.testimony import book_of, write_testimony
from exports.web_page import write_html
from exports.word_file import write_docx
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.values import Contact


class Format(StrEnum):
    """A kind of file, or of files."""

    PDF = "pdf"  # minutes, to be filed
    DOCX = "docx"  # minutes, to be read through before they are approved
    HTML = "html"  # minutes, for a web site
    TXT = "txt"  # minutes, to be read anywhere
    XLSX = "xlsx"  # testimony
    CSV = "csv"  # testimony, a file for each table
    JSON = "json"  # testimony, all tables
    POPOLO = "popolo"  # motions and votes
    ICS = "ics"  # the meeting, for a calendar


_MINUTES: dict[Format, Callable[[Document, Path], ExportReport]] = {
    Format.PDF: write_pdf,
    Format.DOCX: write_docx,
    Format.HTML: write_html,
    Format.TXT: write_text,
}


def write_formats(
    hearing: Hearing, contacts: Mapping[int, Contact], head: str, out: Path, copy: Copy, formats: Iterable[Format]
) -> list[ExportReport]:
    """Write the minutes and the testimony into the folder `out`, in the order of Format. Raises ExportFailed."""
    ending = "" if copy is Copy.PUBLISHED else "-internal"
    asked = set(formats)
    paper = minutes(hearing, head)
    written = [write(paper, out / f"minutes.{kind}") for kind, write in _MINUTES.items() if kind in asked]
    if Format.XLSX in asked:
        written.append(write_testimony(hearing, contacts, head, out / f"testimony{ending}.xlsx", copy))
    if Format.CSV in asked:
        written += write_csv(book_of(hearing, contacts, head, copy), out, ending)
    if Format.JSON in asked:
        written.append(write_json(book_of(hearing, contacts, head, copy), out / f"testimony{ending}.json"))
    if Format.POPOLO in asked:
        written.append(write_popolo(hearing, out / "votes.json"))
    if Format.ICS in asked:
        written.append(write_calendar(hearing, out / "meeting.ics"))
    return written
