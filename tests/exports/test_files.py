"""The old file stands until the new one is whole."""

import errno
from pathlib import Path

import pytest

from exports.files import ExportFailed, write_beside


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_new_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    target = tmp_path / "minutes.pdf"
    target.write_text("old")
    write_beside(target, lambda path: path.write_text("new"))
    assert target.read_text() == "new"
    assert names(tmp_path) == ["minutes.pdf"]


def test_the_old_file_stands_while_the_new_one_is_written(tmp_path: Path) -> None:
    target = tmp_path / "minutes.pdf"
    target.write_text("old")

    def write(path: Path) -> None:
        assert path.parent == tmp_path
        assert target.read_text() == "old"
        path.write_text("new")

    write_beside(target, write)


def test_a_fault_while_writing_leaves_the_old_file_and_no_stray(tmp_path: Path) -> None:
    target = tmp_path / "minutes.pdf"
    target.write_text("old")

    def write(path: Path) -> None:
        path.write_text("half")
        raise KeyError

    with pytest.raises(KeyError):
        write_beside(target, write)
    assert target.read_text() == "old"
    assert names(tmp_path) == ["minutes.pdf"]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EACCES, "open in another program"),
        (errno.EROFS, "closed to this account"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_what_the_system_refuses_is_said_in_words(number: int, said: str, tmp_path: Path) -> None:
    def write(path: Path) -> None:
        raise OSError(number, "Input/output error")

    with pytest.raises(ExportFailed, match=said) as failed:
        write_beside(tmp_path / "minutes.pdf", write)
    assert "minutes.pdf" in str(failed.value)
    assert "The record is safe" in str(failed.value)
    assert names(tmp_path) == []


def test_a_folder_or_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="is a folder"):
        write_beside(tmp_path, Path.touch)
    with pytest.raises(ExportFailed, match="does not exist"):
        write_beside(tmp_path / "gone" / "minutes.pdf", Path.touch)


def test_only_the_owner_can_read_what_is_private(tmp_path: Path) -> None:
    target = tmp_path / "contacts.xlsx"
    write_beside(target, lambda path: path.write_text("private"), private=True)
    assert target.stat().st_mode & 0o077 == 0


def test_what_is_exported_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    plain, target = tmp_path / "plain", tmp_path / "minutes.pdf"
    plain.touch()
    write_beside(target, lambda path: path.write_bytes(b"x"))
    assert target.stat().st_mode == plain.stat().st_mode
