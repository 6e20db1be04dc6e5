"""Concerns, as a set lists them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class ConcernKind(StrEnum):
    """What sort of thing was raised (C-08)."""

    CONCERN = "concern"
    BENEFIT = "benefit"
    CONDITION = "condition"
    PROCESS = "process"


class Coding(StrEnum):
    """Which coding a mark belongs to (C-06, C-07)."""

    LIVE = "live"  # during the meeting
    REVIEW = "review"  # by the first coder, after it
    SECOND = "second"  # by another, who did not see the first coder's marks
    AGREED = "agreed"  # what the two have settled on

    @property
    def word(self) -> str:
        return _CODING_WORDS[self]


_CODING_WORDS = {
    Coding.LIVE: "live",
    Coding.REVIEW: "in review",
    Coding.SECOND: "second coder",
    Coding.AGREED: "as agreed",
}


@dataclass(frozen=True, slots=True)
class Concern:
    """One entry of a concern set. ``key`` is 1 to 9 where it lies on a number key, else 0."""

    code: str
    label: str
    kind: ConcernKind = ConcernKind.CONCERN
    definition: str = ""
    key: int = 0


SHOWN_KEYS = 9
"""The number keys go from 1 to 9."""


def free_key(concerns: Iterable[Concern]) -> int:
    """The first number key on which none of these lies; 0 where there is none."""
    taken = {concern.key for concern in concerns}
    return next((key for key in range(1, SHOWN_KEYS + 1) if key not in taken), 0)


NO_LISTED_CONCERN = "NONE"
"""The code a coder gives to a speaker who raised nothing on the list (C-01)."""

NOTHING_LISTED = Concern(NO_LISTED_CONCERN, "No listed concern", ConcernKind.PROCESS, "Nothing on the list was raised.")
"""The mark itself, also where a set of concerns does not list it."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The tally of an item as it stood at a moment, for good (C-12): people heard and coded, and by concern's code."""

    item: str
    heard: int
    coded: int
    raised: tuple[tuple[str, int], ...] = ()

    def people(self, code: str) -> int:
        """The people who raised it."""
        return dict(self.raised).get(code, 0)
