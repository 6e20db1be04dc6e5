"""What the docket says of a hearing: running, coming or past, and when."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from hearingdesk.domain.docket import DocketLine
from hearingdesk.domain.hearing import Phase
from hearingdesk.domain.local import clock_time, date_and_time, full_date
from hearingdesk.domain.names import folded
from hearingdesk.ui.kit.lines import Line
from hearingdesk.ui.kit.look import Tone

RUNNING = (Phase.IN_SESSION, Phase.RECESSED)
MARK = "REHEARSAL · "


def sections(lines: Sequence[DocketLine]) -> list[tuple[str, list[DocketLine]]]:
    """Running, those that cannot be read, upcoming (the soonest first), past (the latest first); none that is empty."""
    torn = [line for line in lines if not readable(line)]
    lines = [line for line in lines if readable(line)]
    running = sorted((line for line in lines if line.phase in RUNNING), key=lambda line: line.last, reverse=True)
    coming = sorted((line for line in lines if line.phase is Phase.PREPARED), key=lambda line: line.scheduled)
    past = sorted(
        (line for line in lines if line.phase is Phase.ADJOURNED), key=lambda line: line.scheduled, reverse=True
    )
    named = [("Running", running), ("Cannot be read", torn), ("Upcoming", coming), ("Past", past)]
    return [(name, found) for name, found in named if found]


def shown(lines: Sequence[DocketLine], now: datetime) -> list[Line]:
    """The docket as the list has it, with a heading above each section."""
    made: list[Line] = []
    for name, found in sections(lines):
        made.append(Line(("heading", name), name, heading=True))
        made += [_line(line, now) for line in found]
    return made


def readable(line: DocketLine) -> bool:
    """Whether the record could be read at all; the docket lists it either way."""
    return bool(line.body)


def title(line: DocketLine) -> str:
    mark = MARK if line.rehearsal else ""
    return f"{mark}{line.body or f'Hearing {line.id}'}"


def when(line: DocketLine, at: datetime) -> str:
    """Date and time in the meeting's own zone."""
    return date_and_time(at.astimezone(ZoneInfo(line.timezone)))


def details(line: DocketLine) -> str:
    if not readable(line):
        return line.title
    return " · ".join(part for part in (when(line, line.scheduled), line.title, line.place) if part)


def fault(line: DocketLine) -> str:
    """Of one that cannot be read: what happened, what is safe, what to do."""
    why = line.title.rstrip(".")
    return (
        f"{why}. What is on the disk was left as it is, and the other hearings are not touched by it. "
        f"“hearingdesk verify {line.id}” tells which entry it is; a backup, or a journal (.jsonl) of it, opens in "
        "another data folder: “hearingdesk --data FOLDER”."
    )


def found(lines: Sequence[DocketLine], typed: str, now: datetime) -> list[DocketLine]:
    """Those with words that begin as those typed do, in body, title, place, date, state or id; accents do not count."""
    words = [f" {word}" for word in folded(typed).split()]
    return [line for line in lines if all(word in _haystack(line, now) for word in words)] if words else list(lines)


@lru_cache(maxsize=4096)
def _haystack(line: DocketLine, now: datetime) -> str:
    at = line.scheduled.astimezone(ZoneInfo(line.timezone))
    said = (title(line), details(line), state(line, now), line.id, at.date().isoformat(), full_date(at))
    return f" {folded(' '.join(said))}"


def state(line: DocketLine, now: datetime) -> str:
    """``Resume · 2:32 PM``, ``today``, ``in 3 days``, ``adjourned 9:04 PM``: what a clerk looks for."""
    if not readable(line):
        return "Cannot be read"
    zone = ZoneInfo(line.timezone)
    last, today = line.last.astimezone(zone), now.astimezone(zone).date()
    at = clock_time(last) if last.date() == today else date_and_time(last)
    match line.phase:
        case Phase.IN_SESSION:
            return f"Resume · {at}"
        case Phase.RECESSED:
            return f"In recess · {at}"
        case Phase.PREPARED:
            return _coming((line.scheduled.astimezone(zone).date() - today).days)
        case _:
            same_day = last.date() == line.scheduled.astimezone(zone).date()
            return f"Adjourned · {clock_time(last) if same_day else at}"


def _coming(days: int) -> str:
    if days < 0:
        return "Not held yet"
    return {0: "Today", 1: "Tomorrow"}.get(days, f"In {days} days")


@lru_cache(maxsize=4096)
def _line(line: DocketLine, now: datetime) -> Line:
    return Line(line.id, title(line), details(line), aside=state(line, now), tone=_tone(line))


def _tone(line: DocketLine) -> Tone:
    if not readable(line):
        return Tone.BAD
    return Tone.ACCENT if line.phase in RUNNING else Tone.MUTED if line.phase is Phase.ADJOURNED else Tone.PLAIN
