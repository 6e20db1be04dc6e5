"""The minutes of one text written by each maker, for bench.exports: ``python -m bench.paper_makers NAME N DIR``."""

import json
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, LongTable, Paragraph, SimpleDocTemplate, TableStyle

from bench.own_process import tell
from exports.blocks import Block, Bullets, Document, Heading, Inline, KeyValues, Numbered, Para, Signatures, runs
from exports.minutes import minutes
from exports.tagged_pdf import write_pdf
from exports.web_page import write_html
from hearingdesk.resources import SANS, asset
from tests.exports.evenings import HEAD, many
from tests.exports.papers import prose

SUMMARY = prose(60)
_RIVAL = """
import json, sys, time
from pathlib import Path
folder = Path(sys.argv[1])
{}
write("small")
start = time.perf_counter()
write("whole")
spent = time.perf_counter() - start
status = Path("/proc/self/status").read_text().splitlines()
print(json.dumps([spent, next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024]))
"""
WEASYPRINT = _RIVAL.format(
    """
from weasyprint import CSS, HTML
font = (folder / "font.ttf").as_uri()
face = CSS(string="@font-face { font-family: Body; src: url(%s) } html { font-family: Body }" % font)
def write(name):
    HTML(folder / f"{name}.html").write_pdf(folder / "weasy.pdf", stylesheets=[face], pdf_variant="pdf/ua-1")
"""
)
TYPST = _RIVAL.format(
    """
import typst
def write(name):
    typst.compile(folder / f"{name}.typ", output=folder / "typst.pdf", font_paths=[folder], pdf_standards=["ua-1"])
"""
)


def document(speakers: int) -> Document:
    return minutes(many(speakers, SUMMARY).hearing, HEAD)


def prepared_for_rivals(speakers: int, folder: Path) -> None:
    """The same text as HTML and as typst's source, and the same font."""
    (folder / "font.ttf").write_bytes(asset(SANS["regular"]).read_bytes())
    for name, size in (("small", 2), ("whole", speakers)):
        told = document(size)
        write_html(told, folder / f"{name}.html")
        (folder / f"{name}.typ").write_text("\n\n".join(_typst(told)), encoding="utf-8")


def _typst(told: Document) -> Iterator[str]:
    yield f"#set document(title: {json.dumps(told.title)})"
    yield '#set text(lang: "en", size: 10.5pt, font: "Hearingdesk Sans")'
    for block in told.blocks:
        yield from _typst_block(block)


def _typst_block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"#heading(level: {block.level}, {_quoted(block.text)})"
        case Para():
            yield f"#par({_quoted(block.text)})"
        case Numbered() | Bullets():
            kind = f"enum(start: {block.start}," if isinstance(block, Numbered) else "list("
            items = (
                f"[#{_quoted(item.text)} {' '.join(f'#par({_quoted(one)})' for one in item.under)}]"
                for item in block.items
            )
            yield f"#{kind} {', '.join(items)})"
        case KeyValues():
            yield from (f"#par({_quoted(f'{key}: {_plain(value)}')})" for key, value in block.pairs)
        case Signatures():
            yield from (f"#par({_quoted(line)})" for line in block.words)
        case _:
            pass


def _quoted(text: Inline) -> str:
    return json.dumps(_plain(text), ensure_ascii=False)


def _plain(text: Inline) -> str:
    return "".join(run.text for run in runs(text))


def platypus(told: Document, target: Path) -> None:
    """Speakers as rows of a LongTable with a repeated header, all else as paragraphs; no tags."""
    body = ParagraphStyle("body", fontName="Body", fontSize=10.5, leading=15)
    story = [flowable for block in told.blocks for flowable in _flowables(block, body)]
    SimpleDocTemplate(str(target), pagesize=LETTER, leftMargin=92, rightMargin=92, topMargin=78, bottomMargin=78).build(
        story
    )


def _flowables(block: Block, body: ParagraphStyle) -> Iterator[Flowable]:
    match block:
        case Numbered() | Bullets():
            start = block.start if isinstance(block, Numbered) else 1
            rows = [
                [f"{at}.", Paragraph(_plain(item.text), body), Paragraph(" ".join(map(_plain, item.under)), body)]
                for at, item in enumerate(block.items, start)
            ]
            head: list[list[object]] = [["No.", "Speaker", "Summary"]]
            style = TableStyle([("FONT", (0, 0), (-1, -1), "Body", 10.5), ("VALIGN", (0, 0), (-1, -1), "TOP")])
            yield LongTable(head + rows, colWidths=[34, 130, 264], repeatRows=1, style=style)
        case Heading() | Para():
            yield Paragraph(_plain(block.text), body)
        case KeyValues():
            yield from (Paragraph(f"{key}: {_plain(value)}", body) for key, value in block.pairs)
        case Signatures():
            yield from (Paragraph(line, body) for line in block.words)
        case _:
            pass


def main(maker: str, speakers: int, folder: Path) -> None:
    """`rivals` only writes down the text for them."""
    if maker == "rivals":
        prepared_for_rivals(speakers, folder)
        return
    pdfmetrics.registerFont(TTFont("Body", str(asset(SANS["regular"]))))
    makers: dict[str, Callable[[Document, Path], object]] = {"platypus": platypus, "hearingdesk": write_pdf}
    write = makers[maker]
    small, whole = document(2), document(speakers)
    tell(partial(write, small, folder / f"{maker}.pdf"), partial(write, whole, folder / f"{maker}.pdf"))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
