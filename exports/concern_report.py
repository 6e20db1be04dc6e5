"""The concern report: what was raised, by how many, by position, place and time, and who stands behind each number."""

from collections.abc import Iterator
from dataclasses import dataclass

from exports.blocks import Bar as Drawn
from exports.blocks import (
    Bars,
    Block,
    Col,
    Document,
    Heading,
    KeyValues,
    Paper,
    Para,
    Run,
    Table,
    Tone,
)
from exports.concern_counts import FEW, Group, ItemCounts, Line, counts_of, few_told, heard_items
from exports.published import as_published
from exports.stationery import letterhead_of
from exports.watch import Progress, unwatched, watched
from exports.words import POSITION_PHRASES, Words, counted, item_title, sentence
from hearingdesk.domain.agreement import coding_words
from hearingdesk.domain.counts import how_many, listed
from hearingdesk.domain.hearing import Hearing, Registration
from hearingdesk.domain.letters import letters_told
from hearingdesk.domain.local import full_date, local, long_date
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.tally import NOT_A_VOTE, NOT_A_VOTE_LONG
from hearingdesk.domain.values import Counted, Position

_FEW_CODED = "Fewer than 10 speakers are coded, so no percentages are given."
_BARS_SHOWN, _PLACES_SHOWN = 8, 4
"""So many concerns are drawn and places named on the page itself; all are in the appendix."""


def concern_report(
    hearing: Hearing, head: str, paper: Paper = Paper.LETTER, progress: Progress = unwatched
) -> Document:
    """The report: a page for each item on which the public was heard, then the tables and the speakers behind them.

    Names are as published, and places of one or two people are not counted out, in any copy: it is made to be shown.
    `progress` is told that it goes on.
    """
    return _Report(as_published(hearing, progress), head, progress).document(paper)


@dataclass(frozen=True, slots=True)
class _Report:
    hearing: Hearing
    head: str
    progress: Progress

    def document(self, paper: Paper) -> Document:
        hearing = self.hearing
        body, meeting, entries = hearing.body, hearing.meeting, hearing.entries
        date = full_date(local(hearing, hearing.opened or meeting.scheduled))
        return Document(
            title=f"Concerns raised, {body.name}, {date}",
            lang="en-US",
            author=body.name,
            subject=f"Concern report of the {meeting.title.lower()} of {date}",
            made=local(hearing, entries[-1].at if entries else meeting.scheduled),
            blocks=tuple(watched(self._blocks(), self.progress, 1)),
            status="REHEARSAL" if meeting.rehearsal else "",
            running=f"{body.name} · Concerns raised, {date}",
            footer=f"Journal head {self.head[:16]}" if self.head else "",
            letterhead=letterhead_of(body),
            paper=paper,
        )

    def _blocks(self) -> Iterator[Block]:
        meeting = self.hearing.meeting
        day = local(self.hearing, self.hearing.opened or meeting.scheduled)
        yield Heading(1, "Concerns raised")
        yield Para(f"{meeting.title} · {long_date(day)}", Tone.LEAD)
        if meeting.rehearsal:
            yield Para("REHEARSAL: no meeting took place; these pages are no record of one.", Tone.STATUS)
        yield Para(NOT_A_VOTE_LONG)
        found = [counts_of(self.hearing, item) for item in heard_items(self.hearing)]
        if not found:
            yield Para("Nobody was heard.")
        for at, counts in enumerate(found):
            yield from self._page(counts, fresh=at > 0)
        for at, counts in enumerate(found):
            yield from self._appendix(counts, fresh=True, several=len(found) > 1, first=at == 0)
        yield from self._proof()

    # The page

    def _page(self, counts: ItemCounts, *, fresh: bool) -> Iterator[Block]:
        yield Heading(2, item_title(counts.item), fresh=fresh)
        yield Para(self._denominators(counts))
        drawn, also = counts.drawn(_BARS_SHOWN)
        if drawn:
            bars = tuple(Drawn(line.concern.label, len(line.people), line.told) for line in drawn)
            yield Bars(bars, self._alt(counts, drawn))
        beside = [*self._also(also), *self._unraised(counts)]
        if beside:
            yield Para(" ".join(beside), Tone.NOTE)
        yield KeyValues((*self._ways(counts), *self._at_close(counts)))

    def _also(self, also: list[Line]) -> Iterator[str]:
        if also:
            yield f"Also raised: {sentence('; '.join(f'{line.concern.label}, {len(line.people)}' for line in also))}"

    def _unraised(self, counts: ItemCounts) -> Iterator[str]:
        unraised = [line.concern.label for line in counts.lines if not line.people]
        if unraised:
            yield f"On the list and not raised: {sentence('; '.join(unraised))}"

    def _denominators(self, counts: ItemCounts) -> str:
        heard, coded = len(counts.heard), len(counts.coded)
        people = "1 member of the public was" if heard == 1 else f"{heard} members of the public were"
        none = f"; {len(counts.unlisted)} raised nothing on the list" if counts.unlisted else ""
        few = f" {_FEW_CODED}" if coded < 10 else ""
        when = Words(self.hearing).at(self.hearing.entries[-1].at)
        return f"As of {when}, {people} heard, {coded} of them coded{none}.{few} {coding_words(self.hearing)}"

    def _alt(self, counts: ItemCounts, raised: list[Line]) -> str:
        told = "; ".join(f"{line.concern.label}, {line.told}" for line in raised)
        coded = how_many(len(counts.coded), "speaker")
        return f"Bars, one a concern, of how many of the {coded} coded raised it: {told}. {NOT_A_VOTE}"

    def _ways(self, counts: ItemCounts) -> Iterator[tuple[str, str]]:
        """How the heard stand by position, place and time, and apart from them who did not speak (X-08)."""
        yield "By position", sentence(listed(self._positions(counts.heard)))
        yield "By city or district", sentence(self._places(counts))
        began = "; ".join(f"{len(span.heard)} from {span.begun}" for span in counts.spans)
        yield "By half hour", sentence(f"First heard: {began}")
        told = (
            (counts.quiet, f"{len(counts.quiet)} registered only"),
            (counts.written, letters_told(counts.written, "written document")),
        )
        beside = [f"{said} ({listed(self._positions(_once(group)))})" for group, said in told if group]
        if beside:
            yield "Not counted above", sentence("; ".join(beside))

    def _at_close(self, counts: ItemCounts) -> Iterator[tuple[str, str]]:
        """The live tally as it was frozen, in a line of its own: never mixed with what was reviewed since (C-12)."""
        if counts.item.frozen:
            where = "the same counts" if counts.as_frozen else "its counts are in the appendix"
            yield "Live tally at the close", f"{self._frozen_words(*counts.item.frozen)}; {where}."

    def _frozen_words(self, at: Moment, then: Counted) -> str:
        return f"As of {Words(self.hearing).at(at)}, {then.heard} heard, {then.coded} coded"

    def _frozen(self, counts: ItemCounts) -> Iterator[Block]:
        """What each concern counted at the close, where that is not what it counts now."""
        if counts.item.frozen and not counts.as_frozen:
            at, then = counts.item.frozen
            known = (*self.hearing.concerns, *self.hearing.retired)
            raised = (f"{one.label} {people}" for one in known if (people := then.people(one.code)))
            told = "; ".join((self._frozen_words(at, then), *raised))
            yield Para((Run("Live tally at the close. ", bold=True), Run(sentence(told))))

    def _positions(self, people: tuple[Registration, ...]) -> list[str]:
        stood = ((sum(one.position is position for one in people), POSITION_PHRASES[position]) for position in Position)
        return [f"{number} {phrase}" for number, phrase in stood if number]

    def _places(self, counts: ItemCounts) -> str:
        """As people gave them; who gave none, and who is one of the few, is counted as that (X-07)."""
        shown = [place for place in counts.places if not place.few][:_PLACES_SHOWN]
        rest = sum(len(place.heard) for place in counts.places if place not in shown)
        told = [f"{len(place.heard)} from {place.name}" for place in shown]
        return "; ".join([*told, f"{rest} from elsewhere or not given"] if rest else told)

    # The appendix

    def _appendix(self, counts: ItemCounts, *, fresh: bool, several: bool, first: bool) -> Iterator[Block]:
        of = f": {item_title(counts.item)}" if several else ""
        yield Heading(2, f"Appendix{of}", fresh=fresh)
        if first:
            yield Para("Every number on the page before is counted here from the speakers listed below it.")
        yield self._by_position(counts)
        yield from self._frozen(counts)
        yield self._by_place(counts)
        yield self._over_time(counts)
        yield Heading(3, "The speakers behind each number")
        for line in counts.lines:
            if line.people:
                yield from self._speakers(line)
        yield from self._others(counts)

    def _by_position(self, counts: ItemCounts) -> Block:
        heads = (
            Col("Concern", 3.4),
            Col("Raised by", 2.3),
            *(Col(position.word, 1, right=True) for position in Position),
        )
        rows = [
            (line.concern.label, line.told, *(str(line.of_position(position)) for position in Position))
            for line in counts.lines
        ]
        heard = [str(sum(one.position is position for one in counts.heard)) for position in Position]
        rows.append(("All who were heard", str(len(counts.heard)), *heard))
        return Table(f"Concerns by position of those who raised them. {NOT_A_VOTE}", heads, tuple(rows))

    def _by_place(self, counts: ItemCounts) -> Block:
        heads = (Col("City or district, as given", 2), Col("Heard", 0.7, right=True), Col("Concerns raised most", 4))
        rows = [(place.name, few_told(len(place.heard)), _most(place)) for place in counts.places]
        return Table(f"By city or district; one or two people are not counted out. {NOT_A_VOTE}", heads, tuple(rows))

    def _over_time(self, counts: ItemCounts) -> Block:
        heads = (Col("Turn begun", 2), Col("Heard", 0.7, right=True), Col("Concerns raised most", 4))
        rows = [(span.name, str(len(span.heard)), span.most) for span in counts.spans]
        return Table(f"Over time, by when each speaker was first heard. {NOT_A_VOTE}", heads, tuple(rows))

    def _speakers(self, line: Line) -> Iterator[Block]:
        yield Heading(4, f"{line.concern.label}: {line.of_coded}")
        if line.concern.definition:
            yield Para(sentence(line.concern.definition), Tone.NOTE, with_next=True)
        yield from self._list(line.people)

    def _others(self, counts: ItemCounts) -> Iterator[Block]:
        for title, people in (
            ("Raised nothing on the list", counts.unlisted),
            ("Heard and not coded", tuple(one for one in counts.heard if not one.marks)),
        ):
            if people:
                yield Heading(4, f"{title}: {counted(len(people), 'speaker')}")
                yield from self._list(people)

    def _list(self, people: tuple[Registration, ...]) -> Iterator[Block]:
        if people:
            yield Para(
                "; ".join(f"{one.published_name} (slip\u00a0{one.slip},\u00a0{one.position.value})" for one in people)
                + "."
            )

    def _proof(self) -> Iterator[Block]:
        codes = "; ".join(f"{position.value} {position.word.lower()}" for position in Position)
        yield Para(f"Positions, as stated, else as registered: {codes}. Nothing is inferred.", Tone.NOTE)
        if self.head:
            yield Para((Run("Journal head: ", bold=True), Run(self.head)), Tone.NOTE)


def _once(people: tuple[Registration, ...]) -> tuple[Registration, ...]:
    """Of a letter that several signed, one."""
    return tuple(one for one in people if one.is_document or not one.written)


def _most(place: Group) -> str:
    """An empty cell would leave it open whether nothing was raised or it is not told."""
    return place.most or ("Not counted out" if place.few else f"None by {FEW} or more")
