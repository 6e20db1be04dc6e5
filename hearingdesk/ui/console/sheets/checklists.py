"""What to look at before testimony is closed or the meeting adjourned (H-03, Q-05)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hearingdesk.domain.announced import left_waiting
from hearingdesk.domain.counts import how_many
from hearingdesk.domain.hearing import Hearing, Item, ItemState, Phase, Registration
from hearingdesk.domain.values import Capacity, ItemKind, MinutesLevel, Mode, Position, Standing
from hearingdesk.ui.console.sheets.words import item_numbers, named
from hearingdesk.ui.console.tabs import Tab

REMOTE = (Mode.REMOTE_VIDEO, Mode.REMOTE_PHONE)
Place = Tab | int | str
"""A list of the queue, a slip, or a sheet by its name."""


@dataclass(frozen=True, slots=True)
class Check:
    """One line of a checklist; ``settled`` where nothing is left to do, ``place`` where to look at it.

    ``by_eye``: the program cannot see it, so the clerk ticks it.
    """

    sentence: str
    settled: bool = False
    place: Place | None = None
    by_eye: bool = False

    @property
    def mark(self) -> str:
        return "✓" if self.settled else "○"

    @property
    def line(self) -> str:
        return f"{self.mark}  {self.sentence}"


def before_closing(hearing: Hearing, item: Item) -> tuple[Check, ...]:
    """For the item whose testimony is about to be closed."""
    slips = [r for r in hearing.registrations.values() if r.sign_up.item == item.id]
    slips.sort(key=lambda r: r.slip)
    checks = (
        _waiting(item),
        _not_heard([hearing.registrations[slip] for slip in item.absent]),
        _for_leave([hearing.registrations[slip] for slip in item.for_leave]),
        _late([r for r in slips if r.late and r.standing is Standing.WAITING], alone=not item.for_leave),
        _not_speaking([r for r in slips if r.sign_up.mode is Mode.REGISTERING_ONLY]),
        _written([r for r in slips if r.sign_up.mode is Mode.WRITTEN]),
        _for_questions([r for r in slips if r.sign_up.mode is Mode.FOR_QUESTIONS]),
        _remote(hearing, slips),
        _uncoded(heard := _heard(hearing, item)),
        _unwritten(hearing, item, heard),
    )
    return tuple(check for check in checks if check)


def _heard(hearing: Hearing, item: Item) -> list[Registration]:
    """The public heard on the item, in the order heard, each once."""
    slips = dict.fromkeys(hearing.appearances[turn].slip for turn in item.turns)
    found = (hearing.registrations[slip] for slip in slips)
    return [one for one in found if one.heard and one.sign_up.capacity is Capacity.PUBLIC]


def _waiting(item: Item) -> Check:
    match len(item.queue):
        case 0:
            return Check("Nobody is waiting.", settled=True)
        case 1:
            return Check(
                f"1 person is waiting. Closing lists this person as not reached.{_offer(item)}", place=Tab.WAITING
            )
        case number:
            told = f"{number} people are waiting. Closing lists them as not reached.{_offer(item)}"
            return Check(told, place=Tab.WAITING)


def _offer(item: Item) -> str:
    """At the cap nobody can be called any more, and a written comment is what is left to them (T-11)."""
    used_up = item.cap is not None and item.used >= item.cap
    return " The time in all is used up: offer a written comment." if used_up else ""


def _not_heard(absent: Sequence[Registration]) -> Check:
    if not absent:
        return Check("Everybody who was called has been heard.", settled=True)
    verb = "was" if len(absent) == 1 else "were"
    people = how_many(len(absent), "person", "people")
    return Check(f"{people} {verb} called and not heard: {named(absent)}. Call again?", place=Tab.PASSED)


def _for_leave(late: Sequence[Registration]) -> Check | None:
    if not late:
        return None
    verb = "waits" if len(late) == 1 else "wait"
    told = f"{how_many(len(late), 'late slip')} {verb} for the chair's leave: {named(late)}. Ask the chair."
    return Check(told, place=Tab.LATE)


def _late(late: Sequence[Registration], *, alone: bool) -> Check | None:
    if not late:
        return Check("No late slip is waiting.", settled=True) if alone else None
    verb = "is" if len(late) == 1 else "are"
    return Check(f"{how_many(len(late), 'late slip')} {verb} among those waiting: {named(late)}.", place=Tab.WAITING)


def _not_speaking(registered: Sequence[Registration]) -> Check:
    if not registered:
        return Check("Nobody registered without speaking.", settled=True)
    shares = [
        f"{number} {position.word.lower()}"
        for position in Position
        if (number := sum(r.position is position for r in registered))
    ]
    people = how_many(len(registered), "person", "people")
    told = f"{people} registered without speaking ({', '.join(shares)}). Read the numbers into the record."
    return Check(told, place=Tab.REGISTERED)


def _written(written: Sequence[Registration]) -> Check | None:
    if not written:
        return None
    verb = "is" if len(written) == 1 else "are"
    return Check(f"{how_many(len(written), 'written comment')} {verb} to be entered.", place=Tab.WRITTEN)


def _for_questions(here: Sequence[Registration]) -> Check | None:
    if not here:
        return None
    verb = "is" if len(here) == 1 else "are"
    people = how_many(len(here), "person", "people")
    return Check(f"{people} {verb} here for questions only: {named(here)}.", place=Tab.QUESTIONS)


def _uncoded(heard: Sequence[Registration]) -> Check | None:
    bare = [one for one in heard if not one.marks]
    if not heard:
        return None
    if not bare:
        return Check("Everybody heard has been coded.", settled=True)
    verb = "has" if len(bare) == 1 else "have"
    told = f"{how_many(len(bare), 'speaker')} {verb} no concern marked, nor that there was none: {named(bare)}."
    return Check(told, place=bare[0].slip)


def _unwritten(hearing: Hearing, item: Item, heard: Sequence[Registration]) -> Check | None:
    """Where the minutes tell summaries, whoever has none."""
    level = item.level or hearing.profile.minutes_level
    bare = [one for one in heard if not one.summary]
    if not heard or level is not MinutesLevel.SUMMARY:
        return None
    if not bare:
        return Check("Everybody heard has a summary.", settled=True)
    verb = "has" if len(bare) == 1 else "have"
    return Check(f"{how_many(len(bare), 'speaker')} {verb} no summary yet: {named(bare)}.", place=bare[0].slip)


def _remote(hearing: Hearing, slips: Sequence[Registration]) -> Check | None:
    """The program cannot see raised hands; the clerk can."""
    online = bool(hearing.meeting.remote) or any(r.sign_up.mode in REMOTE for r in slips)
    return Check("Look whether a hand is raised online or on the telephone.", by_eye=True) if online else None


def before_adjourning(hearing: Hearing) -> tuple[Check, ...]:
    """What the evening leaves open; none of it blocks, the rule says what does."""
    items = [hearing.items[item] for item in hearing.agenda]
    checks = (
        Check("The roll was called.", settled=True)
        if hearing.rolled
        else Check("The roll was not called.", place="roll"),
        *(_suspended(item) for item in items if item.state is ItemState.SUSPENDED),
        _untouched([i for i in items if i.state is ItemState.PENDING and not (i.disposition or i.continued)]),
        _undisposed([i for i in items if _wants_disposition(i)]),
        *(check for item in items for check in _of_item(hearing, item)),
        _goes_on(hearing, items),
        _undefined(hearing),
    )
    return tuple(check for check in checks if check)


def _suspended(item: Item) -> Check:
    waiting = f"; {how_many(len(item.queue), 'person', 'people')} waiting" if item.queue else ""
    return Check(f"{item.label} is suspended and was not resumed{waiting}.", place="agenda")


def _untouched(items: Sequence[Item]) -> Check:
    if not items:
        return Check("Every item was taken up or disposed of.", settled=True)
    return Check(f"Not taken up: {item_numbers(items)}.", place="agenda")


def _wants_disposition(item: Item) -> bool:
    acted_on = item.notice.kind not in (ItemKind.COMMENT, ItemKind.PROCEDURE)
    settled = item.disposition or item.continued or item.withdrawn
    return acted_on and not settled and item.state in (ItemState.DONE, ItemState.IN_HAND)


def _undisposed(items: Sequence[Item]) -> Check:
    if not items:
        return Check("Every item dealt with has its disposition.", settled=True)
    return Check(f"Dealt with, but no disposition recorded: {item_numbers(items)}.", place="agenda")


def _of_item(hearing: Hearing, item: Item) -> Iterator[Check]:
    """What testimony leaves open: who was not there, who is not coded, who has no summary."""
    if item.absent:
        yield _tray(hearing, item)
    if item.for_leave:
        late = [hearing.registrations[slip] for slip in item.for_leave]
        told = how_many(len(late), "late slip")
        yield Check(f"{item.label}: {told} waiting for the chair's leave: {named(late)}.", place=late[0].slip)
    heard = _heard(hearing, item)
    for check in (_uncoded(heard), _unwritten(hearing, item, heard)):
        if check and not check.settled:
            yield replace(check, sentence=f"{item.label}: {check.sentence}")


def _goes_on(hearing: Hearing, items: Sequence[Item]) -> Check | None:
    """Whoever waits when all or part of it goes on another day."""
    waiting = sum(left_waiting(hearing, item) for item in items if item.continued or hearing.continued)
    if not waiting:
        return None
    who = "1 person who waits keeps the place" if waiting == 1 else f"{waiting} people who wait keep their places"
    return Check(f"{who} in line. Prepare the continued session from the list of hearings.", settled=True)


def _tray(hearing: Hearing, item: Item) -> Check:
    absent = [hearing.registrations[slip] for slip in item.absent]
    people = how_many(len(absent), "person", "people")
    return Check(f"{item.label}: {people} called and not heard: {named(absent)}.", place=absent[0].slip)


def _undefined(hearing: Hearing) -> Check | None:
    bare = [concern.label for concern in hearing.concerns if not concern.definition]
    if hearing.phase is Phase.PREPARED or not bare:
        return None
    return Check(f"{how_many(len(bare), 'concern')} to be defined later: {', '.join(bare)}.")
