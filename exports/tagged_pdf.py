"""A document written as one PDF file that is made to PDF/UA-1 and PDF/A-2a."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from exports import paper
from exports.blocks import Document
from exports.compose import Composer
from exports.files import write_beside
from exports.fonts import BODY, Fonts
from exports.letterhead import letterhead_bands
from exports.pages import Band, Page, paginate
from exports.paper import Sheet, sheet_of
from exports.pdf_claims import claim
from exports.pen import Pen, Spot
from exports.report import ExportReport, Remarks
from exports.reportlab_repairs import repaired
from exports.tagged_canvas import TaggedCanvas
from exports.tagging import Node, write_tree
from exports.text import one_line
from exports.typeset import Typesetter
from exports.watch import Progress, still_at, unwatched, watched


def write_pdf(document: Document, target: Path, progress: Progress = unwatched) -> ExportReport:
    """Write `document` to `target`; the same document gives the same bytes; `progress` is told pages.

    Raises ExportFailed with a sentence for the clerk; whatever happens, an older file at `target` stays whole.
    """
    remarks = Remarks()
    pages = 0

    def write(path: Path) -> None:
        nonlocal pages
        with repaired(), path.open("wb") as file:  # ReportLab would leave its own open where it is stopped
            pages = _Press(document, remarks, file).print(progress)

    write_beside(target, write)
    return ExportReport(target, pages, target.stat().st_size, remarks.sentences())


class _Press:
    """Sets, deals out to pages and prints one document."""

    def __init__(self, document: Document, remarks: Remarks, file: IO[bytes]) -> None:
        self.document = document
        self.sheet: Sheet = sheet_of(document.paper)
        self.typesetter = Typesetter(Fonts(remarks.tell))
        self.top = Node("Document")
        self.composer = Composer(self.typesetter, self.sheet, self.top, remarks.tell)
        self.typesetter.width(" ", 1)  # the body font must be known before the canvas asks for it
        size = self.sheet.width, self.sheet.height
        self.canvas = TaggedCanvas(file, size, document.lang, BODY)
        self.pen = Pen(self.canvas)

    def print(self, progress: Progress) -> int:
        """Print all pages; returns how many."""
        pages = paginate(self._bands(progress), self.sheet.depth)
        for number, page in enumerate(pages, 1):
            self._page(page, number, len(pages))
            progress(number, len(pages))
        still = still_at(progress, len(pages), len(pages))
        claim(self.canvas, self.document, write_tree(self.canvas, self.top, self.pen.marks, still))
        self.canvas.save()
        return len(pages)

    def _bands(self, progress: Progress) -> Iterator[Band]:
        if self.document.letterhead:
            yield from letterhead_bands(self.composer, self.document.letterhead)
        yield from watched(self.composer.story(watched(self.document.blocks, progress, 1)), progress)

    def _page(self, page: Page, number: int, of: int) -> None:
        self.pen.start_page()
        self._header(number)
        top = self.sheet.height - self.sheet.top
        for placed in page:
            if placed.again:
                with self.pen.artifact():
                    placed.band.draw(self.pen, placed.first, placed.last, top - placed.top)
            else:
                placed.band.draw(self.pen, placed.first, placed.last, top - placed.top)
        self._footer(number, of)
        self.pen.end_page()

    def _header(self, number: int) -> None:
        """What paper this is, from the second page on, and its status on every page."""
        left = self.document.running if number > 1 else ""
        if left or self.document.status:
            self._running("Header", left, self.document.status, self.sheet.height - 48)

    def _footer(self, number: int, of: int) -> None:
        self._running("Footer", self.document.footer, f"Page {number} of {of}", 44)

    def _running(self, subtype: str, left: str, right: str, y: float) -> None:
        """A line of small words at both margins; the left one gives way if they would meet."""
        style, sheet = paper.RUNNING, self.sheet
        with self.pen.artifact(subtype):
            ended = self.typesetter.lines(one_line(right), style.size, sheet.measure)[:1]
            room = sheet.measure - sum(line.width for line in ended) - 20
            begun = self.typesetter.lines(one_line(left), style.size, room)[:1]
            spots = [Spot(line, sheet.side, y) for line in begun]
            spots += [Spot(line, sheet.side + sheet.measure - line.width, y) for line in ended]
            self.pen.write(self.top, spots, style.size, style.grey)
