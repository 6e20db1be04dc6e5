"""A file dropped on the program is told by its content."""

from pathlib import Path

import pytest

from hearingdesk.intake import FileKind, Unreadable, kind_of
from hearingdesk.resources import asset
from tests.intake.test_preview import PAPER

RECORD = '{"hearing": "fpc", "seq": 1, "hash": "ab", "kind": "HearingPrepared"}\n'


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.csv", "number,title,kind\n1,Comments,comment\n", FileKind.AGENDA),
        ("a.csv", "Agenda item,Description\n1,Comments\n", FileKind.AGENDA),
        ("a.csv", PAPER, FileKind.SIGN_UPS),
        ("a.csv", "First name,Last name,Agenda item,Title\nAna,Ruiz,6,Ms\n", FileKind.SIGN_UPS),
        ("a.txt", "Ana Ruiz\nBo Lund\n", FileKind.SIGN_UPS),
        ("a.json", '{"EventItems": []}', FileKind.AGENDA),
        ("a.jsonl", RECORD, FileKind.RECORD),
        ("no-name", f"\ufeff\n{RECORD}{RECORD}", FileKind.RECORD),
    ],
)
def test_it_is_told_by_what_it_holds(tmp_path: Path, name: str, text: str, kind: FileKind) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert kind_of(path) is kind


def test_the_sample_files_are_told_apart() -> None:
    assert kind_of(asset("sample/agenda.csv")) is FileKind.AGENDA
    assert kind_of(asset("sample/sign-ups.csv")) is FileKind.SIGN_UPS


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"\x89PNG\r\n", b"SQLite format 3\0"])
def test_what_is_none_of_them_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match="Nothing was changed"):
        kind_of(path)


def test_brackets_without_end_are_left_to_the_reader_of_agendas(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"[" * 100_000)
    assert kind_of(path) is FileKind.AGENDA
