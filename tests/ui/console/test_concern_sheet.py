"""Any concern by a few letters, on the speaker of now or on one heard before, and who is behind each number."""

from hearingdesk.domain import rules
from hearingdesk.domain.values import Capacity
from hearingdesk.ui.console.sheets.concern import NOT_FOUND, ConcernSheet
from tests.builders import PROFILE, commenting
from tests.ui.console.conftest import AtConsole, Clerk


def after_two(at_console: AtConsole) -> Clerk:
    """Two were heard, the third has the floor; a tenth of the concerns has no key."""
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz", "Cy Dao")
    evening.act(rules.add_concern, label="Data sharing with other agencies", definition="Immigration, for one.")
    evening.turn(1, marks=("PRIV", "MISID"))
    evening.turn(2, marks=("PRIV", "PRIV"))
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    return at_console(evening)


def opened(clerk: Clerk) -> ConcernSheet:
    clerk.press("Ctrl+Shift+0")
    sheet = clerk.sheet()
    assert isinstance(sheet, ConcernSheet)
    return sheet


def test_a_few_letters_and_enter_raise_any_concern(at_console: AtConsole) -> None:
    clerk = after_two(at_console)
    clerk.press("Ctrl+T")
    opened(clerk)
    clerk.type("immig")
    clerk.press("Return")
    assert clerk.slip(3).marks == ("DATASHAR",)
    assert clerk.sheet() is None
    assert clerk.focus is clerk.console.summary.edit


def test_one_press_shows_who_is_behind_a_number_and_of_how_many(at_console: AtConsole) -> None:
    clerk = after_two(at_console)
    sheet = opened(clerk)
    assert sheet.behind.text() == "Privacy invasion: 2 of 2 speakers coded, 3 mentions"
    shown = [(line.lead, line.title, line.aside) for line in sheet.people.lines.rows]
    assert shown == [("1", "Ann Lee", "Not stated"), ("2", "Bo Cruz", "Not stated · 2 times")]
    clerk.press("Down")
    assert sheet.behind.text() == "Misidentification: 1 of 2 speakers coded, 1 mention"
    assert [line.key for line in sheet.people.lines.rows] == [1]


def test_staff_are_listed_and_counted_apart(at_console: AtConsole) -> None:
    evening = commenting(PROFILE, "Ann Lee")
    staff = evening.register("Sam Wu", capacity=Capacity.STAFF)
    evening.turn(staff, marks=("PRIV",))
    evening.turn(1, marks=("PRIV",))
    sheet = opened(at_console(evening))
    assert sheet.behind.text() == "Privacy invasion: 1 of 1 speaker coded, 1 mention · 1 counted apart"
    shown = [(line.key, line.aside) for line in sheet.people.lines.rows]
    assert shown == [(1, "Not stated"), (staff, "Not stated · staff, counted apart")]


def test_a_heard_speaker_chosen_in_the_list_is_marked_and_no_one_else(at_console: AtConsole) -> None:
    clerk = after_two(at_console)
    clerk.press("Ctrl+K")
    clerk.type("ann")
    clerk.press("Return")
    sheet = opened(clerk)
    assert sheet.whose.editor.currentText() == "1 Ann Lee, chosen in the list"
    clerk.type("data")
    clerk.press("Return")
    assert clerk.slip(1).marks == ("PRIV", "MISID", "DATASHAR")
    assert clerk.slip(3).marks == ()


def test_somebody_chosen_who_was_not_heard_is_never_marked(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz"))
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+K")
    clerk.type("bo")
    clerk.press("Return")
    sheet = opened(clerk)
    assert sheet.whose.editor.currentText() == "1 Ann Lee, has the floor"
    clerk.press("Return")
    assert (clerk.slip(1).marks, clerk.slip(2).marks) == (("PRIV",), ())


def test_a_mark_is_taken_off_where_it_was_seen(at_console: AtConsole) -> None:
    clerk = after_two(at_console)
    clerk.press("Ctrl+D")
    sheet = opened(clerk)
    assert sheet.whose.editor.currentText() == "3 Cy Dao, heard last"
    assert sheet.take_off.refusal == "“Privacy invasion” is not marked for Cy Dao."
    clerk.press("Shift+Return")
    assert sheet.said == sheet.take_off.refusal
    clerk.press("Return", "Ctrl+Shift+0")
    clerk.type("priv")
    clerk.press("Shift+Return")
    assert clerk.slip(3).marks == ()


def test_what_is_on_no_list_says_how_to_add_it(at_console: AtConsole) -> None:
    clerk = after_two(at_console)
    sheet = opened(clerk)
    clerk.type("zebra")
    assert sheet.said == NOT_FOUND
    clerk.press("Return")
    assert clerk.slip(3).marks == ()
    assert sheet.behind.text() == ""


def test_before_anybody_is_heard_the_sheet_says_so(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    sheet = opened(clerk)
    clerk.press("Return")
    assert sheet.said == "Nobody has been heard yet. Call a speaker first."


def test_from_ten_coded_on_the_share_is_told_and_after_the_close_what_was_frozen(at_console: AtConsole) -> None:
    evening = commenting(PROFILE, *(f"Speaker {n}" for n in range(12)))
    for slip in range(1, 13):
        evening.turn(slip, marks=("PRIV",) if slip < 8 else ("MISID",))
    evening.act(rules.close_testimony)
    evening.act(rules.raise_concern, code="PRIV", slip=12)
    sheet = opened(at_console(evening))
    assert sheet.behind.text() == "Privacy invasion: 8 of 12 speakers coded (67 %), 8 mentions · 7 at close"
