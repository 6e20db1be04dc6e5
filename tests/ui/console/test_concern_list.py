"""The list of concerns: what needs a definition, other words, mergers with what follows said first, number keys."""

from hearingdesk.domain import rules
from hearingdesk.domain.values import Capacity, Mode, Position
from hearingdesk.ui.console.sheets.concern_drawers import MergeDrawer, RenameDrawer
from hearingdesk.ui.console.sheets.concern_list import NO_OTHER, ConcernListSheet
from tests.builders import PROFILE, Evening, commenting
from tests.ui.console.conftest import AtConsole, Clerk


def heard_three() -> Evening:
    """Three were heard; one concern was added in mid-speech."""
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz", "Cy Dao")
    evening.turn(1, marks=("PRIV",))
    evening.act(rules.add_concern, label="Being watched")
    evening.turn(2, marks=("BEINGWAT", "PRIV"))
    evening.turn(3, marks=("BEINGWAT",))
    return evening


def opened(clerk: Clerk) -> ConcernListSheet:
    clerk.press("Ctrl+L")
    sheet = clerk.sheet()
    assert isinstance(sheet, ConcernListSheet)
    return sheet


def test_a_concern_added_in_mid_speech_is_listed_as_needing_a_definition_until_it_has_one(
    at_console: AtConsole,
) -> None:
    clerk = at_console(heard_three())
    row = next(row for row in clerk.console.concerns.rows if row.code == "BEINGWAT")
    assert row.spoken == "Being watched, 2 of 3 speakers, raised by this speaker, needs a definition"
    sheet = opened(clerk)
    assert sheet.missing.text() == "1 concern needs a definition: Being watched."
    assert sheet.list.key == "BEINGWAT"
    assert (sheet.list.current and sheet.list.current.aside) == "⚑ needs a definition · 2 speakers"
    clerk.press("D")
    clerk.type("In public places, by cameras.")
    clerk.press("Return")
    assert sheet.said == "“Being watched” is defined."
    assert clerk.hearing.concern("BEINGWAT").definition == "In public places, by cameras."
    assert not sheet.missing.isVisible()
    assert clerk.last == "Being watched defined: In public places, by cameras."


def test_renaming_says_what_stays_and_keeps_every_mark(at_console: AtConsole) -> None:
    clerk = at_console(heard_three())
    sheet = opened(clerk)
    clerk.press("Return", "Ctrl+A")
    clerk.type("Surveillance in public")
    clerk.press("Return")
    assert sheet.said == "It is called “Surveillance in public” now."
    assert clerk.item.tally.people("BEINGWAT") == 2
    assert "Concern BEINGWAT renamed: Surveillance in public" in sheet.history.text()
    assert sheet.history.text().startswith("6:0")


def test_a_merge_says_first_who_moves_and_can_be_struck(at_console: AtConsole) -> None:
    clerk = at_console(heard_three())
    sheet = opened(clerk)
    clerk.press("M")
    drawer = sheet.drawer
    assert isinstance(drawer, MergeDrawer)
    assert drawer.follows.text() == (
        "2 speakers move from “Being watched” to “Privacy invasion”; 1 speaker raised both and counts once. "
        "“Privacy invasion” then has 3, and “Being watched” leaves the list. Striking the entry undoes it."
    )
    clerk.press("Down")
    assert drawer.follows.text().startswith("2 speakers move from “Being watched” to “Misidentification”. ")
    clerk.press("Up", "Return")
    assert sheet.said == "“Being watched” is part of “Privacy invasion” now."
    assert clerk.item.tally.people("PRIV") == 3
    clerk.press("Escape", "Ctrl+Z")
    assert clerk.item.tally.people("BEINGWAT") == 2


def test_a_number_key_is_exchanged_and_the_panel_follows(at_console: AtConsole) -> None:
    clerk = at_console(heard_three())
    sheet = opened(clerk)
    clerk.press("K", "Home", "Return")
    assert sheet.said == "“Being watched” lies on key 1 now."
    assert [(row.code, row.cap) for row in clerk.console.concerns.rows] == [
        ("BEINGWAT", "Ctrl+1"),
        ("MISID", "Ctrl+2"),
        ("PRIV", "Ctrl+3"),
        ("NONE", "Ctrl+-"),
    ]
    clerk.press("Escape", "Ctrl+1")
    assert clerk.slip(3).marks == ("BEINGWAT", "BEINGWAT")


def test_what_is_refused_is_said_and_what_was_typed_stays(at_console: AtConsole) -> None:
    clerk = at_console(heard_three())
    sheet = opened(clerk)
    clerk.press("Return", "Ctrl+A")
    clerk.type("misidentification")
    clerk.press("Return")
    assert sheet.said == "“misidentification” is on the list already. To make one of the two, merge them."
    assert isinstance(sheet.drawer, RenameDrawer)
    assert sheet.drawer.words.text() == "misidentification"
    clerk.press("Escape")
    sheet.list.choose("NONE")
    clerk.press("M")
    assert sheet.said == "That nothing on the list was raised is no concern, and is not merged with one."
    assert sheet.merge.refusal == sheet.said


def test_one_concern_alone_has_none_to_merge_with(at_console: AtConsole) -> None:
    evening = heard_three()
    evening.act(rules.merge_concerns, code="BEINGWAT", into="PRIV")
    evening.act(rules.merge_concerns, code="MISID", into="PRIV")
    sheet = opened(at_console(evening))
    assert sheet.merge.refusal == NO_OTHER
    assert "Misidentification merged into Privacy invasion" in sheet.history.text()


def test_nothing_listed_by_one_key_codes_the_speaker(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    assert (clerk.item.tally.heard, clerk.item.tally.coded) == (1, 0)
    clerk.write("Spoke of the weather")
    clerk.press("Ctrl+-")
    assert clerk.slip(1).marks == ("NONE",)
    assert (clerk.item.tally.heard, clerk.item.tally.coded) == (1, 1)
    assert clerk.console.summary.text == "Spoke of the weather"
    clerk.press("Ctrl+1", "Ctrl+-")
    assert clerk.slip(1).marks == ("PRIV",)
    assert clerk.said == "Ann Lee is marked “Privacy invasion” already."


def tally_of(clerk: Clerk) -> tuple[str, str, str]:
    bar = clerk.console.concerns.tally
    return bar.as_of, bar.note, bar.apart


def test_the_counts_say_as_of_when_and_what_was_frozen_at_close(at_console: AtConsole) -> None:
    clerk = at_console(heard_three())
    clerk.console.show_time(clerk.clock.now())
    before = tally_of(clerk)[0]
    assert before.startswith("as of 6:0")
    clerk.wait(60)
    assert tally_of(clerk)[0] != before
    assert tally_of(clerk)[1] == "Noted by staff. Not a vote."
    clerk.desk.record(rules.close_testimony)
    clerk.desk.record(rules.raise_concern, code="MISID", slip=3)
    assert tally_of(clerk)[1].startswith("At close, 6:0")
    assert tally_of(clerk)[1].endswith(": 3 heard, 3 coded. Not a vote.")
    misid = next(row for row in clerk.console.concerns.rows if row.code == "MISID")
    assert misid.more.endswith("1 of 3 speakers coded, 1 mention. At close: 0.")


def test_staff_and_what_came_in_writing_stand_apart(at_console: AtConsole) -> None:
    evening = heard_three()
    staff = evening.register("Sam Wu", capacity=Capacity.STAFF)
    evening.turn(staff, marks=("PRIV",))
    for position in (Position.SUPPORT, Position.OPPOSE, Position.OPPOSE):
        evening.register("W", mode=Mode.WRITTEN, position=position)
    clerk = at_console(evening)
    assert tally_of(clerk)[2] == "Apart: 1 staff · 3 in writing (▲ 1 ▼ 2)"
    assert next(row for row in clerk.console.concerns.rows if row.code == "PRIV").people == 2
