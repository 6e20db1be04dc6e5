"""The window on the projector: full screen, without cursor or focus, on the screen it is given and no other."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QMouseEvent, QMoveEvent, QResizeEvent, QScreen
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

_TRIES, _PATIENCE, _PEACE = 8, 60, 1000
"""How often, and after how many milliseconds, the window goes back to its screen when something moved it.

After so many milliseconds in place it may try as often again: it does not fight for ever, nor give up for good.
"""


class DisplayWindow(WallView):
    """Its own top level, so that closing the console's windows or the wall never takes the other along."""

    sent_away = Signal()

    def __init__(self, composer: Composer, inks: Inks) -> None:
        super().__init__(composer, inks)
        self._over_clerk = False
        self._target: QScreen | None = None
        self._tries = 0
        self._back = _timer(self, _PATIENCE, self._put_back)
        self._peace = _timer(self, _PEACE, self._rest)
        self.setWindowTitle("hearingdesk: public display")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)

    def fill(self, screen: QScreen, *, over_clerk: bool = False) -> None:
        """Full screen on this screen, now and again whenever its size changed.

        ``over_clerk``: it is the clerk's own, so a double click takes the window away.
        """
        self._over_clerk, self._target, self._tries = over_clerk, screen, _TRIES
        if not self._in_place(screen):
            self._put(screen)

    def leave(self) -> None:
        """Off the screen, at once."""
        self._target = None
        self.hide()

    def open_small(self, screen: QScreen) -> None:
        """An ordinary window, to look at or to share in a call."""
        self._over_clerk, self._target = False, None
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

    def event(self, event: QEvent) -> bool:
        """A screen that is plugged in late may change what Qt takes for the window's screen, and nothing else."""
        if event.type() == QEvent.Type.ScreenChangeInternal:
            self._look_again()
        return super().event(event)

    def moveEvent(self, event: QMoveEvent) -> None:
        self._look_again()
        super().moveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._look_again()
        super().resizeEvent(event)

    def _look_again(self) -> None:
        """A window manager may push the window about, above all just after a screen was plugged in."""
        if self._astray() and self._tries > 0 and not self._back.isActive():
            self._back.start()

    def _put_back(self) -> None:
        if self._target is not None and self._astray():
            self._tries -= 1
            self._put(self._target)
            self._look_again()
        self._peace.start()

    def _rest(self) -> None:
        if not self._astray():
            self._tries = _TRIES

    def _astray(self) -> bool:
        return self._target is not None and self.isVisible() and not self._in_place(self._target)

    def _in_place(self, screen: QScreen) -> bool:
        here = self.geometry() == screen.geometry() and self.screen() is screen
        return here and self.isFullScreen() and self.isVisible()

    def _put(self, screen: QScreen) -> None:
        self._become(_BARE, Qt.CursorShape.BlankCursor)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())  # without it, a desktop without a window manager keeps the old size
        self._appear(Qt.WindowState.WindowFullScreen)

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


def _timer(parent: QObject, milliseconds: int, then: Callable[[], None]) -> QTimer:
    made = QTimer(parent)
    made.setSingleShot(True)
    made.setInterval(milliseconds)
    made.timeout.connect(then)
    return made
