"""The next natural thing: what the main key does at this point of the evening."""

from dataclasses import dataclass
from enum import StrEnum

from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.hearing import Hearing, Item, ItemState, Phase
from hearingdesk.domain.in_force import rule_sentence


class Step(StrEnum):
    ORDER = "order"
    RECONVENE = "reconvene"
    AGENDA = "agenda"
    CALL = "call"
    START = "start"
    NEXT = "next"
    DONE = "done"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class NextStep:
    step: Step
    words: str


def next_step(hearing: Hearing) -> NextStep:
    match hearing.phase:
        case Phase.PREPARED:
            return NextStep(Step.ORDER, "Call to order…")
        case Phase.RECESSED:
            return NextStep(Step.RECONVENE, "Reconvene")
        case Phase.ADJOURNED:
            return NextStep(Step.EXPORT, "Export the record…")
        case _:
            return _in_session(hearing)


def _in_session(hearing: Hearing) -> NextStep:
    turn, item = hearing.turn, hearing.item
    waiting = bool(item and item.queue and not item.closed)
    if turn is not None and turn.started is None:
        return NextStep(Step.START, "Start clock")
    if turn is not None:
        goes_on = waiting and _may_call(hearing)
        return NextStep(Step.NEXT, "Done, call next") if goes_on else NextStep(Step.DONE, "Done")
    if waiting:
        return NextStep(Step.CALL, "Call next")
    return NextStep(Step.AGENDA, "Agenda…" if item else "Take up an item…")


def _may_call(hearing: Hearing) -> bool:
    """Whether there is time for another; where it is not certain yet, the turn is ended first (T-11)."""
    try:
        rules.call_next(hearing)
    except OutOfOrder:
        return False
    return True


def listed_item(hearing: Hearing) -> Item | None:
    """Whose queue the console shows: the item in hand, else the one suspended, else the next that takes testimony."""
    if hearing.item is not None and (hearing.item.notice.kind.takes_testimony or hearing.item.queue):
        return hearing.item
    items = [hearing.items[name] for name in hearing.agenda]
    open_ones = [item for item in items if item.notice.kind.takes_testimony]
    for state in (ItemState.SUSPENDED, ItemState.PENDING):
        found = next((item for item in open_ones if item.state is state), None)
        if found is not None:
            return found
    return hearing.item or (open_ones[-1] if open_ones else None)


def rule_words(hearing: Hearing) -> str:
    """The rule in force in one plain sentence (R-03)."""
    return rule_sentence(hearing, listed_item(hearing))
