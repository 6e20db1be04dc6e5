"""The old file stands until the new one is whole."""

import contextlib
import errno
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from exports.files import ExportFailed, write_beside, write_together
from exports.formats import write_formats
from exports.options import Format, Options
from exports.report import ExportReport
from tests.exports.evenings import HEAD, many


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


def test_one_that_cannot_be_written_over_puts_those_before_it_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a file that is open in Word keeps its place."""
    (tmp_path / "minutes.docx").write_text("old")
    (tmp_path / "testimony.xlsx").write_text("old")
    replace = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if target == tmp_path / "testimony.xlsx":
            raise PermissionError(errno.EACCES, "Access is denied")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ExportFailed, match="open in another program"):
        write_together(tmp_path, lambda place: filled(place, "agenda.txt", "minutes.docx", "testimony.xlsx"))
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "minutes.docx": "old",
        "testimony.xlsx": "old",
    }


@pytest.mark.parametrize("lock", [".~lock.minutes.docx#", "~$nutes.docx", "~$minutes.docx"])
def test_a_file_that_libreoffice_or_word_has_open_is_said_and_stays(lock: str, tmp_path: Path) -> None:
    """Elsewhere than on Windows it could be written over, and that program would write over it in its turn."""
    (tmp_path / "minutes.docx").write_text("old")
    (tmp_path / lock).touch()
    with pytest.raises(ExportFailed, match=r"“minutes\.docx” is open in another program") as failed:
        write_together(tmp_path, lambda place: filled(place, "minutes.docx", "minutes.pdf"))
    assert lock in str(failed.value)
    assert names(tmp_path) == sorted(["minutes.docx", lock])


# A disk that is really full


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 300 kB with the minutes of an earlier day."""
    place = tmp_path / "small"
    place.mkdir()
    told = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(place)], capture_output=True, text=True, check=False
    )
    if told.returncode:
        pytest.skip(f"no small disk can be made here: {told.stderr.strip()}")
    (place / "minutes.pdf").write_text("old")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill(disk: Path, room: int) -> None:
    """Leave so many bytes free."""
    with (disk / "other").open("wb", buffering=0) as other:
        with contextlib.suppress(OSError):
            while other.write(bytes(4096)) == 4096:
                pass
        other.truncate(other.tell() - room)


@pytest.mark.skipif(shutil.which("mount") is None, reason="mount is not here, which makes a small disk.")
@pytest.mark.parametrize(
    ("kind", "room"),
    [*((kind, 0) for kind in Format), (Format.PDF, 8192), (Format.DOCX, 8192), (Format.XLSX, 8192)],
)
def test_a_full_disk_is_said_and_the_old_files_stay(kind: Format, room: int, small_disk: Path) -> None:
    fill(small_disk, room)
    before = names(small_disk)
    with pytest.raises(ExportFailed, match=r"The disk is full.* The record is safe\. Free some space"):
        write_formats(many(40).hearing, {}, HEAD, small_disk, Options(formats=(kind,)))
    assert names(small_disk) == before
    assert (small_disk / "minutes.pdf").read_text() == "old"
