"""The legal hold: nothing of the record is disposed of while it lasts (P-12)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LegalHoldPlaced:
    """The record is kept whatever the schedule says; ``reason`` stays in the building."""

    reason: str


@dataclass(frozen=True, slots=True)
class LegalHoldLifted:
    """The schedule counts again; ``reason`` says on whose word."""

    reason: str
