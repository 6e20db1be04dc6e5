"""Bodies kept by keyboard; what is prepared already stays as it is (R-02)."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from hearingdesk.domain.standing import KeptBody, Usual
from hearingdesk.domain.values import Member
from hearingdesk.office import Office
from hearingdesk.setting_up import standing_screen
from hearingdesk.ui.setup.screen import Screen
from hearingdesk.ui.setup.standing import StandingScreen
from tests.builders import BODY, CONCERNS, MEETING, PROFILE
from tests.keyboard import Keyboard
from tests.ui.setup.conftest import TODAY

Key = Qt.Key
Show = Callable[[Screen], Screen]


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
