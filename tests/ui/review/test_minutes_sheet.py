"""The life of the minutes by keys: presented, corrected, approved, corrected after that, and a note beside them."""

from PySide6.QtCore import Qt

from hearingdesk.domain.approval import MinutesState
from hearingdesk.ui.review.minutes_sheet import MinutesSheet
from tests.ui.review.conftest import Reviewer


def opened(reviewer: Reviewer) -> MinutesSheet:
    reviewer.chord("Ctrl+M")
    sheet = reviewer.window.sheet
    assert isinstance(sheet, MinutesSheet)
    return sheet


def test_from_draft_to_corrected_after_approval(reviewer: Reviewer) -> None:
    sheet = opened(reviewer)
    assert sheet.main.words == "They were presented"
    sheet.on.show_text("2026-02-12")
    reviewer.chord("Ctrl+Return")
    assert reviewer.last == "Minutes presented on February 12, 2026"
    assert sheet.main.words == "Approved as submitted"
    sheet.correction.setFocus()
    reviewer.press("A name.", Qt.Key.Key_Return)
    assert sheet.main.words == "Approved as corrected"
    sheet.on.show_text("2026-02-19")
    reviewer.chord("Ctrl+Return")
    assert reviewer.last == "Minutes approved as corrected on February 19, 2026"
    version = reviewer.hearing.minutes.approved
    assert version is not None
    assert version.head == f"{version.seq - 1:064x}"
    sheet.motion.setFocus()
    reviewer.press("of the Chair")
    sheet.on.show_text("2026-03-05")
    reviewer.chord("Ctrl+Return")
    assert reviewer.hearing.minutes.state is MinutesState.REOPENED
    assert sheet.main.refusal == "No correction is listed yet. Say first what is corrected."
    sheet.correction.setFocus()
    reviewer.press("A place.", Qt.Key.Key_Return)
    reviewer.chord("Ctrl+Return")
    assert reviewer.last == "Minutes corrected after approval on March 5, 2026"


def test_a_date_that_is_none_is_said_beside_the_field(reviewer: Reviewer) -> None:
    sheet = opened(reviewer)
    sheet.on.show_text("soon")
    reviewer.chord("Ctrl+Return")
    assert sheet.on.sentence.startswith("This reads as no date.")
    assert reviewer.hearing.minutes.state is MinutesState.DRAFT


def test_a_refusal_of_the_rule_is_said(reviewer: Reviewer) -> None:
    sheet = opened(reviewer)
    sheet.on.show_text("2020-01-01")
    reviewer.chord("Ctrl+Return")
    assert sheet.said == "January 1, 2020 is before the meeting, February 5, 2026. Mend the date."


def test_a_note_is_added_beside_the_minutes(reviewer: Reviewer) -> None:
    sheet = opened(reviewer)
    sheet.on.show_text("2026-03-05")
    sheet.note.setFocus()
    reviewer.press("She meant 2024.")
    sheet.add_note.click()
    assert [note.text for note in reviewer.hearing.minutes.notes] == ["She meant 2024."]


def test_approved_minutes_refuse_an_edit_in_the_rules_words(reviewer: Reviewer) -> None:
    sheet = opened(reviewer)
    for _ in range(2):
        sheet.on.show_text("2026-02-19")
        reviewer.chord("Ctrl+Return")
    sheet.close_sheet()
    reviewer.window.list.choose(("no_summary", 2, ""))
    reviewer.window.list.setFocus()
    reviewer.press(Qt.Key.Key_Return, "Too late.")
    reviewer.chord("Ctrl+Return")
    assert reviewer.window.said.startswith("The minutes are approved, and stay as they are.")
    assert reviewer.window.speaker.text == "Too late."
