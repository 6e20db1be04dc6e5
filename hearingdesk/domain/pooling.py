"""Time that others give to one speaker: how much it comes to under the body's rule, and how that is told (T-13)."""

from datetime import timedelta

from hearingdesk.domain.profile import Pooling, RuleProfile
from hearingdesk.domain.spans import clock_text


def donors_needed(profile: RuleProfile) -> int:
    """How many others have to give their turn before it counts."""
    return 1 if profile.pooling is Pooling.ONE_DONOR else max(1, profile.pooling_donors)


def counts(profile: RuleProfile, donors: int) -> bool:
    """Whether this many donors change the speaker's time at all."""
    return profile.pooling is not Pooling.OFF and donors >= donors_needed(profile)


def pooled(profile: RuleProfile, limit: timedelta, donors: int, each: timedelta | None = None) -> timedelta:
    """The limit with what was given to it, before interpreting, never above the ceiling.

    ``each`` is what one donor gives; None is as much as the limit.
    """
    if not counts(profile, donors):
        return limit
    ceiling = profile.pooling_ceiling
    if profile.pooling is Pooling.GROUP and ceiling is not None:
        return ceiling
    whole = limit + donors * (limit if each is None else each)
    return whole if ceiling is None else max(limit, min(ceiling, whole))


def pooled_working(
    profile: RuleProfile, limit: timedelta, donors: int, each: timedelta | None = None, clock: str = ""
) -> str:
    """How ``pooled`` came about: ``3:00 + 3 × 3:00 given, at most 10:00 = 10:00``; ``clock`` says whose limit it is."""
    own, one = f"{clock} {clock_text(limit)}".strip(), clock_text(limit if each is None else each)
    if not counts(profile, donors):
        return f"{own}; {donors} of the {donors_needed(profile)} needed gave time" if donors else own
    whole = clock_text(pooled(profile, limit, donors, each))
    if profile.pooling is Pooling.GROUP and profile.pooling_ceiling is not None:
        return f"{whole} for a group of {donors + 1}"
    given = f"{own} + {one} given" if donors == 1 else f"{own} + {donors} × {one} given"
    ceiling = profile.pooling_ceiling
    capped = ceiling is not None and limit + donors * (limit if each is None else each) > ceiling
    most = f", at most {clock_text(ceiling)}" if ceiling is not None and capped else ""
    return f"{given}{most} = {whole}"
