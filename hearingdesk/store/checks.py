"""Whether a record is what was recorded, in the database or in a file somebody hands in."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from hearingdesk.store import schema
from hearingdesk.store.chain import Line, Verdict, verify
from hearingdesk.store.engine import Database, lenient
from hearingdesk.store.errors import JournalUnavailable
from hearingdesk.store.lines import is_database, read_lines
from hearingdesk.store.rows import line_in, rows_of


def verify_file(path: Path) -> list[Verdict]:
    """A record in JSON Lines, or every hearing of a database. Raises JournalUnavailable where it is neither."""
    if not is_database(path):
        return [verify(read_lines(path))]
    database = Database(path)
    with database.reading() as connection:
        hearings = connection.execute(select(schema.hearing.c.id).order_by(schema.hearing.c.id)).scalars().all()
    return [verify_hearing(database, hearing) for hearing in hearings]


def verify_hearing(database: Database, hearing: str) -> Verdict:
    """The first entry that does not fit, also where the database itself is damaged there."""
    with database.reading() as connection:
        lenient(connection)
        damaged: list[Exception] = []
        verdict = verify(_lines(connection, hearing, damaged), hearing)
    return replace(verdict, why="the database is damaged there.") if damaged else verdict


def _lines(connection: Connection, hearing: str, damaged: list[Exception]) -> Iterator[Line]:
    """Row by row; where the database gives up, one line that fits nowhere."""
    try:
        rows = connection.execute(rows_of(hearing))
        while (row := rows.fetchone()) is not None:
            yield line_in(row)
    except DBAPIError as fault:
        damaged.append(fault)
        yield {}


def need_sound(path: Path) -> None:
    """Raises JournalUnavailable, by what is wrong, for a database that is not wholly what was recorded."""
    damage = Database(path).damage()
    wrong = damage or next((str(verdict) for verdict in verify_file(path) if not verdict.sound), "")
    if wrong:
        raise JournalUnavailable(wrong)
