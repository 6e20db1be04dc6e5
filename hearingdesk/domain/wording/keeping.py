"""The words of the entries of hearingdesk.domain.events.keeping."""

from hearingdesk.domain.events import Entry, LegalHoldLifted, LegalHoldPlaced
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.wording.root import because, line


@line.register
def _(event: LegalHoldPlaced, _entry: Entry, _hearing: Hearing) -> str:
    return f"Legal hold placed{because(event.reason)}"


@line.register
def _(event: LegalHoldLifted, _entry: Entry, _hearing: Hearing) -> str:
    return f"Legal hold lifted{because(event.reason)}"
