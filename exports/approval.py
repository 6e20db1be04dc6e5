"""What the minutes say of their own life: draft or approved, what was corrected, and the notes beside them (M-08)."""

from collections.abc import Iterator

from exports.blocks import Block, Bullets, Heading, Item, Numbered, Para, Tone
from exports.words import in_brackets, sentence
from hearingdesk.domain.approval import Version
from hearingdesk.domain.events import NoteAppended
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import full_date

_NOTES = "What became known after the meeting. These notes are no part of the account of the meeting above."


def status(hearing: Hearing) -> str:
    """What stands at the head of every page: DRAFT until the body has approved what is written here."""
    version = hearing.minutes.approved
    if version is None:
        return "DRAFT"
    return f"{'Corrected' if version.reopened else 'Approved'} {full_date((version.reopened or version).on)}"


def status_line(hearing: Hearing) -> str:
    """The same in a sentence, under the title."""
    life, body = hearing.minutes, hearing.body.name
    if life.approved is not None:
        return _approved(life.approved, life.versions[0], body)
    if life.reopened is not None:
        was = full_date(life.versions[-1].on)
        motion = f"by the motion of {full_date(life.reopened.on)}{in_brackets(life.reopened.motion)}"
        return sentence(f"DRAFT: the minutes approved on {was} are being corrected {motion}")
    if life.presented is not None:
        return f"DRAFT: presented on {full_date(life.presented)}; not yet approved by the {body}."
    return f"DRAFT: not yet approved by the {body}."


def _approved(version: Version, first: Version, body: str) -> str:
    reopened = version.reopened
    if reopened is None:
        return sentence(f"Approved {version.how} by the {body} on {full_date(version.on)}{in_brackets(version.motion)}")
    return sentence(
        f"Approved {first.how} by the {body} on {full_date(first.on)}; corrected after approval, by the motion of "
        f"{full_date(reopened.on)}{in_brackets(reopened.motion)}; version {version.number} of these minutes"
    )


def approval_to_sign(hearing: Hearing) -> str:
    """The words under the line where the approval is signed."""
    version = hearing.minutes.approved
    if version is None:
        return "Approved on (date), as submitted or as corrected"
    if version.reopened is not None:
        return f"Corrected after approval, {full_date(version.on)}"
    return f"Approved on {full_date(version.on)}, {version.how}"


def corrections(hearing: Hearing) -> Iterator[Block]:
    """All that was corrected since the minutes were first presented, version by version."""
    life = hearing.minutes
    lists = [(_title(version), version.corrections) for version in life.versions if version.corrections]
    if life.corrections:
        lists.append(("Corrections, not yet approved", life.corrections))
    for title, lines in lists:
        yield Heading(2, title)
        yield Numbered(tuple(Item(line) for line in lines))


def _title(version: Version) -> str:
    reopened = version.reopened
    if reopened is None:
        return f"Corrections, approved {full_date(version.on)}"
    return f"Corrections after approval, by the motion of {full_date(reopened.on)}"


def notes(hearing: Hearing) -> Iterator[Block]:
    """What was noted beside the minutes: dated, and outside the account of the meeting (M-09)."""
    told = hearing.minutes.notes
    if told:
        yield Heading(2, "Notes added after the meeting")
        yield Para(_NOTES, Tone.NOTE, with_next=True)
        yield Bullets(tuple(Item(_noted(note, hearing)) for note in told))


def _noted(note: NoteAppended, hearing: Hearing) -> str:
    registration = hearing.registrations.get(note.slip)
    about = f", on {registration.published_name}" if registration else ""
    return f"{full_date(note.on)}{about}: {sentence(note.text)}"
