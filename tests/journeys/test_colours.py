"""The clerk's colours: changed by a key in the middle of an evening, and there again at the next start."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hearingdesk.ui.kit.look import THEMES, Theme, dress
from tests.journeys.clerk import HEARING, Clerk


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    yield
    dress(qapp)


def ground() -> str:
    return QApplication.palette().color(QPalette.ColorRole.Window).name()


def test_colours_chosen_in_mid_evening_are_there_at_the_next_start(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    clerk = Clerk(tmp_path / "data")
    clerk.prepare("Ann Lee")
    clerk.windows.open_hearing(HEARING)
    with qtbot.waitActive(clerk.console):
        clerk.console.activateWindow()
    clerk.press("Ctrl+Shift+F1", "Ctrl+Shift+F1")
    assert clerk.said == "Colours: dark"
    assert ground() == THEMES[Theme.DARK].ground
    clerk.leave()
    dress(qapp)
    again = Clerk(tmp_path / "data")
    again.windows.open_hearing(HEARING)
    assert ground() == THEMES[Theme.DARK].ground
    again.leave()
