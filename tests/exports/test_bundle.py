"""The record that anybody can check: its own program finds what “hearingdesk verify” finds, and more."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from exports.bundle import write_bundle
from exports.files import ExportFailed
from exports.formats import write_formats
from exports.options import Format, Options
from exports.published import Copy
from exports.report import ExportReport
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.values import Contact
from hearingdesk.store.chain import GENESIS
from hearingdesk.store.checks import verify_file
from hearingdesk.store.codec import line_of
from hearingdesk.store.lines import line_text, read_lines
from tests.builders import commenting
from tests.exports.evenings import busy
from tests.exports.pdf_reading import read
from tests.exports.test_plain_tables import TABLES

Meddle = Callable[[list[dict[str, Any]]], object]
FILES = sorted(
    [
        *(
            "SHA256SUMS",
            "journal.jsonl",
            "verify_record.py",
            "testimony.json",
            "testimony.xlsx",
            "votes.json",
            "meeting.ics",
        ),
        *(f"{paper}.{kind}" for paper in ("minutes", "concern-report") for kind in ("pdf", "docx", "html", "txt")),
        *(f"{table}.csv" for table in TABLES),
    ]
)


ROOT = Path(__file__).parents[2]


def chained(hearing: Hearing) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = []
    for entry in hearing.entries:
        lines.append(line_of("fpc", entry, lines[-1]["hash"] if lines else GENESIS))
    return lines


def bundled(hearing: Hearing, folder: Path, copy: Copy = Copy.PUBLISHED) -> str:
    """Fills the folder; the answer is the journal's head."""
    lines = chained(hearing)
    head = str(lines[-1]["hash"])
    contacts = {slip: Contact(street="12 Private Street", need="private need") for slip in hearing.registrations}

    def papers(place: Path) -> list[ExportReport]:
        return write_formats(hearing, contacts, head, place, Options(copy, tuple(Format), concern_report=True))

    folder.mkdir(exist_ok=True)
    write_bundle(hearing, [line_text(line) for line in lines], folder, papers, copy)
    return head


def check(folder: Path, *head: str) -> tuple[int, str]:
    """As a stranger would: the program of the folder, with nothing but Python."""
    program = [sys.executable, "-I", "-S", str(folder / "verify_record.py"), *head]
    told = subprocess.run(program, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)
    assert told.stderr == "" or told.returncode == 2, told.stderr
    return told.returncode, told.stdout


def summed_anew(folder: Path) -> None:
    """As somebody who changes a file would: the sums fit again."""
    names = [name for name in FILES if name != "SHA256SUMS"]
    lines = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (folder / "SHA256SUMS").write_text("".join(lines))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("bundle") / "record"
    return folder, bundled(busy().hearing, folder)


@pytest.fixture
def record(whole: tuple[Path, str], tmp_path: Path) -> Path:
    return shutil.copytree(whole[0], tmp_path / "record")


def test_a_stranger_finds_a_whole_record_whole(whole: tuple[Path, str]) -> None:
    folder, head = whole
    assert sorted(path.name for path in folder.iterdir()) == FILES
    entries = len(busy().hearing.entries)
    for given in (head, head[:16], head.upper()):
        code, told = check(folder, given)
        assert code == 0
        assert f"{len(FILES) - 1} files and {entries} entries fit." in told
        assert f"Head: {head}\nIt is the head that you gave." in told
    assert "Compare it with the head printed on minutes that you trust." in check(folder)[1]


def test_another_head_is_found_and_a_stump_of_one_is_no_head(whole: tuple[Path, str]) -> None:
    folder, head = whole
    code, told = check(folder, "0" * 64)
    assert (code, told) == (1, f"DOES NOT FIT: the head is {head}, not {'0' * 64}.\n")
    assert check(folder, head[:15])[0] == 2


def test_the_sums_are_those_that_sha256sum_writes(whole: tuple[Path, str]) -> None:
    folder, _ = whole
    lines = (folder / "SHA256SUMS").read_text().splitlines()
    assert [line[66:] for line in lines] == [name for name in FILES if name != "SHA256SUMS"]
    assert all(line[64:66] == "  " for line in lines)


def test_the_head_is_the_one_on_the_minutes_and_in_the_read_me(whole: tuple[Path, str]) -> None:
    folder, head = whole
    assert any(head in text for text in read(folder / "minutes.pdf").texts)
    with ZipFile(folder / "testimony.xlsx") as archive:
        assert any(head.encode() in archive.read(name) for name in archive.namelist())


def test_the_same_record_gives_the_same_bytes(whole: tuple[Path, str], tmp_path: Path) -> None:
    for _ in range(2):  # the second time over the first
        bundled(busy().hearing, tmp_path / "again")
    for name in FILES:
        assert (tmp_path / "again" / name).read_bytes() == (whole[0] / name).read_bytes(), name


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "Pacific/Auckland", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONHASHSEED": "77", "PYTHONUTF8": "0"},
        {"TZ": "Asia/Kathmandu", "LC_ALL": "ar_EG.UTF-8", "PYTHONHASHSEED": "4711", "SOURCE_DATE_EPOCH": "1"},
    ],
    ids=lambda said: said["TZ"],
)
def test_the_same_record_gives_the_same_bytes_in_any_zone_language_and_process(
    surroundings: dict[str, str], whole: tuple[Path, str], tmp_path: Path
) -> None:
    """A locale that this machine does not have is passed over."""
    program = [sys.executable, "-m", "tests.exports.write_bundle", str(tmp_path / "again")]
    subprocess.run(program, env={**os.environ, **surroundings}, cwd=ROOT, umask=0o027, check=True)
    for name in FILES:
        assert (tmp_path / "again" / name).read_bytes() == (whole[0] / name).read_bytes(), name


@pytest.mark.parametrize("name", ["journal.jsonl", "minutes.pdf", "testimony.xlsx", "verify_record.py"])
def test_a_file_with_one_byte_changed_added_or_gone_is_named(record: Path, name: str) -> None:
    content = (record / name).read_bytes()
    (record / name).write_bytes(content + b"\n")
    assert check(record) == (1, f"DOES NOT FIT: the file {name} is not the one that was listed.\n")
    if name != "verify_record.py":
        (record / name).unlink()
        assert check(record) == (1, f"DOES NOT FIT: the file {name} is missing.\n")


def test_a_file_that_was_slipped_in_is_named(record: Path) -> None:
    (record / "more.pdf").write_bytes(b"")
    assert check(record) == (1, "DOES NOT FIT: the file more.pdf is not listed.\n")


def test_sums_that_are_gone_empty_or_reach_outside_do_not_fit(record: Path) -> None:
    sums = record / "SHA256SUMS"
    sums.write_text("")
    assert check(record) == (1, "DOES NOT FIT: SHA256SUMS does not list journal.jsonl.\n")
    (record.parent / "outside").write_bytes(b"")
    sums.write_text(f"{hashlib.sha256(b'').hexdigest()}  ../outside\n{'0' * 64}  journal.jsonl\n")
    assert check(record)[1] == "DOES NOT FIT: the file ../outside is missing.\n"
    sums.unlink()
    assert check(record) == (1, "DOES NOT FIT: the file SHA256SUMS is missing.\n")


MEDDLED: dict[str, tuple[int, Meddle]] = {
    "a word": (9, lambda lines: lines[8]["body"].update(slip=99)),
    "an hour": (9, lambda lines: lines[8]["at"].update(utc="2026-02-06T00:00:01Z")),
    "initials": (9, lambda lines: lines[8].update(by="xx")),
    "a kind": (9, lambda lines: lines[8].update(kind="MeetingAdjourned")),
    "another hearing": (9, lambda lines: lines[8].update(hearing="bpc")),
    "a number": (9, lambda lines: lines[8].update(seq=99)),
    "a hash": (9, lambda lines: lines[8].update(hash=GENESIS)),
    "no hash": (9, lambda lines: lines[8].pop("hash")),
    "a name more": (9, lambda lines: lines[8].update(note="added")),
    "not a number": (9, lambda lines: lines[8].update(body=float("nan"), hash="")),
    "half a character": (9, lambda lines: lines[8].update(body="\ud800", hash="")),
    "taken out": (9, lambda lines: lines.pop(8)),
    "put in": (9, lambda lines: lines.insert(8, dict(lines[7]))),
    "moved": (9, lambda lines: lines.insert(8, lines.pop(11))),
    "the first gone": (1, lambda lines: lines.pop(0)),
    "sealed with another hash": (10, lambda lines: _seal(lines, 8, GENESIS)),
    "sealed with no hash": (9, lambda lines: _seal(lines, 8, "")),
    "sealed out of place": (9, lambda lines: _seal(lines, 8, lines[8]["hash"], seq=99)),
    "sealed of another hearing": (9, lambda lines: _seal(lines, 8, lines[8]["hash"], hearing="bpc")),
    "sealed and more": (9, lambda lines: _seal(lines, 8, lines[8]["hash"], note="added")),
}


def _seal(lines: list[dict[str, Any]], at: int, digest: str, **changed: object) -> None:
    lines[at] = {"hearing": "fpc", "seq": at + 1, "sealed": "", "hash": digest} | changed


def meddled(record: Path, meddle: Meddle) -> Path:
    """The journal changed by somebody who knows how to make the sums fit."""
    journal = record / "journal.jsonl"
    lines = read_lines(journal)
    for at, line in enumerate(chained(busy().hearing)):
        lines[at] = line
    meddle(lines)
    journal.write_text("".join(json.dumps(line) + "\n" for line in lines))
    summed_anew(record)
    return journal


@pytest.mark.parametrize(("entry", "meddle"), MEDDLED.values(), ids=list(MEDDLED))
def test_a_meddled_journal_is_found_by_both_and_named_alike(record: Path, entry: int, meddle: Meddle) -> None:
    journal = meddled(record, meddle)
    (verdict,) = verify_file(journal)
    assert verdict.broken == entry
    code, told = check(record)
    assert code == 1
    assert told.startswith(f"DOES NOT FIT: entry {entry} ")


def test_a_journal_cut_at_its_end_is_found_by_its_head(record: Path, whole: tuple[Path, str]) -> None:
    meddled(record, lambda lines: lines.pop())
    assert check(record)[0] == 0
    code, told = check(record, whole[1])
    assert code == 1
    assert "DOES NOT FIT: the head is " in told


@pytest.mark.parametrize("text", ["[1]\n", "{no\n", "\n\n", "[" * 100_000])
def test_what_is_no_journal_is_said_in_words(record: Path, text: str) -> None:
    (record / "journal.jsonl").write_text(text)
    summed_anew(record)
    code, told = check(record)
    assert code == 1
    assert told in ("DOES NOT FIT: entry 1 cannot be read.\n", "DOES NOT FIT: the journal is empty.\n")


def test_a_journal_that_is_no_text_is_said_in_words(record: Path) -> None:
    (record / "journal.jsonl").write_bytes(b"\xff\xfe\x00")
    summed_anew(record)
    assert check(record) == (1, "DOES NOT FIT: the file journal.jsonl cannot be read.\n")


def test_the_program_is_short_and_needs_nothing_but_python(record: Path) -> None:
    text = (record / "verify_record.py").read_text()
    assert len(text.splitlines()) <= 150
    named = {line.split()[1] for line in text.splitlines() if line.startswith(("import ", "from "))}
    assert named <= sys.stdlib_module_names


def test_files_of_another_making_are_not_summed(tmp_path: Path) -> None:
    (tmp_path / "record").mkdir()
    (tmp_path / "record" / "contacts.csv").write_text("private")
    with pytest.raises(ExportFailed, match=r"contacts\.csv"):
        bundled(commenting().hearing, tmp_path / "record")
    assert not (tmp_path / "record" / "SHA256SUMS").exists()


def test_the_sums_need_a_folder_that_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "record" / "SHA256SUMS").mkdir(parents=True)
    with pytest.raises(ExportFailed, match="is a folder"):
        bundled(commenting().hearing, tmp_path / "record")
