"""The second copy in the status bar, its trouble said once, and paper by a key (P-10, D-04)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from hearingdesk.desk import Desk
from hearingdesk.ui.console.window import Console
from tests.builders import PROFILE, commenting
from tests.fakes import FakeClock, MemoryJournal
from tests.ui.console.conftest import Clerk

Told = Callable[[int, str], object]


@dataclass
class FakeStandby:
    """Copies nothing, and says what it is told to say."""

    place: str = ""
    told: list[Told] = field(default_factory=list)
    ended: bool = False
    refusal: str = ""

    def start(self, told: Told) -> None:
        if self.place:
            self.told.append(told)

    def copy_to(self, folder: str, told: Told) -> None:
        self.place = folder
        self.start(told)

    def end(self) -> None:
        self.ended = True

    def paper(self) -> Path:
        if self.refusal:
            raise OSError(self.refusal)
        return Path("evening-paper.pdf")

    def tries(self, entries: int, trouble: str = "") -> None:
        self.told[-1](entries, trouble)


@pytest.fixture
def standby() -> FakeStandby:
    return FakeStandby()


@pytest.fixture
def clerk(qtbot: QtBot, standby: FakeStandby) -> Clerk:
    evening = commenting(PROFILE, "Ann Lee")
    journal, clock = MemoryJournal(evening.hearing.entries), FakeClock(evening.now)
    desk = Desk(journal, clock, "rd")
    console = Console(desk, standby=standby)
    qtbot.addWidget(console)
    with qtbot.waitActive(console):
        console.show()
    return Clerk(console, desk, clock, journal, [])


def copy_to_stick(clerk: Clerk) -> None:
    assert clerk.console.standing_by is not None
    clerk.console.standing_by.copy_to("/media/stick")


def test_the_bar_says_that_all_is_saved_and_copied(clerk: Clerk, standby: FakeStandby) -> None:
    assert clerk.console.status.saved == "✓ Everything saved"
    copy_to_stick(clerk)
    assert clerk.said.startswith("A second copy is kept in /media/stick.")
    standby.tries(12)
    assert clerk.console.status.saved == "✓ Saved and copied"


def test_trouble_is_said_once_and_stays_in_the_bar_until_it_is_over(clerk: Clerk, standby: FakeStandby) -> None:
    copy_to_stick(clerk)
    standby.tries(0, "The stick is gone.")
    assert clerk.said == "The second copy failed; the record itself is safe. The stick is gone."
    assert clerk.console.status.saved == "⚠ Saved, no second copy"
    clerk.press("Ctrl+Return")
    assert clerk.slip(1).standing.value == "called"
    standby.tries(0, "The stick is gone.")
    assert clerk.said == ""
    standby.tries(13)
    assert clerk.said == "The second copy is up to date again."
    assert clerk.console.status.saved == "✓ Saved and copied"


def test_the_copy_is_ended_when_asked(clerk: Clerk, standby: FakeStandby) -> None:
    clerk.console.keys.table["end_copy"].call()
    assert clerk.said == "There is no second copy to end."
    copy_to_stick(clerk)
    standby.tries(12)
    clerk.console.keys.table["end_copy"].call()
    assert (standby.place, clerk.console.status.saved) == ("", "✓ Everything saved")


def test_closing_the_window_ends_with_a_last_copy(clerk: Clerk, standby: FakeStandby) -> None:
    clerk.console.close()
    assert standby.ended


def test_paper_is_written_by_one_key_and_opened_to_print(
    clerk: Clerk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.fileName())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    clerk.press("Ctrl+P")
    qtbot.waitUntil(lambda: bool(opened))
    assert opened == ["evening-paper.pdf"]
    assert clerk.said == "Written: evening-paper.pdf. Print it from the window that opens."


def test_paper_that_cannot_be_written_is_said(clerk: Clerk, qtbot: QtBot, standby: FakeStandby) -> None:
    standby.refusal = "The disk is full."
    clerk.press("Ctrl+P")
    qtbot.waitUntil(lambda: clerk.said == "The disk is full.")
