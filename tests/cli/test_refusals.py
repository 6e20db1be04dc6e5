"""Every refusal is one line that says what happened, what is safe and what to do; nothing is changed, no traceback."""

import io
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hearingdesk.clock import SystemClock
from hearingdesk.commands import lists
from hearingdesk.office import Office
from tests.cli.conftest import AGENDA, SIGN_UPS, Cli, Told

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(2000)


def need_refusal(told: Told, *words: str) -> None:
    """Exit code 1, nothing on standard output, one line of sentences on standard error."""
    assert told.code == 1, told
    assert told.out == ""
    assert told.err.startswith("hearingdesk: ")
    assert told.err.count("\n") == 1
    assert told.err.endswith((".\n", ".”\n"))
    assert "Traceback" not in told.err
    for word in words:
        assert word in told.err


@pytest.fixture
def unchanged(fpc: str, data: Path) -> Iterator[None]:
    """The record of the hearing stays as it is, whatever the test does."""
    before = Office(data, SystemClock()).record(fpc).head
    yield
    assert Office(data, SystemClock()).record(fpc).head == before


# Files that are none


FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (Path.exists, "is not there"),
    "a folder": (lambda path: path.mkdir(), "is a folder"),
    "empty": (lambda path: path.write_bytes(b""), "is empty"),
    "blank": (lambda path: path.write_bytes(b"  \n\n"), "is empty"),
    "a picture": (lambda path: path.write_bytes(PNG), "is a picture"),
    "encrypted": (lambda path: path.write_bytes(OLE), "password"),
    "a web page": (lambda path: path.write_text("<!DOCTYPE html><html>"), "is a web page"),
    "binary": (lambda path: path.write_bytes(bytes(range(256)) * 16), "list"),
    "no names": (lambda path: path.write_text("1,2\n3,4\n5,6\n"), "names"),
}


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_list_is_named(cli: Cli, fpc: str, tmp_path: Path, name: str) -> None:
    make, words = FILES[name]
    path = tmp_path / "list.csv"
    make(path)
    need_refusal(cli("import", fpc, path), "list.csv" if name != "no names" else "column", words, "Nothing was changed")


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize("name", [name for name in FILES if name not in ("no names", "binary")])
def test_a_file_that_is_no_agenda_is_named(cli: Cli, fpc: str, tmp_path: Path, name: str) -> None:
    make, words = FILES[name]
    path = tmp_path / "agenda.json"
    make(path)
    need_refusal(cli("agenda", fpc, path), "agenda.json", words, "Nothing was changed")


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize("text", ['{"EventId": 1', '{"name": "package"}', "[1, 2]"])
def test_json_that_is_no_agenda_is_named(cli: Cli, fpc: str, tmp_path: Path, text: str) -> None:
    path = tmp_path / "agenda.json"
    path.write_text(text)
    need_refusal(cli("agenda", fpc, path), "Nothing was changed")


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (["--map", "nmae=Full name"], "nmae"),
        (["--map", "name=Nickname"], "Nickname"),
        (["--map", "name"], "no mapping"),
        (["--take", "99"], "There is no row 99"),
        (["--item", "99"], "There is no item 99"),
        (["--sheet", "Tuesday"], "has no sheet “Tuesday”"),
    ],
)
def test_a_wrong_choice_is_named(cli: Cli, fpc: str, flags: list[str], words: str) -> None:
    need_refusal(cli("import", fpc, SIGN_UPS, *flags), words)


# Names that are none


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize(
    "command",
    [
        ["agenda", "nope", AGENDA],
        ["import", "nope", SIGN_UPS],
        ["import", "nope", SIGN_UPS, "--dry-run"],
        ["export", "nope", "--out", "unused"],
        ["journal", "nope"],
        ["verify", "nope"],
        ["verify", "nope.jsonl"],
        ["open", "nope"],
    ],
    ids=" ".join,
)
def test_a_wrong_id_is_named(cli: Cli, command: list[str]) -> None:
    need_refusal(cli(*command), "There is no hearing “nope", "“hearingdesk list” shows the hearings there are")
    assert not Path("unused").exists()


def test_a_wrong_id_on_an_empty_folder_makes_no_folder(cli: Cli, data: Path) -> None:
    need_refusal(cli("export", "fpc", "--out", data / "out"), "There is no hearing “fpc”")
    assert not data.exists()


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (["--profile", "ours"], "There is no rule profile “ours”"),
        (["--concerns", "ours"], "There is no concern set “ours”"),
        (["--timezone", "Mars/Base"], "“Mars/Base” is not a time zone"),
        (["--id", "No Such Id"], "cannot name a hearing"),
        (["--members", "missing.csv"], "missing.csv is not there"),
        (["--agenda", "missing.csv"], "missing.csv is not there"),
    ],
)
def test_a_hearing_that_cannot_be_prepared_is_not_begun(
    cli: Cli, data: Path, members: Path, flags: list[str], words: str
) -> None:
    told = cli(
        *("new", "--body", "Commission", "--when", "2026-02-19T18:00", "--timezone", "UTC", "--members", members),
        *flags,
    )
    need_refusal(told, words)
    assert Office(data, SystemClock()).docket() == []


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (["--when", "2026-02-19T18:00"], "who meets"),
        (["--body", "Commission"], "when it meets"),
        (["--body", "Commission", "--when", "2026-02-19T18:00"], "has no members yet"),
    ],
)
def test_what_a_hearing_lacks_is_named_with_its_flag(cli: Cli, flags: list[str], words: str) -> None:
    need_refusal(cli("new", "--timezone", "UTC", *flags), words, "Nothing was made", "--")


# Wrong usage


@pytest.mark.parametrize(
    "command",
    [
        ["fold"],
        ["open"],
        ["open", "x", "--sample"],
        ["import", "x"],
        ["export", "x"],
        ["export", "x", "--out", "y", "--copy", "secret"],
        ["import", "x", "y", "--take", "first"],
        ["rehearse"],
        ["rehearse", "--out", "x", "--speed", "0"],
        ["rehearse", "--out", "x", "--speed", "nan"],
        ["new", "--when", "tonight"],
        ["list", "--jsn"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_code_two(cli: Cli, command: list[str]) -> None:
    told = cli(*command)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("usage: hearingdesk")


# Records


@pytest.fixture
def record(cli: Cli, fpc: str, tmp_path: Path) -> Path:
    path = tmp_path / "record.jsonl"
    path.write_text(cli("journal", fpc).out, encoding="utf-8")
    return path


@pytest.mark.usefixtures("unchanged")
def test_a_record_that_was_tampered_with_is_named_by_its_entry(cli: Cli, record: Path, tmp_path: Path) -> None:
    record.write_text(record.read_text(encoding="utf-8").replace("Pettway", "Petway"), encoding="utf-8")
    told = cli("verify", record)
    assert (told.code, told.out) == (1, "")
    assert told.err.startswith("hearingdesk: fpc-2026-02-19: entry 3 does not fit")
    need_refusal(cli("restore", record, "--data", tmp_path / "other"), "entry 3", "Nothing was changed")
    assert json.loads(cli("list", "--json", "--data", tmp_path / "other").out) == []


@pytest.mark.usefixtures("unchanged")
def test_a_record_that_is_there_already_is_not_restored_over_it(cli: Cli, record: Path) -> None:
    need_refusal(cli("restore", record), "on the docket already", "Nothing was changed")


@pytest.mark.parametrize("content", [b"", PNG, b"{", b"[]", b'{"seq": 1}', b"Name,Position\n"])
@pytest.mark.parametrize("command", ["restore", "verify"])
def test_a_file_that_is_no_record_is_named(cli: Cli, tmp_path: Path, command: str, content: bytes) -> None:
    path = tmp_path / "record.jsonl"
    path.write_bytes(content)
    told = cli(command, path)
    assert (told.code, told.out) == (1, "")
    assert told.err.count("\n") == 1
    assert "Traceback" not in told.err


# The data folder


def test_a_second_desk_on_the_same_data_is_refused(cli: Cli, fpc: str, data: Path) -> None:
    elsewhere = Office(data, SystemClock())
    desk = elsewhere.desk(fpc)
    before = desk.head
    words = ("Another hearingdesk", f"process {os.getpid()}", "Nothing was changed")
    for command in (["import", fpc, SIGN_UPS], ["agenda", fpc, AGENDA], ["open", fpc]):
        need_refusal(cli(*command), *words)
    assert Office(data, SystemClock()).record(fpc).head == before
    elsewhere.close()
    assert cli("import", fpc, SIGN_UPS).code == 0


def test_a_folder_that_cannot_be_written_is_named(cli: Cli, tmp_path: Path, members: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    told = cli(
        *("new", "--body", "Commission", "--when", "2026-02-19T18:00", "--timezone", "UTC", "--members", members),
        *("--data", tmp_path / "file" / "data"),
    )
    need_refusal(told, str(tmp_path / "file"))


@pytest.mark.skipif(os.geteuid() == 0, reason="The superuser may write everywhere.")
def test_a_folder_without_rights_is_named(cli: Cli, fpc: str, data: Path) -> None:
    data.chmod(0o500)
    try:
        need_refusal(cli("import", fpc, SIGN_UPS), str(data))
    finally:
        data.chmod(0o700)


def test_a_database_of_a_newer_version_is_named_and_not_touched(cli: Cli, fpc: str, data: Path) -> None:
    path = data / "hearingdesk.db"
    with closing(sqlite3.connect(path)) as newer, newer:
        newer.execute("UPDATE alembic_version SET version_num = '0099'")
    before = path.read_bytes()
    for command in (["list"], ["import", fpc, SIGN_UPS], ["journal", fpc], ["export", fpc, "--out", data / "out"]):
        need_refusal(cli(*command), "newer hearingdesk", "Nothing in it was changed")
    assert path.read_bytes() == before


def test_a_database_that_is_none_is_named(cli: Cli, data: Path) -> None:
    data.mkdir()
    (data / "hearingdesk.db").write_bytes(PNG)
    need_refusal(cli("list"), "hearingdesk.db")


@pytest.mark.usefixtures("unchanged")
def test_an_export_into_what_is_no_folder_is_named(cli: Cli, fpc: str, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    need_refusal(cli("export", fpc, "--out", tmp_path / "out"), "cannot be made", "the record is safe")
    (tmp_path / "full" / "minutes.pdf").mkdir(parents=True)
    need_refusal(cli("export", fpc, "--out", tmp_path / "full"), "minutes.pdf")


def test_there_is_nothing_to_back_up_before_the_first_hearing(cli: Cli, tmp_path: Path) -> None:
    need_refusal(cli("backup", tmp_path / "stick"), "nothing", "to back up")


# Windows, and what nobody foresaw


@pytest.mark.parametrize("command", [[], ["open", "--sample"]])
def test_without_a_display_no_window_is_tried(
    cli: Cli, command: list[str], monkeypatch: pytest.MonkeyPatch, data: Path
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    need_refusal(cli(*command), "no display", "hearingdesk rehearse --out DIR")
    assert not data.exists()


def test_a_fault_of_the_program_goes_to_the_log_and_not_to_the_user(
    cli: Cli, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> int:
        raise ZeroDivisionError("a fault nobody foresaw")

    monkeypatch.setitem(lists.COMMANDS, "list", breaks)
    need_refusal(cli("list"), "ZeroDivisionError", "What was recorded is safe", str(data / "hearingdesk.log"))
    log = (data / "hearingdesk.log").read_text(encoding="utf-8")
    assert "Traceback" in log
    assert "a fault nobody foresaw" in log


def test_where_no_log_can_be_written_it_goes_to_the_temporary_folder(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> int:
        raise ZeroDivisionError

    (tmp_path / "file").write_text("no folder")
    (tmp_path / "passing").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "passing"))
    monkeypatch.setitem(lists.COMMANDS, "list", breaks)
    need_refusal(cli("list", "--data", tmp_path / "file" / "data"), str(tmp_path / "passing" / "hearingdesk.log"))


# As the system starts it


def started(*given: object, data: Path, **how: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "hearingdesk", "--data", str(data), *map(str, given)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60)


def test_exit_codes_reach_the_shell(data: Path, fpc: str) -> None:
    done = started("list", data=data)
    assert (done.returncode, done.stderr) == (0, "")
    refused = started("export", "nope", "--out", data / "out", data=data)
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (1, "", 1)
    wrong = started("export", data=data)
    assert (wrong.returncode, wrong.stdout) == (2, "")


def test_a_reader_that_stops_listening_gets_no_traceback(data: Path, fpc: str) -> None:
    command = [sys.executable, "-m", "hearingdesk", "--data", str(data), "journal", fpc]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert isinstance(process.stdout, io.BufferedReader)
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""


def test_names_come_out_whole_whatever_the_terminal_speaks(data: Path, fpc: str) -> None:
    command = [sys.executable, "-m", "hearingdesk", "--data", str(data), "journal", fpc]
    told = subprocess.run(
        command, capture_output=True, check=True, env=os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    )
    assert "Nguyễn Thị Hạnh" in told.stdout.decode("utf-8")


@pytest.mark.parametrize("quorum", ["99", "0", "-1"])
def test_a_quorum_that_the_members_cannot_make_is_refused(cli: Cli, members: Path, quorum: str) -> None:
    told = cli("new", "--body", "B", "--when", "2026-02-19T18:00", "--members", members, "--quorum", quorum)
    need_refusal(told, "quorum", "Nothing was made", "from 1 to 3")


@pytest.mark.usefixtures("unchanged")
def test_a_meeting_without_items_is_no_agenda(cli: Cli, fpc: str, tmp_path: Path) -> None:
    path = tmp_path / "event.json"
    path.write_text('{"EventId": 7, "EventBodyName": "Committee", "EventItems": []}', encoding="utf-8")
    need_refusal(cli("agenda", fpc, path), "event.json", "no items of its agenda", "Nothing was changed")


@pytest.mark.usefixtures("unchanged")
def test_a_backup_into_a_file_is_refused(cli: Cli, fpc: str, tmp_path: Path) -> None:
    in_the_way = tmp_path / "stick"
    in_the_way.touch()
    need_refusal(cli("backup", in_the_way), "stick", "is a file, not a folder")


@pytest.mark.parametrize("command", [["list"], ["new", "--body", "Plan Commission", "--when", "2026-02-05 18:00"]])
def test_a_data_folder_that_is_a_file_is_named_as_one(cli: Cli, tmp_path: Path, command: list[str]) -> None:
    in_the_way = tmp_path / "members.csv"
    in_the_way.write_text("name\nAda Brennan\n", encoding="utf-8")
    need_refusal(cli("--data", in_the_way, *command), "members.csv", "is a file, not a folder", "Nothing was changed")
    assert in_the_way.read_text(encoding="utf-8") == "name\nAda Brennan\n"
