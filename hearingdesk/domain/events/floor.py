"""The floor: called, begun, stopped, granted time, ended, and what the chair did about conduct."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from hearingdesk.domain.moments import Moment
from hearingdesk.domain.values import Allotment, Ending, Ground, Interpreter, Measure, StopReason, TimedAs


@dataclass(frozen=True, slots=True)
class SpeakerCalled:
    """``turn`` counts the appearances of the hearing from 1.

    Ends the turn before it; whoever was called and had not started goes back to next. ``donors`` had given their turns
    to this one by then: the allotment counts on them. ``ground`` labels a turn besides the usual one, ``leave`` says
    more of it; ``timed_as`` is the limit it is timed by.
    """

    slip: int
    turn: int
    allotment: Allotment
    leave: str = ""
    donors: tuple[int, ...] = ()
    ground: Ground | None = None
    timed_as: TimedAs = TimedAs.ORDINARY


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
class ClockChanged:
    """The turn is timed by another limit from here on, or by none (T-12); what is used stays used."""

    turn: int
    timed_as: TimedAs
    allotment: Allotment
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TurnMoved:
    """The turn was never of ``slip``, who goes back to where they were; ``to`` has spoken, with the time used so far.

    What was noted in the turn goes along: position, concerns, summary. ``allotment``, ``donors``, ``leave`` and
    ``ground`` as in ``SpeakerCalled``, all of ``to``.
    """

    turn: int
    slip: int
    to: int
    allotment: Allotment
    donors: tuple[int, ...] = ()
    leave: str = ""
    ground: Ground | None = None


@dataclass(frozen=True, slots=True)
class TurnReopened:
    """The turn goes on, ``gap`` (None: not said) after it had ended; the gap is ``charged`` to the speaker or not."""

    turn: int
    gap: timedelta | None = None
    charged: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AppearanceEntered:
    """A turn that the clock missed, entered afterwards: when it ``began`` (aware UTC), and its ``length``."""

    slip: int
    turn: int
    began: datetime
    length: timedelta
    allotment: Allotment
    leave: str = ""
    ground: Ground | None = None


@dataclass(frozen=True, slots=True)
class HandoutReceived:
    """Something on paper that the speaker handed in, in a few words."""

    turn: int
    text: str


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
