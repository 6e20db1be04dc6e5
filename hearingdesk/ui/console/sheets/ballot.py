"""A vote while it is taken: who is down for what, the count, and what looks wrong (M-04, M-05)."""

from dataclasses import dataclass, field, replace

from immutables import Map

from hearingdesk.domain.events import VoteTaken
from hearingdesk.domain.hearing import Hearing, Motion
from hearingdesk.domain.members import present_at
from hearingdesk.domain.rules.motions import doubts_about_vote, take_vote
from hearingdesk.domain.values import Attendance, Choice, MemberVote, MotionResult, VoteMethod
from hearingdesk.ui.console.sheets.words import choice_word

SHOWN = (Choice.AYE, Choice.NO, Choice.ABSTAIN, Choice.RECUSED, Choice.EXCUSED, Choice.ABSENT)


@dataclass(frozen=True, slots=True)
class Ballot:
    """Votes by member id, as far as they are known, and why somebody is recused."""

    choices: Map[str, Choice]
    reasons: Map[str, str] = field(default_factory=Map)

    def with_vote(self, member: str, choice: Choice) -> "Ballot":
        return replace(self, choices=self.choices.set(member, choice))

    def with_reason(self, member: str, reason: str) -> "Ballot":
        return replace(self, reasons=self.reasons.set(member, reason))

    def all_present(self, hearing: Hearing, choice: Choice) -> "Ballot":
        """Everybody present votes this way."""
        return replace(self, choices=self.choices.update(dict.fromkeys(hearing.present, choice)))

    @property
    def begun(self) -> bool:
        """Whether anybody has voted."""
        return any(cast in (Choice.AYE, Choice.NO, Choice.ABSTAIN) for cast in self.choices.values())

    def votes(self, hearing: Hearing) -> tuple[MemberVote, ...]:
        """In the order of the roll."""
        members = [m.id for m in hearing.body.members if m.id in self.choices]
        return tuple(MemberVote(member, self.choices[member], self._reason(member)) for member in members)

    def _reason(self, member: str) -> str:
        return self.reasons.get(member, "") if self.choices[member] is Choice.RECUSED else ""

    def count(self, choice: Choice) -> int:
        return sum(cast is choice for cast in self.choices.values())

    def result(self, hearing: Hearing, motion: int) -> MotionResult | None:
        """By count on this motion, as the rule counts; None while nobody has voted."""
        votes = self.votes(hearing)
        return take_vote(hearing, VoteMethod.ROLL_CALL, votes, motion=motion).result if self.begun else None

    def tally(self, hearing: Hearing) -> str:
        """``Aye 5 · No 1 · Excused 3``: ayes and noes always, the rest where there are any."""
        shown = [c for c in SHOWN if self.count(c) or c in (Choice.AYE, Choice.NO)]
        return " · ".join(f"{choice_word(hearing, choice)} {self.count(choice)}" for choice in shown)


def opened(hearing: Hearing) -> Ballot:
    """Those who are not there are down as the roll has them; those who are have not voted yet."""
    excused = {line.member for line in hearing.roll if line.attendance is Attendance.EXCUSED}
    away = {m.id for m in hearing.body.members} - hearing.present
    return Ballot(Map({m: Choice.EXCUSED if m in excused else Choice.ABSENT for m in away}))


def recorded(vote: VoteTaken) -> Ballot:
    """The votes as they stand on the record, to be corrected."""
    choices = Map({cast.member: cast.choice for cast in vote.votes})
    return Ballot(choices, Map({cast.member: cast.reason for cast in vote.votes}))


def as_voted(hearing: Hearing, motion: Motion) -> Hearing:
    """For a vote by name that is corrected: who was there when it was taken, for people have come and gone since."""
    if motion.vote is None or not motion.vote.votes or motion.decided is None or hearing.rolled is None:
        return hearing
    return replace(hearing, present=present_at(hearing, motion.decided))


def doubts(
    hearing: Hearing, motion: Motion, votes: tuple[MemberVote, ...], result: MotionResult | None
) -> tuple[str, ...]:
    """What to look at before recording; none of it blocks. ``motion`` may have a seconder not yet on the record."""
    motions = tuple(motion if one.number == motion.number else one for one in hearing.motions)
    return doubts_about_vote(replace(hearing, motions=motions), votes, result)
