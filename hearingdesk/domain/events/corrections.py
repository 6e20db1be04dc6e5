"""Corrections: an entry struck, and the strike lifted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EntryStruck:
    """Entry ``seq`` no longer counts; it stays in the journal (P-08)."""

    seq: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StrikeLifted:
    seq: int
