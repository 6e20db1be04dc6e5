"""The screens that show one thing: the clock that faces the speaker, the queue for an overflow room."""

from hearingdesk.domain.face import ClockState, Face, OnFloor
from hearingdesk.ui.display.page import NAME, Page, Row, Span, depth, set_rows, wrapped
from hearingdesk.ui.display.people import caption, column
from hearingdesk.ui.display.picture import Box, Ink, Piece, Role, Text, Weight
from hearingdesk.ui.display.said import counts, named, numbered
from hearingdesk.ui.display.speaking import big_clock
from hearingdesk.ui.display.words import Wording

_SCALES = (1.9, 1.75, 1.6, 1.45, 1.3, 1.15, 1.0)
"""How much bigger than on the wall, from the most on."""


def clock_only(face: Face, page: Page, wording: Wording) -> list[Piece]:
    """Digits, bar and state as big as the screen allows."""
    spared = ((spare, scale) for spare in (False, True) for scale in _SCALES)
    ways = (big_clock(face, page.grown(scale), wording, spare=spare) for spare, scale in spared)
    return next((pieces for pieces in ways if pieces), [])


def queue_only(face: Face, page: Page, wording: Wording) -> list[Piece]:
    """Who speaks in one line, and below it, bigger than on the wall, who is next."""
    person = face.speaker or OnFloor(0, "")
    called = face.clock.state in (ClockState.CALLED, ClockState.IDLE)
    area, words = page.area, numbered(person, wording.say("now_called" if called else "now_speaking"))
    rows = _name(named(person, wording), page)
    head = [caption(page, words, area.width)]
    top = area.y + depth(head) + depth(rows) + page.tall(0.03)
    below = page.within(Box(area.x, top, area.width, area.bottom - top))
    return [
        *set_rows(page, Role.CAPTION, head, area.x, area.y),
        *set_rows(page, Role.NAME, rows, area.x, area.y + depth(head)),
        *_longest(face, below, wording),
    ]


def _name(name: str, page: Page) -> list[Row]:
    """The whole name; one longer than any grows smaller until it leaves half of the screen to the queue."""
    rows: list[Row] = []
    for step in range(80):
        look = Span("", page.type(NAME * 0.95**step, Weight.BOLD), Ink.TEXT)
        rows = wrapped(page, name, look, page.area.width)
        if depth(rows) <= page.area.height / 2:
            break
    return rows


def _longest(face: Face, page: Page, wording: Wording) -> list[Piece]:
    """The list in the biggest type in which all of it has room; in the wall's own where none has."""
    pieces: list[Piece] = []
    for scale in (1.45, 1.3, 1.15, 1.0):
        pieces = column(page.grown(scale), face.next_up, counts(face, wording), wording, come=False)
        shown = {piece.text for piece in pieces if isinstance(piece, Text) and piece.role is Role.NEXT}
        if {str(person.number) for person in face.next_up} <= shown:
            return pieces
    return pieces
