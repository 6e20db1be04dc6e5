"""Rules of the floor: who is called, when the clock runs and stands, how a turn ends (Q-03 to Q-06, T-01 to T-08)."""

from dataclasses import replace
from datetime import timedelta

from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import (
    ClockChanged,
    ClockResumed,
    ClockStopped,
    HandoutReceived,
    InterpreterChanged,
    SpeakerCalled,
    SpeakerNotPresent,
    TimeGranted,
    TurnEnded,
    TurnStarted,
)
from hearingdesk.domain.hearing import Appearance, Hearing, Item, Registration
from hearingdesk.domain.in_force import rules_on
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.rules.root import check, in_order, need_registration, need_session, need_turn, refuse_if
from hearingdesk.domain.spans import spoken
from hearingdesk.domain.timing import allotment, total
from hearingdesk.domain.values import Capacity, Ending, Ground, Interpreter, Mode, Standing, StopReason, TimedAs

LONGEST_BACKDATE = timedelta(minutes=10)


def call_speaker(
    hearing: Hearing,
    slip: int,
    leave: str = "",
    ground: Ground | None = None,
    timed_as: TimedAs | None = None,
) -> SpeakerCalled:
    """Anybody waiting, or not present before, in one act (Q-04).

    A second turn needs a ``ground``, or the chair's ``leave`` in words (Q-06). ``timed_as``: by which of the body's
    limits; None is the usual one, for a rebuttal the rebuttal's (T-12). Ends the turn before. The allotment is fixed
    here and changes only by an act of its own (T-01). A written comment is read aloud by staff, timed like a speaker.
    """
    registration = need_registration(hearing, slip)
    if ground is None and registration.sign_up.mode is Mode.WRITTEN:
        ground = Ground.READ_BY_STAFF
    item = hearing.items[registration.sign_up.item]
    clock = timed_as or (TimedAs.REBUTTAL if ground is Ground.REBUTTAL else TimedAs.ORDINARY)
    given = allotment(rules_on(hearing, item), item.limit, registration, clock)
    turn = hearing.last_turn + 1
    return in_order(hearing, SpeakerCalled(slip, turn, given, leave, registration.donors, ground, clock))


@check.register
def _(event: SpeakerCalled, hearing: Hearing) -> None:
    need_session(hearing)
    registration = need_registration(hearing, event.slip)
    item = _need_item_in_hand(hearing)
    mine = hearing.items[registration.sign_up.item]
    refuse_if(item.id != mine.id, f"{registration.name} is registered on {mine.label}; {item.label} is in hand.")
    need_testimony(item, answer=event.ground is Ground.ANSWER)
    public = registration.sign_up.capacity is Capacity.PUBLIC
    refuse_if(public and not item.notice.kind.takes_testimony, f"{item.label} takes no public testimony.")
    refuse_if(event.donors != registration.donors, f"The allotment counts on the time given to {registration.name}.")
    if public:
        _need_time_left(hearing, item)
    if event.ground is Ground.READ_BY_STAFF:
        _need_readable(hearing, registration, leave=bool(event.leave))
    else:
        need_callable(hearing, registration, leave=bool(event.leave or event.ground))


def _need_readable(hearing: Hearing, registration: Registration, *, leave: bool) -> None:
    """A written comment is read aloud once (domain 7.2)."""
    refuse_if(registration.sign_up.mode is not Mode.WRITTEN, f"{registration.name} handed in no written comment.")
    refuse_if(registration.standing is Standing.SPEAKING, "This comment is being read already.")
    read = any(hearing.appearances[turn].started for turn in registration.turns)
    refuse_if(read and not leave, f"The written comment of {registration.name} was read aloud already.")


def need_testimony(item: Item, *, answer: bool) -> None:
    """Once testimony is closed only an ``answer`` to a member's question is heard (H-02)."""
    closed = f"Testimony on {item.label} is closed. Only an answer to a member's question can still be heard."
    refuse_if(item.closed and not answer, closed)


def _need_time_left(hearing: Hearing, item: Item) -> None:
    """At the cap nobody new is called, and nobody who speaks is cut off (T-11).

    While somebody speaks whose turn may use up the rest, it cannot be told yet whether there is time for another.
    """
    if item.cap is None:
        return
    used_up = f"The {spoken(item.cap)} for {item.label} are used up. To go on, record that the time was extended."
    refuse_if(item.used >= item.cap, used_up)
    turn, speaker = hearing.turn, hearing.speaker
    if turn and speaker and turn.started and speaker.sign_up.capacity is Capacity.PUBLIC:
        whole = total(turn)
        doubtful = whole is None or item.used + max(whole, turn.ran) >= item.cap
        refuse_if(doubtful, f"{speaker.name} may use up the time for {item.label}. End the turn first.")


def need_callable(hearing: Hearing, registration: Registration, *, leave: bool) -> None:
    """Whoever has a turn to come, or is given one by ``leave`` of the chair."""
    match registration.standing:
        case Standing.WAITING | Standing.NO_SHOW:
            pass
        case Standing.NOT_REACHED if leave:
            pass
        case Standing.NEEDS_LEAVE:
            refuse_if(not leave, f"{registration.name} came late; the rule of this body asks for the chair's leave.")
        case Standing.CALLED | Standing.SPEAKING:
            raise OutOfOrder(f"{registration.name} has the floor already.")
        case Standing.FINISHED:
            most = rules_on(hearing, hearing.items[registration.sign_up.item]).turns_per_item
            enough = _turns(hearing, registration) >= most and not leave
            refuse_if(enough, f"{registration.name} has been heard. A second turn needs the chair's leave.")
        case Standing.YIELDED:
            to = hearing.registrations[registration.yielded_to].name
            raise OutOfOrder(f"{registration.name} gave the turn to {to}. Until {to} begins, it can be taken back.")
        case Standing.NOT_SPEAKING if registration.sign_up.mode is Mode.FOR_QUESTIONS:
            refuse_if(
                not leave, f"{registration.name} is here for questions only. To hear an answer, give the chair's leave."
            )
        case Standing.NOT_SPEAKING:
            raise OutOfOrder(f"{registration.name} registered without wishing to speak. Correct the slip first.")
        case _:
            raise OutOfOrder(f"{registration.name} cannot be called: {registration.standing.word.lower()}.")


def _turns(hearing: Hearing, registration: Registration) -> int:
    """How many turns were had; one that was interrupted is gone on with, and counts with its other part."""
    turns = (hearing.appearances[turn] for turn in registration.turns)
    return sum(turn.started is not None and turn.ending is not Ending.INTERRUPTED for turn in turns)


def call_next(hearing: Hearing) -> SpeakerCalled:
    """The first in the queue of the item in hand."""
    need_session(hearing)
    item = _need_item_in_hand(hearing)
    if not item.queue:
        raise OutOfOrder(f"Nobody is waiting on {item.label}.")
    return call_speaker(hearing, item.queue[0])


def start_turn(hearing: Hearing, back: timedelta = timedelta(0)) -> TurnStarted:
    """The clock starts on this act, never on the call (T-02); ``back`` makes good a late press."""
    return in_order(hearing, TurnStarted(need_turn(hearing).turn, back))


@check.register
def _(event: TurnStarted, hearing: Hearing) -> None:
    need_session(hearing)
    turn = need_turn(hearing, event.turn)
    refuse_if(turn.started, "The clock has been started already.")
    refuse_if(event.back < timedelta(0), "A clock cannot start in the future.")
    refuse_if(event.back > LONGEST_BACKDATE, "A start can be put back by ten minutes at most.")


def stop_clock(hearing: Hearing, reason: StopReason, note: str = "", as_of: Moment | None = None) -> ClockStopped:
    """Time from here (or from ``as_of``) on is not charged (T-03)."""
    return in_order(hearing, ClockStopped(need_turn(hearing).turn, reason, note, as_of))


@check.register
def _(event: ClockStopped, hearing: Hearing) -> None:
    turn = _need_started(hearing, event.turn)
    refuse_if(turn.running_since is None, "The clock is stopped already.")
    mistaken = event.reason is StopReason.MISTAKE
    refuse_if(mistaken, "A turn ended by mistake is taken up again; its clock is not stopped for that.")


def resume_clock(hearing: Hearing) -> ClockResumed:
    """Goes on from the same remaining value."""
    return in_order(hearing, ClockResumed(need_turn(hearing).turn))


@check.register
def _(event: ClockResumed, hearing: Hearing) -> None:
    need_session(hearing)
    turn = _need_started(hearing, event.turn)
    refuse_if(turn.running_since is not None, "The clock is running.")


def grant_time(hearing: Hearing, span: timedelta, reason: str = "") -> TimeGranted:
    """Time given by the chair on this turn; below zero takes it (T-08)."""
    return in_order(hearing, TimeGranted(need_turn(hearing).turn, span, reason))


@check.register
def _(event: TimeGranted, hearing: Hearing) -> None:
    turn = need_turn(hearing, event.turn)
    whole = total(turn)
    refuse_if(whole is None, "This turn is untimed; there is nothing to add to.")
    refuse_if(event.span == timedelta(0), "No time was given.")
    refuse_if(whole is not None and whole + event.span < timedelta(0), "That takes more time than was allotted.")


def change_interpreter(hearing: Hearing, interpreter: Interpreter | None) -> InterpreterChanged:
    """Found out during the turn: worked out again from the limit in force when called; what is used stays used."""
    turn = need_turn(hearing)
    registration = need_registration(hearing, turn.slip)
    before = registration.sign_up.interpreter
    refuse_if(before == interpreter, "The interpreter is on the slip already.")
    donors = turn.donors if turn.started else registration.donors
    says = replace(registration, sign_up=replace(registration.sign_up, interpreter=interpreter), donors=donors)
    profile = rules_on(hearing, hearing.items[turn.item])
    given = allotment(profile, turn.limit, gone_on_with(turn, says), turn.timed_as)
    return in_order(hearing, InterpreterChanged(turn.turn, interpreter, given))


def gone_on_with(turn: Appearance, registration: Registration) -> Registration:
    """The slip as it was called: one whose interrupted turn goes on has what was left of that one."""
    return replace(registration, rest=turn.before.rest if turn.before else None)


@check.register
def _(event: InterpreterChanged, hearing: Hearing) -> None:
    need_turn(hearing, event.turn)


def change_clock(hearing: Hearing, timed_as: TimedAs, reason: str = "") -> ClockChanged:
    """Another of the body's limits for this turn, or none: by the chair (T-12). What is used stays used."""
    turn = need_turn(hearing)
    registration = need_registration(hearing, turn.slip)
    refuse_if(turn.timed_as is timed_as, "The turn is timed so already.")
    donors = turn.donors if turn.started else registration.donors
    says = replace(gone_on_with(turn, registration), donors=donors)
    given = allotment(rules_on(hearing, hearing.items[turn.item]), turn.limit, says, timed_as)
    return in_order(hearing, ClockChanged(turn.turn, timed_as, given, reason))


@check.register
def _(event: ClockChanged, hearing: Hearing) -> None:
    need_turn(hearing, event.turn)


def take_handout(hearing: Hearing, text: str, slip: int = 0) -> HandoutReceived:
    """What a speaker hands in, in a few words for the minutes. ``slip`` 0: who has the floor, or was heard last."""
    latest = _latest_turn(hearing, slip) if slip else hearing.last_heard
    if latest is None:
        raise OutOfOrder("Nobody has been heard yet whose handout it could be. Call a speaker first.")
    return in_order(hearing, HandoutReceived(latest.turn, text.strip()))


@check.register
def _(event: HandoutReceived, hearing: Hearing) -> None:
    turn = hearing.appearances.get(event.turn)
    refuse_if(turn is None or turn.started is None, "A handout is listed with a turn that has begun.")
    refuse_if(not event.text, "Say in a few words what was handed in.")


def _latest_turn(hearing: Hearing, slip: int) -> Appearance | None:
    turns = [hearing.appearances[number] for number in need_registration(hearing, slip).turns]
    return next((turn for turn in reversed(turns) if turn.started), None)


def end_turn(hearing: Hearing, ending: Ending = Ending.FINISHED) -> TurnEnded:
    """Nothing but the clerk ends a turn (T-07). After an interrupted one the speaker waits again, with what is left."""
    return in_order(hearing, TurnEnded(need_turn(hearing).turn, ending))


@check.register
def _(event: TurnEnded, hearing: Hearing) -> None:
    _need_started(hearing, event.turn)


def speaker_not_present(hearing: Hearing) -> SpeakerNotPresent:
    """Called and did not come: kept in the tray, to be called again (Q-05)."""
    turn = need_turn(hearing)
    return in_order(hearing, SpeakerNotPresent(turn.slip, turn.turn))


@check.register
def _(event: SpeakerNotPresent, hearing: Hearing) -> None:
    turn = need_turn(hearing, event.turn)
    refuse_if(turn.started, "The speaker has begun; the turn can only be ended.")


def _need_started(hearing: Hearing, number: int) -> Appearance:
    turn = need_turn(hearing, number)
    refuse_if(turn.started is None, "The clock has not been started.")
    return turn


def _need_item_in_hand(hearing: Hearing) -> Item:
    if hearing.item is None:
        raise OutOfOrder("No item is in hand. Take one up before calling a speaker.")
    return hearing.item
