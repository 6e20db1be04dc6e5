"""Docket, set-up, import, export and review at every size of screen and text: nothing clipped, nothing outside."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hearingdesk.app import Windows
from hearingdesk.domain.moments import moment
from hearingdesk.office import Office
from hearingdesk.resources import asset
from hearingdesk.sample import sample_hearing
from hearingdesk.script import ScriptClock
from hearingdesk.setting_up import agenda_screen, doubles_screen, import_screen, setup_screen, standing_screen
from hearingdesk.ui.kit.look import Theme, dress
from tests.conftest import let_go
from tests.ui.console.looks import wrong

TONIGHT = moment(datetime(2026, 2, 20, 2, 42, 30, tzinfo=UTC))
LOOKS = [((1366, 768), 1.0), ((1366, 768), 1.5), ((1366, 768), 2.0), ((1920, 1080), 1.5)]


@contextmanager
def at_the_desk(data: Path, grown: float) -> Iterator[tuple[Office, Windows]]:
    """The whole program in this size of text; the look of the other tests is back afterwards."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app, Theme.LIGHT, grown)
    office = Office(data, ScriptClock(TONIGHT), "rd")
    windows = Windows(office)
    try:
        yield office, windows
    finally:
        windows.close()
        office.close()
        let_go()
        dress(app)


def screens(office: Office, windows: Windows) -> Iterator[tuple[str, QWidget]]:
    """Every window that is not the console, made one after the other."""
    yield "welcome", _front(windows)
    windows.open_hearing(sample_hearing(office))
    console, _, desk = windows.opened()
    day = office.clock.now().utc.date()
    sign_ups = import_screen(office, desk)
    sign_ups.open_file(asset("sample/sign-ups.csv"))
    standing = standing_screen(office, day)
    yield "import", sign_ups
    yield "agenda", agenda_screen(office, desk)
    yield "doubles", doubles_screen(desk)
    yield "new hearing", setup_screen(office, day, "America/Chicago", lambda _id, _path: None)
    for page in ("Bodies", "Rules", "Concerns"):
        standing.show()
        standing.show_page(page)
        yield f"standing {page}", standing
    hearing = office.docket()[0].id
    yield "review", windows.show_review(hearing, desk)
    yield "export", windows.show_export(hearing, desk)
    console.close()
    yield "docket", _front(windows)


def _front(windows: Windows) -> QWidget:
    windows.show_docket()
    front = windows.front()
    assert front is not None
    return front


@pytest.mark.parametrize(("size", "grown"), LOOKS)
def test_nothing_is_clipped_outside_or_too_small(
    qtbot: QtBot, tmp_path: Path, size: tuple[int, int], grown: float
) -> None:
    found: dict[str, list[str]] = {}
    with at_the_desk(tmp_path, grown) as (office, windows):
        for name, window in screens(office, windows):
            window.showNormal()
            window.resize(*size)
            for _ in range(3):  # what grew tells what holds it
                QApplication.processEvents()
            found[name] = wrong(window)
            window.hide()
    assert {name: what for name, what in found.items() if what} == {}
    assert len(found) == 11
