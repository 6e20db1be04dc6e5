"""Under which names typed text is kept until it is on the record."""


def draft_key(slip: int) -> str:
    """Of the summary of a slip, the same at the console and in review."""
    return f"summary/{slip}"
