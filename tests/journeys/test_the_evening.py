"""The evening of a commission of nine with 164 slips, minute by minute, by key presses alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hearingdesk.domain.moments import Moment
from tests.fakes import FakeClock
from tests.journeys.the_evening.closing import the_days_after, the_hour_is_late, the_press_asks, too_long_and_too_often
from tests.journeys.the_evening.hands import Evening
from tests.journeys.the_evening.middle import (
    a_bus_to_catch,
    comment_pauses,
    the_alarm,
    the_laptop_dies,
    the_long_middle,
)
from tests.journeys.the_evening.opening import (
    called_to_order,
    comment_opens,
    hands_and_silences,
    how_many_are_left,
    the_afternoon,
)
from tests.journeys.the_evening.town import moment


@pytest.fixture
def clerk(tmp_path: Path, qtbot: QtBot) -> Iterator[Evening]:
    clerk = Evening(tmp_path / "data", FakeClock(Moment(moment("15:30"), "boot-1", 1_000_000_000)))
    yield clerk
    clerk.leave()


def test_the_evening(clerk: Evening, qtbot: QtBot, tmp_path: Path) -> None:
    the_afternoon(clerk, qtbot)
    called_to_order(clerk)
    comment_opens(clerk)
    hands_and_silences(clerk)
    how_many_are_left(clerk)
    comment_pauses(clerk)
    the_alarm(clerk)
    the_long_middle(clerk)
    clerk = the_laptop_dies(clerk, qtbot)
    a_bus_to_catch(clerk)
    too_long_and_too_often(clerk)
    the_hour_is_late(clerk)
    the_press_asks(clerk, qtbot, tmp_path / "out")
    the_days_after(clerk, qtbot, tmp_path / "later")
    clerk.leave()
