"""Nothing glides or fades, so whoever asked the system for reduced motion has it (A-04)."""

import re
from pathlib import Path

import hearingdesk

MOVING = re.compile(r"\bQ\w*Animation\b|\bQEasingCurve\b|\bQTimeLine\b|\bQMovie\b|\bQGraphicsOpacityEffect\b")


def test_no_screen_moves_anything_by_itself() -> None:
    paths = sorted((Path(hearingdesk.__file__).parent / "ui").rglob("*.py"))
    assert paths
    assert [path.name for path in paths if MOVING.search(path.read_text("utf-8"))] == []


def test_the_search_bites() -> None:
    assert MOVING.search("from PySide6.QtCore import QPropertyAnimation")
