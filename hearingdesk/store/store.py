"""The data folder of a desk: the docket, each hearing's journal, bodies and settings, backups and restoring."""

import errno
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain, count
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from hearingdesk.clock import Clock
from hearingdesk.domain.docket import DocketLine
from hearingdesk.domain.events import HearingPrepared
from hearingdesk.domain.standing import KeptBody
from hearingdesk.domain.text import plained
from hearingdesk.store import schema
from hearingdesk.store.chain import Verdict, verify
from hearingdesk.store.checks import need_sound, verify_hearing
from hearingdesk.store.claim import Claim
from hearingdesk.store.codec import entry_of
from hearingdesk.store.docket import docket_in
from hearingdesk.store.engine import Database, said, synced
from hearingdesk.store.errors import JournalUnavailable
from hearingdesk.store.journal import StoredJournal
from hearingdesk.store.kept import bodies_in, put_body, put_setting, setting_in, take_away_body
from hearingdesk.store.lines import is_database, line_text, read_lines
from hearingdesk.store.rows import lines_in, row_of
from hearingdesk.store.second_copy import Copy, SecondCopy, State, put_beside, read_copy

DATABASE = "hearingdesk.db"
_SLUG = re.compile(r"[a-z0-9](-?[a-z0-9]){0,62}")


class Store:
    """What is kept in ``folder``. Reading takes nothing and makes nothing; the first write claims the folder.

    Everything raises JournalUnavailable with a sentence for the clerk, and has then changed nothing.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        with said(folder):
            if folder.exists() and not folder.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, "not a folder")
        self.folder = folder
        self._clock = clock
        self._claimed = Claim(folder / "hearingdesk.lock")
        self._database = Database(folder / DATABASE, self._take)

    def docket(self) -> list[DocketLine]:
        """Every hearing, the latest scheduled first; none where nothing was ever kept here."""
        if not self._database.exists():
            return []
        with self._database.reading() as connection:
            return docket_in(connection)

    def create(self, hearing: str) -> None:
        """A new hearing without entries; its id is small letters, digits and single hyphens, at most 63."""
        self._need_free(hearing)
        with self._writing() as connection:
            known = connection.execute(select(schema.hearing).where(schema.hearing.c.id == hearing)).first()
            if known is None:
                connection.execute(insert(schema.hearing).values(id=hearing, created=self._now()))

    def journal(self, hearing: str) -> StoredJournal:
        """To go on with a hearing: claims the folder, so that no second desk does."""
        self._need_known(hearing)
        self._claim()
        return self.record(hearing)

    def record(self, hearing: str) -> StoredJournal:
        """To read a hearing, also while a desk is open on it."""
        self._need_known(hearing)
        return StoredJournal(self._database, hearing, self.folder / f"{hearing}.alive")

    def bodies(self) -> list[KeptBody]:
        if not self._database.exists():
            return []
        with self._database.reading() as connection:
            return bodies_in(connection)

    def keep_body(self, kept: KeptBody, before: str = "") -> None:
        """In place of the one of this name, and of the one that had the name ``before``."""
        with self._writing() as connection:
            take_away_body(connection, before)
            put_body(connection, kept)

    def forget_body(self, name: str) -> None:
        with self._writing() as connection:
            take_away_body(connection, name)

    def setting(self, key: str) -> str:
        """Empty where it was never set."""
        if not self._database.exists():
            return ""
        with self._database.reading() as connection:
            return setting_in(connection, key)

    def keep_setting(self, key: str, value: str) -> None:
        """An empty value forgets the setting."""
        with self._writing() as connection:
            put_setting(connection, key, value)

    def export_lines(self, hearing: str) -> Iterator[str]:
        """The journal in JSON Lines, without newlines; all of one moment, however slowly it is taken."""
        self._need_known(hearing)
        with self._database.reading() as connection:
            lines = list(lines_in(connection, hearing))
        return map(line_text, lines)

    def restore(self, path: Path) -> DocketLine:
        """A record from a JSON Lines file, or from a second copy with what is known beside it; all or nothing.

        Its chain has to hold, and its hearing not to be on the docket.
        """
        copy = read_copy(path) if is_database(path) else Copy(read_lines(path))
        lines = copy.lines
        _need_whole_record(path, lines)
        hearing = str(lines[0]["hearing"])
        self._need_free(hearing)
        try:
            with self._writing() as connection:
                if _unknown(connection, hearing):
                    connection.execute(insert(schema.hearing).values(id=hearing, created=self._now()))
                connection.execute(insert(schema.journal), [row_of(line) for line in lines])
                for table, rows in copy.beside.items():
                    put_beside(connection, table, hearing, rows)
        except IntegrityError as fault:
            raise _refused(path, "holds entries that are in another record already") from fault
        return next(line for line in self.docket() if line.id == hearing)

    def second_copy(self, hearing: str, folder: Path, told: Callable[[State], object]) -> SecondCopy:
        """A copy of this hearing kept up to date in another place; ``told`` hears of every try, on its thread."""
        self._need_known(hearing)
        return SecondCopy(self.folder / DATABASE, hearing, folder, told)

    def verify(self, hearing: str) -> Verdict:
        """Names the first entry that is not what was recorded."""
        self._need_known(hearing)
        return verify_hearing(self._database, hearing)

    def backup(self, target: Path) -> Path:
        """A checked copy of everything in a folder, under a name with date and time; never in place of another file."""
        if not self._database.exists():
            raise JournalUnavailable(f"There is nothing in {self.folder} to back up. Nothing was changed.")
        now = self._clock.now().utc.astimezone()
        with said(target):
            target.mkdir(parents=True, exist_ok=True)
            copy = _free_name(target, f"hearingdesk-{now:%Y-%m-%d-%H%M%S}")
            _copy_checked(self._database, copy)
        return copy

    def close(self) -> None:
        """Gives the folder back."""
        self._database.close()
        self._claimed.give_back()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        self._claim()
        with self._database.writing() as connection:
            yield connection

    def _claim(self) -> None:
        """The folder is ours to write in, and holds a database."""
        self._take()
        if not self._database.exists():
            self._database.create()

    def _take(self) -> None:
        with said(self.folder):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._claimed.take()

    def _need_known(self, hearing: str) -> None:
        if self._database.exists():
            with self._database.reading() as connection:
                if not _unknown(connection, hearing):
                    return
        raise JournalUnavailable(
            f"There is no hearing “{hearing}” in {self.folder}. Nothing was changed. "
            "“hearingdesk list” shows the hearings there are."
        )

    def _need_free(self, hearing: str) -> None:
        if not _SLUG.fullmatch(hearing):
            raise JournalUnavailable(
                f"“{hearing}” cannot name a hearing. Nothing was changed. "
                "Use at most 63 small letters, digits and single hyphens, like fpc-2026-02-05."
            )
        if any(line.id == hearing for line in self.docket()):
            raise JournalUnavailable(
                f"The hearing “{hearing}” is on the docket already. Nothing was changed. Open it, or choose another id."
            )

    def _now(self) -> str:
        return self._clock.now().utc.isoformat()


def _unknown(connection: Connection, hearing: str) -> bool:
    return connection.execute(select(schema.hearing.c.id).where(schema.hearing.c.id == hearing)).first() is None


def _need_whole_record(path: Path, lines: list[dict[str, Any]]) -> None:
    """The chain holds from a first entry that opens a hearing, and every entry can be read and shown."""
    verdict = verify(lines)
    if not verdict.sound:
        raise _refused(
            path, f"is not what was recorded: entry {verdict.broken} does not fit: {verdict.why.rstrip('.')}"
        )
    if verdict.sealed:
        raise _refused(
            path, f"is a published copy, which leaves out what is not published (sealed entries: {verdict.sealed})"
        )
    entries = [entry_of(line) for line in lines]
    if not isinstance(entries[0].event, HearingPrepared):
        raise _refused(path, "does not begin with the preparation of a hearing")
    unfit = next((entry.seq for entry in entries if plained(entry) is not entry), 0)
    if unfit:
        raise _refused(path, f"has text in entry {unfit} that no record may hold")


def _copy_checked(database: Database, copy: Path) -> None:
    making = copy.with_suffix(".making")
    making.unlink(missing_ok=True)
    try:
        database.copy(making)
        need_sound(making)
        making.rename(copy)
    finally:
        making.unlink(missing_ok=True)
    synced(copy.parent)


def _free_name(folder: Path, name: str) -> Path:
    """The name with a number where it is taken."""
    names = chain([name], (f"{name}-{number}" for number in count(2)))
    return next(path for path in (folder / f"{name}.db" for name in names) if not path.exists())


def _refused(path: Path, wrong: str) -> JournalUnavailable:
    return JournalUnavailable(f"{path} {wrong}. Nothing was changed; nothing of it was taken over.")
