"""A sheet open over a window, and hands that press keys where the focus is."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hearingdesk.desk import Desk
from hearingdesk.ui.console.sheets import SHEETS, MeetingSheet
from tests.builders import Evening
from tests.fakes import FakeClock, MemoryJournal
from tests.keyboard import Keyboard

S = TypeVar("S", bound=MeetingSheet)


class Hands(Keyboard):
    """Opens sheets over a window with a field in it, as over the console, and presses keys."""

    def __init__(self, host: QWidget, summary: QLineEdit) -> None:
        self.host = host
        self.summary = summary

    def open(self, kind: type[S], desk: Desk, *args: object) -> S:
        """The sheet of this class, found by its name in the table as the console finds it."""
        name = next(name for name, made in SHEETS.items() if made is kind)
        sheet = SHEETS[name](desk, *args)
        sheet.open_over(self.host)
        assert isinstance(sheet, kind)
        return sheet

    def replace(self, text: str) -> None:
        """Types over what stands in the field."""
        QTest.keySequence(self.focus, "Ctrl+A")
        self.press(text)


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    host, summary = QWidget(), QLineEdit()
    QVBoxLayout(host).addWidget(summary)
    host.resize(1366, 768)
    qtbot.addWidget(host)
    with qtbot.waitActive(host):
        host.show()
    summary.setFocus()
    return Hands(host, summary)


@pytest.fixture
def at_desk() -> Callable[[Evening], Desk]:
    """The desk on an evening made with the builders."""
    return lambda evening: Desk(MemoryJournal(evening.hearing.entries), FakeClock(evening.now), "rd")
