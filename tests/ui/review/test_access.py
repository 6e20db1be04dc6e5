"""The windows of the days after, for who cannot see or cannot use a mouse: every control named, and reached by Tab."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from hearingdesk.domain.values import Coding
from hearingdesk.ui.export.asked import Asked
from hearingdesk.ui.export.window import ExportWindow, Offered
from tests.ui.review.conftest import Reviewer


def controls(window: QWidget) -> list[QWidget]:
    """What takes the keyboard and can be seen now."""
    takes = (w for w in window.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return [w for w in takes if w.isVisible() and w.isEnabled()]


def unnamed(window: QWidget) -> list[str]:
    """The controls of which a screen reader could say no name."""
    found = []
    for widget in controls(window):
        told = QAccessible.queryAccessibleInterface(widget)
        if not told.text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def reached(window: QWidget) -> set[QWidget]:
    """What Tab comes by, from where the focus is."""
    met: set[QWidget] = set()
    for _ in range(200):
        focus = QApplication.focusWidget()
        if focus is None or focus in met:
            break
        met.add(focus)
        window.focusNextChild()
    return met


@pytest.mark.parametrize("coding", [Coding.REVIEW, Coding.SECOND])
def test_every_control_of_review_is_named_and_reached(reviewer: Reviewer, coding: Coding) -> None:
    reviewer.window.show_coding(coding)
    assert unnamed(reviewer.window) == []
    buttons = {w for w in controls(reviewer.window) if isinstance(w, QAbstractButton)}
    assert buttons <= reached(reviewer.window)


def test_every_act_of_review_is_in_the_menu(reviewer: Reviewer) -> None:
    menu = reviewer.window.keys.menu()
    told = [act.text() for under in menu.findChildren(QMenu) for act in under.actions()]
    assert sorted(told) == sorted(action.words for action in reviewer.window.keys.table.values())
    assert reviewer.window.keys.keys["menu"] == "F10"


def test_every_control_of_the_export_is_named_and_reached(qtbot: QtBot) -> None:
    offered = Offered("Export", lambda *_: [], str, str, lambda _asked: None)
    window = ExportWindow(offered, Asked(folder="/out"))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    assert unnamed(window) == []
    assert set(controls(window)) <= reached(window)
    window.close()
