"""Concerns and positions counted: people, never turns or marks (C-01), kept up with each entry, never rescanned."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from immutables import Map

from hearingdesk.domain.replacing import replace
from hearingdesk.domain.values import Capacity, Counted, Mode, Position, Standing

if TYPE_CHECKING:
    from hearingdesk.domain.hearing import Hearing, Registration

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Tally:
    """Counts of distinct registrations on one item; the public's, unless a name says otherwise.

    ``heard``: at least one started turn. ``coded`` (N): heard with at least one active mark. ``raised`` (n): people, by
    concern code. ``mentions``: active marks, by code. ``positions``: of the heard, as stated, else as registered.
    ``not_speaking``: of those who registered a position without speaking; ``written``: documents, and ``signatories``
    the people who signed them (C-11). ``apart``: staff, officials, applicants and experts heard, by capacity.
    Invariant: ``raised[c] <= coded <= heard``.
    """

    heard: int = 0
    coded: int = 0
    raised: Map[str, int] = field(default_factory=Map)
    mentions: Map[str, int] = field(default_factory=Map)
    positions: Map[Position, int] = field(default_factory=Map)
    by_position: Map[tuple[str, Position], int] = field(default_factory=Map)
    not_speaking: Map[Position, int] = field(default_factory=Map)
    written: Map[Position, int] = field(default_factory=Map)
    signatories: Map[Position, int] = field(default_factory=Map)
    apart: Map[Capacity, int] = field(default_factory=Map)

    def people(self, code: str) -> int:
        return self.raised.get(code, 0)

    def standing(self, position: Position) -> int:
        return self.positions.get(position, 0)


def counted(tally: Tally, registration: Registration, by: int) -> Tally:
    """The tally with this registration added (``by`` 1) or taken out (``by`` -1)."""
    sign_up = registration.sign_up
    if not sign_up.speaks and not registration.heard:
        return _beside(tally, registration, by)
    if not registration.heard:
        return tally
    if sign_up.capacity is not Capacity.PUBLIC:
        return replace(tally, apart=bumped(tally.apart, sign_up.capacity, by))
    raised, mentions, crossed = tally.raised, tally.mentions, tally.by_position
    for code in registration.marks:
        mentions = bumped(mentions, code, by)
    for code in set(registration.marks):
        raised = bumped(raised, code, by)
        crossed = bumped(crossed, (code, registration.position), by)
    return replace(
        tally,
        heard=tally.heard + by,
        coded=tally.coded + (by if registration.marks else 0),
        raised=raised,
        mentions=mentions,
        by_position=crossed,
        positions=bumped(tally.positions, registration.position, by),
    )


def _beside(tally: Tally, registration: Registration, by: int) -> Tally:
    """Who does not speak is counted beside the heard, unless withdrawn, and the public only (X-08)."""
    public = registration.sign_up.capacity is Capacity.PUBLIC
    if registration.standing is Standing.WITHDRAWN or not public:
        return tally
    if registration.sign_up.mode is Mode.WRITTEN:
        signed = bumped(tally.signatories, registration.position, by * registration.signatories)
        written = bumped(tally.written, registration.position, by) if registration.is_document else tally.written
        return replace(tally, written=written, signatories=signed)
    return replace(tally, not_speaking=bumped(tally.not_speaking, registration.position, by))


def bumped(counts: Map[K, int], key: K, by: int) -> Map[K, int]:
    """The counts with ``by`` more of this key; a key that comes to nothing is left out."""
    number = counts.get(key, 0) + by
    if number:
        return counts.set(key, number)
    return counts.delete(key) if key in counts else counts


def as_counted(item: str, tally: Tally) -> Counted:
    """The tally of this item as numbers that stay as they are (C-12)."""
    return Counted(item, tally.heard, tally.coded, tuple(sorted(tally.raised.items())))


def people_of(hearing: Hearing, code: str) -> int:
    """The public who raised it, on all items together."""
    return sum(item.tally.people(code) for item in hearing.items.values())


def moved_by_merge(hearing: Hearing, code: str, into: str) -> tuple[int, int]:
    """How many of the public a merge would count under ``into``, and how many of them are counted there already."""
    slips = {turn.slip for turn in hearing.appearances.values()}
    heard = (registration for slip in slips if (registration := hearing.registrations[slip]).heard)
    raised = [set(each.marks) for each in heard if each.sign_up.capacity is Capacity.PUBLIC and code in each.marks]
    return len(raised), sum(into in marks for marks in raised)


def percent(part: int, whole: int) -> str:
    """``60 %``, rounded half up; empty below ten people, where a percentage would mislead (C-03)."""
    return f"{(200 * part + whole) // (2 * whole)} %" if whole >= 10 else ""


NOT_A_VOTE = "Noted by staff. Not a vote."
NOT_A_VOTE_LONG = (
    "Concerns raised by speakers, as noted by staff during the meeting. Not a vote, not a survey; people chose to "
    "speak. A speaker can raise several, so percentages do not add to 100."
)
