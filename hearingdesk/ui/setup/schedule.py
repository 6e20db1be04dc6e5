"""A retention schedule as it is typed: one series a line, its length, from when on, and which law says so."""

import re

from hearingdesk.domain.names import folded
from hearingdesk.domain.values import PERMANENT, After, Series

MOST, LONGEST = 30, 300
LIKE = "Minutes: permanent (local schedule), or Speaker slips: 7 years after the meeting (Wis. Stat. 19.21)"
_WORDS = {After.MEETING: "the meeting", After.APPROVAL: "approval"}
_AFTER = {"meeting": After.MEETING, "approval": After.APPROVAL}
_LINE = re.compile(
    r"(?P<title>[^:]*[^:\s])\s*:\s*(?P<keep>permanent|[1-9]\d{0,2} (?:day|month|year)s?)"
    r"(?: after (?:the )?(?P<after>meeting|approval))?\s*(?:\((?P<authority>.*)\))?",
    re.IGNORECASE,
)


def written(schedule: tuple[Series, ...]) -> str:
    """As ``read`` takes it."""
    return "\n".join(map(_line, schedule))


def _line(series: Series) -> str:
    after = "" if series.keep == PERMANENT else f" after {_WORDS[series.after]}"
    return f"{series.title}: {series.keep}{after}" + (f" ({series.authority})" if series.authority else "")


def read(text: str) -> tuple[Series, ...]:
    """Raises ValueError with a sentence on the first line that is no series."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > MOST:
        raise ValueError(f"These are {len(lines):,} lines; {MOST} are the most.")
    schedule = tuple(map(_series, lines))
    names = [folded(series.title) for series in schedule]
    twice = next((series.title for series in schedule if names.count(folded(series.title)) > 1), "")
    if twice:
        raise ValueError(f"“{twice}” stands here twice. Tell the two apart, or leave one out.")
    return schedule


def _series(line: str) -> Series:
    if len(line) > LONGEST:
        raise ValueError(f"One line is {len(line):,} characters long; {LONGEST} are the most.")
    found = _LINE.fullmatch(line)
    if found is None:
        raise ValueError(f"“{line[:40]}” is no line of a schedule. Write it like {LIKE}.")
    after = _AFTER[(found["after"] or "meeting").lower()]
    return Series(found["title"].strip(), found["keep"].lower(), after, (found["authority"] or "").strip())
