"""A record out and in again: whole, refused with the place, and never over another."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import delete

from hearingdesk.desk import Desk
from hearingdesk.domain.events import Entry, MemberArrived
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.values import Contact, SignUp
from hearingdesk.store import schema
from hearingdesk.store.chain import GENESIS
from hearingdesk.store.codec import line_of
from hearingdesk.store.engine import Database
from hearingdesk.store.errors import JournalUnavailable
from hearingdesk.store.lines import line_text
from hearingdesk.store.store import Store
from tests.builders import SIX
from tests.fakes import FakeClock
from tests.store.desks import HEARING, exported, kept, store_in


def test_a_record_is_taken_to_another_laptop_whole(tmp_path: Path, store: Store, desk: Desk) -> None:
    desk.register(SignUp("1", "Nguyễn “Ann” Lee\n😀"), Contact(email="stays@here"))
    other = store_in(tmp_path / "other")
    line = other.restore(exported(store, tmp_path / "record.jsonl"))
    assert [line] == store.docket() == other.docket()
    assert kept(other) == kept(store)
    assert other.verify(HEARING) == store.verify(HEARING)
    assert list(other.export_lines(HEARING)) == list(store.export_lines(HEARING))
    assert Desk(other.journal(HEARING), FakeClock()).register(SignUp("1", "Bo Lind")) == 2


def test_a_record_is_not_restored_over_another(tmp_path: Path, store: Store, desk: Desk) -> None:
    path = exported(store, tmp_path / "record.jsonl")
    with pytest.raises(JournalUnavailable, match="on the docket already"):
        store.restore(path)
    assert store.verify(HEARING).entries == 2


def test_a_lost_hearing_comes_back_by_restoring(tmp_path: Path, folder: Path, store: Store, desk: Desk) -> None:
    path = exported(store, tmp_path / "record.jsonl")
    store.close()
    with Database(folder / "hearingdesk.db").writing() as connection:
        connection.execute(delete(schema.journal))
    store.restore(path)
    assert store.verify(HEARING).entries == 2


def text_of(*lines: object) -> Callable[[str], bytes]:
    return lambda good: "\n".join(str(line) if line is not Ellipsis else good for line in lines).encode()


ARRIVED = Entry(1, "x", Moment(SIX), "rd", MemberArrived("brennan"))


LATE_START = line_text(line_of("bpc", ARRIVED, GENESIS))


BROKEN: dict[str, tuple[Callable[[str], bytes], str]] = {
    "empty": (text_of(), "is empty"),
    "blank": (text_of("", ""), "is empty"),
    "no text": (lambda good: good.encode() + b"\xff", "is no text file"),
    "UTF-16": (lambda good: good.encode("utf-16"), "is no text file"),
    "a sentence": (text_of("Dear clerk,"), "line 1 is no JSON"),
    "cut off": (lambda good: good.encode()[:-20], "line 2 is no JSON"),
    "a list": (text_of("[]"), "line 1 is no entry"),
    "too deep": (text_of("[" * 100_000), "line 1 is no JSON"),
    "nothing of it": (text_of("{}"), "entry 1 does not fit"),
    "changed": (lambda good: good.replace("Fire", "Fine").encode(), "entry 1 does not fit"),
    "half a character": (lambda good: good.replace("agenda", "\\ud800").encode(), "entry 2 does not fit"),
    "its second entry": (lambda good: good.splitlines()[1].encode(), "entry 1 does not fit"),
    "twice": (text_of(..., ...), "entry 3 does not fit"),
    "a late start": (text_of(LATE_START), "does not begin with the preparation"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_is_no_whole_record_is_refused_with_the_place(tmp_path: Path, store: Store, desk: Desk, kind: str) -> None:
    spoil, sentence = BROKEN[kind]
    path = tmp_path / "record.jsonl"
    path.write_bytes(spoil("\n".join(store.export_lines(HEARING))))
    other = store_in(tmp_path / "other")
    with pytest.raises(JournalUnavailable, match=sentence) as told:
        other.restore(path)
    assert "Nothing was changed" in str(told.value)
    assert not (tmp_path / "other").exists()


def test_a_record_with_entries_of_another_is_refused_whole(tmp_path: Path, store: Store, desk: Desk) -> None:
    first = desk.hearing.entries[0]
    path = tmp_path / "record.jsonl"
    path.write_text(line_text(line_of("bpc", first, GENESIS)), encoding="utf-8")
    with pytest.raises(JournalUnavailable, match="in another record already"):
        store.restore(path)
    assert [line.id for line in store.docket()] == [HEARING]
    with pytest.raises(JournalUnavailable, match="no hearing “bpc”"):
        store.record("bpc")


@pytest.mark.parametrize("kind", ["nothing", "a folder", "its own database"])
def test_only_the_record_of_another_desk_is_restored(
    tmp_path: Path, folder: Path, store: Store, desk: Desk, kind: str
) -> None:
    path = {"nothing": tmp_path / "none", "a folder": folder, "its own database": folder / "hearingdesk.db"}[kind]
    with pytest.raises(JournalUnavailable, match=r"is not there|is not a file|is on the docket already"):
        store.restore(path)
