"""A turn at the microphone, and what the length of one to come depends on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from hearingdesk.domain.moments import Moment
from hearingdesk.domain.values import Allotment, Capacity, Ending, Ground, Mode, Standing, StopReason, TimedAs

if TYPE_CHECKING:
    from hearingdesk.domain.hearing import Registration


class Rest(NamedTuple):
    """What an interrupted turn left, before interpreting: ``left`` of ``whole``; None is untimed."""

    left: timedelta | None
    whole: timedelta | None


class WaitingKind(NamedTuple):
    """All that the length of a turn depends on.

    ``doubled``: a consecutive interpreter doubles the time; ``donors`` others gave theirs; ``together``: several speak;
    ``rest``: an interrupted turn is gone on with.
    """

    capacity: Capacity
    doubled: bool = False
    donors: int = 0
    together: bool = False
    rest: Rest | None = None


SlipKind = tuple[Standing, Mode, bool]
"""Where a slip stands, how the person takes part, and whether it came late: what the lists of the queue go by."""


@dataclass(frozen=True)
class Stop:
    """The clock stood from ``start`` to ``end`` (None: it still does)."""

    reason: StopReason
    start: Moment
    end: Moment | None = None
    note: str = ""


@dataclass(frozen=True)
class Appearance:
    """One turn at the microphone. ``ran`` is what closed spans used; ``running_since`` is set while the clock runs.

    ``limit`` was the public's limit on the item when the speaker was called; ``donors`` gave their turns to this one.
    ``ground`` and ``timed_as`` as in ``SpeakerCalled``. ``before`` is the slip as it was when called, and ``place`` its
    place in the queue then (None: it did not wait), in case the turn turns out to be another's. ``entered``: put down
    afterwards, and never part of the pace. ``handouts`` were handed in.
    """

    turn: int
    slip: int
    item: str
    allotment: Allotment
    called: Moment
    started: Moment | None = None
    running_since: Moment | None = None
    ended: Moment | None = None
    ran: timedelta = timedelta(0)
    granted: timedelta = timedelta(0)
    stops: tuple[Stop, ...] = ()
    ending: Ending | None = None
    absent: bool = False
    leave: str = ""
    limit: timedelta | None = None
    donors: tuple[int, ...] = ()
    ground: Ground | None = None
    timed_as: TimedAs = TimedAs.ORDINARY
    before: Registration | None = None
    place: int | None = None
    entered: bool = False
    handouts: tuple[str, ...] = ()

    @property
    def stopped(self) -> Stop | None:
        """The stop that stands now, if any."""
        return self.stops[-1] if self.stops and self.stops[-1].end is None else None
