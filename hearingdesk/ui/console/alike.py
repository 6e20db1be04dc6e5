"""Who may be one and the same person: slips on one item with the same name, or nearly so; told, never merged (G-04)."""

from collections import defaultdict

from rapidfuzz import fuzz, process

from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.names import folded
from hearingdesk.domain.values import SignUp, Standing

CLOSE = 91
"""Of 100: ``Maria Garcia`` and ``Maria Garcias``, and not ``Mai Yang`` and ``Mai Vang``."""
COMMON = 60
"""A word that more names have tells nobody apart; whole names are compared all the same."""

Word = tuple[str, str]
"""An item, and a word of a name."""


class Alike:
    """Keeps for each slip those whose names are nearly the same, as slips come in."""

    def __init__(self) -> None:
        self._names: dict[int, tuple[str, str]] = {}
        self._with_word: defaultdict[Word, set[int]] = defaultdict(set)
        self._with_name: defaultdict[Word, set[int]] = defaultdict(set)
        self._close: defaultdict[int, set[int]] = defaultdict(set)

    def learn(self, slip: int, sign_up: SignUp | None) -> None:
        """The slip as it reads now; None where it is no more."""
        named = (sign_up.item, folded(sign_up.name)) if sign_up and sign_up.name else None
        if named == self._names.get(slip):
            return
        self._forget(slip)
        if named is None:
            return
        for other in self._near(*named):
            self._close[slip].add(other)
            self._close[other].add(slip)
        self._names[slip] = named
        self._with_name[named].add(slip)
        for word in _words(*named):
            self._with_word[word].add(slip)

    def of(self, hearing: Hearing, slip: int) -> tuple[int, ...]:
        """The others who may be the same as this one, as far as nobody has said yet."""
        registrations, known = hearing.registrations, hearing.told_apart
        if slip not in registrations or registrations[slip].standing is Standing.WITHDRAWN:
            return ()
        there = (other for other in sorted(self._close.get(slip, ())) if other in registrations)
        return tuple(
            other
            for other in there
            if registrations[other].standing is not Standing.WITHDRAWN
            and (min(slip, other), max(slip, other)) not in known
        )

    def named(self, sign_up: SignUp) -> tuple[int, ...]:
        """Who has this name, or nearly so, on this item."""
        name = folded(sign_up.name)
        return tuple(sorted(self._near(sign_up.item, name))) if name else ()

    def _near(self, item: str, name: str) -> set[int]:
        sets = [self._with_word[word] for word in _words(item, name) if word in self._with_word]
        near = set[int]().union(*(slips for slips in sets if len(slips) <= COMMON))
        same = self._with_name.get((item, name), set())
        choices = {slip: self._names[slip][1] for slip in near - same}
        found = process.extract(name, choices, scorer=fuzz.token_sort_ratio, score_cutoff=CLOSE, limit=None)
        return same | {slip for _, _, slip in found}

    def _forget(self, slip: int) -> None:
        named = self._names.pop(slip, None)
        if named is None:
            return
        self._with_name[named].discard(slip)
        for word in _words(*named):
            self._with_word[word].discard(slip)
        for other in self._close.pop(slip, ()):
            self._close[other].discard(slip)


def _words(item: str, name: str) -> set[Word]:
    return {(item, word) for word in name.split()}
