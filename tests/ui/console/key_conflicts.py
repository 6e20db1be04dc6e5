"""What may not stand in a table of acts: a key used twice, or one that belongs to whoever types."""

from collections.abc import Iterable

from hearingdesk.ui.actions import Action, keyed

_CHORDS = ("", "Shift+", "Ctrl+", "Ctrl+Shift+")
_MOVES = ("Left", "Right", "Up", "Down", "Home", "End", "Backspace", "Del", "Tab")
EDITING = (
    *(f"{chord}{key}" for chord in _CHORDS for key in _MOVES),
    *("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Return", "Shift+Return", "Space", "Esc", "Ins"),
)
"""Keys that belong to whoever types: no act may take them."""


def conflicts(table: Iterable[Action]) -> list[str]:
    """What is wrong with the keys: two acts on one, a key of the typist's, a bare letter, an id used twice."""
    table = list(table)
    wrong = [f"{a.id} and {b.id} share {a.key}" for n, a in enumerate(table) for b in table[n + 1 :] if _same_key(a, b)]
    wrong += [f"{a.id} takes {a.key} from whoever types" for a in table if a.key and _key(a) in map(keyed, EDITING)]
    wrong += [f"{a.id} sits on a bare key, {a.key}" for a in table if len(_key(a)) == 1]
    ids = [a.id for a in table]
    return wrong + [f"{i} is there twice" for i in sorted({i for i in ids if ids.count(i) > 1})]


def _same_key(one: Action, other: Action) -> bool:
    return bool(one.key) and _key(one) == _key(other)


def _key(action: Action) -> str:
    return keyed(action.key)
