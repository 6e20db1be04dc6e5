"""The floor: where a registration is, why a clock stands, how a turn ends, what the chair did."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


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
    MISTAKE = "mistake"
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
    StopReason.MISTAKE: "a turn ended by mistake",
    StopReason.OTHER: "other",
}


class Ending(StrEnum):
    """How a turn ended. An interrupted one is to be gone on with: the speaker waits again, with the time left."""

    FINISHED = "finished"
    YIELDED_BACK = "yielded_back"
    REMOVED = "removed"
    INTERRUPTED = "interrupted"


class Ground(StrEnum):
    """On what ground somebody has a turn besides the usual one (Q-06, H-02)."""

    LEAVE = "leave"
    SECOND_ROUND = "second_round"
    REBUTTAL = "rebuttal"
    ANSWER = "answer"
    READ_BY_STAFF = "read_by_staff"

    @property
    def words(self) -> str:
        return _GROUND_WORDS[self]


_GROUND_WORDS = {
    Ground.LEAVE: "by leave of the chair",
    Ground.SECOND_ROUND: "in a second round",
    Ground.REBUTTAL: "in rebuttal",
    Ground.ANSWER: "in answer to a member's question",
    Ground.READ_BY_STAFF: "read by staff",
}


class TimedAs(StrEnum):
    """Which of the body's limits a turn is timed by (T-12); ``ordinary``: as the slip and the item say."""

    ORDINARY = "ordinary"
    REBUTTAL = "rebuttal"
    GROUP = "group"
    APPLICANT = "applicant"
    STAFF = "staff"
    UNTIMED = "untimed"


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


@dataclass(frozen=True, slots=True)
class Allotment:
    """The time of one turn, fixed when the speaker is called (T-01). ``total`` None means untimed."""

    total: timedelta | None
    working: str
