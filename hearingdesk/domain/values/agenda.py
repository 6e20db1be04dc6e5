"""Agenda items, motions and votes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class VoteMethod(StrEnum):
    """How a motion was voted."""

    ROLL_CALL = "roll_call"
    VOICE = "voice"
    CONSENT = "consent"


class Choice(StrEnum):
    """A member's vote (M-04)."""

    AYE = "aye"
    NO = "no"
    ABSTAIN = "abstain"
    RECUSED = "recused"
    EXCUSED = "excused"
    ABSENT = "absent"


class MotionResult(StrEnum):
    """What became of a motion."""

    CARRIED = "carried"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"
    NO_SECOND = "no_second"


class Disposition(StrEnum):
    """What the body did with an item."""

    ADOPTED = "adopted"
    APPROVED = "approved"
    DENIED = "denied"
    PLACED_ON_FILE = "placed_on_file"
    HELD = "held"
    REFERRED = "referred"
    TABLED = "tabled"
    HEARD = "heard"

    @property
    def words(self) -> str:
        return "held to the call of the chair" if self is Disposition.HELD else self.value.replace("_", " ")


class ItemKind(StrEnum):
    """What an agenda item is."""

    COMMENT = "comment"
    HEARING = "hearing"
    CONSENT = "consent"
    ACTION = "action"
    PRESENTATION = "presentation"
    PROCEDURE = "procedure"

    @property
    def takes_testimony(self) -> bool:
        return self in (ItemKind.COMMENT, ItemKind.HEARING)

    @property
    def word(self) -> str:
        return f"Public {self}" if self.takes_testimony else self.capitalize()


class MinutesLevel(StrEnum):
    """How much the minutes say of each speaker (M-02)."""

    NAMES = "names"
    SUMMARY = "summary"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class ItemNotice:
    """An agenda item as noticed: ``id`` is unique in the hearing, ``number`` is what the agenda prints."""

    id: str
    number: str
    title: str
    file_number: str = ""
    kind: ItemKind = ItemKind.ACTION
    hear_by: datetime | None = None


@dataclass(frozen=True, slots=True)
class OwnRules:
    """What an item has of its own beside its limit, cap and level (R-01); spans None mean untimed."""

    group_limit: timedelta | None
    official_limit: timedelta | None
    applicant_limit: timedelta | None
    rebuttal_limit: timedelta | None
    turns_per_item: int
    interpretation_factor: int


@dataclass(frozen=True, slots=True)
class MemberVote:
    """One member's vote by name."""

    member: str
    choice: Choice
    reason: str = ""
