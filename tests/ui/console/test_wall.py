"""The display in the room, as the console works it."""

from pytestqt.qtbot import QtBot

from tests.ui.console.wall_fakes import with_wall


def test_console_and_wall_show_the_same_moment(qtbot: QtBot) -> None:
    clerk, wall = with_wall(qtbot)
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.wait(10)
    assert wall.faces[-1].clock.text == clerk.console.floor.clock.digits == "2:50"
    assert wall.faces[-1].speaker is not None


def test_the_wall_has_one_key_for_each_thing(qtbot: QtBot) -> None:
    clerk, wall = with_wall(qtbot)
    clerk.press("F5")
    assert clerk.console.status.wall == "HDMI-1 1920×1080 ● live"
    clerk.press("F5", "Shift+F5", "Ctrl+F5", "Ctrl+Shift+F5", "Ctrl+Shift+F5", "Alt+F5")
    assert clerk.console.status.wall == "No second screen"
    assert clerk.said == "Display: No second screen"
    assert wall.pressed == ["blank", "freeze", ("Leave the room.",), (), "window"]
