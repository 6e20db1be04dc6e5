"""The sheets that cross two things: concerns by position, and who was heard by city or district."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from exports.concern_counts import FEW, NOT_GIVEN, few_told, most_raised
from exports.count_sheets import ConcernCount, concern_rows
from exports.fields import Field, shown
from exports.sheets import Kind, Value
from exports.slip_sheets import slip_rows
from hearingdesk.domain.hearing import Hearing, Item, Registration
from hearingdesk.domain.names import folded
from hearingdesk.domain.values import Capacity, Mode, Position, Standing


class Crossing(NamedTuple):
    """One concern on one item among those of one position."""

    raised: ConcernCount
    position: Position


class Place(NamedTuple):
    """The public's slips from one city or district on one item."""

    item: Item
    name: str
    slips: tuple[Registration, ...]

    @property
    def heard(self) -> list[Registration]:
        return [one for one in self.slips if one.heard]


def crossing_rows(hearing: Hearing) -> Iterator[Crossing]:
    """Every concern with every position, also where nobody is."""
    return (Crossing(raised, position) for raised in concern_rows(hearing) for position in Position)


def crossing_fields() -> list[Field[Crossing]]:
    """Sheet Concern by position."""
    return [
        shown("Item no.", lambda row: row.raised.item.notice.number, "Number on the agenda.", width=8),
        shown("Code", lambda row: row.raised.concern.code, "Code of the concern.", width=10),
        shown("Concern", lambda row: row.raised.concern.label, "Its label.", width=32),
        shown("Position code", lambda row: row.position.value, "As stated, else as registered.", width=9),
        shown("Position", lambda row: row.position.word, "What the code means.", width=12),
        shown(
            "Speakers raising it (n)",
            lambda row: row.raised.item.tally.by_position.get((row.raised.concern.code, row.position), 0),
            "Members of the public of this position heard who raised it at least once.",
            Kind.COUNT,
            12,
        ),
        shown(
            "Speakers of the position heard",
            lambda row: row.raised.item.tally.standing(row.position),
            "Members of the public of this position heard.",
            Kind.COUNT,
            12,
        ),
    ]


def place_rows(hearing: Hearing) -> Iterator[Place]:
    """Each place of each item, in the order of the alphabet; who gave none comes last and is counted as that (X-07)."""
    found: dict[tuple[str, str], list[Registration]] = {}
    for row in slip_rows(hearing):
        if row.registration.sign_up.capacity is Capacity.PUBLIC and row.registration.standing is not Standing.WITHDRAWN:
            key = row.item.id, folded(row.registration.sign_up.place)
            found.setdefault(key, []).append(row.registration)
    for id_ in hearing.agenda:
        of_item = {place: slips for (item, place), slips in found.items() if item == id_}
        for place in sorted(of_item, key=lambda place: (not place, place)):
            name = of_item[place][0].sign_up.place.strip() if place else NOT_GIVEN
            yield Place(hearing.items[id_], name, tuple(of_item[place]))


def place_fields(hearing: Hearing, *, published: bool) -> list[Field[Place]]:
    """Sheet By district; in the published copy counts of one or two people are told as `<3`."""

    def count(number: Callable[[Place], int]) -> Callable[[Place], Value]:
        return lambda row: _told(number(row), published=published)

    def standing(position: Position) -> Callable[[Place], int]:
        return lambda row: sum(one.position is position for one in row.heard)

    def mode(wanted: Mode) -> Callable[[Place], int]:
        return lambda row: sum(one.sign_up.mode is wanted for one in row.slips)

    few = f"; <{FEW}: one or two" if published else ""
    by_position = [
        shown(f"Heard: {position.word.lower()}", count(standing(position)), f"As counted{few}.", Kind.COUNT, 10)
        for position in Position
    ]
    return [
        shown("Item no.", lambda row: row.item.notice.number, "Number on the agenda.", width=8),
        shown("City or district", lambda row: row.name, "As people gave it; never inferred.", width=28),
        shown("Heard", count(lambda row: len(row.heard)), f"Members of the public heard{few}.", Kind.COUNT, 9),
        *by_position,
        shown("Registered only", count(mode(Mode.REGISTERING_ONLY)), f"Not speaking{few}.", Kind.COUNT, 11),
        shown("Written", count(mode(Mode.WRITTEN)), f"Written comments{few}.", Kind.COUNT, 9),
        shown(
            "Concerns raised most",
            lambda row: most_raised(hearing, row.heard, FEW if published else 1),
            "Those raised by most of the heard, with how many; as noted by staff, not a vote.",
            width=44,
        ),
    ]


def _told(number: int, *, published: bool) -> Value:
    return few_told(number) if published and 0 < number < FEW else number
