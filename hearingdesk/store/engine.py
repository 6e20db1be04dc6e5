"""How the database is opened, the only file that knows which one it is: SQLite, safe rather than fast.

A rollback journal and not WAL: the file alone is the whole record, and no SQLite has the WAL-reset fault then.
"""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import NullPool

from hearingdesk.store.errors import JournalUnavailable
from hearingdesk.store.schema import REVISION

PRAGMAS: dict[str, tuple[str, str | int]] = {
    "journal_mode": ("DELETE", "delete"),
    "synchronous": ("EXTRA", 3),  # the folder is synced too, after the rollback journal is gone
    "fullfsync": ("ON", 1),  # macOS: through to the platter
    "foreign_keys": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "secure_delete": ("ON", 1),  # a contact that is deleted is gone from the file
}
"""What is set on every connection, and what the database must then answer."""

APPLICATION = 0x4844534B
"""Marks the file as hearingdesk's (``HDSK``)."""

_MAGIC = b"SQLite format 3\0"
_PATIENCE = 5.0
"""Seconds to wait for a reader to be done, before a press is refused."""


def nothing() -> None:
    """No claim is needed: a database that is only read."""


class Database:
    """One file. Reading opens it anew each time; writing keeps one connection, made good again after any fault.

    ``claim`` is called before every write: it makes sure that no other desk has this record, or raises.
    """

    def __init__(self, path: Path, claim: Callable[[], None] = nothing) -> None:
        self.path = path
        self._claim = claim
        self._engine = create_engine("sqlite+pysqlite://", creator=lambda: connected(path), poolclass=NullPool)
        event.listen(self._engine, "begin", _begin)
        self._writer: Connection | None = None
        self._file: tuple[int, int] = (0, 0)
        self._current = False

    def exists(self) -> bool:
        return self.path.exists() or self.path.is_symlink()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A view of one moment. Raises JournalUnavailable."""
        with said(self.path):
            self._bring_current()
            with self._engine.connect() as connection:
                connection.begin()  # ends unmade when the connection closes: nothing was to be made
                connection.exec_driver_sql("PRAGMA query_only=ON")
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """All of it or nothing, durable when it is left. Raises JournalUnavailable, and IntegrityError as it is."""
        self._claim()
        with said(self.path):
            self._bring_current()
            connection = self._writer or self._open_writer()
            try:
                self._need_same_file()
                with connection.begin():
                    yield connection
            except BaseException:
                self.close()  # what a failed commit leaves behind is not trusted again
                raise

    def create(self) -> None:
        """Makes the file beside its place and then moves it there: it is never there half made."""
        with said(self.path):
            made = self.path.with_suffix(".making")
            made.unlink(missing_ok=True)
            os.close(os.open(made, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            fresh = Database(made)
            fresh._upgrade()
            fresh.close()
            made.rename(self.path)
            synced(self.path.parent)

    def copy(self, target: Path) -> None:
        """A copy of one moment in a new file, durable. Raises JournalUnavailable."""
        with said(target):
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            with self.reading() as connection, closing(sqlite3.connect(target)) as copied:
                _driver(connection).backup(copied)
            synced(target)

    def damage(self) -> str:
        """What SQLite itself finds wrong with the file; empty if nothing."""
        with self.reading() as connection:
            found = connection.exec_driver_sql("PRAGMA quick_check").scalars().first()
        return "" if found == "ok" else str(found)

    def close(self) -> None:
        writer, self._writer = self._writer, None
        if writer is not None:
            with suppress(DBAPIError):
                writer.close()

    def _open_writer(self) -> Connection:
        with suppress(OSError):
            self.path.chmod(0o600)
        self._writer = self._engine.connect().execution_options(writes=True)
        self._file = _identity(self.path)
        return self._writer

    def _need_same_file(self) -> None:
        """A file that was moved or replaced under an open connection would take entries that nobody finds again."""
        if _identity(self.path) != self._file:
            raise JournalUnavailable(
                f"{self.path} was moved or replaced while the desk was open. Nothing was recorded there; what was "
                "recorded before is in the file that was moved. Put it back and press again."
            )

    def _bring_current(self) -> None:
        if self._current:
            return
        need_our_file(self.path)
        with self._engine.connect() as connection, connection.begin():
            _need_our_mark(connection, self.path)
            revision = _revision(connection)
        if revision != REVISION:
            self._need_known(revision)
            self._claim()
            self._upgrade()
        self._current = True

    def _need_known(self, revision: str) -> None:
        from hearingdesk.store import migrate  # noqa: PLC0415  # slow to load, and hardly ever needed

        if revision and not migrate.known(revision):
            raise JournalUnavailable(
                f"{self.path} was last used by a newer hearingdesk (its form is {revision}, this program knows "
                f"{REVISION}). Nothing in it was changed. Open it with the newer hearingdesk."
            )

    def _upgrade(self) -> None:
        """To this program's schema, in one transaction: a crash leaves the old one or the new."""
        from hearingdesk.store import migrate  # noqa: PLC0415  # slow to load, and hardly ever needed

        with self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION}")
            migrate.upgrade(connection)


def connected(path: Path) -> sqlite3.Connection:
    """A connection with everything set that the record rests on. Raises JournalUnavailable where it cannot be."""
    connection = sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode=rw", uri=True, isolation_level=None, timeout=_PATIENCE
    )
    try:
        for name, (wanted, answer) in PRAGMAS.items():
            connection.execute(f"PRAGMA {name}={wanted}")
            _need_answer(name, connection.execute(f"PRAGMA {name}").fetchone(), answer)
    except BaseException:
        connection.close()
        raise
    return connection


def _need_answer(name: str, given: object, wanted: str | int) -> None:
    if given != (wanted,):
        raise JournalUnavailable(
            f"This computer's SQLite does not keep a record safely enough ({name} is {given}, not {wanted}). "
            "Nothing was changed. Install a newer Python, or ask whoever installed hearingdesk."
        )


@contextmanager
def said(path: Path) -> Iterator[None]:
    """Turns what a database or a disk may raise into the clerk's sentence; IntegrityError passes as it is."""
    try:
        yield
    except IntegrityError:
        raise
    except (DBAPIError, sqlite3.Error, OSError) as fault:
        raise JournalUnavailable(_cause(fault).format(path=path)) from fault


def need_our_file(path: Path) -> None:
    """Raises JournalUnavailable, by what is wrong, for a file that cannot be a database of ours."""
    wrong = _wrong_with(path)
    if wrong:
        raise JournalUnavailable(
            f"{path} {wrong}. Nothing was changed. Put a backup in its place, or name another data folder."
        )


def synced(path: Path) -> None:
    """Sees that a file, or what a folder lists, is on the disk. Windows has no such thing for folders."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def lenient(connection: Connection) -> None:
    """Lets damaged text through, marked, so that a check can name the entry it stands in."""
    _driver(connection).text_factory = lambda text: text.decode("utf-8", "surrogateescape")


_SAFE = "Nothing was changed; everything recorded before is safe."
_DAMAGED = "{path} is damaged. Nothing was changed. Check it with “hearingdesk verify”, and go on with a backup of it."
_READ_ONLY = (
    f"{{path}} cannot be written. {_SAFE} See that this user may write there and the disk is not write-protected."
)
_FULL = f"The disk that holds {{path}} is full. {_SAFE} Make room on it, then press again."
_NO_ACCESS = (
    f"{{path}} cannot be opened. {_SAFE} See that the folder is there and that this user may read and write it."
)
_NO_FOLDER = "{path} is a file, not a folder. Nothing was changed. Name another folder."
_DISK = (
    "The disk did not take or give what {path} holds. Nothing was changed. "
    "Save a backup on another disk, then have this one looked at."
)
_BUSY = f"Another program is using {{path}}. {_SAFE} Close it, or wait for it, then press again."
_CAUSES = {
    "SQLITE_FULL": _FULL,
    "SQLITE_READONLY": _READ_ONLY,
    "SQLITE_CANTOPEN": _NO_ACCESS,
    "SQLITE_AUTH": _NO_ACCESS,
    "SQLITE_PERM": _NO_ACCESS,
    "SQLITE_BUSY": _BUSY,
    "SQLITE_IOERR": _DISK,
    "SQLITE_CORRUPT": _DAMAGED,
    "SQLITE_NOTADB": _DAMAGED,
    "ENOSPC": _FULL,
    "EDQUOT": _FULL,
    "EROFS": _READ_ONLY,
    "EACCES": _NO_ACCESS,
    "EPERM": _NO_ACCESS,
    "ENOENT": _NO_ACCESS,
    "ENOTDIR": _NO_FOLDER,
    "EEXIST": _NO_FOLDER,
    "EIO": _DISK,
}


def _cause(fault: Exception) -> str:
    """What happened, what is safe, what to do; SQLite's longer names begin with the shorter ones."""
    fault = fault.orig if isinstance(fault, DBAPIError) and isinstance(fault.orig, Exception) else fault
    if isinstance(fault, OSError):
        name = errno.errorcode.get(fault.errno or 0, "")
    else:
        name = getattr(fault, "sqlite_errorname", "") or ""
    for known, cause in _CAUSES.items():
        if name == known or name.startswith(f"{known}_"):
            return cause
    if isinstance(fault, sqlite3.DatabaseError) and "decode" in str(fault):
        return _DAMAGED
    told = str(fault).replace("{", "(").replace("}", ")")
    return f"{{path}} could not be used ({told}). {_SAFE} Try again."


def _wrong_with(path: Path) -> str:
    if not path.exists():
        return "is not there"
    if not path.is_file():
        return "is not a file"
    with path.open("rb") as file:
        start = file.read(len(_MAGIC))
    if not start:
        return "is empty"
    return "" if start == _MAGIC else "is no database"


def _need_our_mark(connection: Connection, path: Path) -> None:
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION:
        raise JournalUnavailable(
            f"{path} is the database of another program. Nothing was changed. Name another data folder."
        )


def _revision(connection: Connection) -> str:
    """The schema the database has; empty for none."""
    there = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").scalar()
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() or "") if there else ""


def _begin(connection: Connection) -> None:
    """A writer takes its lock at once: one that finds out only later that another wrote could not go on."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _identity(path: Path) -> tuple[int, int]:
    there = path.stat()
    return there.st_dev, there.st_ino


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver
