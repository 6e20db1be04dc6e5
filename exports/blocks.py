"""What a paper is made of, before anyone asks whether it will be a PDF, a Word file or a page of HTML."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face; `lang` is a BCP 47 tag where it differs from the document's."""

    text: str
    bold: bool = False
    italic: bool = False
    lang: str | None = None


Inline = str | tuple[Run, ...]
"""The text of a paragraph: plain, or runs set one after the other (blanks between runs belong to the runs)."""


class Tone(StrEnum):
    """How a paragraph speaks."""

    BODY = "body"
    STATUS = "status"  # DRAFT, REHEARSAL: what every reader must see
    LEAD = "lead"  # the line or two under the title
    NOTE = "note"  # small print
    OUTCOME = "outcome"  # what was decided


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 is the document's title and stands once; no level is skipped on the way down.

    `anchor` is the name by which a file that was edited is asked for this place again. What is `fresh` begins a page.
    """

    level: int
    text: str
    anchor: str = ""
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Para:
    text: Inline
    tone: Tone = Tone.BODY
    with_next: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list: its own line and, below it, paragraphs that belong to it.

    `anchor` names the paragraphs below, or the place where there are none yet: prose that people may edit.
    """

    text: Inline
    under: tuple[Inline, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A list from `start` on; a part of a longer one says `through`, the last number of all, so that all align."""

    items: tuple[Item, ...]
    start: int = 1
    through: int = 0


@dataclass(frozen=True, slots=True)
class KeyValues:
    """Names and what they hold, such as "Present" and the members present."""

    pairs: tuple[tuple[str, Inline], ...]


@dataclass(frozen=True, slots=True)
class Col:
    """A column of a table: `share` of the width against the other columns; numbers stand to the right."""

    title: str
    share: float = 1.0
    right: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row; `row_header` is the column that names each row (None: no such column).

    Every row has as many cells as there are columns.
    """

    caption: str
    columns: tuple[Col, ...]
    rows: tuple[tuple[Inline, ...], ...]
    row_header: int | None = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture (PNG or JPEG bytes) with the words that stand for it; `width` in points, height in proportion."""

    picture: bytes
    alt: str
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar as long as its `value`; `told` is what stands at its end."""

    label: str
    value: int
    told: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars one below the other, a picture for the eye; `alt` says the same in words."""

    bars: tuple[Bar, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across the measure; says nothing to a screen reader."""


DATE = "Date"


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, each with the words that stand below it and, if `dated`, a line for the date beside it."""

    lines: tuple[str, ...]
    dated: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """What stands below the lines, in reading order."""
        return tuple(word for line in self.lines for word in ((line, DATE) if self.dated else (line,)))


Block = Heading | Para | Bullets | Numbered | KeyValues | Table | Figure | Bars | Rule | Signatures


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The top of the first page: whose paper this is."""

    name: str
    lines: tuple[str, ...] = ()
    seal: Figure | None = None


class Paper(StrEnum):
    LETTER = "letter"
    A4 = "a4"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper.

    `status` ("DRAFT") stands in the header of every page; the blocks say it once more as text. `running` is what the
    header calls the paper, `footer` the words left of "Page n of m". `made` (aware) is the date in the file's
    properties: it comes from the record, so that the same record gives the same bytes.
    """

    title: str
    lang: str
    author: str
    subject: str
    made: datetime
    blocks: tuple[Block, ...]
    status: str = ""
    running: str = ""
    footer: str = ""
    letterhead: Letterhead | None = None
    paper: Paper = Paper.LETTER


def runs(text: Inline) -> tuple[Run, ...]:
    """`text` as runs."""
    return (Run(text),) if isinstance(text, str) else text
