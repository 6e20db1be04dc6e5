"""The numbers of the concern report, each with the people behind it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hearingdesk.domain.agreement import heard_public
from hearingdesk.domain.counts import how_many
from hearingdesk.domain.hearing import Hearing, Item, Registration
from hearingdesk.domain.local import local, minutes_time
from hearingdesk.domain.names import folded
from hearingdesk.domain.tally import percent
from hearingdesk.domain.values import NO_LISTED_CONCERN, Capacity, Concern, Mode, Position, Standing

FEW = 3
"""Fewer people than this of one place are not counted out where it is published: somebody would be known by it."""

NOT_GIVEN = "not given"
_MOST = 3
_HALF_HOUR = timedelta(minutes=30)

People = tuple[Registration, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One concern and who raised it, of `coded` speakers (n of N)."""

    concern: Concern
    people: People
    coded: int

    @property
    def told(self) -> str:
        """`34 of 57 (60 %)`; no percentage below ten coded (C-03)."""
        return f"{len(self.people)} of {self.coded}{self._share}"

    @property
    def of_coded(self) -> str:
        """`34 of 57 speakers coded (60 %)`."""
        return f"{len(self.people)} of {how_many(self.coded, 'speaker')} coded{self._share}"

    @property
    def _share(self) -> str:
        share = percent(len(self.people), self.coded)
        return f" ({share})".replace(" %", "\u00a0%") if share else ""

    def of_position(self, position: Position) -> int:
        return sum(one.position is position for one in self.people)


@dataclass(frozen=True, slots=True)
class Group:
    """Who was heard of one place, or in one half hour; `most` are the concerns raised most among them."""

    name: str
    heard: People
    most: str = ""
    begun: str = ""

    @property
    def few(self) -> bool:
        return 0 < len(self.heard) < FEW


@dataclass(frozen=True, slots=True)
class ItemCounts:
    """All of one item; `quiet` and `written` did not speak."""

    item: Item
    heard: People
    lines: tuple[Line, ...]
    places: tuple[Group, ...]
    spans: tuple[Group, ...]
    quiet: People
    written: People

    @property
    def coded(self) -> People:
        return tuple(one for one in self.heard if one.marks)

    @property
    def as_frozen(self) -> bool:
        """Whether the live tally, frozen at the close, counts what is counted now (C-12)."""
        if self.item.frozen is None:
            return False
        _, then = self.item.frozen
        same = (then.heard, then.coded) == (len(self.heard), len(self.coded))
        return same and all(then.people(line.concern.code) == len(line.people) for line in self.lines)

    def drawn(self, most: int) -> tuple[list[Line], list[Line]]:
        """At most so many of the concerns raised, those by most people, and the others; both in the set's order."""
        raised = [line for line in self.lines if line.people]
        by_most = sorted(raised, key=lambda line: -len(line.people))
        chosen = {line.concern.code for line in by_most[:most]}
        first = [line for line in raised if line.concern.code in chosen]
        return first, [line for line in raised if line.concern.code not in chosen]

    @property
    def unlisted(self) -> People:
        """Who was coded as raising nothing on the list."""
        return tuple(one for one in self.coded if set(one.marks) == {NO_LISTED_CONCERN})


def heard_items(hearing: Hearing) -> list[Item]:
    """The items on which the public was heard, in the order of the agenda."""
    return [item for id_ in hearing.agenda if (item := hearing.items[id_]).tally.heard]


def counts_of(hearing: Hearing, item: Item) -> ItemCounts:
    """Everything that is counted of the item, from its people."""
    heard = tuple(one for one in heard_public(hearing) if one.sign_up.item == item.id)
    coded = sum(bool(one.marks) for one in heard)
    concerns = [concern for concern in hearing.concerns if concern.code != NO_LISTED_CONCERN]
    return ItemCounts(
        item,
        heard,
        tuple(Line(concern, tuple(one for one in heard if concern.code in one.marks), coded) for concern in concerns),
        tuple(_places(hearing, heard)),
        tuple(_spans(hearing, heard)),
        tuple(_beside(hearing, item, Mode.REGISTERING_ONLY)),
        tuple(_beside(hearing, item, Mode.WRITTEN)),
    )


def few_told(number: int) -> str:
    """`<3` for one or two people."""
    return f"<{FEW}" if 0 < number < FEW else str(number)


def most_raised(hearing: Hearing, people: Iterable[Registration], least: int = 1) -> str:
    """`Privacy (3); Cost (2)`: what at least so many of these raised, by how many, then in the order of the set."""
    raised = Counter(code for one in people for code in set(one.marks) - {NO_LISTED_CONCERN})
    known = [concern for concern in hearing.concerns if raised[concern.code] >= least]
    most = sorted(known, key=lambda concern: -raised[concern.code])[:_MOST]
    return "; ".join(f"{concern.label} ({raised[concern.code]})" for concern in most)


def _places(hearing: Hearing, heard: People) -> Iterator[Group]:
    """The place of most first; who gave none comes last, counted as that (X-07)."""
    found: dict[str, list[Registration]] = {}
    for one in heard:
        found.setdefault(folded(one.sign_up.place), []).append(one)
    for key in sorted(found, key=lambda key: (not key, -len(found[key]), key)):
        name = found[key][0].sign_up.place.strip() if key else NOT_GIVEN
        yield Group(name, tuple(found[key]), most_raised(hearing, found[key], FEW))


def _spans(hearing: Hearing, heard: People) -> Iterator[Group]:
    """Half hours of the room's clock in which somebody was first heard."""
    found: dict[datetime, list[Registration]] = {}
    for one in heard:
        began = _first_heard(hearing, one)
        half = began.replace(minute=began.minute // 30 * 30, second=0, microsecond=0)
        found.setdefault(half.astimezone(UTC), []).append(one)  # local times come twice when clocks are put back
    for half in sorted(found):
        begun, end = (minutes_time(local(hearing, at)) for at in (half, half + _HALF_HOUR))
        yield Group(f"{begun} to {end}", tuple(found[half]), most_raised(hearing, found[half]), begun)


def _first_heard(hearing: Hearing, one: Registration) -> datetime:
    turns = (hearing.appearances[number] for number in one.turns)
    return local(hearing, next(turn.started for turn in turns if turn.started))


def _beside(hearing: Hearing, item: Item, mode: Mode) -> Iterator[Registration]:
    """The public's slips of this mode that stand and were not heard."""
    for slip in sorted(hearing.registrations):
        one = hearing.registrations[slip]
        mine = one.sign_up.item == item.id and one.sign_up.mode is mode and one.sign_up.capacity is Capacity.PUBLIC
        if mine and not one.heard and one.standing is not Standing.WITHDRAWN:
            yield one
