"""A projector of 3840x2160 at 200 % beside a laptop at 100 %: ``python -m tests.journeys.two_sharpnesses SCREENS``."""

import sys

from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication

from hearingdesk.ui.display.picture import Role
from hearingdesk.ui.kit.look import dress
from tests.ui.display.faces import SPEAKING, clock
from tests.ui.display.plugs import Plugged, described
from tests.ui.display.room import LAPTOP, PROJECTOR, Room


def at_scale(screen: Plugged, percent: int) -> dict[str, object]:
    """A screen whose points are so much finer than a desktop's; its size counts in them."""
    return screen._asdict() | {"logicalDpi": 96 * percent // 100, "logicalBaseDpi": 96}


SCREENS = described() | {
    "screens": [at_scale(LAPTOP, 100), at_scale(PROJECTOR._replace(width=3840, height=2160), 200)],
}


def beside(room: Room) -> None:
    """The wall fills the projector in all its points, and the console stays as it was on the laptop."""
    room.wall.show_face(clock(SPEAKING.clock.state, "2:17", 0.7))
    room.wall.go_live()
    room.until(lambda: room.fills(PROJECTOR))
    window = room.wall.window
    assert (window.devicePixelRatio(), room.console.devicePixelRatio()) == (2, 1)
    sharp = window.grab()
    assert (sharp.width(), sharp.height()) == (3840, 2160)
    digits = next(window.picture.texts(Role.DIGITS))
    assert digits.type.capital >= 0.25 * window.picture.height
    assert drawn_finely(sharp), "painted at the projector's sharpness, not blown up from half of it"
    assert room.console.grab().width() == LAPTOP.width - 40
    assert room.console_is_free()
    room.until(room.keys_go_to_the_console)
    room.plug(LAPTOP, PROJECTOR)  # and somebody sets the projector to 100 %
    room.until(lambda: window.devicePixelRatio() == 1 and room.fills(PROJECTOR))
    assert window.grab().width() == PROJECTOR.width


def drawn_finely(pixmap: QPixmap) -> bool:
    """Whether neighbouring points differ that a picture of half the size could not tell apart."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGB32)
    pairs = ((x, y) for y in range(0, image.height(), 40) for x in range(0, image.width() - 1, 2))
    return any(image.pixel(x, y) != image.pixel(x + 1, y) for x, y in pairs)


def main(screens: str) -> None:
    app = QApplication(["hearingdesk", "-platform", f"offscreen:configfile={screens}"])
    dress(app)
    beside(Room(app))


if __name__ == "__main__":
    main(*sys.argv[1:])
