"""A review window with a real desk, a page drawer that remembers what was wished, and a keyboard."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from threading import Event as Gate

import pytest
from pytestqt.qtbot import QtBot

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.values import MinutesLevel
from hearingdesk.domain.wording import words
from hearingdesk.ui.kit.sheet import Sheet
from hearingdesk.ui.review.outside import Outside
from hearingdesk.ui.review.preview import Wish
from hearingdesk.ui.review.window import ReviewWindow
from tests.builders import PROFILE, Evening, commenting
from tests.fakes import FakeClock, MemoryJournal
from tests.keyboard import Keyboard

TEXT = "Said that cameras follow everybody home."


@dataclass(frozen=True)
class White:
    """A page without a word."""

    number: int
    of: int
    width: int
    height: int = 50

    @property
    def pixels(self) -> bytes:
        return b"\xff" * (3 * self.width * self.height)


@dataclass
class Drawer:
    """Draws white pages; while ``gate`` is closed it waits, and with ``fault`` it fails."""

    wishes: list[Wish] = field(default_factory=list)
    gate: Gate = field(default_factory=Gate)
    fault: Exception | None = None

    def __call__(self, wish: Wish) -> White:
        self.wishes.append(wish)
        assert self.gate.wait(10)
        if self.fault:
            raise self.fault
        return White(wish.number or 1, 3, wish.width)


@dataclass
class Reviewer(Keyboard):
    """One person at the review window; ``asked`` is what was asked of the program around it."""

    window: ReviewWindow
    desk: Desk
    journal: MemoryJournal
    drawer: Drawer
    asked: list[str]
    qtbot: QtBot

    @property
    def hearing(self) -> Hearing:
        return self.desk.hearing

    @property
    def last(self) -> str:
        return words(self.hearing.entries[-1], self.hearing)

    @property
    def listed(self) -> list[str]:
        """The list as it is read aloud."""
        return [line.words for line in self.window.list.lines.rows]

    def drawn(self) -> Wish:
        """The page that is there once the drawing has come to rest."""
        with self.qtbot.waitSignal(self.window.preview.drawn, timeout=5000):
            pass
        return self.drawer.wishes[-1]


Review = Callable[[Evening], Reviewer]


def reviewed_evening() -> Evening:
    """Three were heard: one is done, one not coded and without a summary, one of uncertain name."""
    evening = commenting(replace(PROFILE, minutes_level=MinutesLevel.SUMMARY))
    evening.register("Ann Lee")
    evening.register("Bo Cruz")
    evening.register("Cy Vang", name_uncertain=True)
    for slip, marks in ((1, ("PRIV",)), (2, ()), (3, ("MISID",))):
        evening.turn(slip, 60, marks)
        if slip != 2:
            evening.act(rules.write_summary, slip=slip, text=TEXT)
    evening.act(rules.adjourn)
    return evening


@pytest.fixture
def review(qtbot: QtBot) -> Iterator[Review]:
    made: list[Reviewer] = []

    def opened(evening: Evening) -> Reviewer:
        journal, asked = MemoryJournal(evening.hearing.entries), list[str]()
        desk = Desk(journal, FakeClock(evening.now), "rd")
        drawer = Drawer()
        drawer.gate.set()

        def take_back(_desk: Desk) -> Sheet | str:
            asked.append("take back")
            return "minutes.docx is no Word file."

        window = ReviewWindow(desk, Outside(drawer, take_back, lambda: asked.append("export")))
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        made.append(Reviewer(window, desk, journal, drawer, asked, qtbot))
        return made[-1]

    yield opened
    for one in made:
        one.drawer.gate.set()
        one.window.close()


@pytest.fixture
def reviewer(review: Review) -> Reviewer:
    return review(reviewed_evening())
