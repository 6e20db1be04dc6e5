"""The words of the entries of hearingdesk.domain.events.session."""

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
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.members import quorum_words
from hearingdesk.domain.spans import spoken
from hearingdesk.domain.values import OathForm
from hearingdesk.domain.wording.root import because, line, member, who


@line.register
def _(event: HearingPrepared, _entry: Entry, _hearing: Hearing) -> str:
    return f"Record opened: {event.body.name}, {event.meeting.title or event.meeting.kind}"


@line.register
def _(event: MeetingCalledToOrder, _entry: Entry, hearing: Hearing) -> str:
    return f"Called to order, {member(hearing, event.presiding)} presiding{because(event.why_acting)}"


@line.register
def _(event: PresidingPassed, _entry: Entry, hearing: Hearing) -> str:
    return f"{member(hearing, event.to)} presides{because(event.reason)}"


@line.register
def _(event: RollCalled, _entry: Entry, _hearing: Hearing) -> str:
    here = sum(line.attendance.here for line in event.roll)
    return f"Roll called: {here} of {len(event.roll)} present"


@line.register
def _(event: MemberArrived, entry: Entry, hearing: Hearing) -> str:
    remote = " (remote)" if event.remote else ""
    return f"{member(hearing, event.member)} arrived{remote}{quorum_words(hearing, event.member, entry.at)}"


@line.register
def _(event: MemberDeparted, entry: Entry, hearing: Hearing) -> str:
    return f"{member(hearing, event.member)} left{quorum_words(hearing, event.member, entry.at)}"


@line.register
def _(event: OathTaken, _entry: Entry, hearing: Hearing) -> str:
    people = who(hearing, event.slips[0]) if len(event.slips) == 1 else f"{len(event.slips)} people"
    if event.form is OathForm.EXEMPT:
        return f"{people} exempt from the oath{because(event.why)}"
    card = " on the card" if event.on_card else ""
    return f"{people} {event.form.value}{card}" + (f" by {event.by}" if event.by else "")


@line.register
def _(event: RecessPlanned, _entry: Entry, hearing: Hearing) -> str:
    at = clock_time(local(hearing, event.at))
    return f"Break planned for {at}, {spoken(event.length)}" if event.length else f"Break planned for {at} taken back"


@line.register
def _(event: MeetingRecessed, _entry: Entry, hearing: Hearing) -> str:
    back = f", back at {clock_time(local(hearing, event.back_at))}" if event.back_at else ""
    return f"Recess{because(event.reason)}{back}"


@line.register
def _(_event: MeetingReconvened, _entry: Entry, _hearing: Hearing) -> str:
    return "Reconvened"


@line.register
def _(event: MeetingAdjourned, _entry: Entry, _hearing: Hearing) -> str:
    return f"Adjourned {event.how}".rstrip()


@line.register
def _(event: RecordingStarted, entry: Entry, hearing: Hearing) -> str:
    return f"Recording started at {clock_time(local(hearing, event.began or entry.at), seconds=True)}"


@line.register
def _(event: RecordHandedOver, _entry: Entry, _hearing: Hearing) -> str:
    return f"Record handed over to {event.to}"
