"""Effects on the life of the minutes; what is in them stays with the acts that put it there."""

from dataclasses import replace

from hearingdesk.domain.approval import MinutesState, Version
from hearingdesk.domain.effects.root import effect
from hearingdesk.domain.events import (
    CorrectionListed,
    Entry,
    MinutesApproved,
    MinutesPresented,
    MinutesReopened,
    NoteAppended,
)
from hearingdesk.domain.hearing import Hearing


@effect.register
def _(event: MinutesPresented, hearing: Hearing, entry: Entry) -> Hearing:
    return replace(hearing, minutes=replace(hearing.minutes, state=MinutesState.PRESENTED, presented=event.on))


@effect.register
def _(event: CorrectionListed, hearing: Hearing, entry: Entry) -> Hearing:
    listed = (*hearing.minutes.corrections, event.text)
    return replace(hearing, minutes=replace(hearing.minutes, corrections=listed))


@effect.register
def _(event: MinutesApproved, hearing: Hearing, entry: Entry) -> Hearing:
    life = hearing.minutes
    number = len(life.versions) + 1
    version = Version(number, entry.seq, event.on, event.motion, event.head, life.corrections, life.reopened)
    approved = replace(
        life, state=MinutesState.APPROVED, corrections=(), reopened=None, versions=(*life.versions, version)
    )
    return replace(hearing, minutes=approved)


@effect.register
def _(event: MinutesReopened, hearing: Hearing, entry: Entry) -> Hearing:
    return replace(hearing, minutes=replace(hearing.minutes, state=MinutesState.REOPENED, reopened=event))


@effect.register
def _(event: NoteAppended, hearing: Hearing, entry: Entry) -> Hearing:
    return replace(hearing, minutes=replace(hearing.minutes, notes=(*hearing.minutes.notes, event)))
