"""Rules of the meeting as a whole: preparing, order, roll, presence, recess, adjournment (H-01, M-05)."""

from datetime import datetime, timedelta
from zoneinfo import available_timezones

from hearingdesk.domain.events import (
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
from hearingdesk.domain.hearing import Hearing, Item, ItemState, Phase
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.rules.root import check, in_order, need_member, need_registration, need_session, refuse_if
from hearingdesk.domain.tally import as_counted
from hearingdesk.domain.values import Body, Concern, Meeting, OathForm, Present

LONGEST_INITIALS = 12


def prepare_hearing(
    hearing: Hearing, body: Body, meeting: Meeting, profile: RuleProfile, concerns: tuple[Concern, ...] = ()
) -> HearingPrepared:
    """Opens the record; the profile and the concern set are snapshots (R-02)."""
    return in_order(hearing, HearingPrepared(body, meeting, profile, concerns))


@check.register
def _(event: HearingPrepared, hearing: Hearing) -> None:
    refuse_if(len(hearing.entries), "This hearing is prepared already.")
    refuse_if(not event.body.name, "The body has no name. Say who meets.")
    refuse_if(len({m.id for m in event.body.members}) < len(event.body.members), "Two members have the same id.")
    refuse_if(event.body.stationery.seal_fault, event.body.stationery.seal_fault)
    unknown = event.meeting.timezone not in available_timezones()
    refuse_if(unknown, f"“{event.meeting.timezone}” is not a time zone. Write it like America/Chicago.")


def call_to_order(hearing: Hearing, presiding: str, why_acting: str = "") -> MeetingCalledToOrder:
    return in_order(hearing, MeetingCalledToOrder(presiding, why_acting))


@check.register
def _(event: MeetingCalledToOrder, hearing: Hearing) -> None:
    refuse_if(hearing.phase is not Phase.PREPARED, "The meeting has been called to order already.")
    need_member(hearing, event.presiding)


def pass_presiding(hearing: Hearing, to: str, reason: str = "") -> PresidingPassed:
    """Another member takes the chair, as when the chair is recused or leaves; whose votes count does not change."""
    return in_order(hearing, PresidingPassed(to, reason.strip()))


@check.register
def _(event: PresidingPassed, hearing: Hearing) -> None:
    need_session(hearing)
    need_member(hearing, event.to)
    name = hearing.member(event.to).name
    refuse_if(event.to == hearing.presiding, f"{name} presides already.")
    refuse_if(hearing.rolled and event.to not in hearing.present, f"{name} is not present.")


def take_oath(
    hearing: Hearing,
    slips: tuple[int, ...],
    form: OathForm = OathForm.SWORN,
    by: str = "",
    *,
    on_card: bool = False,
    why: str = "",
) -> OathTaken:
    """All who intend to speak at once, or one who came late; who is exempt says ``why`` (H-04)."""
    return in_order(hearing, OathTaken(slips, form, by.strip(), on_card, why.strip()))


@check.register
def _(event: OathTaken, hearing: Hearing) -> None:
    need_session(hearing)
    refuse_if(not event.slips, "Nobody is chosen. Choose who takes the oath.")
    refuse_if(len(set(event.slips)) < len(event.slips), "Somebody is named twice.")
    for slip in event.slips:
        one = need_registration(hearing, slip)
        refuse_if(one.oath, f"{one.name} stands on the record already, {one.oath.words if one.oath else ''}.")
    refuse_if(event.form is OathForm.EXEMPT and not event.why, "Say why no oath is asked for, such as: an attorney.")


def call_roll(hearing: Hearing, roll: tuple[Present, ...], staff: tuple[str, ...] = ()) -> RollCalled:
    """The roll names every member once."""
    return in_order(hearing, RollCalled(roll, staff))


@check.register
def _(event: RollCalled, hearing: Hearing) -> None:
    need_session(hearing)
    named = [line.member for line in event.roll]
    members = {member.id for member in hearing.body.members}
    refuse_if(len(set(named)) < len(named), "The roll names a member twice.")
    strangers = sorted(set(named) - members)
    refuse_if(strangers, f"The roll names somebody who is no member: {', '.join(strangers)}.")
    missing = [m.name for m in hearing.body.members if m.id not in named]
    refuse_if(missing, f"The roll leaves out {', '.join(missing)}. Say present, excused or absent for each member.")


def member_arrives(hearing: Hearing, member: str, *, remote: bool = False) -> MemberArrived:
    return in_order(hearing, MemberArrived(member, remote))


@check.register
def _(event: MemberArrived, hearing: Hearing) -> None:
    refuse_if(hearing.phase in (Phase.PREPARED, Phase.ADJOURNED), "Arrivals are recorded while the meeting lasts.")
    need_member(hearing, event.member)
    refuse_if(event.member in hearing.present, f"{hearing.member(event.member).name} is present already.")


def member_departs(hearing: Hearing, member: str) -> MemberDeparted:
    return in_order(hearing, MemberDeparted(member))


@check.register
def _(event: MemberDeparted, hearing: Hearing) -> None:
    refuse_if(hearing.phase in (Phase.PREPARED, Phase.ADJOURNED), "Departures are recorded while the meeting lasts.")
    refuse_if(event.member not in hearing.present, f"{hearing.member(event.member).name} is not present.")


def plan_recess(hearing: Hearing, at: datetime, length: timedelta) -> RecessPlanned:
    """A break to come beside others; of one planned for the same time the new length holds, and zero takes it back.

    The forecast counts them in.
    """
    return in_order(hearing, RecessPlanned(at, length))


@check.register
def _(event: RecessPlanned, hearing: Hearing) -> None:
    refuse_if(hearing.phase is Phase.ADJOURNED, "The meeting is adjourned; there is no break to come.")
    refuse_if(event.at.tzinfo is None, "The time needs its time zone.")
    refuse_if(event.length < timedelta(0), "A break is not shorter than nothing.")
    known = any(one.at == event.at for one in hearing.planned)
    refuse_if(not event.length and not hearing.planned, "No break is planned.")
    refuse_if(not event.length and not known, "No break is planned for that time.")


def recess(hearing: Hearing, reason: str, back_at: datetime | None = None) -> MeetingRecessed:
    """Stops a running clock as well; the speaker keeps the floor and the time left."""
    return in_order(hearing, MeetingRecessed(reason, back_at))


@check.register
def _(event: MeetingRecessed, hearing: Hearing) -> None:
    need_session(hearing)


def reconvene(hearing: Hearing) -> MeetingReconvened:
    return in_order(hearing, MeetingReconvened())


@check.register
def _(event: MeetingReconvened, hearing: Hearing) -> None:
    refuse_if(hearing.phase is not Phase.RECESSED, "The meeting is not in recess.")


def adjourn(hearing: Hearing, how: str = "without objection") -> MeetingAdjourned:
    open_ones = [item for item in hearing.items.values() if item.tally.heard and not item.closed]
    return in_order(hearing, MeetingAdjourned(how, tuple(as_counted(item.id, item.tally) for item in open_ones)))


@check.register
def _(event: MeetingAdjourned, hearing: Hearing) -> None:
    need_session(hearing)
    turn, speaker = hearing.turn, hearing.speaker
    speaking = turn is not None and turn.started is not None
    refuse_if(speaking, f"{speaker.name if speaker else 'Somebody'} is speaking. End the turn first.")
    refuse_if(hearing.motion, "A motion is before the body. Record its vote, or that it was withdrawn, first.")
    open_ = next((item for item in map(hearing.items.__getitem__, hearing.agenda) if _still_open(hearing, item)), None)
    refuse_if(open_, f"People are still waiting on {open_.label if open_ else ''}. " + _how_to_close(open_))


def _still_open(hearing: Hearing, item: Item) -> bool:
    """Taken up, not closed, and somebody still waits or has been called."""
    if item.state not in (ItemState.IN_HAND, ItemState.SUSPENDED) or item.closed:
        return False
    if hearing.continued or item.continued:
        return False  # who waits keeps the place at the continued session
    called = hearing.turn is not None and hearing.turn.item == item.id
    return item.notice.kind.takes_testimony and (bool(item.queue) or called)


def _how_to_close(item: Item | None) -> str:
    first = "Resume it and close" if item and item.state is ItemState.SUSPENDED else "Close"
    return f"{first} its testimony first; they are listed as not reached."


def mark_recording(hearing: Hearing, began: datetime | None = None) -> RecordingStarted:
    """A recording begins now, or ``began`` then (aware): from it media offsets are counted, until the next (M-11)."""
    return in_order(hearing, RecordingStarted(began))


@check.register
def _(event: RecordingStarted, hearing: Hearing) -> None:
    refuse_if(event.began and event.began.tzinfo is None, "The time needs its time zone.")
    adjourned = hearing.adjourned
    over = adjourned and (event.began is None or event.began > adjourned.utc)
    refuse_if(over, "The meeting is adjourned. Say at what time of the meeting the recording began.")
    refuse_if(event.began in {at.utc for at in hearing.recordings}, "The recording is marked at that time already.")


def hand_over(hearing: Hearing, to: str) -> RecordHandedOver:
    """Somebody else keeps the record from here on; every entry they make carries ``to``, their initials (P-13)."""
    return in_order(hearing, RecordHandedOver(to.strip()))


@check.register
def _(event: RecordHandedOver, hearing: Hearing) -> None:
    refuse_if(not event.to, "Say who takes over: the initials.")
    refuse_if(len(event.to) > LONGEST_INITIALS, f"Initials are {LONGEST_INITIALS} letters at most.")
    refuse_if(event.to == hearing.keeper, f"{event.to} keeps the record already.")
