"""The words of a hearing: positions, ways of speaking, members, items, slips, concerns, rules of time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
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


class Interpreting(StrEnum):
    """How speech is interpreted; only consecutive interpreting takes the speaker's time."""

    CONSECUTIVE = "consecutive"
    SIMULTANEOUS = "simultaneous"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Interpreter:
    """A speaker's interpreter (A-09); never counted as a speaker."""

    language: str
    kind: Interpreting = Interpreting.CONSECUTIVE


class Standing(StrEnum):
    """Where a registration is (Q-03): always exactly one of these."""

    WAITING = "waiting"
    CALLED = "called"
    SPEAKING = "speaking"
    FINISHED = "finished"
    NO_SHOW = "no_show"
    WITHDRAWN = "withdrawn"
    REMOVED = "removed"
    NOT_REACHED = "not_reached"
    NOT_SPEAKING = "not_speaking"
    YIELDED = "yielded"
    NEEDS_LEAVE = "needs_leave"

    @property
    def word(self) -> str:
        return _STANDING_WORDS[self]


_STANDING_WORDS = {
    Standing.WAITING: "Waiting",
    Standing.CALLED: "Called",
    Standing.SPEAKING: "Speaking",
    Standing.FINISHED: "Heard",
    Standing.NO_SHOW: "Called, not present",
    Standing.WITHDRAWN: "Withdrawn",
    Standing.REMOVED: "Removed",
    Standing.NOT_REACHED: "Not reached",
    Standing.NOT_SPEAKING: "Registered, not speaking",
    Standing.YIELDED: "Gave the turn to another",
    Standing.NEEDS_LEAVE: "Late, needs the chair's leave",
}


class StopReason(StrEnum):
    """Why a clock stands still (T-03)."""

    QUESTION = "question"
    INTERPRETATION = "interpretation"
    DISRUPTION = "disruption"
    TECHNICAL = "technical"
    RECESS = "recess"
    INTERRUPTED = "interrupted"
    OTHER = "other"

    @property
    def word(self) -> str:
        return _STOP_WORDS[self]


_STOP_WORDS = {
    StopReason.QUESTION: "commissioner's question",
    StopReason.INTERPRETATION: "interpretation",
    StopReason.DISRUPTION: "disruption",
    StopReason.TECHNICAL: "technical trouble",
    StopReason.RECESS: "recess",
    StopReason.INTERRUPTED: "the program was interrupted",
    StopReason.OTHER: "other",
}


class Ending(StrEnum):
    """How a turn ended."""

    FINISHED = "finished"
    YIELDED_BACK = "yielded_back"
    REMOVED = "removed"


class Measure(StrEnum):
    """What the chair did about somebody's conduct (H-05)."""

    REMINDER = "reminder"
    WARNING = "warning"
    MICROPHONE_CUT = "microphone_cut"
    REMOVAL = "removal"

    @property
    def words(self) -> str:
        return _MEASURE_WORDS[self]


_MEASURE_WORDS = {
    Measure.REMINDER: "reminded of the rules",
    Measure.WARNING: "warned by the chair",
    Measure.MICROPHONE_CUT: "had the microphone cut off",
    Measure.REMOVAL: "removed from the room",
}


class Attendance(StrEnum):
    """A member's state at the roll call."""

    PRESENT = "present"
    REMOTE = "remote"
    EXCUSED = "excused"
    ABSENT = "absent"

    @property
    def here(self) -> bool:
        return self in (Attendance.PRESENT, Attendance.REMOTE)


class VoteMethod(StrEnum):
    """How a motion was voted."""

    ROLL_CALL = "roll_call"
    VOICE = "voice"
    CONSENT = "consent"


class Choice(StrEnum):
    """A member's vote (M-04)."""

    AYE = "aye"
    NO = "no"
    ABSTAIN = "abstain"
    RECUSED = "recused"
    EXCUSED = "excused"
    ABSENT = "absent"


class MotionResult(StrEnum):
    """What became of a motion."""

    CARRIED = "carried"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"
    NO_SECOND = "no_second"


class Disposition(StrEnum):
    """What the body did with an item."""

    ADOPTED = "adopted"
    APPROVED = "approved"
    DENIED = "denied"
    PLACED_ON_FILE = "placed_on_file"
    HELD = "held"
    REFERRED = "referred"
    HEARD = "heard"

    @property
    def words(self) -> str:
        return "held to the call of the chair" if self is Disposition.HELD else self.value.replace("_", " ")


class ItemKind(StrEnum):
    """What an agenda item is."""

    COMMENT = "comment"
    HEARING = "hearing"
    CONSENT = "consent"
    ACTION = "action"
    PRESENTATION = "presentation"
    PROCEDURE = "procedure"

    @property
    def takes_testimony(self) -> bool:
        return self in (ItemKind.COMMENT, ItemKind.HEARING)

    @property
    def word(self) -> str:
        return f"Public {self}" if self.takes_testimony else self.capitalize()


class MinutesLevel(StrEnum):
    """How much the minutes say of each speaker (M-02)."""

    NAMES = "names"
    SUMMARY = "summary"
    COUNT = "count"


class ConcernKind(StrEnum):
    """What sort of thing was raised (C-08)."""

    CONCERN = "concern"
    BENEFIT = "benefit"
    CONDITION = "condition"
    PROCESS = "process"


@dataclass(frozen=True, slots=True)
class Concern:
    """One entry of a concern set. ``key`` is 1 to 9 where it lies on a number key, else 0."""

    code: str
    label: str
    kind: ConcernKind = ConcernKind.CONCERN
    definition: str = ""
    key: int = 0


NO_LISTED_CONCERN = "NONE"
"""The code a coder gives to a speaker who raised nothing on the list (C-01)."""


@dataclass(frozen=True, slots=True)
class Member:
    """A voting member. ``id`` is unique in the body; ``office`` is e.g. ``Chair``."""

    id: str
    name: str
    office: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """The governmental body that meets. ``quorum`` is a number of members."""

    name: str
    jurisdiction: str = ""
    members: tuple[Member, ...] = ()
    quorum: int = 0
    clerk: str = ""
    member_word: str = "Commissioner"


@dataclass(frozen=True, slots=True)
class Meeting:
    """Which sitting this is. ``timezone`` is an IANA name; ``scheduled`` aware UTC."""

    kind: str
    title: str
    place: str
    scheduled: datetime
    timezone: str
    remote: str = ""
    rehearsal: bool = False


@dataclass(frozen=True, slots=True)
class ItemNotice:
    """An agenda item as noticed: ``id`` is unique in the hearing, ``number`` is what the agenda prints."""

    id: str
    number: str
    title: str
    file_number: str = ""
    kind: ItemKind = ItemKind.ACTION
    hear_by: datetime | None = None


@dataclass(frozen=True, slots=True)
class SignUp:
    """What a slip says, all of it public record (G-05). ``source`` tells an imported row from its twin (G-09).

    ``name`` may be empty (G-01). ``together_with`` share the turn; ``on_behalf_of`` is whose statement is read;
    ``leaves_by`` is when the person has to be gone.
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


@dataclass(frozen=True, slots=True)
class Allotment:
    """The time of one turn, fixed when the speaker is called (T-01). ``total`` None means untimed."""

    total: timedelta | None
    working: str


@dataclass(frozen=True, slots=True)
class MemberVote:
    """One member's vote by name."""

    member: str
    choice: Choice
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Present:
    """One member's state at the roll call."""

    member: str
    attendance: Attendance
    note: str = ""
