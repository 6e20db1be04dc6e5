"""Rule profiles and concern sets changed by keyboard."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hearingdesk.domain.profile import Pooling
from hearingdesk.domain.values import Concern, ConcernKind
from hearingdesk.library import Library
from hearingdesk.office import Office
from hearingdesk.setting_up import free_title, standing_screen
from hearingdesk.ui.setup.screen import Screen
from hearingdesk.ui.setup.settings import ATTORNEY
from hearingdesk.ui.setup.standing import StandingScreen
from tests.keyboard import Keyboard
from tests.ui.setup.conftest import TODAY

Key = Qt.Key


Show = Callable[[Screen], Screen]


HOSTILE = "<b>&\\" * 101


def titles(screen: StandingScreen) -> list[str]:
    return [line.title for line in screen.page.list.lines.rows if not line.heading]


# Rules


def test_a_shipped_profile_that_is_changed_becomes_a_copy(
    screen: StandingScreen, keys: Keyboard, office: Office
) -> None:
    keys.chord("Alt+2")
    form = screen.profile_form
    assert screen.profiles.remove.refusal == "This came with hearingdesk and stays."
    keys.press(Key.Key_Return)
    keys.to(form.lines["base_limit"].editor)
    keys.press("4")
    assert form.strip.rule.text() == "Each speaker has 4 minutes; 8 minutes with an interpreter; no yielding of time."
    keys.chord("Ctrl+Return")
    assert screen.said == (
        "“Wisconsin board or commission (ours)” is kept. "
        "It is a copy of your own: choose it under Bodies, for those who go by it."
    )
    assert Library().profile("wisconsin_generic").base_limit == office.library.profile("wisconsin_generic").base_limit
    ours = office.library.profile("wisconsin_board_or_commission_ours")
    assert ours == replace(
        Library().profile("wisconsin_generic"),
        name="wisconsin_board_or_commission_ours",
        title="Wisconsin board or commission (ours)",
        base_limit=form.made().base_limit,  # type: ignore[union-attr]  # it was kept, so it is whole
    )
    assert titles(screen)[0] == ours.title


def test_the_rule_and_the_attorney_stay_in_view(screen: StandingScreen, keys: Keyboard) -> None:
    for chord, strip in (("Alt+1", screen.body_form.strip), ("Alt+2", screen.profile_form.strip)):
        keys.chord(chord)
        assert strip.isVisible()
        assert strip.attorney.text() == ATTORNEY
        assert screen.rect().contains(strip.geometry())


def test_every_field_of_the_rules_is_refused_beside_itself_and_the_rest_is_kept(
    screen: StandingScreen, keys: Keyboard, office: Office
) -> None:
    keys.chord("Alt+2")
    form = screen.profile_form
    for line in form.lines.values():
        keys.to(line.editor)
        QApplication.clipboard().setText(HOSTILE)
        keys.chord("Ctrl+A")
        keys.chord("Ctrl+V")
    keys.chord("Ctrl+Return")
    assert screen.said == "Something is still to be mended, where it says so. Nothing was kept yet."
    assert {name for name, field in form.fields.items() if field.sentence} == set(form.lines)
    assert keys.focus is form.lines["title"].editor
    assert office.library.own("profiles") == frozenset()
    assert form.lines["source"].text() == HOSTILE
    keys.chord("Ctrl+R")
    assert not any(field.sentence for field in form.fields.values())
    assert form.lines["title"].text() == "Wisconsin board or commission"


def test_a_new_profile_is_typed_and_removed_at_the_second_press(
    screen: StandingScreen, keys: Keyboard, office: Office
) -> None:
    keys.chord("Alt+2")
    keys.chord("Ctrl+N")
    form = screen.profile_form
    assert keys.focus is form.lines["title"].editor
    keys.press("Lakemont")
    keys.to(form.choices["pooling"].editor)
    keys.press("a")
    keys.chord("Ctrl+Return")
    assert office.library.profile("lakemont").pooling is Pooling.GROUP
    keys.chord("Ctrl+Shift+Delete")
    assert screen.said == "Press again to remove “Lakemont”. Hearings that were prepared with it keep it."
    assert office.library.own("profiles") == {"lakemont"}
    keys.chord("Ctrl+Shift+Delete")
    assert office.library.own("profiles") == frozenset()
    assert screen.said == "“Lakemont” is removed."


def test_a_title_that_other_rules_have_is_refused(screen: StandingScreen, keys: Keyboard, office: Office) -> None:
    keys.chord("Alt+2")
    keys.chord("Ctrl+N")
    keys.press("wisconsin  board or COMMISSION")
    keys.chord("Ctrl+Return")
    title = screen.profile_form.lines["title"]
    assert title.sentence == "Other rules have this title. Give these another one."
    assert office.library.own("profiles") == frozenset()


def test_a_copy_is_kept_at_once(screen: StandingScreen, keys: Keyboard, office: Office) -> None:
    keys.chord("Alt+2")
    for _ in range(2):
        keys.chord("Ctrl+D")
    assert titles(screen)[:2] == ["Wisconsin board or commission (ours)", "Wisconsin board or commission (ours 2)"]
    assert free_title("X (ours 2)", ["X (ours)", "X (ours 2)"]) == "X (ours 3)"


def test_nothing_typed_is_lost_by_choosing_another_or_leaving(screen: StandingScreen, keys: Keyboard) -> None:
    keys.chord("Alt+2")
    keys.press(Key.Key_Return)
    form = screen.profile_form
    keys.to(form.lines["title"].editor)
    keys.press("Ours")
    unsaved = "“Wisconsin board or commission” was changed and is not saved. Save it, or take the changes back."
    keys.to(screen.profiles.list)
    keys.press(Key.Key_Down)
    assert screen.said == unsaved
    assert (form.lines["title"].text(), screen.profiles.list.key) == ("Ours", "wisconsin_generic")
    keys.chord("Alt+3")
    assert screen.page is screen.profiles
    keys.press(Key.Key_Escape)
    assert screen.isVisible()
    assert screen.said == unsaved
    keys.press(Key.Key_Escape)
    assert not screen.isVisible()


def test_a_file_that_cannot_be_read_is_named(office: Office, show: Show) -> None:
    folder = office.data / "profiles"
    folder.mkdir(parents=True)
    (folder / "torn.toml").write_text("title = ", encoding="utf-8")
    shown = standing_screen(office, TODAY)
    show(shown)
    assert "torn.toml cannot be used" in shown.said


def test_a_folder_that_cannot_be_written_is_said_and_what_was_typed_stays(
    screen: StandingScreen, keys: Keyboard, office: Office
) -> None:
    keys.chord("Alt+2")
    office.data.mkdir(parents=True, exist_ok=True)
    (office.data / "profiles").write_text("in the way", encoding="utf-8")
    keys.chord("Ctrl+N")
    keys.press("Lakemont")
    keys.chord("Ctrl+Return")
    assert "Nothing was changed" in screen.said
    assert screen.profile_form.lines["title"].text() == "Lakemont"


# Concerns


def test_a_concern_set_is_made_by_keyboard(screen: StandingScreen, keys: Keyboard, office: Office) -> None:
    keys.chord("Alt+3")
    keys.chord("Ctrl+N")
    form = screen.set_form
    keys.press("Housing")
    keys.chord("Ctrl+Shift+N")
    assert keys.focus is form.label_.editor
    keys.press("Rents")
    keys.to(form.code.editor)
    keys.chord("Ctrl+A")
    keys.press("rent")
    keys.to(form.key.editor)
    keys.press("C")
    keys.chord("Ctrl+Shift+N")
    keys.press("Repairs")
    keys.to(form.kind.editor)
    keys.press(Key.Key_Down)
    keys.to(form.definition.editor)
    keys.press("What is broken and not mended.")
    keys.chord("Alt+Up")
    keys.chord("Ctrl+Return")
    kept = office.library.concerns("housing")
    assert [concern.label for concern in kept.concern] == ["Repairs", "Rents"]
    assert kept.concern[1] == Concern("RENT", "Rents", ConcernKind.CONCERN, "", 1)
    assert kept.concern[0].definition == "What is broken and not mended."
    assert kept.concern[0].kind is not ConcernKind.CONCERN


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("code", "a-b", "A code is 1 to 12 capital letters or digits, like PRIV."),
        ("code", "X" * 50, "A code is 1 to 12 capital letters or digits, like PRIV."),
        ("code", "MISID", "The code MISID stands for another concern of this set. Write another."),
        ("label", "", "Say in a word or two what is raised, such as Privacy invasion."),
        ("label", "misidentification", "Another concern of this set is called so. Tell the two apart."),
        ("label", "y" * 70, "This is 70 characters long; 60 are the most."),
        ("definition", "z" * 510, "This is 510 characters long; 500 are the most."),
    ],
)
def test_a_bad_field_of_a_concern_is_said_beside_it(
    screen: StandingScreen, keys: Keyboard, office: Office, field: str, text: str, sentence: str
) -> None:
    keys.chord("Alt+3")
    form = screen.set_form
    line = form.fields[field]
    keys.to(line.editor)
    keys.chord("Ctrl+A")
    keys.press(text or Key.Key_Backspace)
    keys.chord("Ctrl+Return")
    assert line.sentence == sentence
    assert screen.said == "Something is still to be mended, where it says so. Nothing was kept yet."
    assert office.library.own("concerns") == frozenset()


def test_a_number_key_is_given_once(screen: StandingScreen, keys: Keyboard) -> None:
    keys.chord("Alt+3")
    form = screen.set_form
    keys.to(form.key.editor)
    keys.press(Key.Key_Down)
    assert form.key.sentence == "Key 2 is that of “Misidentification”. Choose another, or none."
    keys.press(Key.Key_Home)
    assert form.key.sentence == ""


def test_a_fault_elsewhere_in_the_set_is_brought_into_view(screen: StandingScreen, keys: Keyboard) -> None:
    keys.chord("Alt+3")
    keys.chord("Ctrl+Shift+N")
    form = screen.set_form
    form.list.choose(5)
    keys.chord("Ctrl+Return")
    assert form.list.key == 1
    assert form.label_.sentence.startswith("Say in a word or two")


def test_a_set_without_a_title_or_a_concern_is_not_kept(screen: StandingScreen, keys: Keyboard, office: Office) -> None:
    keys.chord("Alt+3")
    keys.chord("Ctrl+N")
    keys.chord("Ctrl+Return")
    form = screen.set_form
    assert form.title.sentence == "Give the set a title, such as Housing."
    assert form.counts.text() == "Add at least one concern."
    keys.press("Housing " * 20)
    assert form.title.sentence == "This is 159 characters long; 60 are the most."
    assert office.library.own("concerns") == frozenset()


@pytest.mark.parametrize("size", [(1366, 768), (820, 500)])
def test_a_fault_is_brought_into_view(
    screen: StandingScreen, keys: Keyboard, qtbot: QtBot, size: tuple[int, int]
) -> None:
    screen.resize(*size)
    keys.chord("Alt+2")
    last = screen.profile_form.lines["no_word"]
    last.show_text("")
    screen.profile_form.changed.emit()
    assert last.visibleRegion().isEmpty()
    keys.chord("Ctrl+Return")
    assert keys.focus is last.editor
    qtbot.waitUntil(lambda: last.editor.visibleRegion().boundingRect().height() == last.editor.height())
