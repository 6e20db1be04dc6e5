"""What may not stand in a table of acts: a key used twice, or one that no act may lie on."""

from collections.abc import Iterable

from hearingdesk.ui.actions import Action
from hearingdesk.ui.keys import keyed, unfit


def conflicts(table: Iterable[Action]) -> list[str]:
    """What is wrong with the keys: two acts on one, a key that is the typist's or the computer's, an id used twice."""
    table = list(table)
    wrong = [f"{a.id} and {b.id} share {a.key}" for n, a in enumerate(table) for b in table[n + 1 :] if _same_key(a, b)]
    wrong += [f"{a.id}: {why}" for a in table if a.key and (why := unfit(a.key))]
    ids = [a.id for a in table]
    return wrong + [f"{i} is there twice" for i in sorted({i for i in ids if ids.count(i) > 1})]


def _same_key(one: Action, other: Action) -> bool:
    return bool(one.key) and keyed(one.key) == keyed(other.key)
