"""An agenda copied out of a document or an e-mail: one item a line, with no headings above."""

import re
from collections.abc import Iterator

from hearingdesk.intake.notices import Line
from hearingdesk.intake.text import one_line

_NUMBER = r"(\d{1,3}(?:\.\d{1,3})*[A-Za-z]?|[A-Z]|[IVXLC]{1,6})"
_ALONE = re.compile(rf"{_NUMBER}[.):]?")
_BEFORE = re.compile(rf"{_NUMBER}[.):]\s+(?=\S)")


def reads_as_lines(text: str) -> bool:
    """Whether most lines begin with a number as ``1.`` or ``B)``: their commas are no cuts between cells."""
    said = [line.strip() for line in text.splitlines() if line.strip()]
    return "\t" not in text and 2 * sum(1 for line in said if _BEFORE.match(line)) > len(said)


def lines_of(text: str) -> Iterator[Line]:
    """The lines that say something. Of cells cut at tabs the longest is the title; a number stands before it, or in
    the first cell.
    """
    for place, said in enumerate(text.splitlines(), 1):
        cells = [cell for cell in map(one_line, said.split("\t")) if cell]
        if cells:
            yield _line(place, cells)


def _line(place: int, cells: list[str]) -> Line:
    alone = _ALONE.fullmatch(cells[0]) if len(cells) > 1 else None
    number, rest = (alone[1], cells[1:]) if alone else ("", cells)
    title = max(rest, key=len)
    before = None if number else _BEFORE.match(title)
    if before:
        return Line(place, title[before.end() :], before[1], type=_others(rest, title))
    return Line(place, title, number, type=_others(rest, title))


def _others(cells: list[str], title: str) -> str:
    return " ".join(cell for cell in cells if cell != title)
