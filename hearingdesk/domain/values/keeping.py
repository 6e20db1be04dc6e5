"""How long records are kept: the series of a retention schedule (P-12)."""

import re
from dataclasses import dataclass
from enum import StrEnum

PERMANENT = "permanent"
_SPAN = re.compile(r"([1-9]\d{0,2}) (day|month|year)s?")


class After(StrEnum):
    """From when on the time is counted."""

    MEETING = "meeting"
    APPROVAL = "approval"

    @property
    def words(self) -> str:
        return "the meeting" if self is After.MEETING else "the minutes are approved"


@dataclass(frozen=True, slots=True)
class Series:
    """A kind of records, how long it is kept, and which law or schedule says so.

    ``keep`` is ``permanent``, or like ``7 years``, ``6 months``, ``90 days``.
    """

    title: str
    keep: str = PERMANENT
    after: After = After.MEETING
    authority: str = ""

    @property
    def understood(self) -> bool:
        return self.keep == PERMANENT or _SPAN.fullmatch(self.keep) is not None

    @property
    def span(self) -> tuple[int, str]:
        """A number and ``day``, ``month`` or ``year``; 0 of them where it is kept for good."""
        found = _SPAN.fullmatch(self.keep)
        return (int(found[1]), found[2]) if found else (0, "")
