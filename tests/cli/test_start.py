"""The command line starts without Qt, without the database and without the writers, and so at once."""

import os
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("PySide6", "sqlalchemy", "alembic", "reportlab", "openpyxl", "msgspec", "hearingdesk.domain")
ALLOWED = 0.150
"""Seconds of the processor that --help may take beyond the interpreter's own start."""


def imported_by(code: str) -> set[str]:
    told = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(told.stdout.split())


def median_start(*given: str) -> float:
    times = []
    for _ in range(11):  # the time of the processor: a busy machine is no fault of the program
        before = os.times()
        subprocess.run([sys.executable, *given], stdout=subprocess.DEVNULL, check=True)
        after = os.times()
        times.append(sum(after[2:4]) - sum(before[2:4]))
    return statistics.median(times)


def test_help_imports_nothing_heavy() -> None:
    code = "import contextlib, hearingdesk.cli as cli\nwith contextlib.suppress(SystemExit): cli.main(['--version'])"
    assert not imported_by(code) & set(HEAVY)


def test_help_is_there_at_once() -> None:
    assert median_start("-m", "hearingdesk", "--help") - median_start("-c", "pass") < ALLOWED


@pytest.mark.parametrize(
    "command", [["list"], ["export", "x", "--out", "y"], ["import", "x", "y"], ["rehearse", "z", "--out", "y"]]
)
def test_only_windows_import_qt(command: list[str], tmp_path: Path) -> None:
    code = f"import hearingdesk.cli as cli\ncli.main(['--data', {str(tmp_path)!r}, *{command!r}])"
    loaded = imported_by(code)
    assert ("PySide6" in loaded) is (command[0] == "rehearse")
