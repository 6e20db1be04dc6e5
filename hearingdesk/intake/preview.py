"""What an import would do, row by row and in words, before it does anything; the clerk may decide otherwise."""

import hashlib
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.names import folded
from hearingdesk.domain.values import Contact, ItemNotice, SignUp
from hearingdesk.intake import answers
from hearingdesk.intake.errors import BadChoice, BadMapping
from hearingdesk.intake.fields import Field
from hearingdesk.intake.mapping import Mapping
from hearingdesk.intake.matching import Items, Known, People
from hearingdesk.intake.people import style_of
from hearingdesk.intake.sheets import Sheet, described
from hearingdesk.intake.sign_ups import Reading, Slip, names_in, not_a_person, slip, usual_mode

REGISTERED = "registered"
LEFT_OUT = "left out by the clerk"
ELSEWHERE = "in other parts of the file"


class RowState(StrEnum):
    """What becomes of a row unless the clerk says otherwise; the value is the word to show."""

    NEW = "new"
    CHECK = "new, please check"
    LIKELY = "likely the same person"
    KNOWN = "already registered"
    AGAIN = "listed again"
    ASIDE = "set aside"
    REFUSED = "refused"

    @property
    def taken(self) -> bool:
        return self in (RowState.NEW, RowState.CHECK, RowState.LIKELY)


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row of the file and what becomes of it: the slips it makes, one for each item it names; none if it cannot.

    ``twins`` are those who are likely the same person.
    """

    number: int
    state: RowState
    words: str
    why: str = ""
    taken: bool = False
    sign_ups: tuple[SignUp, ...] = ()
    contact: Contact = Contact()
    twins: tuple[Known, ...] = ()

    @property
    def sign_up(self) -> SignUp | None:
        """The first of its slips."""
        return self.sign_ups[0] if self.sign_ups else None

    @property
    def can_take(self) -> bool:
        return bool(self.sign_ups)


@dataclass(frozen=True, slots=True)
class Accepted:
    """What goes on the record: items to notice first, slips in the order of the list, contacts by place among them."""

    items: tuple[ItemNotice, ...]
    sign_ups: tuple[SignUp, ...]
    contacts: dict[int, Contact]
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """Every row of a list with its state. ``outside`` are rows of the file that stand in no part of this list."""

    rows: tuple[PreviewRow, ...]
    items: tuple[ItemNotice, ...] = ()
    notes: tuple[str, ...] = ()
    outside: int = 0

    @property
    def read(self) -> int:
        return len(self.rows) + self.outside

    @property
    def new_items(self) -> tuple[ItemNotice, ...]:
        """The items that the accepted slips name and the agenda lacks."""
        named = {sign_up.item for row in self.rows if row.taken for sign_up in row.sign_ups}
        return tuple(item for item in self.items if item.id in named)

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many rows became what; the sum is ``read``."""
        counted = Counter(_outcome(row) for row in self.rows)
        order = (REGISTERED, RowState.KNOWN, RowState.AGAIN, RowState.ASIDE, RowState.REFUSED, LEFT_OUT)
        parts = [(str(word), counted[word]) for word in order if counted[word]]
        return (*parts, (ELSEWHERE, self.outside)) if self.outside else tuple(parts)

    @property
    def slips(self) -> int:
        """How many are made, as the choices stand: a row that names several items makes several."""
        return sum(len(row.sign_ups) for row in self.rows if row.taken)

    def with_choice(self, number: int, *, take: bool) -> "Preview":
        """The row of this number taken, or left out. Raises BadChoice."""
        row = next((row for row in self.rows if row.number == number), None)
        if row is None:
            raise BadChoice(f"There is no row {number} in the list. Nothing was changed. Choose one that is shown.")
        if take and not row.can_take:
            raise BadChoice(
                f"Row {number} cannot be taken: {row.why}. Nothing was changed. Mend the file and read it again."
            )
        return replace(self, rows=tuple(replace(r, taken=take) if r is row else r for r in self.rows))

    def accepted(self) -> Accepted:
        """What goes on the record as the choices stand."""
        taken = [(sign_up, row.contact) for row in self.rows if row.taken for sign_up in row.sign_ups]
        contacts = {place: contact for place, (_, contact) in enumerate(taken) if contact}
        return Accepted(self.new_items, tuple(sign_up for sign_up, _ in taken), contacts, self.counts)


def preview(sheet: Sheet, mapping: Mapping, hearing: Hearing, *, default_item: str = "") -> Preview:
    """What importing ``sheet`` into ``hearing`` would do. Raises BadMapping where no column can name anybody.

    ``default_item`` takes rows that name no item.
    """
    _need_names(mapping)
    _need_item(hearing, default_item)
    times = [mapping.cell(row, Field.RECEIVED) for row in sheet.body]
    day_first = answers.day_comes_first(times)
    agenda = [hearing.items[item].notice for item in hearing.agenda if item in hearing.items]
    reading = Reading(
        mapping,
        Items(agenda, default_item),
        hearing.meeting.timezone,
        style_of(names_in(mapping, sheet.body)),
        day_first=bool(day_first),
        mode=usual_mode(sheet.name),
        header=mapping.labels if sheet.header else (),
    )
    rows = _judged(sheet, reading, hearing)
    notes = [described(sheet), *sheet.notes]
    if day_first is None and answers.has_slashed_dates(times):
        notes.append(f"Dates like {next(filter(None, times))} are read with the month first.")
    return Preview(rows, tuple(reading.items.new.values()), tuple(notes), sheet.outside)


def _need_names(mapping: Mapping) -> None:
    if not any(field in mapping.columns for field in (Field.NAME, Field.GIVEN_NAME, Field.SURNAME, Field.SCREEN_NAME)):
        raise BadMapping(
            f"No column is known to hold names. Nothing was changed. Say which, as in name={mapping.labels[0]}; "
            f"the columns are: {', '.join(mapping.labels)}."
        )


def _need_item(hearing: Hearing, item: str) -> None:
    if item and item not in hearing.items:
        known = ", ".join(hearing.agenda) or "none yet"
        raise BadChoice(f"There is no item {item} on the agenda. Nothing was changed. The items are: {known}.")


def _judged(sheet: Sheet, reading: Reading, hearing: Hearing) -> tuple[PreviewRow, ...]:
    people = People(hearing)
    times: Counter[tuple[str, ...]] = Counter()
    seen: dict[tuple[str, ...], int] = {}
    rows = []
    for row in sheet.body:
        aside = not_a_person(row, reading)
        made = slip(row, reading)
        slips = _sourced(made, row.number, aside, times, hearing)
        fresh = [one for one in slips if one.source not in hearing.sources]
        again = seen.setdefault(_certain(made), row.number) if _certain(made) and not aside else row.number
        known = [hearing.sources[one.source] for one in slips if one.source in hearing.sources]
        twins = tuple(twin for one in fresh for twin in people.like(one.item, one.name))
        judged = _Judged(aside, known, not fresh, again if again != row.number else 0, twins)
        state, why = _state(made, judged, reading.items)
        for one in fresh if state.taken else ():
            people.add(one.item, one.name, Known(one, row=row.number))
        if state is RowState.KNOWN:
            fresh = [_renewed(slips[0], _base(made), hearing)]
        kept = () if made.refused else tuple(fresh)
        shown = twins if state is RowState.LIKELY else ()
        rows.append(PreviewRow(row.number, state, row.words, why, state.taken, kept, made.contact, shown))
    return tuple(rows)


class _Judged(NamedTuple):
    """What is known of a row beside what it says itself."""

    aside: str
    known: list[int]
    all_known: bool
    again: int
    twins: tuple[Known, ...]


def _sourced(made: Slip, row: int, aside: str, times: Counter[tuple[str, ...]], hearing: Hearing) -> list[SignUp]:
    """Its slips, each with its key, by which it is known when the list is read again, in whatever order of items."""
    slips = [replace(made.sign_up, item=item) for item in made.items]
    bases = [_base(replace(made, sign_up=sign_up)) for sign_up in slips]
    for base in set(bases):
        times[base] += 0 if aside or made.refused else 1
    alone = len(set(bases)) == len(slips)
    return [
        replace(one, source=_source_of(one.item, base, 0 if aside else times[base], row, hearing, alone=alone))
        for one, base in zip(slips, bases, strict=True)
    ]


def _source_of(item: str, base: tuple[str, ...], occurrence: int, row: int, hearing: Hearing, *, alone: bool) -> str:
    """The key under which the item's slip is registered already; else the row's, and where that has many, the item's.

    ``alone``: no other slip of the row has the same base.
    """
    plain, by_item = (_source(each, occurrence, row) for each in (base, (*base, "item", item)))
    for source in (plain, by_item):
        known = hearing.sources.get(source)
        if known and hearing.registrations[known].sign_up.item == item:
            return source
    return plain if alone else by_item


def _state(made: Slip, judged: _Judged, items: Items) -> tuple[RowState, str]:
    """The state of a row, and the reason in words."""
    slips = f"{'slip' if len(judged.known) == 1 else 'slips'} {', '.join(map(str, judged.known))}"
    for state, why in (
        (RowState.ASIDE, judged.aside),
        (RowState.REFUSED, made.refused),
        (RowState.KNOWN, slips if judged.all_known else ""),
        (RowState.AGAIN, f"the same registration as row {judged.again}" if judged.again else ""),
    ):
        if why:
            return state, why
    several = f"one slip for each of its items, {items.listed(made.items)}" if len(made.items) > 1 else ""
    partly = f"registered already: {slips}" if judged.known else ""
    likes = list(dict.fromkeys(twin.why for twin in judged.twins))
    state = RowState.LIKELY if likes else RowState.CHECK if made.odd else RowState.NEW
    return state, "; ".join(filter(None, (*likes, several, partly, *made.odd)))


def _outcome(row: PreviewRow) -> str:
    if row.taken:
        return REGISTERED
    return LEFT_OUT if row.state.taken else row.state


def _base(made: Slip) -> tuple[str, ...]:
    """What makes a registration the same when the file is read again (G-09): its id, else name, item and time."""
    sign_up = made.sign_up
    name, received = folded(sign_up.name) or sign_up.name, sign_up.received.isoformat() if sign_up.received else ""
    if made.id and not _is_small(made.id):
        return "id", made.id
    if made.id:
        return "id", made.id, name, received
    return ("row", name, sign_up.item, received) if name else ("row", "", sign_up.item, received, sign_up.position)


def _is_small(text: str) -> bool:
    """A running number, which another form counts as well, tells nobody apart by itself."""
    return text.isdigit() and len(text) < 7


def _certain(made: Slip) -> tuple[str, ...]:
    """What nobody shares with anybody; empty where the row has nothing of the kind."""
    if made.id:
        return _base(made)
    email, received = made.contact.email.casefold(), made.sign_up.received
    return (
        ("e-mail", email, folded(made.sign_up.name), made.sign_up.item, received.isoformat())
        if email and received
        else ()
    )


def _source(base: tuple[str, ...], occurrence: int, row: int) -> str:
    """A short key that tells nothing of the person; a row that was set aside has one of its own."""
    return _digest((*base, str(occurrence)) if occurrence else (*base, "aside", str(row)))


def _renewed(sign_up: SignUp, base: tuple[str, ...], hearing: Hearing) -> SignUp:
    """With a key that is free, for somebody the clerk registers although the file was read before."""
    times = 1
    while (source := _digest((*base, "once more", str(times)))) in hearing.sources:
        times += 1
    return replace(sign_up, source=source)


def _digest(parts: tuple[str, ...]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:20]
