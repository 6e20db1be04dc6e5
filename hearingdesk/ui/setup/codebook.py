"""What is wrong with a concern set as it is typed: a sentence by field, for the set and for each concern of it."""

import re
from collections.abc import Collection, Sequence

from hearingdesk.domain.names import folded
from hearingdesk.domain.values import Concern

LONGEST_CODE, LONGEST_LABEL, LONGEST_TEXT = 12, 60, 500


def set_faults(title: str, source: str, titles: Collection[str], concerns: Sequence[Concern]) -> dict[str, str]:
    """By ``title``, ``source`` and ``concerns``."""
    found = {
        "title": _title_fault(title, titles),
        "source": _length_fault(source),
        "concerns": "" if concerns else "Add at least one concern.",
    }
    return {field: sentence for field, sentence in found.items() if sentence}


def concern_faults(concern: Concern, others: Sequence[Concern]) -> dict[str, str]:
    """By ``code``, ``label``, ``key`` and ``definition``; ``others`` are those of the set beside it."""
    found = {
        "code": _code_fault(concern.code, [other.code for other in others]),
        "label": _label_fault(concern.label, [other.label for other in others]),
        "key": _key_fault(concern.key, others),
        "definition": _length_fault(concern.definition),
    }
    return {field: sentence for field, sentence in found.items() if sentence}


def free_code(concerns: Sequence[Concern]) -> str:
    """``NEW``; where that is taken ``NEW2``, ``NEW3`` and so on."""
    taken = {concern.code for concern in concerns}
    numbered = ("NEW", *(f"NEW{number}" for number in range(2, len(taken) + 3)))
    return next(code for code in numbered if code not in taken)


def _title_fault(title: str, titles: Collection[str]) -> str:
    if not title:
        return "Give the set a title, such as Housing."
    if len(title) > LONGEST_LABEL:
        return f"This is {len(title):,} characters long; {LONGEST_LABEL} are the most."
    return "Another set has this title. Give this one another." if folded(title) in map(folded, titles) else ""


def _code_fault(code: str, others: Collection[str]) -> str:
    if not re.fullmatch(f"[A-Z0-9]{{1,{LONGEST_CODE}}}", code):
        return f"A code is 1 to {LONGEST_CODE} capital letters or digits, like PRIV."
    return f"The code {code} stands for another concern of this set. Write another." if code in others else ""


def _label_fault(text: str, others: Collection[str]) -> str:
    if not text:
        return "Say in a word or two what is raised, such as Privacy invasion."
    if len(text) > LONGEST_LABEL:
        return f"This is {len(text):,} characters long; {LONGEST_LABEL} are the most."
    twin = folded(text) in map(folded, others)
    return "Another concern of this set is called so. Tell the two apart." if twin else ""


def _key_fault(key: int, others: Sequence[Concern]) -> str:
    taken = next((other for other in others if key and other.key == key), None)
    return f"Key {key} is that of “{taken.label}”. Choose another, or none." if taken else ""


def _length_fault(text: str) -> str:
    return f"This is {len(text):,} characters long; {LONGEST_TEXT} are the most." if len(text) > LONGEST_TEXT else ""
