"""Until when each series of a record is kept, and the legal hold before which no date counts (P-12)."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hearingdesk.domain.approval import MinutesState
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import full_date, local
from hearingdesk.domain.values import After, Series

NOTHING_DELETED = "These are dates to go by: hearingdesk deletes no record."
NO_SERIES = "The rules of this body name no retention. Ask the records custodian."
HELD = "On legal hold: nothing of this record is disposed of while it lasts, whatever date is told."


@dataclass(frozen=True, slots=True)
class Keeping:
    """What the dates are counted from: the day the meeting ended, and the day its minutes were approved last.

    Each is None where that is still to come; ``held``: the record is on legal hold.
    """

    series: tuple[Series, ...] = ()
    met: date | None = None
    approved: date | None = None
    held: bool = False

    def since(self, series: Series) -> date | None:
        return self.met if series.after is After.MEETING else self.approved

    def until(self, series: Series) -> date | None:
        """The last day on which it has to be kept; None where that is for good, or not known yet."""
        start, (number, unit) = self.since(series), series.span
        return later(start, number, unit) if start and number else None


def keeping(hearing: Hearing) -> Keeping:
    """As the record stands now. A rehearsal is no record, and is kept for no time."""
    if hearing.meeting.rehearsal:
        return Keeping()
    minutes = hearing.minutes
    approved = minutes.versions[-1].on if minutes.state is MinutesState.APPROVED else None
    met = local(hearing, hearing.adjourned).date() if hearing.adjourned else None
    return Keeping(hearing.profile.retention, met, approved, hearing.hold is not None)


def later(start: date, number: int, unit: str) -> date:
    """So many days, months or years on; a day that the month lacks becomes the first of the next, never an earlier."""
    if unit == "day":
        return start + timedelta(days=number)
    months = start.year * 12 + start.month - 1 + number * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    days = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, days)) + timedelta(days=int(start.day > days))


def kept_words(kept: Keeping, series: Series) -> str:
    """``kept until February 5, 2033, 7 years after the meeting (Wis. Stat. 19.21)``."""
    return how_long(kept, series) + (f" ({series.authority})" if series.authority else "")


def how_long(kept: Keeping, series: Series) -> str:
    """The same without who says so."""
    until = kept.until(series)
    if not series.span[0]:
        return "kept for good"
    span = f"{series.keep} after {series.after.words}"
    return f"kept until {full_date(until)}, {span}" if until else f"kept until {span}, a day still to come"


def kept_lines(kept: Keeping) -> Sequence[str]:
    """All of it in lines: the hold first, each series, and that nothing is deleted; empty where nothing is known."""
    if not (kept.series or kept.held):
        return ()
    lines = [f"{series.title}: {kept_words(kept, series)}." for series in kept.series]
    return (*([HELD] if kept.held else []), *lines, NOTHING_DELETED)
