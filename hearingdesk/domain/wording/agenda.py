"""The words of the entries of hearingdesk.domain.events.agenda."""

from hearingdesk.domain.counts import how_many
from hearingdesk.domain.events import (
    AgendaNoticed,
    CapExtended,
    Entry,
    HearingContinued,
    HearingStepTaken,
    ItemDisposedOf,
    ItemResumed,
    ItemRuled,
    ItemSuspended,
    ItemTakenUp,
    ItemWithdrawn,
    LimitChanged,
    RecordLeftOpen,
    TestimonyClosed,
    TestimonyReopened,
)
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import date_and_time, local
from hearingdesk.domain.spans import spoken
from hearingdesk.domain.wording.root import because, item, line


@line.register
def _(event: AgendaNoticed, _entry: Entry, _hearing: Hearing) -> str:
    return f"Agenda noticed: {how_many(len(event.items), 'item')}"


@line.register
def _(event: ItemTakenUp, _entry: Entry, hearing: Hearing) -> str:
    return f"{item(hearing, event.item)} taken up{because(event.reason)}"


@line.register
def _(event: ItemSuspended, _entry: Entry, hearing: Hearing) -> str:
    until = f" until after {item(hearing, event.until_after)}" if event.until_after else ""
    return f"{item(hearing, event.item)} suspended{until}{because(event.reason)}"


@line.register
def _(event: ItemResumed, _entry: Entry, hearing: Hearing) -> str:
    return f"{item(hearing, event.item)} resumed"


@line.register
def _(event: TestimonyClosed, _entry: Entry, hearing: Hearing) -> str:
    counted = event.counted
    numbers = f": {counted.heard} heard, {counted.coded} coded" if counted and counted.heard else ""
    return f"Testimony closed on {item(hearing, event.item)}{numbers}"


@line.register
def _(event: TestimonyReopened, _entry: Entry, hearing: Hearing) -> str:
    return f"Testimony reopened on {item(hearing, event.item)}{because(event.reason)}"


@line.register
def _(event: HearingContinued, _entry: Entry, hearing: Hearing) -> str:
    what = item(hearing, event.item) if event.item else "The meeting"
    return f"{what} continued to {date_and_time(local(hearing, event.to))}, {event.place}"


@line.register
def _(event: RecordLeftOpen, _entry: Entry, hearing: Hearing) -> str:
    return f"Record of {item(hearing, event.item)} left open until {date_and_time(local(hearing, event.until))}"


@line.register
def _(event: ItemDisposedOf, _entry: Entry, hearing: Hearing) -> str:
    return f"{item(hearing, event.item)} {event.disposition.words}{because(event.note)}"


@line.register
def _(event: ItemWithdrawn, _entry: Entry, hearing: Hearing) -> str:
    return f"{item(hearing, event.item)} withdrawn from the agenda{because(event.reason)}"


@line.register
def _(event: ItemRuled, _entry: Entry, hearing: Hearing) -> str:
    limit = f"{spoken(event.limit)} each" if event.limit is not None else "untimed"
    cap = f", {spoken(event.cap)} in all" if event.cap is not None else ""
    own = "; its own limits for groups, officials and others" if event.own is not None else ""
    return f"{item(hearing, event.item)} has its own rule: {event.kind.word.lower()}, {limit}{cap}{own}"


@line.register
def _(event: HearingStepTaken, _entry: Entry, hearing: Hearing) -> str:
    return f"{item(hearing, event.item)}: {event.step}"


@line.register
def _(event: LimitChanged, _entry: Entry, hearing: Hearing) -> str:
    before = f" from {spoken(event.old)}" if event.old is not None else ""
    return f"Limit on {item(hearing, event.item)} changed{before} to {spoken(event.new)} by {event.ordered_by}"


@line.register
def _(event: CapExtended, _entry: Entry, hearing: Hearing) -> str:
    return f"Time for {item(hearing, event.item)} extended by {spoken(event.by)} by {event.ordered_by}"
