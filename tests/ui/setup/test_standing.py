"""Bodies, rule profiles and concern sets changed by keyboard; what is prepared already stays as it is (R-02)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hearingdesk.domain.profile import Pooling
from hearingdesk.domain.standing import KeptBody, Usual
from hearingdesk.domain.values import Concern, ConcernKind, Member
from hearingdesk.library import Library
from hearingdesk.office import Office
from hearingdesk.setting_up import free_title, standing_screen
from hearingdesk.ui.setup.screen import Screen
from hearingdesk.ui.setup.settings import ATTORNEY
from hearingdesk.ui.setup.standing import StandingScreen
from tests.builders import BODY, CONCERNS, MEETING, PROFILE
from tests.fakes import FakeClock
from tests.keyboard import Keyboard

Key = Qt.Key
Show = Callable[[Screen], Screen]
HOSTILE = "<b>&\\" * 101
TODAY = date(2026, 2, 6)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "data", FakeClock(), "rd")


@pytest.fixture
def screen(office: Office, show: Show) -> StandingScreen:
    made = standing_screen(office, TODAY)
    show(made)
    return made


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


# Bodies


def test_a_body_is_kept_with_all_that_is_usual(screen: StandingScreen, keys: Keyboard, office: Office) -> None:
    assert screen.bodies.copy.refusal == "There is nothing to copy yet."
    keys.chord("Ctrl+N")
    form = screen.body_form
    keys.press("Plan Commission")
    keys.to(form.who.members.editor)
    keys.press("Ada Brennan, Chair", Key.Key_Return, "Bo Hart")
    keys.to(form.profile.editor)
    keys.press("m")
    keys.to(form.concerns.editor)
    keys.press("z")
    keys.to(form.meets.editor)
    keys.press("1st and 3rd Thursday")
    assert form.meets._below.text() == "Next on Thursday, February 19, 2026."
    keys.to(form.time.editor)
    keys.press("5:30 PM")
    keys.to(form.place.editor)
    keys.press("Room 3")
    keys.chord("Ctrl+Return")
    (kept,) = office.bodies()
    assert (kept.body.name, kept.body.quorum) == ("Plan Commission", 2)
    assert kept.body.members == (Member("brennan", "Ada Brennan", "Chair"), Member("hart", "Bo Hart"))
    assert (kept.profile.name, kept.concern_set) == ("milwaukee_fpc", "land_use")
    assert kept.concerns == office.library.concerns("land_use").concern
    assert kept.usual == Usual("Regular meeting", "Room 3", "", "1st and 3rd Thursday", "5:30 PM", "")


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("body", "", "Say which body meets, such as Plan Commission."),
        ("body", "n" * 201, "This is 201 characters long; 200 are the most."),
        ("body", "Town  meeting", "Another body has this name. Give this one another."),
        ("jurisdiction", "n" * 201, "This is 201 characters long; 200 are the most."),
        ("members", "", "Name the members, one a line, in the order of the roll."),
        ("members", "x" * 201, "A name or office here is longer than 200 characters. Write one member a line."),
        ("quorum", "0", "Write a number from 1 to 5, or leave it empty for a majority."),
        ("member_word", "n" * 201, "This is 201 characters long; 200 are the most."),
        ("clerk", "n" * 201, "This is 201 characters long; 200 are the most."),
        ("kind", "n" * 201, "This is 201 characters long; 200 are the most."),
        ("place", "n" * 201, "This is 201 characters long; 200 are the most."),
        ("remote", "n" * 201, "This is 201 characters long; 200 are the most."),
        ("meets", "when asked", "This reads as no days. Write it like 1st and 3rd Thursday, or every Tuesday."),
        ("time", "5:30", "Say which: 5:30 AM or 5:30 PM."),
        ("time", "late", "This reads as no time. Write it like 6:00 PM."),
        ("timezone", "../../etc", "This is no time zone. Write it like America/Chicago."),
    ],
)
def test_every_field_of_a_body_is_refused_beside_itself(
    office: Office, show: Show, keys: Keyboard, field: str, text: str, sentence: str
) -> None:
    office.keep_body(KeptBody(BODY, PROFILE, CONCERNS))
    office.keep_body(KeptBody(replace(BODY, name="Town Meeting"), PROFILE))
    shown = standing_screen(office, TODAY)
    show(shown)
    wrong = shown.body_form.fields[field]
    keys.to(wrong.editor)
    keys.chord("Ctrl+A")
    keys.press(text or Key.Key_Backspace)
    keys.chord("Ctrl+Return")
    assert wrong.sentence == sentence
    also = {"quorum"} if field == "members" else set()
    assert {name for name, one in shown.body_form.fields.items() if one.sentence} <= {field} | also
    assert [kept.body.name for kept in office.bodies()] == [BODY.name, "Town Meeting"]
    assert keys.focus is wrong.editor


def test_a_body_is_renamed_and_its_members_keep_their_ids(office: Office, show: Show, keys: Keyboard) -> None:
    office.keep_body(KeptBody(replace(BODY, members=(Member("seat-1", "Ada Brennan"),), quorum=1), PROFILE, CONCERNS))
    shown = standing_screen(office, TODAY)
    show(shown)
    keys.press(Key.Key_Return)
    keys.chord("Ctrl+A")
    keys.press("Plan Commission")
    keys.chord("Ctrl+Return")
    (kept,) = office.bodies()
    assert (kept.body.name, kept.body.members[0].id) == ("Plan Commission", "seat-1")
    assert (kept.profile, kept.concerns) == (PROFILE, CONCERNS)


def test_what_a_hearing_was_prepared_with_outlives_every_later_change(
    office: Office, show: Show, keys: Keyboard
) -> None:
    profile = replace(office.library.profile("milwaukee_fpc"), name="ours", title="Ours")
    office.library.keep_profile(profile)
    hearing = office.create(BODY, MEETING, profile, CONCERNS)
    before = office.record(hearing)
    shown = standing_screen(office, TODAY)
    show(shown)
    keys.chord("Alt+2")
    keys.to(shown.profile_form.lines["base_limit"].editor)
    keys.press("1")
    keys.chord("Ctrl+Return")
    assert office.bodies()[0].profile.base_limit != profile.base_limit, "the next hearing has the new rules"
    keys.chord("Ctrl+Shift+Delete")
    keys.chord("Ctrl+Shift+Delete")
    keys.chord("Alt+1")
    keys.chord("Ctrl+Shift+Delete")
    keys.chord("Ctrl+Shift+Delete")
    assert office.bodies() == []
    after = office.record(hearing)
    assert (after.hearing.profile, after.hearing.body, after.head) == (profile, BODY, before.head)


def test_a_body_that_met_is_remembered_and_a_special_meeting_changes_nothing_usual(office: Office) -> None:
    first = office.library.profile("milwaukee_fpc")
    office.create(BODY, MEETING, first, CONCERNS)
    (kept,) = office.bodies()
    assert kept.usual.time == "6:00 PM"
    assert kept.usual.timezone == MEETING.timezone
    special = replace(MEETING, kind="Special meeting", place="Elsewhere")
    other = replace(BODY, members=BODY.members[:4])
    office.create(other, special, office.library.profile("capped_comment_30"), ())
    assert office.bodies() == [replace(kept, body=other)]


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
