"""Buttons, fields, rows that wrap, and sheets that give the focus back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hearingdesk.ui.kit.button import KeyButton, button
from hearingdesk.ui.kit.card import Card, column, row
from hearingdesk.ui.kit.fields import ChoiceField, LineField
from hearingdesk.ui.kit.flow import Flow
from hearingdesk.ui.kit.keycap import cap_size, key_words
from hearingdesk.ui.kit.lines import Line, LinesView
from hearingdesk.ui.kit.sheet import OneSheet, Sheet


def test_a_button_tells_its_name_its_key_and_why_it_is_grey(qtbot: QtBot) -> None:
    pressed: list[int] = []
    made = button("Stop & wait", lambda: pressed.append(1), key="F8")
    qtbot.addWidget(made)
    made.show()
    assert (made.accessibleName(), made.accessibleDescription()) == ("Stop & wait", "F8")
    made.show_refusal("Nobody has the floor.")
    assert not made.isEnabled()
    assert made.accessibleDescription() == "F8 · Nobody has the floor."
    assert "Nobody has the floor." in made.toolTip()
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    assert pressed == []
    made.show_refusal("")
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    QTest.keyClick(made, Qt.Key.Key_Return)
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert pressed == [1, 1, 1]
    assert made.toolTip() == ""


def test_a_button_with_room_does_not_move_its_neighbours(qtbot: QtBot) -> None:
    made = KeyButton("Stop clock", "F8")
    qtbot.addWidget(made)
    made.make_room("Stop clock", "Resume")
    wide = made.sizeHint()
    made.show_words("Resume")
    assert made.sizeHint() == wide


def test_targets_are_big_enough(qtbot: QtBot) -> None:
    for kind in ("plain", "main", "link"):
        made = KeyButton("A", kind=kind)
        qtbot.addWidget(made)
        assert made.sizeHint().height() >= 24


def test_keys_are_shown_in_short() -> None:
    assert key_words("Ctrl+Shift+Return") == "Ctrl+Shift+↵"
    assert key_words("Escape") == "Esc"
    assert key_words("Alt+Up") == "Alt+Up"


def test_a_cap_takes_the_room_of_its_words(qapp: QApplication) -> None:
    assert cap_size("F1").width() < cap_size("Ctrl+Shift+P").width()


def test_a_field_says_what_is_wrong_until_it_is_mended(qtbot: QtBot) -> None:
    field = LineField("Name", "Ann", hint="As on the slip.")
    qtbot.addWidget(field)
    field.show()
    field.refuse("Write a name, or “name refused”.")
    assert field.sentence == "Write a name, or “name refused”."
    assert field.editor.accessibleDescription() == field.sentence
    assert field.text() == "Ann"
    QTest.keyClicks(field.editor, "a")
    assert field.sentence == ""
    assert field.text() == "Anna"


def test_a_choice_hands_back_the_value_not_the_words(qtbot: QtBot) -> None:
    field = ChoiceField("How", [(1, "Voice & hands"), (2, "Roll call")], chosen=2)
    qtbot.addWidget(field)
    assert field.value() == 2
    field.show_value(1)
    assert (field.value(), field.editor.currentText()) == (1, "Voice & hands")


def test_a_row_wraps_where_there_is_no_more_room(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    parts = [KeyButton(f"Button {n}") for n in range(4)]
    flow = Flow(*parts)
    host.setLayout(flow)
    one = parts[0].sizeHint()
    host.resize(one.width() * 5, 200)
    host.show()
    assert len({part.y() for part in parts}) == 1
    host.resize(one.width() * 2 + 20, 200)
    flow.activate()
    assert len({part.y() for part in parts}) == 2
    assert flow.heightForWidth(one.width()) == 4 * one.height() + 3 * 8
    parts[0].hide()
    assert flow.heightForWidth(one.width()) == 3 * one.height() + 2 * 8


def test_a_card_is_named_by_its_title(qtbot: QtBot) -> None:
    card = Card("Speakers")
    qtbot.addWidget(card)
    card.show_title("Concerns heard", "13 speakers")
    assert card.accessibleName() == "Concerns heard"


class Host(QWidget):
    """A window with a line that has the focus."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.line = QLineEdit()
        QVBoxLayout(self).addWidget(self.line)
        self.resize(900, 600)
        qtbot.addWidget(self)
        with qtbot.waitActive(self):
            self.show()
        self.line.setFocus()


def test_a_sheet_takes_the_focus_and_gives_it_back(qtbot: QtBot) -> None:
    host = Host(qtbot)
    sheet = Sheet("Motion")
    mover = LineField("Mover")
    sheet.body.addWidget(mover)
    sheet.open_over(host)
    assert QApplication.focusWidget() is mover.editor
    assert sheet.geometry().right() == host.rect().right()
    host.resize(1200, 700)
    assert sheet.geometry().bottomRight() == host.rect().bottomRight()
    with qtbot.waitSignal(sheet.closed):
        QTest.keyClick(mover.editor, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert QApplication.focusWidget() is host.line


def test_one_sheet_stands_over_a_window_and_its_own_key_closes_it(qtbot: QtBot) -> None:
    host = Host(qtbot)
    one, gone = OneSheet(host), list[str]()
    one.closed.connect(lambda: gone.append(one.open.objectName() if one.open else ""))
    vote = Sheet("Vote")
    one.show("motion", Sheet("Motion"))
    one.show("vote", vote)
    assert (one.open, gone) == (vote, [""])
    one.show("vote", Sheet("Vote"))
    assert (one.open, gone) == (None, ["", ""])
    assert QApplication.focusWidget() is host.line


def test_a_sheet_says_and_unsays(qtbot: QtBot) -> None:
    sheet = Sheet("Motion")
    qtbot.addWidget(sheet)
    sheet.say("No motion is before the body.")
    assert sheet.said == "No motion is before the body."
    sheet.say("")
    assert sheet.said == ""


def test_ctrl_enter_presses_the_main_button_of_the_sheet_that_has_the_focus(qtbot: QtBot) -> None:
    host = Host(qtbot)
    sheet, pressed = Sheet("Motion"), list[int]()
    sheet.body.addLayout(column(row(LineField("Mover"), None)))
    sheet.add_act(button("Record", lambda: pressed.append(1), kind="main"))
    sheet.open_over(host)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [1]


def test_home_and_end_go_to_the_first_row_and_the_last_that_can_be_chosen(qtbot: QtBot) -> None:
    view = LinesView("Things", letters="")
    qtbot.addWidget(view)
    view.show_lines([Line("head", "Heading", heading=True), *(Line(n, f"Line {n}") for n in range(30))])
    view.show()
    for key, chosen in ((Qt.Key.Key_End, 29), (Qt.Key.Key_Up, 28), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(view, key)
        assert view.key == chosen
