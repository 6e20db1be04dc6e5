"""What to look at before testimony is closed or the meeting adjourned (H-03, Q-05)."""

from collections.abc import Sequence
from dataclasses import dataclass

from hearingdesk.domain.counts import how_many
from hearingdesk.domain.hearing import Hearing, Item, ItemState, Phase, Registration
from hearingdesk.domain.values import ItemKind, Mode, Position, Standing
from hearingdesk.ui.console.sheets.words import item_numbers, named

REMOTE = (Mode.REMOTE_VIDEO, Mode.REMOTE_PHONE)


@dataclass(frozen=True, slots=True)
class Check:
    """One line of a checklist; ``settled`` where nothing is left to do."""

    sentence: str
    settled: bool = False

    @property
    def line(self) -> str:
        return f"{'✓' if self.settled else '○'}  {self.sentence}"


def before_closing(hearing: Hearing, item: Item) -> tuple[Check, ...]:
    """For the item whose testimony is about to be closed."""
    slips = [r for r in hearing.registrations.values() if r.sign_up.item == item.id]
    slips.sort(key=lambda r: r.slip)
    checks = (
        _waiting(item),
        _not_heard([hearing.registrations[slip] for slip in item.absent]),
        _late([r for r in slips if r.late and r.standing is Standing.WAITING]),
        _not_speaking([r for r in slips if r.sign_up.mode is Mode.REGISTERING_ONLY]),
        _written([r for r in slips if r.sign_up.mode is Mode.WRITTEN]),
        _remote(hearing, slips),
    )
    return tuple(check for check in checks if check)


def _waiting(item: Item) -> Check:
    match len(item.queue):
        case 0:
            return Check("Nobody is waiting.", settled=True)
        case 1:
            return Check("1 person is waiting. Closing lists this person as not reached.")
        case number:
            return Check(f"{number} people are waiting. Closing lists them as not reached.")


def _not_heard(absent: Sequence[Registration]) -> Check:
    if not absent:
        return Check("Everybody who was called has been heard.", settled=True)
    verb = "was" if len(absent) == 1 else "were"
    people = how_many(len(absent), "person", "people")
    return Check(f"{people} {verb} called and not heard: {named(absent)}. Call again?")


def _late(late: Sequence[Registration]) -> Check:
    if not late:
        return Check("No late slip is waiting.", settled=True)
    verb = "is" if len(late) == 1 else "are"
    return Check(f"{how_many(len(late), 'late slip')} {verb} among those waiting: {named(late)}.")


def _not_speaking(registered: Sequence[Registration]) -> Check:
    if not registered:
        return Check("Nobody registered without speaking.", settled=True)
    shares = [
        f"{number} {position.word.lower()}"
        for position in Position
        if (number := sum(r.position is position for r in registered))
    ]
    people = how_many(len(registered), "person", "people")
    return Check(f"{people} registered without speaking ({', '.join(shares)}). Read the numbers into the record.")


def _written(written: Sequence[Registration]) -> Check | None:
    if not written:
        return None
    verb = "is" if len(written) == 1 else "are"
    return Check(f"{how_many(len(written), 'written comment')} {verb} to be entered.")


def _remote(hearing: Hearing, slips: Sequence[Registration]) -> Check | None:
    """The program cannot see raised hands; the clerk can."""
    online = bool(hearing.meeting.remote) or any(r.sign_up.mode in REMOTE for r in slips)
    return Check("Look whether a hand is raised online or on the telephone.") if online else None


def before_adjourning(hearing: Hearing) -> tuple[Check, ...]:
    """What the evening leaves open; none of it blocks, the rule says what does."""
    items = [hearing.items[item] for item in hearing.agenda]
    checks = (
        Check("The roll was called.", settled=True) if hearing.rolled else Check("The roll was not called."),
        *(_suspended(item) for item in items if item.state is ItemState.SUSPENDED),
        _untouched([i for i in items if i.state is ItemState.PENDING and i.disposition is None]),
        _undisposed([i for i in items if _wants_disposition(i)]),
        *(_tray(hearing, item) for item in items if item.absent),
        _undefined(hearing),
    )
    return tuple(check for check in checks if check)


def _suspended(item: Item) -> Check:
    waiting = f"; {how_many(len(item.queue), 'person', 'people')} waiting" if item.queue else ""
    return Check(f"{item.label} is suspended and was not resumed{waiting}.")


def _untouched(items: Sequence[Item]) -> Check:
    if not items:
        return Check("Every item was taken up or disposed of.", settled=True)
    return Check(f"Not taken up: {item_numbers(items)}.")


def _wants_disposition(item: Item) -> bool:
    acted_on = item.notice.kind not in (ItemKind.COMMENT, ItemKind.PROCEDURE)
    return acted_on and item.disposition is None and item.state in (ItemState.DONE, ItemState.IN_HAND)


def _undisposed(items: Sequence[Item]) -> Check:
    if not items:
        return Check("Every item dealt with has its disposition.", settled=True)
    return Check(f"Dealt with, but no disposition recorded: {item_numbers(items)}.")


def _tray(hearing: Hearing, item: Item) -> Check:
    absent = [hearing.registrations[slip] for slip in item.absent]
    people = how_many(len(absent), "person", "people")
    return Check(f"{item.label}: {people} called and not heard: {named(absent)}.")


def _undefined(hearing: Hearing) -> Check | None:
    bare = [concern.label for concern in hearing.concerns if not concern.definition]
    if hearing.phase is Phase.PREPARED or not bare:
        return None
    return Check(f"{how_many(len(bare), 'concern')} to be defined later: {', '.join(bare)}.")
