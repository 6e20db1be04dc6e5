"""The command line starts without Qt, without the database and without the writers, and so at once."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("PySide6", "sqlalchemy", "alembic", "reportlab", "openpyxl", "msgspec", "hearingdesk.domain")


def imported_by(code: str) -> set[str]:
    told = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(told.stdout.split())


def test_help_imports_nothing_heavy() -> None:
    code = "import contextlib, hearingdesk.cli as cli\nwith contextlib.suppress(SystemExit): cli.main(['--version'])"
    assert not imported_by(code) & set(HEAVY)


@pytest.mark.parametrize(
    "command", [["list"], ["export", "x", "--out", "y"], ["import", "x", "y"], ["rehearse", "z", "--out", "y"]]
)
def test_only_windows_import_qt(command: list[str], tmp_path: Path) -> None:
    code = f"import hearingdesk.cli as cli\ncli.main(['--data', {str(tmp_path)!r}, *{command!r}])"
    loaded = imported_by(code)
    assert ("PySide6" in loaded) is (command[0] == "rehearse")
