"""Colours are chosen in the middle of an evening: every window there is looks as one made in them."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.ui.console.window import Console
from hearingdesk.ui.kit.look import Theme, dress, system_theme
from hearingdesk.ui.kit.wardrobe import WORDS, Wardrobe
from tests.builders import PROFILE, commenting
from tests.fakes import FakeClock, MemoryJournal


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    dress(qapp, system_theme())
    flash = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield qapp
    qapp.setCursorFlashTime(flash)
    dress(qapp)


def console(qtbot: QtBot) -> Console:
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    evening.wait(140)
    made = Console(Desk(MemoryJournal(evening.hearing.entries), FakeClock(evening.now), "rd"))
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def picture(made: Console) -> QImage:
    QApplication.processEvents()
    return made.grab().toImage()


@pytest.mark.parametrize("theme", [Theme.DARK, Theme.CONTRAST])
def test_windows_that_are_there_look_as_those_made_in_the_colours(
    app: QApplication, qtbot: QtBot, theme: Theme
) -> None:
    there = console(qtbot)
    before = picture(there)
    wardrobe = Wardrobe(app, lambda: Theme.LIGHT, lambda _: None)
    while WORDS[theme] != wardrobe.change():
        pass
    after = picture(there)
    there.hide()
    assert after == picture(console(qtbot))
    assert after != before


def test_the_choice_is_kept_until_the_desktop_has_its_way_again(app: QApplication) -> None:
    kept = ["dark"]
    wardrobe = Wardrobe(app, lambda: kept[-1], kept.append)
    said = [wardrobe.change() for _ in range(3)]
    assert said == ["Colours: high contrast", "Colours: as the desktop has them", "Colours: light"]
    assert kept == ["dark", "contrast", "", "light"]


def test_what_is_no_choice_is_the_desktops(app: QApplication) -> None:
    assert Wardrobe(app, lambda: "mauve", lambda _: None).change() == "Colours: light"
