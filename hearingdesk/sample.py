"""The sample hearing, in the middle of its evening, as if it were tonight."""

import re
from datetime import datetime, timedelta
from pathlib import Path

from hearingdesk.domain.hearing import Phase
from hearingdesk.office import Office
from hearingdesk.resources import asset
from hearingdesk.script import ScriptClock, play, read_script, script_lines

ID = "sample"
OPENS_AT = "# hearingdesk open --sample begins here"
STILL_TONIGHT = timedelta(hours=12)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")


def sample_script() -> Path:
    """The whole evening, from the first slip to adjournment."""
    return asset("sample/hearing.jsonl")


def sample_hearing(office: Office) -> str:
    """The id of the sample hearing going on tonight; a new one, with its first half played, where there is none."""
    now = office.clock.now().utc
    for line in office.docket():
        tonight = line.phase is not Phase.ADJOURNED and now - line.last < STILL_TONIGHT
        if tonight and re.fullmatch(rf"{ID}(-\d+)?", line.id):
            return line.id
    made = office.free_id(ID)
    office.store.create(made)
    clock = ScriptClock()
    play(office.desk(made, clock), clock, read_script(_moved_to(now, _first_half()), office.library))
    return made


def _first_half() -> list[str]:
    lines = script_lines(sample_script())
    end = next(number for number, line in enumerate(lines) if line.startswith(OPENS_AT))
    return lines[:end]


def _moved_to(now: datetime, lines: list[str]) -> list[str]:
    """The lines with every time in them moved, so that the last of them happens now."""
    last = max(datetime.fromisoformat(time) for line in lines for time in _TIME.findall(line)[:1])
    later = timedelta(seconds=(now - last) // timedelta(seconds=1))
    return [_TIME.sub(lambda time: (datetime.fromisoformat(time[0]) + later).isoformat(), line) for line in lines]
