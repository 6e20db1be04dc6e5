"""A document as a Word file with real headings, lists and table headers, for the days between draft and approval."""

from collections.abc import Iterable
from datetime import UTC
from io import BytesIO
from pathlib import Path
from typing import assert_never
from zipfile import ZipFile

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Pt
from docx.table import _Row as Row
from docx.text.paragraph import Paragraph

from exports import word_styles as styles
from exports.anchors import PLACE
from exports.bars_picture import pictured
from exports.blocks import (
    DATE,
    Bars,
    Block,
    Bullets,
    Col,
    Document,
    Figure,
    Heading,
    Inline,
    Item,
    KeyValues,
    Letterhead,
    Numbered,
    Para,
    Rule,
    Signatures,
    Table,
    runs,
)
from exports.dated_zip import DatedZip
from exports.files import write_beside
from exports.paper import sheet_of
from exports.report import ExportReport, Remarks
from exports.text import Tell, clean, one_line
from exports.watch import Progress, unwatched, watched

_OFTEN = 50


def write_docx(document: Document, target: Path, progress: Progress = unwatched) -> ExportReport:
    """Write `document` to `target`; the same document gives the same bytes. Raises ExportFailed."""
    remarks, made = Remarks(), BytesIO()
    writer = _Writer(document, remarks.tell, progress)
    writer.write()
    writer.word.save(made)

    def write(path: Path) -> None:
        with ZipFile(made) as told, DatedZip(path, document.made) as archive:
            for name in told.namelist():
                archive.writestr(name, told.read(name))

    write_beside(target, write)
    return ExportReport(target, writer.paragraphs, target.stat().st_size, remarks.sentences(), ("paragraph",))


class _Writer:
    """Fills one Word document; foreign text is cleaned in `_fill` and nowhere else."""

    def __init__(self, document: Document, tell: Tell, progress: Progress) -> None:
        self.document = document
        self.tell = tell
        self.progress = progress
        self.paragraphs = 0
        self.word = docx.Document()
        self.sheet = sheet_of(document.paper)
        styles.set_up(self.word, document.lang, self.sheet)
        self._styles = {style.name: style for style in self.word.styles}
        self._alts: list[str] = []
        self._ruled = False
        self._marks = 0

    def write(self) -> None:
        self._properties()
        self._running()
        if self.document.letterhead:
            self._letterhead(self.document.letterhead)
        for block in watched(self.document.blocks, self.progress, 1):
            self._block(block)
        for picture, alt in zip(self.word.element.body.iter(qn("wp:docPr")), self._alts, strict=True):
            picture.set("descr", alt)

    def _properties(self) -> None:
        about, document = self.word.core_properties, self.document
        about.title, about.subject = one_line(document.title)[:255], one_line(document.subject)[:255]
        about.author = about.last_modified_by = one_line(document.author)[:255]
        about.language, about.comments, about.keywords = document.lang, "", ""
        about.created = about.modified = document.made.astimezone(UTC).replace(tzinfo=None)
        parts = self.word.part.package.rels  # the template's own preview is no picture of these pages
        for key in [key for key, part in parts.items() if part.reltype.endswith("/thumbnail")]:
            del parts[key]

    def _running(self) -> None:
        """What paper this is and its status above every page, the page's number below."""
        section = self.word.sections[0]
        above, below = section.header.paragraphs[0], section.footer.paragraphs[0]
        above.add_run(one_line(" · ".join(filter(None, (self.document.status, self.document.running)))))
        below.add_run(" · ".join(filter(None, (one_line(self.document.footer), "Page "))))
        _add_field(below, "PAGE")
        below.add_run(" of ")
        _add_field(below, "NUMPAGES")

    def _letterhead(self, head: Letterhead) -> None:
        if head.seal:
            self._picture(head.seal)
        lines = [self._paragraph(head.name, styles.LETTERHEAD)]
        lines += [self._paragraph(line, styles.LETTERHEAD_LINE) for line in head.lines]
        styles.draw_line(lines[-1].paragraph_format.element.get_or_add_pPr(), "bottom")

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                made = self._paragraph(block.text, f"Heading {block.level}")
                made.paragraph_format.page_break_before = block.fresh or None
                self._mark(block.anchor, made, made)
            case Para():
                self._paragraph(block.text, styles.TONES[block.tone]).paragraph_format.keep_with_next = block.with_next
            case Bullets():
                self._items(block.items, styles.BULLET)
            case Numbered():
                self._items(block.items, styles.NUMBER, self._numbering(block.start))
            case KeyValues():
                self._key_values(block)
            case Table():
                self._table(block)
            case Figure() | Bars():
                self._picture(pictured(block))
            case Rule():
                self._ruled = True
            case Signatures():
                self._signatures(block)
            case _:
                assert_never(block)

    def _items(self, items: Iterable[Item], style: str, numbering: int | None = None) -> None:
        for item in items:
            line = self._paragraph(item.text, style)
            line.paragraph_format.keep_with_next = bool(item.under)
            if numbering is not None:
                line.paragraph_format.element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = numbering
            below = [self._paragraph(under, styles.UNDER) for under in item.under]
            if below:
                self._mark(item.anchor, below[0], below[-1])
            elif item.anchor:
                self._mark(f"{item.anchor}{PLACE}", line, line)

    def _mark(self, name: str, first: Paragraph, last: Paragraph) -> None:
        """A bookmark, which Word and LibreOffice keep through edits, around these paragraphs."""
        if not name:
            return
        self._marks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (start, end):
            element.set(qn("w:id"), str(self._marks))
        start.set(qn("w:name"), name)
        first.paragraph_format.element.insert_element_before(start, "w:r", "w:hyperlink")
        last.paragraph_format.element.append(end)

    def _numbering(self, start: int) -> int:
        """A numbering of its own for each list, from `start` on: else Word would count on from the last."""
        numbering = self.word.part.numbering_part.element
        style = self._styles[styles.NUMBER].element.pPr.numPr.numId.val
        made = numbering.add_num(numbering.num_having_numId(style).abstractNumId.val)
        made.add_lvlOverride(ilvl=0).add_startOverride(val=start)
        return int(made.numId)

    def _key_values(self, block: KeyValues) -> None:
        for key, value in block.pairs:
            line = self._paragraph("", styles.KEY_VALUE)
            line.add_run(one_line(key)).bold = True
            line.add_run("\t")
            self._fill(line, value)

    def _signatures(self, block: Signatures) -> None:
        for line in block.lines:
            made = self._paragraph(line, styles.SIGNATURE)
            if block.dated:
                made.add_run(f"\t{DATE}")

    def _table(self, block: Table) -> None:
        if block.caption:
            self._paragraph(block.caption, styles.CAPTION).paragraph_format.keep_with_next = True
        made = self.word.add_table(1 + len(block.rows), len(block.columns), self._styles[styles.GRID])
        made.autofit = False
        _describe(self.word.element.body.tbl_lst[-1], one_line(block.caption), named_rows=block.row_header == 0)
        total = sum(column.share for column in block.columns)
        widths = [Pt(self.sheet.measure * column.share / total) for column in block.columns]
        for grid, width in zip(made.columns, widths, strict=True):
            grid.width = width
        heads = tuple(column.title for column in block.columns)
        for row, texts in zip(made.rows, (heads, *block.rows), strict=True):
            self._row(row, texts, styles.HEAD_CELL if texts is heads else styles.CELL, block.columns, widths)

    def _row(
        self, row: Row, texts: Iterable[Inline], style: str, columns: Iterable[Col], widths: Iterable[Length]
    ) -> None:
        self._still()
        for cell, text, column, width in zip(row.cells, texts, columns, widths, strict=True):
            cell.width = width
            line = cell.paragraphs[0]
            self._dress(line, style)
            line.alignment = WD_ALIGN_PARAGRAPH.RIGHT if column.right else None
            self._fill(line, text)

    def _picture(self, figure: Figure) -> None:
        """As high as it is: a line of text of a fixed height would show no more of it than that."""
        self.word.add_picture(BytesIO(figure.picture), width=Pt(min(figure.width, self.sheet.measure)))
        self.word.paragraphs[-1].paragraph_format.line_spacing = 1.0
        self._alts.append(one_line(figure.alt))

    def _paragraph(self, text: Inline, style: str) -> Paragraph:
        made = self.word.add_paragraph()
        self._dress(made, style)
        self._still()
        if self._ruled:
            styles.draw_line(made.paragraph_format.element.get_or_add_pPr(), "top")
            self._ruled = False
        self._fill(made, text)
        return made

    def _still(self) -> None:
        self.paragraphs += 1
        if self.paragraphs % _OFTEN == 0:
            self.progress(0, 0)

    def _dress(self, paragraph: Paragraph, style: str) -> None:
        """By the style's id at once: python-docx would look through all styles for the usual one each time."""
        if style != styles.BODY:
            paragraph.paragraph_format.element.get_or_add_pPr().style = self._styles[style].style_id

    def _fill(self, paragraph: Paragraph, text: Inline) -> None:
        for told in runs(text):
            cleaned = clean(told.text, self.tell)
            if cleaned:
                run = paragraph.add_run(cleaned)
                run.bold, run.italic = told.bold or None, told.italic or None
                if told.lang:
                    lang = OxmlElement("w:lang")
                    lang.set(qn("w:val"), told.lang)
                    run.element.get_or_add_rPr().append(lang)


def _add_field(paragraph: Paragraph, name: str) -> None:
    """A number that Word fills in."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph.paragraph_format.element.append(field)


def _describe(table: BaseOxmlElement, caption: str, *, named_rows: bool) -> None:
    """What a screen reader must know of a table: its name, its header row, and whether the first column names rows."""
    for look in table.iter(qn("w:tblLook")):
        look.set(qn("w:firstColumn"), str(int(named_rows)))
        told = OxmlElement("w:tblCaption")
        told.set(qn("w:val"), caption)
        look.addnext(told)
    for number, row in enumerate(table.iter(qn("w:tr"))):
        kept = row.get_or_add_trPr()
        kept.append(OxmlElement("w:cantSplit"))
        if number == 0:
            kept.append(OxmlElement("w:tblHeader"))
