"""A hearing prepared by keyboard: remembered bodies, faults beside their fields, the agenda's file."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from hearingdesk.desk import JournalUnavailable
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.standing import KeptBody
from hearingdesk.domain.values import Body, ItemKind, ItemNotice, Member
from hearingdesk.ui.setup import AgendaReader, AgendaScreen, NewHearing, Offered, SetupScreen
from hearingdesk.ui.setup.screen import Screen
from tests.builders import BODY, CONCERNS, PROFILE, SIX, prepared
from tests.ui.setup.conftest import Keys

Key = Qt.Key
Show = Callable[[Screen], Screen]
OTHER = RuleProfile("other", "Other rules")
ZONES = ["America/Chicago", "America/New_York"]
OFFERED = Offered([OTHER], {"Surveillance": CONCERNS}, [KeptBody(BODY, PROFILE, CONCERNS)], ZONES, "America/Chicago")
NOBODY = Offered([OTHER], {"Surveillance": CONCERNS}, [], ZONES, "America/Chicago")


def screen(agendas: AgendaReader, made: list[NewHearing], offered: Offered = OFFERED) -> SetupScreen:
    return SetupScreen(made.append, offered, agendas, date(2026, 2, 5), choose=lambda *_: "")


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    path = tmp_path / "agenda.csv"
    path.write_text("number,title,kind\n1,Comments by the public,comment\n2,Approval of the minutes,consent\n,,\n")
    return path


def drop(target: QWidget, path: Path) -> None:
    """A file let go over the widget."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, left, none)
    target.dragEnterEvent(entered)
    assert entered.isAccepted()
    target.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none))


def test_a_remembered_body_needs_a_time_and_one_chord(show: Show, keys: Keys, agendas: AgendaReader) -> None:
    made: list[NewHearing] = []
    shown = show(screen(agendas, made))
    keys.press("6 pm")
    keys.chord("Ctrl+Return")
    assert len(made) == 1
    assert made[0].body == BODY
    assert (made[0].profile, made[0].concerns) == (PROFILE, CONCERNS)
    assert made[0].meeting.scheduled == SIX
    assert not shown.isVisible()


def test_a_member_keeps_the_id_from_before_and_a_new_one_gets_one(
    show: Show, keys: Keys, agendas: AgendaReader
) -> None:
    body = replace(BODY, members=(Member("seat-1", "Ada Brennan", "Chair"),), quorum=1)
    made: list[NewHearing] = []
    setup = screen(agendas, made, Offered([OTHER], {}, [KeptBody(body, OTHER, ())], ZONES, "America/Chicago"))
    show(setup)
    keys.press("6 pm")
    keys.to(setup.who.members.editor)
    keys.chord("Ctrl+End")
    keys.press(Key.Key_Return, "Mai Xiong")
    keys.chord("Ctrl+Return")
    assert [member.id for member in made[0].body.members] == ["seat-1", "xiong"]


def test_the_rule_and_the_attorney_are_in_sight_and_follow_the_choice(
    show: Show, keys: Keys, agendas: AgendaReader
) -> None:
    setup = screen(agendas, [])
    show(setup)
    assert setup.strip.rule.text() == "Each speaker has 3 minutes; 6 minutes with an interpreter; no yielding of time."
    assert setup.strip.attorney.text().endswith("confirm with your attorney.")
    keys.to(setup.profile.editor)
    keys.press("o")
    assert setup.profile.value() is OTHER
    assert setup.strip.rule.isVisible()


def test_another_body_starts_from_nothing_and_every_fault_stands_beside_its_field(
    show: Show, keys: Keys, agendas: AgendaReader
) -> None:
    made: list[NewHearing] = []
    setup = screen(agendas, made)
    show(setup)
    keys.to(setup.known.editor)
    keys.press("a")
    assert setup.who.name.text() == ""
    keys.to(setup.place.editor)
    keys.press("Room 3")
    keys.chord("Ctrl+Return")
    assert made == []
    assert setup.said == "3 fields are still to be mended. Nothing was made yet."
    assert setup.who.name.sentence == "Say which body meets, such as Plan Commission."
    assert setup.who.members.sentence == "Name the members, one a line, in the order of the roll."
    assert setup.time.sentence == "This reads as no time. Write it like 6:00 PM."
    assert keys.focus is setup.who.name.editor
    assert setup.place.text() == "Room 3"
    keys.press("Plan Commission")
    assert setup.who.name.sentence == ""


def test_a_first_body_is_typed_by_keyboard_alone(show: Show, keys: Keys, agendas: AgendaReader) -> None:
    made: list[NewHearing] = []
    setup = screen(agendas, made, NOBODY)
    show(setup)
    assert keys.focus is setup.who.name.editor
    keys.press("Plan Commission")
    keys.to(setup.who.members.editor)
    keys.press("Ada Bell, Chair", Key.Key_Return, "Bo Hart")
    keys.to(setup.time.editor)
    keys.press("18:30")
    keys.chord("Ctrl+Return")
    assert [member.name for member in made[0].body.members] == ["Ada Bell", "Bo Hart"]
    assert made[0].body.quorum == 2
    assert made[0].items == ()


def test_the_day_typed_is_shown_in_full(show: Show, keys: Keys, agendas: AgendaReader) -> None:
    setup = screen(agendas, [])
    show(setup)
    keys.to(setup.day.editor)
    keys.chord("Ctrl+A")
    keys.press("3/19/2026")
    assert setup.day._below.text() == "Thursday, March 19, 2026"
    keys.press("9")
    assert setup.day._below.text() == ""


def test_an_agenda_is_read_from_a_typed_path_and_previewed(
    show: Show, keys: Keys, agendas: AgendaReader, agenda: Path
) -> None:
    made: list[NewHearing] = []
    setup = screen(agendas, made)
    show(setup)
    keys.press("6 pm")
    keys.to(setup.agenda.file.line.editor)
    keys.press(str(agenda), Key.Key_Tab)
    assert setup.agenda.counts.text().startswith("2 items, 0 set aside.")
    assert [line.title for line in setup.agenda.list.lines.rows] == [
        "Comments by the public",
        "Approval of the minutes",
    ]
    keys.chord("Ctrl+Return")
    assert [(item.id, item.kind) for item in made[0].items] == [("1", ItemKind.COMMENT), ("2", ItemKind.CONSENT)]
    assert made[0].source == "agenda.csv"


def test_a_path_just_typed_counts_without_leaving_its_field(
    show: Show, keys: Keys, agendas: AgendaReader, agenda: Path
) -> None:
    made: list[NewHearing] = []
    setup = screen(agendas, made)
    show(setup)
    keys.press("6 pm")
    keys.to(setup.agenda.file.line.editor)
    keys.press(str(agenda))
    keys.chord("Ctrl+Return")
    assert len(made[0].items) == 2


def test_a_file_dropped_anywhere_is_the_agenda_and_on_the_other_field_the_list(
    show: Show, agendas: AgendaReader, agenda: Path
) -> None:
    setup = screen(agendas, [])
    show(setup)
    drop(setup, agenda)
    assert len(setup.agenda.items) == 2
    drop(setup.sign_ups, agenda)
    assert setup.sign_ups.line.text() == str(agenda)


def test_a_file_chosen_in_the_dialog_is_read(show: Show, keys: Keys, agendas: AgendaReader, agenda: Path) -> None:
    asked: list[str] = []

    def choose(_: QWidget, title: str, kinds: str) -> str:
        asked.append(f"{title}: {kinds}")
        return str(agenda)

    setup = SetupScreen(lambda _: None, OFFERED, agendas, date(2026, 2, 5), choose=choose)
    show(setup)
    keys.to(setup.agenda.file.browse)
    keys.press(Key.Key_Return)
    assert asked == ["Agenda file: Agendas (*.json *.csv *.xlsx *.tsv *.txt);;All files (*)"]
    assert len(setup.agenda.items) == 2


def test_a_file_that_cannot_be_read_is_said_beside_its_field(
    show: Show, keys: Keys, agendas: AgendaReader, tmp_path: Path
) -> None:
    broken = tmp_path / "agenda.json"
    broken.write_text("{not json")
    setup = screen(agendas, [])
    show(setup)
    keys.to(setup.agenda.file.line.editor)
    keys.press(str(broken), Key.Key_Tab)
    assert "Nothing was changed." in setup.agenda.file.line.sentence
    assert setup.agenda.items == ()


def test_a_record_that_cannot_be_made_is_said_and_the_form_stays(show: Show, keys: Keys, agendas: AgendaReader) -> None:
    sentence = "The data folder cannot be written. Nothing was changed. Free some space and press again."

    def create(_: NewHearing) -> None:
        raise JournalUnavailable(sentence)

    setup = SetupScreen(create, OFFERED, agendas, date(2026, 2, 5))
    show(setup)
    keys.press("6 pm")
    keys.chord("Ctrl+Return")
    assert setup.said == sentence
    assert setup.isVisible()
    assert setup.time.text() == "6 pm"


def test_escape_leaves_and_makes_nothing(show: Show, keys: Keys, agendas: AgendaReader) -> None:
    made: list[NewHearing] = []
    setup = screen(agendas, made)
    left: list[bool] = []
    setup.left.connect(lambda: left.append(True))
    show(setup)
    keys.press("6 pm", Key.Key_Escape)
    assert (made, left) == ([], [True])
    assert not setup.isVisible()


def test_a_meeting_s_facts_are_taken_from_the_file_by_one_press(
    show: Show, keys: Keys, agendas: AgendaReader, tmp_path: Path
) -> None:
    path = tmp_path / "event.json"
    item = {"EventItemId": 1, "EventItemTitle": "Comments by the public", "EventItemAgendaSequence": 1}
    event = {
        "EventId": 7,
        "EventBodyName": "Plan Commission",
        "EventDate": "2026-03-19T00:00:00",
        "EventTime": "5:30 PM",
    }
    path.write_text(json.dumps(event | {"EventLocation": "Room 3,\r\nCity Hall", "EventItems": [item]}))
    setup = screen(agendas, [])
    show(setup)
    setup.agenda.file.take(path)
    assert len(setup.agenda.items) == 1
    keys.to(setup.use_facts)
    keys.press(Key.Key_Return)
    assert (setup.day.text(), setup.time.text(), setup.place.text()) == ("2026-03-19", "5:30 PM", "Room 3, City Hall")


def test_an_agenda_goes_into_a_prepared_hearing_and_what_is_noticed_stays_out(
    show: Show, keys: Keys, agendas: AgendaReader, agenda: Path
) -> None:
    noticed: list[tuple[list[ItemNotice], str]] = []
    hearing = prepared().hearing
    shown = AgendaScreen(agendas, hearing, lambda items, source: noticed.append((list(items), source)))
    done: list[str] = []
    shown.done.connect(done.append)
    show(shown)
    assert shown.main.refusal == "Nothing new to put on the agenda. Choose a file."
    keys.press(str(agenda), Key.Key_Tab)
    assert shown.main.words == "Put 1 item on the agenda"
    assert [line.aside for line in shown.agenda.list.lines.rows] == ["", "not taken"]
    keys.chord("Ctrl+Return")
    assert [item.title for item in noticed[0][0]] == ["Approval of the minutes"]
    assert noticed[0][1] == "agenda.csv"
    assert done == ["On the agenda: 1 item of agenda.csv."]


def test_a_body_without_members_is_shown_as_it_is_kept(show: Show, agendas: AgendaReader) -> None:
    offered = Offered([OTHER], {}, [KeptBody(Body("Town Meeting"), OTHER, ())], ZONES, "America/Chicago")
    setup = screen(agendas, [], offered)
    show(setup)
    assert setup.who.name.text() == "Town Meeting"
    assert setup.concerns.value() == ()
