"""One more screen beside the wall: the same face in another layout, where the clerk put it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QScreen

from hearingdesk.ui.display.compose import Composer, Showing
from hearingdesk.ui.display.paint import Inks
from hearingdesk.ui.display.screens import Identity, found
from hearingdesk.ui.display.window import DisplayWindow

NOWHERE, IN_WINDOW = "", "window"


class Output(QObject):
    """``place`` is NOWHERE, IN_WINDOW, or a screen as remembered; a screen that goes hides it, and brings it back."""

    sent_away = Signal()

    def __init__(self, composer: Composer, inks: Inks, parent: QObject) -> None:
        super().__init__(parent)
        self.place = NOWHERE
        self.window = DisplayWindow(composer, inks)
        self.window.sent_away.connect(self._leave)

    def go_to(self, place: str, showing: Showing) -> None:
        """From the next :meth:`settle` on it is there, and shows this."""
        self.place = place
        self.show_this(showing)

    def show_this(self, showing: Showing) -> None:
        """What is nowhere costs nothing."""
        if self.place != NOWHERE:
            self.window.show_this(showing)

    def settle(self, screens: Sequence[QScreen], clerks: QScreen | None) -> QScreen | None:
        """Puts the window where it belongs on these screens, none of them the clerk's; the screen it fills, if any."""
        if self.place == IN_WINDOW and clerks is not None:
            if not self.window.isVisible() or self.window.isFullScreen():
                self.window.open_small(clerks)
            return None
        screen = found(screens, Identity.read(self.place))
        if screen is None:
            self.window.leave()
        else:
            self.window.fill(screen)
        return screen

    def _leave(self) -> None:
        self.place = NOWHERE
        self.window.leave()
        self.sent_away.emit()
