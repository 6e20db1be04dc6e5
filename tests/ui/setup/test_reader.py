"""What a screen reader finds in the docket and the set-up screens: names, roles, sentences, true values."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hearingdesk.domain.standing import KeptBody
from hearingdesk.office import Office
from hearingdesk.resources import asset
from hearingdesk.sample import sample_hearing
from hearingdesk.setting_up import agenda_screen, import_screen, setup_screen, standing_screen
from hearingdesk.ui.docket import DocketAct, DocketWindow
from hearingdesk.ui.kit.look import TARGET, px
from hearingdesk.ui.setup.files import PastedRows
from hearingdesk.ui.setup.screen import Screen
from hearingdesk.ui.setup.standing import StandingScreen
from tests.builders import BODY, CONCERNS, PROFILE
from tests.fakes import FakeClock
from tests.keyboard import Keyboard
from tests.ui.console.test_accessible_tree import NAME, NO_ROLES, VALUE, tree

TODAY = date(2026, 2, 5)
DESCRIPTION = QAccessible.Text.Description
ROWS = "Full name\tItem\tFor\nAda Bell\t1, 6\t\nADA BELL\t1\tUnited\nPage 1 of 2\t\t\n"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path / "data", FakeClock(), "rd")
    made.keep_body(KeptBody(BODY, PROFILE, CONCERNS))
    yield made
    made.close()


def docket(office: Office) -> DocketWindow:
    sample_hearing(office)
    return _docket(office)


def welcome(office: Office) -> DocketWindow:
    return _docket(office)


def _docket(office: Office) -> DocketWindow:
    return DocketWindow(
        office.docket,
        open_hearing=str,
        new_hearing=list,
        sample=list,
        standing=list,
        dropped=lambda _paths, _hearing: None,
        now=lambda: office.clock.now().utc,
        acts=[DocketAct("Export", "Ctrl+E", str)],
    )


def new_hearing(office: Office) -> Screen:
    made = setup_screen(office, TODAY, "America/Chicago", lambda _id, _source: None)
    made.take_files(asset("sample/agenda.csv"), asset("sample/sign-ups.csv"))
    return made


def sign_ups(office: Office) -> Screen:
    made = import_screen(office, office.desk(sample_hearing(office)))
    made.open_file(PastedRows(ROWS))
    made.rows.table.choose(3)
    return made


def agenda(office: Office) -> Screen:
    made = agenda_screen(office, office.desk(sample_hearing(office)))
    made.drop_field().take(asset("sample/agenda.csv"))
    return made


def standing(page: str) -> Callable[[Office], StandingScreen]:
    def made(office: Office) -> StandingScreen:
        screen = standing_screen(office, TODAY)
        screen.show_page(page)
        return screen

    return made


WINDOWS: dict[str, Callable[[Office], QWidget]] = {
    "docket": docket,
    "welcome": welcome,
    "new hearing": new_hearing,
    "sign-ups": sign_ups,
    "agenda": agenda,
    **{page: standing(page) for page in ("Bodies", "Rules", "Concerns")},
}


@pytest.fixture(params=WINDOWS)
def window(request: pytest.FixtureRequest, office: Office, qtbot: QtBot) -> QWidget:
    made = WINDOWS[request.param](office)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    QApplication.processEvents()
    return made


def controls(window: QWidget) -> list[QAccessibleInterface]:
    return [found for found in tree(window) if found.state().focusable]


def test_every_control_has_a_name_and_a_role(window: QWidget) -> None:
    found = controls(window)
    assert len(found) > 2
    for control in found:
        assert control.text(NAME).strip(), control.object()
        assert control.role() not in NO_ROLES, control.text(NAME)


def test_no_two_fields_have_the_same_name(window: QWidget) -> None:
    edits = QAccessible.Role.EditableText, QAccessible.Role.ComboBox
    fields = [control.object() for control in controls(window) if control.role() in edits]
    names = [field.accessibleName() for field in fields if isinstance(field, QWidget)]
    assert sorted(names) == sorted(set(names))


def test_every_target_is_large_enough(window: QWidget) -> None:
    for control in controls(window):
        held = control.object()
        assert isinstance(held, QWidget)
        assert held.height() >= px(TARGET), control.text(NAME)


def test_nothing_needs_a_bar_from_left_to_right(window: QWidget) -> None:
    for area in window.findChildren(QWidget):
        bar = getattr(area, "horizontalScrollBar", None)
        if bar is not None and area.isVisible() and not area.accessibleName():
            assert bar().maximum() == 0, area


def test_a_sentence_beside_a_field_is_its_description(office: Office, qtbot: QtBot, keys: Keyboard) -> None:
    screen = standing_screen(office, TODAY)
    qtbot.addWidget(screen)
    with qtbot.waitActive(screen):
        screen.show()
    keys.chord("Alt+2")
    limit = screen.profile_form.lines["base_limit"]
    keys.to(limit.editor)
    keys.press("soon")
    told = QAccessible.queryAccessibleInterface(limit.editor)
    assert told.text(VALUE) == "soon"
    assert told.text(DESCRIPTION) == limit.sentence
    assert limit.sentence
