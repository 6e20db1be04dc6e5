"""Rules of turns set right: the wrong person's clock, one ended by mistake, one that the clock missed (domain 7.2)."""

from dataclasses import replace
from datetime import datetime, timedelta

from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import AppearanceEntered, TurnMoved, TurnReopened
from hearingdesk.domain.hearing import Appearance, Hearing, Phase, Registration
from hearingdesk.domain.in_force import limit_at, rules_on
from hearingdesk.domain.moments import Moment, elapsed
from hearingdesk.domain.rules.floor import need_callable, need_testimony
from hearingdesk.domain.rules.root import check, in_order, need_registration, need_session, refuse_if
from hearingdesk.domain.spans import spoken
from hearingdesk.domain.timing import allotment
from hearingdesk.domain.values import Capacity, Ending, Ground, Standing

BY_MISTAKE = timedelta(seconds=60)
"""How long a turn ended by mistake is taken up again without a reason."""

LONGEST_TURN = timedelta(hours=4)

_HAD_A_PLACE = (Standing.WAITING, Standing.NO_SHOW, Standing.NEEDS_LEAVE)


def move_turn(hearing: Hearing, to: int, leave: str = "", ground: Ground | None = None) -> TurnMoved:
    """The wrong person was started: the turn on the floor, or the one just ended, is that of ``to``.

    The time used goes along, and so does what was noted; whose turn it never was goes back to where they were.
    """
    turn = _need_heard(hearing)
    right, noted = need_registration(hearing, to), hearing.registrations[turn.slip]
    if turn.before is not None and noted.sign_up.interpreter != turn.before.sign_up.interpreter:
        right = replace(right, sign_up=replace(right.sign_up, interpreter=noted.sign_up.interpreter))
    given = allotment(rules_on(hearing, hearing.items[turn.item]), turn.limit, right, turn.timed_as)
    return in_order(hearing, TurnMoved(turn.turn, turn.slip, to, given, right.donors, leave, ground))


@check.register
def _(event: TurnMoved, hearing: Hearing) -> None:
    need_session(hearing)
    turn = _need_heard(hearing, event.turn)
    wrong, right = hearing.registrations[turn.slip], need_registration(hearing, event.to)
    item = hearing.items[turn.item]
    refuse_if(right.slip == wrong.slip, f"The clock is {wrong.name}'s already.")
    refuse_if(right.sign_up.item != item.id, f"{right.name} is not registered on {item.label}. Move the slip first.")
    refuse_if(hearing.in_hand != item.id, f"{item.label} is not in hand any more.")
    place = turn.before is not None and turn.before.standing in _HAD_A_PLACE
    refuse_if(item.closed and place, f"Testimony on {item.label} is closed; {wrong.name} cannot go back to the queue.")
    public = right.sign_up.capacity is Capacity.PUBLIC
    refuse_if(public and not item.notice.kind.takes_testimony, f"{item.label} takes no public testimony.")
    refuse_if(event.donors != right.donors, f"The allotment counts on the time given to {right.name}.")
    need_testimony(item, answer=event.ground is Ground.ANSWER or turn.ground is Ground.ANSWER or not turn.ended)
    need_callable(hearing, right, leave=bool(event.leave or event.ground))


def reopen_turn(
    hearing: Hearing, now: Moment | None = None, reason: str = "", *, charged: bool = False
) -> TurnReopened:
    """The turn heard last was ended by mistake, or its line is back: it goes on, whoever was called meanwhile is next.

    ``now`` tells how long ago it ended; later than a minute, or where it is not told, this needs a ``reason``.
    ``charged``: the time between is the speaker's.
    """
    turn = _need_heard(hearing)
    gap = elapsed(turn.ended, now) if turn.ended and now else None
    return in_order(hearing, TurnReopened(turn.turn, gap, charged, reason.strip()))


@check.register
def _(event: TurnReopened, hearing: Hearing) -> None:
    need_session(hearing)
    turn = _need_heard(hearing, event.turn)
    speaker, item = hearing.registrations[turn.slip], hearing.items[turn.item]
    refuse_if(turn.ended is None, f"{speaker.name} has the floor already.")
    removed = speaker.standing is Standing.REMOVED or turn.ending is Ending.REMOVED
    refuse_if(removed, f"{speaker.name} was removed from the room.")
    refuse_if(hearing.in_hand != item.id, f"{item.label} is not in hand any more.")
    need_testimony(item, answer=turn.ground is Ground.ANSWER)
    late = event.gap is None or event.gap > BY_MISTAKE
    refuse_if(
        late and not event.reason and turn.ending is not Ending.INTERRUPTED,
        f"{speaker.name}'s turn ended more than {spoken(BY_MISTAKE).replace('1 ', 'a ')} ago. "
        "To take it up again, give the reason.",
    )


def enter_appearance(
    hearing: Hearing,
    slip: int,
    began: datetime,
    length: timedelta,
    leave: str = "",
    ground: Ground | None = None,
    now: Moment | None = None,
) -> AppearanceEntered:
    """A turn that the clock missed: when it ``began`` (aware) and its ``length``, marked as entered afterwards.

    It counts as heard and never in the pace, and has the limit that was in force when it began. Where
    ``now`` is told, it is over by then.
    """
    registration = need_registration(hearing, slip)
    item = hearing.items[registration.sign_up.item]
    given = allotment(rules_on(hearing, item), limit_at(item, began), registration)
    event = in_order(hearing, AppearanceEntered(slip, hearing.last_turn + 1, began, length, given, leave, ground))
    refuse_if(now and began + length > now.utc, "That turn would end after now. Look at the times again.")
    return event


@check.register
def _(event: AppearanceEntered, hearing: Hearing) -> None:
    refuse_if(hearing.phase is Phase.PREPARED, "The meeting has not been called to order yet. Nobody has been heard.")
    registration = need_registration(hearing, event.slip)
    refuse_if(
        event.length <= timedelta(0), "A turn ends after it began. Nothing was recorded; look at the times again."
    )
    refuse_if(event.length > LONGEST_TURN, "That turn would be longer than four hours. Look at the times again.")
    refuse_if(event.began.tzinfo is None, "The time needs its zone.")
    early = hearing.opened is not None and event.began < hearing.opened.utc
    refuse_if(early, "That is before the meeting was called to order.")
    after = hearing.adjourned is not None and event.began >= hearing.adjourned.utc
    refuse_if(after, "That is after the meeting was adjourned.")
    item = hearing.items[registration.sign_up.item]
    refuse_if(not item.sittings, f"{item.label} has not been taken up; nobody was heard on it.")
    public = registration.sign_up.capacity is Capacity.PUBLIC
    refuse_if(public and not item.notice.kind.takes_testimony, f"{item.label} takes no public testimony.")
    if item.closed and event.began > item.closed.utc:
        need_testimony(item, answer=event.ground is Ground.ANSWER)
    _need_unheard(hearing, registration, leave=bool(event.leave or event.ground))


def _need_unheard(hearing: Hearing, registration: Registration, *, leave: bool) -> None:
    match registration.standing:
        case Standing.CALLED | Standing.NOT_REACHED:
            pass
        case Standing.SPEAKING:
            raise OutOfOrder(f"{registration.name} is speaking, and the clock runs. Put the start back instead.")
        case _:
            need_callable(hearing, registration, leave=leave)


def _need_heard(hearing: Hearing, number: int = 0) -> Appearance:
    """The turn on the floor, or else the one heard last; ``number`` says which one it has to be."""
    turn = hearing.last_heard
    if turn is None or (number and turn.turn != number):
        need_session(hearing)
        raise OutOfOrder("Nobody has been heard yet. Call a speaker first.")
    return turn
