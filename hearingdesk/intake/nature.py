"""What a file is, told by its content and never by its name; only regular files of a sane size are opened."""

import io
import os
import re
import stat
import zipfile
from enum import StrEnum
from pathlib import Path

from hearingdesk.intake.errors import Unreadable, unreadable

MOST_BYTES = 50_000_000
MOST_INFLATED = 300_000_000
MOST_RATIO = 120
FREE_OF_RATIO = 5_000_000
"""A part that inflates to less than this may be packed as tightly as it likes."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*["}]|\[\s*[\[{"\]])')
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS = "Open it in a spreadsheet program, save it as .xlsx or .csv, and read that."
_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"\x00\x00\x00\x18ftyp", "a picture or a recording"),
    (b"\x00\x00\x00\x20ftyp", "a picture or a recording"),
    (b"ID3", "a recording"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
)
_PARTS = (
    ("xl/workbook.bin", "is a binary Excel workbook (.xlsb)", _SAVE_AS),
    ("word/document.xml", "is a Word document", "Copy its table into a spreadsheet, save that as .xlsx, and read it."),
    ("ppt/presentation.xml", "is a PowerPoint presentation", _SAVE_AS),
    ("Index/Document.iwa", "is an Apple Numbers or Pages document", _SAVE_AS),
)


class Nature(StrEnum):
    """What can be read."""

    WORKBOOK = "XLSX"
    TEXT = "CSV"
    JSON = "JSON"


def contents(path: Path, wanted: str = "a list of people") -> bytes:
    """Everything in a regular file of at most 50 MB. Raises Unreadable on anything else, and never waits on a pipe.

    ``wanted`` says what the file should hold.
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as fault:
        raise _unopened(path, fault) from fault
    try:
        _need_regular(path.name, os.fstat(handle), wanted)
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(MOST_BYTES + 1)
    except OSError as fault:
        raise unreadable(path.name, "cannot be read from its disk", "Copy it to this computer first.") from fault
    finally:
        os.close(handle)


def nature(name: str, data: bytes) -> Nature:
    """What these bytes are. Raises Unreadable, with a sentence of its own for each thing people bring by mistake."""
    if not data.strip(b"\x00\t\r\n \xef\xbb\xbf"):
        raise unreadable(name, "is empty", "Check that the right file was chosen, and that the download was complete.")
    if data.startswith(b"PK\x03\x04"):
        return _packed(name, data)
    if data.startswith(_OLE):
        raise _ole(name, data)
    _refuse_known(name, data)
    return Nature.JSON if _JSON.match(data[:2000]) else Nature.TEXT


def _unopened(path: Path, fault: OSError) -> Unreadable:
    if isinstance(fault, FileNotFoundError):
        return unreadable(path.name, "is not there", "Check the folder and the spelling of the name.")
    if isinstance(fault, PermissionError):
        return unreadable(path.name, "may not be read by you", "Ask its owner for a copy, or copy it to your folder.")
    return unreadable(path.name, f"cannot be opened ({fault.strerror})", "Copy the file to this computer first.")


def _need_regular(name: str, about: os.stat_result, wanted: str) -> None:
    if stat.S_ISDIR(about.st_mode):
        raise unreadable(name, "is a folder", "Choose a file in it.")
    if not stat.S_ISREG(about.st_mode):
        raise unreadable(name, "is no ordinary file", "Choose a file that is saved on this computer.")
    if about.st_size > MOST_BYTES:
        size = f"{about.st_size / 1_000_000:,.0f} MB"
        raise unreadable(name, f"is too large for {wanted} ({size}; 50 MB is the most)", "Check the choice.")


def _refuse_known(name: str, data: bytes) -> None:
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise unreadable(name, f"is {what}, not a spreadsheet", "Choose a file saved as .xlsx or .csv.")
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")):
        raise unreadable(name, "is a web page, not a spreadsheet", f"Download the list itself. {_SAVE_AS}")
    if head.startswith(b"<?xml"):
        raise unreadable(name, "is an XML file, not a spreadsheet", _SAVE_AS)


def _ole(name: str, data: bytes) -> Unreadable:
    if _ENCRYPTED in data:
        todo = "Open it in Excel, save a copy without a password, and read that."
        return unreadable(name, "is protected by a password", todo)
    return unreadable(name, "is an old Excel or Office file (.xls)", _SAVE_AS)


def _packed(name: str, data: bytes) -> Nature:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {part.filename: part for part in package.infolist()}
            opendocument = "mimetype" in parts and b"opendocument" in package.open("mimetype").read(100)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError, EOFError) as fault:
        raise unreadable(name, "is damaged", "Download or copy the file again.") from fault
    if opendocument:
        raise unreadable(name, "is an OpenDocument file (.ods)", _SAVE_AS)
    for part, what, todo in _PARTS:
        if part in parts:
            raise unreadable(name, what, todo)
    if not any(part.startswith("xl/") for part in parts):
        raise unreadable(name, "is a ZIP archive, not a spreadsheet", "Unpack it, and read the file inside.")
    _refuse_bomb(name, list(parts.values()))
    return Nature.WORKBOOK


def _refuse_bomb(name: str, parts: list[zipfile.ZipInfo]) -> None:
    """By what the package itself declares: nothing is unpacked beyond that."""
    inflated = sum(part.file_size for part in parts)
    tight = [p for p in parts if p.file_size > FREE_OF_RATIO and p.file_size > MOST_RATIO * max(p.compress_size, 1)]
    if inflated > MOST_INFLATED or tight:
        what = f"would unpack to {inflated / 1_000_000:,.0f} MB, which no list of people needs"
        raise unreadable(name, what, "Do not open it. Ask its sender for the list as .csv.")
