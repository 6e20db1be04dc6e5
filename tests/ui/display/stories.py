"""Evenings with screens that come and go, each told in a program of its own: ``python -m … STORY [CONFIGURATION]``.

With a configuration the screens are Qt's offscreen ones; without, they are monitors of the X server on DISPLAY.
"""

import gc
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from hearingdesk.ui.console.display_sheet import DisplaySheet
from hearingdesk.ui.console.wall_acts import WallActs
from hearingdesk.ui.display.compose import Composer, Cover
from hearingdesk.ui.display.identify import ScreenNumber
from hearingdesk.ui.display.paint import DARK
from hearingdesk.ui.display.picture import Role
from hearingdesk.ui.display.ruler import Ruler
from hearingdesk.ui.display.screens import Identity
from hearingdesk.ui.display.wall import Wall
from hearingdesk.ui.display.window import DisplayWindow
from hearingdesk.ui.display.words import load_wording
from hearingdesk.ui.kit.look import dress
from tests.ui.display.faces import SPEAKING, clock
from tests.ui.display.plugs import LAPTOP, PROJECTOR, Plugged, plug, set_monitors

TELEVISION = Plugged("TV", -3840, 0, 3840, 2160)


class Room:
    """The clerk's console on the laptop, and a wall."""

    def __init__(self, app: QApplication, remembered: str = "") -> None:
        self.app = app
        self.kept = [remembered]
        self.console = QWidget()
        self.console.setGeometry(LAPTOP.rect.adjusted(20, 20, -20, -20))
        self.button = QPushButton("Call", self.console)
        self.console.show()
        self.console.activateWindow()
        self.button.setFocus()
        self.until(self.keys_go_to_the_console)
        self.said: list[str] = []
        composer = Composer(load_wording(), Ruler(app.font()))
        self.wall = Wall(composer, self.console.screen, lambda: self.kept[-1], self.kept.append)
        self.wall.state_changed.connect(self.said.append)
        self.wall.show_face(SPEAKING)

    def plug(self, *screens: Plugged) -> None:
        if self.app.platformName() == "xcb":
            there = [s for s in screens if s.rect in [screen.geometry() for screen in self.app.screens()]]
            if len(there) < len(screens) and there:  # a monitor that changes goes first, and comes back
                set_monitors(*there)
                self.until(lambda: len(self.app.screens()) == len(there))
            set_monitors(*screens)
            rects = sorted((screen.name, screen.rect.getRect()) for screen in screens)
            self.until(lambda: sorted((s.name(), s.geometry().getRect()) for s in self.app.screens()) == rects)
        else:
            plug(*screens)
        self.app.processEvents()

    def until(self, ready: Callable[[], bool], seconds: float = 20.0) -> None:
        """A limit for what never comes, not a promise of speed: the machine may be busy with other things."""
        end = time.monotonic() + seconds
        while not ready():
            assert time.monotonic() < end, f"not within {seconds} s: {ready}"
            self.app.processEvents()

    def fills(self, screen: Plugged) -> bool:
        window = self.wall.window
        full = window.isVisible() and window.isFullScreen() and window.geometry() == screen.rect
        return full and window.screen().name() == screen.name

    @staticmethod
    def on(window: QWidget, screen: Plugged) -> bool:
        """Whether this window fills that screen."""
        return window.isVisible() and window.isFullScreen() and window.geometry() == screen.rect

    def console_is_free(self) -> bool:
        """Nothing lies over the console, and the keys still go to it."""
        mine = self.console.geometry()
        others = [each for each in self.app.topLevelWidgets() if each.isVisible() and each is not self.console]
        return not [each for each in others if each.geometry().intersects(mine)]

    def console_is_on_the_glass(self) -> bool:
        """What the laptop's screen shows at the button is the button: nothing of the wall's ground."""
        at = self.button.mapToGlobal(self.button.rect().center())
        seen = self.app.screens()[0].grabWindow(0, at.x() - 20, at.y() - 8, 40, 16).toImage()
        dark = QColor(DARK.ground).rgb()
        return all(seen.pixel(x, y) != dark for x in range(seen.width()) for y in range(seen.height()))

    def keys_go_to_the_console(self) -> bool:
        return self.app.focusWidget() is self.button

    def says(self, role: Role) -> list[str]:
        return [text.text for text in self.wall.window.picture.texts(role)]


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
    assert Identity.read(room.kept[-1]) == Identity("PROJ", "", "1920x1080+1366+0")
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
    """Another resolution or place: the wall fits itself to it."""
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


def window(room: Room) -> None:
    """On one screen the wall may stand in an ordinary window, smaller than the screen."""
    room.plug(LAPTOP)
    room.wall.open_window()
    room.until(lambda: room.wall.live)
    assert not room.wall.window.isFullScreen()
    assert room.wall.window.width() < LAPTOP.width
    assert room.wall.state == "Window ● live"
    room.plug(LAPTOP, PROJECTOR)
    assert not room.wall.window.isFullScreen()
    room.wall.go_live()
    room.until(lambda: room.fills(PROJECTOR))
    room.wall.window.close()
    assert room.wall.state == "PROJ 1920×1080 ready · not live"


def remembered(room: Room) -> None:
    """Of several screens the remembered one is taken, wherever it stands in the list now."""
    room.kept.append(Identity("TV", "", "3840x2160+-3840+0").written())
    room.plug(LAPTOP, PROJECTOR, TELEVISION)
    again = Room(room.app, room.kept[-1])
    again.wall.go_live()
    again.until(lambda: again.fills(TELEVISION))
    assert sorted(again.wall.choices().values()) == ["2 · PROJ 1920×1080", "3 · TV 3840×2160"]
    other = next(identity for identity, words in again.wall.choices().items() if "PROJ" in words)
    again.wall.choose(other)
    again.until(lambda: again.fills(PROJECTOR))
    assert again.kept[-1] == other
    again.plug(LAPTOP, TELEVISION)
    assert not again.wall.live, "only the chosen screen, never another by itself"
    again.plug(LAPTOP, TELEVISION, PROJECTOR)
    again.until(lambda: again.fills(PROJECTOR))


def numbers(room: Room) -> None:
    """Every screen shows its number, the one it has in the choices, and the keys stay at the console."""
    room.wall.identify()
    cards = [each for each in room.app.topLevelWidgets() if isinstance(each, ScreenNumber)]
    assert [(card.number, card.screen().name()) for card in sorted(cards, key=lambda card: card.number)] == [
        (1, "LAPTOP"),
        (2, "PROJ"),
    ]
    assert all(card.screen().geometry().contains(card.geometry()) for card in cards)
    room.until(room.keys_go_to_the_console)


def chosen_on_the_sheet(room: Room) -> None:
    """The console's sheet lists the screens as they come and go, and moves the wall to the one that is picked."""
    sheet = DisplaySheet(room.wall, WallActs(room.wall, room.said.append))
    sheet.open_over(room.console)
    assert sheet.screen_of.editor.itemText(0) == "2 · PROJ 1920×1080"
    sheet.live.click()
    room.until(lambda: room.fills(PROJECTOR))
    room.plug(LAPTOP, PROJECTOR, TELEVISION)
    room.until(lambda: sheet.screen_of.editor.count() == 2)
    assert sheet.screen_of.value() == room.wall.chosen
    sheet.screen_of.editor.setCurrentIndex(1)
    sheet.screen_of.picked.emit()
    room.until(lambda: room.fills(TELEVISION))
    room.plug(LAPTOP)
    room.until(lambda: not sheet.screen_of.isEnabled())
    assert sheet.state.text() == "TV is gone · the display is hidden and comes back with it"


def outputs(room: Room) -> None:
    """Clock and queue on screens of their own: the same face, hidden with their screen, back with it."""
    wall = room.wall
    room.plug(LAPTOP, PROJECTOR, TELEVISION)
    projector, television = wall.choices()
    wall.choose(projector)
    wall.go_live()
    wall.put("clock", television)
    clock_window = next(each for each in room.app.topLevelWidgets() if room.on(each, TELEVISION))
    assert isinstance(clock_window, DisplayWindow)
    room.until(lambda: room.on(clock_window, TELEVISION))
    wall.show_face(clock(SPEAKING.clock.state, "3:40", 0.7))
    digits, names = ([text.text for text in clock_window.picture.texts(role)] for role in (Role.DIGITS, Role.NAME))
    assert ("".join(digits), names) == ("3:40", [])
    wall.put("queue", projector)
    assert not wall.shown_on("queue"), "the wall has that screen"
    room.plug(LAPTOP, PROJECTOR)
    assert not wall.shown_on("clock")
    assert room.console_is_free()
    room.plug(LAPTOP, PROJECTOR, TELEVISION)
    room.until(lambda: room.on(clock_window, TELEVISION))
    wall.take_down()
    room.until(lambda: wall.shown_on("queue"))
    wall.blank()
    assert clock_window.picture.pieces == ()
    room.until(room.keys_go_to_the_console)
    wall.put("queue", "")
    wall.put("clock", "")
    assert room.console_is_free()
    assert not wall.shown_on("clock")
    assert not wall.shown_on("queue")


def covers(room: Room) -> None:
    """Blank, freeze and message, each there and back, said in the state; blank is on the glass at once."""
    room.wall.go_live()
    room.until(lambda: room.fills(PROJECTOR))
    room.app.processEvents()
    begin = time.monotonic()
    room.wall.blank()
    room.app.processEvents()
    assert time.monotonic() - begin < 0.1
    assert room.wall.window.picture.pieces == ()
    assert room.wall.state == "PROJ 1920×1080 ● blank"
    room.wall.blank()
    room.wall.freeze()
    assert room.wall.state == "PROJ 1920×1080 ● frozen"
    room.wall.show_face(clock(SPEAKING.clock.state, "2:00", 0.4))
    assert "".join(room.says(Role.DIGITS)) == "3:47"
    room.wall.freeze()
    assert "".join(room.says(Role.DIGITS)) == "2:00"
    room.wall.message(room.wall.messages()["emergency"])
    assert room.wall.state == "PROJ 1920×1080 ● message"
    room.wall.show_face(replace(SPEAKING, time="6:48 PM"))
    assert "Please leave the building" in " ".join(room.says(Role.HEADLINE))
    room.wall.message()
    assert room.wall.cover is Cover.NONE
    assert room.says(Role.NAME) == ["Dr. Lucinda Hargrove"]


def fifty_times(room: Room) -> None:
    """Fifty cycles: each time hidden, each time back, and nothing is left behind."""
    room.wall.go_live()
    room.plug(LAPTOP)
    room.plug(LAPTOP, PROJECTOR)
    gc.collect()
    windows, objects = len(QGuiApplication.allWindows()), len(gc.get_objects())
    slowest = 0.0
    for second in range(50):
        room.plug(LAPTOP)
        assert room.console_is_free()
        room.wall.show_face(clock(SPEAKING.clock.state, f"2:{second:02}", 0.5))
        begin = time.monotonic()
        room.plug(LAPTOP, PROJECTOR)
        room.until(lambda: room.fills(PROJECTOR))
        slowest = max(slowest, time.monotonic() - begin)
    gc.collect()
    assert len(QGuiApplication.allWindows()) == windows
    assert len(gc.get_objects()) - objects < 2000
    room.until(room.keys_go_to_the_console)
    assert slowest < 1


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


STORIES = [
    start,
    unplug,
    replug,
    taken_down,
    resolution,
    pushed,
    swap,
    mirrored,
    laptop_closed,
    only_screen,
    window,
    remembered,
    numbers,
    chosen_on_the_sheet,
    outputs,
    covers,
    fifty_times,
    close,
]


def main(name: str, configuration: str = "") -> None:
    platform = f"offscreen:configfile={configuration}" if configuration else "xcb"
    if not configuration:
        set_monitors(LAPTOP, PROJECTOR)
    app = QApplication(["hearingdesk", "-platform", platform])
    dress(app)
    story = next(story for story in STORIES if story.__name__ == name)
    story(Room(app))


if __name__ == "__main__":
    main(*sys.argv[1:])
