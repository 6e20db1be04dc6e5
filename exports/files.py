"""Writing a file so that the old one stands until the new one is whole."""

import errno
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from shutil import copy2, rmtree
from uuid import uuid4

from exports.report import ExportReport
from hearingdesk.domain.approval import is_final


class ExportFailed(Exception):
    """An export could not be written; its text is the sentence for the clerk."""


def write_beside(target: Path, write: Callable[[Path], object], *, private: bool = False) -> None:
    """Have `write` fill a temporary file beside `target`, then put it in the target's place in one step.

    What is `private` can be read by its owner alone, from the first byte on.
    Whatever goes wrong, including a cancelled export, the old file stays as it was and nothing is left beside it.
    Raises ExportFailed for what a clerk can mend (full disk, no permission, target is a folder or open elsewhere).
    """
    _refuse_impossible(target)
    try:
        beside = _name_beside(target, 0o600 if private else 0o666)
        try:
            write(beside)
            _sync(beside)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
        _sync_folder(target.parent)
    except OSError as error:
        raise ExportFailed(_sentence(target, error)) from error


def write_together(folder: Path, write: Callable[[Path], list[ExportReport]]) -> list[ExportReport]:
    """Have `write` fill an empty folder within `folder`, then put all its files in the places of those of their names.

    Whatever goes wrong while they are written, including a cancelled export, `folder` stays as it was.
    Raises ExportFailed.
    """
    place = folder / f".{uuid4().hex}.part"
    try:
        place.mkdir(0o700)
    except OSError as error:
        raise ExportFailed(_sentence(folder, error)) from error
    try:
        written = write(place)
        _put_in_place(place, folder)
    finally:
        rmtree(place, ignore_errors=True)
    return [replace(report, target=folder / report.target.name) for report in written]


def _put_in_place(place: Path, folder: Path) -> None:
    """All of them, or none: where one cannot be written over, those that came before it are put back."""
    names = sorted(path.name for path in place.iterdir())
    for name in names:
        _refuse_impossible(folder / name)
    kept = place / "kept"
    kept.mkdir()
    changed: list[str] = []
    for name in names:
        try:
            _keep(folder / name, kept)
            (place / name).replace(folder / name)
        except OSError as error:
            _put_back(changed, kept, folder)
            raise ExportFailed(_sentence(folder / name, error)) from error
        changed.append(name)
    _sync_folder(folder)


def _keep(target: Path, kept: Path) -> None:
    """A second name for the old file, or a copy where the disk knows no second names."""
    if target.exists():
        try:
            os.link(target, kept / target.name)
        except OSError:
            copy2(target, kept / target.name)


def _put_back(names: Sequence[str], kept: Path, folder: Path) -> None:
    for name in names:
        if (kept / name).exists():
            (kept / name).replace(folder / name)
        else:
            (folder / name).unlink()


def _refuse_impossible(target: Path) -> None:
    if target.is_dir():
        raise ExportFailed(f"“{target.name}” is a folder, so no file of that name can be written. Choose another name.")
    if not target.parent.is_dir():
        raise ExportFailed(f"The folder {target.parent} does not exist. Nothing was written. Choose another folder.")
    lock = _lock_beside(target)
    if lock:
        raise ExportFailed(
            f"“{target.name}” is open in another program, which would write over the new file. Nothing was written. "
            f"Close it there, or choose another folder. If no program has it open, take away the file “{lock.name}”."
        )
    if is_final(target.name) and target.exists():
        raise ExportFailed(
            f"“{target.name}” is there already, and minutes that were approved are never written over. Nothing was "
            "written. Choose another folder. What is wrong in them is corrected by a motion, and gets a name of its "
            f"own, like “minutes-corrected-1-(date){target.suffix}”."
        )


def _lock_beside(target: Path) -> Path | None:
    """What LibreOffice and Word lay beside a file as long as somebody has it open."""
    names = f".~lock.{target.name}#", f"~${target.name}", f"~${target.name[2:]}"
    return next((lock for lock in map(target.with_name, names) if target.exists() and lock.exists()), None)


def _name_beside(target: Path, mode: int) -> Path:
    """A new empty file of these rights, less what the account's own umask takes away."""
    beside = target.with_name(f".{target.stem[:40]}-{uuid4().hex}.part")
    beside.touch(mode, exist_ok=False)
    return beside


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":  # Windows cannot open a folder; its rename is journalled
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sentence(target: Path, error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk is full, so {target.name} was not written. The record is safe. Free some space and try again."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY):
        return (
            f"{target.name} could not be written: the folder is closed to this account, or the file is open in "
            "another program. The record is safe. Close the file there or choose another folder, then try again."
        )
    reason = error.strerror or type(error).__name__
    return f"{target.name} could not be written ({reason}). The record is safe. Try again or choose another folder."
