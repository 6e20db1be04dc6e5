"""One hearing's journal in the database, and what is kept beside it: contacts, drafts, the heartbeat."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from hearingdesk.domain.events import Entry
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.text import plain, plained
from hearingdesk.domain.values import Contact
from hearingdesk.store import heartbeat, schema
from hearingdesk.store.chain import GENESIS
from hearingdesk.store.codec import line_of
from hearingdesk.store.engine import Database
from hearingdesk.store.errors import Conflict, JournalUnavailable
from hearingdesk.store.kept import put
from hearingdesk.store.rows import contacts_in, entries_in, last_in, row_of


class StoredJournal:
    """The journal of ``hearing``; ``beats`` is the heartbeat's file. Everything raises JournalUnavailable."""

    def __init__(self, database: Database, hearing: str, beats: Path) -> None:
        self._database = database
        self._hearing = hearing
        self._beats = beats
        with database.reading() as connection:
            _, self._head = last_in(connection, hearing)

    @property
    def head(self) -> str:
        """The hash of the last entry; empty before the first."""
        return self._head if self._head != GENESIS else ""

    def read(self) -> list[Entry]:
        with self._database.reading() as connection:
            entries = entries_in(connection, self._hearing)
            _, self._head = last_in(connection, self._hearing)
        return entries

    def append(self, entries: Sequence[Entry], contacts: Mapping[int, Contact]) -> None:
        """All of it, durably, or nothing; ``contacts`` by slip. Raises Conflict where another was first."""
        if not entries:
            return
        lines: list[dict[str, Any]] = []
        try:
            with self._database.writing() as connection:
                lines = self._lines(connection, entries)
                connection.execute(insert(schema.journal), [row_of(line) for line in lines])
                for slip, contact in contacts.items():
                    self._put_contact(connection, slip, contact)
        except IntegrityError as fault:
            raise Conflict from fault
        except JournalUnavailable:
            if not lines or not self._recorded(entries):
                raise
        self._head = lines[-1]["hash"]

    def contacts(self) -> dict[int, Contact]:
        """What is known of the persons, by slip."""
        with self._database.reading() as connection:
            return contacts_in(connection, self._hearing)

    def keep_contact(self, slip: int, contact: Contact) -> None:
        """Replaces what was known; an empty contact forgets it."""
        with self._database.writing() as connection:
            self._put_contact(connection, slip, contact)

    def drafts(self) -> dict[str, str]:
        rows = select(schema.draft.c.key, schema.draft.c.text).where(schema.draft.c.hearing == self._hearing)
        with self._database.reading() as connection:
            return {row.key: row.text for row in connection.execute(rows)}

    def keep_draft(self, key: str, text: str) -> None:
        """Text being typed; an empty text forgets the draft."""
        with self._database.writing() as connection:
            row = {"hearing": self._hearing, "key": key}
            put(connection, schema.draft, row, {"text": plain(text)} if text else {})

    def beat(self, now: Moment) -> None:
        """Notes that the program is alive; not synced, and never refused."""
        heartbeat.beat(self._beats, now)

    def last_beat(self) -> Moment | None:
        return heartbeat.last_beat(self._beats)

    def _lines(self, connection: Connection, entries: Sequence[Entry]) -> list[dict[str, Any]]:
        """The entries chained to what is on the record. Raises Conflict where that is not what they follow."""
        seq, head = last_in(connection, self._hearing)
        if entries[0].seq != seq + 1:
            raise Conflict
        lines = []
        for entry in entries:
            lines.append(line_of(self._hearing, entry, head))
            head = lines[-1]["hash"]
        return lines

    def _recorded(self, entries: Sequence[Entry]) -> bool:
        """After a failed commit only the record itself knows; it is all there or none of it is."""
        try:
            with self._database.reading() as connection:
                found = select(schema.journal.c.hearing).where(schema.journal.c.id == entries[-1].id)
                return connection.execute(found).scalar() == self._hearing
        except JournalUnavailable as fault:
            raise JournalUnavailable(
                f"It is not known whether the last act was recorded. {fault} Then open the hearing again: "
                "it shows what is on the record."
            ) from fault

    def _put_contact(self, connection: Connection, slip: int, contact: Contact) -> None:
        key = {"hearing": self._hearing, "slip": slip}
        put(connection, schema.contact, key, asdict(plained(contact)) if contact else {})
