"""What an entry of the journal says in one plain line, the same wherever it is shown."""

from datetime import timedelta
from functools import singledispatch

from hearingdesk.domain.counts import how_many
from hearingdesk.domain.events import (
    AgendaNoticed,
    CapExtended,
    ClockResumed,
    ClockStopped,
    ConcernAdded,
    ConcernDefined,
    ConcernRaised,
    ConcernRenamed,
    ConcernsMerged,
    ConcernWithdrawn,
    ConductNoted,
    Entry,
    EntryStruck,
    Event,
    HearingContinued,
    HearingPrepared,
    InterpreterChanged,
    ItemDisposedOf,
    ItemResumed,
    ItemSuspended,
    ItemTakenUp,
    LimitChanged,
    MeetingAdjourned,
    MeetingCalledToOrder,
    MeetingRecessed,
    MeetingReconvened,
    MemberArrived,
    MemberDeparted,
    MotionDropped,
    MotionMade,
    MotionSeconded,
    PositionStated,
    QueueReordered,
    RecordLeftOpen,
    RegistrationCorrected,
    RollCalled,
    SignUpsImported,
    SpeakerCalled,
    SpeakerMoved,
    SpeakerNotPresent,
    SpeakerRegistered,
    SpeakerReturned,
    SpeakerWithdrawn,
    StrikeLifted,
    SummaryWritten,
    TestimonyClosed,
    TestimonyReopened,
    TimeCeded,
    TimeGranted,
    TimeReclaimed,
    TurnEnded,
    TurnStarted,
    VoteTaken,
)
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import clock_time, date_and_time, local
from hearingdesk.domain.moments import elapsed
from hearingdesk.domain.names import full_name
from hearingdesk.domain.ordering import ORDER_WORDS
from hearingdesk.domain.profile import LateSlips, OrderPolicy
from hearingdesk.domain.spans import clock_text, length_text, spoken
from hearingdesk.domain.values import Allotment, Choice, Ending, MotionResult, VoteMethod


def words(entry: Entry, hearing: Hearing) -> str:
    """The entry in one line, without its time. ``hearing`` is any state that knows the entry, the latest as a rule."""
    return _words(entry.event, entry, hearing)


@singledispatch
def _words(event: Event, _entry: Entry, _hearing: Hearing) -> str:
    raise NotImplementedError(f"There are no words for {type(event).__name__}.")


def _who(hearing: Hearing, slip: int) -> str:
    registration = hearing.registrations.get(slip)
    return registration.name if registration else _struck_name(hearing, slip)


def _struck_name(hearing: Hearing, slip: int) -> str:
    """Whose slip it was, as first registered: a strike takes the registration, never the name on the record."""
    for entry in hearing.entries:
        match entry.event:
            case SpeakerRegistered(slip=number, sign_up=sign_up) if number == slip:
                return full_name(sign_up, slip)
            case SignUpsImported(first_slip=first, sign_ups=sign_ups) if 0 <= slip - first < len(sign_ups):
                return full_name(sign_ups[slip - first], slip)
    return f"Speaker {slip}"


def _whose(hearing: Hearing, turn: int) -> str:
    appearance = hearing.appearances.get(turn)
    return _who(hearing, appearance.slip) if appearance else "The speaker"


def _item(hearing: Hearing, item: str) -> str:
    found = hearing.items.get(item)
    return found.label if found else f"Item {item}"


def _member(hearing: Hearing, member: str) -> str:
    return hearing.member(member).name


def _because(reason: str) -> str:
    return f": {reason}" if reason else ""


@_words.register
def _(event: HearingPrepared, _entry: Entry, _hearing: Hearing) -> str:
    return f"Record opened: {event.body.name}, {event.meeting.title or event.meeting.kind}"


@_words.register
def _(event: MeetingCalledToOrder, _entry: Entry, hearing: Hearing) -> str:
    return f"Called to order, {_member(hearing, event.presiding)} presiding{_because(event.why_acting)}"


@_words.register
def _(event: RollCalled, _entry: Entry, _hearing: Hearing) -> str:
    here = sum(line.attendance.here for line in event.roll)
    return f"Roll called: {here} of {len(event.roll)} present"


@_words.register
def _(event: MemberArrived, _entry: Entry, hearing: Hearing) -> str:
    return f"{_member(hearing, event.member)} arrived" + (" (remote)" if event.remote else "")


@_words.register
def _(event: MemberDeparted, _entry: Entry, hearing: Hearing) -> str:
    return f"{_member(hearing, event.member)} left"


@_words.register
def _(event: MeetingRecessed, _entry: Entry, hearing: Hearing) -> str:
    back = f", back at {clock_time(local(hearing, event.back_at))}" if event.back_at else ""
    return f"Recess{_because(event.reason)}{back}"


@_words.register
def _(_event: MeetingReconvened, _entry: Entry, _hearing: Hearing) -> str:
    return "Reconvened"


@_words.register
def _(event: MeetingAdjourned, _entry: Entry, _hearing: Hearing) -> str:
    return f"Adjourned {event.how}".rstrip()


@_words.register
def _(event: AgendaNoticed, _entry: Entry, _hearing: Hearing) -> str:
    return f"Agenda noticed: {how_many(len(event.items), 'item')}"


@_words.register
def _(event: ItemTakenUp, _entry: Entry, hearing: Hearing) -> str:
    return f"{_item(hearing, event.item)} taken up{_because(event.reason)}"


@_words.register
def _(event: ItemSuspended, _entry: Entry, hearing: Hearing) -> str:
    until = f" until after {_item(hearing, event.until_after)}" if event.until_after else ""
    return f"{_item(hearing, event.item)} suspended{until}{_because(event.reason)}"


@_words.register
def _(event: ItemResumed, _entry: Entry, hearing: Hearing) -> str:
    return f"{_item(hearing, event.item)} resumed"


@_words.register
def _(event: TestimonyClosed, _entry: Entry, hearing: Hearing) -> str:
    return f"Testimony closed on {_item(hearing, event.item)}"


@_words.register
def _(event: TestimonyReopened, _entry: Entry, hearing: Hearing) -> str:
    return f"Testimony reopened on {_item(hearing, event.item)}{_because(event.reason)}"


@_words.register
def _(event: HearingContinued, _entry: Entry, hearing: Hearing) -> str:
    what = _item(hearing, event.item) if event.item else "The meeting"
    return f"{what} continued to {date_and_time(local(hearing, event.to))}, {event.place}"


@_words.register
def _(event: RecordLeftOpen, _entry: Entry, hearing: Hearing) -> str:
    return f"Record of {_item(hearing, event.item)} left open until {date_and_time(local(hearing, event.until))}"


@_words.register
def _(event: ItemDisposedOf, _entry: Entry, hearing: Hearing) -> str:
    return f"{_item(hearing, event.item)} {event.disposition.words}{_because(event.note)}"


@_words.register
def _(event: LimitChanged, _entry: Entry, hearing: Hearing) -> str:
    before = f" from {spoken(event.old)}" if event.old is not None else ""
    return f"Limit on {_item(hearing, event.item)} changed{before} to {spoken(event.new)} by {event.ordered_by}"


@_words.register
def _(event: CapExtended, _entry: Entry, hearing: Hearing) -> str:
    return f"Time for {_item(hearing, event.item)} extended by {spoken(event.by)} by {event.ordered_by}"


@_words.register
def _(event: SpeakerRegistered, _entry: Entry, hearing: Hearing) -> str:
    return f"Slip {event.slip}: {_who(hearing, event.slip)}" + (_late(hearing) if event.late else "")


def _late(hearing: Hearing) -> str:
    match hearing.profile.late_slips:
        case LateSlips.REFUSE:
            return " (late, listed as not heard)"
        case LateSlips.CHAIRS_LEAVE:
            return " (late, needs the chair's leave)"
        case _:
            return " (late)"


@_words.register
def _(event: SignUpsImported, _entry: Entry, _hearing: Hearing) -> str:
    return f"{how_many(len(event.sign_ups), 'slip')} imported from {event.source}"


@_words.register
def _(event: RegistrationCorrected, _entry: Entry, hearing: Hearing) -> str:
    return f"Slip {event.slip} corrected, {_who(hearing, event.slip)}{_because(event.reason)}"


@_words.register
def _(event: SpeakerWithdrawn, _entry: Entry, hearing: Hearing) -> str:
    return f"{_who(hearing, event.slip)} withdrew{_because(event.reason)}"


@_words.register
def _(event: TimeCeded, _entry: Entry, hearing: Hearing) -> str:
    return f"{_who(hearing, event.slip)} gives the turn to {_who(hearing, event.to)}{_working(event.allotment)}"


@_words.register
def _(event: TimeReclaimed, _entry: Entry, hearing: Hearing) -> str:
    return f"{_who(hearing, event.slip)} takes the turn back{_working(event.allotment)}"


def _working(allotment: Allotment | None) -> str:
    return f" ({allotment.working})" if allotment else ""


@_words.register
def _(event: SpeakerMoved, _entry: Entry, hearing: Hearing) -> str:
    place = "next" if event.place == 0 else f"place {event.place + 1}"
    return f"{_who(hearing, event.slip)} moved to {place}{_because(event.reason)}"


@_words.register
def _(event: QueueReordered, _entry: Entry, hearing: Hearing) -> str:
    return f"Queue of {_item(hearing, event.item)} put in order {how_ordered(event)}{_because(event.reason)}"


def how_ordered(event: QueueReordered) -> str:
    """``drawn by lot (seed “5 Feb”)``, ``in batches, each alternating for and against``."""
    batches = event.policy is OrderPolicy.BATCHES and event.inside is not OrderPolicy.SIGN_UP
    inside = f", each {ORDER_WORDS[event.inside]}" if batches else ""
    drawn = OrderPolicy.LOTTERY in (event.policy, event.inside)
    return f"{ORDER_WORDS[event.policy]}{inside}" + (f" (seed “{event.seed}”)" if drawn else "")


@_words.register
def _(event: SpeakerCalled, _entry: Entry, hearing: Hearing) -> str:
    leave = f", {event.leave}" if event.leave else ""
    return f"{_who(hearing, event.slip)} called ({event.allotment.working}{leave})"


@_words.register
def _(event: TurnStarted, _entry: Entry, hearing: Hearing) -> str:
    back = f", put back {spoken(event.back)}" if event.back else ""
    return f"{_whose(hearing, event.turn)} began{back}"


@_words.register
def _(event: ClockStopped, _entry: Entry, _hearing: Hearing) -> str:
    return f"Clock stopped: {event.reason.word}" + (f", {event.note}" if event.note else "")


@_words.register
def _(event: ClockResumed, entry: Entry, hearing: Hearing) -> str:
    turn = hearing.appearances.get(event.turn)
    stood = [elapsed(stop.start, stop.end) for stop in turn.stops if stop.end == entry.at] if turn else []
    return "Clock resumed" + (f" ({length_text(stood[0])})" if stood else "")


@_words.register
def _(event: TimeGranted, _entry: Entry, _hearing: Hearing) -> str:
    given = event.span > timedelta(0)
    span = event.span if given else -event.span
    return f"{clock_text(span)} {'given' if given else 'taken'} by the chair{_because(event.reason)}"


@_words.register
def _(event: InterpreterChanged, _entry: Entry, _hearing: Hearing) -> str:
    language = event.interpreter.language if event.interpreter else ""
    who = f"Interpreter: {language or event.interpreter.kind.value}" if event.interpreter else "No interpreter"
    return f"{who} ({event.allotment.working})"


_ENDINGS = {Ending.FINISHED: "done", Ending.YIELDED_BACK: "yields the rest", Ending.REMOVED: "removed from the room"}


@_words.register
def _(event: TurnEnded, _entry: Entry, hearing: Hearing) -> str:
    return f"{_whose(hearing, event.turn)} {_ENDINGS[event.ending]}"


@_words.register
def _(event: SpeakerNotPresent, _entry: Entry, hearing: Hearing) -> str:
    return f"{_who(hearing, event.slip)} called, not present"


@_words.register
def _(event: SpeakerReturned, _entry: Entry, hearing: Hearing) -> str:
    return f"{_who(hearing, event.slip)} back in the queue, next"


@_words.register
def _(event: ConductNoted, _entry: Entry, hearing: Hearing) -> str:
    who = _who(hearing, event.slip) if event.slip else "Somebody in the room"
    why = " (force, or a true threat of it)" if event.force_or_threat else ""
    said = f": “{event.words}”" if event.words else ""
    return f"{who} {event.measure.words}{why}{said}"


@_words.register
def _(event: PositionStated, _entry: Entry, hearing: Hearing) -> str:
    return f"{_who(hearing, event.slip)} states: {event.position.word}"


@_words.register
def _(event: ConcernAdded, _entry: Entry, _hearing: Hearing) -> str:
    return f"New concern: {event.concern.label}"


@_words.register
def _(event: ConcernRenamed, _entry: Entry, _hearing: Hearing) -> str:
    return f"Concern {event.code} renamed: {event.label}"


@_words.register
def _(event: ConcernDefined, _entry: Entry, hearing: Hearing) -> str:
    return f"{hearing.concern(event.code).label} defined: {event.definition}"


@_words.register
def _(event: ConcernsMerged, _entry: Entry, hearing: Hearing) -> str:
    return f"{hearing.concern(event.code).label} merged into {hearing.concern(event.into).label}"


@_words.register
def _(event: ConcernRaised, _entry: Entry, hearing: Hearing) -> str:
    return f"{hearing.concern(event.code).label} raised"


@_words.register
def _(event: ConcernWithdrawn, _entry: Entry, hearing: Hearing) -> str:
    return f"{hearing.concern(event.code).label} taken off {_who(hearing, event.slip)}"


@_words.register
def _(event: SummaryWritten, _entry: Entry, hearing: Hearing) -> str:
    return f"Summary written for {_who(hearing, event.slip)}"


@_words.register
def _(event: MotionMade, _entry: Entry, hearing: Hearing) -> str:
    second = f", seconded by {_member(hearing, event.seconder)}" if event.seconder else ""
    return f"{_member(hearing, event.mover)} moved: {event.text}{second}"


@_words.register
def _(event: MotionSeconded, _entry: Entry, hearing: Hearing) -> str:
    return f"Seconded by {_member(hearing, event.seconder)}"


_METHODS = {VoteMethod.ROLL_CALL: "roll call", VoteMethod.VOICE: "voice vote", VoteMethod.CONSENT: "general consent"}


@_words.register
def _(event: VoteTaken, _entry: Entry, _hearing: Hearing) -> str:
    by_name = f" {event.count(Choice.AYE)}–{event.count(Choice.NO)}" if event.votes else ""
    return f"Motion {event.result.value}{by_name}, {_METHODS[event.method]}"


@_words.register
def _(event: MotionDropped, _entry: Entry, _hearing: Hearing) -> str:
    return "Motion withdrawn" if event.result is MotionResult.WITHDRAWN else "Motion failed for want of a second"


@_words.register
def _(event: EntryStruck, _entry: Entry, hearing: Hearing) -> str:
    return f"Entry {event.seq} struck{_quoted(hearing, event.seq)}{_because(event.reason)}"


@_words.register
def _(event: StrikeLifted, _entry: Entry, hearing: Hearing) -> str:
    return f"Entry {event.seq} restored{_quoted(hearing, event.seq)}"


def _quoted(hearing: Hearing, seq: int) -> str:
    """What the entry said, so that nobody has to look it up."""
    return f" (“{words(hearing.entries[seq - 1], hearing)}”)" if 0 < seq <= len(hearing.entries) else ""
