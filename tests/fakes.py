"""Stand-ins for the record and the time: a journal in memory that fails when told to, a clock moved by hand."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from hearingdesk.domain.events import Entry
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.values import Contact
from hearingdesk.store.errors import Conflict, JournalUnavailable
from tests.builders import SIX


class FakeClock:
    """Starts at 6:00 p.m. and stands still until ``wait``."""

    def __init__(self, start: Moment | None = None) -> None:
        self.moment = start or Moment(SIX, "boot-1", 1_000_000_000)
        self.slept = timedelta(0)

    def now(self) -> Moment:
        return self.moment

    def asleep(self) -> timedelta:
        return self.slept

    def wait(self, seconds: float) -> None:
        self.moment = self.moment.plus(timedelta(seconds=seconds))

    def sleep(self, seconds: float) -> None:
        """The lid is closed for so long."""
        self.wait(seconds)
        self.slept += timedelta(seconds=seconds)


class MemoryJournal:
    """A journal that forgets. With a sentence in ``failing`` every call raises JournalUnavailable(sentence)."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.failing = ""
        self._entries = list(entries)
        self._contacts: dict[int, Contact] = {}
        self._drafts: dict[str, str] = {}
        self._beat: Moment | None = None

    @property
    def head(self) -> str:
        return f"{len(self._entries):064x}" if self._entries else ""

    def read(self) -> Sequence[Entry]:
        self._ask()
        return tuple(self._entries)

    def append(self, entries: Sequence[Entry], contacts: Mapping[int, Contact]) -> None:
        self._ask()
        if [entry.seq for entry in entries] != [len(self._entries) + n for n in range(1, len(entries) + 1)]:
            raise Conflict
        self._entries += entries
        self._contacts |= contacts

    def contacts(self) -> dict[int, Contact]:
        self._ask()
        return dict(self._contacts)

    def keep_contact(self, slip: int, contact: Contact) -> None:
        self._ask()
        self._contacts[slip] = contact

    def drafts(self) -> dict[str, str]:
        self._ask()
        return dict(self._drafts)

    def keep_draft(self, key: str, text: str) -> None:
        self._ask()
        if text:
            self._drafts[key] = text
        else:
            self._drafts.pop(key, None)

    def beat(self, now: Moment) -> None:
        self._ask()
        self._beat = now

    def last_beat(self) -> Moment | None:
        self._ask()
        return self._beat

    def _ask(self) -> None:
        if self.failing:
            raise JournalUnavailable(self.failing)


class BeatenJournal(MemoryJournal):
    """Another station is first, so many times."""

    def __init__(self, entries: Iterable[Entry], times: int) -> None:
        super().__init__(entries)
        self._times = times

    def append(self, entries: Sequence[Entry], contacts: Mapping[int, Contact]) -> None:
        self._times -= 1
        if self._times >= 0:
            raise Conflict
        super().append(entries, contacts)
