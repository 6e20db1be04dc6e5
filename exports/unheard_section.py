"""The part of the minutes with those who did not speak: registered only, written, absent, not reached (M-03)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from exports.blocks import Block, Bullets, Heading
from exports.blocks import Item as Entry
from exports.letters import all_of, document_lines, signed_beside
from exports.words import POSITION_PHRASES, exactly, named, sentence
from hearingdesk.domain.counts import how_many, listed
from hearingdesk.domain.hearing import Hearing, Item, ItemState, Phase, Registration
from hearingdesk.domain.spans import clock_text
from hearingdesk.domain.values import MinutesLevel, Mode, Position, Standing

_UNHEARD = (Standing.NOT_REACHED, Standing.WAITING, Standing.CALLED, Standing.NEEDS_LEAVE)


@dataclass(frozen=True, slots=True)
class UnheardSection:
    """Writes who of one item's slips did not speak: by name, or, where no names are told, how many."""

    hearing: Hearing
    item: Item
    slips: Sequence[Registration]
    level: MinutesLevel

    def blocks(self) -> Iterator[Block]:
        if self.level is not MinutesLevel.COUNT:
            yield from self._by_name()
        elif told := list(self._counted()):
            yield Bullets(tuple(map(Entry, told)))

    def _by_name(self) -> Iterator[Block]:
        """Each list by itself."""
        for position in Position:
            group = [one for one in self._quiet() if one.position is position]
            yield from self._list(f"Registered {POSITION_PHRASES[position]}, not speaking", group)
        for position in Position:
            letters = [one for one in self._documents() if one.position is position]
            yield from self._letters(f"Written comments {POSITION_PHRASES[position]}", letters)
        for title, group in self._groups():
            yield from self._list(title, group)

    def _counted(self) -> Iterator[str]:
        """One line a list, and never a sum of those who registered with those who wrote (X-08)."""
        quiet, letters = self._quiet(), self._documents()
        if quiet:
            yield sentence(f"Registered, not speaking: {_stood(quiet)}")
        if letters:
            beside = signed_beside(all_of(self.hearing, letters))
            yield sentence(f"Written comments: {_stood(letters)}{beside}")
        for title, group in self._groups():
            if group:
                yield sentence(f"{title}: {how_many(len(group), 'person', 'people')}")

    def _quiet(self) -> list[Registration]:
        """Those who put a position on the record without speaking."""
        return [one for one in self._not_speaking() if one.sign_up.mode is not Mode.WRITTEN]

    def _documents(self) -> list[Registration]:
        return [one for one in self._not_speaking() if one.is_document]

    def _not_speaking(self) -> Iterator[Registration]:
        return (one for one in self.slips if one.standing is Standing.NOT_SPEAKING)

    def _groups(self) -> Iterator[tuple[str, list[Registration]]]:
        yield "Gave their turn to another", self._of(Standing.YIELDED)
        yield "Called and not present", self._of(Standing.NO_SHOW)
        yield self._unheard(), self._of(*_UNHEARD)

    def _of(self, *standings: Standing) -> list[Registration]:
        return [one for one in self.slips if one.standing in standings]

    def _unheard(self) -> str:
        if self.item.withdrawn:
            return "Had signed up to speak on the item"
        over = self.item.closed or self.item.state is ItemState.DONE or self.hearing.phase is Phase.ADJOURNED
        if not over:
            return "Signed up to speak and not heard yet"
        goes_on = self.item.continued or (self.hearing.continued and not self.item.closed)
        later = ", to be called at the continued session" if goes_on else ""
        return f"Signed up to speak and not reached{later}"

    def _letters(self, title: str, group: list[Registration]) -> Iterator[Block]:
        """Documents, and beside them how many signed: one letter is one document (C-11)."""
        if group:
            yield Heading(3, f"{title} ({len(group)}{signed_beside(all_of(self.hearing, group))})")
            yield Bullets(tuple(map(Entry, document_lines(self.hearing, group))))

    def _list(self, title: str, group: list[Registration]) -> Iterator[Block]:
        if group:
            yield Heading(3, f"{title} ({len(group)})")
            lines = (line + self._rest(one) for line, one in zip(named(self.hearing, group), group, strict=True))
            yield Bullets(tuple(map(Entry, lines)))

    def _rest(self, one: Registration) -> str:
        to = self.hearing.registrations.get(one.yielded_to)
        left = one.rest.left if one.rest else None
        rest = f", interrupted with {clock_text(left)} left" if left is not None else ""
        return f", yielded to {exactly(self.hearing, to)}" if to else rest


def _stood(group: Iterable[Registration]) -> str:
    """`1 in support and 5 in opposition`."""
    stands = Counter(one.position for one in group)
    return listed([f"{stands[position]} {POSITION_PHRASES[position]}" for position in Position if stands[position]])
