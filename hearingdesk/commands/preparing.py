"""A new hearing out of what the command line was told, what is kept of the body, and what the agenda's file says."""

from argparse import Namespace
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo, available_timezones

from exports.pictures import drawable
from hearingdesk import intake
from hearingdesk.clock import zone_here
from hearingdesk.domain.members import free_id, majority
from hearingdesk.domain.names import folded
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.standing import KeptBody
from hearingdesk.domain.values import LARGEST_SEAL, Body, Concern, Meeting, Member, Stationery
from hearingdesk.intake.notices import MeetingFacts
from hearingdesk.library import USUAL_CONCERNS, USUAL_PROFILE
from hearingdesk.office import Office, Refused

T = TypeVar("T")
KIND = "Regular meeting"
_HEADS = {"name", "member", "full name", "member name"}


def create(office: Office, asked: Namespace) -> str:
    """The id of the hearing that was made. Raises Refused, and what the office and the intake raise."""
    timezone = asked.timezone or zone_here()
    _need_zone(timezone)
    agenda = _agenda(asked, timezone)
    facts = agenda.facts if agenda else MeetingFacts()
    name = _need(asked.body or facts.body, "--body", "who meets")
    known = next((kept for kept in office.bodies() if folded(kept.body.name) == folded(name)), None)
    meeting = Meeting(
        kind=asked.kind or KIND,
        title=asked.title or asked.kind or KIND,
        place=" ".join((asked.place or facts.place).split()),
        scheduled=_when(asked.when, timezone) or _need(facts.starts(timezone), "--when", "when it meets"),
        timezone=timezone,
        rehearsal=asked.rehearsal,
    )
    return office.create(
        _body(asked, name, known),
        meeting,
        _profile(office, asked, known),
        _concerns(office, asked, known),
        agenda.items if agenda else (),
        asked.id,
        asked.agenda.name if agenda else "",
    )


def _body(asked: Namespace, name: str, known: KeptBody | None) -> Body:
    """As it is kept, but for what is told now."""
    before = known.body if known else Body(name)
    members = members_of(asked.members) if asked.members else before.members
    if not members:
        raise Refused(
            f"The {name} has no members yet. Nothing was made. Name them with --members FILE, one a row: name, office."
        )
    quorum = majority(len(members)) if asked.members else before.quorum
    if asked.quorum is not None and not 1 <= asked.quorum <= len(members):
        raise Refused(
            f"{asked.quorum} members can be no quorum of {len(members)}. Nothing was made. "
            f"Say a number from 1 to {len(members)}, or leave --quorum out for a majority."
        )
    return replace(
        before,
        jurisdiction=asked.jurisdiction or before.jurisdiction,
        members=members,
        quorum=asked.quorum or quorum,
        clerk=asked.clerk or before.clerk,
        held_words=asked.held_words or before.held_words,
        stationery=_stationery(asked, before.stationery),
    )


def _stationery(asked: Namespace, before: Stationery) -> Stationery:
    return Stationery(
        address=asked.address or before.address,
        reach=asked.reach or before.reach,
        seal=_seal(asked.seal) if asked.seal else before.seal,
        seal_words=asked.seal_words or before.seal_words,
    )


def _seal(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            seal = file.read(LARGEST_SEAL + 1)  # one byte more than may be, whatever the file is
    except OSError as fault:
        raise Refused(f"The seal {path} cannot be read: {fault.strerror}. Nothing was made. Choose another.") from fault
    if not Stationery(seal=seal).seal_fault and not drawable(seal):
        raise Refused(f"The seal {path} is damaged, or of far too many pixels. Nothing was made. Choose another.")
    return seal


def members_of(path: Path) -> tuple[Member, ...]:
    """One member a row, name and office; a first row of headings is passed over. Raises Unreadable."""
    (sheet, *_) = intake.read(path)
    members: list[Member] = []
    for row in sheet.with_header(0).body:
        name, office = row.cell(0).strip(), row.cell(1).strip()
        if name and folded(name) not in _HEADS:
            members.append(Member(free_id(name, {member.id for member in members}), name, office))
    return tuple(members)


def _profile(office: Office, asked: Namespace, known: KeptBody | None) -> RuleProfile:
    if known and not asked.profile:
        return known.profile
    return office.library.profile(asked.profile or USUAL_PROFILE)


def _concerns(office: Office, asked: Namespace, known: KeptBody | None) -> tuple[Concern, ...]:
    if known and not asked.concerns:
        return known.concerns
    return office.library.concerns(asked.concerns or USUAL_CONCERNS).concern


def _agenda(asked: Namespace, timezone: str) -> intake.AgendaPreview | None:
    if asked.agenda is None:
        return None
    day = asked.when.date() if asked.when else None
    return intake.read_agenda(asked.agenda, on=day, timezone=timezone)[0]


def _when(told: datetime | None, timezone: str) -> datetime | None:
    """The start in UTC; a time without an offset is a time in the zone of the meeting."""
    if told is None:
        return None
    return (told if told.tzinfo else told.replace(tzinfo=ZoneInfo(timezone))).astimezone(UTC)


def _need_zone(timezone: str) -> None:
    if not timezone:
        raise Refused("This computer does not tell its time zone. Nothing was made. Say --timezone America/Chicago.")
    if timezone not in available_timezones():
        raise Refused(f"“{timezone}” is not a time zone. Nothing was made. Write it like America/Chicago.")


def _need(told: T | None, flag: str, what: str) -> T:
    if not told:
        raise Refused(f"A hearing needs to know {what}. Nothing was made. Say {flag}.")
    return told
