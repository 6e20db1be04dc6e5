"""The display of a hearing that is opened again: up as it was, said, and only as long as there is a meeting."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hearingdesk import app
from hearingdesk.domain import rules
from hearingdesk.domain.values import Contact
from tests.journeys.clerk import HEARING, Clerk


@pytest.fixture
def clerk(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Clerk]:
    monkeypatch.setattr(app, "PLACED", 0)
    made = Clerk(tmp_path / "data")
    made.prepare("Ann Lee")
    made.windows.open_hearing(HEARING)
    made.wall.wear(theme="light")
    made.wall.open_window(made.wall.add("chair"))
    made.wall.open_window()
    yield made
    made.leave()


def test_a_hearing_opened_again_has_its_display_and_says_so(clerk: Clerk, qtbot: QtBot) -> None:
    clerk.console.close()
    clerk.windows.open_hearing(HEARING)
    assert not clerk.wall.live, "not before the console has found its place"
    qtbot.waitUntil(lambda: clerk.wall.live)
    assert clerk.said == "Up again as before: Display in the room: Window, Chair's screen: Window."
    assert clerk.wall.setup().worn == "light"
    assert clerk.console.status.wall == "Window ● live · 1 more on"


def test_after_adjournment_the_record_is_opened_without_a_display(clerk: Clerk, qtbot: QtBot) -> None:
    desk = clerk.windows.opened()[2]
    desk.record(rules.call_to_order, presiding="brennan")
    desk.record(rules.adjourn)
    clerk.console.close()
    clerk.windows.open_hearing(HEARING)
    qtbot.wait(20)
    assert not clerk.wall.live
    assert list(clerk.wall.outputs().values()) == ["Display in the room", "Chair's screen"]


def test_the_chairs_screen_is_told_by_the_program_how_names_are_said(clerk: Clerk) -> None:
    """The whole road: a contact kept beside the journal, onto her screen and onto no other."""
    desk = clerk.windows.opened()[2]
    desk.keep_contact(1, Contact(pronunciation="an-LEE", phone="414 555 0100"))
    desk.record(rules.call_to_order, presiding="brennan")
    desk.record(rules.take_up, item="1")
    desk.record(rules.call_next)
    (chair,) = (name for name in clerk.wall.outputs() if name != "wall")
    hers, rooms = ([text.text for text in clerk.wall.picture(name).texts()] for name in (chair, "wall"))
    assert "say: an-LEE" in hers
    assert not [text for text in rooms if "an-LEE" in text]
    assert not [text for text in (*hers, *rooms) if "0100" in text]
