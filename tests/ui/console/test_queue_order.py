"""The order of the queue by hand: keys, the mouse, and the reason that a far jump goes on the record with (Q-02)."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from hearingdesk.domain.events import SpeakerMoved
from hearingdesk.domain.values import Contact
from tests.builders import PROFILE, commenting
from tests.ui.console.conftest import AtConsole, Clerk

NAMES = ("Ann Lee", "Bo Cruz", "Cy Dao", "Dee Fox", "Eve Gill", "Fay Hart")


@pytest.fixture
def clerk(at_console: AtConsole) -> Clerk:
    sitting = at_console(commenting(PROFILE, *NAMES))
    sitting.console.queue.list.setFocus()
    return sitting


def order(clerk: Clerk) -> tuple[int, ...]:
    """Who is called after whom, now."""
    return clerk.item.queue


def gap(clerk: Clerk) -> int | None:
    """Where the line shows."""
    return clerk.console.queue.list.gap


def spot(clerk: Clerk, row: int, part: float) -> QPoint:
    """In this row, so far down."""
    view = clerk.console.queue.list
    return QPoint(80, view.rowViewportPosition(row) + int(view.rowHeight(row) * part))


def drag(clerk: Clerk, row: int, to: int, part: float) -> None:
    viewport = clerk.console.queue.list.viewport()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(viewport, left, none, spot(clerk, row, 0.5))
    QTest.mouseMove(viewport, spot(clerk, to, 0.5))
    QTest.mouseMove(viewport, spot(clerk, to, part))
    QTest.mouseRelease(viewport, left, none, spot(clerk, to, part))


def test_a_row_is_dragged_to_where_the_line_shows(clerk: Clerk) -> None:
    drag(clerk, 3, 1, 0.2)
    assert order(clerk) == (1, 4, 2, 3, 5, 6)
    drag(clerk, 0, 1, 0.8)
    assert order(clerk) == (4, 1, 2, 3, 5, 6)
    assert clerk.console.chosen() == 1


def test_a_row_dropped_where_it_was_moves_nobody(clerk: Clerk) -> None:
    entries = len(clerk.hearing.entries)
    drag(clerk, 2, 2, 0.9)
    drag(clerk, 2, 1, 0.9)
    assert len(clerk.hearing.entries) == entries


def test_while_a_row_is_held_a_line_shows_its_place_and_escape_lets_go(clerk: Clerk) -> None:
    view = clerk.console.queue.list
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot(clerk, 4, 0.5))
    assert gap(clerk) is None
    QTest.mouseMove(view.viewport(), spot(clerk, 1, 0.4))
    QTest.mouseMove(view.viewport(), spot(clerk, 1, 0.2))
    assert gap(clerk) == 1
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot(clerk, 1, 0.2))
    assert (gap(clerk), order(clerk)) == (None, (1, 2, 3, 4, 5, 6))


def test_a_list_of_those_found_has_no_places_to_drag_to(clerk: Clerk) -> None:
    clerk.press("Ctrl+K")
    clerk.type("e")
    entries = len(clerk.hearing.entries)
    drag(clerk, 0, 2, 0.8)
    assert len(clerk.hearing.entries) == entries


def test_a_far_jump_asks_for_its_reason_in_place_and_enter_moves(clerk: Clerk) -> None:
    clerk.console.queue.choose(6)
    clerk.press("Alt+Home")
    strip = clerk.console.queue.why
    assert strip.isVisible()
    assert strip.asked == "Fay Hart 5 places up, to be next. Why?"
    assert order(clerk) == (1, 2, 3, 4, 5, 6)
    clerk.type("her bus leaves at 9:10")
    clerk.press("Return")
    assert order(clerk) == (6, 1, 2, 3, 4, 5)
    assert clerk.last == "Fay Hart moved from place 6 to next: her bus leaves at 9:10"
    assert not strip.isVisible()
    assert clerk.focus is clerk.console.queue.list


def test_a_jump_by_the_mouse_asks_too_and_escape_leaves_all_as_it_was(clerk: Clerk) -> None:
    drag(clerk, 0, 5, 0.9)
    assert clerk.console.queue.why.asked == "Ann Lee 5 places down, to be number 6. Why?"
    clerk.press("Escape")
    assert order(clerk) == (1, 2, 3, 4, 5, 6)
    assert not clerk.console.queue.why.isVisible()


def test_without_a_reason_the_rule_says_so_and_the_strip_stays(clerk: Clerk) -> None:
    clerk.console.queue.choose(1)
    clerk.press("Alt+End", "Return")
    assert clerk.said == "A move by 5 places goes on the record with a reason. Give one."
    assert clerk.console.queue.why.isVisible()


@pytest.mark.parametrize(
    ("digit", "on_record", "beside"),
    [
        ("1", "must leave", ""),
        ("2", "child care", ""),
        ("3", "priority", "health"),
        ("4", "priority", "accommodation"),
    ],
)
def test_a_usual_reason_is_a_digit_and_what_is_private_stays_beside_the_record(
    clerk: Clerk, digit: str, on_record: str, beside: str
) -> None:
    clerk.console.queue.choose(5)
    clerk.press("Alt+Home")
    clerk.type(digit)
    clerk.press("Return")
    assert clerk.events[-1] == SpeakerMoved(5, 0, on_record, came_from=4)
    assert clerk.desk.contacts.get(5, Contact()).need == beside
    assert not any(word in repr(clerk.hearing.entries[-1]) for word in ("health", "accommodation"))


def test_a_need_that_is_known_already_is_kept(clerk: Clerk) -> None:
    clerk.desk.keep_contact(5, Contact(need="speaks from the seat", phone="608-555-0100"))
    clerk.console.queue.choose(5)
    clerk.press("Alt+Home")
    clerk.type("4")
    clerk.press("Return")
    assert clerk.desk.contacts[5] == Contact(need="speaks from the seat", phone="608-555-0100")


def test_two_places_need_no_reason_by_key(clerk: Clerk) -> None:
    clerk.console.queue.choose(3)
    clerk.press("Alt+Home")
    assert order(clerk) == (3, 1, 2, 4, 5, 6)
    clerk.press("Alt+Down")
    assert order(clerk) == (1, 3, 2, 4, 5, 6)
