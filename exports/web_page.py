"""A document as one page of HTML that says by its elements what everything is; nothing in it runs or is fetched."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import assert_never

from exports.bars_picture import pictured
from exports.blocks import (
    Bars,
    Block,
    Bullets,
    Document,
    Figure,
    Heading,
    Inline,
    Item,
    KeyValues,
    Numbered,
    Para,
    Rule,
    Run,
    Signatures,
    Table,
    Tone,
    runs,
)
from exports.files import write_beside
from exports.report import ExportReport, Remarks
from exports.text import Tell, clean, one_line
from exports.watch import Progress, unwatched, watched

_LOOK = """
html { color: #1a1a1a; background: #fff; font: 1.0625rem/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
body { max-width: 42rem; margin: 2.5rem auto; padding: 0 1.25rem; overflow-wrap: break-word; }
header { display: flex; gap: 1rem; align-items: center; border-bottom: 1px solid; padding-bottom: .75rem; }
header p { margin: 0; }
header p:first-child { font-size: 1.4em; font-weight: 700; }
h1 { font-size: 2em; line-height: 1.2; margin: 1.5rem 0 .5rem; }
h2 { font-size: 1.3em; line-height: 1.3; margin: 2rem 0 .5rem; }
h3, h4 { font-size: 1.05em; line-height: 1.4; margin: 1.5rem 0 .25rem; }
p { margin: .6rem 0; }
p.lead { color: #4d4d4d; margin: .25rem 0; }
p.status, p.outcome { font-weight: 700; }
p.note { color: #4d4d4d; font-size: .875em; }
p.signature { border-top: 1px solid; max-width: 20rem; margin-top: 3rem; color: #4d4d4d; font-size: .875em; }
li { margin: .5rem 0; }
li p { margin: .1rem 0; }
dl { display: grid; grid-template-columns: fit-content(36%) 1fr; gap: .2rem 1rem; }
dt { font-weight: 700; }
dd { margin: 0; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 700; padding: .75rem 0 .25rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid #bbb; }
thead th { border-bottom: 2px solid; }
.number { text-align: right; }
@media print { html { font-size: 11pt; } body { max-width: none; margin: 0; } h2, h3, h4 { break-after: avoid; }
  .fresh { break-before: page; } }
"""
_NOTHING_FETCHED = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def write_html(document: Document, target: Path, progress: Progress = unwatched) -> ExportReport:
    """Write `document` to `target` in UTF-8; the same document gives the same bytes. Raises ExportFailed."""
    remarks = Remarks()
    page = "".join(f"{line}\n" for line in watched(_Page(remarks.tell).lines(document), progress))
    write_beside(target, lambda path: path.write_bytes(page.encode()))
    return ExportReport(target, 1, target.stat().st_size, remarks.sentences())


class _Page:
    """Marks up one document; foreign text goes through `_text` and nowhere else."""

    def __init__(self, tell: Tell) -> None:
        self.tell = tell

    def lines(self, document: Document) -> Iterator[str]:
        yield "<!DOCTYPE html>"
        yield f'<html lang="{escape(document.lang)}">'
        yield from self._head(document)
        yield "<body>"
        yield from self._letterhead(document)
        yield "<main>"
        for block in document.blocks:
            yield from self._block(block)
        yield from ("</main>", "</body>", "</html>")

    def _head(self, document: Document) -> Iterator[str]:
        yield '<head><meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_NOTHING_FETCHED}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<title>{self._words(document.title)}</title>"
        for name, text in (("author", document.author), ("description", document.subject)):
            yield f'<meta name="{name}" content="{self._words(text)}">'
        yield f'<meta name="date" content="{document.made.isoformat()}">'
        yield f"<style>{_LOOK}</style></head>"

    def _letterhead(self, document: Document) -> Iterator[str]:
        head = document.letterhead
        if head:
            seal = self._picture(head.seal) if head.seal else ""
            lines = "".join(f"<p>{self._text(line)}</p>" for line in (head.name, *head.lines))
            yield f"<header>{seal}<div>{lines}</div></header>"

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                fresh = ' class="fresh"' if block.fresh else ""
                yield f"<h{block.level}{fresh}>{self._text(block.text)}</h{block.level}>"
            case Para():
                yield from self._para(block)
            case Bullets():
                yield from ("<ul>", *self._items(block.items), "</ul>") if block.items else ()
            case Numbered():
                start = f' start="{block.start}"' if block.start != 1 else ""
                yield from (f"<ol{start}>", *self._items(block.items), "</ol>") if block.items else ()
            case KeyValues():
                yield from ("<dl>", *self._pairs(block), "</dl>") if block.pairs else ()
            case Table():
                yield from self._table(block)
            case Figure() | Bars():
                yield f"<p>{self._picture(pictured(block))}</p>"
            case Rule():
                yield "<hr>"
            case Signatures():
                yield from (f'<p class="signature">{self._text(line)}</p>' for line in block.words)
            case _:
                assert_never(block)

    def _para(self, block: Para) -> Iterator[str]:
        text = self._text(block.text)
        if text:
            kind = "" if block.tone is Tone.BODY else f' class="{block.tone.value}"'
            yield f"<p{kind}>{text}</p>"

    def _items(self, items: Iterable[Item]) -> Iterator[str]:
        for item in items:
            parts = filter(None, map(self._text, (item.text, *item.under)))
            yield f"<li>{''.join(f'<p>{text}</p>' for text in parts)}</li>"

    def _pairs(self, block: KeyValues) -> Iterator[str]:
        for key, value in block.pairs:
            yield f"<dt>{self._text(key)}</dt><dd>{self._text(value)}</dd>"

    def _table(self, block: Table) -> Iterator[str]:
        yield "<table>"
        if block.caption:
            yield f"<caption>{self._text(block.caption)}</caption>"
        sides = [' class="number"' if column.right else "" for column in block.columns]
        titles = zip(block.columns, sides, strict=True)
        heads = "".join(f'<th scope="col"{side}>{self._text(column.title)}</th>' for column, side in titles)
        yield f"<thead><tr>{heads}</tr></thead><tbody>"
        for row in block.rows:
            yield f"<tr>{''.join(self._cells(row, sides, block.row_header))}</tr>"
        yield "</tbody></table>"

    def _cells(self, row: Iterable[Inline], sides: list[str], row_header: int | None) -> Iterator[str]:
        for at, (cell, side) in enumerate(zip(row, sides, strict=True)):
            text = self._text(cell)
            yield f'<th scope="row"{side}>{text}</th>' if at == row_header else f"<td{side}>{text}</td>"

    def _picture(self, figure: Figure) -> str:
        kind = "png" if figure.picture.startswith(b"\x89PNG") else "jpeg"
        data = b64encode(figure.picture).decode()
        alt, width = self._words(figure.alt), round(figure.width * 4 / 3)
        return f'<img src="data:image/{kind};base64,{data}" alt="{alt}" width="{width}">'

    def _text(self, text: Inline) -> str:
        return "".join(map(self._run, runs(text)))

    def _run(self, run: Run) -> str:
        text = escape(clean(run.text, self.tell)).replace("\n", "<br>")
        text = f"<strong>{text}</strong>" if run.bold else text
        text = f"<em>{text}</em>" if run.italic else text
        return f'<span lang="{escape(run.lang)}">{text}</span>' if run.lang else text

    def _words(self, text: str) -> str:
        """What stands between quotation marks or in the title."""
        return escape(one_line(text))
