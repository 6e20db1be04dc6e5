"""Rows copied in a spreadsheet program and pasted: the same preview and the same columns as a file has."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication

from hearingdesk.desk import Act, Desk
from hearingdesk.domain import rules
from hearingdesk.intake.mapping import Mapping
from hearingdesk.intake.preview import Accepted
from hearingdesk.intake.sheets import Sheet
from hearingdesk.ui.setup import (
    AgendaReader,
    AgendaScreen,
    ImportScreen,
    NewHearing,
    Offered,
    SetupScreen,
    SignUpReader,
)
from hearingdesk.ui.setup.files import NOTHING, PastedRows
from hearingdesk.ui.setup.screen import Screen
from tests.builders import CONCERNS, PROFILE, prepared
from tests.fakes import FakeClock, MemoryJournal
from tests.keyboard import Keyboard

Show = Callable[[Screen], Screen]
Lists = SignUpReader[Sheet, Mapping, Accepted]
ROWS = "Full name\tItem\tPosition\nAda Bell\t1, 6\tOppose\nBo Lund\t6\tSupport\nADA BELL\t1\tOppose\n"
AGENDA = "No.\tTitle\n7\tComments on the budget\n"


@pytest.fixture
def desk() -> Desk:
    evening = prepared()
    return Desk(MemoryJournal(evening.hearing.entries), FakeClock(evening.now), "rd")


@pytest.fixture
def importing(desk: Desk, lists: Lists, show: Show) -> ImportScreen[Sheet, Mapping, Accepted]:
    def take_in(accepted: Accepted, source: str) -> None:
        slips = {"sign_ups": accepted.sign_ups, "source": source, "counts": accepted.counts}
        desk.record_all([Act(rules.import_sign_ups, slips, accepted.contacts)])

    shown = ImportScreen(lists, lambda: desk.hearing, take_in, choose=lambda *_: "")
    show(shown)
    return shown


def copied(text: str) -> None:
    QApplication.clipboard().setText(text)


@pytest.mark.parametrize("chord", ["Ctrl+Shift+V", "Ctrl+V"])
def test_sign_ups_are_pasted_previewed_and_registered(
    importing: ImportScreen[Sheet, Mapping, Accepted], desk: Desk, keys: Keyboard, chord: str
) -> None:
    done: list[str] = []
    importing.done.connect(done.append)
    copied(ROWS)
    keys.chord(chord)
    assert importing.file.line.text() == "4 lines pasted"
    assert importing.delimiter.editor.currentText() == "Found: tab"
    assert importing.counts.text() == "3 rows read: 3 registered. They make 4 slips: some name several items."
    assert importing.main.words == "Register 4 slips"
    keys.chord("Ctrl+Return")
    people = [(one.name, one.sign_up.item) for one in desk.hearing.registrations.values()]
    assert people == [("Ada Bell", "1"), ("Ada Bell", "6"), ("Bo Lund", "6"), ("ADA BELL", "1")]
    assert done == ["Pasted rows: 3 registered."]


def test_a_path_typed_over_pasted_rows_is_a_path(
    importing: ImportScreen[Sheet, Mapping, Accepted], keys: Keyboard, sign_ups: Path
) -> None:
    copied(ROWS)
    keys.chord("Ctrl+V")
    keys.chord("Ctrl+A")
    copied(str(sign_ups))
    keys.chord("Ctrl+V")
    assert importing.file.source == sign_ups
    importing.file.settle()
    assert importing.counts.text() == "4 rows read: 3 registered, 1 set aside."


def test_a_file_copied_in_the_desktop_is_pasted_as_a_file(
    importing: ImportScreen[Sheet, Mapping, Accepted], keys: Keyboard, sign_ups: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sign_ups))])
    QApplication.clipboard().setMimeData(data)
    keys.chord("Ctrl+V")
    assert importing.file.line.text() == str(sign_ups)
    assert importing.preview is not None


def test_an_empty_clipboard_and_bad_rows_are_said_beside_the_field(
    importing: ImportScreen[Sheet, Mapping, Accepted], keys: Keyboard
) -> None:
    QApplication.clipboard().clear()
    keys.chord("Ctrl+Shift+V")
    assert importing.file.line.sentence == NOTHING
    copied('Name\tItem\n"never closed\t1\n')
    keys.chord("Ctrl+Shift+V")
    assert importing.file.line.sentence.startswith("What was pasted opens a quotation in line 2")
    copied(ROWS)
    keys.chord("Ctrl+Shift+V")
    assert importing.file.line.sentence == ""


def test_who_is_likely_the_same_stands_side_by_side_and_both_are_kept_unless_the_clerk_says_otherwise(
    importing: ImportScreen[Sheet, Mapping, Accepted], desk: Desk, keys: Keyboard
) -> None:
    united = ROWS.replace("Position\n", "Position\tOrganization\n").replace("L\t1\tOppose", "L\t1\tOppose\tUnited")
    copied(united)
    keys.chord("Ctrl+V")
    rows = importing.rows
    assert not rows.pair.isVisible()
    rows.table.choose(4)
    assert rows.pair.isVisible()
    assert rows.pair.lines == [
        ("", "Row 4", "Row 2"),
        ("Name", "ADA BELL", "Ada Bell"),
        ("Item", "1", "1"),
        ("Organisation", "United", ""),
        ("Position", "Oppose", "Oppose"),
        ("Came by", "online", "online"),
    ]
    assert (rows.both.isChecked(), importing.main.words) == (True, "Register 4 slips")
    keys.to(rows.leave_twin)
    keys.press(" ")
    assert rows.leave_twin.words == "Leave row 2 out"
    assert (rows.both.isChecked(), rows.leave_twin.isChecked()) == (False, True)
    assert importing.main.words == "Register 2 slips"
    keys.to(rows.both)
    keys.press(" ")
    assert importing.main.words == "Register 4 slips"
    keys.to(rows.leave)
    keys.press(" ")
    keys.chord("Ctrl+Return")
    assert [one.name for one in desk.hearing.registrations.values()] == ["Ada Bell", "Ada Bell", "Bo Lund"]


def test_an_agenda_is_pasted_into_a_prepared_hearing(show: Show, keys: Keyboard, agendas: AgendaReader) -> None:
    noticed: list[tuple[str, str]] = []
    shown = AgendaScreen(agendas, prepared().hearing, lambda items, source: noticed.append((items[0].title, source)))
    show(shown)
    copied(AGENDA)
    keys.chord("Ctrl+Shift+V")
    keys.chord("Ctrl+Return")
    assert noticed == [("Comments on the budget", "pasted rows")]


def test_both_lists_of_a_new_hearing_are_pasted(show: Show, keys: Keyboard, agendas: AgendaReader) -> None:
    made: list[NewHearing] = []
    offered = Offered([PROFILE], {"Surveillance": CONCERNS}, [], ["America/Chicago"], "America/Chicago")
    shown = SetupScreen(made.append, offered, agendas, date(2026, 2, 5), choose=lambda *_: "")
    show(shown)
    keys.press("Plan Commission")
    keys.to(shown.who.members.editor)
    keys.press("Ada Bell")
    keys.to(shown.time.editor)
    keys.press("6 pm")
    copied(AGENDA)
    keys.chord("Ctrl+Shift+V")
    copied(ROWS)
    keys.chord("Ctrl+Shift+U")
    keys.chord("Ctrl+Return")
    assert [item.title for item in made[0].items] == ["Comments on the budget"]
    assert (made[0].source, made[0].sign_ups) == ("pasted rows", PastedRows(ROWS))


def test_an_agenda_that_cannot_be_read_is_not_left_out_in_silence(
    show: Show, keys: Keyboard, agendas: AgendaReader
) -> None:
    made: list[NewHearing] = []
    offered = Offered([PROFILE], {"Surveillance": CONCERNS}, [], ["America/Chicago"], "America/Chicago")
    shown = SetupScreen(made.append, offered, agendas, date(2026, 2, 5), choose=lambda *_: "")
    show(shown)
    keys.press("Plan Commission")
    keys.to(shown.who.members.editor)
    keys.press("Ada Bell")
    keys.to(shown.time.editor)
    keys.press("6 pm")
    copied("Colour\tItem\nred\t7\n")
    keys.chord("Ctrl+Shift+V")
    keys.chord("Ctrl+Return")
    assert made == []
    assert shown.agenda.file.line.sentence.startswith("No column is known to hold titles.")
    assert shown.said == "One field is still to be mended. Nothing was made yet."
    shown.agenda.file.line.show_text("")
    keys.chord("Ctrl+Return")
    assert [hearing.items for hearing in made] == [()]
