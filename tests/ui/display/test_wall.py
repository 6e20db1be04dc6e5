"""The wall as the desk knows it, on the one screen of a laptop: previews, covers, and what is said of it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from hearingdesk.domain.face import ClockState
from hearingdesk.ui.display.compose import Composer, Cover, Showing
from hearingdesk.ui.display.picture import Picture, Role
from hearingdesk.ui.display.view import WallPreview
from hearingdesk.ui.display.wall import Wall
from tests.ui.display.faces import SCENES, SPEAKING, clock


@pytest.fixture
def wall(qtbot: QtBot, composer: Composer) -> Iterator[Wall]:
    made = Wall(composer)
    made.show_face(SPEAKING)
    yield made
    made.close()


def shown(preview: WallPreview) -> str:
    return preview.accessibleDescription()


def test_one_screen_is_said_and_left_alone(wall: Wall) -> None:
    wall.go_live()
    assert not wall.live
    assert wall.state == "No second screen"


def test_the_preview_follows_the_hearing_before_anything_is_live(qtbot: QtBot, wall: Wall) -> None:
    preview = wall.preview()
    qtbot.addWidget(preview)
    assert "Dr. Lucinda Hargrove" in shown(preview)
    wall.show_face(SCENES["recess"])
    assert "Recess" in shown(preview)
    wall.blank()
    assert shown(preview) == ""


def test_the_preview_shows_what_the_window_shows(qtbot: QtBot, wall: Wall) -> None:
    preview = wall.preview()
    qtbot.addWidget(preview)
    with qtbot.waitSignal(wall.state_changed) as told:
        wall.open_window()
    assert told.args == ["Window ● live"]
    qtbot.waitUntil(lambda: wall.live)
    wall.show_face(replace(SPEAKING, time="6:48 PM"))
    assert "6:48 PM" in shown(preview)
    assert wall.picture() == wall.window.picture
    wall.freeze()
    wall.show_face(replace(SPEAKING, time="6:55 PM"))
    assert "6:48 PM" in shown(preview)
    assert "Held" in shown(preview)


def test_a_window_drawn_to_another_shape_is_so_in_its_small_copy_too(qtbot: QtBot, wall: Wall) -> None:
    """Held as well, when no second brings a new picture."""
    preview = wall.preview()
    qtbot.addWidget(preview)
    wall.show_face(SPEAKING)
    wall.open_window()
    wall.freeze()
    wall.window.resize(640, 480)
    assert preview.heightForWidth(640) == 480


def test_a_preview_that_is_gone_is_forgotten(qtbot: QtBot, wall: Wall) -> None:
    preview = wall.preview()
    gone: list[int] = []
    preview.destroyed.connect(lambda *_: gone.append(1))
    preview.deleteLater()
    qtbot.waitUntil(lambda: bool(gone))
    wall.show_face(SCENES["closed"])
    assert wall._previews == []


def test_a_state_is_told_once(qtbot: QtBot, wall: Wall) -> None:
    told: list[str] = []
    wall.state_changed.connect(told.append)
    wall.open_window()
    wall.blank()
    for second in range(3):
        wall.show_face(replace(SPEAKING, time=f"6:5{second} PM"))
    wall.blank()
    assert told == ["Window ● live", "Window ● blank", "Window ● live"]


def test_a_message_may_be_laid_over_a_frozen_wall(wall: Wall) -> None:
    wall.freeze()
    wall.message(("Overflow seating is open",))
    assert wall.cover is Cover.MESSAGE
    wall.show_face(replace(SPEAKING, time="6:50 PM"))
    wall.message()
    assert "6:50 PM" in [text.text for text in wall.picture().texts(Role.HEADER)]


def test_a_message_needs_no_hearing(qtbot: QtBot, composer: Composer) -> None:
    """An emergency may come before the first face."""
    wall = Wall(composer)
    wall.message(wall.messages()["emergency"])
    assert "nearest exit" in " ".join(text.text for text in wall.picture().texts())
    wall.close()


def test_every_output_shows_the_same_second_at_the_same_moment(wall: Wall) -> None:
    """From one face, one arithmetic: no two clocks in the room that disagree."""
    names = ["wall", *(wall.add(kind) for kind in ("clock", "lower", "chair"))]
    for name in names:
        wall.open_window(name)
    for second in (47, 46, 45):
        wall.show_face(clock(ClockState.RUNNING, f"3:{second}", 0.7))
        shown = ["".join(text.text for text in wall.picture(name).texts(Role.DIGITS)) for name in names]
        assert shown == [f"3:{second}"] * len(names)


def test_what_nobody_sees_is_not_composed(wall: Wall, monkeypatch: pytest.MonkeyPatch) -> None:
    composed: list[object] = []
    whole = Composer.picture

    def picture(self: Composer, showing: Showing, width: int, height: int) -> Picture:
        composed.append(showing)
        return whole(self, showing, width, height)

    monkeypatch.setattr(Composer, "picture", picture)
    for kind in wall.kinds():
        wall.add(kind)
    composed.clear()
    wall.show_face(clock(ClockState.RUNNING, "3:46", 0.7))
    assert composed == []
    wall.open_window()
    assert composed
