"""Sign-ups taken in by keyboard: how the file was read, columns corrected, rows taken or left, then all or nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from hearingdesk.desk import Act, Desk
from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.values import Position
from hearingdesk.intake.mapping import Mapping
from hearingdesk.intake.preview import Accepted
from hearingdesk.intake.sheets import Sheet
from hearingdesk.ui.setup import ImportScreen, SignUpReader
from hearingdesk.ui.setup.screen import Screen
from tests.builders import prepared
from tests.fakes import FakeClock, MemoryJournal
from tests.keyboard import Keyboard
from tests.ui.setup.conftest import Memory

Key = Qt.Key
Show = Callable[[Screen], Screen]
Lists = SignUpReader[Sheet, Mapping, Accepted]
Shown = ImportScreen[Sheet, Mapping, Accepted]


@pytest.fixture
def desk() -> Desk:
    evening = prepared()
    return Desk(MemoryJournal(evening.hearing.entries), FakeClock(evening.now), "rd")


def taking_in(desk: Desk, lists: Lists) -> Shown:
    def take_in(accepted: Accepted, source: str) -> None:
        acts = [Act(rules.notice_agenda, {"items": accepted.items, "source": source})] if accepted.items else []
        slips = {"sign_ups": accepted.sign_ups, "source": source, "counts": accepted.counts}
        desk.record_all([*acts, Act(rules.import_sign_ups, slips, accepted.contacts)])

    return ImportScreen(lists, lambda: desk.hearing, take_in, choose=lambda *_: "")


def states(shown: Shown) -> list[tuple[str, str]]:
    return [(str(row.state), "take" if row.taken else "leave") for row in shown.rows.table.model_.rows]


def test_a_typed_path_is_read_previewed_and_registered(
    show: Show, keys: Keyboard, desk: Desk, lists: Lists, sign_ups: Path
) -> None:
    shown = taking_in(desk, lists)
    done: list[str] = []
    shown.done.connect(done.append)
    show(shown)
    assert shown.main.refusal == "Choose a sign-up file first."
    keys.press(str(sign_ups), Key.Key_Tab)
    assert shown.encoding.editor.currentText() == "Found: UTF-8"
    assert shown.delimiter.editor.currentText() == "Found: semicolon"
    assert states(shown) == [
        ("new", "take"),
        ("new", "take"),
        ("likely the same person", "take"),
        ("set aside", "leave"),
    ]
    assert shown.counts.text() == "4 rows read: 3 registered, 1 set aside."
    assert shown.main.words == "Register 3 slips"
    assert not desk.hearing.registrations
    keys.chord("Ctrl+Return")
    assert [r.name for r in desk.hearing.registrations.values()] == ["Ada Bell", "Luis Ortega", "ada bell"]
    assert [r.position for r in desk.hearing.registrations.values()][:2] == [Position.OPPOSE, Position.SUPPORT]
    assert done == ["sign-ups.csv: 3 registered, 1 set aside."]
    assert not shown.isVisible()


def test_the_same_file_again_registers_nobody(
    show: Show, keys: Keyboard, desk: Desk, lists: Lists, sign_ups: Path
) -> None:
    first = taking_in(desk, lists)
    show(first)
    first.open_file(sign_ups)
    keys.chord("Ctrl+Return")
    again = taking_in(desk, lists)
    show(again)
    again.open_file(sign_ups)
    assert {state for state, _ in states(again)} == {"already registered", "set aside"}
    assert again.main.refusal == "Nobody on this list is new."
    keys.chord("Ctrl+Return")
    assert len(desk.hearing.registrations) == 3


def test_a_row_is_left_out_and_taken_by_space(
    show: Show, keys: Keyboard, desk: Desk, lists: Lists, sign_ups: Path
) -> None:
    shown = taking_in(desk, lists)
    shown.open_file(sign_ups)
    show(shown)
    assert keys.focus is shown.rows.table
    keys.press(Key.Key_Down, Key.Key_Space, Key.Key_Down, Key.Key_Down, Key.Key_Space)
    assert [take for _, take in states(shown)] == ["take", "leave", "take", "take"]
    assert shown.rows.detail.text().startswith("Row 5, set aside: ")
    assert shown.counts.text() == "4 rows read: 3 registered, 1 left out by the clerk."
    keys.chord("Ctrl+Return")
    assert [r.name for r in desk.hearing.registrations.values()] == ["Ada Bell", "ada bell", "Total"]


def test_one_state_is_shown_alone(show: Show, keys: Keyboard, desk: Desk, lists: Lists, sign_ups: Path) -> None:
    shown = taking_in(desk, lists)
    shown.open_file(sign_ups)
    show(shown)
    assert [made.words for made in shown.rows.states.values()] == [
        "All rows 4",
        "New 2",
        "Likely the same person 1",
        "Set aside 1",
    ]
    keys.to(shown.rows.states["set aside"])
    keys.press(Key.Key_Return)
    assert states(shown) == [("set aside", "leave")]
    assert shown.main.words == "Register 3 slips"


def test_a_wrong_column_is_corrected_and_remembered(
    show: Show, keys: Keyboard, desk: Desk, lists: Lists, sign_ups: Path, memory: Memory
) -> None:
    shown = taking_in(desk, lists)
    shown.open_file(sign_ups)
    show(shown)
    place = shown.columns.fields["place"]
    assert place.value() == ""
    keys.to(place.editor)
    keys.press("s")
    keys.to(shown.columns.fields["organisation"].editor)
    keys.press("n")
    keys.chord("Ctrl+Return")
    assert desk.hearing.registrations[1].sign_up.place == "x"
    assert desk.hearing.registrations[1].sign_up.organisation == ""
    assert memory.kept["place"] == "Standpunkt"
    assert "organisation" not in memory.kept


def test_without_a_name_column_the_sentence_says_what_to_do(
    show: Show, keys: Keyboard, desk: Desk, lists: Lists, sign_ups: Path
) -> None:
    shown = taking_in(desk, lists)
    shown.open_file(sign_ups)
    show(shown)
    keys.to(shown.columns.fields["name"].editor)
    keys.press("n")
    assert shown.said.startswith("No column is known to hold names. Nothing was changed.")
    assert shown.main.refusal
    keys.press(Key.Key_Down)
    assert shown.said == ""
    assert shown.main.words == "Register 3 slips"


def test_the_delimiter_and_the_header_row_are_corrected(
    show: Show, keys: Keyboard, desk: Desk, lists: Lists, sign_ups: Path
) -> None:
    shown = taking_in(desk, lists)
    shown.open_file(sign_ups)
    show(shown)
    keys.to(shown.delimiter.editor)
    keys.press("c")
    assert len(shown.columns.fields) > 20
    assert shown.columns.fields["name"].editor.count() == 2
    keys.press("s")
    assert shown.columns.fields["name"].editor.count() == 5
    assert shown.preview is not None
    assert shown.preview.read == 4
    keys.to(shown.header.editor)
    keys.press("n")
    assert shown.said.startswith("No column is known to hold names. Nothing was changed.")
    keys.to(shown.columns.fields["name"].editor)
    keys.press(Key.Key_Down)
    assert shown.preview is not None
    assert shown.preview.read == 5


def test_what_cannot_be_read_is_said_beside_the_field_and_another_file_mends_it(
    show: Show, keys: Keyboard, desk: Desk, lists: Lists, sign_ups: Path, tmp_path: Path
) -> None:
    picture = tmp_path / "list.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    shown = taking_in(desk, lists)
    show(shown)
    keys.press(str(picture), Key.Key_Tab)
    assert "Nothing was changed." in shown.file.line.sentence
    assert shown.main.refusal == "Choose a sign-up file first."
    shown.file.take(sign_ups)
    assert shown.file.line.sentence == ""
    assert shown.main.words == "Register 3 slips"


def test_a_refusal_of_the_record_is_said_and_nothing_is_lost(
    show: Show, keys: Keyboard, desk: Desk, lists: Lists, sign_ups: Path
) -> None:
    def refuse(accepted: Accepted, source: str) -> None:
        raise OutOfOrder(f"The meeting is adjourned; {len(accepted.sign_ups)} slips of {source} stay out.")

    shown = ImportScreen(lists, lambda: desk.hearing, refuse)
    show(shown)
    shown.open_file(sign_ups)
    keys.chord("Ctrl+Return")
    assert shown.said == "The meeting is adjourned; 3 slips of sign-ups.csv stay out."
    assert shown.isVisible()


def test_the_real_witness_list_is_shown_with_every_row(
    show: Show, keys: Keyboard, desk: Desk, lists: Lists, real_data: Path
) -> None:
    shown = taking_in(desk, lists)
    shown.open_file(real_data / "texas-witness-lists" / "C2202013032610301_HB912-drone-surveillance.csv")
    show(shown)
    assert shown.counts.text() == "58 rows read: 56 registered, 2 set aside. Put on the agenda with them: HB 912."
    assert shown.rows.states["likely the same person"].words == "Likely the same person 2"
    keys.chord("Ctrl+Return")
    people = list(desk.hearing.registrations.values())
    assert len(people) == 56
    assert sum(r.sign_up.speaks for r in people) == 17
    positions = [sum(r.position is p for r in people) for p in (Position.SUPPORT, Position.OPPOSE, Position.NEUTRAL)]
    assert positions == [23, 25, 8]
