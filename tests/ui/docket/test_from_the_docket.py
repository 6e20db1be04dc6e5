"""From the docket to a hearing and back, by keys and by files dropped, with everything that is really behind it."""

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hearingdesk.app import Windows
from hearingdesk.domain.standing import KeptBody, Usual
from hearingdesk.office import Office
from hearingdesk.resources import asset
from hearingdesk.ui.docket import DocketWindow
from hearingdesk.ui.setup import AgendaScreen, ImportScreen, SetupScreen
from hearingdesk.ui.setup.standing import StandingScreen
from tests.builders import AGENDA, BODY, CONCERNS, MEETING, PROFILE
from tests.fakes import FakeClock
from tests.keyboard import focused

Key = Qt.Key


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path / "data", FakeClock(), "rd")
    yield made
    made.close()


class Hands:
    """One person at the windows, with a keyboard."""

    def __init__(self, office: Office) -> None:
        self.windows = Windows(office)
        self.windows.show_docket()
        front = self.windows.front()
        assert isinstance(front, DocketWindow)
        self.docket = front

    @property
    def focus(self) -> QWidget:
        return focused()

    def press(self, *keys: str | Key) -> None:
        for key in keys:
            if isinstance(key, Key):
                QTest.keyClick(self.focus, key)
            else:
                QTest.keySequence(self.focus, QKeySequence(key))
            QApplication.processEvents()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    def to(self, name: str) -> None:
        """Tabs to the field or button of this name."""
        for _ in range(120):
            if self.focus.accessibleName() == name:
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"{name} cannot be reached by Tab")


@pytest.fixture
def hands(office: Office, qtbot: QtBot) -> Iterator[Hands]:
    made = Hands(office)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    yield made
    made.windows.close()
    for window in QApplication.topLevelWidgets():
        window.close()


def window(kind: type[QWidget]) -> QWidget:
    return next(shown for shown in QApplication.topLevelWidgets() if isinstance(shown, kind) and shown.isVisible())


def says_rehearsal(shown: QWidget) -> bool:
    return any("REHEARSAL" in label.text() for label in shown.findChildren(QLabel) if label.isVisible())


def test_a_first_hearing_is_prepared_and_its_people_registered_by_keys_alone(hands: Hands, office: Office) -> None:
    hands.press("Ctrl+N")
    assert isinstance(window(SetupScreen), SetupScreen)
    hands.type("Plan Commission")
    hands.to("Members")
    hands.type("Ada Brennan, Chair")
    hands.press(Key.Key_Return)
    hands.type("Bo Hart")
    hands.to("Date")
    hands.type("2/19/2026")
    hands.to("Time")
    hands.type("5:30 pm")
    hands.to("Place")
    hands.type("City Hall, Room 301-B")
    hands.to("Agenda file")
    hands.type(str(asset("sample/agenda.csv")))
    hands.to("Sign-up file")
    hands.type(str(asset("sample/sign-ups.csv")))
    hands.press("Ctrl+Return")
    console, _, desk = hands.windows.opened()
    assert (desk.hearing.body.name, len(desk.hearing.agenda)) == ("Plan Commission", 13)
    assert isinstance(window(ImportScreen), ImportScreen)
    hands.press("Ctrl+Return")
    assert len(desk.hearing.registrations) == 36
    console.close()
    (kept,) = office.bodies()
    zone = desk.hearing.meeting.timezone
    assert kept.usual == Usual("Regular meeting", "City Hall, Room 301-B", "", "", "5:30 PM", zone)


def test_the_next_hearing_of_a_body_is_one_chord_after_another(hands: Hands, office: Office) -> None:
    usual = Usual("Regular meeting", "Room 3", "", "1st and 3rd Thursday", "5:30 PM", "America/New_York")
    office.keep_body(KeptBody(BODY, office.library.profile("milwaukee_fpc"), CONCERNS, usual))
    hands.press("Ctrl+N", "Ctrl+Return")
    _, _, desk = hands.windows.opened()
    meeting = desk.hearing.meeting
    assert (meeting.kind, meeting.place, meeting.timezone) == ("Regular meeting", "Room 3", "America/New_York")
    assert meeting.scheduled.isoformat() == "2026-02-19T22:30:00+00:00"
    assert desk.hearing.profile.name == "milwaukee_fpc"
    assert desk.hearing.body == BODY


def test_bodies_and_rules_are_a_chord_away(hands: Hands) -> None:
    hands.press("Ctrl+B")
    assert isinstance(window(StandingScreen), StandingScreen)
    hands.press(Key.Key_Escape)
    assert hands.docket.isVisible()


def test_the_first_enter_of_all_opens_the_rehearsal(hands: Hands, office: Office) -> None:
    hands.press(Key.Key_Return)
    console, _, desk = hands.windows.opened()
    assert desk.hearing.meeting.rehearsal
    assert says_rehearsal(console)
    hands.press("Ctrl+I")
    assert says_rehearsal(window(ImportScreen))
    console.close()
    assert hands.docket.list.lines.row(1).title.startswith("REHEARSAL · ")
    assert office.bodies() == []


def test_a_damaged_hearing_says_what_is_safe_and_the_others_open(hands: Hands, office: Office, tmp_path: Path) -> None:
    torn = office.create(BODY, MEETING, PROFILE, CONCERNS, AGENDA)
    office.create(BODY, MEETING, PROFILE, CONCERNS, AGENDA)
    office.close()
    with sqlite3.connect(tmp_path / "data" / "hearingdesk.db") as connection:
        connection.execute("update journal set body = '{' where seq = 2 and hearing = ?", [torn])
    connection.close()
    hands.docket.refresh()
    hands.windows.open_hearing(torn)
    assert hands.docket.said.startswith(f"Entry 2 of “{torn}” cannot be read")
    assert "Nothing was changed." in hands.docket.said
    hands.windows.open_hearing(f"{torn}-2")
    assert hands.windows.opened()[2].hearing.agenda


def test_a_record_dropped_is_taken_back_and_a_second_time_refused(hands: Hands, tmp_path: Path) -> None:
    elsewhere = Office(tmp_path / "other", FakeClock(), "rd")
    made = elsewhere.create(BODY, MEETING, PROFILE, CONCERNS, AGENDA)
    journal = tmp_path / "journal.jsonl"
    journal.write_text("\n".join(elsewhere.store.export_lines(made)), encoding="utf-8")
    elsewhere.close()
    hands.windows.take_dropped([journal], None)
    assert hands.docket.said == f"{BODY.name}, {MEETING.title}, is on the docket again: 2 entries, checked."
    assert hands.docket.list.key == made
    hands.windows.take_dropped([journal], None)
    assert "is on the docket already" in hands.docket.said
    journal.write_text(journal.read_text(encoding="utf-8").replace("Lakemont", "Elsewhere"), encoding="utf-8")
    hands.windows.take_dropped([journal], None)
    assert "is not what was recorded" in hands.docket.said


def test_lists_dropped_beside_the_hearings_begin_a_new_one(hands: Hands, tmp_path: Path) -> None:
    picture = tmp_path / "map.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    hands.windows.take_dropped([asset("sample/agenda.csv"), picture, asset("sample/sign-ups.csv")], None)
    assert "map.png is a picture" in hands.docket.said
    screen = window(SetupScreen)
    assert isinstance(screen, SetupScreen)
    assert len(screen.agenda.items) == 13
    assert screen.sign_ups.source == asset("sample/sign-ups.csv")


def test_a_list_dropped_on_a_hearing_is_for_that_one(hands: Hands, office: Office, tmp_path: Path) -> None:
    made = office.create(BODY, MEETING, PROFILE, CONCERNS, AGENDA)
    picture = tmp_path / "map.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    hands.windows.take_dropped([picture, asset("sample/sign-ups.csv")], made)
    screen = window(ImportScreen)
    assert isinstance(screen, ImportScreen)
    assert screen.preview is not None
    assert screen.preview.slips > 30
    assert "map.png is a picture" in hands.windows.opened()[0].floor.said
    assert hands.windows.opened()[2].hearing.meeting.scheduled - MEETING.scheduled == timedelta(0)


def test_an_agenda_and_a_list_dropped_on_a_hearing_come_one_after_the_other(hands: Hands, office: Office) -> None:
    made = office.create(BODY, MEETING, PROFILE, CONCERNS)
    lists = [asset("sample/sign-ups.csv"), asset("sample/agenda.csv"), asset("sample/agenda.csv")]
    hands.windows.take_dropped(lists, made)
    screen = window(AgendaScreen)
    assert isinstance(screen, AgendaScreen)
    screen.main.click()
    desk = hands.windows.opened()[2]
    assert len(desk.hearing.agenda) == 13
    people = window(ImportScreen)
    assert isinstance(people, ImportScreen)
    people.main.click()
    assert len(desk.hearing.registrations) == 36


def test_two_lists_of_a_kind_are_not_mixed(hands: Hands) -> None:
    hands.windows.take_dropped([asset("sample/agenda.csv")] * 2, None)
    assert hands.docket.said == (
        "agenda.csv was not read: one list of agenda items at a time. Drop it again when the first is in."
    )
    assert isinstance(window(SetupScreen), SetupScreen)
