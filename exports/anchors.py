"""The names that places of the minutes bear in a file which people edit, so that their words find the way back.

Word takes letters, digits and underscores, at most 40 of them.
"""

import re

from hearingdesk.domain.hearing import Hearing, Item
from hearingdesk.domain.values import MinutesLevel

PLACE = "_here"
"""After the name of prose: it is not written yet, and would stand below this line."""
_RECORD, _DIGITS = "record_", 32
_SUMMARY = re.compile(rf"summary_([0-9]{{1,9}})({PLACE})?")
_ITEM = re.compile(r"item_([0-9]{1,6})_([a-z]+)")


def record_anchor(hearing: Hearing, head: str) -> str:
    """The record a draft was made of, by the journal's head. Approved minutes have none: they are not edited."""
    return f"{_RECORD}{head[:_DIGITS]}" if head and hearing.minutes.approved is None else ""


def record_of(name: str) -> str:
    """The first digits of the head in such a name; empty for any other name."""
    return name.removeprefix(_RECORD) if re.fullmatch(rf"{_RECORD}[0-9a-f]{{{_DIGITS}}}", name) else ""


def summary_anchor(slip: int) -> str:
    return f"summary_{slip}"


def summary_of(name: str) -> int:
    """Whose summary, by slip, a name marks, whether it is written yet or not; 0 for any other name."""
    found = _SUMMARY.fullmatch(name)
    return int(found[1]) if found else 0


def item_anchor(hearing: Hearing, item: Item, level: MinutesLevel) -> str:
    """An agenda item and how much is said of each speaker on it."""
    return f"item_{hearing.agenda.index(item.id)}_{level.value}" if item.id in hearing.agenda else ""


def level_of(hearing: Hearing, name: str) -> tuple[str, MinutesLevel] | None:
    """The item's id and its level, as such a name tells them."""
    found = _ITEM.fullmatch(name)
    known = found is not None and int(found[1]) < len(hearing.agenda) and found[2] in set(MinutesLevel)
    return (hearing.agenda[int(found[1])], MinutesLevel(found[2])) if found and known else None
