"""The console and every sheet at every size, text and theme: nothing clipped, nothing outside, every focus seen."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hearingdesk.app import hang_wall
from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.values import Position
from hearingdesk.ui.console.sheets.sheet import DrawerSheet
from hearingdesk.ui.console.window import Console
from hearingdesk.ui.kit.button import KeyButton
from hearingdesk.ui.kit.lines import LinesView
from hearingdesk.ui.kit.look import Theme, dress
from hearingdesk.ui.kit.sheet import Sheet
from hearingdesk.ui.kit.text import label
from tests.builders import PROFILE, Evening, commenting
from tests.conftest import let_go
from tests.fakes import FakeClock, MemoryJournal
from tests.ui.console.looks import without_ring, wrong

LONG = "Maria-Guadalupe Villanueva-Schwartzenberger de la Cruz y Montoya"
SIZES = [(1366, 768), (1920, 1080)]
GROWN = [1.0, 1.5, 2.0]


def busy() -> Evening:
    """Someone with a long name speaks; others were heard, wait, wrote; a concern came up that nobody has defined."""
    evening = commenting(PROFILE, "Ann Lee", LONG, "Bo Cruz", "Nguyễn Thị Hạnh")
    evening.turn(1, marks=("PRIV",), stated=Position.OPPOSE)
    evening.act(rules.add_concern, label="Sharing with federal immigration enforcement and other agencies")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    evening.act(rules.raise_concern, code="MISID")
    return evening


@contextmanager
def at_work(qtbot: QtBot, theme: Theme, grown: float, size: tuple[int, int]) -> Iterator[Console]:
    """The console in this look, with a display; the look of the other tests is back afterwards."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app, theme, grown)
    evening = busy()
    wall = hang_wall()
    console = Console(
        Desk(MemoryJournal(evening.hearing.entries), FakeClock(evening.now)),
        wall=wall,
        read_files=lambda: None,
        on_export=lambda: None,
    )
    try:
        with qtbot.waitActive(console):
            console.show()
        console.resize(*size)
        yield console
    finally:
        console.close()
        console.deleteLater()
        wall.close()
        let_go()
        dress(app)


def sheets(console: Console) -> Iterator[tuple[str, Sheet]]:
    """Each sheet that an act of the table opens, open."""
    for name, action in console.keys.table.items():
        if not action.name.endswith("…") and name not in ("keys", "commands"):
            continue
        console.queue.choose(2)
        console.journal.list.choose(len(console.journal.rows))
        console.open_sheet("") if action.refusal() else action.call()
        if (sheet := console.sheet) is None:
            continue
        yield name, sheet
        sheet.close_sheet()
        let_go()


def drawers(sheet: Sheet) -> Iterator[str]:
    """The letter of each drawer, while it is open."""
    if not isinstance(sheet, DrawerSheet):
        return
    for view in sheet.findChildren(LinesView):
        for letter in view.letters:
            view.letter.emit(letter)
            if sheet.drawer is not None:
                QApplication.processEvents()
                yield letter
                sheet.shut_drawer()


@pytest.mark.parametrize("grown", GROWN)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_clipped_outside_or_too_small(qtbot: QtBot, size: tuple[int, int], grown: float) -> None:
    with at_work(qtbot, Theme.LIGHT, grown, size) as console:
        QApplication.processEvents()
        assert (console.width(), console.height()) == size
        found = {"console": wrong(console)}
        for name, sheet in sheets(console):
            QApplication.processEvents()
            assert console.rect().contains(sheet.geometry())
            found[name] = wrong(sheet)
            for letter in drawers(sheet):
                found[f"{name} {letter}"] = wrong(sheet)
        assert {name: what for name, what in found.items() if what} == {}
        assert len(found) > 20


@pytest.mark.parametrize("theme", Theme)
def test_every_control_shows_that_it_has_the_focus(qtbot: QtBot, theme: Theme) -> None:
    with at_work(qtbot, theme, 1.0, SIZES[0]) as console:
        QApplication.processEvents()
        found = {"console": without_ring(console)}
        for name, sheet in sheets(console):
            found[name] = without_ring(sheet)
        assert {name: what for name, what in found.items() if what} == {}


def test_what_is_wrong_is_found(qtbot: QtBot) -> None:
    """The measure itself bites: one window with one of each."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    cut, outside, small = label("A sentence that needs room"), label("Here"), QPushButton()
    wrapped = label("Words that need three lines and have one only, as one can see", wrap=True)
    key = KeyButton("Done, call next", "Ctrl+Return")
    typed = QLineEdit()
    typed.setPlaceholderText("Find or add a speaker in this box")
    for part, box in (
        (cut, (0, 0, 40, 20)),
        (outside, (390, 50, 100, 20)),
        (small, (0, 80, 60, 20)),
        (wrapped, (0, 110, 120, 20)),
        (key, (0, 140, 60, 32)),
        (typed, (0, 180, 60, 32)),
    ):
        part.setParent(window)
        part.setGeometry(*box)
    small.setAccessibleName("tiny")
    small.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    with qtbot.waitActive(window):
        window.show()
    said = "\n".join(wrong(window))
    for words in ("“A sentence", "outside: PlainLabel “Here”", "small: QPushButton “tiny”", "“Words", "“Done"):
        assert words in said
    assert "the placeholder of" in said
    assert len(wrong(window)) == 6


class Dull(QWidget):
    """Takes the focus and does not show it."""


def test_a_control_that_hides_its_focus_is_found(qtbot: QtBot) -> None:
    window, dull, shown = QWidget(), Dull(), QLineEdit()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    for part in (dull, shown):
        part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        part.setMinimumSize(80, 30)
        layout.addWidget(part)
    dull.setAccessibleName("dull")
    with qtbot.waitActive(window):
        window.show()
    assert without_ring(window) == ["Dull “dull”"]
    assert shown.mapTo(window, QPoint(0, 0)).y() > 0
