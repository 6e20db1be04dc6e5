"""What stands where on the screen, as plain values: texts and shapes that a painter draws and a test can read."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Ink(StrEnum):
    """What a colour is for; a theme says which colour that is."""

    GROUND = "ground"
    TEXT = "text"
    DIM = "dim"
    LINE = "line"
    TRACK = "track"
    RUNNING = "running"
    WRAP_UP = "wrap_up"
    OVER = "over"
    ON_OVER = "on_over"
    STOPPED = "stopped"
    BAND = "band"


class Weight(IntEnum):
    """As fonts count it."""

    REGULAR = 400
    SEMIBOLD = 600
    BOLD = 700


class Form(StrEnum):
    """A bar is rounded at its ends, a panel at its corners; the rest tell the clock's states without colour."""

    RULE = "rule"
    BAR = "bar"
    PANEL = "panel"
    FRAME = "frame"
    TRIANGLE = "triangle"
    OCTAGON = "octagon"
    PAUSE = "pause"
    CHEVRON = "chevron"


class Role(StrEnum):
    """What a text is."""

    HEADER = "header"
    CAPTION = "caption"
    NAME = "name"
    NOTE = "note"
    DIGITS = "digits"
    STATE = "state"
    NEXT = "next"
    COUNT = "count"
    RULE = "rule"
    HEADLINE = "headline"
    DETAIL = "detail"


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def inset(self, across: float, down: float) -> "Box":
        return Box(self.x + across, self.y + down, self.width - 2 * across, self.height - 2 * down)


CAPITAL = 0.7275
"""The height of a capital or figure of the shipped face, as a part of its size."""


@dataclass(frozen=True, slots=True)
class Type:
    """A size in pixels, a weight, and the space between letters as a part of the size."""

    size: int
    weight: Weight = Weight.REGULAR
    spacing: float = 0.0

    @property
    def capital(self) -> float:
        """The height of a capital, in pixels."""
        return self.size * CAPITAL


@dataclass(frozen=True, slots=True)
class Text:
    """One line. ``x`` is its left end, ``y`` its baseline; nothing of it is painted outside its box."""

    role: Role
    text: str
    type: Type
    ink: Ink
    x: float
    y: float
    width: float

    @property
    def box(self) -> Box:
        size = self.type.size
        return Box(self.x - size * 0.08, self.y - size * 1.06, self.width + size * 0.16, size * 1.42)


@dataclass(frozen=True, slots=True)
class Shape:
    form: Form
    ink: Ink
    box: Box


Piece = Text | Shape


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything on the screen, in the order painted, on a ground of ``width`` by ``height`` pixels."""

    width: int
    height: int
    pieces: tuple[Piece, ...] = ()

    def texts(self, *roles: Role) -> Iterator[Text]:
        """The texts of these roles, or all."""
        return (piece for piece in self.pieces if isinstance(piece, Text) and (not roles or piece.role in roles))

    def shapes(self, *forms: Form) -> Iterator[Shape]:
        return (piece for piece in self.pieces if isinstance(piece, Shape) and (not forms or piece.form in forms))

    def changed(self, before: "Picture") -> list[Box]:
        """The boxes that must be painted anew when this picture takes the place of ``before``."""
        mine, theirs = set(self.pieces), set(before.pieces)
        return [piece.box for piece in mine ^ theirs]
