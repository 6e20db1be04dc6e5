"""The words of the entries of hearingdesk.domain.events.review."""

from hearingdesk.domain.events import Entry, SpeakerCoded
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.wording.root import line, who


@line.register
def _(event: SpeakerCoded, _entry: Entry, hearing: Hearing) -> str:
    labels = ", ".join(hearing.concern(code).label for code in event.codes)
    by = f" by {event.coder}" if event.coder else ""
    return f"{who(hearing, event.slip)} coded, {event.coding.word}{by}: {labels}"
