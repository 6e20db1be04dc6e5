"""The sheets that count: never a vote, and no total over people who spoke and people who did not (C-01, X-08)."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from statistics import median
from typing import NamedTuple

from exports.fields import Field, shown
from exports.sheets import Kind, Value
from exports.slip_sheets import Turn, local_time, turn_rows, whole
from exports.words import Words
from hearingdesk.domain.hearing import Hearing, Item, Registration
from hearingdesk.domain.letters import documents, signed
from hearingdesk.domain.tally import percent
from hearingdesk.domain.timing import changed_limit_sentence, spent
from hearingdesk.domain.values import NO_LISTED_CONCERN, Capacity, Concern, Counted, Mode, Position, Standing


class Measure(NamedTuple):
    """One line of the summary of one item: a count or a length of time."""

    item: Item
    name: str
    people: int | None = None
    length: timedelta | None = None
    note: str = ""


class ConcernCount(NamedTuple):
    """One concern on one item."""

    item: Item
    concern: Concern


RAISING = "Speakers raising it (n); noted by staff, not a vote"
"""The title of the column that counts people."""


def measure_fields() -> list[Field[Measure]]:
    """Sheet Summary."""
    return [
        shown("Item no.", lambda row: row.item.notice.number, "Number on the agenda.", width=8),
        shown("Item", lambda row: row.item.notice.title, "Title on the agenda.", width=44),
        shown("Measure", lambda row: row.name, "What is counted or measured.", width=40),
        shown("People", lambda row: row.people, "Distinct people (slips), not turns.", Kind.COUNT, 9),
        shown("Time", lambda row: row.length, "h:mm:ss", Kind.HOURS, 10),
        shown("Note", lambda row: row.note, "What to keep in mind.", Kind.PROSE, 60),
    ]


def concern_fields() -> list[Field[ConcernCount]]:
    """Sheet Concerns tally, in the order of the concern set."""
    by_position: list[Field[ConcernCount]] = [
        shown(f"of which {position.word.lower()}", _raised_by(position), "By position counted.", Kind.COUNT, 10)
        for position in Position
    ]
    return [
        shown("Item no.", lambda row: row.item.notice.number, "Number on the agenda.", width=8),
        shown("Code", lambda row: row.concern.code, "Code of the concern.", width=10),
        shown("Concern", lambda row: row.concern.label, "Its label.", width=32),
        shown("Kind", lambda row: row.concern.kind.value, "concern, benefit, condition asked for, or process."),
        shown("Definition", lambda row: row.concern.definition, "What was marked under it.", Kind.PROSE, 60),
        shown(
            RAISING,
            lambda row: row.item.tally.people(row.concern.code),
            "Members of the public heard who raised it at least once.",
            Kind.COUNT,
            18,
        ),
        shown("Speakers coded (N)", lambda row: row.item.tally.coded, "Heard, with at least one mark.", Kind.COUNT, 10),
        shown("Speakers heard", lambda row: row.item.tally.heard, "Members of the public heard.", Kind.COUNT, 10),
        shown("Share of coded", _share, "n of N; none where fewer than 10 are coded.", width=10),
        shown("Mentions", lambda row: row.item.tally.mentions.get(row.concern.code, 0), "Marks.", Kind.COUNT, 10),
        *by_position,
    ]


def close_fields(hearing: Hearing) -> list[Field[ConcernCount]]:
    """Sheet Concerns tally, too: the live tally as frozen at the close, never mixed with the reviewed one (C-12)."""
    zone = hearing.meeting.timezone

    def then(row: ConcernCount) -> Counted | None:
        return row.item.frozen[1] if row.item.frozen else None

    def raised(row: ConcernCount) -> Value:
        counted = then(row)
        return counted.people(row.concern.code) if counted else None

    return [
        shown(
            f"Closed at ({zone})",
            lambda row: _closed_at(hearing, row.item),
            "When the live tally was frozen.",
            Kind.TIME,
            22,
        ),
        shown("At close: raising it", raised, "As marked live until then.", Kind.COUNT, 10),
        shown("At close: coded", lambda row: c.coded if (c := then(row)) else None, "Likewise.", Kind.COUNT, 10),
        shown("At close: heard", lambda row: c.heard if (c := then(row)) else None, "Likewise.", Kind.COUNT, 10),
    ]


def _closed_at(hearing: Hearing, item: Item) -> Value:
    return local_time(hearing, item.frozen[0]) if item.frozen else None


def concern_rows(hearing: Hearing) -> Iterator[ConcernCount]:
    """Every concern of the set, raised or not, on each item on which the public was heard."""
    for item in _heard_items(hearing):
        for concern in hearing.concerns:
            if concern.code != NO_LISTED_CONCERN or item.tally.people(concern.code):
                yield ConcernCount(item, concern)


def measure_rows(hearing: Hearing) -> Iterator[Measure]:
    """Who spoke, who registered a position only and who wrote, side by side and never added up."""
    slips: dict[str, list[Registration]] = {}
    for registration in hearing.registrations.values():
        slips.setdefault(registration.sign_up.item, []).append(registration)
    turns: dict[str, list[Turn]] = {}
    for row in turn_rows(hearing):
        turns.setdefault(row.slip.item.id, []).append(row)
    for id_ in hearing.agenda:
        item = hearing.items[id_]
        if item.notice.kind.takes_testimony or id_ in slips:
            yield from _people(item, slips.get(id_, []))
            yield from _positions(item, slips.get(id_, []))
            yield from _lengths(hearing, item, turns.get(id_, []))
            yield from _limits(hearing, item)


_UNHEARD = (
    Standing.NO_SHOW,
    Standing.WITHDRAWN,
    Standing.YIELDED,
    Standing.NOT_REACHED,
    Standing.WAITING,
    Standing.NEEDS_LEAVE,
    Standing.REMOVED,
)


def _people(item: Item, slips: list[Registration]) -> Iterator[Measure]:
    speaking = [one for one in slips if one.sign_up.speaks and one.sign_up.capacity is Capacity.PUBLIC]
    yield Measure(item, "Heard (public)", item.tally.heard, note="At least one turn began.")
    yield Measure(item, "Signed up to speak (public)", len(speaking), note="Heard or not.")
    for standing in _UNHEARD:
        yield Measure(item, f"Signed up: {standing.word.lower()}", sum(one.standing is standing for one in speaking))
    for capacity in Capacity:
        if capacity is not Capacity.PUBLIC:
            number = item.tally.apart.get(capacity, 0)
            yield Measure(item, f"Heard as {capacity.value}", number, note="Not among the public heard.")


def _positions(item: Item, slips: list[Registration]) -> Iterator[Measure]:
    """By position: the heard, those who registered without speaking, those who wrote; three parts, no sum."""
    note = "As stated, else as registered. Not a vote."
    for position in Position:
        yield Measure(item, f"Heard: {_coded(position)}", item.tally.standing(position), note=note)
    for mode, name in ((Mode.REGISTERING_ONLY, "Registered only"), (Mode.WRITTEN, "Written comment")):
        group = [one for one in slips if one.sign_up.mode is mode]
        counted = documents(group) if mode is Mode.WRITTEN else group
        yield Measure(item, name, len(counted), note=_BESIDE[mode])
        for position in Position:
            number = sum(one.position is position for one in counted)
            yield Measure(item, f"{name}: {_coded(position)}", number, note=note)
        if mode is Mode.WRITTEN:
            yield Measure(item, f"{name}: signatories", signed(group), note="People who signed; not documents.")


_BESIDE = {
    Mode.REGISTERING_ONLY: "Not speaking; not among the heard.",
    Mode.WRITTEN: "Documents, each letter once; not among the heard.",
}


def _coded(position: Position) -> str:
    return f"{position.value} {position.word.lower()}"


def _lengths(hearing: Hearing, item: Item, turns: list[Turn]) -> Iterator[Measure]:
    public = [row.turn for row in turns if row.slip.registration.sign_up.capacity is Capacity.PUBLIC]
    used = [spent(turn, turn.ended or hearing.entries[-1].at) for turn in public]
    if used:
        yield Measure(item, "Time used by the public, in all", length=whole(sum(used, timedelta())))
        yield Measure(item, "Time used, median of the turns", length=whole(_median(used)))


def _median(spans: list[timedelta]) -> timedelta:
    return timedelta(seconds=median(span.total_seconds() for span in spans))


def _limits(hearing: Hearing, item: Item) -> Iterator[Measure]:
    words = Words(hearing)
    for moment, change in item.limits:
        told = changed_limit_sentence(change.old, change.new, change.heard_before, change.ordered_by, words.at(moment))
        yield Measure(item, "Limit changed to", length=change.new, note=told)


def _heard_items(hearing: Hearing) -> Iterator[Item]:
    items = (hearing.items[id_] for id_ in hearing.agenda)
    return (item for item in items if item.notice.kind.takes_testimony or item.tally.heard)


def _share(row: ConcernCount) -> str:
    return percent(row.item.tally.people(row.concern.code), row.item.tally.coded)


def _raised_by(position: Position) -> Callable[[ConcernCount], Value]:
    return lambda row: row.item.tally.by_position.get((row.concern.code, position), 0)
