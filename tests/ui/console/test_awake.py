"""The console keeps the computer awake while the meeting is open or the room looks at the display (D-05)."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.ui.console.window import Console
from tests.builders import Evening, in_session, prepared
from tests.fakes import FakeClock, MemoryJournal


class FakeAwake(QObject):
    """Remembers what it was last asked for."""

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.on = False

    def hold(self, *, on: bool) -> None:
        self.on = on


@pytest.fixture
def awake() -> FakeAwake:
    return FakeAwake()


@pytest.fixture
def console_on(qtbot: QtBot, awake: FakeAwake) -> Callable[[Evening], tuple[Console, Desk]]:
    def made(evening: Evening) -> tuple[Console, Desk]:
        desk = Desk(MemoryJournal(evening.hearing.entries), FakeClock(evening.now), "rd")
        console = Console(desk, awake=awake)
        qtbot.addWidget(console)
        with qtbot.waitExposed(console):
            console.show()
        return console, desk

    return made


OnConsole = Callable[[Evening], tuple[Console, Desk]]


def test_the_computer_stays_awake_from_the_call_to_order_to_the_adjournment(
    console_on: OnConsole, awake: FakeAwake
) -> None:
    _console, desk = console_on(in_session())
    asked = [awake.on]
    for rule in (partial(rules.recess, reason="Break"), rules.reconvene, rules.adjourn):
        desk.record(rule)
        asked.append(awake.on)
    assert asked == [True, True, True, False]


def test_before_the_meeting_it_may_sleep(console_on: OnConsole, awake: FakeAwake) -> None:
    console_on(prepared())
    assert not awake.on


def test_a_console_that_closes_lets_it_sleep(console_on: OnConsole, awake: FakeAwake) -> None:
    console, _desk = console_on(in_session())
    console.close()
    assert not awake.on


def test_what_could_not_be_held_off_stands_in_the_status_bar(console_on: OnConsole, awake: FakeAwake) -> None:
    console, _desk = console_on(in_session())
    said = []
    for sentence in ("Sleep not held off: set this computer to stay awake", ""):
        awake.told.emit(sentence)
        said.append(console.status.warning)
    assert said == ["Sleep not held off: set this computer to stay awake", ""]
