"""The journal by keys: any entry found, its consequences shown, struck with what rests on it, put back."""

from hearingdesk.domain.values import Standing
from hearingdesk.ui.console.journal import SHOWN
from hearingdesk.ui.console.sheets.entry import EntrySheet
from tests.builders import PROFILE, commenting
from tests.ui.console.conftest import AtConsole, Clerk


def heard_with_marks(at_console: AtConsole) -> Clerk:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz"))
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+1", "Ctrl+2")
    return clerk


def open_entry(clerk: Clerk, *words: str, below: int = 0) -> EntrySheet:
    """Searched for in the journal and opened, by keys alone; ``below`` is which of those found."""
    clerk.press("Ctrl+J")
    clerk.type(" ".join(words))
    clerk.press("Return", *["Down"] * below, "Return")
    sheet = clerk.sheet()
    assert isinstance(sheet, EntrySheet)
    return sheet


def test_the_journal_is_searched_by_words_name_time_and_number(at_console: AtConsole) -> None:
    clerk = heard_with_marks(at_console)
    found = {}
    for looked_for in ("MISID", "privacy raised", "6:00:02 ann", "1"):
        clerk.press("Ctrl+J", "Ctrl+A")
        clerk.type(looked_for)
        found[looked_for] = [row.words for row in clerk.console.journal.rows]
    assert found["MISID"] == ["Misidentification raised"]
    assert found["privacy raised"] == ["Privacy invasion raised"]
    assert found["6:00:02 ann"] == ["Ann Lee began"]
    assert found["1"][-1].startswith("Record opened")


def test_an_entry_older_than_those_shown_is_found(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, *(f"Person {n}" for n in range(SHOWN + 50))))
    assert len(clerk.console.journal.rows) == SHOWN
    clerk.press("Ctrl+J")
    clerk.type("record opened")
    assert [row.seq for row in clerk.console.journal.rows] == [1]
    clerk.press("Esc")
    assert len(clerk.console.journal.rows) == SHOWN


def test_leaving_the_search_gives_the_keys_back_to_the_summary(at_console: AtConsole) -> None:
    clerk = heard_with_marks(at_console)
    clerk.press("Ctrl+T", "Ctrl+J", "Esc")
    assert clerk.focus is clerk.console.summary.edit


def test_what_rests_on_an_entry_is_shown_before_all_of_it_is_struck_at_one_moment(at_console: AtConsole) -> None:
    clerk = heard_with_marks(at_console)
    sheet = open_entry(clerk, "ann", "began")
    assert sheet.consequences.text() == "2 later entries rest on it and would be struck with it:"
    shown = [(line.title, line.below) for line in sheet.list.lines.rows]
    assert shown == [
        ("Privacy invasion raised", "Ann Lee has not begun to speak."),
        ("Misidentification raised", "Ann Lee has not begun to speak."),
    ]
    before = len(clerk.hearing.entries)
    clerk.type("pressed too soon")
    clerk.press("Return")
    assert clerk.sheet() is None
    assert clerk.slip(1).standing is Standing.CALLED
    assert clerk.slip(1).marks == ()
    struck = clerk.hearing.entries[before:]
    assert len({entry.at for entry in struck}) == 1
    assert clerk.last == "Entry 9 struck (“Ann Lee began”): pressed too soon"


def test_esc_leaves_everything_as_it_was(at_console: AtConsole) -> None:
    clerk = heard_with_marks(at_console)
    before = len(clerk.hearing.entries)
    open_entry(clerk, "ann", "began")
    clerk.press("Esc")
    assert (clerk.sheet(), len(clerk.hearing.entries)) == (None, before)


def test_a_struck_entry_found_in_the_journal_counts_again(at_console: AtConsole) -> None:
    clerk = heard_with_marks(at_console)
    open_entry(clerk, "privacy", "raised")
    clerk.press("Return")
    assert clerk.slip(1).marks == ("MISID",)
    sheet = open_entry(clerk, "struck", "privacy", below=1)
    assert sheet.main.words == "Let it count again"
    clerk.press("Return")
    assert clerk.slip(1).marks == ("PRIV", "MISID")


def test_what_cannot_come_back_says_why(at_console: AtConsole) -> None:
    clerk = heard_with_marks(at_console)
    open_entry(clerk, "ann", "began")
    clerk.press("Return")
    sheet = open_entry(clerk, "struck", "privacy", below=1)
    assert sheet.main.refusal.endswith("what it rested on no longer counts. Ann Lee has not begun to speak.")
    before = len(clerk.hearing.entries)
    clerk.press("Return")
    assert len(clerk.hearing.entries) == before


def test_the_first_entry_and_a_strike_are_never_struck(at_console: AtConsole) -> None:
    clerk = heard_with_marks(at_console)
    assert open_entry(clerk, "record", "opened").main.refusal == (
        "The first entry opens the record and cannot be struck."
    )
    clerk.press("Esc", "Ctrl+Z")
    assert open_entry(clerk, "entry", "struck").main.refusal == "A strike is taken back by lifting it."


def test_one_key_shows_one_kind_of_entries_after_the_other_and_then_all_again(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+1", "Alt+O", "Ctrl+Z", "Ctrl+T")
    journal = clerk.console.journal
    everything = [row.seq for row in journal.rows]
    told: dict[str, list[str]] = {}
    for _ in range(6):
        clerk.press("Alt+J")
        told[journal.filter.words] = [row.words for row in journal.rows]
    assert list(told) == ["Floor", "Heard", "Motions", "Slips", "Meeting", "Struck"]
    assert told["Floor"] == ["Ann Lee began", "Ann Lee called (3:00)"]
    assert told["Heard"] == ["Ann Lee states: Oppose", "Privacy invasion raised"]
    assert told["Motions"] == []
    assert told["Slips"] == ["Slip 1: Ann Lee"]
    assert told["Struck"][0].startswith("Entry 10 struck")
    assert told["Struck"][1] == "Ann Lee states: Oppose"
    clerk.press("Alt+J")
    assert [row.seq for row in journal.rows] == everything
    assert clerk.at(clerk.console.summary.edit)


def test_the_search_goes_through_the_kind_that_is_shown(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return", "Alt+J", "Ctrl+J")
    clerk.type("ann")
    assert [row.words for row in clerk.console.journal.rows] == ["Ann Lee began", "Ann Lee called (3:00)"]
