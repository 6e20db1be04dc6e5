"""What may be chosen of an export: which copy, which files, on which paper, and how much is said of each speaker."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from exports.blocks import Paper
from exports.published import Copy
from hearingdesk.domain.values import MinutesLevel


class Format(StrEnum):
    """A kind of file, or of files."""

    PDF = "pdf"  # minutes, to be filed
    DOCX = "docx"  # minutes, to be read through before they are approved
    HTML = "html"  # minutes, for a web site
    TXT = "txt"  # minutes, to be read anywhere
    XLSX = "xlsx"  # testimony
    CSV = "csv"  # testimony, a file for each table
    JSON = "json"  # testimony, all tables
    POPOLO = "popolo"  # motions and votes
    ICS = "ics"  # the meeting, for a calendar


PAPERS = (Format.PDF, Format.DOCX, Format.HTML, Format.TXT)
"""The formats of minutes and concern report."""


@dataclass(frozen=True, slots=True)
class Options:
    """One export. `levels` sets the detail of single items, by id, apart from the profile's (M-02).

    `concern_report` adds the concern report, in each of the formats asked for that are papers. `version` is the number
    of approved minutes to write as they were then (M-08); 0 for the minutes as they stand.
    """

    copy: Copy = Copy.PUBLISHED
    formats: tuple[Format, ...] = (Format.PDF, Format.XLSX)
    paper: Paper = Paper.LETTER
    levels: Mapping[str, MinutesLevel] = field(default_factory=dict)
    concern_report: bool = False
    version: int = 0
