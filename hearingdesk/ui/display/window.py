"""The window on the projector: full screen, without cursor or focus, on the screen it is given and no other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QMouseEvent, QScreen
from PySide6.QtWidgets import QApplication

from hearingdesk.ui.display.compose import Composer
from hearingdesk.ui.display.paint import Inks
from hearingdesk.ui.display.view import WallView

_BARE = (
    Qt.WindowType.Window
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)


class DisplayWindow(WallView):
    """Its own top level, so that closing the console's windows or the wall never takes the other along."""

    sent_away = Signal()

    def __init__(self, composer: Composer, inks: Inks) -> None:
        super().__init__(composer, inks)
        self._over_clerk = False
        self.setWindowTitle("hearingdesk: public display")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)

    def fill(self, screen: QScreen, *, over_clerk: bool = False) -> None:
        """Full screen on this screen, now and again whenever its size changed.

        ``over_clerk``: it is the clerk's own, so a double click takes the window away.
        """
        self._over_clerk = over_clerk
        if self.isFullScreen() and self.isVisible() and self.geometry() == screen.geometry():
            return
        self._become(_BARE, Qt.CursorShape.BlankCursor)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())  # without it, a desktop without a window manager keeps the old size
        self._appear(Qt.WindowState.WindowFullScreen)

    def open_small(self, screen: QScreen) -> None:
        """An ordinary window, to look at or to share in a call."""
        self._over_clerk = False
        self._become(Qt.WindowType.Window, Qt.CursorShape.ArrowCursor)
        self.setScreen(screen)
        room = screen.availableGeometry()
        width = min(960, room.width() * 2 // 3)
        self.setGeometry(room.right() - width - 24, room.top() + 48, width, width * 9 // 16)
        self._appear(Qt.WindowState.WindowNoState)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.sent_away.emit()
        super().closeEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._over_clerk:
            self.sent_away.emit()
        super().mouseDoubleClickEvent(event)

    def _appear(self, state: Qt.WindowState) -> None:
        """Shown without the keys: ``showFullScreen`` would ask for them, and some platforms give them unasked."""
        typing = QApplication.activeWindow()
        self.setWindowState(state)
        self.show()
        if typing is not None and typing is not self:
            typing.activateWindow()

    def _become(self, flags: Qt.WindowType, cursor: Qt.CursorShape) -> None:
        if self.windowFlags() != flags:
            self.setWindowFlags(flags)
        self.setCursor(cursor)
