"""Identical letters: which written comments may be one, and how a group of them is counted (C-11)."""

from collections.abc import Iterable, Mapping

from hearingdesk.domain.counts import how_many
from hearingdesk.domain.hearing import Hearing, Registration
from hearingdesk.domain.names import folded
from hearingdesk.domain.values import Standing


def alike_letters(hearing: Hearing, texts: Mapping[int, str]) -> list[tuple[int, ...]]:
    """Written comments of one item and the same words that are not one letter yet; the first slips first.

    ``texts`` are what the comments say, by slip, where it is known; else the clerk's summary tells.
    """
    found: dict[tuple[object, ...], list[Registration]] = {}
    for slip in sorted(hearing.registrations):
        one = hearing.registrations[slip]
        said = folded(texts.get(slip) or one.summary)
        if one.written and said and one.standing is not Standing.WITHDRAWN:
            found.setdefault((one.sign_up.item, one.sign_up.capacity, said), []).append(one)
    groups = (group for group in found.values() if len(group) > 1)
    return [tuple(one.slip for one in group) for group in groups if not _is_one(group)]


def _is_one(group: list[Registration]) -> bool:
    return len({one.letter for one in group}) == 1 and bool(group[0].letter)


def documents(written: Iterable[Registration]) -> list[Registration]:
    """One slip for each document among these."""
    return [one for one in written if one.is_document]


def signed(written: Iterable[Registration]) -> int:
    """How many people signed them."""
    return sum(one.signatories for one in written)


def letters_told(written: Iterable[Registration], noun: str = "document") -> str:
    """``1 document``, ``3 documents, signed by 12 people``: the people where they are more (C-11)."""
    written = list(written)
    count, people = len(documents(written)), signed(written)
    beside = f", signed by {how_many(people, 'person', 'people')}" if people > count else ""
    return how_many(count, noun) + beside
