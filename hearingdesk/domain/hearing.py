"""The hearing so far: frozen values, replaced and never edited; derived counts are kept here so that no act rescans."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from immutables import Map

from hearingdesk.domain.approval import Minutes
from hearingdesk.domain.entries import Entries
from hearingdesk.domain.events import (
    CapExtended,
    ConductNoted,
    Entry,
    HearingContinued,
    LimitChanged,
    OathTaken,
    PresidingPassed,
    QueueReordered,
    RecessPlanned,
)
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.motion import Motion
from hearingdesk.domain.names import folded, full_name, published_name
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.tally import Tally
from hearingdesk.domain.turns import Appearance, Rest, SlipKind, Stop, WaitingKind
from hearingdesk.domain.values import (
    NOTHING_LISTED,
    Body,
    Capacity,
    Coding,
    Concern,
    Counted,
    Disposition,
    Interpreter,
    Interpreting,
    ItemNotice,
    Meeting,
    Member,
    MinutesLevel,
    Mode,
    OathForm,
    OwnRules,
    Position,
    Present,
    SignUp,
    Standing,
)

__all__ = [
    "Appearance",
    "Hearing",
    "Item",
    "ItemState",
    "Motion",
    "Movement",
    "Oath",
    "Phase",
    "Recess",
    "Registration",
    "Reopening",
    "Rest",
    "Sitting",
    "SlipKind",
    "Stop",
    "WaitingKind",
    "doubled",
    "name_key",
    "slip_kind",
    "waiting_kind",
]


class Phase(StrEnum):
    """Where the meeting is."""

    PREPARED = "prepared"
    IN_SESSION = "in_session"
    RECESSED = "recessed"
    ADJOURNED = "adjourned"


class ItemState(StrEnum):
    """Where an agenda item is."""

    PENDING = "pending"
    IN_HAND = "in_hand"
    SUSPENDED = "suspended"
    DONE = "done"


@dataclass(frozen=True)
class Registration:
    """A slip and what became of it. ``marks`` are the active concern codes in the order raised, repeats included.

    ``codings`` are the codings that ``marks`` no longer are, or never were: live once they were reviewed, reviewed once
    they were settled, the second coder's, and what was settled.
    ``letter`` is the slip under which an identical letter is counted, 0 where it is alone (C-11).
    ``donors`` have given their turns and may still take them back; ``yielded_to`` is whom this one gave it to, and
    ``place_kept`` its place in the queue then, counted from the item's first turn. ``rest`` is left of a
    turn that was interrupted, until it is gone on with.
    """

    slip: int
    sign_up: SignUp
    recorded: Moment
    standing: Standing
    late: bool = False
    admitted: bool = False
    heard: bool = False
    stated: Position | None = None
    marks: tuple[str, ...] = ()
    codings: Map[Coding, tuple[str, ...]] = field(default_factory=Map)
    summary: str = ""
    oath: Oath | None = None
    turns: tuple[int, ...] = ()
    donors: tuple[int, ...] = ()
    rest: Rest | None = None
    yielded_to: int = 0
    place_kept: int = 0
    letter: int = 0

    @property
    def position(self) -> Position:
        """As stated, else as registered (X-06)."""
        return self.stated if self.stated is not None else self.sign_up.position

    @property
    def written(self) -> bool:
        """A comment in writing: read aloud by staff it is timed, and never counted among the heard."""
        return self.sign_up.mode is Mode.WRITTEN

    @property
    def is_document(self) -> bool:
        """Whether it is counted as a document: all of one letter are, once (C-11)."""
        return self.written and self.letter in (0, self.slip)

    @property
    def signatories(self) -> int:
        """How many people signed this slip."""
        return 1 + len(self.sign_up.together_with)

    @property
    def name(self) -> str:
        return full_name(self.sign_up, self.slip)

    @property
    def published_name(self) -> str:
        return published_name(self.sign_up, self.slip)

    @property
    def received(self) -> datetime:
        return self.sign_up.received or self.recorded.utc


@dataclass(frozen=True, slots=True)
class Oath:
    """How a person stands to the oath, since when; as in ``OathTaken``."""

    form: OathForm
    at: Moment
    by: str = ""
    on_card: bool = False
    why: str = ""

    @property
    def words(self) -> str:
        """``sworn``, ``affirmed on the card``, ``exempt: attorney``."""
        if self.form is OathForm.EXEMPT:
            return f"exempt: {self.why}"
        return f"{self.form.value} on the card" if self.on_card else self.form.value


@dataclass(frozen=True, slots=True)
class Sitting:
    """One stretch during which an item was in hand; ``end`` None while it is."""

    start: Moment
    end: Moment | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reopening:
    """Testimony was closed and taken up again."""

    closed: Moment
    reopened: Moment
    reason: str


_CAME = (Standing.CALLED, Standing.SPEAKING, Standing.FINISHED, Standing.REMOVED)


@dataclass(frozen=True)
class Item:
    """An agenda item. ``queue``: waiting slips in order; ``waiting`` counts them by kind; ``turns`` as called.
    ``slips`` counts all of the item's by kind.

    ``absent`` were called and not there, ``for_leave`` came late and wait for the chair's leave. ``cap`` is the
    public's time in all (None: as long as it takes), ``used`` what its ended turns took of it. ``not_reached`` waited
    when testimony closed, or came after. ``own`` as in ``ItemRuled``.
    """

    notice: ItemNotice
    state: ItemState = ItemState.PENDING
    limit: timedelta | None = None
    queue: tuple[int, ...] = ()
    waiting: Map[WaitingKind, int] = field(default_factory=Map)
    slips: Map[SlipKind, int] = field(default_factory=Map)
    turns: tuple[int, ...] = ()
    absent: tuple[int, ...] = ()
    for_leave: tuple[int, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    resumes_after: str = ""
    closed: Moment | None = None
    not_reached: tuple[int, ...] = ()
    reopenings: tuple[Reopening, ...] = ()
    continued: HearingContinued | None = None
    record_open: datetime | None = None
    disposition: Disposition | None = None
    disposition_note: str = ""
    limits: tuple[tuple[Moment, LimitChanged], ...] = ()
    cap: timedelta | None = None
    used: timedelta = timedelta(0)
    extensions: tuple[tuple[Moment, CapExtended], ...] = ()
    orders: tuple[tuple[Moment, QueueReordered], ...] = ()
    conduct: tuple[tuple[Moment, ConductNoted], ...] = ()
    oaths: tuple[tuple[Moment, OathTaken], ...] = ()
    steps: tuple[tuple[Moment, str], ...] = ()
    withdrawn: tuple[Moment, str] | None = None
    level: MinutesLevel | None = None
    own: OwnRules | None = None
    tally: Tally = Tally()
    frozen: tuple[Moment, Counted] | None = None

    @property
    def id(self) -> str:
        return self.notice.id

    @property
    def came(self) -> int:
        """How many came when they were called, whoever has the floor among them."""
        return sum(number for (standing, *_), number in self.slips.items() if standing in _CAME)

    @property
    def label(self) -> str:
        return f"Item {self.notice.number}" if self.notice.number else self.notice.title


@dataclass(frozen=True, slots=True)
class Recess:
    reason: str
    start: Moment
    end: Moment | None = None
    back_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Movement:
    """A member came or left during the meeting."""

    member: str
    at: Moment
    arrived: bool
    remote: bool = False


@dataclass(frozen=True)
class Hearing:
    """Everything known after ``entries``. ``new.items is not old.items`` tells a screen that it has to redraw."""

    entries: Entries = field(default_factory=Entries)
    struck: frozenset[int] = frozenset()
    milestone: Hearing | None = field(default=None, compare=False, repr=False)
    body: Body = Body("")
    meeting: Meeting = Meeting("", "", "", datetime.fromtimestamp(0, UTC), "UTC")
    profile: RuleProfile = RuleProfile("", "")
    concerns: tuple[Concern, ...] = ()
    retired: tuple[Concern, ...] = ()
    phase: Phase = Phase.PREPARED
    presiding: str = ""
    first_presiding: str = ""
    why_acting: str = ""
    opened: Moment | None = None
    adjourned: Moment | None = None
    adjourned_how: str = ""
    keeper: str = ""
    continued: HearingContinued | None = None
    roll: tuple[Present, ...] = ()
    rolled: Moment | None = None
    roll_checked: Moment | None = None
    presidings: tuple[tuple[Moment, PresidingPassed], ...] = ()
    staff: tuple[str, ...] = ()
    present: frozenset[str] = frozenset()
    movements: tuple[Movement, ...] = ()
    recesses: tuple[Recess, ...] = ()
    planned: tuple[RecessPlanned, ...] = ()
    recordings: tuple[Moment, ...] = ()
    items: Map[str, Item] = field(default_factory=Map)
    agenda: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    in_hand: str = ""
    registrations: Map[int, Registration] = field(default_factory=Map)
    last_slip: int = 0
    sources: Map[str, int] = field(default_factory=Map)
    by_name: Map[str, tuple[int, ...]] = field(default_factory=Map)
    told_apart: frozenset[tuple[int, int]] = frozenset()
    letters: Map[int, tuple[int, ...]] = field(default_factory=Map)
    appearances: Map[int, Appearance] = field(default_factory=Map)
    last_turn: int = 0
    floor: int = 0
    motions: tuple[Motion, ...] = ()
    warned: frozenset[int] = frozenset()
    minutes: Minutes = Minutes()
    hold: tuple[Moment, str] | None = None  # since when, and why (P-12)

    @property
    def item(self) -> Item | None:
        """The item in hand."""
        return self.items.get(self.in_hand)

    @property
    def turn(self) -> Appearance | None:
        """The turn on the floor: called or speaking."""
        return self.appearances.get(self.floor)

    @property
    def speaker(self) -> Registration | None:
        """Who has the floor or is walking up to it."""
        turn = self.turn
        return self.registrations.get(turn.slip) if turn else None

    @property
    def last_heard(self) -> Appearance | None:
        """The latest turn that ever started, still running or not; none that was entered afterwards."""
        turns = (self.appearances.get(number) for number in range(self.last_turn, 0, -1))
        return next((turn for turn in turns if turn and turn.started is not None and not turn.entered), None)

    @property
    def noted(self) -> Registration | None:
        """Of whom positions and concerns are noted: who has begun to speak, and until the next does, whoever was heard
        last (C-04); before anybody was, who walks up.
        """
        turn = self.last_heard or self.turn
        return self.registrations.get(turn.slip) if turn else None

    @property
    def has_quorum(self) -> bool:
        return len(self.present) >= self.body.quorum

    @property
    def motion(self) -> Motion | None:
        """The motion before the body: of several the latest, as an amendment comes before what it amends."""
        return next((motion for motion in reversed(self.motions) if motion.result is None), None)

    @property
    def recess(self) -> Recess | None:
        return self.recesses[-1] if self.phase is Phase.RECESSED and self.recesses else None

    def member(self, member: str) -> Member:
        """The member of this id; one unknown is shown by the id, so that a record always reads."""
        return next((m for m in self.body.members if m.id == member), Member(member, member))

    def concern(self, code: str) -> Concern:
        """The concern of this code, also one merged away; one unknown is shown by the code."""
        known = (*self.concerns, *self.retired, NOTHING_LISTED)
        return next((c for c in known if c.code == code), Concern(code, code))

    def shares_name(self, registration: Registration) -> tuple[int, ...]:
        """The slips of the same item with the same name, if there is more than one (G-04)."""
        from_name = self.by_name.get(name_key(registration.sign_up), ())
        return from_name if len(from_name) > 1 else ()

    def live_entries(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.seq not in self.struck]


def name_key(sign_up: SignUp) -> str:
    """Same name, same item: likely the same person, never merged silently. Empty where no name was given."""
    name = folded(sign_up.name)
    return f"{sign_up.item}\n{name}" if name else ""


def slip_kind(registration: Registration) -> SlipKind:
    return registration.standing, registration.sign_up.mode, registration.late


def waiting_kind(registration: Registration) -> WaitingKind:
    says = registration.sign_up
    together = says.capacity is Capacity.PUBLIC and bool(says.together_with)
    return WaitingKind(says.capacity, doubled(says.interpreter), len(registration.donors), together, registration.rest)


def doubled(interpreter: Interpreter | None) -> bool:
    return interpreter is not None and interpreter.kind is Interpreting.CONSECUTIVE
