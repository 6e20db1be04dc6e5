"""The body, its members, and the sitting."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Attendance(StrEnum):
    """A member's state at the roll call."""

    PRESENT = "present"
    REMOTE = "remote"
    EXCUSED = "excused"
    ABSENT = "absent"

    @property
    def here(self) -> bool:
        return self in (Attendance.PRESENT, Attendance.REMOTE)


@dataclass(frozen=True, slots=True)
class Member:
    """A voting member. ``id`` is unique in the body; ``office`` is e.g. ``Chair``."""

    id: str
    name: str
    office: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """The governmental body that meets. ``quorum`` is a number of members."""

    name: str
    jurisdiction: str = ""
    members: tuple[Member, ...] = ()
    quorum: int = 0
    clerk: str = ""
    member_word: str = "Commissioner"


@dataclass(frozen=True, slots=True)
class Meeting:
    """Which sitting this is. ``timezone`` is an IANA name; ``scheduled`` aware UTC."""

    kind: str
    title: str
    place: str
    scheduled: datetime
    timezone: str
    remote: str = ""
    rehearsal: bool = False


@dataclass(frozen=True, slots=True)
class Present:
    """One member's state at the roll call."""

    member: str
    attendance: Attendance
    note: str = ""
