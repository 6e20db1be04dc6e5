"""Finding people in the queue card: the words of every slip are folded once, ahead of the first key."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import compress, islice

from hearingdesk.domain.events import (
    EntryStruck,
    RegistrationCorrected,
    SignUpsImported,
    SpeakerRegistered,
    StrikeLifted,
)
from hearingdesk.domain.hearing import Hearing, Registration
from hearingdesk.domain.names import folded
from hearingdesk.ui.console.alike import Alike

SHOWN = 100
"""As many of those found as anybody scrolls through; whoever is not among them is found by typing on."""


@dataclass(frozen=True, slots=True)
class Found:
    """The first ``slips`` of ``number`` that were found."""

    slips: tuple[int, ...] = ()
    number: int = 0


class Finder:
    """Knows the words of all slips of a hearing, and who is ``alike``; keeps up with it by the entries that are new."""

    def __init__(self) -> None:
        self.alike = Alike()
        self._words: dict[int, str] = {}
        self._read = 0
        self._new: Iterator[int] = iter(())
        self._listed: tuple[list[int], list[str]] | None = None
        self._latest: tuple[str, list[int], list[str]] = ("", [], [])

    def learn(self, hearing: Hearing, most: int | None = None) -> bool:
        """Folds the words of slips that are new or were corrected, ``most`` of them; whether any may be left."""
        if self._read != len(hearing.entries):
            unread = hearing.entries[self._read :]
            self._new = iter([*self._new, *(slip for entry in unread for slip in self._touched(hearing, entry.event))])
            self._read = len(hearing.entries)
        batch = list(islice(self._new, most))
        for slip in batch:
            self._learn_one(hearing, slip)
        return most is not None and len(batch) == most

    def find(self, hearing: Hearing, text: str) -> Found:
        """The slips whose number, name, organisation or place has every word of ``text``.

        A slip's number comes first, then who waits, then the others.
        """
        needles = folded(text).split()
        if not needles:
            return Found()
        self.learn(hearing)
        found = self._all(needles)
        number = [int(needles[0])] if _is_among(found, needles[0]) else []
        slips = dict.fromkeys([*number, *_waiting_first(hearing, found)])
        return Found(tuple(islice(slips, SHOWN)), len(found))

    def _touched(self, hearing: Hearing, event: object) -> Iterable[int]:
        """The slips that are new by this event, or may read otherwise."""
        match event:
            case SpeakerRegistered(slip=slip) | RegistrationCorrected(slip=slip):
                return (slip,)
            case SignUpsImported(first_slip=first, sign_ups=sign_ups):
                return range(first, first + len(sign_ups))
            case EntryStruck() | StrikeLifted():
                return (*self._words, *hearing.registrations)
            case _:
                return ()

    def _learn_one(self, hearing: Hearing, slip: int) -> None:
        registration = hearing.registrations.get(slip)
        self.alike.learn(slip, registration.sign_up if registration else None)
        words = _words(registration) if registration else ""
        if words != self._words.get(slip, ""):
            self._listed = None
            self._words[slip] = words

    def _all(self, needles: list[str]) -> list[int]:
        """By slip. What goes on from the text before is looked for among those found with it."""
        if self._listed is None:
            slips = sorted(self._words)
            self._listed = slips, [self._words[slip] for slip in slips]
            self._latest = ("", [], [])
        text = " ".join(needles)
        before, found, words = self._latest
        if not (before and text.startswith(before)):
            found, words = self._listed
        for needle in needles:
            hits = [needle in said for said in words]
            found, words = list(compress(found, hits)), list(compress(words, hits))
        self._latest = (text, found, words)
        return found


def look_up(hearing: Hearing, text: str, most: int | None = None) -> list[int]:
    """The slips a sheet's field may mean: the number first, then who waits, then the others; nothing is kept."""
    needles = folded(text).split()
    if not needles:
        return []
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
    queue = hearing.item.queue if hearing.item else ()
    slips = dict.fromkeys((number, *queue, *sorted(hearing.registrations)))
    known = (hearing.registrations[slip] for slip in slips if slip in hearing.registrations)
    hits = (one.slip for one in known if one.slip == number or all(needle in _words(one) for needle in needles))
    return list(islice(hits, most))


def _is_among(found: list[int], typed: str) -> bool:
    """Whether this is the number of one of those found; they are in order."""
    if not (typed.isascii() and typed.isdigit() and len(typed) < 10):
        return False
    place = bisect_left(found, int(typed))
    return found[place : place + 1] == [int(typed)]


def _waiting_first(hearing: Hearing, found: list[int]) -> list[int]:
    waiting = set[int]().union(*(item.queue for item in hearing.items.values()))
    waits = list(islice((slip for slip in found if slip in waiting), SHOWN))
    return [*waits, *islice((slip for slip in found if slip not in waiting), SHOWN)]


def _words(registration: Registration) -> str:
    """What a search looks at."""
    sign_up = registration.sign_up
    words = f"{registration.name} {sign_up.organisation} {sign_up.place} {registration.slip}"
    joined = words.translate(_JOINED)
    return folded(words) if joined == words else f"{folded(words)} {folded(joined)}"


_JOINED = {ord(mark): None for mark in "'’-‐.,"}
"""What people leave out when they type a name: ``obrien`` finds O'Brien, ``ninomurcia`` Niño-Murcia."""
