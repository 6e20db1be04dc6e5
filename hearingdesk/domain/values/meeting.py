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


class OathForm(StrEnum):
    """How somebody stands to the oath (H-04)."""

    SWORN = "sworn"
    AFFIRMED = "affirmed"
    EXEMPT = "exempt"


@dataclass(frozen=True, slots=True)
class Member:
    """A voting member. ``id`` is unique in the body; ``office`` is e.g. ``Chair``."""

    id: str
    name: str
    office: str = ""


LARGEST_SEAL = 200_000
"""Bytes: the seal stands in the journal's first entry, so that the record alone makes the same papers anywhere."""


_ENDS = (b"IEND\xaeB`\x82", b"\xff\xd9")
"""How a PNG ends, and a JPEG."""


@dataclass(frozen=True, slots=True)
class Stationery:
    """What a body's papers bear: address, how to reach it (telephone, web site), and its seal.

    ``seal`` is the picture itself, PNG or JPEG, at most LARGEST_SEAL bytes; ``seal_words`` stand for it.
    """

    address: str = ""
    reach: str = ""
    seal: bytes = b""
    seal_words: str = ""

    @property
    def seal_is_picture(self) -> bool:
        return self.seal.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"))

    @property
    def seal_fault(self) -> str:
        """Why no paper could bear the seal; empty where it can, or there is none."""
        most = LARGEST_SEAL // 1000
        if len(self.seal) > LARGEST_SEAL:
            return f"The seal is more than {most} kB large, and {most} kB are the most. Make it smaller."
        if self.seal and not self.seal_is_picture:
            return "The seal is no picture in PNG or JPEG. Choose one that is."
        if self.seal and not any(end in self.seal for end in _ENDS):
            return "The seal is a picture of which the end is missing. Choose one that is whole."
        return ""


@dataclass(frozen=True, slots=True)
class Body:
    """The governmental body that meets. ``quorum`` is a number of members.

    ``held_words`` is how it says that an item was laid over; empty: held to the call of the chair.
    """

    name: str
    jurisdiction: str = ""
    members: tuple[Member, ...] = ()
    quorum: int = 0
    clerk: str = ""
    member_word: str = "Commissioner"
    held_words: str = ""
    stationery: Stationery = Stationery()


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
