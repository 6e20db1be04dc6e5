"""The old file stands until the new one is whole."""

import errno
from pathlib import Path

import pytest

from exports.files import ExportFailed, write_beside, write_together
from exports.report import ExportReport


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


# Files that belong together


def filled(place: Path, *names: str) -> list[ExportReport]:
    for name in names:
        (place / name).write_text("new")
    return [ExportReport(place / name, 1, 3) for name in names]


def test_files_that_belong_together_come_together(tmp_path: Path) -> None:
    (tmp_path / "minutes.pdf").write_text("old")

    def write(place: Path) -> list[ExportReport]:
        written = filled(place, "minutes.pdf", "testimony.xlsx")
        assert [path.read_text() for path in tmp_path.glob("*.*") if path.is_file()] == ["old"]
        return written

    reports = write_together(tmp_path, write)
    assert [report.target for report in reports] == [tmp_path / "minutes.pdf", tmp_path / "testimony.xlsx"]
    assert names(tmp_path) == ["minutes.pdf", "testimony.xlsx"]
    assert {path.read_text() for path in tmp_path.iterdir()} == {"new"}


def test_a_fault_in_the_last_of_them_leaves_all_the_old_ones(tmp_path: Path) -> None:
    (tmp_path / "minutes.pdf").write_text("old")

    def write(place: Path) -> list[ExportReport]:
        filled(place, "minutes.pdf")
        raise KeyError

    with pytest.raises(KeyError):
        write_together(tmp_path, write)
    assert (tmp_path / "minutes.pdf").read_text() == "old"
    assert names(tmp_path) == ["minutes.pdf"]


def test_a_folder_in_the_way_of_one_of_them_keeps_back_all(tmp_path: Path) -> None:
    (tmp_path / "testimony.xlsx").mkdir()
    with pytest.raises(ExportFailed, match=r"“testimony\.xlsx” is a folder"):
        write_together(tmp_path, lambda place: filled(place, "minutes.pdf", "testimony.xlsx"))
    assert names(tmp_path) == ["testimony.xlsx"]


def test_a_folder_that_takes_nothing_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="The record is safe"):
        write_together(tmp_path / "gone", lambda place: filled(place, "minutes.pdf"))
