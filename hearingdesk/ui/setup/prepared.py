"""A hearing being prepared: what was typed, what is wrong with it field by field, and the hearing it makes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, available_timezones

from hearingdesk.domain.local import clock_time
from hearingdesk.domain.members import free_id, majority, with_office
from hearingdesk.domain.names import folded
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.standing import Usual, meeting_days
from hearingdesk.domain.values import Body, Concern, ItemNotice, Meeting, Member
from hearingdesk.ui.kit import typed
from hearingdesk.ui.setup.files import Source

LONGEST = 200
"""Characters in a name, an office, a place."""
MOST_MEMBERS = 100


@dataclass(frozen=True, slots=True)
class NewHearing:
    """All that a hearing is prepared with. ``source`` names the agenda's file; ``sign_ups`` is to be read next."""

    body: Body
    meeting: Meeting
    profile: RuleProfile
    concerns: tuple[Concern, ...] = ()
    items: tuple[ItemNotice, ...] = ()
    source: str = ""
    sign_ups: Source | None = None


@dataclass(frozen=True, slots=True)
class TypedBody:
    """A body as it is typed; ``members`` has one a line, the office after a comma."""

    body: str
    jurisdiction: str
    member_word: str
    quorum: str
    clerk: str
    members: str

    def body_faults(self) -> Mapping[str, str]:
        """A sentence by field."""
        return {
            "body": line_fault(self.body, needed="Say which body meets, such as Plan Commission."),
            "jurisdiction": line_fault(self.jurisdiction),
            "members": self._members_fault(),
            "quorum": self._quorum_fault(),
            "member_word": line_fault(self.member_word),
            "clerk": line_fault(self.clerk),
        }

    def made_body(self, known: Sequence[Member] = ()) -> Body:
        """The body; a member who was ``known`` by the same name keeps the id."""
        members = read_members(self.members, known)
        quorum = int(self.quorum) if self.quorum else majority(len(members))
        word = self.member_word or "Member"
        return Body(self.body, self.jurisdiction, members, quorum, self.clerk, word)

    def _members_fault(self) -> str:
        members = read_members(self.members)
        if not members:
            return "Name the members, one a line, in the order of the roll."
        if len(members) > MOST_MEMBERS:
            return f"These are {len(members):,} members; {MOST_MEMBERS} are the most."
        if any(len(part) > LONGEST for member in members for part in (member.name, member.office)):
            return f"A name or office here is longer than {LONGEST} characters. Write one member a line."
        names = [folded(member.name) for member in members]
        twice = next((name for name in names if names.count(name) > 1), "")
        return f"“{twice}” stands here twice. Tell the two apart, for instance by an initial." if twice else ""

    def _quorum_fault(self) -> str:
        members = len(read_members(self.members))
        said = self.quorum
        read = int(said) if said.isascii() and said.isdigit() and len(said) < 4 else 0
        if not said or not members or 1 <= read <= members:
            return ""
        return f"Write a number from 1 to {members}, or leave it empty for a majority."


@dataclass(frozen=True, slots=True)
class TypedUsual:
    """Where and when a body usually meets, as it is typed; any of it may be empty."""

    kind: str
    place: str
    remote: str
    meets: str
    time: str
    timezone: str

    def faults(self) -> Mapping[str, str]:
        """A sentence by field for everything that has to be mended first."""
        no_days = "This reads as no days. Write it like 1st and 3rd Thursday, or every Tuesday."
        found = {
            "kind": line_fault(self.kind),
            "place": line_fault(self.place),
            "remote": line_fault(self.remote),
            "meets": no_days if self.meets and meeting_days(self.meets) is None else "",
            "time": time_fault(self.time) if self.time else "",
            "timezone": zone_fault(self.timezone) if self.timezone else "",
        }
        return {field: sentence for field, sentence in found.items() if sentence}

    def made(self) -> Usual:
        return Usual(self.kind, self.place, self.remote, self.meets, self.time, self.timezone)


@dataclass(frozen=True, slots=True)
class Typed(TypedBody):
    """The form of a new hearing as it stands."""

    kind: str
    day: str
    time: str
    timezone: str
    place: str
    remote: str
    rehearsal: bool

    def faults(self) -> Mapping[str, str]:
        """A sentence by field for everything that has to be mended first."""
        found = {
            **self.body_faults(),
            "kind": line_fault(self.kind, needed="Say what meeting this is, such as Regular meeting."),
            "day": "" if typed.day(self.day) else "This reads as no day. Write it like 2026-02-05 or Feb 5, 2026.",
            "time": time_fault(self.time),
            "place": line_fault(self.place),
            "timezone": zone_fault(self.timezone),
            "remote": line_fault(self.remote),
        }
        return {field: sentence for field, sentence in found.items() if sentence}

    def made_meeting(self) -> Meeting:
        """The meeting; only where there are no faults."""
        day, at = typed.day(self.day) or date.min, typed.times(self.time)[0]
        scheduled = datetime.combine(day, at, ZoneInfo(self.timezone)).astimezone(UTC)
        return Meeting(
            self.kind, self.kind, self.place, scheduled, self.timezone, remote=self.remote, rehearsal=self.rehearsal
        )


def read_members(text: str, known: Sequence[Member] = ()) -> tuple[Member, ...]:
    """``Ada Brennan, Chair`` a line."""
    ids = {member.name: member.id for member in known}
    made: list[Member] = []
    for line in text.splitlines():
        name, _, office = (part.strip() for part in line.partition(","))
        if name:
            taken = {member.id for member in made} | {ids[n] for n in ids if n != name}
            made.append(Member(ids.get(name) or free_id(name, taken), name, office))
    return tuple(made)


def written_members(members: Sequence[Member]) -> str:
    """As ``read_members`` reads them."""
    return "\n".join(map(with_office, members))


def time_fault(said: str) -> str:
    """Why this cannot be the time of a meeting; empty where it can."""
    found = typed.times(said)
    if not found:
        return "This reads as no time. Write it like 6:00 PM."
    return "" if len(found) == 1 else f"Say which: {clock_time(found[0])} or {clock_time(found[1])}."


def zone_fault(zone: str) -> str:
    """Why this can be no time zone; empty where it is one."""
    return "" if zone in available_timezones() else "This is no time zone. Write it like America/Chicago."


def line_fault(text: str, needed: str = "") -> str:
    """What is wrong with one line of text: too long, or missing where it is ``needed``."""
    if len(text) > LONGEST:
        return f"This is {len(text):,} characters long; {LONGEST} are the most."
    return "" if text else needed
