"""Everything that can be put on the record, one frozen value each; a released kind and its meaning never change.

The kind of an event in the journal is its class name. Fields are only ever added, with defaults.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from hearingdesk.domain.moments import Moment
from hearingdesk.domain.profile import OrderPolicy, RuleProfile
from hearingdesk.domain.values import (
    Allotment,
    Body,
    Choice,
    Concern,
    Disposition,
    Ending,
    Interpreter,
    ItemNotice,
    Measure,
    Meeting,
    MemberVote,
    MotionResult,
    Position,
    Present,
    SignUp,
    StopReason,
    VoteMethod,
)

# The session


@dataclass(frozen=True, slots=True)
class HearingPrepared:
    """The first entry: who meets, when and where, under which rules and with which concerns (R-02: a snapshot)."""

    body: Body
    meeting: Meeting
    profile: RuleProfile
    concerns: tuple[Concern, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingCalledToOrder:
    """``presiding`` is a member's id; ``why_acting`` says why the chair does not preside."""

    presiding: str
    why_acting: str = ""


@dataclass(frozen=True, slots=True)
class RollCalled:
    """The roll, every member once; ``staff`` are others present, as the minutes name them."""

    roll: tuple[Present, ...]
    staff: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MemberArrived:
    member: str
    remote: bool = False


@dataclass(frozen=True, slots=True)
class MemberDeparted:
    member: str


@dataclass(frozen=True, slots=True)
class MeetingRecessed:
    """Stops the running clock. ``back_at`` is the announced time, aware UTC."""

    reason: str
    back_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class MeetingReconvened:
    pass


@dataclass(frozen=True, slots=True)
class MeetingAdjourned:
    """``how`` is the minutes' word for it: ``without objection`` or the motion."""

    how: str = "without objection"


# The agenda


@dataclass(frozen=True, slots=True)
class AgendaNoticed:
    """Items put on the agenda in one act, in order. ``source`` names the file they came from."""

    items: tuple[ItemNotice, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class ItemTakenUp:
    item: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ItemSuspended:
    """Testimony pauses; the queue stays exactly as it is (Q-08). ``until_after`` is the item that comes first."""

    item: str
    reason: str = ""
    until_after: str = ""


@dataclass(frozen=True, slots=True)
class ItemResumed:
    item: str


@dataclass(frozen=True, slots=True)
class TestimonyClosed:
    """Nobody new is called on the item (H-02); who waits is not reached."""

    item: str


@dataclass(frozen=True, slots=True)
class TestimonyReopened:
    """People are called again on the item; ``reason`` names the motion, or who ordered it (H-01)."""

    item: str
    reason: str


@dataclass(frozen=True, slots=True)
class HearingContinued:
    """To a date, time (aware UTC) and place certain; ``item`` empty is the whole meeting (H-01)."""

    to: datetime
    place: str
    item: str = ""


@dataclass(frozen=True, slots=True)
class RecordLeftOpen:
    """Written comments on the item are taken until then, aware UTC (H-01)."""

    item: str
    until: datetime


@dataclass(frozen=True, slots=True)
class ItemDisposedOf:
    item: str
    disposition: Disposition
    note: str = ""


@dataclass(frozen=True, slots=True)
class LimitChanged:
    """For everyone not yet called (T-10). ``old`` and ``new`` are the public's base limit on the item."""

    item: str
    old: timedelta | None
    new: timedelta
    ordered_by: str
    heard_before: int
    below_floor_because: str = ""


@dataclass(frozen=True, slots=True)
class CapExtended:
    """The item's time in all is longer by ``by`` (T-11)."""

    item: str
    by: timedelta
    ordered_by: str


# Registration


@dataclass(frozen=True, slots=True)
class SpeakerRegistered:
    """One slip; its number is permanent (G-02). A late one is placed as the profile says (G-08)."""

    slip: int
    sign_up: SignUp
    late: bool = False


@dataclass(frozen=True, slots=True)
class SignUpsImported:
    """A file's slips in one act, numbered from ``first_slip`` in order. ``counts`` reports every row of it."""

    first_slip: int
    sign_ups: tuple[SignUp, ...]
    source: str
    counts: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class RegistrationCorrected:
    """What a slip should have said; the number, the standing and the turns stay."""

    slip: int
    sign_up: SignUp
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SpeakerWithdrawn:
    slip: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TimeCeded:
    """``slip`` gives the turn to ``to`` (T-13). ``allotment`` is set where ``to`` had been called already."""

    slip: int
    to: int
    allotment: Allotment | None = None


@dataclass(frozen=True, slots=True)
class TimeReclaimed:
    """``slip`` takes the turn back before the other has begun. ``allotment`` as in ``TimeCeded``."""

    slip: int
    allotment: Allotment | None = None


@dataclass(frozen=True, slots=True)
class SpeakerMoved:
    """To ``place`` in the queue of the slip's item, 0 being next (Q-02)."""

    slip: int
    place: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class QueueReordered:
    """All who waited, put in this order (Q-01). ``seed`` repeats a draw; ``inside`` is the order in each batch."""

    item: str
    policy: OrderPolicy
    order: tuple[int, ...]
    seed: str = ""
    inside: OrderPolicy = OrderPolicy.SIGN_UP
    reason: str = ""


# The floor


@dataclass(frozen=True, slots=True)
class SpeakerCalled:
    """``turn`` counts the appearances of the hearing from 1.

    Ends the turn before it; whoever was called and had not started goes back to next. ``donors`` had given their turns
    to this one by then: the allotment counts on them.
    """

    slip: int
    turn: int
    allotment: Allotment
    leave: str = ""
    donors: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TurnStarted:
    """The clock runs, as of ``back`` before the entry."""

    turn: int
    back: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True)
class ClockStopped:
    """The clock stands; time since then is not charged. ``as_of`` is earlier where the stop was found later."""

    turn: int
    reason: StopReason
    note: str = ""
    as_of: Moment | None = None


@dataclass(frozen=True, slots=True)
class ClockResumed:
    turn: int


@dataclass(frozen=True, slots=True)
class TimeGranted:
    """Given (or, below zero, taken) by the chair on the turn (T-08)."""

    turn: int
    span: timedelta
    reason: str = ""


@dataclass(frozen=True, slots=True)
class InterpreterChanged:
    """Interpreting found out during the turn: the allotment is worked out again, what is used stays used."""

    turn: int
    interpreter: Interpreter | None
    allotment: Allotment


@dataclass(frozen=True, slots=True)
class TurnEnded:
    turn: int
    ending: Ending = Ending.FINISHED


@dataclass(frozen=True, slots=True)
class SpeakerNotPresent:
    """Called and did not come: into the tray (Q-05)."""

    slip: int
    turn: int


@dataclass(frozen=True, slots=True)
class SpeakerReturned:
    """From the tray (or from a mistaken withdrawal) back to the queue, as next."""

    slip: int


@dataclass(frozen=True, slots=True)
class ConductNoted:
    """What the chair did, in which ``words`` (H-05). ``slip`` 0 is somebody in the room who has none."""

    measure: Measure
    slip: int = 0
    words: str = ""
    force_or_threat: bool = False


# What was heard


@dataclass(frozen=True, slots=True)
class PositionStated:
    slip: int
    position: Position


@dataclass(frozen=True, slots=True)
class ConcernAdded:
    """A new concern in the hearing's set; without a definition it still needs one (C-05)."""

    concern: Concern


@dataclass(frozen=True, slots=True)
class ConcernRenamed:
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class ConcernDefined:
    code: str
    definition: str


@dataclass(frozen=True, slots=True)
class ConcernsMerged:
    """Who raised ``code`` counts as having raised ``into``; ``code`` leaves the list, not the journal (C-05)."""

    code: str
    into: str


@dataclass(frozen=True, slots=True)
class ConcernRaised:
    slip: int
    code: str


@dataclass(frozen=True, slots=True)
class ConcernWithdrawn:
    """Takes the last mark of this concern off the speaker; the journal keeps both."""

    slip: int
    code: str


@dataclass(frozen=True, slots=True)
class SummaryWritten:
    """The clerk's one-line account, replacing the one before."""

    slip: int
    text: str


# Motions


@dataclass(frozen=True, slots=True)
class MotionMade:
    """``items`` are disposed of as ``disposition`` says if it carries."""

    motion: int
    text: str
    mover: str
    items: tuple[str, ...] = ()
    disposition: Disposition | None = None
    seconder: str = ""


@dataclass(frozen=True, slots=True)
class MotionSeconded:
    motion: int
    seconder: str


@dataclass(frozen=True, slots=True)
class VoteTaken:
    """``result`` is as announced by the chair; ``votes`` by name on a roll call, empty otherwise."""

    motion: int
    method: VoteMethod
    result: MotionResult
    votes: tuple[MemberVote, ...] = ()

    def count(self, choice: Choice) -> int:
        return sum(vote.choice is choice for vote in self.votes)


@dataclass(frozen=True, slots=True)
class MotionDropped:
    """Withdrawn, or failed for want of a second."""

    motion: int
    result: MotionResult


# Corrections


@dataclass(frozen=True, slots=True)
class EntryStruck:
    """Entry ``seq`` no longer counts; it stays in the journal (P-08)."""

    seq: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StrikeLifted:
    seq: int


Event = (
    HearingPrepared
    | MeetingCalledToOrder
    | RollCalled
    | MemberArrived
    | MemberDeparted
    | MeetingRecessed
    | MeetingReconvened
    | MeetingAdjourned
    | AgendaNoticed
    | ItemTakenUp
    | ItemSuspended
    | ItemResumed
    | TestimonyClosed
    | TestimonyReopened
    | HearingContinued
    | RecordLeftOpen
    | ItemDisposedOf
    | LimitChanged
    | CapExtended
    | SpeakerRegistered
    | SignUpsImported
    | RegistrationCorrected
    | SpeakerWithdrawn
    | TimeCeded
    | TimeReclaimed
    | SpeakerMoved
    | QueueReordered
    | SpeakerCalled
    | TurnStarted
    | ClockStopped
    | ClockResumed
    | TimeGranted
    | InterpreterChanged
    | TurnEnded
    | SpeakerNotPresent
    | SpeakerReturned
    | ConductNoted
    | PositionStated
    | ConcernAdded
    | ConcernRenamed
    | ConcernDefined
    | ConcernsMerged
    | ConcernRaised
    | ConcernWithdrawn
    | SummaryWritten
    | MotionMade
    | MotionSeconded
    | VoteTaken
    | MotionDropped
    | EntryStruck
    | StrikeLifted
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal. ``seq`` counts from 1 in its hearing, ``id`` is a UUID made before the commit."""

    seq: int
    id: str
    at: Moment
    by: str
    event: Event
