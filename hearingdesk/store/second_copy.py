"""A second copy of one hearing in another place, brought up to date while the meeting goes on (P-10).

It is a database of the same form with one hearing in it: another laptop restores it, or opens it where it is.
"""

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, delete, insert, select

from hearingdesk.store import schema
from hearingdesk.store.engine import Database, said
from hearingdesk.store.errors import JournalUnavailable
from hearingdesk.store.lines import line_text
from hearingdesk.store.rows import last_in, lines_in, rows_of

BESIDE = (schema.contact, schema.draft)
"""What is kept beside the journal."""

log = logging.getLogger(__name__)

AT_MOST = 30.0
"""Seconds between two looks at what has changed, also where nobody said that something has."""
AT_LEAST = 0.5
"""Seconds between two copies: a burst of presses is one."""


@dataclass(frozen=True, slots=True)
class State:
    """How the copy stands: of how many entries it is, and why it failed; empty if it did not."""

    entries: int = 0
    trouble: str = ""


class SecondCopy:
    """Copies ``hearing`` of ``source`` into ``folder`` on a thread of its own; ``told`` hears of every try, there.

    Nothing of it ever stops the meeting: what fails is tried again, and said.
    """

    def __init__(self, source: Path, hearing: str, folder: Path, told: Callable[[State], object]) -> None:
        self.path = folder / f"{hearing}.db"
        self._source = Database(source)
        self._hearing = hearing
        self._told = told
        self._changed = Event()
        self._ending = False
        self._thread = Thread(target=self._go_on, name="second copy", daemon=True)

    def start(self) -> None:
        self._changed.set()
        self._thread.start()

    def changed(self) -> None:
        """Something was put on the record; it is copied soon. Costs the caller nothing."""
        self._changed.set()

    def end(self, patience: float = 5.0) -> None:
        """One last copy, and no more. ``patience`` in seconds: a stick that does not answer is not waited for."""
        self._ending = True
        self._changed.set()
        if self._thread.is_alive():
            self._thread.join(patience)

    def copy(self) -> int:
        """Brings the copy up to date; of how many entries it is then. Raises JournalUnavailable."""
        with said(self.path):
            if not self.path.parent.is_dir():
                raise FileNotFoundError(2, "no such folder")
        target = Database(self.path)
        try:
            return self._brought_up_to_date(target)
        finally:
            target.close()

    def _go_on(self) -> None:
        while not self._ending:
            self._changed.wait(AT_MOST)
            self._changed.clear()
            self._told(self._tried())
            if not self._ending:
                Event().wait(AT_LEAST)
        if self._changed.is_set():
            self._told(self._tried())

    def _tried(self) -> State:
        try:
            return State(self.copy())
        except JournalUnavailable as trouble:
            return State(trouble=str(trouble))
        except Exception as fault:
            log.exception("The second copy failed")
            return State(trouble=f"The second copy in {self.path.parent} failed ({type(fault).__name__}).")

    def _brought_up_to_date(self, target: Database) -> int:
        if not target.exists():
            target.create()
        with target.reading() as there:
            known, head = last_in(there, self._hearing)
        with self._source.reading() as here:
            rows = [_told(row) for row in here.execute(_after(self._hearing, known)).all()]
            beside = {table: _beside(here, table, self._hearing) for table in BESIDE}
            created = here.execute(select(schema.hearing).where(schema.hearing.c.id == self._hearing)).one()
            self._need_same_record(here, known, head)
        with target.writing() as there:
            if not known:
                there.execute(delete(schema.hearing).where(schema.hearing.c.id == self._hearing))
                there.execute(insert(schema.hearing), [_told(created)])
            if rows:
                there.execute(insert(schema.journal), rows)
            for table, told in beside.items():
                put_beside(there, table, self._hearing, told)
        return known + len(rows)

    def _need_same_record(self, here: Connection, known: int, head: str) -> None:
        """A file of the same name may hold another evening; it is never written over."""
        hashed = select(schema.journal.c.hash).where(
            schema.journal.c.hearing == self._hearing, schema.journal.c.seq == known
        )
        if known and here.execute(hashed).scalar() != head:
            raise JournalUnavailable(
                f"{self.path} holds another record under the same name, and was left as it is. "
                "Choose another folder for the second copy."
            )


@dataclass(frozen=True, slots=True)
class Copy:
    """A record read from a file, with what was known of the people and typed beside it."""

    lines: list[dict[str, Any]]
    beside: Mapping[Table, list[dict[str, Any]]] = field(default_factory=dict)


def read_copy(path: Path) -> Copy:
    """The one hearing of a second copy. Raises JournalUnavailable where it holds none, or several."""
    database = Database(path)
    with database.reading() as connection:
        hearings = connection.execute(select(schema.hearing.c.id)).scalars().all()
        if len(hearings) != 1:
            raise JournalUnavailable(
                f"{path} holds {len(hearings)} hearings; what is restored is one. Nothing was changed. "
                "Put it in a folder as hearingdesk.db and name that folder with --data."
            )
        beside = {table: _beside(connection, table, hearings[0]) for table in BESIDE}
        lines = [json.loads(line_text(line)) for line in lines_in(connection, hearings[0])]
    return Copy(lines, beside)


def _after(hearing: str, known: int) -> Select[Any]:
    return rows_of(hearing).where(schema.journal.c.seq > known)


def _told(row: Row[Any]) -> dict[str, Any]:
    return dict(row._asdict())


def _beside(connection: Connection, table: Table, hearing: str) -> list[dict[str, Any]]:
    return [_told(row) for row in connection.execute(select(table).where(table.c.hearing == hearing)).all()]


def put_beside(connection: Connection, table: Table, hearing: str, told: list[dict[str, Any]]) -> None:
    """Exactly these rows: what was deleted beside the record is deleted in the copy."""
    if _beside(connection, table, hearing) == told:
        return
    connection.execute(delete(table).where(table.c.hearing == hearing))
    if told:
        connection.execute(insert(table), told)
