"""A room for an evening: the clerk's console on the laptop, a wall, and screens that are plugged and unplugged."""

import time
from collections.abc import Callable

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from hearingdesk.ui.display.compose import Composer
from hearingdesk.ui.display.paint import DARK
from hearingdesk.ui.display.picture import Role
from hearingdesk.ui.display.ruler import Ruler
from hearingdesk.ui.display.setup import Layout, Place, Setup, read, written
from hearingdesk.ui.display.wall import Wall
from hearingdesk.ui.display.words import load_wording
from tests.ui.display.faces import SPEAKING
from tests.ui.display.plugs import LAPTOP, PROJECTOR, Plugged, plug, set_monitors

TELEVISION = Plugged("TV", -3840, 0, 3840, 2160)
HEARING = "tonight"

__all__ = ["HEARING", "LAPTOP", "PROJECTOR", "TELEVISION", "Room", "keeping"]


def keeping(screen: str, place: Place = Place.NOWHERE, *others: Setup) -> str:
    """What is remembered of a wall on this screen."""
    return written([Setup(Layout.WALL, place, screen), *others], HEARING)


class Room:
    """The clerk's console on the laptop, and a wall."""

    def __init__(self, app: QApplication, remembered: str = "") -> None:
        self.app = app
        self.kept = [remembered]
        self.console = QWidget()
        self.console.setGeometry(LAPTOP.rect.adjusted(20, 20, -20, -20))
        self.button = QPushButton("Call", self.console)
        self.console.show()
        self.console.activateWindow()
        self.button.setFocus()
        self.until(self.keys_go_to_the_console)
        self.said: list[str] = []
        composer = Composer(load_wording(), Ruler(app.font()))
        self.wall = Wall(composer, self.console.screen, lambda: self.kept[-1], self.kept.append, HEARING)
        self.wall.state_changed.connect(self.said.append)
        self.wall.show_face(SPEAKING)

    def plug(self, *screens: Plugged) -> None:
        if self.app.platformName() == "xcb":
            there = [s for s in screens if s.rect in [screen.geometry() for screen in self.app.screens()]]
            if len(there) < len(screens) and there:  # a monitor that changes goes first, and comes back
                set_monitors(*there)
                self.until(lambda: len(self.app.screens()) == len(there))
            set_monitors(*screens)
            rects = sorted((screen.name, screen.rect.getRect()) for screen in screens)
            self.until(lambda: sorted((s.name(), s.geometry().getRect()) for s in self.app.screens()) == rects)
        else:
            plug(*screens)
        self.app.processEvents()

    def until(self, ready: Callable[[], bool], seconds: float = 20.0) -> None:
        """A limit for what never comes, not a promise of speed: the machine may be busy with other things."""
        end = time.monotonic() + seconds
        while not ready():
            assert time.monotonic() < end, f"not within {seconds} s: {ready}"
            self.app.processEvents()

    def fills(self, screen: Plugged) -> bool:
        window = self.wall.window
        full = window.isVisible() and window.isFullScreen() and window.geometry() == screen.rect
        return full and window.screen().name() == screen.name

    @staticmethod
    def on(window: QWidget, screen: Plugged) -> bool:
        """Whether this window fills that screen."""
        return window.isVisible() and window.isFullScreen() and window.geometry() == screen.rect

    def console_is_free(self) -> bool:
        """Nothing lies over the console, and the keys still go to it."""
        mine = self.console.geometry()
        others = [each for each in self.app.topLevelWidgets() if each.isVisible() and each is not self.console]
        return not [each for each in others if each.geometry().intersects(mine)]

    def console_is_on_the_glass(self) -> bool:
        """What the laptop's screen shows at the button is the button: nothing of the wall's ground."""
        at = self.button.mapToGlobal(self.button.rect().center())
        seen = self.app.screens()[0].grabWindow(0, at.x() - 20, at.y() - 8, 40, 16).toImage()
        dark = QColor(DARK.ground).rgb()
        return all(seen.pixel(x, y) != dark for x in range(seen.width()) for y in range(seen.height()))

    def keys_go_to_the_console(self) -> bool:
        return self.app.focusWidget() is self.button

    @property
    def kept_screen(self) -> str:
        """The screen that is remembered for the wall."""
        return read(self.kept[-1], HEARING)[0].screen

    def says(self, role: Role) -> list[str]:
        return [text.text for text in self.wall.window.picture.texts(role)]
