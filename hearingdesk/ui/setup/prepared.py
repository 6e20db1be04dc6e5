"""A hearing being prepared: what was typed, what is wrong with it field by field, and the hearing it makes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from hearingdesk.domain.local import clock_time
from hearingdesk.domain.members import free_id, majority, with_office
from hearingdesk.domain.names import folded
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.values import Body, Concern, ItemNotice, Meeting, Member
from hearingdesk.ui.kit import typed


@dataclass(frozen=True, slots=True)
class NewHearing:
    """All that a hearing is prepared with. ``source`` names the agenda's file; ``sign_ups`` is to be read next."""

    body: Body
    meeting: Meeting
    profile: RuleProfile
    concerns: tuple[Concern, ...] = ()
    items: tuple[ItemNotice, ...] = ()
    source: str = ""
    sign_ups: Path | None = None


@dataclass(frozen=True, slots=True)
class Typed:
    """The form as it stands; ``members`` has one a line, the office after a comma."""

    body: str
    jurisdiction: str
    member_word: str
    quorum: str
    clerk: str
    members: str
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
            "body": "" if self.body else "Say which body meets, such as Plan Commission.",
            "members": self._members_fault(),
            "quorum": self._quorum_fault(),
            "kind": "" if self.kind else "Say what meeting this is, such as Regular meeting.",
            "day": "" if typed.day(self.day) else "This reads as no day. Write it like 2026-02-05 or Feb 5, 2026.",
            "time": _time_fault(self.time),
            "timezone": _zone_fault(self.timezone),
        }
        return {field: sentence for field, sentence in found.items() if sentence}

    def made_body(self, known: Sequence[Member] = ()) -> Body:
        """The body; a member who was ``known`` by the same name keeps the id."""
        members = read_members(self.members, known)
        quorum = int(self.quorum) if self.quorum else majority(len(members))
        word = self.member_word or "Member"
        return Body(self.body, self.jurisdiction, members, quorum, self.clerk, word)

    def made_meeting(self) -> Meeting:
        """The meeting; only where there are no faults."""
        day, at = typed.day(self.day) or date.min, typed.times(self.time)[0]
        scheduled = datetime.combine(day, at, ZoneInfo(self.timezone)).astimezone(UTC)
        return Meeting(
            self.kind, self.kind, self.place, scheduled, self.timezone, remote=self.remote, rehearsal=self.rehearsal
        )

    def _members_fault(self) -> str:
        names = [folded(member.name) for member in read_members(self.members)]
        if not names:
            return "Name the members, one a line, in the order of the roll."
        twice = next((name for name in names if names.count(name) > 1), "")
        return f"“{twice}” stands here twice. Tell the two apart, for instance by an initial." if twice else ""

    def _quorum_fault(self) -> str:
        members = len(read_members(self.members))
        said = self.quorum
        read = int(said) if said.isascii() and said.isdigit() and len(said) < 4 else 0
        if not said or not members or 1 <= read <= members:
            return ""
        return f"Write a number from 1 to {members}, or leave it empty for a majority."


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


def _time_fault(said: str) -> str:
    found = typed.times(said)
    if not found:
        return "This reads as no time. Write it like 6:00 PM."
    return "" if len(found) == 1 else f"Say which: {clock_time(found[0])} or {clock_time(found[1])}."


def _zone_fault(zone: str) -> str:
    return "" if zone in available_timezones() else "This is no time zone. Write it like America/Chicago."
