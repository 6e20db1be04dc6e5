"""Which keys an act may lie on, and the clerk's own keys laid over the shipped ones."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from PySide6.QtCore import QKeyCombination
from PySide6.QtGui import QKeySequence

_CHORDS = ("", "Shift+", "Ctrl+", "Ctrl+Shift+")
_MOVES = ("Left", "Right", "Up", "Down", "Home", "End", "Backspace", "Del", "Tab", "Backtab", "Ins", "PgUp", "PgDown")
_TYPING = ("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Alt+Backspace", "Return", "Shift+Return", "Space", "Shift+Space")
_SYSTEM = ("Alt+F4", "Alt+Tab", "Alt+Shift+Tab", "Alt+Space", "Ctrl+Alt+Del", "Print")
_SIGNS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


class OwnKeys(Protocol):
    """Where the clerk's own keys are kept, by the id of the act; an empty key takes the shipped one away.

    ``fault`` says why the last reading found nothing where something is; empty if it did not.
    """

    @property
    def fault(self) -> str: ...
    def read(self) -> Mapping[str, str]: ...
    def keep(self, keys: Mapping[str, str]) -> str:
        """Why they could not be kept, as a sentence; empty if they were."""


def keyed(key: str | QKeyCombination) -> str:
    """One spelling for each key; empty for what is no key."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


TYPISTS = frozenset(keyed(key) for key in (*(f"{chord}{key}" for chord in _CHORDS for key in _MOVES), *_TYPING, "Esc"))
"""Keys that belong to whoever types, or moves about: no act may take them."""

SYSTEMS = frozenset(map(keyed, (*_SYSTEM, *(f"Ctrl+Alt+F{n}" for n in range(1, 13)))))


def unfit(key: str) -> str:
    """Why no act may lie on this key; empty if one may."""
    spelled = keyed(key)
    *chords, last = _parts(spelled)
    held, letter = {"Ctrl", "Alt"} & set(chords), len(last) == 1
    wrong = {
        "That is no key. Press one key, with Ctrl or Alt, or a function key.": not spelled or ", " in spelled,
        f"{spelled} belongs to the computer. Press another.": spelled in SYSTEMS or "Meta" in chords,
        f"{spelled} is needed for typing. Press another.": spelled in TYPISTS,
        f"{spelled} types a character. Hold Ctrl or Alt with it.": letter and not held,
        f"{spelled} types a character on many keyboards. Press another.": letter and len(held) == 2,
        f"{spelled} lies elsewhere on other keyboards. Take a letter, a digit or a function key.": (
            last in _SIGNS and "Shift" in chords
        ),
    }
    return next((sentence for sentence, applies in wrong.items() if applies), "")


def _parts(spelled: str) -> list[str]:
    """``Ctrl+Shift++`` as Ctrl, Shift and the plus itself."""
    return [*spelled[:-2].split("+"), "+"] if spelled.endswith("++") else spelled.split("+")


def settled(
    shipped: Mapping[str, str], own: Mapping[str, str], names: Mapping[str, str]
) -> tuple[dict[str, str], list[str]]:
    """The key of each act with the clerk's own laid over, and a sentence for each that had to give way.

    A key of one's own goes before a shipped one, the first of two before the second; keys that no act may have, and
    acts that there are not, are passed over. ``names`` are the acts' words, by id like the others.
    """
    told: list[str] = []
    keys = {name: keyed(key) for name, key in shipped.items()}
    taken: dict[str, str] = {}
    for name, key in own.items():
        if name not in shipped:
            continue
        if key and (unfit(key) or keyed(key) in taken):
            told += [f"Your key {key} for “{names[name]}” cannot be used; the shipped one is in its place."]
            continue
        keys[name] = keyed(key)
        taken[keys[name]] = name
    for name, key in keys.items():
        if key and taken.setdefault(key, name) != name:
            told += [f"{key} is your key for “{names[taken[key]]}”, so “{names[name]}” has none."]
            keys[name] = ""
    return keys, told


def own_part(shipped: Mapping[str, str], keys: Mapping[str, str]) -> dict[str, str]:
    """Those of these keys that are not as shipped."""
    return {name: key for name, key in keys.items() if keyed(shipped[name]) != key}


def first_with(keys: Mapping[str, str], key: str, but: Iterable[str] = ()) -> str:
    """The id of the act that lies on this key; empty where none does."""
    return next((name for name, other in keys.items() if other == keyed(key) and name not in but), "")
