"""Hearings made quickly for tests: an evening with its own clock, moved by hand."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import Entry, Event
from hearingdesk.domain.evolve import evolve
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.values import (
    Attendance,
    Body,
    Concern,
    ConcernKind,
    ItemKind,
    ItemNotice,
    Meeting,
    Member,
    Position,
    Present,
    SignUp,
    Standing,
)

SIX = datetime(2026, 2, 6, 0, 0, tzinfo=UTC)
"""6:00 p.m. on 5 February 2026 in Chicago."""

MEMBERS = tuple(
    Member(name.split()[-1].lower(), name, office)
    for name, office in [
        ("Ada Brennan", "Chair"),
        ("Luis Ortega", "Vice-chair"),
        ("Mai Xiong", ""),
        ("Omar Haddad", ""),
        ("Grace Kowalski", ""),
    ]
)
BODY = Body("Fire and Police Commission", "City of Lakemont", MEMBERS, quorum=3, clerk="R. Delgado")
MEETING = Meeting("Regular meeting", "Regular meeting", "City Hall 301-B", SIX, "America/Chicago")
PROFILE = RuleProfile("test", "Test rules", base_limit=timedelta(minutes=3))
CONCERNS = (
    Concern("PRIV", "Privacy invasion", ConcernKind.CONCERN, "Being watched.", 1),
    Concern("MISID", "Misidentification", ConcernKind.CONCERN, "The wrong person is named.", 2),
    Concern("NONE", "No listed concern", ConcernKind.PROCESS, "Nothing on the list was raised.", 0),
)
AGENDA = (
    ItemNotice("1", "1", "Comments by the public", "", ItemKind.COMMENT),
    ItemNotice("2", "2", "Resolution relating to the minutes", "FPC1001", ItemKind.CONSENT),
    ItemNotice("6", "6", "Presentation on facial recognition", "FPC1006", ItemKind.PRESENTATION, SIX),
)


def seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


@dataclass
class Evening:
    """A hearing in the making: ``act`` goes through the rules, ``wait`` moves the clock."""

    now: Moment = Moment(SIX, "boot-1", 1_000_000_000)
    hearing: Hearing = field(default_factory=Hearing)

    def act(self, rule: Callable[..., Event], **args: Any) -> Entry:  # whatever the rule takes
        event = rule(self.hearing, **args)
        seq = len(self.hearing.entries) + 1
        entry = Entry(seq, f"00000000-0000-4000-8000-{seq:012}", self.now, "rd", event)
        self.hearing = evolve(self.hearing, entry)
        return entry

    def refused(self, rule: Callable[..., Event], **args: Any) -> str:  # whatever the rule takes
        """The sentence with which the rule refuses this; a rule that allows it fails the test."""
        with pytest.raises(OutOfOrder) as said:
            self.act(rule, **args)
        return said.value.sentence

    def standing(self, slip: int) -> Standing:
        return self.hearing.registrations[slip].standing

    def wait(self, seconds: float) -> None:
        self.now = self.now.plus(timedelta(seconds=seconds))

    def register(self, name: str = "", item: str = "1", **says: Any) -> int:  # whatever a slip says
        self.act(rules.register_speaker, sign_up=SignUp(item=item, name=name, **says))
        return self.hearing.last_slip

    def turn(self, slip: int, seconds: float = 60, marks: tuple[str, ...] = (), stated: Position | None = None) -> None:
        """A whole turn of ``seconds`` on the clock."""
        self.act(rules.call_speaker, slip=slip)
        self.wait(5)
        self.act(rules.start_turn)
        for code in marks:
            self.act(rules.raise_concern, code=code)
        if stated is not None:
            self.act(rules.state_position, position=stated)
        self.wait(seconds)
        self.act(rules.end_turn)


def prepared(
    profile: RuleProfile = PROFILE,
    agenda: tuple[ItemNotice, ...] = AGENDA,
    meeting: Meeting = MEETING,
    concerns: tuple[Concern, ...] = CONCERNS,
) -> Evening:
    """Prepared and noticed, not yet in session."""
    evening = Evening()
    evening.act(rules.prepare_hearing, body=BODY, meeting=meeting, profile=profile, concerns=concerns)
    evening.act(rules.notice_agenda, items=agenda, source="agenda")
    return evening


def in_session(profile: RuleProfile = PROFILE, agenda: tuple[ItemNotice, ...] = AGENDA) -> Evening:
    """Called to order with three of five present."""
    evening = prepared(profile, agenda)
    evening.act(rules.call_to_order, presiding="brennan")
    here = {"brennan", "ortega", "xiong"}
    roll = tuple(Present(m.id, Attendance.PRESENT if m.id in here else Attendance.EXCUSED) for m in MEMBERS)
    evening.act(rules.call_roll, roll=roll)
    return evening


def commenting(profile: RuleProfile = PROFILE, *names: str) -> Evening:
    """Item 1 in hand, these people waiting on it."""
    evening = in_session(profile)
    for name in names:
        evening.register(name)
    evening.act(rules.take_up, item="1")
    return evening
