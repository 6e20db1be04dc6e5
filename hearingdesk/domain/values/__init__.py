"""The words of a hearing: positions, ways of speaking, members, items, slips, concerns, rules of time."""

from hearingdesk.domain.values.agenda import (
    Choice,
    Disposition,
    ItemKind,
    ItemNotice,
    MemberVote,
    MinutesLevel,
    MotionResult,
    VoteMethod,
)
from hearingdesk.domain.values.concerns import NO_LISTED_CONCERN, Coding, Concern, ConcernKind
from hearingdesk.domain.values.floor import Allotment, Ending, Ground, Measure, Standing, StopReason, TimedAs
from hearingdesk.domain.values.meeting import Attendance, Body, Meeting, Member, Present
from hearingdesk.domain.values.slips import (
    Capacity,
    Channel,
    Contact,
    Interpreter,
    Interpreting,
    Mode,
    NameShown,
    Position,
    SignUp,
)

__all__ = [
    "NO_LISTED_CONCERN",
    "Allotment",
    "Attendance",
    "Body",
    "Capacity",
    "Channel",
    "Choice",
    "Coding",
    "Concern",
    "ConcernKind",
    "Contact",
    "Disposition",
    "Ending",
    "Ground",
    "Interpreter",
    "Interpreting",
    "ItemKind",
    "ItemNotice",
    "Measure",
    "Meeting",
    "Member",
    "MemberVote",
    "MinutesLevel",
    "Mode",
    "MotionResult",
    "NameShown",
    "Position",
    "Present",
    "SignUp",
    "Standing",
    "StopReason",
    "TimedAs",
    "VoteMethod",
]
