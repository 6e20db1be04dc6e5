"""A room with screens that are plugged and unplugged: Qt's offscreen platform, handed a new set of screens as it runs.

The platform's own function for that is reached through the C++ binary interface, which only tests may do.
"""

import ctypes
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import PySide6
import shiboken6
from PySide6.QtCore import QByteArray, QJsonDocument, QRect

_LIBRARIES = Path(PySide6.__file__).parent / "Qt" / "lib"
_INTERFACE = "_ZN15QGuiApplication23platformNativeInterfaceEv"
_TABLE = "_ZTV24QPlatformNativeInterface"
_RESOURCE = "_ZN24QPlatformNativeInterface28nativeResourceForIntegrationERK10QByteArray"
_OBJECT = "_ZNK13QJsonDocument6objectEv"


class Plugged(NamedTuple):
    """One screen as the platform describes it."""

    name: str
    x: int
    y: int
    width: int
    height: int
    dpr: float = 1

    @property
    def rect(self) -> QRect:
        return QRect(self.x, self.y, self.width, self.height)


LAPTOP = Plugged("LAPTOP", 0, 0, 1366, 768)
PROJECTOR = Plugged("PROJ", 1366, 0, 1920, 1080)


def described(*screens: Plugged) -> dict[str, object]:
    """The configuration for ``-platform offscreen:configfile=…`` and for :func:`plug`."""
    dpi = {"logicalDpi": 96, "logicalBaseDpi": 96}
    return {"synchronousWindowSystemEvents": True, "screens": [screen._asdict() | dpi for screen in screens]}


def plug(*screens: Plugged) -> None:
    """From now on these screens are there and no others; Qt tells of it as of real ones."""
    gui, core = (ctypes.CDLL(str(_LIBRARIES / f"libQt6{name}.so.6")) for name in ("Gui", "Core"))
    interface = _pointer(gui[_INTERFACE])()
    set_configuration = _looked_up(gui, interface, b"setConfiguration")
    document = QJsonDocument.fromJson(QByteArray(json.dumps(described(*screens)).encode()))
    made = ctypes.c_void_p()  # a QJsonObject is one pointer, returned in place
    _pointer(core[_OBJECT])(ctypes.c_void_p(ctypes.addressof(made)), _address(document))
    ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)(set_configuration)(ctypes.addressof(made), interface)


def set_monitors(*screens: Plugged) -> None:
    """The same for an X server with RandR 1.5: the root window is parted into monitors of these names."""
    listed = _xrandr("--listmonitors").splitlines()[1:]
    there = {line.split()[1].lstrip("+*"): line.split()[2] for line in listed}
    wanted = {s.name: f"{s.width}/{s.width // 4}x{s.height}/{s.height // 4}+{s.x}+{s.y}" for s in screens}
    for name, at in there.items():
        if name != "screen" and wanted.get(name) != at:  # the server's own monitor goes when another takes its output
            _xrandr("--delmonitor", name)
    for name, at in wanted.items():
        if there.get(name) != at:
            _xrandr("--setmonitor", name, at, "screen" if name == LAPTOP.name else "none")


def _xrandr(*arguments: str) -> str:
    return subprocess.run(["xrandr", *arguments], capture_output=True, text=True, check=True).stdout


def _looked_up(gui: ctypes.CDLL, interface: int, resource: bytes) -> int:
    """Calls ``nativeResourceForIntegration`` by its place in the table of virtual functions."""
    base = ctypes.cast(gui[_RESOURCE], ctypes.c_void_p).value
    table = (ctypes.c_void_p * 40).from_address(ctypes.addressof(ctypes.c_void_p.in_dll(gui, _TABLE)))
    slot = list(table).index(base) - 2
    own = ctypes.c_void_p.from_address(interface).value
    assert own is not None
    function = ctypes.c_void_p.from_address(own + 8 * slot).value
    assert function is not None
    name = QByteArray(resource)
    found = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(function)(interface, _address(name))
    assert found, "This Qt cannot be handed new screens as it runs."
    return int(found)


def _pointer(function: Any) -> Callable[..., int]:  # whatever ctypes makes of a symbol
    function.restype = ctypes.c_void_p
    return function  # type: ignore[no-any-return]


def _address(wrapped: shiboken6.Object) -> ctypes.c_void_p:
    return ctypes.c_void_p(shiboken6.getCppPointer(wrapped)[0])
