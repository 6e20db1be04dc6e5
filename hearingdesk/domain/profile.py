"""The rule profile: every local number and policy of a body, snapshotted into each hearing (R-01 to R-03)."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from hearingdesk.domain.counts import how_many
from hearingdesk.domain.spans import spoken
from hearingdesk.domain.values import Capacity, Interpreting, MinutesLevel, Series, TimedAs


class Pooling(StrEnum):
    """Whether time may be given to another (T-13)."""

    OFF = "off"
    POOLED = "pooled"
    ONE_DONOR = "one_donor"
    GROUP = "group"


class LateSlips(StrEnum):
    """What becomes of a slip after the cutoff (G-08)."""

    REFUSE = "refuse"
    END_OF_QUEUE = "end_of_queue"
    CHAIRS_LEAVE = "chairs_leave"


class OrderPolicy(StrEnum):
    """In what order people are called (Q-01)."""

    SIGN_UP = "sign_up"
    ALTERNATE = "alternate"
    BATCHES = "batches"
    LOTTERY = "lottery"
    MANUAL = "manual"


VOLUNTARY = (
    "Giving your name or anything else on this form is voluntary; nobody has to sign up in order to attend. "
    "What you write here becomes part of the public record."
)
"""What a form says to those who fill it in, unless the body has words of its own (G-10)."""


OATH = (
    "Do you swear or affirm, under penalty of perjury, that the evidence or factual representations which you are "
    "about to give are truthful?"
)
"""As one city words it; a body reads its own."""


LAWFUL = 2
LOCKED = "The law of this body asks for at least twice the time with a consecutive interpreter."
"""T-01: where the profile is locked, nothing goes below it."""


@dataclass(frozen=True, slots=True)
class RuleProfile:
    """The rules of one body; limits are spans, None means untimed (or, for ``cap``, no cap).
    ``pooling_donors``: how many others have to give their turn before it counts; for a group, its number less one.

    ``group_limit`` is for several who speak together, and for whomever the chair has speak for a group;
    ``official_limit`` also for staff and experts. ``sign_up_opens``, ``sign_up_closes`` and ``remote_closes`` are
    phrases of ``domain.cutoff``; the last is for those who take part remotely. ``address_requested`` and the like say
    what a slip asks for; nobody has to answer (G-11). ``interpretation_locked``: the law asks for a factor of 2 (T-01).
    """

    name: str
    title: str
    base_limit: timedelta | None = timedelta(minutes=3)
    group_limit: timedelta | None = timedelta(minutes=3)
    official_limit: timedelta | None = None
    applicant_limit: timedelta | None = timedelta(minutes=10)
    rebuttal_limit: timedelta | None = timedelta(minutes=3)
    floor: timedelta = timedelta(minutes=1)
    cap: timedelta | None = None
    interpretation_factor: int = 2
    interpretation_locked: bool = False
    pooling: Pooling = Pooling.OFF
    pooling_ceiling: timedelta | None = None
    pooling_donors: int = 1
    sign_up_opens: str = ""
    sign_up_closes: str = ""
    remote_closes: str = ""
    sign_up_notice: str = VOLUNTARY
    late_slips: LateSlips = LateSlips.END_OF_QUEUE
    order: OrderPolicy = OrderPolicy.SIGN_UP
    turns_per_item: int = 1
    warn_at: timedelta | None = None
    limit_fixed_at_start: bool = False
    oath_required: bool = False
    oath_text: str = OATH
    hearing_steps: str = ""
    name_required: bool = False
    address_requested: bool = False
    position_requested: bool = True
    residence_requested: bool = False
    names_on_screen: bool = True
    initials_on_screen: bool = False
    screen_next: int = 5
    grants_in_minutes: bool = False
    offsets_in_minutes: bool = False
    minutes_level: MinutesLevel = MinutesLevel.SUMMARY
    letterhead_notice: str = ""
    aye_word: str = "Aye"
    no_word: str = "No"
    retention: tuple[Series, ...] = ()
    source: str = "Based on public pages read in November 2026; confirm with your attorney."

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps of a public hearing in their order; ``hearing_steps`` holds them with ; between."""
        return tuple(step for part in self.hearing_steps.split(";") if (step := part.strip()))

    def lawful(self, factor: int) -> bool:
        """Whether this body may count the time with a consecutive interpreter so often."""
        return factor >= LAWFUL or not self.interpretation_locked

    def limit_for(
        self,
        capacity: Capacity,
        base: timedelta | None,
        timed_as: TimedAs = TimedAs.ORDINARY,
        *,
        together: bool = False,
    ) -> timedelta | None:
        """The limit of one turn, before interpreting; ``base`` is the public's limit now in force on the item."""
        match self.clock_for(capacity, timed_as, together=together):
            case "rebuttal":
                return self.rebuttal_limit
            case "group":
                return self._group(base)
            case "applicant":
                return self.applicant_limit
            case "official" | "staff" | "expert":
                return self.official_limit
            case "untimed":
                return None
            case _:
                return base

    @staticmethod
    def clock_for(capacity: Capacity, timed_as: TimedAs, *, together: bool = False) -> str:
        """Whose clock that is, in a word; empty for the public's (T-12)."""
        if timed_as is not TimedAs.ORDINARY:
            return timed_as.value
        if capacity is not Capacity.PUBLIC:
            return capacity.value
        return "group" if together else ""

    def _group(self, base: timedelta | None) -> timedelta | None:
        """A group's limit goes up and down with the public's: who is cut to two thirds is cut so as a group (T-10)."""
        if self.group_limit is None or not self.base_limit or base is None:
            return self.group_limit
        return self.group_limit * (base / self.base_limit)

    def factor_for(self, kind: Interpreting | None) -> int:
        """How often the limit is counted: consecutive interpreting takes the speaker's time, others do not."""
        return self.interpretation_factor if kind is Interpreting.CONSECUTIVE else 1

    def warning(self, allotment: timedelta) -> timedelta:
        """How much time is left when the wrap-up begins (T-06)."""
        if self.warn_at is not None and allotment >= 2 * self.warn_at:
            return self.warn_at
        return (
            timedelta(seconds=60) if allotment >= timedelta(seconds=150) else min(timedelta(seconds=30), allotment / 2)
        )

    def sentence(self, limit: timedelta | None) -> str:
        """The rule in force in one plain sentence (R-03)."""
        parts = ["No time limit" if limit is None else f"Each speaker has {spoken(limit)}"]
        if limit is not None and self.interpretation_factor > 1:
            by_law = ", as the law asks" if self.interpretation_locked else ""
            parts.append(f"{spoken(limit * self.interpretation_factor)} with an interpreter{by_law}")
        parts.append(self._pooling_words())
        if self.cap is not None:
            parts.append(f"{spoken(self.cap)} in all")
        return "; ".join(parts) + "."

    def _pooling_words(self) -> str:
        most = f", {spoken(self.pooling_ceiling)} at most" if self.pooling_ceiling is not None else ""
        match self.pooling:
            case Pooling.OFF:
                return "no yielding of time"
            case Pooling.ONE_DONOR:
                return f"one other may give the turn to a speaker{most}"
            case Pooling.POOLED:
                return f"{how_many(self.pooling_donors, 'other')} may give their turns to a speaker{most}"
            case Pooling.GROUP:
                return f"a group of {self.pooling_donors + 1} may speak through one of them{most}"
