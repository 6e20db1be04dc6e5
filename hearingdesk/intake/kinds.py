"""What a file brings, told by its content: people, an agenda, or a record to be taken back."""

import json
from enum import StrEnum
from pathlib import Path

from hearingdesk.intake.agenda import AgendaField, guess_agenda
from hearingdesk.intake.fields import Field
from hearingdesk.intake.mapping import guess
from hearingdesk.intake.nature import Nature, contents, nature
from hearingdesk.intake.reading import read

_NAMES = {Field.NAME, Field.GIVEN_NAME, Field.SURNAME, Field.SCREEN_NAME}


class FileKind(StrEnum):
    """The value is the word to show."""

    SIGN_UPS = "sign-ups"
    AGENDA = "agenda items"
    RECORD = "record"


def kind_of(path: Path) -> FileKind:
    """A table that names nobody and has titles is an agenda; any other table is people. Raises Unreadable."""
    data = contents(path)
    if _is_record(data):
        return FileKind.RECORD
    if nature(path.name, data) is Nature.JSON:
        return FileKind.AGENDA
    sheet = next(sheet for sheet in read(path) if sheet.body)
    people, items = guess(sheet).columns.keys(), guess_agenda(sheet).columns
    return FileKind.AGENDA if AgendaField.TITLE in items and not people & _NAMES else FileKind.SIGN_UPS


def _is_record(data: bytes) -> bool:
    """Whether the first line is an entry of a journal in JSON Lines."""
    first = data.lstrip(b"\xef\xbb\xbf \r\n").partition(b"\n")[0]
    try:
        line = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(line, dict) and {"hearing", "seq", "hash"} <= line.keys()
