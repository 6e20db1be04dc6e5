"""The record in the formats that were asked for, each from the same minutes and the same tables."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from exports.blocks import Document
from exports.concern_report import concern_report
from exports.files import write_together
from exports.minutes import minutes
from exports.open_formats import write_calendar, write_popolo
from exports.options import PAPERS, Format, Options
from exports.plain_tables import write_csv, write_json
from exports.plain_text import write_text
from exports.published import Copy
from exports.report import ExportReport
from exports.sheets import Book
from exports.tagged_pdf import write_pdf
from exports.testimony import book_of
from exports.watch import Progress, Watch
from exports.web_page import write_html
from exports.word_file import write_docx
from exports.workbook import write_workbook
from hearingdesk.domain.approval import file_stem
from hearingdesk.domain.approved import as_approved
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.values import Contact

_WRITERS: dict[Format, Callable[[Document, Path, Progress], ExportReport]] = {
    Format.PDF: write_pdf,
    Format.DOCX: write_docx,
    Format.HTML: write_html,
    Format.TXT: write_text,
}
_UNITS = {Format.PDF: "page"}


def write_formats(
    hearing: Hearing,
    contacts: Mapping[int, Contact],
    head: str,
    out: Path,
    options: Options | None = None,
    watch: Watch | None = None,
) -> list[ExportReport]:
    """Write what `options` ask for into the folder `out`: all of it, or, if cancelled or failed, none.

    The files come in the order of Format. Raises ExportFailed.
    """
    return write_together(out, lambda place: write_papers(hearing, contacts, head, place, options, watch))


def write_papers(
    hearing: Hearing,
    contacts: Mapping[int, Contact],
    head: str,
    place: Path,
    options: Options | None = None,
    watch: Watch | None = None,
) -> list[ExportReport]:
    """Write the same file by file, straight into `place`."""
    asked, watched = options or Options(), watch or Watch()
    written = list(_documents(hearing, head, place, asked, watched))
    written += _tables(hearing, contacts, head, place, asked, watched)
    if Format.POPOLO in asked.formats:
        written.append(write_popolo(hearing, place / "votes.json"))
    if Format.ICS in asked.formats:
        written.append(write_calendar(hearing, place / "meeting.ics"))
    return written


def _documents(hearing: Hearing, head: str, place: Path, asked: Options, watch: Watch) -> Iterator[ExportReport]:
    wanted = [kind for kind in PAPERS if kind in asked.formats]
    then = _as_asked(hearing, asked)
    stem = file_stem(then)
    made: dict[str, Callable[[Progress], Document]] = {
        stem: lambda progress: minutes(then, head, asked.paper, asked.levels, progress)
    }
    if asked.concern_report:
        made["concern-report"] = lambda progress: concern_report(hearing, head, asked.paper, progress)
    for name, document in made.items() if wanted else ():
        targets = [place / f"{name}.{kind}" for kind in wanted]
        watch.need_going_on()
        paper = document(watch.on(targets[0].name, "part"))
        for kind, target in zip(wanted, targets, strict=True):
            yield watch.written(_WRITERS[kind](paper, target, watch.on(target.name, _UNITS.get(kind, "part"))))


def _as_asked(hearing: Hearing, asked: Options) -> Hearing:
    """As it was when the version that is asked for was approved; with that version's own name and head."""
    chosen = next((version for version in hearing.minutes.versions if version.number == asked.version), None)
    return as_approved(hearing, chosen) if chosen else hearing


def _tables(
    hearing: Hearing, contacts: Mapping[int, Contact], head: str, place: Path, asked: Options, watch: Watch
) -> Iterator[ExportReport]:
    ending = "" if asked.copy is Copy.PUBLISHED else "-internal"

    def book(going_on: Progress) -> Book:
        going_on(0, 0)
        return book_of(hearing, contacts, head, asked.copy, going_on)

    if Format.XLSX in asked.formats:
        name = f"testimony{ending}.xlsx"
        sheets = watch.on(name, "sheet")
        yield write_workbook(book(sheets), place / name, sheets)
    if Format.CSV in asked.formats:
        tables = watch.on(f"testimony{ending} (CSV)", "table")
        yield from write_csv(book(tables), place, ending, tables)
    if Format.JSON in asked.formats:
        name = f"testimony{ending}.json"
        tables = watch.on(name, "table")
        yield write_json(book(tables), place / name, tables)
