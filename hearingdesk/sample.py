"""The sample hearing, in the middle of its evening, as if it were tonight."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from hearingdesk.desk import Desk
from hearingdesk.domain.events import Entry
from hearingdesk.domain.hearing import Phase
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.values import Contact
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
    made, clock, pages = office.free_id(ID), ScriptClock(), _LoosePages()
    play(Desk(pages, clock, office.by), clock, read_script(_moved_to(now, _first_half()), office.library))
    office.store.create(made)
    office.store.journal(made).append(pages.entries, pages.known)
    return made


class _LoosePages:
    """A journal before it is bound: an evening of entries is then committed in one go, not one by one."""

    head = ""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.known: dict[int, Contact] = {}

    def read(self) -> Sequence[Entry]:
        return self.entries

    def append(self, entries: Sequence[Entry], contacts: Mapping[int, Contact]) -> None:
        self.entries += entries
        self.known |= contacts

    def contacts(self) -> dict[int, Contact]:
        return self.known

    def keep_contact(self, slip: int, contact: Contact) -> None:
        self.known[slip] = contact

    def drafts(self) -> dict[str, str]:
        return {}

    def keep_draft(self, key: str, text: str) -> None:
        """A script types nothing."""

    def beat(self, now: Moment) -> None:
        """A script does not fail in mid-speech."""

    def last_beat(self) -> Moment | None:
        return None


def _first_half() -> list[str]:
    lines = script_lines(sample_script())
    end = next(number for number, line in enumerate(lines) if line.startswith(OPENS_AT))
    return lines[:end]


def _moved_to(now: datetime, lines: list[str]) -> list[str]:
    """The lines with every time in them moved, so that the last of them happens now."""
    last = max(datetime.fromisoformat(time) for line in lines for time in _TIME.findall(line)[:1])
    later = timedelta(seconds=(now - last) // timedelta(seconds=1))
    return [_TIME.sub(lambda time: (datetime.fromisoformat(time[0]) + later).isoformat(), line) for line in lines]
