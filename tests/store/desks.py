"""Desks on a real store, for the tests of what is kept."""

from pathlib import Path

from sqlalchemy import update

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.events import Entry
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.values import Attendance, Present
from hearingdesk.store import schema
from hearingdesk.store.engine import Database
from hearingdesk.store.store import Store
from tests.builders import AGENDA, BODY, CONCERNS, MEETING, MEMBERS, PROFILE
from tests.fakes import FakeClock

HEARING = "fpc-2026-02-05"


def store_in(folder: Path) -> Store:
    return Store(folder, FakeClock())


def prepare(desk: Desk, profile: RuleProfile = PROFILE) -> None:
    desk.record(rules.prepare_hearing, body=BODY, meeting=MEETING, profile=profile, concerns=CONCERNS)
    desk.record(rules.notice_agenda, items=AGENDA, source="agenda")


def open_session(desk: Desk) -> None:
    desk.record(rules.call_to_order, presiding="brennan")
    desk.record(rules.call_roll, roll=tuple(Present(member.id, Attendance.PRESENT) for member in MEMBERS))
    desk.record(rules.take_up, item="1")


def desk_on(store: Store, hearing: str = HEARING, clock: FakeClock | None = None) -> Desk:
    """A desk on a new hearing of this store, prepared."""
    store.create(hearing)
    desk = Desk(store.journal(hearing), clock or FakeClock(), "rd")
    prepare(desk)
    return desk


def kept(store: Store, hearing: str = HEARING) -> list[Entry]:
    """What another program would read now."""
    return store.record(hearing).read()


def exported(store: Store, path: Path, hearing: str = HEARING) -> Path:
    """The record as text, as “hearingdesk journal” prints it."""
    path.write_text("".join(f"{line}\n" for line in store.export_lines(hearing)), encoding="utf-8")
    return path


def meddle(folder: Path, seq: int, **columns: object) -> None:
    """Changes what is on the disk behind the program's back."""
    with Database(folder / "hearingdesk.db").writing() as connection:
        connection.execute(update(schema.journal).where(schema.journal.c.seq == seq).values(**columns))
