"""Those registered who are likely the same person: side by side, both kept unless the clerk sets one aside."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.values import Channel, SignUp, Standing
from hearingdesk.office import Office
from hearingdesk.setting_up import doubles_screen, import_screen
from hearingdesk.ui.setup.doubles import DoublesScreen, pairs
from hearingdesk.ui.setup.screen import Screen
from tests.builders import AGENDA, BODY, CONCERNS, MEETING, PROFILE
from tests.fakes import FakeClock
from tests.keyboard import Keyboard

Key = Qt.Key
Show = Callable[[Screen], Screen]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    office = Office(tmp_path / "data", FakeClock(), "rd")
    desk = office.desk(office.create(BODY, MEETING, PROFILE, CONCERNS, AGENDA))
    ada = SignUp("1", "Ada Bell", organisation="Northside Tenants", channel=Channel.PAPER)
    for sign_up in (
        ada,
        SignUp("1", "Bo Lund"),
        replace(ada, name="ada  BELL", organisation=""),
        SignUp("6", "Ada Bell"),
    ):
        desk.record(rules.register_speaker, sign_up=sign_up)
    desk.record(rules.register_speaker, sign_up=SignUp("1", "Bo Lund", place="Old Harbor"))
    return desk


def shown(show: Show, desk: Desk) -> DoublesScreen:
    made = doubles_screen(desk)
    show(made)
    return made


def test_pairs_are_of_one_name_on_one_item(show: Show, desk: Desk) -> None:
    screen = shown(show, desk)
    assert pairs(desk.hearing) == [(1, 3), (2, 5)]
    assert [line.below for line in screen.list.lines.rows] == [
        "Item 1 · Northside Tenants / –",
        "Item 1 · – / Old Harbor",
    ]
    assert screen.pair.lines[:4] == [
        ("", "Slip 1", "Slip 3"),
        ("Name", "Ada Bell", "ada  BELL"),
        ("Item", "1", "1"),
        ("Organisation", "Northside Tenants", ""),
    ]
    assert ("Received", "Thu Feb 5, 2026, 6:00 PM", "Thu Feb 5, 2026, 6:00 PM") in screen.pair.lines


def test_keeping_both_records_nothing_and_goes_through_all(show: Show, keys: Keyboard, desk: Desk) -> None:
    screen = shown(show, desk)
    entries = len(desk.hearing.entries)
    keys.chord("Ctrl+Return")
    assert screen.list.key == (2, 5)
    keys.chord("Ctrl+Return")
    assert not screen.isVisible()
    assert len(desk.hearing.entries) == entries


def test_one_is_set_aside_with_the_reason_and_can_be_taken_back(show: Show, keys: Keyboard, desk: Desk) -> None:
    screen = shown(show, desk)
    keys.chord("Ctrl+2")
    assert desk.hearing.registrations[3].standing is Standing.WITHDRAWN
    assert desk.hearing.registrations[1].standing is not Standing.WITHDRAWN
    event = desk.hearing.entries[-1].event
    assert getattr(event, "reason", "") == "Set aside: likely the same person as slip 1"
    assert screen.said.startswith("Slip 3 is set aside. It stays on the record")
    assert pairs(desk.hearing) == [(2, 5)]
    desk.record(rules.strike_entry, seq=desk.hearing.entries[-1].seq)
    assert pairs(desk.hearing) == [(1, 3), (2, 5)]


def test_somebody_who_spoke_cannot_be_set_aside_and_it_says_why(show: Show, keys: Keyboard, desk: Desk) -> None:
    desk.record(rules.call_to_order, presiding=BODY.members[0].id)
    desk.record(rules.take_up, item="1")
    desk.record(rules.call_speaker, slip=1)
    desk.record(rules.start_turn)
    screen = shown(show, desk)
    keys.chord("Ctrl+1")
    assert "cannot be withdrawn" in screen.said
    assert desk.hearing.registrations[1].standing is Standing.SPEAKING


def test_the_import_tells_of_them_and_leads_there(show: Show, keys: Keyboard, desk: Desk, tmp_path: Path) -> None:
    screen = import_screen(Office(tmp_path / "other", FakeClock()), desk)
    asked: list[bool] = []
    screen.doubles_asked.connect(lambda: asked.append(True))
    show(screen)
    assert screen.doubles.words == "Likely the same person among those registered: 2 pairs"
    keys.to(screen.doubles)
    keys.press(Key.Key_Return)
    assert asked == [True]
