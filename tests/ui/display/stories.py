"""Evenings with screens that come and go; :mod:`tests.ui.display.tell` tells each in a program of its own."""

import gc

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent

from hearingdesk.ui.display.picture import Role
from hearingdesk.ui.display.screens import Identity
from tests.ui.display.faces import SPEAKING, clock
from tests.ui.display.room import LAPTOP, PROJECTOR, Room


def start(room: Room) -> None:
    """On two screens the wall goes to the one that is not the clerk's, without taking the keys."""
    assert room.wall.state == "PROJ 1920×1080 ready · not live"
    assert not room.wall.live
    room.wall.go_live()
    room.until(lambda: room.fills(PROJECTOR))
    assert room.wall.state == "PROJ 1920×1080 ● live"
    assert room.said[-1] == room.wall.state
    assert room.console_is_free()
    room.until(room.keys_go_to_the_console)
    window = room.wall.window
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    assert Identity.read(room.kept_screen) == Identity("PROJ", "", "1920x1080+1366+0")
    room.wall.take_down()
    assert not room.wall.live


def unplug(room: Room) -> None:
    """The display hides at once, the console is never covered, the clock runs on, the state says it."""
    room.wall.go_live()
    room.until(lambda: room.fills(PROJECTOR))
    hidden_at_once: list[bool] = []
    room.app.screenRemoved.connect(lambda _screen: hidden_at_once.append(not room.wall.window.isVisible()))
    room.plug(LAPTOP)
    assert hidden_at_once == [True]
    room.until(room.console_is_on_the_glass)
    assert room.console_is_free()
    room.until(room.keys_go_to_the_console)
    assert room.wall.state == "PROJ is gone · the display is hidden and comes back with it"
    room.wall.show_face(clock(SPEAKING.clock.state, "3:40", 0.7))
    assert "3:40" in "".join(text.text for text in room.wall.picture().texts(Role.DIGITS))
    assert room.console_is_free()


def replug(room: Room) -> None:
    """Plugged again: full screen on the same screen by itself, with the hearing as it is now."""
    room.wall.go_live()
    room.until(lambda: room.fills(PROJECTOR))
    room.plug(LAPTOP)
    room.wall.show_face(clock(SPEAKING.clock.state, "3:40", 0.7))
    room.plug(LAPTOP, PROJECTOR)
    room.until(lambda: room.fills(PROJECTOR))
    assert "".join(room.says(Role.DIGITS)) == "3:40"
    assert room.wall.state == "PROJ 1920×1080 ● live"
    room.until(room.keys_go_to_the_console)


def taken_down(room: Room) -> None:
    """A wall that the clerk took down stays down when the screen comes again."""
    room.wall.go_live()
    room.wall.toggle()
    room.plug(LAPTOP)
    room.plug(LAPTOP, PROJECTOR)
    assert not room.wall.live
    room.wall.toggle()
    room.until(lambda: room.fills(PROJECTOR))


def resolution(room: Room) -> None:
    """Another resolution or place: the wall fits itself to it, and so does the small copy in the console."""
    copy = room.wall.preview()
    room.wall.go_live()
    for screen in (
        PROJECTOR._replace(width=3840, height=2160),
        PROJECTOR._replace(width=1024, height=768),
        PROJECTOR._replace(width=1920, height=1080, x=2400),
        PROJECTOR._replace(width=1920, height=1080, x=1366, y=300),
    ):
        room.plug(LAPTOP, screen)
        room.until(lambda screen=screen: room.fills(screen))  # type: ignore[misc]  # bound to this round
        assert (room.wall.window.picture.width, room.wall.window.picture.height) == (screen.width, screen.height)
        assert copy.heightForWidth(1000) == round(1000 * screen.height / screen.width)
    assert room.console_is_free()


def pushed(room: Room) -> None:
    """Something moves the wall over the console, as window managers do: it goes back to its screen by itself."""
    room.wall.go_live()
    room.until(lambda: room.fills(PROJECTOR))
    for _ in range(4):
        room.wall.window.setGeometry(LAPTOP.rect)
        assert not room.console_is_free()
        room.until(lambda: room.fills(PROJECTOR))
    assert room.console_is_free()
    room.until(room.keys_go_to_the_console)


def swap(room: Room) -> None:
    """The screens change places: the wall goes with its screen."""
    room.wall.go_live()
    room.plug(LAPTOP._replace(x=1920), PROJECTOR._replace(x=0))
    room.console.move(LAPTOP._replace(x=1920).rect.topLeft())
    room.until(lambda: room.fills(PROJECTOR._replace(x=0)))
    assert room.console_is_free()


def mirrored(room: Room) -> None:
    """A projector that mirrors the laptop would show the clerk's notes or cover them: it is not used."""
    room.plug(LAPTOP, LAPTOP._replace(name="PROJ"))
    room.wall.go_live()
    assert not room.wall.live
    assert room.wall.state == "Screens are mirrored · extend them"


def laptop_closed(room: Room) -> None:
    """With the laptop's own screen gone the projector is the only one, and the console has moved there: hide."""
    room.wall.go_live()
    room.until(lambda: room.fills(PROJECTOR))
    room.plug(PROJECTOR._replace(x=0))
    room.app.processEvents()
    assert not room.wall.live
    room.plug(LAPTOP)
    assert not room.wall.live


def only_screen(room: Room) -> None:
    """Never on the only screen unless asked; asked, a double click takes it away."""
    room.plug(LAPTOP)
    room.wall.go_live()
    assert not room.wall.live
    assert room.wall.state == "No second screen"
    room.wall.go_live(over_clerk=True)
    room.until(lambda: room.fills(LAPTOP))
    at, button = QPointF(9, 9), Qt.MouseButton.LeftButton
    kind = QEvent.Type.MouseButtonDblClick
    room.app.sendEvent(room.wall.window, QMouseEvent(kind, at, at, button, button, Qt.KeyboardModifier.NoModifier))
    assert not room.wall.live


def fifty_times(room: Room) -> None:
    """Fifty cycles: each time hidden, each time back, and nothing is left behind."""
    room.wall.go_live()
    room.plug(LAPTOP)
    room.plug(LAPTOP, PROJECTOR)
    gc.collect()
    windows, objects = len(QGuiApplication.allWindows()), len(gc.get_objects())
    for second in range(50):
        room.plug(LAPTOP)
        assert room.console_is_free()
        room.wall.show_face(clock(SPEAKING.clock.state, f"2:{second:02}", 0.5))
        room.plug(LAPTOP, PROJECTOR)
        room.until(lambda: room.fills(PROJECTOR))
    gc.collect()
    assert len(QGuiApplication.allWindows()) == windows
    assert len(gc.get_objects()) - objects < 2000
    room.until(room.keys_go_to_the_console)


def close(room: Room) -> None:
    """At the end of the evening the window goes, and a screen that comes brings nothing back."""
    room.wall.go_live()
    room.until(lambda: room.fills(PROJECTOR))
    room.wall.close()
    room.plug(LAPTOP)
    room.plug(LAPTOP, PROJECTOR)
    assert room.app.topLevelWidgets() == [room.console] or not any(
        each.isVisible() for each in room.app.topLevelWidgets() if each is not room.console
    )
