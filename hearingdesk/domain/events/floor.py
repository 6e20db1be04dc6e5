"""The floor: called, begun, stopped, granted time, ended, and what the chair did about conduct."""

from dataclasses import dataclass
from datetime import timedelta

from hearingdesk.domain.moments import Moment
from hearingdesk.domain.values import Allotment, Ending, Interpreter, Measure, StopReason


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
