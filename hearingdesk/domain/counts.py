"""Numbers with their nouns."""


def how_many(number: int, one: str, many: str = "") -> str:
    """``1 person``, ``4 people``; ``many`` where it is not the noun with an s."""
    return f"{number} {one if number == 1 else many or one + 's'}"
