"""The display sheet of the console over the real wall: the picture, the covers, words to the room, by keyboard."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hearingdesk.ui.console.display_sheet import DisplaySheet
from hearingdesk.ui.console.wall_acts import WallActs
from hearingdesk.ui.display.compose import Composer, Cover
from hearingdesk.ui.display.identify import identify
from hearingdesk.ui.display.looks import Looks
from hearingdesk.ui.display.paint import LIGHT
from hearingdesk.ui.display.picture import Role
from hearingdesk.ui.display.view import WallPreview
from hearingdesk.ui.display.wall import Wall
from hearingdesk.ui.display.window import DisplayWindow
from hearingdesk.ui.kit.button import KeyButton
from tests.ui.display.faces import SPEAKING


@dataclass
class Desk:
    wall: Wall
    sheet: DisplaySheet
    preview: WallPreview

    def to(self, widget: QWidget) -> None:
        """Tabs until the widget has the focus."""
        for _ in range(30):
            if QApplication.focusWidget() is widget:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"{widget.accessibleName()} cannot be reached by Tab")

    def press(self, key: Qt.Key) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
        QApplication.processEvents()

    def click(self, made: KeyButton) -> None:
        self.to(made)
        self.press(Qt.Key.Key_Return)

    @property
    def shown(self) -> str:
        return self.preview.accessibleDescription()


@pytest.fixture
def kept() -> list[str]:
    """What the wall wanted remembered of its looks."""
    return []


@pytest.fixture
def desk(qtbot: QtBot, composer: Composer, kept: list[str]) -> Iterator[Desk]:
    host, field = QWidget(), QLineEdit()
    QVBoxLayout(host).addWidget(field)
    host.resize(1366, 768)
    qtbot.addWidget(host)
    with qtbot.waitActive(host):
        host.show()
    wall = Wall(composer, remember_looks=kept.append)
    wall.show_face(SPEAKING)
    sheet = DisplaySheet(wall, WallActs(wall, lambda _sentence: None))
    sheet.open_over(host)
    assert isinstance(sheet.preview, WallPreview)
    yield Desk(wall, sheet, sheet.preview)
    wall.close()


def test_the_picture_is_the_walls_own_and_says_while_nobody_sees_it(desk: Desk) -> None:
    assert "Dr. Lucinda Hargrove" in desk.shown
    assert desk.sheet.seen.text() == "On no screen now: this is what the room would see."
    desk.click(desk.sheet.window_of)
    assert desk.wall.live
    assert desk.sheet.seen.isHidden()
    assert desk.sheet.state.text() == "Window ● live"
    assert desk.sheet.live.words == "Take down"


def test_with_one_screen_going_live_is_refused_with_the_way_out(desk: Desk) -> None:
    assert desk.sheet.live.refusal.startswith("No screen but this one.")
    assert not desk.sheet.screen_of.isEnabled()


def test_blank_and_freeze_are_marked_while_they_last(desk: Desk) -> None:
    desk.click(desk.sheet.blank)
    assert desk.wall.cover is Cover.BLANK
    assert (desk.shown, desk.sheet.blank.isChecked()) == ("", True)
    desk.wall.freeze()
    assert (desk.sheet.blank.isChecked(), desk.sheet.freeze.isChecked()) == (False, True)
    desk.wall.freeze()
    assert not desk.sheet.freeze.isChecked()


def test_a_message_typed_goes_to_the_room_and_enter_brings_the_hearing_back(desk: Desk) -> None:
    desk.to(desk.sheet.words.editor)
    QTest.keyClicks(desk.sheet.words.editor, "Overflow seating is in Room 302")
    desk.press(Qt.Key.Key_Return)
    assert list(desk.wall.told) == ["Overflow seating is in Room 302"]
    assert "Overflow seating" in desk.shown
    assert desk.sheet.main.words == "Back to the hearing"
    desk.press(Qt.Key.Key_Return)
    assert not desk.wall.told
    assert "Dr. Lucinda Hargrove" in desk.shown


def test_no_words_are_no_message(desk: Desk) -> None:
    desk.click(desk.sheet.main)
    assert desk.wall.told == ()
    assert desk.sheet.words.sentence.startswith("Type what the room is to read")


def test_a_ready_message_is_one_press_there_and_one_back(desk: Desk) -> None:
    made = desk.sheet.ready_made["technical"]
    desk.click(made)
    assert "problema técnico" in desk.shown
    assert made.isChecked()
    desk.click(desk.sheet.ready_made["emergency"])
    assert "nearest exit" in desk.shown
    assert not made.isChecked()
    desk.click(desk.sheet.ready_made["emergency"])
    assert desk.wall.cover is Cover.NONE


def test_everything_on_the_sheet_is_reached_by_tab(desk: Desk) -> None:
    sheet = desk.sheet
    for widget in (sheet.window_of, sheet.blank, sheet.freeze, sheet.numbers, sheet.words.editor, sheet.main):
        desk.to(widget)


def test_a_number_stands_on_the_screen_takes_no_focus_and_goes(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hearingdesk.ui.display.identify.SHOWN", 1)
    before = QApplication.focusWidget()
    (card,) = identify(QApplication.screens())
    qtbot.addWidget(card)
    assert card.number == 1
    assert QApplication.screens()[0].geometry().contains(card.geometry())
    assert QApplication.focusWidget() is before
    with qtbot.waitSignal(card.destroyed):
        pass


def test_colours_and_captions_are_chosen_seen_at_once_and_remembered(desk: Desk, kept: list[str]) -> None:
    desk.wall.open_window()
    before = desk.preview.grab().toImage()
    desk.to(desk.sheet.theme.editor)
    desk.press(Qt.Key.Key_Down)
    assert (desk.wall.theme, desk.wall.captions) == ("light", False)
    assert desk.preview.grab().toImage() != before
    ground = desk.wall.window.grab().toImage().pixelColor(1, 1).name()
    assert ground == LIGHT.ground
    desk.to(desk.sheet.captions.editor)
    desk.press(Qt.Key.Key_Down)
    picture = desk.wall.window.picture
    assert max(piece.box.bottom for piece in picture.pieces) <= picture.height * 0.81
    assert kept == ["light", "light captions"]


def test_what_was_remembered_is_worn_from_the_start(composer: Composer) -> None:
    wall = Wall(composer, recall_looks=lambda: "light captions")
    assert (wall.theme, wall.captions) == ("light", True)
    wall.close()


@pytest.mark.parametrize("text", ["", "pink", "\n"])
def test_unknown_looks_are_as_shipped(text: str) -> None:
    assert Looks.read(text) == Looks("dark", captions=False)


def test_the_clock_for_the_speaker_is_opened_in_a_window_and_its_closing_is_shown(desk: Desk) -> None:
    field = desk.sheet.outputs["clock"]
    assert field.value() == ""
    desk.to(field.editor)
    desk.press(Qt.Key.Key_Down)
    assert desk.wall.shown_on("clock")
    window = next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, DisplayWindow) and each.isVisible()
    )
    assert "".join(text.text for text in window.picture.texts(Role.DIGITS)) == "3:47"
    window.close()
    assert not desk.wall.shown_on("clock")
    assert (desk.wall.place_of("clock"), field.value()) == ("", "")
