"""Effects on the meeting as a whole: opening, roll, presence, recess, adjournment."""

from dataclasses import replace
from datetime import timedelta

from hearingdesk.domain.effects.agenda import put_aside
from hearingdesk.domain.effects.floor import stop_clock
from hearingdesk.domain.effects.root import effect, unreached, with_item, with_registration
from hearingdesk.domain.events import (
    Entry,
    HearingPrepared,
    MeetingAdjourned,
    MeetingCalledToOrder,
    MeetingRecessed,
    MeetingReconvened,
    MemberArrived,
    MemberDeparted,
    OathTaken,
    PresidingPassed,
    RecessPlanned,
    RecordHandedOver,
    RecordingStarted,
    RollCalled,
)
from hearingdesk.domain.hearing import Hearing, Movement, Oath, Phase, Recess
from hearingdesk.domain.moments import Moment, in_time, moment
from hearingdesk.domain.values import Attendance, StopReason

A_LITTLE_EARLY = timedelta(minutes=15)
"""A break planned for so soon is the one that is taken."""


@effect.register
def _(event: HearingPrepared, hearing: Hearing, entry: Entry) -> Hearing:
    return replace(hearing, body=event.body, meeting=event.meeting, profile=event.profile, concerns=event.concerns)


@effect.register
def _(event: MeetingCalledToOrder, hearing: Hearing, entry: Entry) -> Hearing:
    return replace(
        hearing,
        phase=Phase.IN_SESSION,
        opened=entry.at,
        presiding=event.presiding,
        first_presiding=event.presiding,
        why_acting=event.why_acting,
    )


@effect.register
def _(event: PresidingPassed, hearing: Hearing, entry: Entry) -> Hearing:
    return replace(hearing, presiding=event.to, presidings=(*hearing.presidings, (entry.at, event)))


@effect.register
def _(event: RollCalled, hearing: Hearing, entry: Entry) -> Hearing:
    here = frozenset(line.member for line in event.roll if line.attendance.here)
    hearing = replace(hearing, roll_checked=entry.at)
    if hearing.rolled:
        return _checked_again(hearing, event, here, entry.at)
    return replace(hearing, roll=event.roll, rolled=entry.at, staff=event.staff, present=here)


def _checked_again(hearing: Hearing, event: RollCalled, here: frozenset[str], at: Moment) -> Hearing:
    """A later roll call leaves the opening roll as it was; who came or went since is put down as such."""
    remote = {line.member for line in event.roll if line.attendance is Attendance.REMOTE}
    came = [Movement(m, at, arrived=True, remote=m in remote) for m in sorted(here - hearing.present)]
    left = [Movement(m, at, arrived=False) for m in sorted(hearing.present - here)]
    staff = event.staff or hearing.staff
    return replace(hearing, present=here, staff=staff, movements=(*hearing.movements, *came, *left))


@effect.register
def _(event: MemberArrived, hearing: Hearing, entry: Entry) -> Hearing:
    movement = Movement(event.member, entry.at, arrived=True, remote=event.remote)
    return replace(hearing, present=hearing.present | {event.member}, movements=(*hearing.movements, movement))


@effect.register
def _(event: MemberDeparted, hearing: Hearing, entry: Entry) -> Hearing:
    movement = Movement(event.member, entry.at, arrived=False)
    return replace(hearing, present=hearing.present - {event.member}, movements=(*hearing.movements, movement))


@effect.register
def _(event: OathTaken, hearing: Hearing, entry: Entry) -> Hearing:
    oath = Oath(event.form, entry.at, event.by, event.on_card, event.why)
    for slip in event.slips:
        hearing = with_registration(hearing, replace(hearing.registrations[slip], oath=oath))
    item = hearing.item
    return hearing if item is None else with_item(hearing, replace(item, oaths=(*item.oaths, (entry.at, event))))


@effect.register
def _(event: RecessPlanned, hearing: Hearing, entry: Entry) -> Hearing:
    others = tuple(one for one in hearing.planned if one.at != event.at)
    added = (event,) if event.length > timedelta(0) else ()
    return replace(hearing, planned=tuple(sorted((*others, *added), key=lambda one: one.at)))


@effect.register
def _(event: MeetingRecessed, hearing: Hearing, entry: Entry) -> Hearing:
    recess = Recess(event.reason, entry.at, back_at=event.back_at)
    hearing = stop_clock(hearing, entry.at, StopReason.RECESS, event.reason)
    until = max(event.back_at or entry.at.utc, entry.at.utc + A_LITTLE_EARLY)
    planned = tuple(one for one in hearing.planned if one.at > until)
    return replace(hearing, phase=Phase.RECESSED, recesses=(*hearing.recesses, recess), planned=planned)


@effect.register
def _(event: MeetingReconvened, hearing: Hearing, entry: Entry) -> Hearing:
    over = tuple(replace(r, end=entry.at) if r.end is None else r for r in hearing.recesses)
    return replace(hearing, phase=Phase.IN_SESSION, recesses=over)


@effect.register
def _(event: MeetingAdjourned, hearing: Hearing, entry: Entry) -> Hearing:
    hearing = put_aside(hearing, entry.at)
    for item in hearing.agenda:
        hearing = unreached(hearing, item)
    for counted in event.counted:
        hearing = with_item(hearing, replace(hearing.items[counted.item], frozen=(entry.at, counted)))
    return replace(hearing, phase=Phase.ADJOURNED, adjourned=entry.at, adjourned_how=event.how)


@effect.register
def _(event: RecordingStarted, hearing: Hearing, entry: Entry) -> Hearing:
    began = moment(event.began) if event.began else entry.at
    return replace(hearing, recordings=tuple(sorted({*hearing.recordings, began}, key=in_time)))


@effect.register
def _(event: RecordHandedOver, hearing: Hearing, entry: Entry) -> Hearing:
    return replace(hearing, keeper=event.to)
