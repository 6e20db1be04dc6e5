"""Motions and their votes."""

from dataclasses import dataclass

from hearingdesk.domain.values import Choice, Disposition, MemberVote, MotionResult, VoteMethod


@dataclass(frozen=True, slots=True)
class MotionMade:
    """``items`` are disposed of as ``disposition`` says if it carries.

    ``amends`` is the motion it would change, which then reads ``as_amended``; without ``second_needed`` it stands
    before the body on the mover's word alone.
    """

    motion: int
    text: str
    mover: str
    items: tuple[str, ...] = ()
    disposition: Disposition | None = None
    seconder: str = ""
    amends: int = 0
    as_amended: str = ""
    second_needed: bool = True


@dataclass(frozen=True, slots=True)
class MotionAmended:
    """A friendly amendment: mover and seconder agree, and the motion reads ``text`` from here on."""

    motion: int
    text: str
    offered_by: str


@dataclass(frozen=True, slots=True)
class MotionSeconded:
    motion: int
    seconder: str


@dataclass(frozen=True, slots=True)
class VoteTaken:
    """``result`` is as announced by the chair; ``votes`` by name on a roll call, empty otherwise.

    ``division``: a member asked for it after a voice vote, which it takes the place of.
    """

    motion: int
    method: VoteMethod
    result: MotionResult
    votes: tuple[MemberVote, ...] = ()
    division: bool = False

    @property
    def tied(self) -> bool:
        """As many ayes as noes, by name."""
        return bool(self.votes) and self.count(Choice.AYE) == self.count(Choice.NO)

    def count(self, choice: Choice) -> int:
        return sum(vote.choice is choice for vote in self.votes)


@dataclass(frozen=True, slots=True)
class MotionDropped:
    """Withdrawn, or failed for want of a second."""

    motion: int
    result: MotionResult
