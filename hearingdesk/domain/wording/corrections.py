"""The words of the entries of hearingdesk.domain.events.corrections."""

from hearingdesk.domain.events import Entry, EntryStruck, StrikeLifted
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.wording.root import because, line, words


@line.register
def _(event: EntryStruck, _entry: Entry, hearing: Hearing) -> str:
    return f"Entry {event.seq} struck{_quoted(hearing, event.seq)}{because(event.reason)}"


@line.register
def _(event: StrikeLifted, _entry: Entry, hearing: Hearing) -> str:
    return f"Entry {event.seq} restored{_quoted(hearing, event.seq)}"


def _quoted(hearing: Hearing, seq: int) -> str:
    """What the entry said, so that nobody has to look it up."""
    return f" (“{words(hearing.entries[seq - 1], hearing)}”)" if 0 < seq <= len(hearing.entries) else ""
