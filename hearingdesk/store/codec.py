"""From entries to lines of JSON and back: an event is its kind, a version and a body.

The kind is the event's class name. Durations are ISO 8601, times RFC 3339 in UTC, choices by their value; there are no
floating-point numbers. A kind whose fields grow after a release gets a higher version, so that an older program refuses
it by name; a body of an older version is read as it is, for whatever was added has a default.
"""

import json
from typing import Any, get_args
from zoneinfo import ZoneInfo

import msgspec

from hearingdesk.domain.events import Entry, Event, HearingPrepared
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.text import plained
from hearingdesk.store.chain import Line, link
from hearingdesk.store.errors import JournalUnavailable

KINDS: dict[str, type[Event]] = {kind.__name__: kind for kind in get_args(Event)}
VERSIONS: dict[str, int] = dict.fromkeys(KINDS, 1)
_DECODERS: dict[str, msgspec.json.Decoder[Event]] = {name: msgspec.json.Decoder(kind) for name, kind in KINDS.items()}


class _Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    hearing: str
    seq: int
    id: str
    at: Moment
    by: str
    kind: str
    version: int
    body: dict[str, Any]
    hash: str


def line_of(hearing: str, entry: Entry, previous: str) -> dict[str, Any]:
    """The entry as the JSON object of one line, chained to the hash before it; ValueError if its text is not plain."""
    if plained(entry) is not entry:
        raise ValueError(f"Entry {entry.seq} holds text that is not plain.")
    kind = type(entry.event).__name__
    line = {
        "hearing": hearing,
        "seq": entry.seq,
        "id": entry.id,
        "at": msgspec.to_builtins(entry.at),
        "by": entry.by,
        "kind": kind,
        "version": VERSIONS[kind],
        "body": msgspec.to_builtins(entry.event),
    }
    return line | {"hash": link(previous, line)}


def entry_of(line: Line) -> Entry:
    """The entry in a line. Raises JournalUnavailable, naming the entry, where this program cannot understand it."""
    try:
        told = msgspec.convert(line, _Envelope)
    except msgspec.ValidationError as fault:
        raise not_understood(line.get("hearing"), line.get("seq"), str(fault)) from fault
    event = event_of(told.hearing, told.seq, told.kind, told.version, msgspec.json.encode(told.body))
    return Entry(told.seq, told.id, told.at, told.by, event)


def event_of(hearing: str, seq: int, kind: str, version: int, body: bytes | str) -> Event:
    """The event of a kind and version from its body in JSON. Raises JournalUnavailable, naming the entry."""
    if version > VERSIONS.get(kind, 0):
        raise JournalUnavailable(
            f"Entry {seq} of “{hearing}” is of a kind that this hearingdesk does not know ({kind}, version {version}): "
            "a newer one recorded it. The record is safe and was not changed. Open it with the newer hearingdesk."
        )
    try:
        event = _DECODERS[kind].decode(body)
    except (msgspec.DecodeError, ValueError) as fault:
        raise not_understood(hearing, seq, str(fault)) from fault
    if isinstance(event, HearingPrepared):
        _need_zone(hearing, seq, event.meeting.timezone)
    return event


def _need_zone(hearing: str, seq: int, zone: str) -> None:
    """No time of the meeting could be told in a zone that is too new for this program, or none at all."""
    try:
        ZoneInfo(zone)
    except (LookupError, ValueError, OSError) as fault:
        raise JournalUnavailable(
            f"Entry {seq} of “{hearing}” is in the time zone “{zone}”, which this hearingdesk does not know. "
            "The record is safe and was not changed. Open it with a newer hearingdesk."
        ) from fault


def not_understood(hearing: object, seq: object, fault: str) -> JournalUnavailable:
    return JournalUnavailable(
        f"Entry {seq} of “{hearing}” cannot be read ({fault.rstrip('.')}). Nothing was changed. "
        "Check the record with “hearingdesk verify”, and go on with a backup of it."
    )


def parsed(text: object) -> object:
    """JSON as Python's own values; what is no JSON stays as it is, for a check to find."""
    try:
        return json.loads(text) if isinstance(text, str) else text
    except (ValueError, RecursionError):
        return text
