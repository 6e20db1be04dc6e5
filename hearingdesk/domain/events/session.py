"""The sitting itself: prepared, called to order, roll, recess, adjourned."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.values import Body, Concern, Counted, Meeting, OathForm, Present


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
class PresidingPassed:
    """Another member presides from here on; ``reason`` says why, such as a recusal."""

    to: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RollCalled:
    """The roll, every member once; ``staff`` are others present, as the minutes name them."""

    roll: tuple[Present, ...]
    staff: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OathTaken:
    """By these people at once; ``on_card``: signed, not spoken. Who is exempt says ``why`` (H-04)."""

    slips: tuple[int, ...]
    form: OathForm
    by: str = ""
    on_card: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class MemberArrived:
    member: str
    remote: bool = False


@dataclass(frozen=True, slots=True)
class MemberDeparted:
    member: str


@dataclass(frozen=True, slots=True)
class RecessPlanned:
    """A break to come, aware UTC, which the forecast counts in; without a length the one of that time is taken back."""

    at: datetime
    length: timedelta


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
    """``how`` is the minutes' word for it: ``without objection`` or the motion.

    ``counted`` are the tallies, frozen, of the items whose testimony was not closed before (C-12).
    """

    how: str = "without objection"
    counted: tuple[Counted, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordingStarted:
    """The sync mark (M-11): a recording of the meeting began at ``began``, aware UTC; None: as the entry was made."""

    began: datetime | None = None


@dataclass(frozen=True, slots=True)
class RecordHandedOver:
    """Whoever keeps the record hands it over in mid-meeting (P-13); ``to`` are the initials of entries from here on."""

    to: str
