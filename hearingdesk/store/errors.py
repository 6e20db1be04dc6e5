"""The two ways in which the record says no."""


class Conflict(Exception):
    """Another station wrote first; nothing of this was recorded. Read on, and decide again."""


class JournalUnavailable(Exception):
    """The record cannot be written or read. ``str()`` says what happened, what is safe and what to do."""
