"""One output: a window with its layout, where it stands, and what it wears; the wall is the first of them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QScreen

from hearingdesk.ui.display.compose import Composer, Showing
from hearingdesk.ui.display.picture import Picture
from hearingdesk.ui.display.screens import Identity, found
from hearingdesk.ui.display.setup import Layout, Place, Setup
from hearingdesk.ui.display.window import DisplayWindow
from hearingdesk.ui.display.words import wording_in

_SURE = 3
"""The likeness from which a screen is surely the same: by its serial number, or by its name and its place."""


class Output(QObject):
    """``setup`` is what is remembered of it; ``on`` the screen it stands on now. What is nowhere is not composed."""

    sent_away = Signal()

    def __init__(self, setup: Setup, base: Composer, parent: QObject) -> None:
        super().__init__(parent)
        self.setup = setup
        self.on: QScreen | None = None
        self._base = base
        self._showing = Showing()
        self.composer = _dressed(base, setup)
        self.window = DisplayWindow(self.composer, setup.inks)
        self.window.sent_away.connect(self.sent_away)

    @property
    def live(self) -> bool:
        """Whether anybody can see it."""
        return self.window.isVisible()

    @property
    def wanted(self) -> Identity | None:
        """The screen it belongs on."""
        return Identity.read(self.setup.screen)

    @property
    def gone(self) -> Identity | None:
        """Its screen, where that went away with the window on it."""
        return self.wanted if self.setup.place is Place.SCREEN and self.on is None else None

    @property
    def picture(self) -> Picture:
        """What is seen on it, or would be on a 1920×1080 screen."""
        return self.window.picture if self.live else self.composer.picture(self._showing, 1920, 1080)

    def show_this(self, showing: Showing) -> None:
        self._showing = showing
        self.window.show_this(showing)

    def wear(self, setup: Setup) -> None:
        """From now on in these colours and words."""
        self.setup = setup
        self.composer = _dressed(self._base, setup)
        self.window.wear(self.composer, setup.inks)

    def belongs_to(self, screen: QScreen) -> bool:
        return found([screen], self.wanted) is screen

    def home(self, screens: Sequence[QScreen]) -> QScreen | None:
        """Its screen among these. The chair's has to be the very same: another in its socket may face the room.

        One that it stands on stays its own, whatever resolution it has now.
        """
        here = [screen for screen in screens if screen is self.on]
        return found(here, self.wanted) or found(
            screens, self.wanted, _SURE if self.setup.layout is Layout.CHAIR else 1
        )

    def settle(self, screens: Sequence[QScreen], clerks: QScreen | None) -> None:
        """Puts the window where it belongs, or hides it; ``screens`` have nothing of the clerk's and are not taken."""
        place = self.setup.place
        on_clerks = place in (Place.WINDOW, Place.OVER_CLERK)
        self.on = clerks if on_clerks else self.home(screens) if place is Place.SCREEN else None
        if self.on is not None and place is Place.SCREEN:
            self.setup = replace(self.setup, screen=Identity.of(self.on).written())
        if self.on is None:
            self.window.leave()
        elif place is not Place.WINDOW:
            self.window.fill(self.on, over_clerk=place is Place.OVER_CLERK)
        elif not self.live or self.window.isFullScreen():
            self.window.open_small(self.on)

    def close(self) -> None:
        self.window.leave()
        self.window.deleteLater()


def _dressed(base: Composer, setup: Setup) -> Composer:
    return replace(base, wording=wording_in(setup.languages), captions=setup.strip, layout=setup.layout)
