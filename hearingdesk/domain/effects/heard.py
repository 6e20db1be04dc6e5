"""Effects on what was heard: positions, concerns, summaries."""

from dataclasses import replace

from hearingdesk.domain.effects.root import effect, with_registration
from hearingdesk.domain.events import (
    ConcernAdded,
    ConcernDefined,
    ConcernRaised,
    ConcernRenamed,
    ConcernsMerged,
    ConcernWithdrawn,
    Entry,
    PositionStated,
    SummaryWritten,
)
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.values import Concern


@effect.register
def _(event: PositionStated, hearing: Hearing, entry: Entry) -> Hearing:
    return with_registration(hearing, replace(hearing.registrations[event.slip], stated=event.position))


@effect.register
def _(event: ConcernAdded, hearing: Hearing, entry: Entry) -> Hearing:
    return replace(hearing, concerns=(*hearing.concerns, event.concern))


@effect.register
def _(event: ConcernRenamed, hearing: Hearing, entry: Entry) -> Hearing:
    return _with_concern(hearing, replace(_listed(hearing, event.code), label=event.label))


@effect.register
def _(event: ConcernDefined, hearing: Hearing, entry: Entry) -> Hearing:
    return _with_concern(hearing, replace(_listed(hearing, event.code), definition=event.definition))


@effect.register
def _(event: ConcernsMerged, hearing: Hearing, entry: Entry) -> Hearing:
    """Only who has had a turn can have a mark; nobody else is looked at."""
    gone, kept = _listed(hearing, event.code), _listed(hearing, event.into)
    hearing = _with_concern(hearing, replace(kept, key=kept.key or gone.key))
    left = tuple(concern for concern in hearing.concerns if concern.code != gone.code)
    hearing = replace(hearing, concerns=left, retired=(*hearing.retired, replace(gone, key=0)))
    for slip in sorted({turn.slip for turn in hearing.appearances.values()}):
        registration = hearing.registrations.get(slip)
        if registration and gone.code in registration.marks:
            marks = tuple(kept.code if code == gone.code else code for code in registration.marks)
            hearing = with_registration(hearing, replace(registration, marks=marks))
    return hearing


def _listed(hearing: Hearing, code: str) -> Concern:
    return next(concern for concern in hearing.concerns if concern.code == code)


def _with_concern(hearing: Hearing, concern: Concern) -> Hearing:
    return replace(hearing, concerns=tuple(concern if c.code == concern.code else c for c in hearing.concerns))


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
