"""Nights unlike others (domain rule 7.2): past midnight, clocks put back, the current cut, screens of two kinds."""

import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from exports.concern_counts import counts_of
from exports.slip_sheets import local_time, turn_rows
from hearingdesk import app
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Phase
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.timing import spent
from hearingdesk.ui.console.forecasting import forecast_words
from hearingdesk.ui.display.picture import Role
from hearingdesk.ui.kit.text import PlainLabel
from tests.builders import AGENDA, BODY, CONCERNS, MEETING, PROFILE, Evening
from tests.exports.told import told
from tests.fakes import FakeClock
from tests.journeys import two_sharpnesses
from tests.journeys.clerk import HEARING, Clerk
from tests.ui.console import conftest as consoles
from tests.ui.console.conftest import AtConsole
from tests.ui.console.conftest import Clerk as AtTheConsole

at_console, no_screen_failed = consoles.at_console, consoles.no_screen_failed


def late(begins: datetime, *names: str) -> Evening:
    """Item 1 in hand at a meeting that begins so late; these people waiting."""
    evening = Evening(Moment(begins, "boot-1", 1_000_000_000))
    meeting = replace(MEETING, scheduled=begins)
    evening.act(rules.prepare_hearing, body=BODY, meeting=meeting, profile=PROFILE, concerns=CONCERNS)
    evening.act(rules.notice_agenda, items=AGENDA, source="agenda")
    evening.act(rules.call_to_order, presiding="brennan")
    for name in names:
        evening.register(name)
    evening.act(rules.take_up, item="1")
    return evening


def close_and_adjourn(clerk: AtTheConsole) -> None:
    clerk.press("Ctrl+D", "F2", "C", "Return", "Esc", "Ctrl+Shift+A", "Return")
    assert clerk.hearing.phase is Phase.ADJOURNED


def done_at(clerk: AtTheConsole) -> str:
    """The forecast below the queue."""
    words = forecast_words(clerk.hearing, clerk.item, clerk.clock.now())
    assert words.end in {label.text().removeprefix("· ") for label in clerk.console.queue.findChildren(PlainLabel)}
    return words.end


def test_a_meeting_goes_on_past_midnight(at_console: AtConsole, tmp_path: Path) -> None:
    before_midnight = datetime(2026, 2, 6, 5, 50, tzinfo=UTC)
    clerk = at_console(late(before_midnight, *(f"Speaker {n} of Elm Street" for n in range(8))))
    assert done_at(clerk) == "done about 12:10 AM at 3:00 each"
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.wait(13 * 60)
    assert clerk.console.floor.clock.digits == "+10:00"
    clerk.press("Ctrl+Return", "Ctrl+Return")
    assert clerk.console.floor.clock.digits == "3:00"
    clerk.wait(60)
    assert done_at(clerk) == "done about 12:20 AM at 3:00 each"
    close_and_adjourn(clerk)
    text = told(clerk.hearing, tmp_path)
    assert "Regular meeting · Thursday, February 5, 2026" in text
    assert "Public comment was opened at 11:50 p.m. Rule" in text
    assert "Public comment was closed at 12:04 a.m. on February 6." in text
    assert "This meeting adjourned at 12:04 a.m. on February 6" in text
    times = [local_time(clerk.hearing, turn.turn.started) for turn in turn_rows(clerk.hearing) if turn.turn.started]
    assert [f"{at:%d %H:%M}" for at in times] == ["05 23:50", "06 00:03"], "the workbook's times sort as they were"


PUT_BACK = datetime(2026, 11, 1, 6, 40, tzinfo=UTC)
"""1:40 a.m. in Chicago, twenty minutes before the clocks are put back from 2 to 1."""


def test_the_clocks_are_put_back_in_mid_speech(at_console: AtConsole, tmp_path: Path) -> None:
    clerk = at_console(late(PUT_BACK, "Ann Lee", "Bo Cruz", "Cy Dee"))
    clerk.wait(19 * 60)
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.wait(120)
    assert clerk.console.floor.clock.digits == "1:00", "two minutes were spoken, whatever the clock on the wall does"
    assert done_at(clerk) == "done about 1:10 AM at 3:00 each"
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.wait(70)
    close_and_adjourn(clerk)
    turns = clerk.hearing.appearances
    assert [spent(turns[n], clerk.clock.now()).seconds for n in (1, 2)] == [121, 71]
    text = told(clerk.hearing, tmp_path)
    assert "Public comment was opened at 1:40 a.m. CDT." in text
    assert "1. Ann Lee. 2. Bo Cruz. Public comment was closed at 1:02 a.m. CST." in text
    assert "This meeting adjourned at 1:02 a.m. CST without objection." in text
    assert [turn.turn.slip for turn in turn_rows(clerk.hearing)] == [1, 2]


def test_the_half_hour_that_comes_twice_is_told_twice_in_the_concern_report() -> None:
    evening = late(PUT_BACK, "Ann Lee", "Bo Cruz")
    evening.turn(1)
    evening.wait(60 * 60)
    evening.turn(2)
    spans = counts_of(evening.hearing, evening.hearing.items["1"]).spans
    assert [(span.name, [one.name for one in span.heard]) for span in spans] == [
        ("1:30 a.m. CDT to 1:00 a.m. CST", ["Ann Lee"]),
        ("1:30 a.m. CST to 2:00 a.m.", ["Bo Cruz"]),
    ]


def test_the_clocks_are_put_forward_in_mid_speech(at_console: AtConsole, tmp_path: Path) -> None:
    clerk = at_console(late(datetime(2026, 3, 8, 7, 59, tzinfo=UTC), "Ann Lee"))  # 1:59 a.m., and then 3
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.wait(100)
    assert clerk.console.floor.clock.digits == "1:20"
    close_and_adjourn(clerk)
    text = told(clerk.hearing, tmp_path)
    assert "Public comment was opened at 1:59 a.m." in text
    assert "Public comment was closed at 3:00 a.m." in text


# The current is cut while the wall is up


@pytest.fixture
def programs(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Clerk]]:
    """All that were started, to be ended at last."""
    monkeypatch.setattr(app, "PLACED", 0)
    started: list[Clerk] = []
    yield started
    for clerk in started:
        clerk.leave()


def test_after_a_power_cut_the_wall_is_up_again_and_says_that_the_clock_stands(
    programs: list[Clerk], tmp_path: Path, qtbot: QtBot
) -> None:
    first = Clerk(tmp_path / "data")
    programs.append(first)
    first.prepare("Ann Lee", "Bo Cruz")
    first.windows.open_hearing(HEARING)
    first.wall.open_window()
    with qtbot.waitActive(first.console):
        first.console.activateWindow()
    first.press("Ctrl+Return", "Return", "P", "P", "P", "E", "A", "Return", "Esc", "Ctrl+Return", "Return")
    first.press("Ctrl+Return", "Ctrl+Return", "Ctrl+1")
    first.wait(39)
    shutil.copytree(tmp_path / "data", tmp_path / "after")  # what lies on the disk when the current is cut

    again = Clerk(tmp_path / "after", FakeClock(first.clock.now()))
    programs.append(again)
    again.clock.wait(300)
    again.windows.open_hearing(HEARING)
    qtbot.waitUntil(lambda: again.wall.live)
    turn = again.hearing.turn
    assert turn is not None
    assert turn.stopped is not None, "it never runs by itself"
    assert spent(turn, again.clock.now()) == timedelta(seconds=40)
    assert again.hearing.registrations[1].marks == ("PRIV",)
    picture = again.wall.picture("wall")
    assert {"Ann Lee", "Stopped: technical trouble"} <= {text.text for text in picture.texts()}
    assert "".join(text.text for text in picture.texts(Role.DIGITS)) == "2:20"
    assert again.said.startswith("The program was interrupted 5:00 ago while Ann Lee spoke.")
    assert again.console.floor.clock.digits == "2:20"


# A sharp projector beside an ordinary laptop

ON_THIS = sys.platform == "linux" and platform.machine() == "x86_64"


@pytest.mark.skipif(not ON_THIS, reason="Screens can be set up in tests only on Linux on x86-64.")
def test_a_projector_of_twice_the_sharpness_beside_the_laptop_is_filled_with_sharp_figures(tmp_path: Path) -> None:
    """3840x2160 at 200 % beside 1366x768 at 100 %: told in a program of its own, on screens of its own."""
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps(two_sharpnesses.SCREENS), encoding="utf-8")
    command = [sys.executable, "-X", "faulthandler", "-m", two_sharpnesses.__name__, str(screens)]
    root = Path(__file__).parents[2]
    env = os.environ | {"PYTHONPATH": str(root)}
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
