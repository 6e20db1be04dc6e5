"""The only hand that draws on a page: whatever it draws belongs to a structure element or is an artifact."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import groupby
from typing import NamedTuple

from reportlab.lib.utils import ImageReader

from exports.tagged_canvas import TaggedCanvas, TaggedText
from exports.tagging import Content, Marks, Node, pdf_text
from exports.typeset import Glyphs, Line

INK = 0.1
GREY = 0.35
HAIR = 0.72
BLOCK = 0.45
"""Greys from 0 (black) to 1; INK and GREY on white have a contrast of 17:1 and 7:1."""


class Spot(NamedTuple):
    """A line of text and where its baseline begins, in points from the bottom left of the page."""

    line: Line
    x: float
    y: float


class Pen:
    """Draws tagged text, artifacts and pictures on the pages of one document."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self.canvas = canvas
        self.marks: Marks = []
        self._marked = False  # whether what is drawn now has a mark around it already
        self._bookmarks = 0

    def start_page(self) -> None:
        self.marks.append([])

    def end_page(self) -> None:
        self.canvas.end_page()

    def write(self, node: Node, spots: Iterable[Spot], size: float, grey: float = INK) -> None:
        """Text of one element; a stretch in another language becomes a Span with that language inside it."""
        placed = [where for spot in spots for where in _placed(spot)]
        for lang, group in groupby(placed, key=lambda where: where[0].lang):
            owner = node.add("Span", lang=lang) if lang and not self._marked else node
            with self._mark(owner):
                self._text(group, size, grey)

    @contextmanager
    def artifact(self, subtype: str = "") -> Iterator[None]:
        """What is drawn inside says nothing new: page header and footer ("Header", "Footer"), rules, repeated rows."""
        kind = f"<</Type/Pagination/Subtype/{subtype}>> BDC" if subtype else "BMC"
        outer, self._marked = self._marked, True
        if not outer:
            self.canvas.put(f"/Artifact {kind}")
        yield
        self._marked = outer
        if not outer:
            self.canvas.put("EMC")

    def rule(self, x: float, y: float, width: float, weight: float = 0.5, grey: float = HAIR) -> None:
        with self.artifact():
            self.canvas.setStrokeGray(grey)
            self.canvas.setLineWidth(weight)
            self.canvas.line(x, y, x + width, y)

    def picture(self, node: Node, picture: bytes, x: float, y: float, width: float, height: float) -> None:
        """A picture with its lower left corner at x, y; tells its Figure where it stands."""
        with self._mark(node):
            self.canvas.drawImage(ImageReader(BytesIO(picture)), x, y, width, height, mask="auto")
        node.attributes = _box(x, y, width, height)

    @contextmanager
    def drawing(self, node: Node, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """What is drawn inside is one picture, its text included; tells its Figure where it stands."""
        with self._mark(node):
            outer, self._marked = self._marked, True
            yield
            self._marked = outer
        node.attributes = _box(x, y, width, height)

    def block(self, x: float, y: float, width: float, height: float) -> None:
        """A filled part of a drawing."""
        self.canvas.setFillGray(BLOCK)
        self.canvas.rect(x, y, width, height, stroke=0, fill=1)

    def bookmark(self, title: str, level: int, y: float) -> None:
        """An entry of the outline that leads to height `y` of this page; `level` counts from 0."""
        self._bookmarks += 1
        key = f"heading-{self._bookmarks}"
        self.canvas.bookmarkHorizontal(key, 0, y)
        self.canvas.addOutlineEntry(title, key, level)

    @contextmanager
    def _mark(self, node: Node) -> Iterator[None]:
        if self._marked:
            yield
            return
        owners = self.marks[-1]
        node.kids.append(Content(len(self.marks) - 1, len(owners)))
        self.canvas.put(f"/{node.role} <</MCID {len(owners)}>> BDC")
        owners.append(node)
        yield
        self.canvas.put("EMC")

    def _text(self, placed: Iterable[tuple[Glyphs, float, float, bool]], size: float, grey: float) -> None:
        text = self.canvas.text()
        text.setFillGray(grey)
        for glyphs, x, y, starts in placed:
            if starts:
                text.setTextOrigin(x, y)
            text.setFont(glyphs.font, size)
            _show(text, glyphs)
        self.canvas.drawText(text)


def _box(x: float, y: float, width: float, height: float) -> str:
    return f"/O/Layout/Placement/Block/BBox[{x:.2f} {y:.2f} {x + width:.2f} {y + height:.2f}]"


def _placed(spot: Spot) -> Iterator[tuple[Glyphs, float, float, bool]]:
    """The glyph runs of a line with their places; whether the run must say where it starts."""
    x = spot.x
    lang: str | None = None
    for at, glyphs in enumerate(spot.line.glyphs):
        yield glyphs, x, spot.y, at == 0 or glyphs.lang != lang
        x, lang = x + glyphs.width, glyphs.lang


def _show(text: TaggedText, glyphs: Glyphs) -> None:
    if glyphs.actual is None:
        text.textOut(glyphs.text)
        return
    text.put(f"/Span <</ActualText {pdf_text(glyphs.actual).decode()}>> BDC")
    text.textOut(glyphs.text)
    text.put("EMC")
