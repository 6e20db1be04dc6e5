"""Effects of a hearing's life beyond one evening: continued, reopened, its record left open."""

from dataclasses import replace

from hearingdesk.domain.effects.agenda import put_aside
from hearingdesk.domain.effects.registration import placed
from hearingdesk.domain.effects.root import effect, ended, with_item
from hearingdesk.domain.events import Entry, HearingContinued, RecordLeftOpen, TestimonyReopened
from hearingdesk.domain.hearing import Hearing, Reopening
from hearingdesk.domain.values import Ending, Standing


@effect.register
def _(event: HearingContinued, hearing: Hearing, entry: Entry) -> Hearing:
    """A continued item is no longer in hand; those who wait on it stay as they are."""
    if not event.item:
        return replace(hearing, continued=event)
    if hearing.in_hand == event.item:
        hearing = put_aside(hearing, entry.at)
    return with_item(hearing, replace(hearing.items[event.item], continued=event))


@effect.register
def _(event: TestimonyReopened, hearing: Hearing, entry: Entry) -> Hearing:
    hearing = ended(hearing, entry.at, Ending.FINISHED)
    item = hearing.items[event.item]
    if item.closed is None:
        return hearing
    again = Reopening(item.closed, entry.at, event.reason)
    hearing = with_item(hearing, replace(item, closed=None, not_reached=(), reopenings=(*item.reopenings, again)))
    for slip in item.not_reached:
        registration = hearing.registrations[slip]
        if registration.standing is Standing.NOT_REACHED and registration.sign_up.item == item.id:
            hearing = placed(hearing, slip)
    return hearing


@effect.register
def _(event: RecordLeftOpen, hearing: Hearing, entry: Entry) -> Hearing:
    return with_item(hearing, replace(hearing.items[event.item], record_open=event.until))
