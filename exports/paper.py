"""The look of the paper: sizes, spaces and faces, in points."""

from dataclasses import dataclass
from enum import Enum

from exports.blocks import Paper, Tone
from exports.pen import GREY, INK


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set: size over leading, and the white above it."""

    size: float
    leading: float
    above: float
    bold: bool = False
    grey: float = INK


BODY = Style(10.5, 15, 7)
UNDER = Style(10.5, 15, 2)
UNDER_NEXT = Style(10.5, 15, 7)
ITEM = Style(10.5, 15, 7)
SHORT_ITEM = Style(10.5, 15, 2)
CELL = Style(9.5, 13, 0)
HEAD_CELL = Style(8.5, 12, 0, bold=True, grey=GREY)
CAPTION = Style(9.5, 13, 12, bold=True)
KEY = Style(10.5, 15, 3, bold=True)
VALUE = Style(10.5, 15, 3)
BAR = Style(9.5, 15, 0)
RUNNING = Style(8.5, 11, 0, grey=GREY)
LETTERHEAD_NAME = Style(15, 19, 0, bold=True)
LETTERHEAD_LINE = Style(9, 12.5, 0, grey=GREY)
SIGNATURE = Style(9, 12.5, 3, grey=GREY)

HEADINGS = {
    1: Style(21, 26, 22, bold=True),
    2: Style(13.5, 18, 24, bold=True),
    3: Style(11, 15, 16, bold=True),
    4: Style(10.5, 15, 12, bold=True, grey=GREY),
}

TONES = {
    Tone.BODY: BODY,
    Tone.STATUS: Style(10.5, 15, 8, bold=True),
    Tone.LEAD: Style(11, 16, 4, grey=GREY),
    Tone.NOTE: Style(9, 12.5, 8, grey=GREY),
    Tone.OUTCOME: Style(10.5, 15, 10, bold=True),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A size of paper and its margins; the measure is about seventy-five letters of body text."""

    width: float
    height: float
    side: float
    top: float = 78
    bottom: float = 78

    @property
    def measure(self) -> float:
        return self.width - 2 * self.side

    @property
    def depth(self) -> float:
        """Height for text on a page."""
        return self.height - self.top - self.bottom


class _Sheets(Enum):
    LETTER = Sheet(612, 792, 92)
    A4 = Sheet(595.28, 841.89, 84)


def sheet_of(paper: Paper) -> Sheet:
    return _Sheets[paper.name].value
