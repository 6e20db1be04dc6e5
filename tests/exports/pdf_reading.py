"""Reads a tagged PDF the way a screen reader does, and names what is wrong with it.

A validator does not see real text hidden as an artifact, an empty tree, headers that name nobody, a figure without a
place, or a parent tree that points elsewhere; these checks do.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf

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
    Signatures,
)
from exports.blocks import Table as TableBlock
from exports.text import clean, is_invisible

LEAVES = {"P", "H1", "H2", "H3", "H4", "Lbl", "LBody", "Caption", "TH", "TD"}
_PAINTS = {"Tj", "TJ", "'", '"', "Do", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "BI"}


@dataclass
class Element:
    role: str
    dictionary: Any
    lang: str = ""
    page: int | None = None
    kids: list["Element"] = field(default_factory=list)
    text: str = ""
    alt: str = ""

    def walk(self) -> Iterator["Element"]:
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def find(self, *roles: str) -> list["Element"]:
        return [element for element in self.walk() if element.role in roles]


@dataclass
class Reading:
    top: Element
    artifacts: list[tuple[str, str]]
    pages: int
    outline: list[tuple[int, str]]
    faults: list[str]

    @property
    def texts(self) -> list[str]:
        """Every paragraph, heading, label and cell that has text, in reading order."""
        return [
            text for element in self.top.walk() if element.role in LEAVES and (text := " ".join(element.text.split()))
        ]

    @property
    def text(self) -> str:
        return "\n".join(self.texts)


def expected(document: Document) -> list[str]:
    """What a reading of `document` must give."""
    letterhead = [document.letterhead.name, *document.letterhead.lines] if document.letterhead else []
    pieces = [*letterhead, *(text for block in document.blocks for text in _texts(block))]
    return [text for piece in pieces if (text := normal(piece))]


def normal(text: str) -> str:
    visible = "".join(char for char in clean(text) if not is_invisible(char))
    return unicodedata.normalize("NFC", " ".join(visible.split()))


def plain(text: Inline) -> str:
    return text if isinstance(text, str) else "".join(run.text for run in text)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield block.text
        case Para():
            yield plain(block.text)
        case Bullets():
            yield from _items(block.items, ["•"] * len(block.items))
        case Numbered():
            yield from _items(block.items, [f"{at}." for at, _ in enumerate(block.items, block.start)])
        case KeyValues():
            yield from (plain(part) for pair in block.pairs for part in pair)
        case TableBlock():
            yield from (block.caption, *(column.title for column in block.columns))
            yield from (plain(cell) for row in block.rows for cell in row)
        case Signatures():
            yield from block.words
        case Figure() | Bars() | Rule():
            pass


def _items(items: tuple[Item, ...], labels: list[str]) -> Iterator[str]:
    for item, label in zip(items, labels, strict=True):
        yield from (label, plain(item.text), *map(plain, item.under))


def read(path: Path) -> Reading:
    with pikepdf.open(path) as pdf:
        return _Reader(pdf).read()


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.faults: list[str] = []
        self.artifacts: list[tuple[str, str]] = []
        self.content: dict[tuple[int, int], str] = {}
        self.owners: dict[tuple[int, int], Any] = {}
        self.maps: dict[Any, dict[int, str]] = {}
        self.pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}

    def read(self) -> Reading:
        for index, page in enumerate(self.pdf.pages):
            self._page(index, page)
        root: Any = self.pdf.Root.get("/StructTreeRoot")
        kids = _kids(root)
        if not kids:
            self.faults.append("the structure tree is empty")
            return Reading(Element("", root), self.artifacts, len(self.pdf.pages), [], self.faults)
        top = self._element(kids[0])
        self._parent_tree(root)
        outline = list(self._outline())
        self.faults += [*_table_faults(top, root), *_figure_faults(top, self.pdf), *_heading_faults(top, outline)]
        self.faults += [*_property_faults(self.pdf), *self._font_faults()]
        return Reading(top, self.artifacts, len(self.pdf.pages), outline, self.faults)

    def _page(self, index: int, page: pikepdf.Page) -> None:
        stack: list[tuple[str, str, int | None]] = []  # role, actual text, mark
        font: Any = None
        for instruction in pikepdf.parse_content_stream(page):
            operands, operator = instruction.operands, str(instruction.operator)
            if operator in ("BDC", "BMC"):
                properties: Any = operands[1] if operator == "BDC" else {}
                mark = int(properties["/MCID"]) if "/MCID" in properties else None
                actual = str(properties["/ActualText"]) if "/ActualText" in properties else ""
                role = str(operands[0])[1:]
                if role == "Artifact":
                    self.artifacts.append((str(properties.get("/Subtype", ""))[1:], ""))
                stack.append((role, actual, mark))
                if actual:
                    self._say(index, stack, actual)
            elif operator == "EMC":
                stack.pop()
            elif operator == "Tf":
                font = self._font(page, str(operands[0]))
            elif operator in _PAINTS:
                if not stack:
                    self.faults.append(f"page {index + 1}: {operator} outside marked content")
                elif operator == "Tj" and not any(actual for _, actual, _ in stack):
                    self._say(index, stack, "".join(font.get(code, "\ufffd") for code in bytes(operands[0])))

    def _say(self, index: int, stack: list[tuple[str, str, int | None]], text: str) -> None:
        if stack[0][0] == "Artifact":
            subtype, before = self.artifacts[-1]
            self.artifacts[-1] = subtype, before + text
            return
        mark = next(mark for _, _, mark in reversed(stack) if mark is not None)
        self.content[index, mark] = self.content.get((index, mark), "") + text

    def _font(self, page: pikepdf.Page, name: str) -> dict[int, str]:
        font: Any = page.Resources.Font[name]
        if font.objgen not in self.maps:
            pairs = re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>", font.ToUnicode.read_bytes())
            self.maps[font.objgen] = {int(a, 16): bytes.fromhex(b.decode()).decode("utf-16-be") for a, b in pairs}
        return self.maps[font.objgen]

    def _element(self, dictionary: Any) -> Element:
        element = Element(str(dictionary.S)[1:], dictionary, str(dictionary.get("/Lang", "")))
        element.alt = str(dictionary.get("/Alt", ""))
        own = element.page = self.pages.get(dictionary.Pg.objgen) if "/Pg" in dictionary else None
        for kid in _kids(dictionary):
            if isinstance(kid, int):
                self._content(element, own, kid)
            elif kid.get("/Type") == pikepdf.Name.MCR:
                self._content(element, self.pages[kid.Pg.objgen], int(kid.MCID))
            else:
                child = self._element(kid)
                element.kids.append(child)
                element.text += child.text if child.role == "Span" else ""
        return element

    def _content(self, element: Element, page: int | None, mark: int) -> None:
        if page is None or ((page, mark) not in self.content and element.role != "Figure"):
            self.faults.append(f"{element.role} names mark {mark} of page {page}, which is not there")
            return
        self.owners[page, mark] = element.dictionary.objgen
        element.text += self.content.pop((page, mark), "")

    def _parent_tree(self, root: Any) -> None:
        nums = list(root.ParentTree.Nums)
        tree = {int(nums[at]): list(nums[at + 1]) for at in range(0, len(nums), 2)}
        for (page, mark), objgen in self.owners.items():
            owners = tree.get(int(self.pdf.pages[page].obj.StructParents), [])
            if mark >= len(owners) or owners[mark].objgen != objgen:
                self.faults.append(f"mark {mark} of page {page + 1}: the parent tree names another element")
        for page, mark in self.content:
            self.faults.append(f"mark {mark} of page {page + 1} belongs to no element")

    def _outline(self) -> Iterator[tuple[int, str]]:
        def below(items: Any, level: int) -> Iterator[tuple[int, str]]:
            for item in items:
                yield level, item.title
                yield from below(item.children, level + 1)

        with self.pdf.open_outline() as outline:
            yield from below(outline.root, 0)

    def _font_faults(self) -> Iterator[str]:
        for page in self.pdf.pages:
            for name, font in page.Resources.get("/Font", {}).items():
                descriptor = font.get("/FontDescriptor")
                if descriptor is None or "/FontFile2" not in descriptor:
                    yield f"font {name} is not embedded"
                if "/ToUnicode" not in font:
                    yield f"font {name} has no ToUnicode"


def _kids(dictionary: Any) -> list[Any]:
    kids = dictionary.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _table_faults(top: Element, root: Any) -> Iterator[str]:
    named = {str(key) for key in list(root.IDTree.Names)[::2]} if "/IDTree" in root else set()
    for table in top.find("Table"):
        widths = {len(row.kids) for row in table.find("TR")}
        if len(widths) > 1:
            yield f"rows of {sorted(widths)} cells in one table"
    for header in top.find("TH"):
        if "/Scope" not in header.dictionary.get("/A", {}):
            yield f"TH {header.text!r} has no Scope"
    for cell in top.find("TD"):
        headers = {str(key) for key in cell.dictionary.get("/A", {}).get("/Headers", [])}
        if not headers or not headers <= named:
            yield f"TD {cell.text!r} names headers {sorted(headers - named)} that are not there"


def _figure_faults(top: Element, pdf: pikepdf.Pdf) -> Iterator[str]:
    for figure in top.find("Figure"):
        if not str(figure.dictionary.get("/Alt", "")).strip():
            yield "a figure has no words for it"
        box = [float(side) for side in figure.dictionary.get("/A", {}).get("/BBox", [])]
        sheet = [float(side) for side in pdf.pages[0].MediaBox]
        if len(box) != 4 or not (0 <= box[0] < box[2] <= sheet[2] and 0 <= box[1] < box[3] <= sheet[3]):
            yield f"a figure stands at {box}"


def _heading_faults(top: Element, outline: list[tuple[int, str]]) -> Iterator[str]:
    headings = [(int(element.role[1]), " ".join(element.text.split())) for element in top.find("H1", "H2", "H3", "H4")]
    levels = [level for level, _ in headings]
    if levels.count(1) != 1 or (levels and levels[0] != 1):
        yield f"{levels.count(1)} headings of level 1"
    if any(after > before + 1 for before, after in pairwise(levels)):
        yield f"a heading level is skipped: {levels}"
    if [(level + 1, normal(title)) for level, title in outline] != headings:
        yield "the outline is not the headings"


def _property_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    root: Any = pdf.Root
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        told = {key: meta.get(key) for key in ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance", "dc:title")}
    if (told["pdfuaid:part"], told["pdfaid:part"], told["pdfaid:conformance"]) != ("1", "2", "A"):
        yield f"the file claims {told}"
    if told["dc:title"] != str(pdf.docinfo.get("/Title", "")) or not told["dc:title"]:
        yield "the title in the metadata is not the title in the properties"
    if not str(root.get("/Lang", "")):
        yield "the file has no language"
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "the file does not say that it is tagged"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "the window would show the file's name, not the title"
    if any(page.obj.get("/Tabs") != pikepdf.Name.S for page in pdf.pages):
        yield "a page is not walked in the order of structure"
    if pdf.is_encrypted or any(key in root for key in ("/AcroForm", "/OpenAction", "/AA")) or "/Names" in root:
        yield "the file carries more than a paper: encryption, forms, scripts or attachments"
