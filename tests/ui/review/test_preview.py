"""The page beside the editor: the one that is typed on, drawn apart from the window, the latest wish first."""

from PySide6.QtCore import Qt

from tests.ui.review.conftest import TEXT, Reviewer


def test_the_page_of_the_chosen_speaker_is_drawn(reviewer: Reviewer) -> None:
    reviewer.window.list.choose(("everybody", 1, ""))
    wish = reviewer.drawn()
    assert wish.wanted == (TEXT, "Ann Lee")
    assert reviewer.window.preview.of == 3


def test_what_is_typed_is_on_the_page_before_it_is_on_the_record(reviewer: Reviewer) -> None:
    reviewer.window.list.choose(("no_summary", 2, ""))
    reviewer.press(Qt.Key.Key_Return, "Not recorded yet")
    wish = reviewer.drawn()
    assert wish.hearing.registrations[2].summary == "Not recorded yet"
    assert reviewer.hearing.registrations[2].summary == ""


def test_while_one_page_is_drawn_the_window_lives_and_only_the_latest_wish_follows(reviewer: Reviewer) -> None:
    reviewer.drawn()
    reviewer.drawer.gate.clear()
    reviewer.window.list.choose(("no_summary", 2, ""))
    reviewer.press(Qt.Key.Key_Return, "a")
    reviewer.qtbot.waitUntil(lambda: reviewer.drawer.wishes[-1].hearing.registrations[2].summary == "a")
    before = len(reviewer.drawer.wishes)
    for letter in "bcd":
        reviewer.press(letter)
        reviewer.qtbot.waitUntil(lambda: not reviewer.window.preview.pausing)
    assert reviewer.window.speaker.text == "abcd"
    reviewer.drawer.gate.set()
    reviewer.qtbot.waitUntil(lambda: reviewer.drawer.wishes[-1].hearing.registrations[2].summary == "abcd")
    assert len(reviewer.drawer.wishes) == before + 1


def test_pages_are_turned(reviewer: Reviewer) -> None:
    reviewer.drawn()
    reviewer.window.preview.after.click()
    assert reviewer.drawn().number == 2
    assert reviewer.window.preview.number == 2
    reviewer.window.preview.before.click()
    assert reviewer.drawn().number == 1
    assert reviewer.window.preview.before.refusal == "This is the first page."


def test_a_page_that_cannot_be_drawn_is_said_and_typing_goes_on(reviewer: Reviewer) -> None:
    reviewer.drawn()
    reviewer.drawer.fault = ValueError("x")
    reviewer.window.list.choose(("no_summary", 2, ""))
    reviewer.drawn()
    assert reviewer.window.preview.said == "The page cannot be drawn (ValueError). What you type is safe."
    reviewer.drawer.fault = None
    reviewer.press(Qt.Key.Key_Return, "Typed.")
    reviewer.drawn()
    assert reviewer.window.preview.said == ""
