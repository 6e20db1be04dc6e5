"""How far the minutes have come: drafted, presented, approved, corrected after that, and what each version rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from hearingdesk.domain.events.minutes import MinutesReopened, NoteAppended

if TYPE_CHECKING:
    from hearingdesk.domain.hearing import Hearing


class MinutesState(StrEnum):
    """M-08. What is REOPENED was approved before, and is being corrected by a motion of the body."""

    DRAFT = "draft"
    PRESENTED = "presented"
    APPROVED = "approved"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class Version:
    """The minutes as approved on a day; they are what the journal told after entry ``seq``, for ever.

    ``number`` counts from 1. ``reopened`` is the motion by which an approved version was corrected into this one.
    """

    number: int
    seq: int
    on: date
    motion: str = ""
    head: str = ""
    corrections: tuple[str, ...] = ()
    reopened: MinutesReopened | None = None

    @property
    def how(self) -> str:
        """``as submitted``, ``as corrected``, or ``corrected after approval``."""
        if self.reopened is not None:
            return "corrected after approval"
        return "as corrected" if self.corrections else "as submitted"


@dataclass(frozen=True, slots=True)
class Minutes:
    """Where the minutes stand. ``corrections`` are those listed since they were presented, or reopened, last."""

    state: MinutesState = MinutesState.DRAFT
    presented: date | None = None
    corrections: tuple[str, ...] = ()
    reopened: MinutesReopened | None = None
    versions: tuple[Version, ...] = ()
    notes: tuple[NoteAppended, ...] = ()

    @property
    def approved(self) -> Version | None:
        """The version that stands, where nothing is being corrected."""
        return self.versions[-1] if self.state is MinutesState.APPROVED else None

    @property
    def words(self) -> str:
        """``Approved as corrected``; for people."""
        if self.approved is not None:
            how = self.approved.how
            return f"{how[0].upper()}{how[1:]}" if self.approved.reopened else f"Approved {how}"
        return _STATE_WORDS[self.state]


_STATE_WORDS = {
    MinutesState.DRAFT: "Draft",
    MinutesState.PRESENTED: "Draft, presented",
    MinutesState.REOPENED: "Being corrected after approval",
}


def file_stem(hearing: Hearing) -> str:
    """What a file of these minutes is called: a draft may be written over, any other name carries version and date."""
    minutes = hearing.minutes
    version = minutes.approved
    if version is not None:
        what = "approved" if version.reopened is None else f"corrected-{version.number - 1}"
        return f"minutes-{what}-{(version.reopened or version).on.isoformat()}"
    return "minutes"


def is_final(name: str) -> bool:
    """Whether a file of this name holds minutes that were approved: it is written once, and never over (M-08)."""
    return name.startswith(("minutes-approved-", "minutes-corrected-"))
