"""What every scene has round it: the rehearsal band, who meets and what time it is, and the rule in force."""

from collections.abc import Sequence
from dataclasses import replace

from hearingdesk.ui.display.page import ASCENT, Page, Row, Span, depth, pitch, set_row, set_rows, wrapped
from hearingdesk.ui.display.picture import Box, Form, Ink, Piece, Role, Shape, Weight
from hearingdesk.ui.display.words import Phrase

MARGIN_ACROSS, MARGIN_DOWN = 0.034, 0.035
_GAP = 0.014


def band(page: Page, words: Phrase) -> tuple[list[Piece], Page]:
    """A band over the whole width at the top, so that nobody takes a rehearsal for a hearing."""
    look = Span(" · ".join(words).upper(), page.small(Weight.BOLD, 0.08), Ink.GROUND)
    wide, tall = page.measure((look,)), pitch(look.type)
    ground = Shape(Form.RULE, Ink.TEXT, Box(0, 0, page.width, tall))
    text = set_rows(page, Role.HEADER, [(look,)], (page.width - wide) / 2, 0)
    return [ground, *text], page.below(tall + page.tall(_GAP))


def header(page: Page, title: str, subject: str, right: str) -> tuple[list[Piece], Page]:
    """The title, what it is about, and what stands at the right end; the subject gives way, then the title."""
    area, x = page.area, page.area.x
    clock = Span(right, page.small(Weight.SEMIBOLD), Ink.TEXT)
    wide = page.measure((clock,))
    row = _heading(page, title, subject, area.width - wide - page.tall(0.04))
    baseline = area.y + ASCENT * clock.type.size
    texts = set_row(page, Role.HEADER, row, x, baseline)
    texts += set_row(page, Role.HEADER, (clock,), area.right - wide, baseline)
    return [*texts], page.below(area.y + pitch(clock.type) + page.tall(_GAP))


def _heading(page: Page, title: str, subject: str, width: float) -> Row:
    bold, plain = page.small(Weight.BOLD), page.small()
    first, second = Span(title, bold, Ink.TEXT), Span(f"   {subject}", plain, Ink.DIM)
    left = width - page.measure((first,))
    if subject and left >= page.measure((second,)) / 2:
        return first, _elided(page, second, left)
    return (_elided(page, Span(subject, plain, Ink.TEXT) if subject else first, width),)


def _elided(page: Page, span: Span, width: float) -> Span:
    return replace(span, text=page.ruler.elided(span.text, span.type, width))


def footer(page: Page, rules: Sequence[Sequence[str]]) -> tuple[list[Piece], Page]:
    """The rule in force along the bottom, in each language, under a hairline."""
    rows = [row for candidates in rules for row in _fitting(page, candidates)]
    area, gap = page.area, page.tall(_GAP)
    top = area.bottom - depth(rows) + page.tall(0.008)
    line = Shape(Form.RULE, Ink.LINE, Box(area.x, top - gap, area.width, max(1.0, page.tall(0.0018))))
    free = page.within(Box(area.x, area.y, area.width, top - 1.8 * gap - area.y))
    return [line, *set_rows(page, Role.RULE, rows, area.x, top)], free


def _fitting(page: Page, candidates: Sequence[str]) -> list[Row]:
    """The fullest sentence that fits on one line, else the shortest on as many as it takes."""
    look = Span("", page.line(), Ink.DIM)
    for sentence in candidates:
        if page.ruler.width(sentence, look.type) <= page.area.width:
            return [(replace(look, text=sentence),)]
    return wrapped(page, candidates[-1], look, page.area.width)
