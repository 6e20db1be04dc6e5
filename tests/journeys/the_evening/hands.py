"""The hands of the clerk of that evening."""

from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hearingdesk.desk import Desk
from hearingdesk.domain.hearing import Appearance, Registration
from hearingdesk.domain.timing import reading
from hearingdesk.domain.values import (
    Channel,
    SignUp,
    Standing,
)
from hearingdesk.ui.console.queue_foot import ForecastFoot
from hearingdesk.ui.export.window import ExportWindow
from tests.journeys.clerk import Clerk
from tests.journeys.the_evening.town import NAMES, moment


class Evening(Clerk):
    """The clerk of that evening, who looks at the clock on the wall."""

    def at(self, words: str) -> None:
        """It is that time now."""
        left = (moment(words) - self.clock.now().utc).total_seconds()
        assert left >= 0, f"{words} is past by {-left:.0f} seconds"
        self.wait(left)

    @property
    def desk(self) -> Desk:
        return self.windows.opened()[2]

    def slip(self, name: str) -> int:
        """The only slip of this name."""
        (number,) = [n for n, r in self.hearing.registrations.items() if r.sign_up.name == name]
        return number

    def walks_in(self, name: str, position: str = "") -> None:
        self.press("Ctrl+K", after=0)
        self.type(name)
        self.press("Return", after=0)
        self.type(position)
        self.press("Return", after=1)
        assert "is on the list" in self.said, self.said

    def speaks(self, seconds: float, *keys: str, after: float = 15) -> None:
        """Whoever was called walks up, begins, and speaks so long; the keys are pressed meanwhile."""
        self.press("Ctrl+Return", after=after)
        self.press(*keys, after=2)
        self.wait(seconds - 2 * len(keys))

    def nobody_comes(self, times: int) -> None:
        """Who was called is not there, nor is the next one called, and so on; then somebody is called."""
        for _ in range(times):
            self.press("F7", "Ctrl+Return", after=7)

    def calls(self) -> None:
        """Somebody is called and walks up, whatever was before."""
        while self.hearing.turn is None or self.hearing.turn.started is not None:
            self.press("Ctrl+Return")

    def goes_on(self, until: str, seconds: float) -> None:
        """One after the other is called until that time; three are heard so long, every fourth is not there."""
        self.calls()
        called = 0
        while self.clock.now().utc + timedelta(seconds=seconds + 30) < moment(until):
            called += 1
            if called % 4:
                self.speaks(seconds, "Alt+O", "Ctrl+2")
                self.press("Ctrl+Return")
            else:
                self.nobody_comes(1)

    def find(self, words: str) -> None:
        """Chooses somebody in the list: by name or slip, Enter, and the focus leaves the box."""
        self.press("Ctrl+K")
        self.type(words)
        self.press("Return")

    @property
    def listed(self) -> str:
        """The chosen row of the list, as a screen reader says it."""
        chosen = self.console.queue.list.currentIndex().siblingAtColumn(1)
        return str(chosen.data(Qt.ItemDataRole.AccessibleTextRole))

    @property
    def forecast(self) -> list[str]:
        """What the foot of the queue says: who waits, when it is over, at other limits."""
        foot = self.console.queue.findChild(ForecastFoot)
        assert isinstance(foot, ForecastFoot)
        return [line.text() for line in foot.findChildren(QLabel)]

    @property
    def turn(self) -> Appearance:
        """The turn on the floor."""
        assert self.hearing.turn is not None
        return self.hearing.turn

    @property
    def speaker(self) -> Registration:
        """Who has the floor."""
        assert self.hearing.speaker is not None
        return self.hearing.speaker

    def standing(self, name: str) -> Standing:
        return self.hearing.registrations[self.slip(name)].standing


def front(clerk: Evening, qtbot: QtBot) -> None:
    """What a window manager does with a window that opens."""
    window = clerk.windows.front()
    assert window is not None
    with qtbot.waitActive(window):
        window.activateWindow()


Shown = TypeVar("Shown", bound=QWidget)


def in_front(kind: type[Shown], qtbot: QtBot) -> Shown:
    """The window of this kind, with the focus that a window manager gives it."""
    window = next(shown for shown in QApplication.topLevelWidgets() if isinstance(shown, kind) and shown.isVisible())
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


def deputy(clerk: Evening, first: int, last: int) -> None:
    """Slips that the second laptop takes at the door."""
    for name in NAMES[first:last]:
        clerk.desk.register(SignUp("1", name, channel=Channel.PAPER))


def papers(clerk: Evening, qtbot: QtBot, out: Path, *keys: str) -> None:
    """Minutes and workbook, asked for by key into a folder that is typed; ``keys`` choose the copy."""
    clerk.press("Ctrl+Shift+E")
    window = in_front(ExportWindow, qtbot)
    clerk.to(window.copy.editor)
    clerk.press(*keys)
    clerk.to(window.folder.editor)
    clerk.press("Ctrl+A")
    clerk.type(str(out))
    with qtbot.waitSignal(window.ended, timeout=60_000) as ended:
        clerk.press("Ctrl+Return")
    assert ended.args[1], ended.args
    clerk.press("Escape")


def reading_text(clerk: Evening) -> str:
    """The digits of the clock now."""
    return reading(clerk.hearing.profile, clerk.hearing.turn, clerk.clock.now()).text
