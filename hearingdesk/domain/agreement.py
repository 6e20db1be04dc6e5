"""How far two coders agree on who raised what: concern by concern, in percent and by Cohen's kappa (C-07)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from hearingdesk.domain.counts import how_many
from hearingdesk.domain.events import ConcernRaised
from hearingdesk.domain.hearing import Hearing, Registration
from hearingdesk.domain.tally import percent
from hearingdesk.domain.values import NO_LISTED_CONCERN, Capacity, Coding


@dataclass(frozen=True, slots=True)
class Agreement:
    """One concern, and how many of the speakers coded twice were given it by both coders, by one alone, by neither."""

    code: str
    both: int = 0
    first_only: int = 0
    second_only: int = 0
    neither: int = 0

    @property
    def speakers(self) -> int:
        """How many were coded twice."""
        return self.both + self.first_only + self.second_only + self.neither

    @property
    def agreed(self) -> int:
        """For how many the two coders said the same."""
        return self.both + self.neither

    @property
    def percent(self) -> str:
        """``93 %``; empty below ten speakers (C-03)."""
        return percent(self.agreed, self.speakers)

    @property
    def kappa(self) -> Fraction | None:
        """Cohen's kappa: agreement beyond what chance would bring, 1 at most; exact.

        None where it has no meaning: nobody was coded twice, or both coders gave the concern to all, or both to none.
        """
        everybody = self.speakers
        first, second = self.both + self.first_only, self.both + self.second_only
        chance = first * second + (everybody - first) * (everybody - second)
        if chance == everybody * everybody:
            return None
        return Fraction(self.agreed * everybody - chance, everybody * everybody - chance)

    @property
    def kappa_text(self) -> str:
        """``0.40``, rounded half up; empty where there is none."""
        return "" if self.kappa is None else decimal(self.kappa)


def decimal(value: Fraction) -> str:
    """Two places, rounded half away from nought, with a proper minus."""
    hundredths = (abs(value.numerator) * 200 + value.denominator) // (2 * value.denominator)
    return f"{'−' if value < 0 and hundredths else ''}{hundredths // 100}.{hundredths % 100:02}"


def compared(codes: Iterable[str], pairs: Iterable[tuple[Collection[str], Collection[str]]]) -> list[Agreement]:
    """For each code how the pairs of codings, the first coder's and the second's of one speaker each, agree on it."""
    coded = [(frozenset(first), frozenset(second)) for first, second in pairs]
    return [_one(code, coded) for code in codes]


def _one(code: str, pairs: Sequence[tuple[frozenset[str], frozenset[str]]]) -> Agreement:
    both = sum(code in first and code in second for first, second in pairs)
    first = sum(code in first for first, _ in pairs) - both
    second = sum(code in second for _, second in pairs) - both
    return Agreement(code, both, first, second, len(pairs) - both - first - second)


def coding_agreement(hearing: Hearing) -> list[Agreement]:
    """For the sheet Coding agreement: a line for each concern in the list's order; empty where nobody was coded twice.

    Compared is the first coder's last word before the two were reconciled with the second coder's, for each member of
    the public whom both have coded. That nothing on the list was raised is no concern, and has no line.
    ``hearing.concern(line.code).label`` is its name; ``kappa`` is a Fraction, ``kappa_text`` what is printed.
    """
    pairs = [(first_coding(one), one.codings[Coding.SECOND]) for one in coded_twice(hearing)]
    return compared([c.code for c in hearing.concerns if c.code != NO_LISTED_CONCERN], pairs) if pairs else []


def coded_twice(hearing: Hearing) -> list[Registration]:
    """The members of the public coded by both coders, by slip."""
    return [one for one in heard_public(hearing) if Coding.SECOND in one.codings and first_coding(one)]


def heard_public(hearing: Hearing) -> list[Registration]:
    """Who counts in a tally (C-01), by slip."""
    slips = sorted({turn.slip for turn in hearing.appearances.values() if turn.started})
    found = [hearing.registrations[slip] for slip in slips if slip in hearing.registrations]
    return [one for one in found if one.heard and one.sign_up.capacity is Capacity.PUBLIC]


def first_coding(registration: Registration) -> tuple[str, ...]:
    """The first coder's marks, after their own review and before the two coders were reconciled."""
    return registration.codings.get(Coding.REVIEW, registration.marks)


def live_coding(registration: Registration) -> tuple[str, ...]:
    """The marks as they were made during the meeting."""
    return registration.codings.get(Coding.LIVE, registration.marks)


def coded_by(hearing: Hearing, slip: int) -> set[str]:
    """The initials of who put marks on this speaker, as the first coder."""
    return {
        entry.by
        for entry in hearing.entries
        if isinstance(entry.event, ConcernRaised) and entry.event.slip == slip and entry.seq not in hearing.struck
    }


def reviewed(hearing: Hearing) -> bool:
    """Whether any marks were changed in review: once others had spoken, or after the meeting."""
    return any(Coding.LIVE in one.codings for one in hearing.registrations.values())


def coding_words(hearing: Hearing) -> str:
    """Which marks a tally of this hearing counts, so that live and reviewed ones are never taken for each other."""
    if not reviewed(hearing):
        return "Live coding: as marked during the meeting."
    settled = sum(Coding.AGREED in one.codings for one in hearing.registrations.values())
    twice = f" {how_many(settled, 'speaker was', 'speakers were')} coded twice and settled." if settled else ""
    return f"Reviewed coding: marks were changed afterwards.{twice}"
