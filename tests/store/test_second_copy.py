"""The second copy: up to date, whole, taken over by another laptop; and what its place may do to it (P-10)."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue

import pytest

from hearingdesk.desk import Desk
from hearingdesk.domain.values import Contact, SignUp
from hearingdesk.store.engine import Database
from hearingdesk.store.errors import JournalUnavailable
from hearingdesk.store.second_copy import SecondCopy, State
from hearingdesk.store.store import Store
from tests.fakes import FakeClock
from tests.store.desks import HEARING, desk_on, kept, store_in

MANY = 20.0
"""Seconds that a thread is waited for; it needs a fraction of one."""


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


@pytest.fixture
def copy(store: Store, desk: Desk, stick: Path) -> SecondCopy:
    return store.second_copy(HEARING, stick, lambda _: None)


def other_laptop(tmp_path: Path, copy: SecondCopy) -> Store:
    """What another laptop has after one command."""
    other = store_in(tmp_path / "other")
    other.restore(copy.path)
    return other


def test_another_laptop_goes_on_from_the_copy_with_all_that_was_known(
    tmp_path: Path, store: Store, desk: Desk, copy: SecondCopy
) -> None:
    copy.copy()
    desk.register(SignUp("1", "Nguyễn “Ann” Lee"), Contact(pronunciation="nwin", need="speaks from the seat"))
    desk.keep_draft("summary 1", "Asks that")
    assert copy.copy() == 3
    other = other_laptop(tmp_path, copy)
    assert kept(other) == kept(store)
    assert other.verify(HEARING) == store.verify(HEARING)
    taken_over = Desk(other.journal(HEARING), FakeClock())
    assert (taken_over.contacts, taken_over.drafts) == (desk.contacts, desk.drafts)
    assert taken_over.register(SignUp("1", "Bo Lind")) == 2


def test_what_is_deleted_beside_the_record_is_deleted_in_the_copy(tmp_path: Path, desk: Desk, copy: SecondCopy) -> None:
    slip = desk.register(SignUp("1", "Ann Lee"), Contact(phone="608-555-0100"))
    copy.copy()
    desk.keep_contact(slip, Contact())
    copy.copy()
    assert Desk(other_laptop(tmp_path, copy).journal(HEARING), FakeClock()).contacts == {}
    assert b"555-0100" not in copy.path.read_bytes()


def test_only_what_is_new_is_written(desk: Desk, copy: SecondCopy) -> None:
    copy.copy()
    before = copy.path.read_bytes()
    assert copy.copy() == 2
    assert copy.path.read_bytes() == before


def test_another_hearing_of_the_same_desk_is_not_in_it(store: Store, desk: Desk, copy: SecondCopy) -> None:
    desk_on(store, "another-2026-02-06")
    copy.copy()
    assert [line.id for line in Store(copy.path.parent, FakeClock()).docket()] == []
    with Database(copy.path).reading() as connection:
        hearings = connection.exec_driver_sql("SELECT DISTINCT hearing FROM journal").scalars().all()
    assert hearings == [HEARING]


def test_a_file_that_holds_another_record_is_left_as_it_is(tmp_path: Path, copy: SecondCopy) -> None:
    elsewhere = store_in(tmp_path / "elsewhere")
    desk_on(elsewhere, clock=FakeClock()).register(SignUp("1", "Somebody else"))
    elsewhere.second_copy(HEARING, copy.path.parent, lambda _: None).copy()
    before = copy.path.read_bytes()
    with pytest.raises(JournalUnavailable, match="holds another record under the same name, and was left as it is"):
        copy.copy()
    assert copy.path.read_bytes() == before


def test_a_file_that_is_no_copy_is_left_as_it_is(copy: SecondCopy) -> None:
    copy.path.write_text("my shopping list")
    with pytest.raises(JournalUnavailable, match="is no database"):
        copy.copy()
    assert copy.path.read_text() == "my shopping list"


def test_a_place_that_is_gone_is_said_and_when_it_is_back_the_copy_is_made_anew(stick: Path, copy: SecondCopy) -> None:
    copy.copy()
    shutil.rmtree(stick)
    with pytest.raises(JournalUnavailable, match="cannot be opened"):
        copy.copy()
    assert not stick.exists()
    stick.mkdir()
    assert copy.copy() == 2


@pytest.fixture
def full_disk() -> Iterator[Callable[[], None]]:
    """From then on no file may grow beyond 8 kB, as on a disk that is full."""
    resource = pytest.importorskip("resource", reason="Only where a limit can be set to the size of files.")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8192, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_place_that_is_full_is_said_and_the_record_goes_on(
    store: Store, desk: Desk, copy: SecondCopy, full_disk: Callable[[], None]
) -> None:
    full_disk()
    with pytest.raises(JournalUnavailable, match=r"full|did not take"):
        copy.copy()
    assert store.verify(HEARING).sound
    assert not copy.path.exists()


# On a thread of its own


@pytest.fixture
def told() -> Queue[State]:
    return Queue()


@pytest.fixture
def running(store: Store, desk: Desk, stick: Path, told: Queue[State]) -> Iterator[SecondCopy]:
    made = store.second_copy(HEARING, stick, told.put)
    made.start()
    yield made
    made.end()


def test_every_change_is_copied_soon_without_waiting_for_it(
    desk: Desk, running: SecondCopy, told: Queue[State]
) -> None:
    assert told.get(timeout=MANY) == State(2)
    desk.register(SignUp("1", "Ann Lee"))
    running.changed()
    assert told.get(timeout=MANY) == State(3)


def test_what_fails_is_told_again_and_again_and_the_desk_goes_on(
    desk: Desk, stick: Path, running: SecondCopy, told: Queue[State]
) -> None:
    assert told.get(timeout=MANY).trouble == ""
    shutil.rmtree(stick)
    desk.register(SignUp("1", "Ann Lee"))
    running.changed()
    assert "cannot be opened" in told.get(timeout=MANY).trouble
    stick.mkdir()
    running.changed()
    assert told.get(timeout=MANY) == State(3)


def test_the_end_makes_one_last_copy(tmp_path: Path, store: Store, desk: Desk, running: SecondCopy) -> None:
    desk.register(SignUp("1", "Ann Lee"))
    running.end()
    assert kept(other_laptop(tmp_path, running)) == kept(store)


def test_a_backup_of_several_hearings_is_not_restored_as_one(tmp_path: Path, store: Store, desk: Desk) -> None:
    desk_on(store, "another-2026-02-06")
    backup = store.backup(tmp_path / "backups")
    with pytest.raises(JournalUnavailable, match="holds 2 hearings"):
        store_in(tmp_path / "other").restore(backup)


def test_a_copy_that_was_meddled_with_is_not_restored(tmp_path: Path, desk: Desk, copy: SecondCopy) -> None:
    copy.copy()
    with Database(copy.path).writing() as connection:
        connection.exec_driver_sql("UPDATE journal SET body = replace(body, 'Comments', 'Nothing') WHERE seq = 2")
    with pytest.raises(JournalUnavailable, match="entry 2 does not fit"):
        store_in(tmp_path / "other").restore(copy.path)
