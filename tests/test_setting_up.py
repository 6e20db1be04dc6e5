"""What the set-up screens are handed."""

from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from hearingdesk.clock import SystemClock
from hearingdesk.library import USUAL_CONCERNS, USUAL_PROFILE
from hearingdesk.office import Office
from hearingdesk.setting_up import setup_screen


def test_a_new_body_starts_with_the_same_rules_in_the_window_as_at_the_command_line(
    qtbot: QtBot, tmp_path: Path
) -> None:
    office = Office(tmp_path, SystemClock())
    screen = setup_screen(office, date(2026, 2, 5), "America/Chicago", lambda _id, _path: None)
    qtbot.addWidget(screen)
    assert screen.profile.value().name == USUAL_PROFILE
    assert screen.concerns.value() == office.library.concerns(USUAL_CONCERNS).concern
