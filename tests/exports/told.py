"""The minutes of a hearing as one line of plain text, to look for what they say."""

from pathlib import Path

from exports.minutes import minutes
from exports.plain_text import write_text
from hearingdesk.domain.hearing import Hearing


def told(hearing: Hearing, folder: Path) -> str:
    """What the minutes say, all white space as single blanks."""
    target = folder / "minutes.txt"
    write_text(minutes(hearing, ""), target)
    return " ".join(target.read_text(encoding="utf-8").split())
