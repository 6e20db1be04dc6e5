"""Motions and their votes."""

from dataclasses import dataclass

from hearingdesk.domain.values import Choice, Disposition, MemberVote, MotionResult, VoteMethod


@dataclass(frozen=True, slots=True)
class MotionMade:
    """``items`` are disposed of as ``disposition`` says if it carries."""

    motion: int
    text: str
    mover: str
    items: tuple[str, ...] = ()
    disposition: Disposition | None = None
    seconder: str = ""


@dataclass(frozen=True, slots=True)
class MotionSeconded:
    motion: int
    seconder: str


@dataclass(frozen=True, slots=True)
class VoteTaken:
    """``result`` is as announced by the chair; ``votes`` by name on a roll call, empty otherwise."""

    motion: int
    method: VoteMethod
    result: MotionResult
    votes: tuple[MemberVote, ...] = ()

    def count(self, choice: Choice) -> int:
        return sum(vote.choice is choice for vote in self.votes)


@dataclass(frozen=True, slots=True)
class MotionDropped:
    """Withdrawn, or failed for want of a second."""

    motion: int
    result: MotionResult
