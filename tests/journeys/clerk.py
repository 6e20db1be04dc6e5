"""A clerk at the whole program: windows on a real data folder, hands that press keys, a clock moved by hand."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hearingdesk.app import Windows
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.values import SignUp
from hearingdesk.office import Office
from hearingdesk.ui.console.window import Console
from hearingdesk.ui.display.wall import Wall
from hearingdesk.ui.docket.window import DocketWindow
from tests.builders import AGENDA, BODY, CONCERNS, MEETING, PROFILE
from tests.fakes import FakeClock
from tests.keyboard import focused

HEARING = "fpc-2026-02-05"


@dataclass
class Clerk:
    """The program on ``data``. ``leave`` ends it; another one on the same folder is the next start."""

    data: Path
    clock: FakeClock = field(default_factory=FakeClock)

    def __post_init__(self) -> None:
        self.office = Office(self.data, self.clock, "rd")
        self.windows = Windows(self.office)

    def prepare(self, *names: str) -> None:
        """The test body's meeting, with these people signed up on its first item."""
        self.office.create(BODY, MEETING, PROFILE, CONCERNS, AGENDA, HEARING)
        desk = self.office.desk(HEARING)
        for name in names:
            desk.register(SignUp("1", name))

    @property
    def console(self) -> Console:
        return self.windows.opened()[0]

    @property
    def wall(self) -> Wall:
        return self.windows.opened()[1]

    @property
    def hearing(self) -> Hearing:
        return self.windows.opened()[2].hearing

    @property
    def head(self) -> str:
        return self.windows.opened()[2].head

    @property
    def docket(self) -> DocketWindow:
        front = self.windows.front()
        assert isinstance(front, DocketWindow)
        return front

    @property
    def said(self) -> str:
        """The line below the console's buttons."""
        return self.console.floor.said

    @property
    def focus(self) -> QWidget:
        return focused()

    def press(self, *keys: str, after: float = 1.0) -> None:
        """Each key so many seconds after the one before, wherever the focus is."""
        for key in keys:
            self.wait(after)
            QTest.keySequence(self.focus, QKeySequence(key))
            QApplication.processEvents()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)
        QApplication.processEvents()

    def to(self, widget: QWidget, by: str = "Tab") -> None:
        """Tabs until the widget has the focus; ``Shift+Tab`` goes back to what lies before."""
        for _ in range(40):
            if self.focus is widget:
                return
            self.press(by, after=0)
        raise AssertionError(f"{widget.accessibleName()} cannot be reached by Tab")

    def wait(self, seconds: float) -> None:
        """Time passes; an open console shows it."""
        self.clock.wait(seconds)
        front = self.windows.front()
        if isinstance(front, Console):
            front.show_time(self.clock.now())

    def leave(self) -> None:
        """The end of the program, whatever is open."""
        for window in QApplication.topLevelWidgets():
            window.close()
        self.windows.close()
        self.office.close()
