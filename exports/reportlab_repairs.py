"""What ReportLab 5.1 writes that PDF/A-2 and PDF/UA-1 do not allow, mended in one place.

Each repair replaces a named point of ReportLab. `tests/exports/test_reportlab_repairs.py` fails when a new ReportLab
moves or mends one of them; `pyproject.toml` holds its minor version for the same reason.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from reportlab import rl_config
from reportlab.pdfbase import ttfonts
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream

_ONE_AT_A_TIME = Lock()
_format_stream = PDFStream.format
_STREAM_END = b"endstream\n"


@contextmanager
def repaired() -> Iterator[None]:
    """ReportLab with the repairs in place, for one document at a time (fonts cannot serve two); restored afterwards."""
    with _ONE_AT_A_TIME:
        to_unicode_before, armour_before = ttfonts.makeToUnicodeCMap, rl_config.useA85
        _put(stream_with_line_end, to_unicode)
        rl_config.useA85 = 0  # text armour that makes every stream a quarter longer
        try:
            yield
        finally:
            _put(_format_stream, to_unicode_before)
            rl_config.useA85 = armour_before


def _put(format_stream: Callable[..., bytes], to_unicode_map: Callable[..., str]) -> None:
    setattr(PDFStream, "format", format_stream)  # noqa: B010  # plain assignment to a method is no typed Python
    setattr(ttfonts, "makeToUnicodeCMap", to_unicode_map)  # noqa: B010


def stream_with_line_end(stream: PDFStream, document: PDFDocument) -> bytes:
    """A stream with an end of line before "endstream" (ISO 19005-2, 6.1.7.1).

    CR LF, because data that happen to end in CR or LF would make a lone one ambiguous.
    """
    written: bytes = _format_stream(stream, document)
    return written.removesuffix(_STREAM_END) + b"\r\n" + _STREAM_END


def to_unicode(font: str, subset: list[int]) -> str:
    """The ToUnicode map of a font subset: no code for U+0000 (ISO 14289-1, 7.21.7), blocks of at most 100 lines."""
    pairs = [(code, point) for code, point in enumerate(subset) if point not in (0, 0xFEFF, 0xFFFE)]
    blocks = (pairs[at : at + 100] for at in range(0, len(pairs), 100))
    return _CMAP % (font, "\n".join(map(_block, blocks)))


def _block(pairs: list[tuple[int, int]]) -> str:
    lines = "\n".join(f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>" for code, point in pairs)
    return f"{len(pairs)} beginbfchar\n{lines}\nendbfchar"


_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<< /Registry (Adobe)
/Ordering (UCS)
/Supplement 0
>> def
/CMapName /%s def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
%s
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
