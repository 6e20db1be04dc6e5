"""The doorway: everything that goes on the record enters by Desk.record, and who shows it follows the Desk."""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Concatenate, ParamSpec, Protocol
from uuid import uuid4

from hearingdesk.clock import Clock
from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import Entry, Event, SignUpsImported, SpeakerRegistered
from hearingdesk.domain.evolve import evolve, fold
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.moments import Moment, elapsed, onward
from hearingdesk.domain.text import plain, plained
from hearingdesk.domain.values import Contact, SignUp, StopReason
from hearingdesk.store.errors import Conflict, JournalUnavailable

__all__ = ["Act", "Conflict", "Desk", "Follower", "Journal", "JournalUnavailable"]

log = logging.getLogger(__name__)

A_NAP = timedelta(seconds=2)
"""A machine that slept this long between two beats has slept in earnest."""

P = ParamSpec("P")
Follower = Callable[[Hearing], None]


class Journal(Protocol):
    """Where entries are kept; ``hearingdesk.store`` has the real one. Everything raises JournalUnavailable."""

    @property
    def head(self) -> str:
        """The hash of the last entry; empty before the first."""

    def read(self) -> Sequence[Entry]: ...
    def append(self, entries: Sequence[Entry], contacts: Mapping[int, Contact]) -> None:
        """All of it, durably, or nothing; ``contacts`` by slip. Raises Conflict where another was first."""

    def contacts(self) -> dict[int, Contact]: ...
    def keep_contact(self, slip: int, contact: Contact) -> None: ...
    def drafts(self) -> dict[str, str]: ...
    def keep_draft(self, key: str, text: str) -> None:
        """Text being typed; an empty text forgets the draft."""

    def beat(self, now: Moment) -> None:
        """Notes that the program is alive; not synced."""

    def last_beat(self) -> Moment | None: ...


@dataclass(frozen=True, slots=True)
class Act:
    """A rule with its arguments, and the contacts of the slips it makes, counted from 0."""

    rule: Callable[..., Event]
    args: Mapping[str, object] = field(default_factory=dict)
    contacts: Mapping[int, Contact] = field(default_factory=dict)


class Desk:
    """One hearing, open. ``by`` are the initials that every entry carries: those given, else of whoever kept it last.

    A handover put on the record here changes them for the entries after it.
    """

    def __init__(self, journal: Journal, clock: Clock, by: str = "") -> None:
        self._journal = journal
        self._clock = clock
        self._followers: list[Follower] = []
        self.hearing = fold(journal.read())
        self._at_first = by
        self.by = by or self.hearing.keeper
        self.contacts = journal.contacts()
        self.drafts = journal.drafts()
        self._last_beat: Moment | None = None
        self._asleep = clock.asleep()

    @property
    def head(self) -> str:
        return self._journal.head

    def now(self) -> Moment:
        """The time for the next entry: never before the last one, where the clock was only put back a little."""
        entries, now = self.hearing.entries, self._clock.now()
        return onward(entries[-1].at, now) if len(entries) else now

    def follow(self, follower: Follower) -> Callable[[], None]:
        """Calls ``follower`` with each new hearing, after the commit; the answer is how to stop following."""
        self._followers.append(follower)
        return lambda: self._followers.remove(follower)

    def record(self, rule: Callable[Concatenate[Hearing, P], Event], *args: P.args, **kwargs: P.kwargs) -> Entry:
        """Puts one act on the record. Raises OutOfOrder, Conflict or JournalUnavailable; then nothing has changed."""
        return self.record_all([Act(lambda hearing, **said: rule(hearing, *plained(args), **said), kwargs)])[0]

    def record_all(self, acts: Iterable[Act]) -> list[Entry]:
        """Several acts at one moment, all or nothing."""
        hearing, now = self.hearing, self.now()
        entries: list[Entry] = []
        contacts: dict[int, Contact] = {}
        for act in acts:
            event = _asked(act, hearing)
            entry = Entry(len(hearing.entries) + 1, str(uuid4()), now, plain(self.by), event)
            contacts |= {_first_slip(event) + n: plained(contact) for n, contact in act.contacts.items()}
            hearing = evolve(hearing, entry)
            entries.append(entry)
        self._append(entries, contacts)
        self.contacts |= contacts
        if hearing.keeper != self.hearing.keeper:
            self.by = hearing.keeper or self._at_first
        self._show(hearing)
        return entries

    def register(self, sign_up: SignUp, contact: Contact | None = None, *, late: bool | None = None) -> int:
        """A new slip with what is known of the person beside the record; the answer is its number.

        Where nobody said whether it is ``late``, the body's cutoff tells.
        """
        contacts = {0: contact} if contact else {}
        self.record_all([Act(rules.register_speaker, {"sign_up": sign_up, "late": late, "now": self.now()}, contacts)])
        return self.hearing.last_slip

    def refusal(self, rule: Callable[Concatenate[Hearing, P], Event], *args: P.args, **kwargs: P.kwargs) -> str:
        """Why this act is not in order now, in the rule's own sentence; empty if it is."""
        try:
            rule(self.hearing, *args, **kwargs)
        except OutOfOrder as refusal:
            return refusal.sentence
        return ""

    def keep_contact(self, slip: int, contact: Contact) -> None:
        """What the clerk knows of a person; rows beside the journal, open to correction and deletion."""
        contact = plained(contact)
        self._journal.keep_contact(slip, contact)
        self.contacts[slip] = contact

    def keep_draft(self, key: str, text: str) -> None:
        """Text being typed, safe from a crash; an empty text forgets it."""
        text = plain(text)
        self._journal.keep_draft(key, text)
        if text:
            self.drafts[key] = text
        else:
            self.drafts.pop(key, None)

    def beat(self) -> None:
        """Once a second: alive. After a sleep in mid-speech the clock stands as of the last beat (T-04)."""
        now, asleep = self.now(), self._clock.asleep()
        last, slept = self._last_beat or now, asleep - self._asleep
        self._last_beat, self._asleep = now, asleep
        if slept >= A_NAP and self._clock_runs():
            self.record(rules.stop_clock, reason=StopReason.INTERRUPTED, note="the computer slept", as_of=last)
        self._journal.beat(now)

    def recover(self) -> Moment | None:
        """After a crash in mid-speech: the clock stands as of the last sign of life (P-09).

        The answer is that moment, or None where no clock was running.
        """
        turn = self.hearing.turn
        running = turn.running_since if turn else None
        if running is None:
            return None
        signs = [self.hearing.entries[-1].at, self._journal.last_beat() or running]
        alive = max(signs, key=lambda sign: elapsed(running, sign))
        self.record(rules.stop_clock, reason=StopReason.INTERRUPTED, as_of=alive)
        return alive

    def _append(self, entries: list[Entry], contacts: dict[int, Contact]) -> None:
        """Where another was first, what they wrote is shown before anybody decides again."""
        try:
            self._journal.append(entries, contacts)
        except Conflict:
            self._show(fold(self._journal.read()))
            raise

    def _clock_runs(self) -> bool:
        return self.hearing.turn is not None and self.hearing.turn.running_since is not None

    def _show(self, hearing: Hearing) -> None:
        """Every follower sees the newest state. One that fails hinders nobody: what is committed stays acknowledged."""
        self.hearing = hearing
        for follower in tuple(self._followers):
            try:
                follower(self.hearing)
            except Exception:
                log.exception("A screen could not show the hearing")


def _asked(act: Act, hearing: Hearing) -> Event:
    """The rule is asked of the text as it will stand, so that what is stored is what was allowed and what is shown."""
    return plained(act.rule(hearing, **{name: plained(said) for name, said in act.args.items()}))


def _first_slip(event: Event) -> int:
    match event:
        case SpeakerRegistered(slip=slip) | SignUpsImported(first_slip=slip):
            return slip
        case _:
            return 0
