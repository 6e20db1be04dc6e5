"""A clock that was forgotten at the start, and a stop that gets its note afterwards: what has to go on the record."""

from collections.abc import Callable
from datetime import timedelta

from hearingdesk.desk import Act
from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import ClockStopped, Event, TurnStarted
from hearingdesk.domain.hearing import Hearing, Stop
from hearingdesk.domain.moments import Moment, elapsed
from hearingdesk.domain.values import StopReason

FIVE_SECONDS = timedelta(seconds=5)

RESTED_ON = "Marks or stops rest on this start. Take the time instead, under “Clock and turn”."


def starting_earlier(hearing: Hearing, now: Moment, by: timedelta) -> list[Act]:
    """The turn starts ``by`` before now; one that has started gets its start put back by as much.

    Then the first start is struck, so that the record keeps both. Raises OutOfOrder where later entries rest on it.
    """
    turn = hearing.turn
    if turn is None or turn.started is None:
        rules.start_turn(hearing, by)
        return [Act(rules.start_turn, {"back": by})]
    seq = _latest(hearing, lambda event: isinstance(event, TurnStarted) and event.turn == turn.turn)
    if hearing.entries[-1].seq != seq and _refused(hearing, seq):
        raise OutOfOrder(RESTED_ON)
    back = elapsed(turn.started, now) + by
    return [Act(rules.strike_entry, {"seq": seq, "reason": "started late"}), Act(rules.start_turn, {"back": back})]


def why_not_earlier(hearing: Hearing, now: Moment) -> str:
    """Why the start cannot be put back, in one sentence; empty if it can."""
    try:
        starting_earlier(hearing, now, FIVE_SECONDS)
    except OutOfOrder as refusal:
        return refusal.sentence
    return ""


def noting(hearing: Hearing, reason: StopReason, note: str) -> list[Act]:
    """The clock stops for this; a stop that stands already is put down anew, from when it began, with the note."""
    turn = hearing.turn
    stop: Stop | None = turn.stopped if turn else None
    if turn is None or stop is None:
        return [Act(rules.stop_clock, {"reason": reason, "note": note})]
    seq = _latest(hearing, lambda event: isinstance(event, ClockStopped) and event.turn == turn.turn)
    if not seq:
        raise OutOfOrder("The recess stopped this clock. The note belongs to the recess.")
    again = Act(rules.stop_clock, {"reason": reason, "note": note, "as_of": stop.start})
    return [Act(rules.strike_entry, {"seq": seq, "reason": "note added"}), again]


def _latest(hearing: Hearing, wanted: Callable[[Event], bool]) -> int:
    """The number of the latest entry of this kind that counts; 0 for none."""
    entries = reversed(hearing.entries[:])
    return next((entry.seq for entry in entries if entry.seq not in hearing.struck and wanted(entry.event)), 0)


def _refused(hearing: Hearing, seq: int) -> bool:
    try:
        rules.strike_entry(hearing, seq)
    except OutOfOrder:
        return True
    return False
