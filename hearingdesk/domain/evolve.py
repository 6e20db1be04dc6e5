"""From the journal to the hearing: one entry at a time, struck ones passed over."""

from collections.abc import Iterable
from functools import reduce

from hearingdesk.domain.effects import effect
from hearingdesk.domain.events import (
    AppearanceEntered,
    Entry,
    EntryStruck,
    Event,
    SignUpsImported,
    SpeakerCalled,
    SpeakerRegistered,
    StrikeLifted,
)
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.replacing import replace

MILESTONE = 64
"""A former state is kept every so many entries, so that striking a late entry need not fold the evening again."""


def fold(entries: Iterable[Entry]) -> Hearing:
    """The hearing after all of these entries."""
    return reduce(evolve, entries, Hearing())


def evolve(hearing: Hearing, entry: Entry) -> Hearing:
    """The hearing after one more entry. Never raises: an entry that finds nothing to rest on changes nothing."""
    match entry.event:
        case EntryStruck(seq=seq):
            return _again(hearing, entry, seq, hearing.struck | {seq})
        case StrikeLifted(seq=seq):
            return _again(hearing, entry, seq, hearing.struck - {seq})
        case _:
            return stepped(hearing, entry)


def before(hearing: Hearing, seq: int) -> Hearing:
    """The hearing as it stood just before entry ``seq``, by what is struck now."""
    start = hearing.milestone
    while start is not None and len(start.entries) >= seq:
        start = start.milestone
    state = replace(start or Hearing(), struck=hearing.struck)
    for entry in hearing.entries[len(state.entries) : seq - 1]:
        state = stepped(state, entry)
    return state


def _again(hearing: Hearing, entry: Entry, seq: int, struck: frozenset[int]) -> Hearing:
    """The hearing told again from before ``seq``, with ``struck`` passed over."""
    state = replace(before(hearing, seq), struck=struck)
    for past in hearing.entries[len(state.entries) :]:
        state = stepped(state, past)
    return stepped(state, entry)


def stepped(hearing: Hearing, entry: Entry) -> Hearing:
    """One entry further, passed over if it is struck; strikes themselves change nothing here."""
    changed = hearing if entry.seq in hearing.struck else _effect(hearing, entry)
    entries = hearing.entries.and_(entry)
    milestone = hearing if _worth_keeping(hearing) else hearing.milestone
    return replace(_numbered(changed, entry.event), entries=entries, milestone=milestone)


def _worth_keeping(hearing: Hearing) -> bool:
    """Every so many entries, and after an import, which is dear to fold again."""
    number = len(hearing.entries)
    return bool(number) and (number % MILESTONE == 0 or isinstance(hearing.entries[-1].event, SignUpsImported))


def _effect(hearing: Hearing, entry: Entry) -> Hearing:
    try:
        return effect(entry.event, hearing, entry)
    except (LookupError, StopIteration, ValueError):
        return hearing


def _numbered(hearing: Hearing, event: Event) -> Hearing:
    """Slip and turn numbers are used up even by an entry that is struck: they are never given again (G-02)."""
    match event:
        case SpeakerRegistered(slip=slip):
            return replace(hearing, last_slip=max(hearing.last_slip, slip))
        case SignUpsImported(first_slip=first, sign_ups=sign_ups):
            return replace(hearing, last_slip=max(hearing.last_slip, first + len(sign_ups) - 1))
        case SpeakerCalled(turn=turn) | AppearanceEntered(turn=turn):
            return replace(hearing, last_turn=max(hearing.last_turn, turn))
        case _:
            return hearing
