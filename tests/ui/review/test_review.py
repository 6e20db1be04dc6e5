"""Review by keys alone: every open point is reached, mended and gone; the second coder sees no mark of the first."""

from PySide6.QtCore import Qt

from hearingdesk.domain import rules
from hearingdesk.domain.values import Coding, Position
from hearingdesk.ui.kit.text import PlainLabel
from tests.ui.review.conftest import TEXT, Review, Reviewer, reviewed_evening

ENTER, ESCAPE, DOWN, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Space


def marks(reviewer: Reviewer, slip: int) -> tuple[str, ...]:
    return reviewer.hearing.registrations[slip].marks


def point(reviewer: Reviewer) -> tuple[str, int] | None:
    """What is chosen."""
    chosen = reviewer.window.point
    return (chosen.kind.value, chosen.slip) if chosen else None


def test_what_is_open_is_listed_by_kind_and_then_everybody(reviewer: Reviewer) -> None:
    assert reviewer.listed == [
        "Names to check (1)",
        "3, Cy Vang, The spelling is uncertain.",
        "Not coded (1)",
        "2, Bo Cruz, Heard, and no concern is marked, nor that there was none.",
        "No summary (1)",
        "2, Bo Cruz, The minutes say only that they spoke.",
        "Everybody heard (3)",
        f"1, Ann Lee, {TEXT}",
        "2, Bo Cruz, No summary.",
        f"3, Cy Vang, {TEXT}",
    ]


def test_everything_open_is_mended_by_keys_alone(reviewer: Reviewer) -> None:
    reviewer.press(ENTER)  # the name
    assert reviewer.focus is reviewer.window.speaker.name.editor
    reviewer.press(Qt.Key.Key_End, Qt.Key.Key_Backspace, "k", ENTER)
    assert reviewer.hearing.registrations[3].sign_up.name == "Cy Vank"
    assert not reviewer.hearing.registrations[3].sign_up.name_uncertain
    reviewer.press(ESCAPE)
    assert point(reviewer) == ("uncoded", 2)
    reviewer.press(ENTER, "2")  # the concerns, by number
    assert reviewer.last == "Misidentification raised"
    assert reviewer.hearing.registrations[2].marks == ("MISID",)
    assert reviewer.hearing.registrations[2].codings[Coding.LIVE] == ()
    reviewer.press(ESCAPE)
    assert point(reviewer) == ("no_summary", 2)
    reviewer.press(ENTER, "Asked for an audit of it all.")
    reviewer.chord("Ctrl+Return")
    assert reviewer.hearing.registrations[2].summary == "Asked for an audit of it all."
    assert [words for words in reviewer.listed if words.endswith(")")] == ["Everybody heard (3)"]


def test_marks_are_cleared_as_they_were_ticked(reviewer: Reviewer) -> None:
    reviewer.window.list.choose(("everybody", 1, ""))
    reviewer.window.speaker.marks.setFocus()
    reviewer.press(SPACE)
    assert marks(reviewer, 1) == ()
    reviewer.press(SPACE)
    assert marks(reviewer, 1) == ("PRIV",)
    assert reviewer.window.speaker.marks.ticked == ["PRIV"]


def test_a_position_is_stated_from_the_editor(reviewer: Reviewer) -> None:
    reviewer.window.list.choose(("everybody", 1, ""))
    reviewer.window.speaker.position.setFocus()
    reviewer.press("Opp")
    assert reviewer.hearing.registrations[1].stated is Position.OPPOSE


def test_a_concern_is_defined(review: Review) -> None:
    evening = reviewed_evening()
    evening.act(rules.add_concern, label="Bees", code="BEES")
    reviewer = review(evening)
    assert reviewer.window.list.choose(("undefined", 0, "BEES"))
    reviewer.press(ENTER, "Harm to bees.")
    reviewer.chord("Ctrl+Return")
    assert reviewer.hearing.concern("BEES").definition == "Harm to bees."
    assert not any("Bees" in words for words in reviewer.listed)


def test_typed_text_is_a_draft_and_comes_back_with_its_speaker(reviewer: Reviewer) -> None:
    reviewer.window.list.choose(("no_summary", 2, ""))
    reviewer.press(ENTER, "Half a sent")
    reviewer.window.list.choose(("everybody", 1, ""))
    assert reviewer.window.speaker.text == TEXT
    assert reviewer.journal.drafts() == {"summary/2": "Half a sent"}
    reviewer.window.list.choose(("everybody", 2, ""))
    assert reviewer.window.speaker.text == "Half a sent"
    reviewer.chord("Ctrl+Return")
    assert reviewer.journal.drafts() == {}


def test_closed_in_mid_word_nothing_typed_is_lost(reviewer: Reviewer) -> None:
    reviewer.window.list.choose(("no_summary", 2, ""))
    reviewer.press(ENTER, "Half a sent")
    reviewer.window.close()
    assert reviewer.journal.drafts() == {"summary/2": "Half a sent"}


def test_what_another_road_records_is_shown_and_what_is_typed_stays(reviewer: Reviewer) -> None:
    reviewer.window.list.choose(("no_summary", 2, ""))
    reviewer.press(ENTER, "Typing")
    reviewer.desk.record(rules.raise_concern, slip=2, code="PRIV")
    assert reviewer.window.speaker.text == "Typing"
    assert reviewer.window.speaker.marks.ticked == ["PRIV"]


def test_the_second_coder_is_blind_to_the_first(reviewer: Reviewer) -> None:
    reviewer.chord("Alt+2")
    window = reviewer.window
    assert window.coding.marks.ticked == []
    told = [line.words for line in window.coding.marks.lines.rows] + reviewer.listed
    told += [label.text() for label in window.coding.findChildren(PlainLabel)]
    assert not any("raised" in words or "first coder" in words.lower() for words in told)
    assert [words for words in reviewer.listed if "," in words] == [
        f"1, Ann Lee, {TEXT}",
        "2, Bo Cruz, No summary.",
        f"3, Cy Vang, {TEXT}",
    ]


def test_two_coders_and_the_settling_between_them(reviewer: Reviewer) -> None:
    reviewer.chord("Alt+2")
    assert reviewer.focus is reviewer.window.coding.coder.editor
    reviewer.press("mk")
    reviewer.window.list.setFocus()
    reviewer.press(ENTER, "2")
    reviewer.chord("Ctrl+Return")
    assert reviewer.last == "Ann Lee coded, second coder by mk: Misidentification"
    assert marks(reviewer, 1) == ("PRIV",)
    assert point(reviewer) == ("second", 2)
    reviewer.chord("Alt+3")
    rows = reviewer.window.coding.marks.lines.rows
    assert [(line.title, line.aside) for line in rows][:2] == [
        ("Privacy invasion", "first coder only"),
        ("Misidentification", "second coder only"),
    ]
    reviewer.press(ENTER, "1")
    reviewer.chord("Ctrl+Return")
    assert reviewer.last == "Ann Lee coded, as agreed by mk: Privacy invasion"
    assert point(reviewer) is None
    assert reviewer.window.keys.made("go").refusal == "Nothing is open here."


def test_a_refusal_is_said_in_the_rules_own_words(reviewer: Reviewer) -> None:
    reviewer.chord("Alt+2")
    reviewer.press("rd")
    reviewer.window.list.setFocus()
    reviewer.press(ENTER, "2")
    reviewer.chord("Ctrl+Return")
    assert reviewer.window.said == "rd marked Ann Lee already. A second coder is somebody else."


def test_a_lost_journal_is_said_and_the_text_stays(reviewer: Reviewer) -> None:
    reviewer.window.list.choose(("no_summary", 2, ""))
    reviewer.press(ENTER, "Kept.")
    reviewer.journal.failing = "The disk is full. Free some space."
    reviewer.chord("Ctrl+Return")
    assert reviewer.window.said == "The disk is full. Free some space."
    assert reviewer.window.speaker.text == "Kept."
    reviewer.journal.failing = ""


def test_what_the_program_around_offers_is_reached_by_key(reviewer: Reviewer) -> None:
    reviewer.chord("Ctrl+Shift+E")
    reviewer.chord("Ctrl+Shift+W")
    assert reviewer.asked == ["export", "take back"]
    assert reviewer.window.said == "minutes.docx is no Word file."


def test_the_sheet_of_agreement_tells_counts_percent_and_kappa(reviewer: Reviewer) -> None:
    for slip in (1, 3):
        reviewer.desk.record(rules.code_speaker, slip=slip, codes=("PRIV",), coding=Coding.SECOND, coder="mk")
    reviewer.chord("Ctrl+Shift+A")
    assert reviewer.window.sheet is not None
    told = [label.text() for label in reviewer.window.sheet.findChildren(PlainLabel)]
    assert "2 speakers coded twice" in told
    reviewer.press(ESCAPE)
    assert reviewer.window.sheet is None
