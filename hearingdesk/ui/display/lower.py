"""The lower third for a broadcast: who speaks, for whom, and the clock, in a band over a ground that is keyed out."""

from dataclasses import replace

from hearingdesk.domain.face import ClockState, Face, OnFloor, Scene
from hearingdesk.ui.display.page import Page, Row, Span, depth, pitch, set_rows, wrapped
from hearingdesk.ui.display.picture import Box, Form, Ink, Piece, Role, Shape, Weight
from hearingdesk.ui.display.plain import plain
from hearingdesk.ui.display.said import board, named, noted, signal
from hearingdesk.ui.display.speaking import digits_type, digits_width, set_digits
from hearingdesk.ui.display.words import Phrase, Wording

_SAFE = 0.05
"""What a television may cut off at each side."""
_SCALE = 0.66
_NAME, _CLOCK, _SIGN, _PAD = 0.07, 0.085, 0.042, 0.034
_LINES, _MESSAGE_LINES = 2, 6
_SILENT = (Scene.BETWEEN, Scene.ITEM)


def lower(face: Face, page: Page, wording: Wording, *, held: bool) -> list[Piece]:
    """Who has the floor; in a pause, what it is; nothing between speakers.

    Who walks up has no clock yet, and ``held`` takes it away: one that stands would lie.
    """
    page = _safe(page)
    if face.scene is Scene.SPEAKING:
        person = face.speaker or OnFloor(0, "")
        timed = None if held or face.clock.state in (ClockState.CALLED, ClockState.IDLE) else face
        return _band(page, _mark(face, wording), named(person, wording), _about(person, wording), wording, timed)
    if face.scene in _SILENT:
        return []
    told = board(face, wording)
    detail = next((phrase for phrase in told.details if any(phrase)), ())
    return _band(page, _mark(face, wording), told.headline, " · ".join((*told.beside, *detail[:1])), wording)


def lower_words(words: Phrase, page: Page, wording: Wording) -> list[Piece]:
    """A message to the room, for those who watch."""
    first, *others = (plain(each) for each in words) if any(words) else ("",)
    return _band(_safe(page), "", first, " · ".join(others), wording, lines=_MESSAGE_LINES) if first else []


def _safe(page: Page) -> Page:
    across, down = page.width * _SAFE, page.height * _SAFE
    return page.within(Box(across, down, page.width - 2 * across, page.height - 2 * down)).grown(_SCALE)


def _mark(face: Face, wording: Wording) -> str:
    return " · ".join(wording.say("rehearsal")).upper() if face.rehearsal else ""


def _about(person: OnFloor, wording: Wording) -> str:
    """The organisation; where there is none, what tells the person apart."""
    return plain(person.organisation) or " · ".join(noted(person, wording)[:1])


def _band(
    page: Page, mark: str, big: str, small: str, wording: Wording, face: Face | None = None, lines: int = _LINES
) -> list[Piece]:
    """The band stands on the lower edge of what is safe, as tall as its words; the clock is at its right end.

    What is big is set on so many lines at most.
    """
    area, pad = page.area, page.tall(_PAD)
    shown = face if face is not None and face.clock.text else None
    clock_wide = _clock_width(shown, page, wording) if shown else 0.0
    inner = area.width - 2 * pad - (clock_wide + 2 * pad if shown else 0.0)
    rows = [*_marks(page, mark, inner), *_name_rows(page, big, inner, lines)]
    below = _fit(page, small, inner)
    tall = max(depth([*rows, *below]), page.tall(_CLOCK) * 1.9 if shown else 0.0) + 1.4 * pad
    at = _whole(Box(area.x, area.bottom - tall, area.width, tall))
    top = at.y + (tall - depth([*rows, *below])) / 2
    pieces: list[Piece] = [Shape(Form.RULE, Ink.BAND, at)]
    pieces += set_rows(page, Role.NAME, rows, at.x + pad, top)
    pieces += set_rows(page, Role.NOTE, below, at.x + pad, top + depth(rows))
    if shown:
        end = _whole(Box(at.right - clock_wide - 2 * pad, at.y, clock_wide + 2 * pad, tall))
        pieces += _clock(shown, page, wording, end)
    return pieces


def _whole(box: Box) -> Box:
    """On whole pixels, so that no edge is mixed with the ground that is keyed out."""
    x, y = round(box.x), round(box.y)
    return Box(x, y, round(box.right) - x, round(box.bottom) - y)


def _marks(page: Page, mark: str, width: float) -> list[Row]:
    look = Span("", page.small(Weight.BOLD, 0.08), Ink.WRAP_UP)
    return wrapped(page, mark, look, width) if mark else []


def _name_rows(page: Page, name: str, width: float, lines: int) -> list[Row]:
    """On so many lines at most; one longer than any name grows smaller, and is still all there."""
    rows: list[Row] = []
    for step in range(60):
        look = Span("", page.type(_NAME * 0.95**step, Weight.BOLD), Ink.TEXT)
        rows = wrapped(page, name, look, width)
        if len(rows) <= (1 if step < 5 else lines):
            break
    return rows


def _fit(page: Page, text: str, width: float) -> list[Row]:
    look = Span("", page.line(), Ink.DIM)
    return [(replace(look, text=page.ruler.elided(text, look.type, width)),)] if text else []


_USUAL = ("running", "under_one_minute", "wrap_up", "time", "over")


def _clock_width(face: Face, page: Page, wording: Wording) -> float:
    """For the widest of digits and words of this clock, so that the name stands still while it runs."""
    kind, look = digits_type(face.clock.text, page, page.tall(_CLOCK)), page.small(Weight.SEMIBOLD)
    words = (*(wording.say(key)[0] for key in _USUAL), signal(face, wording).words[0])
    widest = max(page.ruler.width(each, look) for each in words) + 1.3 * page.tall(_SIGN)
    return max(digits_width(face.clock.text, page, kind), widest)


def _clock(face: Face, page: Page, wording: Wording, at: Box) -> list[Piece]:
    """Digits over the state's word with its shape; time and over fill their end of the band."""
    pad, state = page.tall(_PAD), signal(face, wording)
    kind = digits_type(face.clock.text, page, page.tall(_CLOCK))
    words: Row = (look := Span(state.words[0], page.small(Weight.SEMIBOLD), state.ink),)
    side = page.tall(_SIGN) if state.form else 0.0
    tall = kind.capital + page.tall(0.02) + pitch(look.type)
    top = at.y + (at.height - tall) / 2
    inner = page.within(Box(at.x + pad, top, at.width - 2 * pad, tall))
    below = top + kind.capital + page.tall(0.02)
    pieces: list[Piece] = []
    if face.clock.state is ClockState.OVER:
        pieces.append(Shape(Form.RULE, Ink.OVER, at))
    pieces += set_digits(face, inner, kind, top)
    if state.form:
        pieces.append(Shape(state.form, state.ink, Box(at.x + pad, below + page.tall(0.004), side, side)))
    return [*pieces, *set_rows(page, Role.STATE, [words], at.x + pad + side * 1.3, below)]
