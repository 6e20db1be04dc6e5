"""What is said: why an act is not in order, in a whole sentence; nothing stale; never a box that has to be answered."""

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog

import hearingdesk.ui
from hearingdesk.domain import rules
from hearingdesk.domain.values import StopReason
from hearingdesk.ui.keys import keyed
from tests.builders import PROFILE, Evening, commenting, in_session, prepared
from tests.ui.console.conftest import AtConsole

SENTENCE = re.compile(r"[A-Z0-9“].*[.?!”]$", re.DOTALL)
BOXES = {"QMessageBox", "QInputDialog", "QErrorMessage", "QProgressDialog"}
UI = Path(hearingdesk.ui.__file__).parent


def speaking() -> Evening:
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    evening.act(rules.raise_concern, code="PRIV")
    return evening


def stopped() -> Evening:
    evening = speaking()
    evening.act(rules.stop_clock, reason=StopReason.QUESTION)
    return evening


def in_recess() -> Evening:
    evening = speaking()
    evening.act(rules.recess, reason="Break")
    return evening


def adjourned() -> Evening:
    evening = commenting(PROFILE, "Ann Lee")
    evening.turn(1)
    evening.act(rules.adjourn)
    return evening


MOMENTS = [prepared, in_session, lambda: commenting(PROFILE, "Ann Lee"), speaking, stopped, in_recess, adjourned]
NAMES = ["prepared", "in session", "waiting", "speaking", "stopped", "in recess", "adjourned"]


@pytest.mark.parametrize("moment", MOMENTS, ids=NAMES)
def test_every_grey_act_says_why_in_a_whole_sentence(at_console: AtConsole, moment: Callable[[], Evening]) -> None:
    clerk = at_console(moment())
    refused = [(action.id, action.refusal()) for action in clerk.console.keys.table.values()]
    clerk.console.queue.choose(1)
    refused += [(action.id, action.refusal()) for action in clerk.console.keys.table.values()]
    assert [each for each in refused if each[1] and not SENTENCE.match(each[1])] == []
    assert any(why for _, why in refused)


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
@pytest.mark.parametrize("moment", MOMENTS, ids=NAMES)
def test_no_act_opens_a_box_that_has_to_be_answered(
    at_console: AtConsole, moment: Callable[[], Evening], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(QDialog, "exec", asked.append)
    monkeypatch.setattr(QDialog, "open", asked.append)
    clerk = at_console(moment())
    for action in clerk.console.keys.table.values():
        action.call()
        QApplication.processEvents()
        if popup := QApplication.activePopupWidget():
            popup.close()
        assert QApplication.activeModalWidget() is None, action.id
    assert asked == []
    assert not [window for window in QApplication.topLevelWidgets() if isinstance(window, QDialog)]


def test_no_screen_knows_how_to_open_one() -> None:
    found = [
        path.name
        for path in UI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if getattr(node, "attr", "") == "exec" or getattr(node, "id", "") in BOXES
    ]
    assert found == []


def test_no_sentence_names_a_key_that_may_be_another_by_now() -> None:
    """Keys stand in the table and are drawn from it; words that name one would be wrong with one's own keys."""
    wrong = []
    for path in (UI / "console").rglob("*.py"):
        if path.parent.name == "table" or path.name == "wall_acts.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                node.value.value = ""
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                named = re.search(r"\b(?:(?:Ctrl|Alt)\+\w|F\d{1,2}\b)", node.value)
                if named and (" " in node.value or not keyed(node.value)):
                    wrong.append(f"{path.name}:{node.lineno} {node.value}")
    assert wrong == []


def test_a_refusal_gives_way_when_somebody_is_chosen(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Shift+W")
    assert clerk.said == "Nobody is chosen in the list. Find the person first."
    clerk.console.queue.choose(1)
    assert clerk.said == ""


def test_what_was_said_gives_way_when_the_record_goes_on_by_another_road(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("F8")
    assert clerk.said == "Nobody has the floor. Call a speaker first."
    clerk.desk.record(rules.call_next)
    assert clerk.said == ""


def test_what_an_act_says_stays_until_the_next(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+1", "Ctrl+Z")
    assert clerk.said == "Struck: Privacy invasion raised. Ctrl+Shift+Z puts it back."
    clerk.wait(30)
    assert clerk.said.startswith("Struck")
    clerk.press("F8")
    assert clerk.said == ""
