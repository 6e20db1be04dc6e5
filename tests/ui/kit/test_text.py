"""Foreign text stays plain text, wherever it is shown; nothing else makes widgets that would read it as markup."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

import hearingdesk.ui
from hearingdesk.ui.kit.look import Tone
from hearingdesk.ui.kit.text import ElidedLabel, amp, check_box, label, pill, show_pill, tip

UI = Path(hearingdesk.ui.__file__).parent
BARE = {
    "QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QMessageBox", "QErrorMessage",
    "QTextEdit", "QTextBrowser", "QToolTip", "QWhatsThis", "QInputDialog",
}  # fmt: skip
BARE_METHODS = {"setToolTip", "setWhatsThis", "setHtml", "setMarkdown", "appendHtml", "setStatusTip"}
HOSTILE = '<img src="/etc/hostname"> <b>Ann & Bo</b> {0.__class__} %s'


def breaches(source: str) -> list[str]:
    """The calls that would read text as markup."""
    calls = [node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    names = [call.id for call in calls if isinstance(call, ast.Name) and call.id in BARE]
    return names + [call.attr for call in calls if isinstance(call, ast.Attribute) and call.attr in BARE_METHODS]


@pytest.mark.parametrize("module", sorted(UI.rglob("*.py")), ids=lambda path: str(path.relative_to(UI)))
def test_only_the_kit_makes_widgets_that_could_read_markup(module: Path) -> None:
    if module != UI / "kit" / "text.py":
        assert breaches(module.read_text(encoding="utf-8")) == []


def test_the_search_for_breaches_bites() -> None:
    assert breaches("QLabel(name)") == ["QLabel"]
    assert breaches("self.row.setToolTip(name)") == ["setToolTip"]


def test_a_label_shows_markup_as_it_stands(qtbot: QtBot) -> None:
    made = label(HOSTILE)
    qtbot.addWidget(made)
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.text() == HOSTILE
    tip(made, HOSTILE)
    assert "<img" not in made.toolTip()
    assert "&lt;img" in made.toolTip()


def test_what_a_reader_hears_follows_the_text(qtbot: QtBot) -> None:
    made = label("2:59")
    qtbot.addWidget(made)
    made.say("2:58", "2 minutes 58 seconds left")
    assert made.accessibleName() == "2 minutes 58 seconds left"
    made.setText("Time")
    assert QAccessible.queryAccessibleInterface(made).text(QAccessible.Text.Name) == "Time"


def test_a_line_without_room_ends_in_an_ellipsis_and_tells_the_whole_in_its_tooltip(qtbot: QtBot) -> None:
    made = label("Anneliese Bauer-Schmidt of the Northside <b>Tenants</b> Union", elide=True)
    qtbot.addWidget(made)
    made.resize(100, 20)
    made.show()
    assert isinstance(made, ElidedLabel)
    assert "Tenants" in made.toolTip()
    made.resize(900, 20)
    assert made.toolTip() == ""
    assert made.accessibleName().startswith("Anneliese")


def test_an_ampersand_is_an_ampersand(qtbot: QtBot) -> None:
    assert amp("Smith & Sons") == "Smith && Sons"
    made = check_box("Smith & Sons")
    qtbot.addWidget(made)
    assert made.shortcut().isEmpty()
    assert made.accessibleName() == "Smith & Sons"


def test_a_pill_changes_its_ground_with_its_tone(qtbot: QtBot) -> None:
    made = pill("In session", Tone.GOOD)
    qtbot.addWidget(made)
    made.show()
    before = made.grab().toImage().pixelColor(12, made.height() // 2)
    show_pill(made, Tone.WARN)
    assert made.grab().toImage().pixelColor(12, made.height() // 2) != before
