"""The life of the minutes after the meeting: presented, corrected, approved, taken up again, and notes beside them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class MinutesPresented:
    """The draft went to the body, for its meeting on this day."""

    on: date


@dataclass(frozen=True, slots=True)
class CorrectionListed:
    """One line of the list of corrections: where the minutes misstated what happened, and how they read now (M-09)."""

    text: str


@dataclass(frozen=True, slots=True)
class MinutesApproved:
    """The body approved the minutes as they stand, on this day; as corrected, where corrections are listed.

    ``motion`` is who moved it, or the motion in words. ``head`` is the journal's head that the minutes rest on.
    """

    on: date
    motion: str = ""
    head: str = ""


@dataclass(frozen=True, slots=True)
class MinutesReopened:
    """Approved minutes are to be corrected, by this motion of this day; the approved version stays as it is."""

    on: date
    motion: str


@dataclass(frozen=True, slots=True)
class NoteAppended:
    """What became known later, outside the account of the meeting: the minutes themselves say what was said (M-09)."""

    text: str
    on: date
    slip: int = 0
