"""The words of the entries of hearingdesk.domain.events.minutes."""

from hearingdesk.domain.events import (
    CorrectionListed,
    Entry,
    MinutesApproved,
    MinutesPresented,
    MinutesReopened,
    NoteAppended,
)
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import full_date
from hearingdesk.domain.wording.root import because, line, who


@line.register
def _(event: MinutesPresented, _entry: Entry, _hearing: Hearing) -> str:
    return f"Minutes presented on {full_date(event.on)}"


@line.register
def _(event: CorrectionListed, _entry: Entry, _hearing: Hearing) -> str:
    return f"Correction to the minutes: {event.text}"


@line.register
def _(event: MinutesApproved, entry: Entry, hearing: Hearing) -> str:
    how = next((version.how for version in hearing.minutes.versions if version.seq == entry.seq), "")
    verb = "Minutes" if how.startswith("corrected") else "Minutes approved"
    return f"{' '.join(filter(None, (verb, how)))} on {full_date(event.on)}{because(event.motion)}"


@line.register
def _(event: MinutesReopened, _entry: Entry, _hearing: Hearing) -> str:
    return f"Minutes to be corrected, by the motion of {full_date(event.on)}{because(event.motion)}"


@line.register
def _(event: NoteAppended, _entry: Entry, hearing: Hearing) -> str:
    about = f" on {who(hearing, event.slip)}" if event.slip else ""
    return f"Note of {full_date(event.on)}{about}, beside the minutes: {event.text}"
