"""Large text: fewer columns before a word is cut, and what takes the keys comes into view (A-04)."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from hearingdesk.ui.kit.look import Theme, dress
from tests.builders import PROFILE, commenting
from tests.ui.console.conftest import AtConsole


@pytest.fixture
def grown(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[float]:
    dress(qapp, Theme.LIGHT, grown=request.param)
    yield request.param
    dress(qapp, Theme.LIGHT)


@pytest.mark.parametrize(("grown", "columns"), [(1.0, 3), (1.5, 2), (2.0, 1)], indirect=["grown"])
def test_no_panel_is_narrower_than_its_words_on_a_laptop(at_console: AtConsole, grown: float, columns: int) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz"))
    console = clerk.console
    console.resize(1366, 768)
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+1")
    assert console.columns == columns
    for panel in (console.queue, console.floor, console.concerns, console.journal, console.header):
        assert panel.width() >= panel.minimumSizeHint().width(), panel.accessibleName()
    wide = max(panel.mapTo(console, panel.rect().topRight()).x() for panel in (console.floor, console.queue))
    assert wide < console.width()


@pytest.mark.parametrize("grown", [2.0], indirect=True)
def test_at_twice_the_size_the_keys_bring_their_panel_into_view(at_console: AtConsole, grown: float) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz"))
    for key, field in (("Ctrl+K", clerk.console.queue.finder), ("Ctrl+J", clerk.console.journal.finder)):
        clerk.press(key)
        top = field.mapTo(clerk.console, field.rect().topLeft()).y()
        assert clerk.console.header.height() <= top <= clerk.console.status.y() - field.height(), grown


def test_with_more_room_the_columns_come_back(at_console: AtConsole) -> None:
    console = at_console(commenting(PROFILE, "Ann Lee")).console
    console.resize(1000, 700)
    assert console.columns == 2
    console.resize(1366, 768)
    assert console.columns == 3
