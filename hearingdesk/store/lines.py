"""The interchange form: JSON Lines, one entry a line, each with the hash that chains it to the one before."""

import json
from pathlib import Path
from typing import Any

from hearingdesk.store.engine import said
from hearingdesk.store.errors import JournalUnavailable

_SQLITE = b"SQLite format 3\0"
LIMIT = 1 << 30
"""Bytes of the longest file that is looked at; a hearing of 10,000 entries has about 5 million."""


def is_database(path: Path) -> bool:
    """By its first bytes, whatever its name. Raises JournalUnavailable."""
    with said(path):
        _need_file(path)
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The lines of a file. Raises JournalUnavailable, by line number, where it is no record in JSON Lines."""
    with said(path):
        _need_file(path)
        content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise _refused(path, "is no text file, so it holds no record in JSON Lines") from fault
    lines = [_object(path, number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not lines:
        raise _refused(path, "is empty")
    return lines


def line_text(line: dict[str, Any]) -> str:
    """One line as text, without the newline."""
    return json.dumps(line, ensure_ascii=False, separators=(",", ":"))


def _object(path: Path, number: int, line: str) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise _refused(path, f"cannot be read: line {number} is no JSON") from fault
    if not isinstance(told, dict):
        raise _refused(path, f"cannot be read: line {number} is no entry")
    return told


def _need_file(path: Path) -> None:
    if not path.exists():
        raise _refused(path, "is not there")
    if not path.is_file():
        raise _refused(path, "is not a file")
    if path.stat().st_size > LIMIT:
        raise _refused(path, "is too long to be a record")


def _refused(path: Path, wrong: str) -> JournalUnavailable:
    return JournalUnavailable(f"{path} {wrong}. Nothing was changed. Choose a file made by “hearingdesk journal”.")
