"""Reads minutes back from text, HTML and Word files, piece by piece, as `pdf_reading.expected` lists them."""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph

from exports.blocks import Document
from tests.exports.pdf_reading import expected, normal

_LEAVES = {"h1", "h2", "h3", "h4", "p", "dt", "dd", "caption", "th", "td"}


class _Outline(HTMLParser):
    """The pieces of the body in their order, a list's marks among them, and every element that was opened."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.opened: list[tuple[str, dict[str, str | None]]] = []
        self._open = False
        self._lists: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.opened.append((tag, said))
        if tag in _LEAVES:
            self.pieces.append("")
            self._open = True
        elif tag in ("ul", "ol"):
            self._lists.append(int(said.get("start") or 1) if tag == "ol" else None)
        elif tag == "li":
            number = self._lists[-1]
            self.pieces.append("•" if number is None else f"{number}.")
            self._lists[-1] = None if number is None else number + 1
        elif tag == "br":
            self.pieces[-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag in _LEAVES:
            self._open = False
        elif tag in ("ul", "ol"):
            self._lists.pop()

    def handle_data(self, data: str) -> None:
        if self._open:
            self.pieces[-1] += data


def html_elements(path: Path) -> list[tuple[str, dict[str, str | None]]]:
    return _parsed(path).opened


def html_pieces(path: Path) -> list[str]:
    return [text for piece in _parsed(path).pieces if (text := normal(piece))]


def _parsed(path: Path) -> _Outline:
    parser = _Outline()
    parser.feed(path.read_text(encoding="utf-8"))
    parser.close()
    return parser


def docx_pieces(path: Path) -> list[str]:
    """As Word shows them: with the bullets, and the numbers that each list's own numbering gives."""
    word = docx.Document(str(path))
    counts = Counter(_starts(word))
    pieces = [piece for block in word.iter_inner_content() for piece in _of_word(block, counts)]
    return [text for piece in pieces if (text := normal(piece))]


def _starts(word: WordDocument) -> dict[int, int]:
    """The first number of each numbering that says one."""
    numberings = word.part.numbering_part.element.iter(qn("w:num"))
    starts = ((made.numId, list(made.iter(qn("w:startOverride")))) for made in numberings)
    return {number: int(told[0].get(qn("w:val"))) for number, told in starts if told}


def _of_word(block: Paragraph | WordTable, counts: Counter[int]) -> Iterator[str]:
    if isinstance(block, WordTable):
        yield from (cell.text for row in block.rows for cell in row.cells)
        return
    style = block.style.name if block.style else ""
    if style == "List Bullet":
        yield "•"
    elif style == "List Number":
        number = block.paragraph_format.element.pPr.numPr.numId.val
        yield f"{counts[number]}."
        counts[number] += 1
    yield from block.text.split("\t", 1) if style in ("Key and Value", "Signature Line") else [block.text]


def text_words(path: Path) -> list[str]:
    """The words of a text file without its lines, marks, bars and pictures."""
    text = re.sub(r"\[Picture: [^]]*\]", "", path.read_text(encoding="utf-8"))
    return list(_words(text.splitlines()))


def _words(lines: list[str]) -> Iterator[str]:
    for line in lines:
        words = normal(line).split()
        if set(line.strip()) - set("-=_"):
            yield from (word for word in (words[1:] if words[0] == "-" else words) if word != "|")


def expected_words(document: Document) -> list[str]:
    return [word for piece in expected(document) for word in piece.split() if word != "•"]
