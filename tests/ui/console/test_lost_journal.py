"""The red band while the record cannot be written, and another station that was first."""

import pytest
from pytestqt.qtbot import QtBot

from hearingdesk.desk import Desk
from hearingdesk.ui.console.window import Console
from tests.builders import PROFILE, commenting
from tests.fakes import BeatenJournal, FakeClock
from tests.ui.console.conftest import AtConsole

FULL = "The disk is full. Everything up to 6:00 PM is safe. Make room, then press Try again."


def test_a_lost_journal_is_said_in_red_the_clock_runs_on_and_nothing_typed_is_lost(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.write("Asked for an audit")
    clerk.journal.failing = FULL
    clerk.press("Ctrl+1", after=0)
    console = clerk.console
    assert console.alarm.isVisible()
    assert console.alarm.words == f"{FULL} The clock keeps running."
    assert console.status.saved == "✗ Not saving"
    assert not console.summary.edit.isEnabled()
    clerk.wait(9)
    assert console.floor.clock.digits == "2:50"
    assert console.keys.table["again"].refusal() == ""
    clerk.journal.failing = ""
    clerk.press("Ctrl+1", "Ctrl+Return")
    assert clerk.slip(1).marks == ()
    clerk.journal.failing = FULL

    console.try_again()
    assert console.alarm.words == f"{FULL} The clock keeps running."
    clerk.journal.failing = ""
    assert clerk.at(console.alarm.again)
    clerk.press("Return")
    assert not console.alarm.isVisible()
    assert console.status.saved == "✓ Everything saved"
    assert clerk.at(console.summary.edit)
    assert console.summary.edit.toPlainText() == "Asked for an audit"
    clerk.press("Ctrl+1", "Ctrl+S")
    assert clerk.slip(1).marks == ("PRIV",)
    assert clerk.slip(1).summary == "Asked for an audit"


def test_a_lost_journal_is_noticed_by_the_heartbeat_and_by_the_draft(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.write("Asked")
    clerk.journal.failing = FULL
    clerk.console.summary.keep_draft()
    assert clerk.console.alarm.isVisible()
    clerk.journal.failing = ""
    clerk.console.try_again()
    clerk.journal.failing = FULL
    clerk.wait(1)
    assert clerk.console.alarm.isVisible()


@pytest.mark.parametrize(("times", "called"), [(1, True), (2, False)])
def test_where_another_station_was_first_it_is_decided_again_once(qtbot: QtBot, times: int, called: bool) -> None:
    evening = commenting(PROFILE, "Ann Lee")
    console = Console(Desk(BeatenJournal(evening.hearing.entries, times), FakeClock(evening.now)))
    qtbot.addWidget(console)
    console.acts.main()
    assert (console.floor.title == "Walking up 1 of 1") is called
    assert ("Another station" in console.floor.said) is not called
