"""A clerk at the console: hands that press keys where the focus is, and a clock that moves when told to."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hearingdesk.desk import Desk
from hearingdesk.domain.events import Event
from hearingdesk.domain.hearing import Hearing, Item, Registration
from hearingdesk.domain.wording import words
from hearingdesk.ui.console.window import Console
from hearingdesk.ui.kit.sheet import Sheet
from tests.builders import Evening
from tests.fakes import FakeClock, MemoryJournal
from tests.keyboard import focused


@dataclass
class Clerk:
    """One person, one console. ``asked`` is what was asked of the program around it."""

    console: Console
    desk: Desk
    clock: FakeClock
    journal: MemoryJournal
    asked: list[str]

    @property
    def hearing(self) -> Hearing:
        return self.desk.hearing

    @property
    def item(self) -> Item:
        return self.hearing.items["1"]

    @property
    def said(self) -> str:
        return self.console.floor.said

    @property
    def events(self) -> list[Event]:
        return [entry.event for entry in self.hearing.entries]

    @property
    def last(self) -> str:
        """The latest entry in words."""
        return words(self.hearing.entries[-1], self.hearing)

    @property
    def focus(self) -> QWidget:
        return focused()

    def at(self, widget: QWidget | None) -> bool:
        """Whether the focus is there or inside it."""
        return widget is not None and (self.focus is widget or widget.isAncestorOf(self.focus))

    def sheet(self) -> Sheet | None:
        return self.console.sheet

    def slip(self, number: int) -> Registration:
        return self.hearing.registrations[number]

    def press(self, *keys: str, after: float = 1.0) -> None:
        """Each key a second after the one before, wherever the focus is."""
        for key in keys:
            self.wait(after)
            QTest.keySequence(self.focus, QKeySequence(key))
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Letter by letter; those that a test keyboard lacks come as an input method gives them."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.focus, letter)
            else:
                given = QInputMethodEvent()
                given.setCommitString(letter)
                QApplication.sendEvent(self.focus, given)
        QApplication.processEvents()

    def wait(self, seconds: float) -> None:
        """Time passes, and the screens show it."""
        self.clock.wait(seconds)
        self.console.show_time(self.clock.now())

    def write(self, text: str) -> None:
        """Into the summary, by keys."""
        self.press("Ctrl+T")
        self.type(text)


def listed(clerk: Clerk) -> list[int]:
    """The slips in the list that is shown."""
    model = clerk.console.queue.list.model()
    return [int(model.index(n, 0).data()) for n in range(model.rowCount())]


def spoken(clerk: Clerk, place: int) -> str:
    """The name cell of a row, as a screen reader says it."""
    return str(clerk.console.queue.list.model().index(place, 1).data(Qt.ItemDataRole.AccessibleTextRole))


AtConsole = Callable[..., Clerk]


@pytest.fixture
def at_console(qtbot: QtBot) -> AtConsole:
    """The console on an evening made with the builders, shown and in front."""

    def sit_down(evening: Evening) -> Clerk:
        journal, clock = MemoryJournal(evening.hearing.entries), FakeClock(evening.now)
        desk, asked = Desk(journal, clock, "rd"), list[str]()
        console = Console(desk, read_files=lambda: asked.append("import"), on_export=lambda: asked.append("export"))
        qtbot.addWidget(console)
        with qtbot.waitActive(console):
            console.show()
        return Clerk(console, desk, clock, journal, asked)

    return sit_down


@pytest.fixture(autouse=True)
def no_screen_failed(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """The desk survives a screen that fails; a test does not."""
    yield
    failed = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert failed == []
