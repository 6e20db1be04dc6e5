"""Concerns, as a set lists them."""

from dataclasses import dataclass
from enum import StrEnum


class ConcernKind(StrEnum):
    """What sort of thing was raised (C-08)."""

    CONCERN = "concern"
    BENEFIT = "benefit"
    CONDITION = "condition"
    PROCESS = "process"


@dataclass(frozen=True, slots=True)
class Concern:
    """One entry of a concern set. ``key`` is 1 to 9 where it lies on a number key, else 0."""

    code: str
    label: str
    kind: ConcernKind = ConcernKind.CONCERN
    definition: str = ""
    key: int = 0


NO_LISTED_CONCERN = "NONE"


"""The code a coder gives to a speaker who raised nothing on the list (C-01)."""
