"""Files in: sign-ups and agendas, read apart from the program, mapped and previewed before anything is recorded."""

from hearingdesk.intake.agenda import AgendaPreview, MeetingFacts, SetAside, read_agenda
from hearingdesk.intake.errors import BadChoice, BadMapping, IntakeError, Unreadable
from hearingdesk.intake.fields import Field
from hearingdesk.intake.kinds import FileKind, kind_of
from hearingdesk.intake.mapping import Mapping, fingerprint, guess, remembered
from hearingdesk.intake.pasted import Pasted
from hearingdesk.intake.preview import Accepted, Preview, PreviewRow, RowState, preview
from hearingdesk.intake.reading import read
from hearingdesk.intake.sheets import Row, Sheet
from hearingdesk.intake.word import WordFile, WordLine, read_word, word_file

__all__ = [
    "Accepted",
    "AgendaPreview",
    "BadChoice",
    "BadMapping",
    "Field",
    "FileKind",
    "IntakeError",
    "Mapping",
    "MeetingFacts",
    "Pasted",
    "Preview",
    "PreviewRow",
    "Row",
    "RowState",
    "SetAside",
    "Sheet",
    "Unreadable",
    "WordFile",
    "WordLine",
    "fingerprint",
    "guess",
    "kind_of",
    "preview",
    "read",
    "read_agenda",
    "read_word",
    "remembered",
    "word_file",
]
