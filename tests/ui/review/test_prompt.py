"""Summaries are neutral by how they are asked for: a prompt that starts the sentence, and no word of its own (M-07)."""

from PySide6.QtCore import Qt

from hearingdesk.ui.kit.text import PlainLabel
from tests.ui.review.conftest import Reviewer


def test_the_summary_prompts_and_invents_nothing(reviewer: Reviewer) -> None:
    reviewer.press(Qt.Key.Key_Down)
    point = reviewer.window.point
    assert point is not None
    assert (point.slip, reviewer.hearing.registrations[2].marks) == (2, ())
    prompts = [words.text() for words in reviewer.window.speaker.summary.findChildren(PlainLabel) if words.isVisible()]
    assert "Said that …" in prompts
    assert reviewer.window.speaker.text == ""
    reviewer.window.close()
    assert reviewer.hearing.registrations[2].summary == ""
