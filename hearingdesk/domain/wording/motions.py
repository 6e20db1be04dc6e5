"""The words of the entries of hearingdesk.domain.events.motions."""

from hearingdesk.domain.events import Entry, MotionAmended, MotionDropped, MotionMade, MotionSeconded, VoteTaken
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.values import Choice, MotionResult, VoteMethod
from hearingdesk.domain.wording.root import line, member


@line.register
def _(event: MotionMade, _entry: Entry, hearing: Hearing) -> str:
    second = f", seconded by {member(hearing, event.seconder)}" if event.seconder else ""
    verb = "moved to amend" if event.amends else "moved"
    return f"{member(hearing, event.mover)} {verb}: {event.text}{second}"


@line.register
def _(event: MotionAmended, _entry: Entry, hearing: Hearing) -> str:
    return f"Friendly amendment by {member(hearing, event.offered_by)}; the motion reads: {event.text}"


@line.register
def _(event: MotionSeconded, _entry: Entry, hearing: Hearing) -> str:
    return f"Seconded by {member(hearing, event.seconder)}"


_METHODS = {VoteMethod.ROLL_CALL: "roll call", VoteMethod.VOICE: "voice vote", VoteMethod.CONSENT: "general consent"}


@line.register
def _(event: VoteTaken, _entry: Entry, hearing: Hearing) -> str:
    by_name = f" {event.count(Choice.AYE)}–{event.count(Choice.NO)}" if event.votes else ""
    what = "Amendment" if any(m.number == event.motion and m.amends for m in hearing.motions) else "Motion"
    how = "division" if event.division else _METHODS[event.method]
    return f"{what} {event.result.value}{by_name}, {how}"


@line.register
def _(event: MotionDropped, _entry: Entry, _hearing: Hearing) -> str:
    return "Motion withdrawn" if event.result is MotionResult.WITHDRAWN else "Motion failed for want of a second"
