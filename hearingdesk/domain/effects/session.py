"""Effects on the meeting as a whole: opening, roll, presence, recess, adjournment."""

from dataclasses import replace

from hearingdesk.domain.effects.floor import stop_clock
from hearingdesk.domain.effects.root import effect, ended
from hearingdesk.domain.events import (
    Entry,
    HearingPrepared,
    MeetingAdjourned,
    MeetingCalledToOrder,
    MeetingRecessed,
    MeetingReconvened,
    MemberArrived,
    MemberDeparted,
    RollCalled,
)
from hearingdesk.domain.hearing import Hearing, Movement, Phase, Recess
from hearingdesk.domain.values import Ending, StopReason


@effect.register
def _(event: HearingPrepared, hearing: Hearing, entry: Entry) -> Hearing:
    return replace(hearing, body=event.body, meeting=event.meeting, profile=event.profile, concerns=event.concerns)


@effect.register
def _(event: MeetingCalledToOrder, hearing: Hearing, entry: Entry) -> Hearing:
    return replace(
        hearing, phase=Phase.IN_SESSION, opened=entry.at, presiding=event.presiding, why_acting=event.why_acting
    )


@effect.register
def _(event: RollCalled, hearing: Hearing, entry: Entry) -> Hearing:
    here = frozenset(line.member for line in event.roll if line.attendance.here)
    return replace(hearing, roll=event.roll, rolled=entry.at, staff=event.staff, present=here)


@effect.register
def _(event: MemberArrived, hearing: Hearing, entry: Entry) -> Hearing:
    movement = Movement(event.member, entry.at, arrived=True, remote=event.remote)
    return replace(hearing, present=hearing.present | {event.member}, movements=(*hearing.movements, movement))


@effect.register
def _(event: MemberDeparted, hearing: Hearing, entry: Entry) -> Hearing:
    movement = Movement(event.member, entry.at, arrived=False)
    return replace(hearing, present=hearing.present - {event.member}, movements=(*hearing.movements, movement))


@effect.register
def _(event: MeetingRecessed, hearing: Hearing, entry: Entry) -> Hearing:
    recess = Recess(event.reason, entry.at, back_at=event.back_at)
    hearing = stop_clock(hearing, entry.at, StopReason.RECESS, event.reason)
    return replace(hearing, phase=Phase.RECESSED, recesses=(*hearing.recesses, recess))


@effect.register
def _(event: MeetingReconvened, hearing: Hearing, entry: Entry) -> Hearing:
    over = tuple(replace(r, end=entry.at) if r.end is None else r for r in hearing.recesses)
    return replace(hearing, phase=Phase.IN_SESSION, recesses=over)


@effect.register
def _(event: MeetingAdjourned, hearing: Hearing, entry: Entry) -> Hearing:
    hearing = ended(hearing, entry.at, Ending.FINISHED)
    return replace(hearing, phase=Phase.ADJOURNED, adjourned=entry.at, adjourned_how=event.how)
