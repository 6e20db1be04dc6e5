"""A draft taken back, side by side: clean changes are taken, conflicts are decided, facts are only told."""

from collections.abc import Callable, Collection

import pytest
from pytestqt.qtbot import QtBot

from hearingdesk.domain.edited import Comparison, FactChanged, ProseChanged
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.ui.kit.text import PlainLabel
from hearingdesk.ui.review.taken_sheet import TakenSheet

CLEAN = ProseChanged(1, "Ann Lee", "Old.", "Old.", "New.")
BOTH = ProseChanged(2, "Bo Cruz", "Old.", "Console.", "Word.")
LOST = ProseChanged(3, "Cy Vang", "Old.", "Old.", None)
FACT = FactChanged("6:47 p.m.", "6:00 p.m.")

Made = Callable[[Comparison], TakenSheet]


@pytest.fixture
def taken() -> list[list[int]]:
    return []


@pytest.fixture
def made(qtbot: QtBot, taken: list[list[int]]) -> Made:
    def make(told: Comparison) -> TakenSheet:
        sheet = TakenSheet(told, lambda also: taken.append(list(also)))
        qtbot.addWidget(sheet)
        return sheet

    return make


def words(sheet: TakenSheet) -> list[str]:
    return [label.text() for label in sheet.findChildren(PlainLabel)]


def test_both_sides_stand_beside_each_other_and_facts_are_told(made: Made) -> None:
    told = words(made(Comparison("minutes.docx", 2, (CLEAN, BOTH, LOST), (FACT,))))
    assert "Slip 1 · Ann Lee" in told
    assert {"In the record", "Old.", "In the file", "New."} <= set(told)
    assert "Changed on both sides. When the file was made: Old." in told
    assert "Its place is gone from the file. The record’s words stay." in told
    assert "1 line is not taken" in told
    assert FACT.sentence in told
    assert any("has had 2 more entries since it was made" in line for line in told)


def test_clean_changes_are_taken_and_a_conflict_only_when_it_is_decided(made: Made, taken: list[list[int]]) -> None:
    sheet = made(Comparison("minutes.docx", 1, (CLEAN, BOTH)))
    assert sheet.main.words == "Take 1 summary over"
    sheet.decisions[2].click()
    assert sheet.main.words == "Take 2 summaries over"
    sheet.main.click()
    assert taken == [[2]]


def test_nothing_to_take_is_grey_and_says_why(made: Made) -> None:
    sheet = made(Comparison("minutes.docx", 0))
    assert sheet.main.refusal == "There is nothing to take over."
    assert "It says nothing that the record does not say." in words(sheet)


def test_a_refusal_is_said_and_the_sheet_stays(qtbot: QtBot) -> None:
    def refuse(_also: Collection[int]) -> None:
        raise OutOfOrder("The minutes are approved.")

    sheet = TakenSheet(Comparison("minutes.docx", 0, (CLEAN,)), refuse)
    qtbot.addWidget(sheet)
    with qtbot.assertNotEmitted(sheet.closed):
        sheet.main.click()
    assert sheet.said == "The minutes are approved."


def test_notes_are_shown_and_counted_with_what_is_taken(made: Made, taken: list[list[int]]) -> None:
    sheet = made(Comparison("minutes.docx", 0, notes=("She meant 2024.",)))
    assert {"To be noted beside the minutes", "She meant 2024."} <= set(words(sheet))
    assert sheet.main.words == "Take 1 note over"
    sheet.main.click()
    assert taken == [[]]
    assert (
        made(Comparison("minutes.docx", 0, (CLEAN,), notes=("A", "B"))).main.words == "Take 1 summary and 2 notes over"
    )
