"""The display in the room, as the console works it."""

from pytestqt.qtbot import QtBot

from hearingdesk.domain.chair import Saying
from hearingdesk.ui.console.tabs import TabButton
from tests.ui.console.conftest import Clerk
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
    assert clerk.said == "Display: No second screen", "nobody sees it, so that nothing is said of what is seen"
    assert wall.pressed == ["blank", "freeze", ("Leave the room.",), (), "window"]


def test_the_tally_is_put_on_the_display_by_its_key_and_is_no_entry(qtbot: QtBot) -> None:
    """C-10: a choice of the chair about a screen; what is counted is on the record either way."""
    clerk, wall = with_wall(qtbot)
    entries = len(clerk.hearing.entries)
    seen = []
    for _ in range(2):
        clerk.press("Alt+Shift+F5")
        seen.append((clerk.said, wall.faces[-1].tally is not None))
    assert seen == [
        ("The tally is on the display between speakers, in pauses and after testimony; positions are not.", True),
        ("The tally is off the display.", False),
    ]
    assert len(clerk.hearing.entries) == entries


def test_what_lies_over_the_hearing_is_said_and_stands_in_the_status_bar_until_it_is_gone(qtbot: QtBot) -> None:
    """A wall that was blanked and forgotten is the rivals' commonest complaint: it has a sign of its own here."""
    clerk, _wall = with_wall(qtbot)
    clerk.press("F5")
    for key, said in (
        ("Shift+F5", "The display is blank. The same key shows the hearing again."),
        ("Ctrl+F5", "The display is held as it is, and says so. The same key lets it go on."),
        ("Ctrl+Shift+F5", "The room reads: Leave the room."),
    ):
        clerk.press(key)
        assert clerk.said == said
        assert clerk.console.status.wall.startswith("⚠ HDMI-1")
        clerk.press(key)
        assert clerk.said == "The display shows the hearing."
        assert clerk.console.status.wall.startswith("HDMI-1")


def test_a_screen_of_the_chairs_and_a_tally_are_filled_at_once(qtbot: QtBot) -> None:
    """Not with the next second: what is new on a screen is there with it."""
    clerk, wall = with_wall(qtbot)
    wall.wants_chair = True
    wall.changed.emit()
    assert len(wall.asides) == 1
    clerk.press("Alt+Shift+F5")
    assert wall.faces[-1].tally is not None
    clerk.press("Alt+Shift+F5")
    assert wall.faces[-1].tally is None


def test_the_chairs_part_is_made_with_each_act_and_each_minute_and_only_where_she_has_a_screen(qtbot: QtBot) -> None:
    clerk, wall = with_wall(qtbot)
    clerk.wait(1)
    assert wall.asides == []
    wall.wants_chair = True
    for _ in range(5):
        clerk.wait(1)
    made = len(wall.asides)
    assert made == 1, "nothing happened: seconds alone make nothing anew"
    clerk.press("Ctrl+Return", "Ctrl+Return")
    assert len(wall.asides) > made
    assert wall.asides[-1].forecast[0][0] == Saying("waiting", {"n": 0})
    made = len(wall.asides)
    clerk.wait(60)
    assert len(wall.asides) == made + 1


def test_a_line_about_the_display_does_not_outlive_what_it_says(qtbot: QtBot) -> None:
    """A screen that was gone comes back: the line below the buttons says so, unless another took its place."""
    clerk, wall = with_wall(qtbot)
    clerk.press("F5", "F5")
    assert clerk.said == "Display: No second screen"
    wall.live = True
    wall.state_changed.emit(wall.state)
    assert clerk.said == "Display: HDMI-1 1920×1080 ● live"
    clerk.console.say("Something else.")
    wall.live = False
    wall.state_changed.emit(wall.state)
    assert clerk.said == "Something else."


def test_console_and_display_count_the_heard_alike(qtbot: QtBot) -> None:
    """C-01: the person now speaking is heard from the start of the turn."""
    clerk, wall = with_wall(qtbot)
    clerk.press("Ctrl+Return")
    assert (wall.faces[-1].heard, heard_tab(clerk)) == (0, "Heard 0")
    clerk.press("Ctrl+Return")
    assert (wall.faces[-1].heard, heard_tab(clerk)) == (1, "Heard 1")


def heard_tab(clerk: Clerk) -> str:
    tabs = clerk.console.queue.findChildren(TabButton)
    return next(tab.accessibleName() for tab in tabs if tab.accessibleName().startswith("Heard"))
