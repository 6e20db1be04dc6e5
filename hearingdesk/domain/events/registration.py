"""The slips: signed up, imported, corrected, withdrawn, moved, given to another."""

from dataclasses import dataclass

from hearingdesk.domain.profile import OrderPolicy
from hearingdesk.domain.values import Allotment, SignUp


@dataclass(frozen=True, slots=True)
class SpeakerRegistered:
    """One slip; its number is permanent (G-02). A late one is placed as the profile says (G-08)."""

    slip: int
    sign_up: SignUp
    late: bool = False


@dataclass(frozen=True, slots=True)
class SignUpsImported:
    """A file's slips in one act, numbered from ``first_slip`` in order. ``counts`` reports every row of it.

    ``late`` are the slips that came after the body's cutoff, each placed as the profile says (G-08).
    """

    first_slip: int
    sign_ups: tuple[SignUp, ...]
    source: str
    counts: tuple[tuple[str, int], ...] = ()
    late: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RegistrationCorrected:
    """What a slip should have said; the number, the standing and the turns stay."""

    slip: int
    sign_up: SignUp
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SpeakerWithdrawn:
    slip: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TimeCeded:
    """``slip`` gives the turn to ``to`` (T-13). ``allotment`` is set where ``to`` had been called already."""

    slip: int
    to: int
    allotment: Allotment | None = None


@dataclass(frozen=True, slots=True)
class TimeReclaimed:
    """``slip`` takes the turn back before the other has begun. ``allotment`` as in ``TimeCeded``."""

    slip: int
    allotment: Allotment | None = None


@dataclass(frozen=True, slots=True)
class SpeakerMoved:
    """To ``place`` in the queue of the slip's item, 0 being next, out of ``came_from`` (Q-02); None in old records."""

    slip: int
    place: int
    reason: str = ""
    came_from: int | None = None


@dataclass(frozen=True, slots=True)
class QueueReordered:
    """All who waited, put in this order (Q-01). ``seed`` repeats a draw; ``inside`` is the order in each batch."""

    item: str
    policy: OrderPolicy
    order: tuple[int, ...]
    seed: str = ""
    inside: OrderPolicy = OrderPolicy.SIGN_UP
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NoShowsRecalled:
    """These were called and not there; they are called once more, after the others who wait (Q-05)."""

    item: str
    slips: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LateSpeakerAdmitted:
    """By the chair's leave a late slip waits behind the others, whatever the body's rule (G-08)."""

    slip: int
    leave: str = ""


@dataclass(frozen=True, slots=True)
class NamesakesToldApart:
    """These have one name, or nearly so, and are different people (G-04)."""

    slips: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LettersGrouped:
    """These written comments are one letter: one document, signed by all of them (C-11)."""

    slips: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LetterSeparated:
    """This written comment is a document of its own after all."""

    slip: int
