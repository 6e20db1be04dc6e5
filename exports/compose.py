"""Blocks turned into bands, and in the same walk into the structure tree."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import assert_never

from reportlab.lib.utils import ImageReader

from exports import paper
from exports.bands import BarLines, BarsBand, Cell, Label, PictureBand, RowBand, RuleBand, TextBand
from exports.blocks import (
    DATE,
    Bar,
    Bars,
    Block,
    Bullets,
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
from exports.grid import Grid
from exports.pages import Band
from exports.paper import Sheet, Style
from exports.pen import INK
from exports.tagging import Node
from exports.text import Tell, clean, one_line
from exports.typeset import Line, Typesetter

_Band = TextBand | RowBand | PictureBand | BarsBand | RuleBand

_GAP = 9.0
_PAD = 4.0
_SHORT_LIST = 8
"""So many names and what they hold are kept on one page: a vote is read at a glance."""
_BARS_A_PICTURE = 24
_LABEL_SHARE = 0.36
_STEP = 12
_SIGNATURE_WIDTH, _DATE_WIDTH = 250.0, 120.0
_ROW_HEADER, _COLUMN_HEADER = "/O/Table/Scope/Row", "/O/Table/Scope/Column"


@dataclass(slots=True)
class Composer:
    """Composes the blocks of one document on one kind of sheet; foreign text is cleaned here and nowhere else."""

    typesetter: Typesetter
    sheet: Sheet
    top: Node
    tell: Tell
    tables: int = 0

    def story(self, blocks: Iterable[Block]) -> Iterator[Band]:
        """The bands of all blocks; what was decided stays on the page of what it decides."""
        held: _Band | None = None
        for block in blocks:
            for band in self.bands(block):
                if held:
                    if isinstance(block, Para) and block.tone is Tone.OUTCOME:
                        held.glued |= {len(held.strips) - 1}
                    yield held
                held = band
        if held:
            yield held

    def bands(self, block: Block) -> Iterator[_Band]:
        """The bands of one block."""
        match block:
            case Heading():
                yield self._heading(block)
            case Para():
                yield from self._para(block)
            case Bullets():
                yield from self._list(block.items, ["•"] * len(block.items), "•", "/O/List/ListNumbering/Disc")
            case Numbered():
                yield from self._numbered(block)
            case KeyValues():
                yield from self._key_values(block)
            case Table():
                yield from self._table(block)
            case Figure() | Bars():
                yield from [self.picture(block)] if isinstance(block, Figure) else self._bars(block)
            case Rule():
                yield RuleBand(self.sheet.side, self.sheet.measure, with_next=True)
            case Signatures():
                yield from self._signatures(block)
            case _:
                assert_never(block)

    def _heading(self, block: Heading) -> _Band:
        style = paper.HEADINGS[block.level]
        node = self.top.add(f"H{block.level}")
        bookmark = one_line(block.text), block.level - 1
        lines = self._balanced(block.text, style)
        return TextBand(node, lines, style, self.sheet.side, with_next=True, bookmark=bookmark, fresh=block.fresh)

    def _balanced(self, text: str, style: Style) -> list[Line]:
        """Lines of about one length: a heading does not leave a word behind."""
        lines = self.lines(text, style)
        for indent in range(_STEP, int(self.sheet.measure / 2), _STEP) if len(lines) > 1 else ():
            narrower = self.lines(text, style, indent)
            if len(narrower) > len(lines):
                break
            lines = narrower
        return lines

    def _para(self, block: Para) -> Iterator[_Band]:
        style = paper.TONES[block.tone]
        lines = self.lines(block.text, style)
        if lines:
            yield TextBand(self.top.add("P"), lines, style, self.sheet.side, block.with_next)

    def _key_values(self, block: KeyValues) -> Iterator[_Band]:
        if not block.pairs:
            return
        holder = self.top.add("L", attributes="/O/List/ListNumbering/None")
        widest = max(self.typesetter.width(one_line(key), paper.KEY.size, bold=True) for key, _ in block.pairs)
        key_width = min(widest + 2 * _GAP, self.sheet.measure * 0.36)
        for at, (key, value) in enumerate(block.pairs):
            item = holder.add("LI")
            cells = [
                self._cell(item.add("Lbl"), key, paper.KEY, self.sheet.side, key_width - _GAP),
                self._cell(
                    item.add("LBody"), value, paper.VALUE, self.sheet.side + key_width, self.sheet.measure - key_width
                ),
            ]
            above = paper.KEY.above if at else paper.BODY.above
            more = at + 1 < len(block.pairs) <= _SHORT_LIST
            yield RowBand(cells, self.sheet.side, self.sheet.measure, above=above, with_next=more)

    def _table(self, block: Table) -> Iterator[_Band]:
        self.tables += 1
        holder = self.top.add("Table")
        if block.caption:
            caption = self.lines(block.caption, paper.CAPTION)
            yield TextBand(holder.add("Caption"), caption, paper.CAPTION, self.sheet.side, with_next=True)
        grid = Grid.of(block, self.sheet, f"t{self.tables}")
        head = self._head_row(holder.add("THead").add("TR"), grid)
        yield head
        body = holder.add("TBody")
        nothing = ("",) * len(block.columns)  # a table with a head must have a body (ISO 32000-1, 14.8.4.3.4)
        for number, row in enumerate(block.rows or (nothing,)):
            yield self._row(body.add("TR"), grid, row, number, head)

    def _signatures(self, block: Signatures) -> Iterator[_Band]:
        side, dates = self.sheet.side, self.sheet.side + self.sheet.measure - _DATE_WIDTH
        also = (dates, _DATE_WIDTH) if block.dated else None
        for at, line in enumerate(block.lines, 1):
            yield RuleBand(side, _SIGNATURE_WIDTH, drop=40, grey=INK, with_next=True, above=0, also=also)
            cells = [self._cell(self.top.add("P"), line, paper.SIGNATURE, side, _SIGNATURE_WIDTH)]
            if block.dated:
                cells.append(self._cell(self.top.add("P"), DATE, paper.SIGNATURE, dates, _DATE_WIDTH))
            yield RowBand(cells, side, self.sheet.measure, above=3, with_next=at < len(block.lines))

    def _numbered(self, block: Numbered) -> Iterator[_Band]:
        labels = [f"{number}." for number in range(block.start, block.start + len(block.items))]
        widest = f"{max(block.through, block.start + len(block.items) - 1)}."
        yield from self._list(block.items, labels, widest, "/O/List/ListNumbering/Decimal")

    def _list(self, items: Sequence[Item], labels: list[str], widest: str, numbering: str) -> Iterator[_Band]:
        if not items:
            return
        holder = self.top.add("L", attributes=numbering)
        style = paper.ITEM if any(item.under for item in items) else paper.SHORT_ITEM
        indent = self.typesetter.width(widest, style.size) + _GAP
        for at, (item, label) in enumerate(zip(items, labels, strict=True)):
            looks = style if at else paper.ITEM
            yield from self._item(holder.add("LI"), item, label, looks, indent)

    def _item(self, node: Node, item: Item, label: str, style: Style, indent: float) -> Iterator[_Band]:
        (line,) = self.typesetter.lines(label, style.size, self.sheet.measure)
        at = self.sheet.side + indent
        marker = Label(node.add("Lbl"), line, at - _GAP + 2 - line.width)
        body = node.add("LBody")
        text = self.lines(item.text, style, indent)
        yield TextBand(body.add("P"), text, style, at, with_next=bool(item.under), label=marker)
        for number, under in enumerate(item.under):
            looks = paper.UNDER_NEXT if number else paper.UNDER
            lines = self.lines(under, looks, indent)
            if lines:
                yield TextBand(body.add("P"), lines, looks, at)

    def _head_row(self, node: Node, grid: Grid) -> RowBand:
        cells = []
        for at, column in enumerate(grid.columns):
            header = node.add("TH", key=grid.column_id(at), attributes=_COLUMN_HEADER)
            cells.append(self._grid_cell(header, column.title, paper.HEAD_CELL, grid, at))
        return RowBand(cells, self.sheet.side, self.sheet.measure, above=4, pad=_PAD, rule=0.9, with_next=True)

    def _row(self, node: Node, grid: Grid, row: Sequence[Inline], number: int, head: RowBand) -> RowBand:
        cells = []
        for at, text in enumerate(row):
            if at == grid.row_header:
                cell = node.add("TH", key=grid.row_id(number), attributes=_ROW_HEADER)
            else:
                cell = node.add("TD", headers=grid.headers(number, at), attributes="/O/Table")
            cells.append(self._grid_cell(cell, text, paper.CELL, grid, at))
        return RowBand(cells, self.sheet.side, self.sheet.measure, pad=_PAD, rule=0.4, repeat=head)

    def _grid_cell(self, node: Node, text: Inline, style: Style, grid: Grid, at: int) -> Cell:
        x, width = grid.places[at]
        cell = self._cell(node, text, style, x, width)
        return cell._replace(right=x + width) if grid.columns[at].right else cell

    def _cell(self, node: Node, text: Inline, style: Style, x: float, width: float) -> Cell:
        return Cell(node, self._set(text, style, width), style, x)

    def lines(self, text: Inline, style: Style, indent: float = 0.0) -> list[Line]:
        """`text` cleaned and set to the measure, less `indent`."""
        return self._set(text, style, self.sheet.measure - indent)

    def _bars(self, block: Bars) -> Iterator[_Band]:
        """One picture, or as many as pages can hold; each says all of it in words."""
        most = max((bar.value for bar in block.bars), default=0) or 1
        told = max((self._one(bar.told, self.sheet.measure).width for bar in block.bars), default=0.0)
        label = self.sheet.measure * _LABEL_SHARE
        room = self.sheet.measure - label - told - _GAP
        for at in range(0, len(block.bars), _BARS_A_PICTURE):
            bars = [self._bar(bar, label, most) for bar in block.bars[at : at + _BARS_A_PICTURE]]
            node = self.top.add("Figure", alt=one_line(block.alt))
            yield BarsBand(node, bars, paper.BAR, self.sheet.side, label, room)

    def _bar(self, bar: Bar, label: float, most: int) -> BarLines:
        told = self._one(bar.told, self.sheet.measure)
        return BarLines(self._one(bar.label, label - _GAP), told, bar.value / most)

    def _one(self, text: str, width: float) -> Line:
        """The text in one line, cut with a mark where it is longer: the words for the picture have all of it."""
        size = paper.BAR.size
        lines = self.typesetter.lines(one_line(text), size, width) or [Line((), 0.0)]
        if len(lines) == 1:
            return lines[0]
        (first, *_) = self.typesetter.lines(one_line(text), size, width - self.typesetter.width("…", size))
        cut = "".join(glyphs.actual or glyphs.text for glyphs in first.glyphs).rstrip()
        return self.typesetter.lines(f"{cut}…", size, width)[0]

    def _set(self, text: Inline, style: Style, width: float) -> list[Line]:
        if isinstance(text, str):
            cleaned: Inline = clean(text, self.tell)
        else:
            cleaned = tuple(Run(clean(run.text, self.tell), run.bold, run.italic, run.lang) for run in runs(text))
        return self.typesetter.lines(cleaned, style.size, width, bold=style.bold)

    def picture(self, figure: Figure) -> PictureBand:
        """A picture at the left margin, at most as wide as the text."""
        pixels = ImageReader(BytesIO(figure.picture)).getSize()
        width = min(figure.width, self.sheet.measure)
        node = self.top.add("Figure", alt=one_line(figure.alt))
        return PictureBand(node, figure.picture, self.sheet.side, width, width * pixels[1] / pixels[0])
