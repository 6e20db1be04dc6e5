"""A Word file read back: its paragraphs as text, and the bookmarks that stand in them. Nothing in it is ever run."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from hearingdesk.intake.errors import Unreadable, unreadable
from hearingdesk.intake.nature import contents
from hearingdesk.intake.text import clean

MOST_TEXT = 60_000_000
"""Bytes of a text part, unpacked: some thirty thousand pages."""
MOST_LINES = 500_000

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DOCUMENT, _TYPES = "word/document.xml", "[Content_Types].xml"
_UNSEEN = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent", f"{_COMPATIBILITY}Fallback"})
"""What is struck out by a tracked change, moved away, beside the text, or there a second time."""
_AS_TEXT = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_SAVE_AS = "Open it in the program that made it, save it as a Word document (.docx), and take that back."


@dataclass(frozen=True, slots=True)
class WordLine:
    """One paragraph: its text as it reads with all tracked changes accepted, and the bookmarks that touch it."""

    text: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordFile:
    """The paragraphs of a Word file in the order of the page, those of tables included; empty ones as well."""

    name: str
    lines: tuple[WordLine, ...]

    @property
    def marks(self) -> frozenset[str]:
        """The names of all its bookmarks."""
        return frozenset(name for line in self.lines for name in line.marks)


def read_word(path: Path) -> WordFile:
    """The Word file at ``path``. Raises Unreadable, with a sentence for each thing that it must not be."""
    return word_file(path.name, contents(path, "minutes"))


def word_file(name: str, data: bytes) -> WordFile:
    """The same from the file's bytes."""
    part = _document(name, data)
    try:
        return WordFile(name, tuple(_lines(name, part)))
    except DefusedXmlException as fault:
        what = "holds what no Word document needs, and what could harm this computer (XML entities)"
        raise unreadable(name, what, "Do not open it. Ask its sender for the file as Word saved it.") from fault
    except (ParseError, UnicodeError, ValueError) as fault:
        raise _damaged(name) from fault


def _document(name: str, data: bytes) -> bytes:
    """The text part of the package, never unpacked beyond what minutes can need."""
    _need_package(name, data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            _need_document(name, names)
            _need_no_macros(name, names, _part(name, package, _TYPES))
            return _part(name, package, _DOCUMENT)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, KeyError, ValueError, OSError, EOFError) as fault:
        raise _damaged(name) from fault


def _need_package(name: str, data: bytes) -> None:
    if data.startswith(b"PK\x03\x04"):
        return
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise unreadable(name, "is an old Word file (.doc), or protected by a password", _SAVE_AS)
    if data.startswith(b"%PDF"):
        raise unreadable(name, "is a PDF document, not a Word file", "Take back the Word file that was edited.")
    raise unreadable(name, "is no Word file, whatever its name says", "Choose the .docx file that was edited.")


def _need_document(name: str, names: set[str]) -> None:
    if _DOCUMENT in names:
        return
    if "mimetype" in names:
        raise unreadable(name, "is an OpenDocument file (.odt)", _SAVE_AS)
    other = any(part.startswith(("xl/", "ppt/")) for part in names)
    what = "is another kind of Office file" if other else "is a ZIP archive, not a Word file"
    raise unreadable(name, what, "Choose the .docx file that was edited.")


def _need_no_macros(name: str, names: set[str], types: bytes) -> None:
    if b"macroEnabled" in types or any("vbaproject" in part.lower() for part in names):
        todo = "Save it in Word as a plain Word document (.docx), and take that back."
        raise unreadable(name, "holds macros, which minutes have no need of", todo)


def _part(name: str, package: zipfile.ZipFile, part: str) -> bytes:
    """By what really comes out, whatever the package says of itself."""
    with package.open(part) as packed:
        data = packed.read(MOST_TEXT + 1)
    if len(data) > MOST_TEXT:
        raise unreadable(name, "would unpack to far more than any minutes", "Do not open it. Ask its sender about it.")
    return data


def _damaged(name: str) -> Unreadable:
    return unreadable(name, "is damaged", "Save it in Word once more, or copy it again, and take that back.")


def _lines(name: str, part: bytes) -> Iterator[WordLine]:
    reader = _Reader()
    for event, element in iterparse(io.BytesIO(part), events=("start", "end")):
        if event == "start":
            reader.start(element)
            continue
        line = reader.end(element)
        if line is not None:
            reader.lines += 1
            if reader.lines > MOST_LINES:
                raise unreadable(name, "holds far more lines than any minutes", "Check the choice.")
            yield line


@dataclass
class _Reader:
    """Walks the text in the order of the page. ``depth`` counts what is around that nobody sees."""

    depth: int = 0
    lines: int = 0
    open: dict[str, str] = field(default_factory=dict)
    paragraphs: list[tuple[list[str], list[str]]] = field(default_factory=list)

    def start(self, element: Element) -> None:
        if element.tag in _UNSEEN:
            self.depth += 1
        elif element.tag == f"{_W}p":
            self.paragraphs.append(([], list(self.open.values())))
        elif element.tag == f"{_W}bookmarkStart":
            self._mark(element)
        elif element.tag == f"{_W}bookmarkEnd":
            self.open.pop(element.get(f"{_W}id", ""), None)

    def end(self, element: Element) -> WordLine | None:
        """The line that ended with this element, if one did; what was read of it is let go."""
        tag, text = element.tag, element.text or ""
        element.clear()
        if tag in _UNSEEN:
            self.depth -= 1
        elif tag == f"{_W}p":
            told, marks = self.paragraphs.pop()
            if not self.depth:
                return WordLine(clean("".join(told)), tuple(dict.fromkeys(marks)))
        elif self.paragraphs and not self.depth:
            self.paragraphs[-1][0].append(text if tag == f"{_W}t" else _AS_TEXT.get(tag, ""))
        return None

    def _mark(self, element: Element) -> None:
        name = element.get(f"{_W}name", "")
        self.open[element.get(f"{_W}id", "")] = name
        if self.paragraphs:
            self.paragraphs[-1][1].append(name)
