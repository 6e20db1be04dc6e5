"""The agenda: items taken up, paused, closed, continued, disposed of, and their limits of time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from hearingdesk.domain.values import Counted, Disposition, ItemKind, ItemNotice, MinutesLevel, OwnRules


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
    """Nobody new is called on the item (H-02); who waits is not reached. ``counted`` is the tally, frozen (C-12)."""

    item: str
    counted: Counted | None = None


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
class ItemWithdrawn:
    """Taken off the agenda; the slips for it stay as they are registered."""

    item: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ItemRuled:
    """The item's own rules in place of the body's (R-01); None for ``limit`` is untimed, for ``cap`` no cap.

    ``own`` None: for everything else the body's rules hold.
    """

    item: str
    limit: timedelta | None
    cap: timedelta | None
    level: MinutesLevel
    kind: ItemKind
    own: OwnRules | None = None


@dataclass(frozen=True, slots=True)
class HearingStepTaken:
    """A step of the hearing's order, as the profile names it (H-04)."""

    item: str
    step: str


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
