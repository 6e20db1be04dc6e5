"""The order in which things were taken, read off the journal: what the minutes follow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from hearingdesk.domain.events import (
    ConductNoted,
    Event,
    HearingContinued,
    ItemDisposedOf,
    ItemResumed,
    ItemSuspended,
    ItemTakenUp,
    ItemWithdrawn,
    MeetingRecessed,
    MotionDropped,
    VoteTaken,
)
from hearingdesk.domain.hearing import Hearing, Motion, Recess, Registration
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.values import Measure


class ItemSection(NamedTuple):
    item: str


class MotionSection(NamedTuple):
    """A motion that belongs to no item."""

    motion: Motion


class RecessSection(NamedTuple):
    """A recess while no item was in hand."""

    recess: Recess


class RemovalSection(NamedTuple):
    """Somebody was removed while no item was in hand."""

    at: Moment
    conduct: ConductNoted


Section = ItemSection | MotionSection | RecessSection | RemovalSection


@dataclass(slots=True)
class Chronicle:
    """Who and what belongs together, found in one walk over the entries that count.

    `sections` are in the order taken: an item stands where it was first taken up or decided. `reasons` says why an item
    was taken when it was; `waits_for` names the item for which testimony was paused at a moment.
    """

    sections: list[Section] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)
    waits_for: dict[tuple[str, Moment], str] = field(default_factory=dict)
    recesses: dict[str, list[Recess]] = field(default_factory=dict)
    motions: dict[str, list[Motion]] = field(default_factory=dict)
    adjourning: list[Motion] = field(default_factory=list)
    slips: dict[str, list[Registration]] = field(default_factory=dict)
    in_hand: str = ""

    def not_taken(self, hearing: Hearing) -> Iterator[str]:
        """The items on the agenda that were neither taken up nor decided."""
        seen = {section.item for section in self.sections if isinstance(section, ItemSection)}
        return (item for item in hearing.agenda if item not in seen)


def chronicle(hearing: Hearing) -> Chronicle:
    """The chronicle of the hearing so far."""
    made = Chronicle()
    for registration in sorted(hearing.registrations.values(), key=lambda one: one.slip):
        made.slips.setdefault(registration.sign_up.item, []).append(registration)
    recesses = iter(hearing.recesses)
    told: set[int] = set()
    for entry in hearing.live_entries():
        match entry.event:
            case MeetingRecessed():
                _recess(made, next(recesses))
            case VoteTaken(motion=number) | MotionDropped(motion=number):
                told.add(number)
                _decided(made, _motion(hearing.motions, number))
            case ConductNoted(measure=Measure.REMOVAL) as conduct:
                if not any((entry.at, conduct) in item.conduct for item in hearing.items.values()):
                    made.sections.append(RemovalSection(entry.at, conduct))
            case event:
                _agenda(made, event, entry.at)
    for motion in hearing.motions:
        if motion.number not in told:
            _decided(made, motion)
    return made


def _agenda(made: Chronicle, event: Event, at: Moment) -> None:
    match event:
        case ItemTakenUp(item=item, reason=reason):
            _taken(made, item)
            made.in_hand = item
            if reason:
                made.reasons[item] = reason
        case ItemResumed(item=item):
            made.in_hand = item
        case ItemSuspended(item=item, until_after=after):
            made.in_hand = ""
            made.waits_for[item, at] = after
        case ItemDisposedOf(item=item) | ItemWithdrawn(item=item):
            _taken(made, item)
        case HearingContinued(item=item) if item:
            _taken(made, item)
        case _:
            pass


def _taken(made: Chronicle, item: str) -> None:
    if ItemSection(item) not in made.sections:
        made.sections.append(ItemSection(item))


def _recess(made: Chronicle, recess: Recess) -> None:
    if made.in_hand:
        made.recesses.setdefault(made.in_hand, []).append(recess)
    else:
        made.sections.append(RecessSection(recess))


def _decided(made: Chronicle, motion: Motion) -> None:
    if motion.amends:
        return  # told with the motion that it would change
    if motion.disposition is None and "adjourn" in motion.text.casefold():
        made.adjourning.append(motion)
        return
    for item in motion.items:
        _taken(made, item)
    owner = motion.items[0] if motion.items else motion.item
    if owner:
        made.motions.setdefault(owner, []).append(motion)
    else:
        made.sections.append(MotionSection(motion))


def _motion(motions: Sequence[Motion], number: int) -> Motion:
    return next(motion for motion in motions if motion.number == number)
