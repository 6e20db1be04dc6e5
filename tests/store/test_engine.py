"""How the database is opened: safely each time, or not at all, with a sentence that says why."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, insert

from hearingdesk.desk import Desk
from hearingdesk.domain.values import SignUp
from hearingdesk.store import engine, migrate, schema
from hearingdesk.store.engine import APPLICATION, PRAGMAS, Database
from hearingdesk.store.errors import JournalUnavailable
from hearingdesk.store.store import Store
from tests.store.desks import HEARING, desk_on, kept, store_in

ROOT = Path(__file__).parents[2]
SAFE = {
    "journal_mode": "delete",
    "synchronous": 3,
    "fullfsync": 1,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(tmp_path / "hearingdesk.db")
    made.create()
    yield made
    made.close()


def answers(connection: Connection) -> dict[str, Any]:
    return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in SAFE}


def keep(database: Database, key: str) -> None:
    with database.writing() as connection:
        connection.execute(insert(schema.setting).values(key=key, value="x"))


@contextmanager
def another_program(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


needs_users = pytest.mark.skipif(os.name == "nt", reason="Windows grants rights on folders in another way.")


@contextmanager
def nobody() -> Iterator[None]:
    """Without the rights of the administrator, who may write anywhere."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(was)


def test_what_the_record_rests_on_is_asked_of_every_connection(database: Database) -> None:
    for _ in range(2):
        with database.reading() as connection:
            assert answers(connection) == SAFE
        with database.writing() as connection:
            assert answers(connection) == SAFE
    assert {name: answer for name, (_, answer) in PRAGMAS.items()} == SAFE


def test_every_connection_of_a_desk_is_opened_in_that_way(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[sqlite3.Connection] = []
    plain_connect = sqlite3.connect

    def watched(*args: Any, **kwargs: Any) -> sqlite3.Connection:
        opened.append(plain_connect(*args, **kwargs))
        return opened[-1]

    asked: list[str] = []
    need_answer = engine._need_answer

    def watched_answer(name: str, given: object, wanted: str | int) -> None:
        asked.append(name)
        need_answer(name, given, wanted)

    monkeypatch.setattr(sqlite3, "connect", watched)
    monkeypatch.setattr(engine, "_need_answer", watched_answer)
    store.create("fpc")
    store.journal("fpc").keep_draft("summary", "x")
    store.verify("fpc")
    store.docket()
    assert len(opened) > 5
    assert asked == [*SAFE] * len(opened)


@pytest.mark.parametrize("pragma", SAFE)
def test_a_computer_that_does_not_keep_a_record_safely_is_refused(
    database: Database, monkeypatch: pytest.MonkeyPatch, pragma: str
) -> None:
    monkeypatch.setitem(engine.PRAGMAS, pragma, (PRAGMAS[pragma][0], "never"))
    with pytest.raises(JournalUnavailable, match=pragma), database.reading():
        pass
    with pytest.raises(JournalUnavailable, match=pragma):
        keep(Database(database.path), "x")


def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(JournalUnavailable, match="cannot be written"), database.reading() as connection:
        connection.execute(insert(schema.setting).values(key="x", value="x"))


def test_the_migrations_lead_to_the_schema(database: Database) -> None:
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []
    assert ScriptDirectory.from_config(migrate.config()).get_current_head() == schema.REVISION


def test_an_older_database_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "hearingdesk.db"
    with another_program(path) as older:
        older.execute("PRAGMA user_version=1")
        older.execute(f"PRAGMA application_id={APPLICATION}")
    keep(Database(path), "kept")
    with Database(path).reading() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == schema.REVISION


def test_a_current_database_is_opened_without_what_is_slow_to_load(folder: Path, store: Store, desk: Desk) -> None:
    store.close()
    program = (
        "import sys; from pathlib import Path; from tests.store.desks import HEARING, store_in;"
        f"store = store_in(Path({str(folder)!r})); store.docket(); store.journal(HEARING).keep_draft('x', 'y');"
        "print([name for name in sys.modules if name.partition('.')[0] in ('alembic', 'mako', 'PySide6')])"
    )
    told = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.stdout == "[]\n", told.stderr


def test_a_migration_that_fails_leaves_the_old_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "hearingdesk.db"
    with another_program(path) as older:
        older.execute(f"PRAGMA application_id={APPLICATION}")
        older.execute("CREATE TABLE setting (key TEXT)")
    before = path.read_bytes()
    with pytest.raises(JournalUnavailable, match="already exists"):
        keep(Database(path), "x")
    with another_program(path) as older:
        assert older.execute("SELECT name FROM sqlite_master").fetchall() == [("setting",)]
    assert path.read_bytes() == before


def test_a_newer_programs_database_is_refused_by_name(database: Database) -> None:
    with another_program(database.path) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '0099'")
    before = database.path.read_bytes()
    with pytest.raises(JournalUnavailable, match=r"newer hearingdesk \(its form is 0099, this program knows 0001\)"):
        keep(Database(database.path), "x")
    assert database.path.read_bytes() == before


def other_database(path: Path) -> None:
    with another_program(path) as other:
        other.execute("CREATE TABLE recipe (name TEXT)")


FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty": (lambda path: path.write_bytes(b""), "is empty"),
    "a text": (lambda path: path.write_text("Dear clerk, " * 99), "is no database"),
    "a folder": (lambda path: path.mkdir(), "is not a file"),
    "a pipe": (os.mkfifo, "is not a file"),
    "a lost link": (lambda path: path.symlink_to("nowhere"), "is not there"),
    "nothing but a header": (lambda path: path.write_bytes(b"SQLite format 3\0" + bytes(400)), "is damaged"),
    "another program's": (other_database, "another program"),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_is_no_record_is_refused_and_left_alone(folder: Path, store: Store, kind: str) -> None:
    make, sentence = FILES[kind]
    path = folder / "hearingdesk.db"
    folder.mkdir()
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    for attempt in (store.docket, lambda: store.create("fpc"), lambda: store.verify("fpc")):
        with pytest.raises(JournalUnavailable, match=sentence) as told:
            attempt()
        assert "Nothing was changed" in str(told.value)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_damaged_database_is_said_to_be(folder: Path, store: Store, desk: Desk) -> None:
    path = folder / "hearingdesk.db"
    store.close()
    content = bytearray(path.read_bytes())
    content[4096:] = bytes(b ^ 0x55 for b in content[4096:])
    path.write_bytes(content)
    with pytest.raises(JournalUnavailable, match="is damaged"):
        kept(store)


def test_a_file_that_is_moved_away_takes_no_more_entries(database: Database, tmp_path: Path) -> None:
    keep(database, "before")
    database.path.rename(tmp_path / "elsewhere.db")
    with pytest.raises(JournalUnavailable, match="cannot be opened"):
        keep(database, "lost")
    (tmp_path / "elsewhere.db").rename(database.path)
    keep(database, "after")


def test_a_file_that_is_replaced_takes_no_more_entries(database: Database, tmp_path: Path) -> None:
    keep(database, "before")
    database.copy(tmp_path / "copy.db")
    (tmp_path / "copy.db").replace(database.path)
    with pytest.raises(JournalUnavailable, match="moved or replaced"):
        keep(database, "lost")


def test_another_program_that_holds_the_file_is_waited_for_and_then_named(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_PATIENCE", 0.05)
    with another_program(database.path) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(JournalUnavailable, match="Another program is using"):
            keep(database, "x")
    keep(database, "x")


def test_a_writer_has_its_lock_before_it_looks(database: Database) -> None:
    with database.writing(), another_program(database.path) as other:
        other.execute("PRAGMA busy_timeout=0")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")


def test_the_folder_and_its_files_are_for_their_owner_alone(folder: Path, store: Store, desk: Desk) -> None:
    desk.beat()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()} == {
        "hearingdesk.db": 0o600,
        "hearingdesk.lock": 0o600,
        "fpc-2026-02-05.alive": 0o600,
    }


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users can look into, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@needs_users
def test_a_folder_that_cannot_be_made_is_said(open_folder: Path) -> None:
    folder = open_folder / "data"
    with nobody(), pytest.raises(JournalUnavailable, match=r"data cannot be opened.*Nothing was changed"):
        store_in(folder).create("fpc")
    assert not folder.exists()


@needs_users
def test_a_write_protected_record_is_read_and_not_written(open_folder: Path) -> None:
    folder = open_folder / "data"
    writing = store_in(folder)
    desk_on(writing)
    writing.close()
    folder.chmod(0o555)
    for path in folder.iterdir():
        path.chmod(0o444)
    with nobody():
        reading = store_in(folder)
        assert [line.id for line in reading.docket()] == [HEARING]
        assert len(kept(reading)) == 2
        assert reading.verify(HEARING).sound
        with pytest.raises(JournalUnavailable, match="Nothing was changed"):
            reading.journal(HEARING)
    folder.chmod(0o755)


def test_a_full_disk_refuses_the_act_and_keeps_what_was(
    folder: Path, desk: Desk, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    pages = (folder / "hearingdesk.db").stat().st_size // 4096
    with monkeypatch.context() as small:
        small.setitem(engine.PRAGMAS, "max_page_count", (str(pages), pages))
        before = desk.hearing
        with pytest.raises(JournalUnavailable, match=r"is full.*everything recorded before is safe.*Make room"):
            desk.register(SignUp("1", "Ann Lee", organisation="x" * 9000))
        assert desk.hearing is before
        assert len(kept(store)) == 2
    desk.register(SignUp("1", "Ann Lee", organisation="x" * 9000))
    assert desk.hearing.last_slip == 1
    assert kept(store) == list(desk.hearing.entries)
    assert store.verify(HEARING).sound
