"""A hearing prepared by keyboard: remembered bodies, faults beside their fields, the agenda's file."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollArea, QWidget

from hearingdesk.desk import JournalUnavailable
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.standing import KeptBody, Usual
from hearingdesk.domain.values import Body, ItemKind, ItemNotice, Member
from hearingdesk.ui.setup import AgendaReader, AgendaScreen, NewHearing, Offered, SetupScreen
from hearingdesk.ui.setup.screen import Screen
from tests.builders import BODY, CONCERNS, PROFILE, SIX, prepared
from tests.keyboard import Keyboard

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


def test_a_remembered_body_needs_a_time_and_one_chord(show: Show, keys: Keyboard, agendas: AgendaReader) -> None:
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
    show: Show, keys: Keyboard, agendas: AgendaReader
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
    show: Show, keys: Keyboard, agendas: AgendaReader
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
    show: Show, keys: Keyboard, agendas: AgendaReader
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


def test_a_first_body_is_typed_by_keyboard_alone(show: Show, keys: Keyboard, agendas: AgendaReader) -> None:
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


def test_the_day_typed_is_shown_in_full(show: Show, keys: Keyboard, agendas: AgendaReader) -> None:
    setup = screen(agendas, [])
    show(setup)
    keys.to(setup.day.editor)
    keys.chord("Ctrl+A")
    keys.press("3/19/2026")
    assert setup.day._below.text() == "Thu Mar 19, 2026"
    keys.press("9")
    assert setup.day._below.text() == ""


def test_an_agenda_is_read_from_a_typed_path_and_previewed(
    show: Show, keys: Keyboard, agendas: AgendaReader, agenda: Path
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
    show: Show, keys: Keyboard, agendas: AgendaReader, agenda: Path
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


def test_a_file_chosen_in_the_dialog_is_read(show: Show, keys: Keyboard, agendas: AgendaReader, agenda: Path) -> None:
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
    show: Show, keys: Keyboard, agendas: AgendaReader, tmp_path: Path
) -> None:
    broken = tmp_path / "agenda.json"
    broken.write_text("{not json")
    setup = screen(agendas, [])
    show(setup)
    keys.to(setup.agenda.file.line.editor)
    keys.press(str(broken), Key.Key_Tab)
    assert "Nothing was changed." in setup.agenda.file.line.sentence
    assert setup.agenda.items == ()


def test_a_record_that_cannot_be_made_is_said_and_the_form_stays(
    show: Show, keys: Keyboard, agendas: AgendaReader
) -> None:
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


def test_escape_leaves_and_makes_nothing(show: Show, keys: Keyboard, agendas: AgendaReader) -> None:
    made: list[NewHearing] = []
    setup = screen(agendas, made)
    left: list[bool] = []
    setup.left.connect(lambda: left.append(True))
    show(setup)
    keys.press(Key.Key_Escape)
    assert (made, left) == ([], [True])
    assert not setup.isVisible()


def test_escape_takes_away_what_was_typed_only_when_pressed_again(
    show: Show, keys: Keyboard, agendas: AgendaReader
) -> None:
    setup = screen(agendas, [])
    show(setup)
    keys.press("6 pm", Key.Key_Escape)
    assert setup.isVisible()
    assert setup.said == "Nothing is prepared yet. Esc once more leaves, and what was typed here is gone."
    assert setup.time.text() == "6 pm"
    keys.press("!", Key.Key_Escape)
    assert setup.isVisible()
    keys.press(Key.Key_Escape)
    assert not setup.isVisible()


def test_a_meeting_s_facts_are_taken_from_the_file_by_one_press(
    show: Show, keys: Keyboard, agendas: AgendaReader, tmp_path: Path
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
    show: Show, keys: Keyboard, agendas: AgendaReader, agenda: Path
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


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("body", "", "Say which body meets, such as Plan Commission."),
        ("body", "n" * 201, "This is 201 characters long; 200 are the most."),
        ("jurisdiction", "n" * 201, "This is 201 characters long; 200 are the most."),
        ("members", "", "Name the members, one a line, in the order of the roll."),
        ("members", "Ada Brennan\nada brennan", "“ada brennan” stands here twice. Tell the two apart, for instance by"),
        ("members", "\n".join(f"Member {n}" for n in range(101)), "These are 101 members; 100 are the most."),
        ("members", "x" * 201, "A name or office here is longer than 200 characters. Write one member a line."),
        ("quorum", "-1", "Write a number from 1 to 5, or leave it empty for a majority."),
        ("quorum", "½", "Write a number from 1 to 5, or leave it empty for a majority."),
        ("member_word", "n" * 201, "This is 201 characters long; 200 are the most."),
        ("clerk", "n" * 201, "This is 201 characters long; 200 are the most."),
        ("kind", " ", "Say what meeting this is, such as Regular meeting."),
        ("day", "2026-02-30", "This reads as no day. Write it like 2026-02-05 or Feb 5, 2026."),
        ("day", "'; drop table", "This reads as no day. Write it like 2026-02-05 or Feb 5, 2026."),
        ("time", "25:00", "This reads as no time. Write it like 6:00 PM."),
        ("time", "6:00", "Say which: 6:00 AM or 6:00 PM."),
        ("place", "<img src=x>" * 20, "This is 220 characters long; 200 are the most."),
        ("timezone", "Mars/Olympus", "This is no time zone. Write it like America/Chicago."),
        ("remote", "n" * 201, "This is 201 characters long; 200 are the most."),
    ],
)
def test_every_field_is_refused_beside_itself_and_the_rest_is_kept(
    show: Show, keys: Keyboard, agendas: AgendaReader, field: str, text: str, sentence: str
) -> None:
    made: list[NewHearing] = []
    usual = Usual("Regular meeting", "Room 3", "Zoom", "", "6:00 PM", "America/Chicago")
    kept = KeptBody(BODY, PROFILE, CONCERNS, usual)
    setup = screen(agendas, made, Offered([OTHER], {"Surveillance": CONCERNS}, [kept], ZONES, "America/Chicago"))
    show(setup)
    before = {name: shown_text(one.editor) for name, one in setup.fields.items()}
    wrong = setup.fields[field]
    QApplication.clipboard().setText(text)
    keys.to(wrong.editor)
    keys.chord("Ctrl+A")
    keys.press(Key.Key_Backspace)
    keys.chord("Ctrl+V")
    keys.chord("Ctrl+Return")
    assert made == []
    assert wrong.sentence.startswith(sentence)
    assert keys.focus is wrong.editor
    assert setup.said.endswith("still to be mended. Nothing was made yet.")
    after = {name: shown_text(one.editor) for name, one in setup.fields.items()}
    assert {name for name in after if after[name] != before[name]} == {field}
    others = {name for name, one in setup.fields.items() if one.sentence} - {field}
    assert others <= {"quorum"}, "a quorum follows the members"


def shown_text(editor: QWidget) -> str:
    return editor.toPlainText() if isinstance(editor, QPlainTextEdit) else getattr(editor, "text", str)()


def test_a_zone_of_the_body_goes_before_that_of_the_computer(show: Show, agendas: AgendaReader) -> None:
    there = KeptBody(BODY, PROFILE, CONCERNS, Usual(timezone="America/New_York"))
    elsewhere = KeptBody(replace(BODY, name="Elsewhere"), PROFILE, CONCERNS)
    setup = screen(agendas, [], Offered([OTHER], {}, [there, elsewhere], ZONES, "America/Chicago"))
    show(setup)
    assert setup.zone.text() == "America/New_York"
    setup.known.show_value(elsewhere)
    setup.known.picked.emit()
    assert setup.zone.text() == "America/Chicago"


def test_on_a_small_screen_the_cards_are_whole_and_the_screen_alone_scrolls(show: Show, agendas: AgendaReader) -> None:
    setup = screen(agendas, [])
    show(setup)
    setup.resize(683, 384)
    QApplication.processEvents()
    outer, *inner = (area.verticalScrollBar().maximum() for area in setup.findChildren(QScrollArea))
    assert outer > 0
    assert inner == [0, 0, 0]
    setup.resize(1180, 700)
    QApplication.processEvents()
    outer, *inner = (area.verticalScrollBar().maximum() for area in setup.findChildren(QScrollArea))
    assert outer == 0
