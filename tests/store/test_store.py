"""The data folder: docket, claims, backups, restoring, checking, and what outlives a hearing."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.docket import DocketLine
from hearingdesk.domain.events import Entry, MemberArrived
from hearingdesk.domain.hearing import Phase
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.standing import KeptBody, Usual
from hearingdesk.domain.values import Contact, SignUp
from hearingdesk.store import schema
from hearingdesk.store.chain import GENESIS
from hearingdesk.store.checks import verify_file
from hearingdesk.store.codec import line_of
from hearingdesk.store.engine import Database
from hearingdesk.store.errors import JournalUnavailable
from hearingdesk.store.lines import line_text
from hearingdesk.store.store import Store
from tests.builders import BODY, CONCERNS, MEETING, PROFILE, SIX
from tests.fakes import FakeClock
from tests.store.desks import HEARING, desk_on, kept, open_session, prepare, store_in

ROW = schema.journal.c


def exported(store: Store, path: Path, hearing: str = HEARING) -> Path:
    path.write_text("".join(f"{line}\n" for line in store.export_lines(hearing)), encoding="utf-8")
    return path


def meddle(folder: Path, seq: int, **columns: object) -> None:
    with Database(folder / "hearingdesk.db").writing() as connection:
        connection.execute(update(schema.journal).where(ROW.seq == seq).values(**columns))


# The docket


def test_looking_makes_nothing(folder: Path, store: Store) -> None:
    assert (store.docket(), store.bodies(), store.setting("x")) == ([], [], "")
    with pytest.raises(JournalUnavailable, match="no hearing “fpc”"):
        store.record("fpc")
    assert not folder.exists()


def test_the_docket_tells_how_a_hearing_stands(store: Store, desk: Desk) -> None:
    assert store.docket() == [
        DocketLine(
            HEARING,
            "Fire and Police Commission",
            "Regular meeting",
            "City Hall 301-B",
            SIX,
            "America/Chicago",
            Phase.PREPARED,
            entries=2,
            last=SIX,
        )
    ]


def test_the_phase_on_the_docket_is_the_hearings(store: Store) -> None:
    clock = FakeClock()
    desk = desk_on(store, clock=clock)
    open_session(desk)
    for act, args in [
        (rules.recess, {"reason": "dinner"}),
        (rules.reconvene, {}),
        (rules.adjourn, {}),
        (rules.strike_entry, {"seq": 8}),
        (rules.lift_strike, {"seq": 8}),
        (rules.strike_entry, {"seq": 8}),
        (rules.recess, {"reason": "again"}),
    ]:
        clock.wait(60)
        desk.record(act, **args)  # type: ignore[arg-type]  # each rule its own arguments
        (line,) = store.docket()
        assert (line.phase, line.entries, line.last) == (desk.hearing.phase, len(desk.hearing.entries), clock.now().utc)


def test_the_latest_hearing_comes_first(store: Store) -> None:
    for hearing, days in [("a", 0), ("c", 2), ("b", 1)]:
        store.create(hearing)
        meeting = MEETING.__class__("", hearing, "", SIX + timedelta(days), "UTC", rehearsal=True)
        desk = Desk(store.journal(hearing), FakeClock())
        desk.record(rules.prepare_hearing, body=BODY, meeting=meeting, profile=PROFILE, concerns=CONCERNS)
    assert [(line.id, line.rehearsal) for line in store.docket()] == [("c", True), ("b", True), ("a", True)]


def test_a_hearing_that_cannot_be_read_does_not_hide_the_others(folder: Path, store: Store, desk: Desk) -> None:
    desk_on(store, "bpc")
    store.close()
    with Database(folder / "hearingdesk.db").writing() as connection:
        connection.execute(update(schema.journal).where(ROW.seq == 1, ROW.hearing == "bpc").values(version=9))
    told = {line.id: line.title for line in store.docket()}
    assert told[HEARING] == "Regular meeting"
    assert "a newer one recorded it" in told["bpc"]


@pytest.mark.parametrize("name", ["", "FPC", "a b", "../x", "a--b", "-a", "a-", "é", "x" * 64, "a/b", "con.", "a\n"])
def test_an_id_that_is_no_slug_is_refused(folder: Path, store: Store, name: str) -> None:
    with pytest.raises(JournalUnavailable, match="cannot name a hearing"):
        store.create(name)
    assert not folder.exists()


def test_an_id_is_given_once(store: Store, desk: Desk) -> None:
    with pytest.raises(JournalUnavailable, match="on the docket already"):
        store.create(HEARING)
    store.create("begun")
    store.create("begun")
    assert [line.id for line in store.docket()] == [HEARING], "a hearing without entries is not listed"


@pytest.mark.parametrize("ask", [Store.record, Store.journal, Store.verify, Store.export_lines])
def test_an_unknown_hearing_is_said_to_be(store: Store, desk: Desk, ask: Callable[[Store, str], object]) -> None:
    with pytest.raises(JournalUnavailable, match=r"There is no hearing “bpc” in .*Nothing was changed"):
        ask(store, "bpc")


# One desk


def test_a_second_desk_is_refused_by_name_and_readers_are_not(folder: Path, store: Store, desk: Desk) -> None:
    second = store_in(folder)
    with pytest.raises(JournalUnavailable, match=f"Another hearingdesk .process {os.getpid()} on .* has the records"):
        second.journal(HEARING)
    with pytest.raises(JournalUnavailable, match="Another hearingdesk"):
        second.record(HEARING).append([replace(desk.hearing.entries[-1], seq=3, id="new")], {})
    assert kept(second) == list(desk.hearing.entries)
    assert second.docket() == store.docket()
    store.close()
    second.journal(HEARING)
    second.close()


HOLD = """
import sys
from pathlib import Path
from tests.store.desks import HEARING, store_in
store = store_in(Path(sys.argv[1]))
store.journal(HEARING)
print("held", flush=True)
sys.stdin.read()
"""


def test_a_desk_in_another_process_is_named_and_its_claim_dies_with_it(folder: Path, store: Store, desk: Desk) -> None:
    store.close()
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(JournalUnavailable, match=f"process {other.pid} on"):
            store.journal(HEARING)
        other.kill()
    store.journal(HEARING)


# Out and in again


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


# Checking


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


# Backups


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


# What outlives a hearing


def test_bodies_and_settings_are_kept(folder: Path, store: Store) -> None:
    kept_body = KeptBody(BODY, PROFILE, CONCERNS)
    store.keep_body(kept_body)
    store.keep_body(KeptBody(BODY.__class__("Board of Appeals"), PROFILE))
    store.keep_body(kept_body)
    store.keep_setting("columns", '{"name": "Speaker"}')
    store.keep_setting("gone", "x")
    store.keep_setting("gone", "")
    other = store_in(folder)
    assert other.bodies() == [KeptBody(BODY.__class__("Board of Appeals"), PROFILE), kept_body]
    assert (other.setting("columns"), other.setting("gone")) == ('{"name": "Speaker"}', "")


def test_a_body_is_renamed_and_forgotten(store: Store) -> None:
    appeals = KeptBody(BODY.__class__("Board of Appeals"), PROFILE, (), Usual(meets="last Monday"), "budget")
    store.keep_body(KeptBody(BODY, PROFILE, CONCERNS))
    store.keep_body(appeals, before=BODY.name)
    assert store.bodies() == [appeals]
    store.forget_body("Board of Appeals")
    store.forget_body("nobody")
    assert store.bodies() == []


def test_a_desk_may_be_closed_and_opened_again(store: Store) -> None:
    store.create("fpc")
    desk = Desk(store.journal("fpc"), FakeClock())
    store.close()
    prepare(desk)
    store.close()
    assert len(kept(store, "fpc")) == 2
