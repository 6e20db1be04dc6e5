"""Effects of the legal hold."""

from dataclasses import replace

from hearingdesk.domain.effects.root import effect
from hearingdesk.domain.events import Entry, LegalHoldLifted, LegalHoldPlaced
from hearingdesk.domain.hearing import Hearing


@effect.register
def _(event: LegalHoldPlaced, hearing: Hearing, entry: Entry) -> Hearing:
    return replace(hearing, hold=(entry.at, event.reason))


@effect.register
def _(event: LegalHoldLifted, hearing: Hearing, entry: Entry) -> Hearing:
    return replace(hearing, hold=None)
