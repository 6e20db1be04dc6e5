"""Sleep and screen saver held off while a meeting is open (D-05), with a platform that is told what to answer."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hearingdesk.ui.display.awake import Awake, Child, ExecutionState, holds_here


@dataclass
class FakeHold:
    """A platform that answers when told to."""

    what: str
    asked: list[str] = field(default_factory=list)
    answer: Callable[[bool], object] = lambda _held: None

    def take(self, answer: Callable[[bool], object], /) -> None:
        self.asked.append("take")
        self.answer = answer

    def let_go(self) -> None:
        self.asked.append("let go")


@pytest.fixture
def sleep() -> FakeHold:
    return FakeHold("sleep")


@pytest.fixture
def saver() -> FakeHold:
    return FakeHold("screen saver")


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def awake(qapp: QApplication, sleep: FakeHold, saver: FakeHold, said: list[str]) -> Awake:
    made = Awake([sleep, saver], qapp)
    made.told.connect(said.append)
    return made


def test_the_system_is_asked_once_and_let_go_once(awake: Awake, sleep: FakeHold, saver: FakeHold) -> None:
    for on in (False, True, True, True, False, False):
        awake.hold(on=on)
    assert sleep.asked == saver.asked == ["take", "let go"]


def test_what_could_not_be_held_off_is_said_and_taken_back(
    awake: Awake, sleep: FakeHold, saver: FakeHold, said: list[str]
) -> None:
    awake.hold(on=True)
    sleep.answer(True)
    assert said == []
    saver.answer(False)
    sleep.answer(False)
    assert said == [
        "Screen saver not held off: set this computer to stay awake",
        "Sleep and screen saver not held off: set this computer to stay awake",
    ]
    sleep.answer(True)
    awake.hold(on=False)
    assert said[2:] == ["Screen saver not held off: set this computer to stay awake", ""]


def test_an_answer_that_comes_after_the_meeting_is_not_said(awake: Awake, sleep: FakeHold, said: list[str]) -> None:
    awake.hold(on=True)
    awake.hold(on=False)
    sleep.answer(False)
    assert said == []


def test_windows_is_told_by_flags_and_its_nought_is_a_no() -> None:
    states: list[int] = []
    answers: list[bool] = []
    before = iter((0x80000000, 0x80000003, 0, 0))

    def set_state(state: int) -> int:
        states.append(state)
        return next(before)

    hold = ExecutionState(set_state)
    for _ in range(2):
        hold.take(answers.append)
        hold.let_go()
    assert answers == [True, False]
    assert [f"{state:#x}" for state in states] == ["0x80000003", "0x80000000"] * 2


def test_a_program_that_is_not_there_is_a_no(qtbot: QtBot) -> None:
    answers: list[bool] = []
    Child("sleep", "hearingdesk-has-no-such-program").take(answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [False]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no cat.")
def test_a_program_that_runs_is_a_yes_and_ends_when_let_go(qtbot: QtBot) -> None:
    answers: list[bool] = []
    child = Child("sleep", "cat")
    child.take(answers.append)
    qtbot.waitUntil(lambda: answers == [True])
    child.let_go()
    qtbot.waitUntil(lambda: answers == [True, False])


@pytest.mark.skipif(sys.platform != "linux", reason="The session's bus is Linux's.")
def test_without_a_session_bus_nothing_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    answers: list[bool] = []
    saver = next(hold for hold in holds_here() if hold.what == "screen saver")
    saver.take(answers.append)
    saver.let_go()
    assert answers == [False]
