"""The scene that matters most: who speaks, how much time is left, who is next."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from hearingdesk.domain.face import ClockState, Face, OnFloor
from hearingdesk.ui.display.frame import footer
from hearingdesk.ui.display.page import CLOCK, NAME, Page, Row, Span, depth, pitch, rows_of, set_rows, wrapped
from hearingdesk.ui.display.people import AIR, WIDE, caption, column, strip
from hearingdesk.ui.display.picture import CAPITAL, Box, Form, Ink, Piece, Role, Shape, Text, Type, Weight
from hearingdesk.ui.display.said import Signal, counts, named, noted, numbered, rules, signal
from hearingdesk.ui.display.words import Wording

_TALLEST = 0.29
_PAD, _BAR, _GAP, _COMFORT = 0.026, 0.026, 0.02, 0.014
_TIGHT = -0.035


class Queue(Enum):
    """Where the list of who is next stands."""

    BESIDE = "beside"
    UNDER = "under"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Plan:
    """One way to give the room away. The name is set in capitals of this height on at most so many lines.

    ``air`` is what is kept from the header.
    """

    name: float
    lines: int
    queue: Queue
    caption: bool = False
    rule: bool = True
    air: float = 0.0


def _plans(page: Page) -> Iterator[Plan]:
    """From everything in comfort to nothing but name and clock: the list gives way, never the current name."""
    if page.width / page.height >= WIDE:
        yield Plan(0.07, 1, Queue.BESIDE, caption=True, air=AIR)
        yield Plan(NAME, 1, Queue.BESIDE, caption=True, air=AIR)
        yield Plan(NAME, 2, Queue.BESIDE, caption=True)
        yield Plan(NAME, 2, Queue.BESIDE)
    yield Plan(0.07, 1, Queue.UNDER)
    yield Plan(NAME, 2, Queue.UNDER)
    yield Plan(NAME, 2, Queue.BESIDE, rule=False)
    yield Plan(NAME, 4, Queue.NOWHERE, rule=False)
    for step in range(80):  # longer than any name: it grows smaller, and is still all there
        yield Plan(NAME * 0.95**step, 1000, Queue.NOWHERE, rule=False)


def speaking(face: Face, page: Page, wording: Wording) -> list[Piece]:
    """The first plan that leaves the clock its quarter of the height."""
    person = face.speaker or OnFloor(0, "")
    return next((made for plan in _plans(page) if (made := _planned(face, person, page, wording, plan))), [])


def _planned(face: Face, person: OnFloor, page: Page, wording: Wording, plan: Plan) -> list[Piece]:
    """The scene by this plan; empty where it does not fit."""
    page = page.below(page.area.y + page.tall(plan.air))
    foot, free = footer(page, rules(face, wording)) if plan.rule else ([], page)
    beside = plan.queue is Queue.BESIDE
    left, right = _columns(free) if beside else (free, free)
    name = _name(face, person, left, wording, plan)
    if not name:
        return []
    clock = _clock(face, left.below(name.bottom), wording, spare=not beside)
    if not clock:
        return []
    if beside:
        line = Shape(Form.RULE, Ink.LINE, _divider(left, right))
        rest = [line, *column(right, face.next_up, counts(face, wording), wording, come=True)]
    else:
        rest = strip(free.below(clock.bottom), face.next_up, wording) if plan.queue is Queue.UNDER else []
    return [*name.pieces, *clock.pieces, *rest, *foot]


def big_clock(face: Face, page: Page, wording: Wording, *, spare: bool) -> list[Piece]:
    """The clock alone on the page; empty where it does not fit. ``spare``: the state on one line for all languages."""
    clock = _clock(face, page, wording, spare=spare)
    return clock.pieces if clock and clock.bottom <= page.area.bottom + page.tall(_PAD) else []


def name_and_clock(face: Face, person: OnFloor, page: Page, wording: Wording) -> list[Piece]:
    """Who speaks and how long, alone on the page; a long name takes more lines, then smaller ones."""
    plans = [Plan(0.07, 1, Queue.NOWHERE, caption=True), Plan(NAME, 2, Queue.NOWHERE, caption=True)]
    plans += [Plan(NAME * 0.95**step, 1000, Queue.NOWHERE, caption=True) for step in range(80)]
    for plan in plans:
        name = _name(face, person, page, wording, plan)
        clock = _clock(face, page.below(name.bottom), wording, spare=False) if name else None
        if name and clock:
            return [*name.pieces, *clock.pieces]
    return []


@dataclass(frozen=True, slots=True)
class _Block:
    pieces: list[Piece]
    bottom: float


def _columns(page: Page) -> tuple[Page, Page]:
    """The clock needs about as much width as the screen is tall; the list has the rest."""
    area, gap = page.area, page.tall(0.056)
    wide = max(page.tall(0.96), area.width * 0.585)
    left = Box(area.x, area.y, wide, area.height)
    return page.within(left), page.within(Box(left.right + gap, area.y, area.width - wide - gap, area.height))


def _divider(left: Page, right: Page) -> Box:
    x = (left.area.right + right.area.x) / 2
    return Box(x, right.area.y, max(1.0, left.tall(0.0018)), right.area.height)


def _name(face: Face, person: OnFloor, page: Page, wording: Wording, plan: Plan) -> _Block | None:
    """Caption, name and note; None where the name takes more lines than the plan has."""
    area = page.area
    called = face.clock.state in (ClockState.CALLED, ClockState.IDLE)
    look = Span("", page.type(plan.name, Weight.BOLD), Ink.TEXT)
    lines = page.ruler.even(named(person, wording), look.type, area.width)
    if len(lines) > plan.lines:
        return None
    words = numbered(person, wording.say("now_called" if called else "now_speaking"))
    head = [caption(page, words, area.width)] if plan.caption else []
    note = Span("", page.small(), Ink.DIM)
    notes = rows_of(page, noted(person, wording), note, note, area.width)
    rows: list[Row] = [(replace(look, text=line),) for line in lines]
    below = area.y + depth(head)
    texts = [*set_rows(page, Role.CAPTION, head, area.x, area.y), *set_rows(page, Role.NAME, rows, area.x, below)]
    texts += set_rows(page, Role.NOTE, notes, area.x, below + depth(rows))
    return _Block([*texts], below + depth(rows) + depth(notes))


def _clock(face: Face, page: Page, wording: Wording, *, spare: bool) -> _Block | None:
    """Digits, bar and state; None where there is less than a quarter of the height for the digits."""
    area, state = page.area, signal(face, wording)
    pad, bar, gap = page.tall(_PAD), page.tall(_BAR), page.tall(_GAP)
    words = _state_rows(page, state, area.width, spare=spare)
    rest = 2 * pad + gap + bar + gap * 0.5 + depth(words)
    room = area.height - rest
    if not spare and room - page.tall(_COMFORT) >= page.tall(CLOCK):  # rather some air round the digits than all of it
        room -= page.tall(_COMFORT)
    tallest = min(room, page.tall(CLOCK * 1.03 if spare else _TALLEST))
    kind = digits_type(face.clock.text, page, tallest)
    if (tallest if spare else kind.capital) < page.tall(CLOCK):
        return None
    left_over = 0.0 if spare else area.height - rest - kind.capital
    top = area.y + pad + left_over * 0.3
    strip_at = Box(area.x, top + kind.capital + gap + left_over * 0.4, area.width, bar)
    below = strip_at.bottom + gap * 0.5 + left_over * 0.1
    zone = Box(area.x - pad, top - pad, area.width + 1.5 * pad, below + depth(words) + pad * 0.6 - top + pad)
    pieces: list[Piece] = [*_surround(face, zone), *set_digits(face, page, kind, top), *_bar(face, state, strip_at)]
    return _Block([*pieces, *_state(page, state, words, below)], zone.bottom)


def digits_type(text: str, page: Page, tallest: float) -> Type:
    """As tall as there is room for; what is wide is measured in noughts, and with room for the plus to come."""
    probe = Type(1000, Weight.BOLD, _TIGHT)
    size = min(tallest / CAPITAL, page.area.width * 1000 / digits_width(text, page, probe))
    return Type(int(size), Weight.BOLD, _TIGHT)


def digits_width(text: str, page: Page, kind: Type) -> float:
    """The width that the clock's digits never exceed, whichever they are."""
    digits = text.lstrip("+")
    noughts = "".join("0" if each.isdigit() else each for each in digits)
    plus = text.startswith("+") or len(digits) < 5
    return page.ruler.width(noughts, kind) + (_plus_width(page, kind) if plus else 0.0)


def _plus_width(page: Page, kind: Type) -> float:
    return page.ruler.width("+", _plus_type(kind)) + kind.size * 0.05


def _plus_type(kind: Type) -> Type:
    return Type(kind.size // 2, Weight.BOLD)


def set_digits(face: Face, page: Page, kind: Type, top: float) -> list[Text]:
    """Each digit has a place of its own, so that none moves when another changes."""
    digits, over = face.clock.text.removeprefix("+"), face.clock.state is ClockState.OVER
    x, baseline = page.area.x - kind.size * 0.035, top + kind.capital
    texts: list[Text] = []
    ink = _INKS.get(face.clock.state, Ink.TEXT)
    if over:
        plus = _plus_type(kind)
        if face.clock.text.startswith("+"):
            wide = page.ruler.width("+", plus)
            texts.append(Text(Role.NOTE, "+", plus, ink, x, baseline - kind.capital / 4, wide))
        x += _plus_width(page, kind)
    for each in digits:
        wide = page.ruler.width(each, kind)
        texts.append(Text(Role.DIGITS, each, kind, ink, x, baseline, wide))
        x += wide
    return texts


_INKS = {
    ClockState.RUNNING: Ink.RUNNING,
    ClockState.UNTIMED: Ink.RUNNING,
    ClockState.WRAP_UP: Ink.WRAP_UP,
    ClockState.OVER: Ink.ON_OVER,
    ClockState.STOPPED: Ink.STOPPED,
    ClockState.ENDED: Ink.DIM,
}


def _surround(face: Face, zone: Box) -> list[Shape]:
    """Time and over fill a panel, a stopped clock stands in a frame."""
    if face.clock.state is ClockState.OVER:
        return [Shape(Form.PANEL, Ink.OVER, zone)]
    return [Shape(Form.FRAME, Ink.STOPPED, zone)] if face.clock.state is ClockState.STOPPED else []


def _bar(face: Face, state: Signal, at: Box) -> list[Shape]:
    """What is left of the time; none where there is no limit or nothing left."""
    if face.clock.state in (ClockState.OVER, ClockState.UNTIMED):
        return []
    track = Shape(Form.BAR, Ink.TRACK, at)
    left = at.width * face.clock.part
    if left < at.height or face.clock.state in (ClockState.CALLED, ClockState.IDLE):
        return [track]
    return [track, Shape(Form.BAR, state.ink, Box(at.x, at.y, left, at.height))]


def _state_rows(page: Page, state: Signal, width: float, *, spare: bool) -> list[Row]:
    """A line for each language, always, so that nothing moves from state to state; where room is short, one for all."""
    strong = Span("", page.line(Weight.BOLD), state.ink)
    quiet = Span("", page.line(), Ink.ON_OVER if state.ink is Ink.ON_OVER else Ink.DIM)
    if spare:
        return rows_of(page, state.words, strong, quiet, width - (pitch(quiet.type) * 1.3 if state.form else 0))
    room = width - (_sign(page) * 1.3 if state.form else 0)
    looks = [strong, *[quiet] * (len(state.words) - 1)]
    return [row for words, look in zip(state.words, looks, strict=True) for row in wrapped(page, words, look, room)]


def _sign(page: Page) -> float:
    """How wide and tall the shape of a state is: two lines of words."""
    return pitch(page.line()) * 1.7


def _state(page: Page, state: Signal, rows: list[Row], top: float) -> list[Piece]:
    if state.form is None:
        return [*set_rows(page, Role.STATE, rows, page.area.x, top)]
    side = min(_sign(page), depth(rows) * 0.92)
    sign = Shape(state.form, state.ink, Box(page.area.x, top + (depth(rows) - side) / 2, side, side))
    return [sign, *set_rows(page, Role.STATE, rows, page.area.x + side * 1.3, top)]
