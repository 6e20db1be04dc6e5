"""Numbers with their nouns, and lists as they are said."""

from collections.abc import Sequence


def how_many(number: int, one: str, many: str = "") -> str:
    """``1 person``, ``4 people``; ``many`` where it is not the noun with an s."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(names: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``; empty for nobody."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
