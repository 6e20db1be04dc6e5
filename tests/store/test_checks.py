"""Checking what is on the disk, and backups of it."""

from pathlib import Path

import pytest

from hearingdesk.desk import Desk
from hearingdesk.domain.values import Contact, SignUp
from hearingdesk.store.chain import GENESIS
from hearingdesk.store.checks import verify_file
from hearingdesk.store.errors import JournalUnavailable
from hearingdesk.store.store import Store
from tests.store.desks import HEARING, desk_on, exported, kept, meddle, store_in


@pytest.mark.parametrize(
    "columns",
    [
        {"body": "{}"},
        {"body": '{"items": [],'},
        {"body": "[" * 5000},
        {"by": "xx"},
        {"id": "x"},
        {"kind": "RollCalled"},
        {"at": "2026-02-06T00:00:01Z"},
        {"boot": "x"},
        {"ticks": 0},
        {"version": 2},
        {"hash": GENESIS},
    ],
    ids=str,
)
def test_a_changed_column_is_found_and_named(
    folder: Path, store: Store, desk: Desk, columns: dict[str, object]
) -> None:
    desk.register(SignUp("1", "Ann Lee"))
    store.close()
    meddle(folder, 2, **columns)
    verdict = store.verify(HEARING)
    assert (verdict.broken, verdict.entries) == (2, 1)
    assert [verdict] == verify_file(folder / "hearingdesk.db")


def test_one_changed_byte_in_the_file_is_found_and_named(folder: Path, store: Store, desk: Desk) -> None:
    for number in range(30):
        desk.register(SignUp("1", f"Speaker{number:02}"))
    store.close()
    path = folder / "hearingdesk.db"
    whole = path.read_bytes()
    at = whole.index(b"Speaker17")
    for place, flipped in [(at, 0x01), (at + 8, 0x02), (at - 2, 0xFF)]:
        content = bytearray(whole)
        content[place] ^= flipped
        path.write_bytes(content)
        assert store.verify(HEARING).broken == 20
    path.write_bytes(whole)
    assert store.verify(HEARING).sound


def test_a_page_that_is_gone_is_found(folder: Path, store: Store, desk: Desk) -> None:
    for number in range(60):
        desk.register(SignUp("1", f"Speaker {number}"))
    store.close()
    path = folder / "hearingdesk.db"
    whole = path.read_bytes()
    page = whole.index(b'"Speaker 40"') // 4096 * 4096
    path.write_bytes(whole[:page] + bytes(4096) + whole[page + 4096 :])
    verdict = store.verify(HEARING)
    assert 2 < verdict.broken <= 43
    assert "damaged" in verdict.why
    with pytest.raises(JournalUnavailable):
        store.backup(folder.parent / "stick")
    assert list((folder.parent / "stick").iterdir()) == []


def test_a_file_is_checked_by_what_it_is(tmp_path: Path, folder: Path, store: Store, desk: Desk) -> None:
    desk_on(store, "bpc")
    lines = exported(store, tmp_path / "record.jsonl")
    assert verify_file(lines) == [store.verify(HEARING)]
    assert verify_file(folder / "hearingdesk.db") == [store.verify("bpc"), store.verify(HEARING)]
    lines.write_bytes(lines.read_bytes().replace(b"Lakemont", b"Lakemund"))
    assert verify_file(lines)[0].broken == 1
    with pytest.raises(JournalUnavailable, match="is not there"):
        verify_file(tmp_path / "none")


def test_a_backup_is_a_whole_checked_copy_with_its_date(tmp_path: Path, folder: Path, store: Store, desk: Desk) -> None:
    desk.register(SignUp("1", "Ann Lee"), Contact(email="ann@example.org"))
    first = store.backup(tmp_path / "stick")
    second = store.backup(tmp_path / "stick")
    assert first.name.startswith("hearingdesk-2026-02-0")
    assert second.name == f"{first.stem}-2.db"
    assert sorted(path.name for path in (tmp_path / "stick").iterdir()) == sorted([first.name, second.name])
    assert first.stat().st_mode & 0o777 == 0o600
    again = tmp_path / "again"
    again.mkdir()
    first.rename(again / "hearingdesk.db")
    assert kept(store_in(again)) == list(desk.hearing.entries)
    assert store_in(again).record(HEARING).contacts() == desk.contacts


def test_a_backup_of_a_changed_record_is_refused(tmp_path: Path, folder: Path, store: Store, desk: Desk) -> None:
    store.close()
    meddle(folder, 2, by="xx")
    with pytest.raises(JournalUnavailable, match="entry 2 does not fit"):
        store.backup(tmp_path / "stick")
    assert list((tmp_path / "stick").iterdir()) == []


def test_there_is_nothing_to_back_up_at_first(tmp_path: Path, store: Store) -> None:
    with pytest.raises(JournalUnavailable, match=r"nothing in .* to back up"):
        store.backup(tmp_path / "stick")
    assert not (tmp_path / "stick").exists()


def test_a_backup_into_a_file_is_refused(tmp_path: Path, store: Store, desk: Desk) -> None:
    (tmp_path / "stick").write_text("x")
    with pytest.raises(JournalUnavailable, match="Nothing was changed"):
        store.backup(tmp_path / "stick")
    assert (tmp_path / "stick").read_text() == "x"
