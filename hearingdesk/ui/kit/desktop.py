"""What is asked of the desktop: which of its ways to windows, and room for one."""

import os
import sys
from collections.abc import MutableMapping

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QWidget

SETTING = "QT_QPA_PLATFORM"
FRAME = 40
"""Pixels that a window manager may put around a window."""


def prefer_x(settings: MutableMapping[str, str] = os.environ, system: str = sys.platform) -> None:
    """On a Wayland desktop, X where that offers it too, as the usual ones do; whoever chose otherwise has it so.

    There no program may keep the keys where they are typed when another of its windows comes up, nor put one back that
    was moved; the display in the room needs both.
    """
    if system == "linux" and settings.get("WAYLAND_DISPLAY") and settings.get("DISPLAY"):
        settings.setdefault(SETTING, "xcb;wayland")


def show_whole(window: QWidget) -> None:
    """At its own size where that fits with a frame around it, else filling the screen.

    Told where to fill: a window wider than its screen could be filled onto the next one, which is the public's.
    """
    room = window.screen().availableGeometry()
    wanted = window.size().grownBy(QMargins(FRAME, FRAME, FRAME, FRAME))
    if wanted.width() <= room.width() and wanted.height() <= room.height():
        window.show()
    else:
        window.setGeometry(room)
        window.showMaximized()
