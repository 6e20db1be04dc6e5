"""The scenes without a running clock, and messages: one big line, the same in the other language, what else to know."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hearingdesk.domain.face import Face, OnFloor, Scene
from hearingdesk.ui.display.frame import footer
from hearingdesk.ui.display.page import NAME, Page, Row, Span, depth, rows_of, set_rows, wrapped
from hearingdesk.ui.display.people import AIR, WIDE, caption, column, strip
from hearingdesk.ui.display.picture import Box, Form, Ink, Piece, Role, Shape, Weight
from hearingdesk.ui.display.plain import plain
from hearingdesk.ui.display.said import Board, board, counts, rules
from hearingdesk.ui.display.tally import TALLIED, tally
from hearingdesk.ui.display.words import Phrase, Wording

_SIZES = (0.1, 0.085, 0.072, NAME, 0.052, 0.044, 0.037)
_RULED = (Scene.BEFORE, Scene.BETWEEN, Scene.PAUSED)
_LISTED = (Scene.BETWEEN, Scene.PAUSED)


def scene(face: Face, page: Page, wording: Wording) -> list[Piece]:
    """A scene without a speaker; who waits stands beside it while somebody does."""
    if face.tally and face.scene in TALLIED:
        told = board(face, wording)
        until = told.details[:1] if face.scene in (Scene.RECESS, Scene.PAUSED) else ()
        return tally(face.tally, replace(told, details=until), page, wording)
    ruled = face.scene in _RULED or (face.scene is Scene.ITEM and face.takes_testimony)
    foot, page = footer(page, rules(face, wording)) if ruled else ([], page)
    people = face.next_up[1:] if face.scene is Scene.BETWEEN else face.next_up
    if face.scene not in _LISTED or not people:
        return [*set_board(page, board(face, wording)), *foot]
    if page.width / page.height < WIDE:
        return [*_over_strip(page, face, people, wording), *foot]
    left, right = _split(page.below(page.area.y + page.tall(AIR)))
    x = (left.area.right + right.area.x) / 2
    line = Shape(Form.RULE, Ink.LINE, Box(x, right.area.y, max(1.0, page.tall(0.0018)), right.area.height))
    beside = column(right, people, counts(face, wording), wording, come=False)
    return [*set_board(left, board(face, wording)), line, *beside, *foot]


def _over_strip(page: Page, face: Face, people: Sequence[OnFloor], wording: Wording) -> list[Piece]:
    """On a screen that is nearly square, who waits stands under the board."""
    area, low = page.area, page.tall(0.2)
    upper = page.within(Box(area.x, area.y, area.width, area.height - low))
    return [*set_board(upper, board(face, wording)), *strip(page.below(upper.area.bottom), people, wording)]


def message(words: Phrase, page: Page) -> list[Piece]:
    """Words to the room, as big as they may be."""
    first, *others = (plain(each) for each in words)
    return set_board(page, Board(first, tuple(others)))


def _split(page: Page) -> tuple[Page, Page]:
    area, gap = page.area, page.tall(0.066)
    wide = area.width * 0.58
    right = Box(area.x + wide + gap, area.y, area.width - wide - gap, area.height)
    return page.within(Box(area.x, area.y, wide, area.height)), page.within(right)


def set_board(page: Page, told: Board) -> list[Piece]:
    """The board in the biggest size that fits, a little above the middle."""
    area = page.area.inset(0, page.tall(0.012))
    ways = (_blocks(page, each, size) for each, size in _ways(page, told))
    blocks = next((made for made in ways if _depth(made) <= area.height), [])
    top = area.y + max(0.0, area.height - _depth(blocks)) * 0.42
    pieces: list[Piece] = []
    for role, rows, gap in blocks:
        pieces += set_rows(page, role, rows, area.x, top + gap)
        top += gap + depth(rows)
    return pieces


def _ways(page: Page, told: Board) -> Iterator[tuple[Board, float]]:
    """From the biggest to the smallest: the details give way, and only then the headline shrinks below its floor.

    A size that would only break the headline into more lines is left out.
    """
    bare = replace(told, details=(), seal=())
    lines = {
        size: len(page.ruler.lines(told.headline, page.type(size, Weight.BOLD), page.area.width)) for size in _SIZES
    }
    sizes = [size for size in _SIZES if size < 0.07 or lines[size] <= lines[0.072]]
    yield from ((told, size) for size in sizes)
    yield from ((bare, size) for size in sizes)
    yield from ((bare, _SIZES[-1] * 0.95**step) for step in range(1, 80))


_Block = tuple[Role, list[Row], float]
"""Rows of one role, and the space above them."""


def _depth(blocks: list[_Block]) -> float:
    return sum(gap + depth(rows) for _, rows, gap in blocks)


def _blocks(page: Page, told: Board, size: float) -> list[_Block]:
    width, gap = page.area.width, page.tall(0.03)
    big = Span("", page.type(size, Weight.BOLD), Ink.TEXT)
    also = Span("", page.type(min(size, max(0.0413, size * 0.62))), Ink.DIM)
    detail, aside = Span("", page.line(), Ink.TEXT), Span("", page.line(), Ink.DIM)
    head = [caption(page, told.caption, width)] if told.caption else []
    blocks: list[_Block] = [(Role.CAPTION, head, 0.0), (Role.HEADLINE, wrapped(page, told.headline, big, width), 0.0)]
    blocks += [(Role.HEADLINE, wrapped(page, words, also, width), gap * 0.2) for words in told.beside]
    for place, phrase in enumerate(phrase for phrase in told.details if any(phrase)):
        blocks.append((Role.DETAIL, rows_of(page, phrase, detail, aside, width), gap if place == 0 else gap * 0.5))
    seal = Span("", page.small(), Ink.DIM)
    rows = [row for line in told.seal for row in wrapped(page, line, seal, width)]
    return [*blocks, (Role.NOTE, rows, gap)] if rows else blocks
