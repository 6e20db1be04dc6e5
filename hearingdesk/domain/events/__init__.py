"""Everything that can be put on the record, one frozen value each; a released kind and its meaning never change.

The kind of an event in the journal is its class name. Fields are only ever added, with defaults.
"""

from dataclasses import dataclass

from hearingdesk.domain.events.agenda import (
    AgendaNoticed,
    CapExtended,
    HearingContinued,
    HearingStepTaken,
    ItemDisposedOf,
    ItemResumed,
    ItemRuled,
    ItemSuspended,
    ItemTakenUp,
    ItemWithdrawn,
    LimitChanged,
    RecordLeftOpen,
    TestimonyClosed,
    TestimonyReopened,
)
from hearingdesk.domain.events.corrections import EntryStruck, StrikeLifted
from hearingdesk.domain.events.floor import (
    AppearanceEntered,
    ClockChanged,
    ClockResumed,
    ClockStopped,
    ConductNoted,
    HandoutReceived,
    InterpreterChanged,
    SpeakerCalled,
    SpeakerNotPresent,
    SpeakerReturned,
    TimeGranted,
    TurnEnded,
    TurnMoved,
    TurnReopened,
    TurnStarted,
)
from hearingdesk.domain.events.heard import (
    ConcernAdded,
    ConcernDefined,
    ConcernKeyed,
    ConcernRaised,
    ConcernRenamed,
    ConcernsMerged,
    ConcernWithdrawn,
    PositionStated,
    SummaryWritten,
)
from hearingdesk.domain.events.keeping import LegalHoldLifted, LegalHoldPlaced
from hearingdesk.domain.events.minutes import (
    CorrectionListed,
    MinutesApproved,
    MinutesPresented,
    MinutesReopened,
    NoteAppended,
)
from hearingdesk.domain.events.motions import MotionAmended, MotionDropped, MotionMade, MotionSeconded, VoteTaken
from hearingdesk.domain.events.registration import (
    LateSpeakerAdmitted,
    LetterSeparated,
    LettersGrouped,
    NamesakesToldApart,
    NoShowsRecalled,
    QueueReordered,
    RegistrationCorrected,
    SignUpsImported,
    SpeakerMoved,
    SpeakerRegistered,
    SpeakerWithdrawn,
    TimeCeded,
    TimeReclaimed,
)
from hearingdesk.domain.events.review import SpeakerCoded
from hearingdesk.domain.events.session import (
    HearingPrepared,
    MeetingAdjourned,
    MeetingCalledToOrder,
    MeetingRecessed,
    MeetingReconvened,
    MemberArrived,
    MemberDeparted,
    OathTaken,
    PresidingPassed,
    RecessPlanned,
    RecordHandedOver,
    RecordingStarted,
    RollCalled,
)
from hearingdesk.domain.moments import Moment

__all__ = [
    "AgendaNoticed",
    "AppearanceEntered",
    "CapExtended",
    "ClockChanged",
    "ClockResumed",
    "ClockStopped",
    "ConcernAdded",
    "ConcernDefined",
    "ConcernKeyed",
    "ConcernRaised",
    "ConcernRenamed",
    "ConcernWithdrawn",
    "ConcernsMerged",
    "ConductNoted",
    "CorrectionListed",
    "Entry",
    "EntryStruck",
    "Event",
    "HandoutReceived",
    "HearingContinued",
    "HearingPrepared",
    "HearingStepTaken",
    "InterpreterChanged",
    "ItemDisposedOf",
    "ItemResumed",
    "ItemRuled",
    "ItemSuspended",
    "ItemTakenUp",
    "ItemWithdrawn",
    "LateSpeakerAdmitted",
    "LegalHoldLifted",
    "LegalHoldPlaced",
    "LetterSeparated",
    "LettersGrouped",
    "LimitChanged",
    "MeetingAdjourned",
    "MeetingCalledToOrder",
    "MeetingRecessed",
    "MeetingReconvened",
    "MemberArrived",
    "MemberDeparted",
    "MinutesApproved",
    "MinutesPresented",
    "MinutesReopened",
    "MotionAmended",
    "MotionDropped",
    "MotionMade",
    "MotionSeconded",
    "NamesakesToldApart",
    "NoShowsRecalled",
    "NoteAppended",
    "OathTaken",
    "PositionStated",
    "PresidingPassed",
    "QueueReordered",
    "RecessPlanned",
    "RecordHandedOver",
    "RecordLeftOpen",
    "RecordingStarted",
    "RegistrationCorrected",
    "RollCalled",
    "SignUpsImported",
    "SpeakerCalled",
    "SpeakerCoded",
    "SpeakerMoved",
    "SpeakerNotPresent",
    "SpeakerRegistered",
    "SpeakerReturned",
    "SpeakerWithdrawn",
    "StrikeLifted",
    "SummaryWritten",
    "TestimonyClosed",
    "TestimonyReopened",
    "TimeCeded",
    "TimeGranted",
    "TimeReclaimed",
    "TurnEnded",
    "TurnMoved",
    "TurnReopened",
    "TurnStarted",
    "VoteTaken",
]

Event = (
    HearingPrepared
    | MeetingCalledToOrder
    | PresidingPassed
    | RollCalled
    | MemberArrived
    | MemberDeparted
    | RecessPlanned
    | RecordingStarted
    | RecordHandedOver
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
    | ItemWithdrawn
    | ItemRuled
    | HearingStepTaken
    | OathTaken
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
    | NoShowsRecalled
    | LateSpeakerAdmitted
    | NamesakesToldApart
    | LettersGrouped
    | LetterSeparated
    | SpeakerCalled
    | TurnStarted
    | ClockStopped
    | ClockResumed
    | TimeGranted
    | InterpreterChanged
    | ClockChanged
    | TurnMoved
    | TurnEnded
    | TurnReopened
    | AppearanceEntered
    | HandoutReceived
    | SpeakerNotPresent
    | SpeakerReturned
    | ConductNoted
    | PositionStated
    | ConcernAdded
    | ConcernRenamed
    | ConcernDefined
    | ConcernKeyed
    | ConcernsMerged
    | ConcernRaised
    | ConcernWithdrawn
    | SummaryWritten
    | MotionMade
    | MotionSeconded
    | MotionAmended
    | VoteTaken
    | MotionDropped
    | SpeakerCoded
    | MinutesPresented
    | CorrectionListed
    | MinutesApproved
    | MinutesReopened
    | NoteAppended
    | LegalHoldPlaced
    | LegalHoldLifted
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
