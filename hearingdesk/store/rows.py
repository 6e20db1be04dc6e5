"""Lines and entries as rows of the database, and back."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, select

from hearingdesk.domain.events import Entry
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.values import Contact
from hearingdesk.store import schema
from hearingdesk.store.chain import GENESIS, canonical
from hearingdesk.store.codec import event_of, not_understood, parsed
from hearingdesk.store.errors import JournalUnavailable

_JOURNAL = schema.journal
_NEWEST = (  # asked at every act, so it is put together once
    select(_JOURNAL.c.seq, _JOURNAL.c.hash)
    .where(_JOURNAL.c.hearing == bindparam("hearing"))
    .order_by(_JOURNAL.c.seq.desc())
    .limit(1)
)


def row_of(line: Mapping[str, Any]) -> dict[str, Any]:
    """A line as its row: the moment spread over three columns, the body as canonical text."""
    at = line["at"]
    return {**line, "at": at["utc"], "boot": at["boot"], "ticks": at["ticks"], "body": canonical(line["body"]).decode()}


def line_in(row: Row[Any]) -> dict[str, Any]:
    """The line that a row holds, whatever it holds; a body that is no JSON stays the text it is."""
    line = row._asdict()
    at = {"utc": line["at"], "boot": line.pop("boot"), "ticks": line.pop("ticks")}
    return line | {"at": at, "body": parsed(line["body"])}


def rows_of(hearing: str) -> Select[Any]:
    return select(_JOURNAL).where(_JOURNAL.c.hearing == hearing).order_by(_JOURNAL.c.seq)


def lines_in(connection: Connection, hearing: str) -> Iterator[dict[str, Any]]:
    return map(line_in, connection.execute(rows_of(hearing)))


def entries_in(connection: Connection, hearing: str) -> list[Entry]:
    """All entries in order. Raises JournalUnavailable, naming the entry, where one is missing or cannot be read."""
    return [_entry(row, seq) for seq, row in enumerate(connection.execute(rows_of(hearing)).all(), 1)]


def last_in(connection: Connection, hearing: str) -> tuple[int, str]:
    """The last entry's number and hash; 0 and GENESIS before the first."""
    row = connection.execute(_NEWEST, {"hearing": hearing}).first()
    return (row.seq, row.hash) if row else (0, GENESIS)


def contacts_in(connection: Connection, hearing: str) -> dict[int, Contact]:
    """By slip."""
    table = schema.contact
    rows = connection.execute(select(table).where(table.c.hearing == hearing).order_by(table.c.slip))
    return {row.slip: Contact(row.email, row.phone, row.street, row.pronunciation, row.note, row.need) for row in rows}


def _entry(row: Sequence[Any], expected: int) -> Entry:
    hearing, seq, uuid, at, boot, ticks, by, kind, version, body, _ = row  # at once: this is asked 10,000 times
    if seq != expected:
        raise JournalUnavailable(
            f"Entry {expected} of “{hearing}” is missing from the record. Nothing was changed. "
            "Check the record with “hearingdesk verify”, and go on with a backup of it."
        )
    event = event_of(hearing, seq, kind, version, body)
    try:
        moment = Moment(datetime.fromisoformat(at), boot, ticks)
    except (TypeError, ValueError) as fault:
        raise not_understood(hearing, seq, str(fault)) from fault
    return Entry(seq, uuid, moment, by, event)
