"""Pictures of the pages as they will be printed, for a screen: the real pages, not a likeness of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

from exports.blocks import Document
from exports.tagged_pdf import write_pdf

_ENOUGH = 40
"""So many letters tell one place on a page from another."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """Page `number` of `of`, as `width` times `height` pixels of three bytes each, red, green and blue."""

    number: int
    of: int
    width: int
    height: int
    pixels: bytes


def page_picture(document: Document, width: int, wanted: Sequence[str] = (), number: int = 0) -> PagePicture:
    """One page of `document`, `width` pixels wide: page `number`, or the first on which a `wanted` text begins.

    Of several texts the first that is found anywhere counts; without any, or where none is found, page 1. Pages beyond
    the last are the last. Raises ExportFailed.
    """
    with TemporaryDirectory() as folder:
        target = Path(folder) / "pages.pdf"
        write_pdf(document, target)
        data = target.read_bytes()
    with pypdfium2.PdfDocument(data) as pages:
        at = min(number, len(pages)) if number else _found(pages, wanted)
        page = pages[at - 1]
        bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True, maybe_alpha=False)
        return PagePicture(at, len(pages), bitmap.width, bitmap.height, _packed(bitmap))


def _packed(bitmap: pypdfium2.PdfBitmap) -> bytes:
    """The rows one after the other, without the bytes that fill each of them up."""
    wide, data = bitmap.width * 3, bytes(bitmap.buffer)
    return b"".join(data[start : start + wide] for start in range(0, bitmap.stride * bitmap.height, bitmap.stride))


def _found(pages: pypdfium2.PdfDocument, wanted: Sequence[str]) -> int:
    told = [_bare(page.get_textpage().get_text_bounded()) for page in pages]
    for text in filter(None, map(_bare, wanted)):
        for number, page in enumerate(told, 1):
            if text[:_ENOUGH] in page:
                return number
    return 1


def _bare(text: str) -> str:
    """Without what a line's end adds or takes away."""
    return re.sub(r"[\s\u00ad\ufffe-]+", "", text)
