"""Effects on what was heard: positions, concerns, summaries."""

from dataclasses import replace

from hearingdesk.domain.effects.root import effect, with_registration
from hearingdesk.domain.events import (
    ConcernAdded,
    ConcernRaised,
    ConcernWithdrawn,
    Entry,
    PositionStated,
    SummaryWritten,
)
from hearingdesk.domain.hearing import Hearing


@effect.register
def _(event: PositionStated, hearing: Hearing, entry: Entry) -> Hearing:
    return with_registration(hearing, replace(hearing.registrations[event.slip], stated=event.position))


@effect.register
def _(event: ConcernAdded, hearing: Hearing, entry: Entry) -> Hearing:
    return replace(hearing, concerns=(*hearing.concerns, event.concern))


@effect.register
def _(event: ConcernRaised, hearing: Hearing, entry: Entry) -> Hearing:
    registration = hearing.registrations[event.slip]
    return with_registration(hearing, replace(registration, marks=(*registration.marks, event.code)))


@effect.register
def _(event: ConcernWithdrawn, hearing: Hearing, entry: Entry) -> Hearing:
    registration = hearing.registrations[event.slip]
    if event.code not in registration.marks:
        return hearing
    last = len(registration.marks) - 1 - registration.marks[::-1].index(event.code)
    marks = registration.marks[:last] + registration.marks[last + 1 :]
    return with_registration(hearing, replace(registration, marks=marks))


@effect.register
def _(event: SummaryWritten, hearing: Hearing, entry: Entry) -> Hearing:
    return with_registration(hearing, replace(hearing.registrations[event.slip], summary=event.text))
