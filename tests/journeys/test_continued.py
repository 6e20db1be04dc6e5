"""A hearing goes on another day: continued by keys at the desk, and its next session prepared from the docket."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hearingdesk.domain.hearing import Phase
from tests.journeys.clerk import HEARING, Clerk


@pytest.fixture
def clerk(tmp_path: Path) -> Iterator[Clerk]:
    sitting = Clerk(tmp_path / "data")
    sitting.prepare("Ann Lee", "Bo Cruz", "Cy Dao")
    sitting.windows.show_docket()
    yield sitting
    sitting.leave()


def forward(clerk: Clerk, qtbot: QtBot) -> None:
    front = clerk.windows.front()
    assert front is not None
    with qtbot.waitActive(front):
        front.activateWindow()


def test_the_continued_session_has_those_not_reached_in_line(clerk: Clerk, qtbot: QtBot) -> None:
    forward(clerk, qtbot)
    clerk.press("Ctrl+Shift+C")
    assert "was not continued to another day" in clerk.docket.said

    clerk.press("Return")
    forward(clerk, qtbot)
    clerk.press("Ctrl+Return", "Return", "P", "P", "P", "E", "A", "Return")
    assert clerk.console.sheet is None, "the roll gives way once it is on the record"
    clerk.press("Ctrl+Return", "Return", "Ctrl+Return", "Ctrl+Return", "Ctrl+D")
    clerk.press("Ctrl+F2", "M", "Tab")
    clerk.type("Mar 19, 2027")
    clerk.press("Return")
    assert clerk.hearing.continued is not None
    clerk.press("Ctrl+Shift+A", "Return", "Esc")
    assert clerk.hearing.adjourned is not None
    clerk.console.close()

    forward(clerk, qtbot)
    clerk.press("Ctrl+Shift+C")
    forward(clerk, qtbot)
    assert clerk.console.objectName() != HEARING
    assert clerk.hearing.phase is Phase.PREPARED
    queue = clerk.hearing.items["1"].queue
    assert [clerk.hearing.registrations[slip].name for slip in queue] == ["Bo Cruz", "Cy Dao"]
