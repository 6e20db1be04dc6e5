"""The structure tree of a tagged PDF: what a screen reader reads, in the order in which it reads it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

from exports.tagged_canvas import TaggedCanvas
from exports.watch import Progress, unwatched, watched

_OFTEN = 1000


class Content(NamedTuple):
    """A marked stretch of a page: the page's index and the mark's number on it."""

    page: int
    mark: int


@dataclass(slots=True, eq=False)
class Node:
    """One structure element (ISO 32000-1, 14.7.2).

    `kids` are elements and content in reading order. `attributes` is the inside of the /A dictionary; `headers` names
    the `key`s (/ID) of a data cell's header cells.
    """

    role: str
    parent: "Node | None" = None
    alt: str = ""
    lang: str = ""
    key: str = ""
    headers: tuple[str, ...] = ()
    attributes: str = ""
    kids: list["Node | Content"] = field(default_factory=list)
    number: int = 0

    def add(
        self,
        role: str,
        *,
        alt: str = "",
        lang: str = "",
        key: str = "",
        headers: tuple[str, ...] = (),
        attributes: str = "",
    ) -> "Node":
        """A new last child."""
        node = Node(role, self, alt, lang, key, headers, attributes)
        self.kids.append(node)
        return node

    def walk(self) -> Iterator["Node"]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()


Marks = list[list[Node]]
"""Page by page, the element that owns each mark, by mark number."""


class Raw(PDFObject):
    """A PDF object given as the bytes that stand in the file."""

    def __init__(self, data: bytes = b"") -> None:
        self.data = data

    def format(self, _document: PDFDocument) -> bytes:
        return self.data


class _Told(Raw):
    """One of which the progress is told when it is written: the tree of a long paper takes its time."""

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self.progress = progress

    def format(self, document: PDFDocument) -> bytes:
        self.progress(0, 0)
        return super().format(document)


def pdf_text(text: str) -> bytes:
    """`text` as a PDF text string."""
    if text.isascii():
        escaped = text.encode().replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        return b"(" + escaped + b")"
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"


def write_tree(canvas: TaggedCanvas, top: Node, marks: Marks, progress: Progress = unwatched) -> Raw:
    """Put the tree under `top` into the file; returns the StructTreeRoot for its catalog.

    `progress` is told that it goes on, when the file is written too.
    """
    root = Raw()
    root_number = canvas.reserve("StructTreeRoot", root)
    nodes = list(top.walk())
    objects = [Raw() if at % _OFTEN else _Told(progress) for at in range(len(nodes))]
    for at, node in enumerate(watched(nodes, progress, _OFTEN)):
        node.number = canvas.reserve(f"StructElem{at}", objects[at])
    pages = [_ref(canvas.page_number(at)) for at in range(len(marks))]
    for node, raw in watched(zip(nodes, objects, strict=True), progress, _OFTEN):
        raw.data = _element(node, node.parent.number if node.parent else root_number, pages)
    root.data = _root(top, nodes, marks)
    return root


def _ref(number: int) -> bytes:
    return b"%d 0 R" % number


def _element(node: Node, parent: int, pages: list[bytes]) -> bytes:
    page = next((kid.page for kid in node.kids if isinstance(kid, Content)), None)
    parts = [b"<</Type/StructElem/S/%s/P %s" % (node.role.encode(), _ref(parent))]
    if page is not None:
        parts.append(b"/Pg " + pages[page])
    if node.kids:
        parts.append(b"/K[%s]" % b" ".join(_kid(kid, page, pages) for kid in node.kids))
    named = ((b"/Alt", node.alt), (b"/Lang", node.lang), (b"/ID", node.key))
    parts += [key + pdf_text(value) for key, value in named if value]
    if node.attributes or node.headers:
        headers = b"/Headers[%s]" % b" ".join(map(pdf_text, node.headers)) if node.headers else b""
        parts.append(b"/A<<" + node.attributes.encode() + headers + b">>")
    return b"".join(parts) + b">>"


def _kid(kid: Node | Content, page: int | None, pages: list[bytes]) -> bytes:
    if isinstance(kid, Node):
        return _ref(kid.number)
    if kid.page == page:
        return b"%d" % kid.mark
    return b"<</Type/MCR/Pg %s/MCID %d>>" % (pages[kid.page], kid.mark)


def _root(top: Node, nodes: list[Node], marks: Marks) -> bytes:
    nums = b"\n".join(
        b"%d[%s]" % (page, b" ".join(_ref(node.number) for node in owners)) for page, owners in enumerate(marks)
    )
    keys = sorted((node.key, node.number) for node in nodes if node.key)
    names = b" ".join(pdf_text(key) + b" " + _ref(number) for key, number in keys)
    id_tree = b"/IDTree<</Names[%s]>>" % names if keys else b""
    return b"<</Type/StructTreeRoot/K[%s]/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d%s>>" % (
        _ref(top.number),
        nums,
        len(marks),
        id_tree,
    )
