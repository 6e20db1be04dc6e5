"""A slip: who signed up, where they stand, how they take part, and what only the clerk knows of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Position(StrEnum):
    """Where a speaker stands (X-06). Kept apart as registered and as stated."""

    SUPPORT = "S"
    OPPOSE = "O"
    MIXED = "M"
    NEUTRAL = "N"
    NOT_STATED = "U"

    @property
    def word(self) -> str:
        return _POSITION_WORDS[self]

    @property
    def mark(self) -> str:
        """A shape that tells the position without colour."""
        return _POSITION_MARKS[self]


_POSITION_WORDS = {
    Position.SUPPORT: "Support",
    Position.OPPOSE: "Oppose",
    Position.MIXED: "Mixed",
    Position.NEUTRAL: "Neutral",
    Position.NOT_STATED: "Not stated",
}


_POSITION_MARKS = {
    Position.SUPPORT: "▲",
    Position.OPPOSE: "▼",
    Position.MIXED: "◆",
    Position.NEUTRAL: "■",
    Position.NOT_STATED: "–",
}


class Capacity(StrEnum):
    """In what capacity somebody speaks; only the public is counted as testimony (H-06)."""

    PUBLIC = "public"
    OFFICIAL = "official"
    STAFF = "staff"
    APPLICANT = "applicant"
    EXPERT = "expert"


class Channel(StrEnum):
    """How a slip came in."""

    PAPER = "paper"
    ONLINE = "online"
    KIOSK = "kiosk"
    PHONE = "phone"
    FLOOR = "floor"


class Mode(StrEnum):
    """How somebody takes part."""

    IN_PERSON = "in_person"
    REMOTE_VIDEO = "remote_video"
    REMOTE_PHONE = "remote_phone"
    WRITTEN = "written"
    REGISTERING_ONLY = "registering_only"
    FOR_QUESTIONS = "for_questions_only"

    @property
    def speaks(self) -> bool:
        """Whether somebody waits for a turn; who is there for questions only is heard if asked."""
        return self not in (Mode.WRITTEN, Mode.REGISTERING_ONLY, Mode.FOR_QUESTIONS)

    @property
    def word(self) -> str:
        return self.value.replace("_", " ")


class NameShown(StrEnum):
    """How a person asked to be named on the wall and in published copies (P-02)."""

    FULL = "full"
    INITIAL = "initial"
    WITHHELD = "withheld"

    @property
    def words(self) -> str:
        return _SHOWN_WORDS[self]


_SHOWN_WORDS = {
    NameShown.FULL: "in full",
    NameShown.INITIAL: "with the last name as an initial",
    NameShown.WITHHELD: "withheld: number only",
}


class Interpreting(StrEnum):
    """How speech is interpreted; only consecutive interpreting takes the speaker's time."""

    CONSECUTIVE = "consecutive"
    SIMULTANEOUS = "simultaneous"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Interpreter:
    """A speaker's interpreter (A-09); never counted as a speaker. ``name`` is the interpreter's own, if wanted."""

    language: str
    kind: Interpreting = Interpreting.CONSECUTIVE
    name: str = ""


@dataclass(frozen=True, slots=True)
class SignUp:
    """What a slip says, all of it public record (G-05). ``source`` tells an imported row from its twin (G-09).

    ``name`` may be empty (G-01). ``together_with`` share the turn; ``on_behalf_of`` is whose statement is read;
    ``leaves_by`` is when the person has to be gone. ``received_until``: one of a stack that came in from ``received``
    until then, numbered in the order of the stack.
    ``address_restricted``: neither street nor city nor district leaves the building (P-04).
    ``minor``: under age, of whom no birth date is kept; ``parent_chose``: how the name is shown is a parent's or
    guardian's choice (P-05).
    """

    item: str
    name: str = ""
    position: Position = Position.NOT_STATED
    mode: Mode = Mode.IN_PERSON
    channel: Channel = Channel.PAPER
    capacity: Capacity = Capacity.PUBLIC
    organisation: str = ""
    place: str = ""
    name_shown: NameShown = NameShown.FULL
    name_uncertain: bool = False
    interpreter: Interpreter | None = None
    together_with: tuple[str, ...] = ()
    on_behalf_of: str = ""
    title: str = ""
    received: datetime | None = None
    source: str = ""
    leaves_by: datetime | None = None
    received_until: datetime | None = None
    address_restricted: bool = False
    minor: bool = False
    parent_chose: bool = False

    @property
    def shown_place(self) -> str:
        """City or district, where it may be told to others."""
        return "" if self.address_restricted else self.place

    @property
    def speaks(self) -> bool:
        return self.mode.speaks


@dataclass(frozen=True, slots=True)
class Contact:
    """What the clerk knows of a person that is no public record (P-01): kept beside the journal, never in it."""

    email: str = ""
    phone: str = ""
    street: str = ""
    pronunciation: str = ""
    note: str = ""
    need: str = ""

    def __bool__(self) -> bool:
        return any((self.email, self.phone, self.street, self.pronunciation, self.note, self.need))
