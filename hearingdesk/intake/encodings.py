"""In which encoding a text file is written: by its mark, by trial, last by likelihood; always said, never silent."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from hearingdesk.intake.errors import unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_LIKELY = ["cp1252", "cp932", "gb18030", "big5", "cp949", "cp1251", "cp1250", "cp1253", "cp1255", "cp1256", "mac_roman"]
_LATIN = ("cp1252", "mac_roman", "cp1250")
_ODD = re.compile(
    r"(?<=[^\W\d_])[^\w\s\x00-\x7f’‘‐-―·](?=[^\W\d_])"  # a sign within a word
    r"|[£¥¹²³¼¾](?=[^\W\d_])"
    r"|(?<=[a-zß-öø-ÿ])[À-ÖØ-ÞŽŠŸŒĄŁŚŹŻĆĘŃ]"  # a foreign capital after a small letter
)
_NAMES = {
    "utf-8": "UTF-8",
    "cp1252": "Windows-1252 (Western European)",
    "cp932": "Shift-JIS (Japanese)",
    "gb18030": "GB 18030 (Chinese)",
    "big5": "Big5 (Chinese)",
    "cp949": "EUC-KR (Korean)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "cp1250": "Windows-1250 (Central European)",
    "cp1253": "Windows-1253 (Greek)",
    "cp1255": "Windows-1255 (Hebrew)",
    "cp1256": "Windows-1256 (Arabic)",
    "mac_roman": "Mac Roman",
    "latin-1": "ISO 8859-1",
}
_SAMPLE = 100_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the name of its encoding, and what a clerk should know of it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decoded(name: str, data: bytes, encoding: str = "") -> Decoded:
    """The text of ``data``, in the encoding given or else found. Raises Unreadable where it cannot be that."""
    found = _as_told(name, data, encoding) if encoding else _found(name, data)
    nuls = found.text.count("\0")
    if not nuls:
        return found
    note = f"{nuls} NUL characters were passed over; the program that wrote this file puts them in by mistake."
    return Decoded(found.text.replace("\0", ""), found.encoding, (*found.notes, note))


def _as_told(name: str, data: bytes, encoding: str) -> Decoded:
    try:
        codec = codecs.lookup(encoding)
        text = data.decode(codec.name)
    except LookupError as fault:
        raise unreadable(name, f"was to be read as {encoding}, which is no encoding", "Try utf-8 or cp1252.") from fault
    except UnicodeDecodeError as fault:
        raise unreadable(name, f"is not written in {encoding}", "Let the encoding be found, or try another.") from fault
    return Decoded(text.removeprefix("\ufeff"), _NAMES.get(codec.name, codec.name))


def _found(name: str, data: bytes) -> Decoded:
    for mark, codec, label in _MARKS:
        if data.startswith(mark):
            return _by_mark(name, data[len(mark) :], codec, label)
    unmarked = _utf16_without_mark(data)
    if unmarked:
        return _by_mark(name, data, unmarked, "UTF-16 without a mark")
    try:
        return Decoded(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        return _mixed(data) or _likeliest(name, data)


def _by_mark(name: str, data: bytes, codec: str, label: str) -> Decoded:
    try:
        return Decoded(data.decode(codec), label)
    except UnicodeDecodeError as fault:
        what = f"says that it is {label}, but is damaged after {fault.start} bytes"
        raise unreadable(name, what, "Download or copy the file again.") from fault


def _utf16_without_mark(data: bytes) -> str:
    """The codec, where nearly every other byte of the beginning is NUL; else empty."""
    head = data[:4000]
    half = len(head) // 2
    if head[1::2].count(0) > 0.6 * half and head[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if head[0::2].count(0) > 0.6 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return ""


def _mixed(data: bytes) -> Decoded | None:
    """UTF-8 with a few lines in Windows-1252, as when lists are pasted together; None where it is not that."""
    lines = data.splitlines(keepends=True)
    foreign = [number for number, line in enumerate(lines, 1) if not _is_utf8(line)]
    native = sum(1 for line in lines if not line.isascii() and _is_utf8(line))
    if native < max(len(foreign), 1):
        return None
    which = ", ".join(map(str, foreign[:5])) + (" …" if len(foreign) > 5 else "")
    text = "".join(line.decode("utf-8") if _is_utf8(line) else _western(line) for line in lines)
    many = "lines" if len(foreign) > 1 else "line"
    note = f"Not all of it is UTF-8: {many} {which} were read as Windows-1252. Check the names there."
    return Decoded(text, "UTF-8, mixed", (note,))


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _likeliest(name: str, data: bytes) -> Decoded:
    if _looks_binary(data):
        raise unreadable(name, "holds no text", "Choose a file saved as .xlsx or .csv.")
    best = from_bytes(data[:_SAMPLE], cp_isolation=_LIKELY, threshold=0.4).best()
    codec = best.encoding if best else "cp1252"
    readings = {latin: _decoded_or_none(data, latin) for latin in (_LATIN if codec in _LATIN else (codec, *_LATIN[:1]))}
    possible = {codec: text for codec, text in readings.items() if text is not None}
    codec = min(possible, key=lambda codec: _oddness(possible[codec])) if possible else "latin-1"
    label = _NAMES.get(codec, codec)
    note = f"The encoding is not marked; {label} is the likeliest. Check the names."
    return Decoded(possible.get(codec) or data.decode(codec), label, (note,))


def _western(line: bytes) -> str:
    text = _decoded_or_none(line, "cp1252")
    return line.decode("latin-1") if text is None else text


def _decoded_or_none(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _oddness(text: str) -> int:
    """How often letters and signs stand as no language writes them."""
    return len(_ODD.findall(text))


def _looks_binary(data: bytes) -> bool:
    head = data[:4000]
    odd = sum(1 for byte in head if byte < 32 and byte not in (9, 10, 13, 12, 27))
    return odd > 0.02 * len(head)
