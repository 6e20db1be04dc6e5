"""Text from people made fit for the wall: nothing in it can turn the line around or climb out of it."""

import unicodedata

_MARKS = 4
"""How many marks may stand on one letter; real scripts stay below, scribbles do not."""

_JOINERS = "\u200b\u200c\u200d"
"""Zero-width characters that real names and emoji need: where a Khmer line may break, how a Persian one joins."""


def _is_letter_or_sign(char: str, kind: str) -> bool:
    """No format character, surrogate, private or non-character; joiners are kept."""
    nothing = ord(char) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF
    return char in _JOINERS or (kind not in ("Cf", "Cs", "Co") and not nothing)


def plain(text: str) -> str:
    """One line without control characters, turns of direction, stray surrogates, or more than a few marks a letter."""
    kept: list[str] = []
    marks = 0
    for char in text:
        kind = unicodedata.category(char)
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if kind in ("Cc", "Zs", "Zl", "Zp"):
            kept.append(" ")
        elif marks <= _MARKS and _is_letter_or_sign(char, kind):
            kept.append(char)
    return " ".join("".join(kept).split())
