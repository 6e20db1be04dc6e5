"""What the card of concerns says: each concern with its counts, and as of when they are."""

from collections.abc import Mapping
from dataclasses import dataclass

from hearingdesk.domain.counts import how_many
from hearingdesk.domain.hearing import Hearing, Item, ItemState
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.tally import Tally, percent
from hearingdesk.domain.values import NO_LISTED_CONCERN, NOTHING_LISTED, Concern, Counted
from hearingdesk.ui.console.steps import listed_item


@dataclass(frozen=True, slots=True)
class ConcernRow:
    """One concern: ``people`` of ``coded`` raised it, ``mentions`` times; ``raised`` by the speaker of now.

    ``at_close`` is the number that was frozen when testimony closed (C-12); None where it is still open.
    """

    code: str
    key: int
    cap: str
    label: str
    people: int
    mentions: int
    coded: int
    raised: bool
    definition: str
    at_close: int | None = None

    @property
    def spoken(self) -> str:
        said = f"{self.label}, {self.people} of {how_many(self.coded, 'speaker')}"
        said += ", raised by this speaker" if self.raised else ""
        return said if self.definition else f"{said}, needs a definition"

    @property
    def more(self) -> str:
        """What a tooltip adds."""
        share = percent(self.people, self.coded)
        of = f"{self.people} of {how_many(self.coded, 'speaker')} coded{f' ({share})' if share else ''}"
        told = f"{self.label}: {self.definition or 'needs a definition.'} {of}, {how_many(self.mentions, 'mention')}."
        return told if self.at_close is None else f"{told} At close: {self.at_close}."


def place(concern: Concern) -> int:
    """Where a concern stands: by number key, then that nothing was raised, then as added."""
    return concern.key or (10 if concern.code == NO_LISTED_CONCERN else 11)


def concern_rows(hearing: Hearing, caps: Mapping[int, str]) -> list[ConcernRow]:
    """In the order of the keys, then as added.

    ``caps`` are the number keys as they are drawn; at 0 that of raising nothing on the list.
    """
    item = listed_item(hearing)
    tally = item.tally if item else Tally()
    speaker = hearing.noted
    marks = speaker.marks if speaker else ()
    frozen = frozen_tally(item)
    nothing = () if any(c.code == NO_LISTED_CONCERN for c in hearing.concerns) else (NOTHING_LISTED,)

    def shown(concern: Concern) -> ConcernRow:
        code, none = concern.code, concern.code == NO_LISTED_CONCERN
        return ConcernRow(
            code=code,
            key=concern.key,
            cap=caps.get(concern.key or (0 if none else -1), ""),
            label=concern.label,
            people=tally.people(code),
            mentions=tally.mentions.get(code, 0),
            coded=tally.coded,
            raised=code in marks,
            definition=concern.definition or (NOTHING_LISTED.definition if none else ""),
            at_close=frozen[1].people(code) if frozen else None,
        )

    return [shown(concern) for concern in sorted((*hearing.concerns, *nothing), key=place)]


def frozen_tally(item: Item | None) -> tuple[Moment, Counted] | None:
    """What was counted when testimony closed, or the meeting ended, and when; None while the item is open."""
    return item.frozen if item is not None and (item.closed or item.state is ItemState.DONE) else None


def as_of(hearing: Hearing, now: Moment) -> str:
    """``as of 9:20 PM``: how fresh the counts are (C-12)."""
    return f"as of {clock_time(local(hearing, now))}"


def at_close(hearing: Hearing) -> str:
    """What was counted when testimony closed (C-12); empty while it is open."""
    frozen = frozen_tally(listed_item(hearing))
    if frozen is None:
        return ""
    at, counted = frozen
    return f"At close, {clock_time(local(hearing, at))}: {counted.heard} heard, {counted.coded} coded. Not a vote."
