"""Which of the desktop's ways to windows is asked for, before there is any."""

import os
import sys
from collections.abc import MutableMapping

SETTING = "QT_QPA_PLATFORM"


def prefer_x(settings: MutableMapping[str, str] = os.environ, system: str = sys.platform) -> None:
    """On a Wayland desktop, X where that offers it too, as the usual ones do; whoever chose otherwise has it so.

    There no program may keep the keys where they are typed when another of its windows comes up, nor put one back that
    was moved; the display in the room needs both.
    """
    if system == "linux" and settings.get("WAYLAND_DISPLAY") and settings.get("DISPLAY"):
        settings.setdefault(SETTING, "xcb;wayland")
