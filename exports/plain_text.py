"""A document as plain text: lines short enough to read anywhere, headings underlined, lists hung."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import wrap
from typing import assert_never

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
    Table,
    runs,
)
from exports.files import write_beside
from exports.report import ExportReport, Remarks
from exports.text import Tell, clean
from exports.watch import Progress, unwatched, watched

_MEASURE = 76
_INDENT = 4
_WIDEST_KEY = 28


def write_text(document: Document, target: Path, progress: Progress = unwatched) -> ExportReport:
    """Write `document` to `target` in UTF-8; the same document gives the same bytes. Raises ExportFailed."""
    remarks = Remarks()
    lines = list(watched(_Typist(remarks.tell).lines(document), progress))
    write_beside(target, lambda path: path.write_bytes("".join(f"{line}\n" for line in lines).encode()))
    return ExportReport(target, len(lines), target.stat().st_size, remarks.sentences(), ("line",))


class _Typist:
    """Types one document; `tell` hears what happens to its characters."""

    def __init__(self, tell: Tell) -> None:
        self.tell = tell

    def lines(self, document: Document) -> Iterator[str]:
        if document.letterhead:
            for text in (document.letterhead.name, *document.letterhead.lines):
                yield from self._wrapped(text)
            yield "-" * _MEASURE
        for block in document.blocks:
            typed = list(self._block(block))
            yield from ["", *typed] if typed else []

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                yield from self._heading(block)
            case Para():
                yield from self._wrapped(block.text)
            case Bullets():
                yield from self._items(block.items, ["-"] * len(block.items))
            case Numbered():
                yield from self._items(block.items, [f"{at}." for at, _ in enumerate(block.items, block.start)])
            case KeyValues():
                yield from self._key_values(block)
            case Table():
                yield from self._table(block)
            case Figure() | Bars():
                yield from self._wrapped(f"[Picture: {block.alt}]")
            case Rule():
                yield "-" * _MEASURE
            case Signatures():
                yield from self._signatures(block)
            case _:
                assert_never(block)

    def _heading(self, block: Heading) -> Iterator[str]:
        lines = self._wrapped(block.text)
        yield from lines
        yield ("=" if block.level == 1 else "-") * max(map(len, lines), default=1)

    def _items(self, items: Iterable[Item], labels: list[str]) -> Iterator[str]:
        hang = max((len(label) for label in labels), default=0) + 1
        for item, label in zip(items, labels, strict=True):
            yield from self._wrapped(item.text, label.rjust(hang - 1) + " ", " " * hang)
            for under in item.under:
                yield from self._wrapped(under, " " * hang, " " * hang)

    def _key_values(self, block: KeyValues) -> Iterator[str]:
        widest = max((len(self._clean(key)) for key, _ in block.pairs), default=0)
        hang = min(widest, _WIDEST_KEY) + 2
        for key, value in block.pairs:
            told = self._clean(key)
            if len(told) < hang:
                yield from self._wrapped(value, told.ljust(hang), " " * hang) or [told]
            else:
                yield from [*self._wrapped(told), *self._wrapped(value, " " * hang, " " * hang)]

    def _table(self, block: Table) -> Iterator[str]:
        yield from self._wrapped(block.caption)
        for row in (tuple(column.title for column in block.columns), *block.rows):
            yield from self._wrapped(" | ".join(map(self._clean, row)), "", " " * _INDENT)

    def _signatures(self, block: Signatures) -> Iterator[str]:
        for line in block.words:
            yield from ("", "", "_" * (_MEASURE // 2), *self._wrapped(line))

    def _wrapped(self, text: Inline, first: str = "", rest: str = "") -> list[str]:
        """The text in lines of the measure; no line where there is no text."""
        told = self._clean(text)
        return wrap(
            told,
            _MEASURE,
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )

    def _clean(self, text: Inline) -> str:
        return " ".join("".join(clean(run.text, self.tell) for run in runs(text)).split())
