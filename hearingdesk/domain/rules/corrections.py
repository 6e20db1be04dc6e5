"""Rules of striking: in the open, kept in the journal, refused where later entries rest on it (P-08)."""

from dataclasses import replace

from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import (
    ClockStopped,
    Entry,
    EntryStruck,
    Event,
    HearingPrepared,
    SpeakerCalled,
    StrikeLifted,
    SummaryWritten,
    TurnEnded,
)
from hearingdesk.domain.evolve import before, stepped
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.rules.root import check, need_open_minutes, refuse_if
from hearingdesk.domain.values import StopReason


def strike_entry(hearing: Hearing, seq: int, reason: str = "") -> EntryStruck:
    """The entry no longer counts. Refused, with their names, where later entries rest on it."""
    entry = _need_entry(hearing, seq)
    refuse_if(seq in hearing.struck, f"Entry {seq} is struck already.")
    refuse_if(isinstance(entry.event, HearingPrepared), "The first entry opens the record and cannot be struck.")
    refuse_if(isinstance(entry.event, EntryStruck | StrikeLifted), "A strike is taken back by lifting it.")
    need_open_minutes(hearing, entry.event)
    _need_nobody_called_since(hearing, entry)
    _need_nothing_rests(hearing, seq, hearing.struck | {seq}, "struck")
    return EntryStruck(seq, reason)


def lift_strike(hearing: Hearing, seq: int) -> StrikeLifted:
    """The entry counts again, as if it had never been struck."""
    entry = _need_entry(hearing, seq)
    refuse_if(seq not in hearing.struck, f"Entry {seq} is not struck.")
    need_open_minutes(hearing, entry.event)
    _need_nothing_rests(hearing, seq, hearing.struck - {seq}, "restored")
    return StrikeLifted(seq)


def last_strikable(hearing: Hearing) -> int | None:
    """The entry that Ctrl+Z strikes: the last of the clerk's own that counts.

    The stop found after a crash is none of them: striking it would set a clock running by itself (P-09).
    """
    for entry in reversed(hearing.entries[1:]):
        if entry.seq not in hearing.struck and not _not_the_clerks(entry.event):
            return entry.seq
    return None


def _not_the_clerks(event: Event) -> bool:
    found = isinstance(event, ClockStopped) and event.reason is StopReason.INTERRUPTED
    return found or isinstance(event, EntryStruck | StrikeLifted)


def last_struck(hearing: Hearing) -> int | None:
    """The entry whose strike Ctrl+Shift+Z lifts: the one struck last, if nothing was done since.

    Beyond an act the correction of an earlier hour begins; pressed once too often the key must not bring a mistake
    back. A summary goes on the record by itself as speakers change, and is no act in between.
    """
    for entry in reversed(hearing.entries[:]):
        if isinstance(entry.event, EntryStruck) and entry.event.seq in hearing.struck:
            return entry.event.seq
        if not (_not_the_clerks(entry.event) or isinstance(entry.event, SummaryWritten)):
            return None
    return None


def rests_on(hearing: Hearing, seq: int, struck: frozenset[int]) -> list[tuple[Entry, str]]:
    """The entries from ``seq`` on no longer in order if just ``struck`` were passed over, with the rule's sentence."""
    state = replace(before(hearing, seq), struck=struck)
    fallen: list[tuple[Entry, str]] = []
    for entry in hearing.entries[seq - 1 :]:
        why = "" if entry.seq in state.struck else _objection(state, entry.event)
        if why:
            fallen.append((entry, why))
            state = replace(state, struck=state.struck | {entry.seq})
        state = stepped(state, entry)
    return fallen


def _objection(hearing: Hearing, event: Event) -> str:
    try:
        check(event, hearing)
    except OutOfOrder as refusal:
        return refusal.sentence
    return ""


def _need_entry(hearing: Hearing, seq: int) -> Entry:
    refuse_if(not 1 <= seq <= len(hearing.entries), f"There is no entry {seq}.")
    return hearing.entries[seq - 1]


def _need_nobody_called_since(hearing: Hearing, entry: Entry) -> None:
    """A call ends the turn before it, which without its own end would be charged with the walk to the microphone."""
    if not isinstance(entry.event, TurnEnded):
        return
    turn = hearing.appearances.get(entry.event.turn)
    if turn is None or turn.ended is None:
        return
    later = hearing.entries[entry.seq :]
    called = (e for e in later if isinstance(e.event, SpeakerCalled) and e.seq not in hearing.struck)
    since = next(called, None)
    if since is not None:
        name = hearing.registrations[turn.slip].name
        raise OutOfOrder(
            f"Entry {entry.seq} cannot be struck: entry {since.seq} called somebody since, and the time between would "
            f"be put on {name}'s clock. What the clock showed stays on the record."
        )


def _need_nothing_rests(hearing: Hearing, seq: int, struck: frozenset[int], verb: str) -> None:
    fallen = rests_on(hearing, seq, struck)
    if not fallen:
        return
    if fallen[0][0].seq == seq:
        raise OutOfOrder(f"Entry {seq} cannot be {verb}: what it rested on no longer counts. {fallen[0][1]}")
    names = ", ".join(str(entry.seq) for entry, _ in fallen[:5]) + (" and more" if len(fallen) > 5 else "")
    entry, why = fallen[0]
    raise OutOfOrder(
        f"Entry {seq} cannot be {verb}: {'entry' if len(fallen) == 1 else 'entries'} {names} "
        f"{'rests' if len(fallen) == 1 else 'rest'} on it (entry {entry.seq}: {why})"
    )
