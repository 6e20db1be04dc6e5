"""docs/manual.md names every key of the console, and it and the README none that is not there."""

import re
from pathlib import Path

from pytestqt.qtbot import QtBot

from hearingdesk.ui.keys import keyed
from tests.journeys.clerk import HEARING, Clerk

ROOT = Path(__file__).parents[2]
KEY = re.compile(r"(?:`|\*\*)((?:(?:Ctrl|Alt|Shift)\+)+[^`*+ ]+|F\d+)(?:`|\*\*)")
NAMED = {keyed(key) for key in KEY.findall((ROOT / "docs" / "manual.md").read_text(encoding="utf-8"))}
IN_README = {keyed(key) for key in KEY.findall((ROOT / "README.md").read_text(encoding="utf-8"))}
ELSEWHERE = {keyed(key) for key in ("Ctrl+N", "Ctrl+B", "Ctrl+Shift+V", "Ctrl+Shift+U", "Shift+Enter")}
"""Keys of the docket, of setting up, and of the find box."""
BETWEEN = {keyed(f"{shift}{n}") for shift in ("Ctrl+", "Ctrl+Shift+") for n in range(2, 9)}
"""``Ctrl+1 … Ctrl+9`` leaves these out."""


def test_the_manual_and_the_console_have_the_same_keys(tmp_path: Path, qtbot: QtBot) -> None:
    clerk = Clerk(tmp_path / "data")
    clerk.prepare()
    clerk.windows.open_hearing(HEARING)
    keys = {keyed(action.key) for action in clerk.console.keys.table.values() if action.key}
    clerk.leave()
    assert NAMED - keys - ELSEWHERE == set(), "in the manual alone"
    assert keys - NAMED - BETWEEN == set(), "not in the manual"
    assert len(IN_README) > 10
    assert IN_README - keys - {keyed("Ctrl+Enter")} == set(), "in the README alone"
