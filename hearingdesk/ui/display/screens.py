"""Which screen is the wall: told apart by name, serial number and geometry, and never the clerk's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from PySide6.QtGui import QScreen


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells a screen from another. ``place`` is its geometry, ``1920x1080+1366+0``, in the desktop's pixels."""

    name: str
    serial: str
    place: str

    @classmethod
    def of(cls, screen: QScreen) -> Self:
        at = screen.geometry()
        return cls(screen.name(), screen.serialNumber(), f"{at.width()}x{at.height()}+{at.x()}+{at.y()}")

    @classmethod
    def read(cls, text: str) -> Self | None:
        """From the form in which it is remembered; None where nothing is, or not this."""
        parts = text.split("\n")
        return cls(*parts) if len(parts) == 3 and parts[0] else None

    def written(self) -> str:
        return f"{self.name}\n{self.serial}\n{self.place}"

    def likeness(self, other: "Identity") -> int:
        """How surely both are the same screen; 0 they are not. A serial number tells more than a socket's name."""
        if self.serial and other.serial and self.serial != other.serial:
            return 0
        same_serial = bool(self.serial) and self.serial == other.serial
        if not same_serial and self.name != other.name:
            return 0
        return 4 * same_serial + 2 * (self.name == other.name) + (self.place == other.place)


def label(screen: QScreen) -> str:
    """``HDMI-1 1920×1080``, in the screen's own pixels."""
    size, ratio = screen.size(), screen.devicePixelRatio()
    return f"{screen.name()} {round(size.width() * ratio)}×{round(size.height() * ratio)}"


def numbered(screens: Sequence[QScreen]) -> dict[QScreen, str]:
    """``2 · HDMI-1 1920×1080``: each screen with its number, as it is counted on the screens themselves."""
    return {screen: f"{number} · {label(screen)}" for number, screen in enumerate(screens, 1)}


def free(screens: Sequence[QScreen], clerks: QScreen | None) -> list[QScreen]:
    """The screens that show nothing of the clerk's: not the clerk's own, and none that mirrors it."""
    if clerks is None:
        return []
    own = clerks.geometry()
    return [screen for screen in screens if screen is not clerks and not screen.geometry().intersects(own)]


def found(screens: Sequence[QScreen], wanted: Identity | None, least: int = 1) -> QScreen | None:
    """The screen that was remembered, if one of these is at least so much like it."""
    if wanted is None:
        return None
    alike = [(wanted.likeness(Identity.of(screen)), screen) for screen in screens]
    best = max(alike, key=lambda each: each[0], default=(0, None))
    return best[1] if best[0] >= least else None
