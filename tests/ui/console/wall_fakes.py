"""A display that only remembers, and a clerk who has one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from hearingdesk.desk import Desk
from hearingdesk.domain.chair import ChairFace
from hearingdesk.domain.face import Face
from hearingdesk.ui.console.window import Console
from tests.builders import PROFILE, commenting
from tests.fakes import FakeClock, MemoryJournal
from tests.ui.console.conftest import Clerk


class FakeWall(QObject):
    """A display that only remembers."""

    state_changed = Signal(str)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.faces: list[Face] = []
        self.pressed: list[object] = []
        self.told: tuple[str, ...] = ()
        self.live = False
        self.tally = False
        self.wants_chair = False
        self.attention = False
        self.cover = "none"
        self.asides: list[ChairFace] = []

    @property
    def state(self) -> str:
        return "HDMI-1 1920×1080 ● live" if self.live else "No second screen"

    def show_face(self, face: Face) -> None:
        self.faces.append(face)

    def show_chair(self, aside: ChairFace) -> None:
        self.asides.append(aside)

    def show_tally(self, *, on: bool) -> None:
        self.tally = on
        self.changed.emit()

    def toggle(self) -> None:
        self.live = not self.live
        self.state_changed.emit(self.state)

    def open_window(self) -> None:
        self.pressed.append("window")

    def blank(self) -> None:
        self.pressed.append("blank")
        self._lay("blank")

    def freeze(self) -> None:
        self.pressed.append("freeze")
        self._lay("frozen")

    def _lay(self, cover: str) -> None:
        self.cover = "none" if self.cover == cover else cover
        self._tell()

    def _tell(self) -> None:
        self.attention = self.cover != "none"
        self.state_changed.emit(self.state)
        self.changed.emit()

    def message(self, words: Sequence[str] = ()) -> None:
        self.told = tuple(words)
        self.pressed.append(self.told)
        self.cover = "message" if self.told else "none"
        self._tell()

    def messages(self) -> Mapping[str, Sequence[str]]:
        return {"emergency": ("Leave the room.",)}


def with_wall(qtbot: QtBot) -> tuple[Clerk, FakeWall]:
    evening = commenting(PROFILE, "Ann Lee")
    journal, clock, wall = MemoryJournal(evening.hearing.entries), FakeClock(evening.now), FakeWall()
    desk = Desk(journal, clock, "rd")
    console = Console(desk, wall=wall)  # type: ignore[arg-type]  # a class attribute Signal is an instance on objects
    qtbot.addWidget(console)
    with qtbot.waitActive(console):
        console.show()
    return Clerk(console, desk, clock, journal, []), wall
