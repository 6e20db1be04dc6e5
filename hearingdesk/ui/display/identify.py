"""A number on every screen, so that the clerk knows which is which."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from hearingdesk.ui.display.paint import DARK
from hearingdesk.ui.display.screens import label

SHOWN = 3000
"""Milliseconds."""

_BARE = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.WindowTransparentForInput
)


class ScreenNumber(QWidget):
    """A card in the lower left corner of a screen, a third of its height; it takes no key and no click."""

    def __init__(self, number: int, screen: QScreen) -> None:
        super().__init__(None, _BARE)
        self.number, self._name = number, label(screen)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAccessibleName(f"Screen {number}: {self._name}")
        self.setScreen(screen)
        self.setGeometry(_corner(screen.geometry()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(DARK.ground))
        painter.setPen(QColor(DARK.text))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        tall = self.height()
        middle = Qt.AlignmentFlag.AlignCenter
        painter.setFont(self._font(tall * 6 // 10, QFont.Weight.Bold))
        painter.drawText(QRect(0, 0, self.width(), tall * 8 // 10), middle, str(self.number))
        painter.setFont(self._font(max(11, tall // 12)))
        painter.drawText(QRect(0, tall * 8 // 10, self.width(), tall * 15 // 100), middle, self._name)
        painter.end()

    def _font(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        made = QFont(self.font())
        made.setPixelSize(size)
        made.setWeight(weight)
        return made


def identify(screens: Sequence[QScreen]) -> list[ScreenNumber]:
    """The cards, counted from 1 in the order of the screens; each goes by itself, and never comes twice."""
    cards = [ScreenNumber(number, screen) for number, screen in enumerate(screens, 1)]
    typing = QApplication.activeWindow()
    for card in cards:
        card.show()
        QTimer.singleShot(SHOWN, card, card.close)
    if typing is not None:  # some platforms give a new window the keys unasked
        typing.activateWindow()
    return cards


def _corner(screen: QRect) -> QRect:
    tall = screen.height() // 3
    gap = screen.height() // 20
    return QRect(screen.x() + gap, screen.bottom() - gap - tall, tall * 4 // 3, tall)
