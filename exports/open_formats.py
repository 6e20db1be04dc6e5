"""The meeting for other people's programs: its votes in the words of Popolo, and itself as a calendar's event."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from exports.files import write_beside
from exports.report import ExportReport
from exports.text import clean, one_line
from exports.words import item_title
from hearingdesk import __version__
from hearingdesk.domain.hearing import Hearing, Motion
from hearingdesk.domain.local import local
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.values import Choice, Member, MotionResult

_BODY = "body"
_OPTIONS = {
    Choice.AYE: "yes",
    Choice.NO: "no",
    Choice.ABSTAIN: "abstain",
    Choice.RECUSED: "not voting",
    Choice.EXCUSED: "excused",
    Choice.ABSENT: "absent",
}
_RESULTS = {
    MotionResult.CARRIED: "pass",
    MotionResult.FAILED: "fail",
    MotionResult.WITHDRAWN: "withdrawn",
    MotionResult.NO_SECOND: "no second",
}
_FOLD = 75
"""Octets of a line of iCalendar (RFC 5545, 3.1)."""


def write_popolo(hearing: Hearing, target: Path) -> ExportReport:
    """Write motions, votes and who voted, as collections of Popolo. Raises ExportFailed."""
    told = popolo(hearing)
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    write_beside(target, lambda path: path.write_bytes(clean(text).encode()))
    return ExportReport(target, len(told["vote_events"]), target.stat().st_size, (), ("vote",))


def popolo(hearing: Hearing) -> dict[str, list[dict[str, Any]]]:
    """A vote by voice or by consent has a result and no votes by name; only those by name are counted."""
    body = hearing.body
    return {
        "organizations": [{"id": _BODY, "name": body.name, "jurisdiction": body.jurisdiction}],
        "persons": [{"id": member.id, "name": member.name} for member in body.members],
        "memberships": [_membership(member) for member in body.members],
        "motions": [_motion(hearing, motion) for motion in hearing.motions],
        "vote_events": [_vote_event(hearing, motion) for motion in hearing.motions if motion.vote],
    }


def _membership(member: Member) -> dict[str, Any]:
    return {"person_id": member.id, "organization_id": _BODY, "role": member.office or "Member"}


def _motion(hearing: Hearing, motion: Motion) -> dict[str, Any]:
    items = [hearing.items[item] for item in motion.items or (motion.item,) if item]
    return {
        "id": f"motion-{motion.number}",
        "organization_id": _BODY,
        "creator_id": motion.mover,
        "text": motion.text,
        "text_as_stated": motion.stated or motion.text,
        "amends": f"motion-{motion.amends}" if motion.amends else None,
        "date": _time(hearing, motion.made),
        "result": _RESULTS[motion.result] if motion.result else None,
        "agenda_items": [{"title": item_title(item), "file_number": item.notice.file_number} for item in items],
    }


def _vote_event(hearing: Hearing, motion: Motion) -> dict[str, Any]:
    votes = motion.vote.votes if motion.vote else ()
    counts = Counter(_OPTIONS[vote.choice] for vote in votes)
    return {
        "id": f"vote-{motion.number}",
        "motion_id": f"motion-{motion.number}",
        "organization_id": _BODY,
        "start_date": _time(hearing, motion.decided) if motion.decided else None,
        "method": motion.vote.method.value if motion.vote else None,
        "result": _RESULTS[motion.result] if motion.result else None,
        "counts": [{"option": option, "value": counts[option]} for option in _OPTIONS.values() if counts[option]],
        "votes": [{"voter_id": vote.member, "option": _OPTIONS[vote.choice]} for vote in votes],
    }


def _time(hearing: Hearing, at: Moment) -> str:
    return local(hearing, at).isoformat(timespec="seconds")


def write_calendar(hearing: Hearing, target: Path) -> ExportReport:
    """Write the meeting as one event of a calendar (RFC 5545). Raises ExportFailed."""
    text = "".join(f"{line}\r\n" for told in _calendar(hearing) for line in _folded(told))
    write_beside(target, lambda path: path.write_bytes(text.encode()))
    return ExportReport(target, 1, target.stat().st_size, (), ("event",))


def _calendar(hearing: Hearing) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//hearingdesk//{__version__}//EN", "BEGIN:VEVENT")
    yield from _event(hearing)
    yield from ("END:VEVENT", "END:VCALENDAR")


def _event(hearing: Hearing) -> Iterator[str]:
    """The same event whenever it is written: a later one of the same meeting takes the place of an earlier."""
    meeting, first, last = hearing.meeting, hearing.entries[0], hearing.entries[-1]
    rehearsal = "REHEARSAL, " if meeting.rehearsal else ""
    yield f"UID:{first.id}@hearingdesk"
    yield f"SEQUENCE:{last.seq}"
    yield f"DTSTAMP:{_utc(last.at.utc)}"
    yield f"DTSTART:{_utc(meeting.scheduled)}"
    if hearing.adjourned and hearing.adjourned.utc > meeting.scheduled:
        yield f"DTEND:{_utc(hearing.adjourned.utc)}"
    yield f"SUMMARY:{_text(f'{rehearsal}{hearing.body.name}, {meeting.title}')}"
    yield f"LOCATION:{_text(', '.join(filter(None, (meeting.place, meeting.remote))))}"
    agenda = "\n".join(one_line(item_title(hearing.items[item])) for item in hearing.agenda)
    yield f"DESCRIPTION:{_text(agenda)}"


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return clean(text).replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, no character cut; each piece but the first begins with a blank."""
    piece = ""
    for char in line:
        if len((piece + char).encode()) > _FOLD:
            yield piece
            piece = " "
        piece += char
    yield piece
