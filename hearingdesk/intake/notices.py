"""An agenda as a file tells it: the items to be noticed, what was left out and why, and the facts of the meeting."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hearingdesk.domain.names import folded
from hearingdesk.domain.values import ItemKind, ItemNotice
from hearingdesk.intake import answers
from hearingdesk.intake.mapping import Mapping
from hearingdesk.intake.sheets import Sheet

NOTICED = "noticed"
ASIDE = "set aside"


@dataclass(frozen=True, slots=True)
class SetAside:
    """A line of the file that is no agenda item; ``number`` is its row, or its place in the file from 1."""

    number: int
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What the file says of the meeting; ``time`` is as it was typed, ``place`` may have several lines."""

    body: str = ""
    day: date | None = None
    time: str = ""
    place: str = ""
    comment: str = ""

    def starts(self, timezone: str) -> datetime | None:
        """The start in UTC; None where day or time cannot be read."""
        return at_time(self.day, self.time, timezone)

    @property
    def words(self) -> str:
        """The meeting in one line, to choose by."""
        return ", ".join(filter(None, (self.body, self.day.isoformat() if self.day else "", self.time)))


@dataclass(frozen=True, slots=True)
class AgendaPreview:
    """The agenda of one meeting. ``sheet`` and ``mapping`` are there where it came from columns."""

    items: tuple[ItemNotice, ...]
    set_aside: tuple[SetAside, ...] = ()
    facts: MeetingFacts = MeetingFacts()
    notes: tuple[str, ...] = ()
    sheet: Sheet | None = None
    mapping: Mapping | None = None

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many lines became what; the sum is all that were read."""
        parts = ((NOTICED, len(self.items)), (ASIDE, len(self.set_aside)))
        return tuple(part for part in parts if part[1])


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an agenda before it is judged. ``numbered`` tells an item from the title of a section."""

    place: int
    title: str
    number: str = ""
    file_number: str = ""
    type: str = ""
    consent: bool = False
    note: str = ""
    hear_by: str = ""
    matter: bool = False

    @property
    def numbered(self) -> bool:
        return bool(self.number or self.file_number or self.matter)


_COMMENT = re.compile(
    r"\b(comments? (s )?by the public|public (comments?|participation|forum|input|testimony)|open (forum|comment|mic)"
    r"|(citizen|resident|community|audience) s? ?(comment|communication|input|participation)\w*|oral communications?"
    r"|communications? from the (public|floor)|privilege of the floor|hearing of citizens|general (public )?comment)"
)
_PROCEDURE = re.compile(
    r"(meeting )?(call(ed)? to order|roll call|quorum|pledge|moment of silence|invocation|adjourn\w*|recess|reconvene"
    r"|opening|closing|welcome|land acknowledg\w*|announcements?|introductions?|(executive|closed) session"
    r"|(approval|adoption) of (the )?agenda|order of business)\b.*"
)
_HEARING = re.compile(r"\b(public hearings?|hearing held|hearing (on|to consider)|quasi judicial|oversight)\b")
_ACTION = re.compile(
    r"\b(resolution|ordinance|motion|appointment|approval|contract|permit|petition|appeal|application|bylaw)\b"
)
_PRESENTATION = re.compile(
    r"\b(presentations?|communications?|reports?|updates?|briefing|informational|proclamation|recognition)\b"
)
_HEAR_BY = r"(?:no later than|not later than|heard (?:by|at)|time certain(?: of)?:?|not before|at|by)\s+"
_TIME = r"(\d{1,2}(?::\d{2})?\s*[ap]\.?\s?m\b\.?|noon)"
_KINDS = {kind.value: kind for kind in ItemKind} | {
    "publichearing": ItemKind.HEARING,
    "publiccomment": ItemKind.COMMENT,
    "comments": ItemKind.COMMENT,
    "consentagenda": ItemKind.CONSENT,
    "procedural": ItemKind.PROCEDURE,
}


def kind_of(title: str, of_type: str = "", *, consent: bool = False) -> ItemKind:
    """What an item is, by its title, its type and the flag of the consent agenda."""
    plain, kind = folded(title), folded(of_type)
    tried = (
        (_KINDS.get(kind.replace(" ", "")), True),
        (ItemKind.COMMENT, _COMMENT.search(plain) or _COMMENT.search(kind)),
        (ItemKind.PROCEDURE, _PROCEDURE.fullmatch(plain) or _PROCEDURE.fullmatch(kind)),
        (ItemKind.CONSENT, consent),
        (ItemKind.HEARING, _HEARING.search(plain) or _HEARING.search(kind)),
        (ItemKind.ACTION, _ACTION.search(kind) or _ACTION.match(plain)),
        (ItemKind.PRESENTATION, _PRESENTATION.search(kind) or _PRESENTATION.search(plain)),
    )
    return next((found for found, fits in tried if found and fits), ItemKind.ACTION)


def judged(
    lines: Sequence[Line], facts: MeetingFacts, timezone: str, agenda: Collection[ItemNotice]
) -> tuple[tuple[ItemNotice, ...], tuple[SetAside, ...]]:
    """The items among the lines, in order, with ids of their own; and the lines that are none, each with a reason."""
    items: list[ItemNotice] = []
    aside: list[SetAside] = []
    under = ""
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        if _is_section(line, following):
            under = line.title
            aside.append(SetAside(line.place, line.title, "the title of a section, not an item"))
            continue
        notice = _notice(line, under, facts, timezone)
        twin = _twin(notice, [*agenda, *items])
        if twin:
            aside.append(SetAside(line.place, line.title, f"on the agenda already, as {twin.number or twin.id}"))
        else:
            taken = {item.id for item in (*agenda, *items)}
            items.append(replace(notice, id=_free(notice.id or str(line.place), taken)))
    return tuple(items), tuple(aside)


def at_time(day: date | None, said: str, timezone: str) -> datetime | None:
    """A time of that day in the room, in UTC; None where it cannot be read."""
    clock = timedelta(hours=12) if folded(said) == "noon" else answers.clock(said)
    if day is None or clock is None:
        return None
    midnight = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(timezone or "UTC"))
    return (midnight + clock).astimezone(UTC)


def _is_section(line: Line, following: Line | None) -> bool:
    """A title without number, file or matter that stands over items which have them."""
    if line.numbered or following is None or not following.numbered:
        return False
    return kind_of(line.title, line.type) not in (ItemKind.COMMENT, ItemKind.PROCEDURE) and len(line.title) < 80


def _notice(line: Line, under: str, facts: MeetingFacts, timezone: str) -> ItemNotice:
    number = line.number.strip().rstrip(".").strip()
    section = folded(under)
    consent = line.consent or (section.startswith("consent") and not section.startswith("non consent"))
    of_type = line.type or ("public hearing" if _HEARING.search(section) else "")
    kind = kind_of(line.title, of_type, consent=consent)
    hear_by = _hear_by(line, number, facts, timezone)
    return ItemNotice(number or line.file_number, number, line.title, line.file_number, kind, hear_by)


def _hear_by(line: Line, number: str, facts: MeetingFacts, timezone: str) -> datetime | None:
    """From its own column; else from the words of the item; else from the meeting's comment, which names the item."""
    if line.hear_by:
        return at_time(facts.day, line.hear_by, timezone) or answers.moment(line.hear_by, timezone or "UTC")
    own = re.search(r"\b(?:heard|time certain)\b.{0,40}?" + _TIME, f"{line.title} {line.note}", re.IGNORECASE)
    if own:
        return at_time(facts.day, own[1], timezone)
    for name in filter(None, (number, line.file_number)):
        pattern = rf"\b{re.escape(name)}\b[^.]{{0,60}}?\bheard {_HEAR_BY}{_TIME}"
        said = re.search(pattern, facts.comment, re.IGNORECASE)
        if said:
            return at_time(facts.day, said[1], timezone)
    return None


def _twin(notice: ItemNotice, others: Sequence[ItemNotice]) -> ItemNotice | None:
    """The same item noticed before: the same file number, or the same number and title."""
    for other in others:
        same_file = notice.file_number and folded(notice.file_number) == folded(other.file_number)
        if same_file and notice.number in ("", other.number):
            return other
        if (notice.number, folded(notice.title)) == (other.number, folded(other.title)) and notice.number:
            return other
    return None


def _free(wanted: str, taken: Collection[str]) -> str:
    """An id like the one wanted that nobody has."""
    times, free = 1, wanted
    while free in taken:
        times += 1
        free = f"{wanted}-{times}"
    return free
