"""Under which names typed text is kept until it is on the record, and how soon."""

DRAFT_AFTER = 600
"""Milliseconds from the first key pressed to the draft on the disk."""


def draft_key(slip: int) -> str:
    """Of the summary of a slip, the same at the console and in review."""
    return f"summary/{slip}"
