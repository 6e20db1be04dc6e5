"""Effects on what was heard: positions, concerns, summaries."""

from immutables import Map

from hearingdesk.domain.effects.review import kept
from hearingdesk.domain.effects.root import effect, with_registration
from hearingdesk.domain.events import (
    ConcernAdded,
    ConcernDefined,
    ConcernKeyed,
    ConcernRaised,
    ConcernRenamed,
    ConcernsMerged,
    ConcernWithdrawn,
    Entry,
    PositionStated,
    SummaryWritten,
)
from hearingdesk.domain.hearing import Hearing, Registration
from hearingdesk.domain.replacing import replace
from hearingdesk.domain.values import NO_LISTED_CONCERN, Coding, Concern
from hearingdesk.domain.values.concerns import free_key


@effect.register
def _(event: PositionStated, hearing: Hearing, entry: Entry) -> Hearing:
    return with_registration(hearing, replace(hearing.registrations[event.slip], stated=event.position))


@effect.register
def _(event: ConcernAdded, hearing: Hearing, entry: Entry) -> Hearing:
    """On its key; where another came to lie there, by an entry struck or restored since, on the next free one."""
    concern = event.concern
    if any(concern.key and other.key == concern.key for other in hearing.concerns):
        concern = replace(concern, key=free_key(hearing.concerns))
    return replace(hearing, concerns=(*hearing.concerns, concern))


@effect.register
def _(event: ConcernRenamed, hearing: Hearing, entry: Entry) -> Hearing:
    return _with_concern(hearing, replace(_listed(hearing, event.code), label=event.label))


@effect.register
def _(event: ConcernDefined, hearing: Hearing, entry: Entry) -> Hearing:
    return _with_concern(hearing, replace(_listed(hearing, event.code), definition=event.definition))


@effect.register
def _(event: ConcernsMerged, hearing: Hearing, entry: Entry) -> Hearing:
    """Only who has had a turn can have a mark; nobody else is looked at."""
    gone, into = _listed(hearing, event.code), _listed(hearing, event.into)
    hearing = _with_concern(hearing, replace(into, key=into.key or gone.key))
    left = tuple(concern for concern in hearing.concerns if concern.code != gone.code)
    hearing = replace(hearing, concerns=left, retired=(*hearing.retired, replace(gone, key=0)))
    for slip in sorted({turn.slip for turn in hearing.appearances.values()}):
        registration = hearing.registrations.get(slip)
        if registration and (gone.code in registration.marks or registration.codings):
            hearing = with_registration(hearing, _recoded(registration, gone.code, into.code))
    return hearing


def _recoded(registration: Registration, gone: str, into: str) -> Registration:
    """One code for another in the marks and in every coding kept beside them, so that they stay comparable."""

    def told(codes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(into if code == gone else code for code in codes)

    # Two marks of one speaker may become the same; as a set, as a coding is read, they are one.
    codings = Map({coding: tuple(dict.fromkeys(told(codes))) for coding, codes in registration.codings.items()})
    return replace(registration, marks=told(registration.marks), codings=codings)


def _listed(hearing: Hearing, code: str) -> Concern:
    return next(concern for concern in hearing.concerns if concern.code == code)


def _with_concern(hearing: Hearing, concern: Concern) -> Hearing:
    return replace(hearing, concerns=tuple(concern if c.code == concern.code else c for c in hearing.concerns))


@effect.register
def _(event: ConcernKeyed, hearing: Hearing, entry: Entry) -> Hearing:
    concern = _listed(hearing, event.code)
    there = next((c for c in hearing.concerns if event.key and c.key == event.key), None)
    if there is not None:
        hearing = _with_concern(hearing, replace(there, key=concern.key))
    return _with_concern(hearing, replace(concern, key=event.key))


@effect.register
def _(event: ConcernRaised, hearing: Hearing, entry: Entry) -> Hearing:
    """Whoever raises something on the list is no longer one who raised nothing of it."""
    registration = _reviewed(hearing.registrations[event.slip], event.coding)
    marks = registration.marks
    if event.code != NO_LISTED_CONCERN:
        marks = tuple(code for code in marks if code != NO_LISTED_CONCERN)
    return with_registration(hearing, replace(registration, marks=(*marks, event.code)))


@effect.register
def _(event: ConcernWithdrawn, hearing: Hearing, entry: Entry) -> Hearing:
    registration = hearing.registrations[event.slip]
    if event.code not in registration.marks:
        return hearing
    registration = _reviewed(registration, event.coding)
    last = len(registration.marks) - 1 - registration.marks[::-1].index(event.code)
    marks = registration.marks[:last] + registration.marks[last + 1 :]
    return with_registration(hearing, replace(registration, marks=marks))


@effect.register
def _(event: SummaryWritten, hearing: Hearing, entry: Entry) -> Hearing:
    return with_registration(hearing, replace(hearing.registrations[event.slip], summary=event.text))


def _reviewed(registration: Registration, coding: Coding) -> Registration:
    """Before a review changes the marks, the live ones are put by."""
    return kept(registration, Coding.LIVE) if coding is Coding.REVIEW else registration
