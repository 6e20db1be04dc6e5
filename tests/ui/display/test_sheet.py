"""The display sheet of the console over the real wall: the picture, the covers, words to the room, by keyboard."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hearingdesk.ui.console.display_sheet import MOST, DisplaySheet
from hearingdesk.ui.console.wall_acts import WallActs
from hearingdesk.ui.display.compose import Composer, Cover
from hearingdesk.ui.display.identify import identify
from hearingdesk.ui.display.paint import LIGHT
from hearingdesk.ui.display.picture import Role
from hearingdesk.ui.display.setup import Place, read
from hearingdesk.ui.display.view import WallPreview
from hearingdesk.ui.display.wall import Wall
from hearingdesk.ui.display.window import DisplayWindow
from hearingdesk.ui.kit.button import KeyButton
from tests.keyboard import Keyboard
from tests.ui.display.faces import SPEAKING


@dataclass
class Desk(Keyboard):
    wall: Wall
    sheet: DisplaySheet
    preview: WallPreview

    def click(self, made: KeyButton) -> None:
        self.to(made)
        self.press(Qt.Key.Key_Return)

    @property
    def shown(self) -> str:
        return self.preview.accessibleDescription()


@pytest.fixture
def kept() -> list[str]:
    """What the wall wanted remembered."""
    return []


@dataclass
class FakeChime:
    """Remembers what it was asked to play."""

    trouble: str = ""
    played: list[tuple[str, float]] = field(default_factory=list)

    def play(self, tone: str, volume: float, /) -> None:
        self.played.append((tone, volume))


@pytest.fixture
def chime() -> FakeChime:
    return FakeChime()


@pytest.fixture
def desk(qtbot: QtBot, composer: Composer, kept: list[str], chime: FakeChime) -> Iterator[Desk]:
    host, field = QWidget(), QLineEdit()
    QVBoxLayout(host).addWidget(field)
    host.resize(1366, 768)
    qtbot.addWidget(host)
    with qtbot.waitActive(host):
        host.show()
    wall = Wall(composer, remember=kept.append, hearing="tonight", chime=chime)
    wall.show_face(SPEAKING)
    sheet = DisplaySheet(wall, WallActs(wall, lambda _sentence: None))
    sheet.open_over(host)
    assert isinstance(sheet.preview, WallPreview)
    yield Desk(wall, sheet, sheet.preview)
    wall.close()


def test_the_picture_is_the_walls_own_and_says_while_nobody_sees_it(desk: Desk) -> None:
    assert "Dr. Lucinda Hargrove" in desk.shown
    assert desk.sheet.seen.text() == "On no screen now: this is what would be seen."
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


def test_a_message_too_long_for_the_room_is_refused_and_kept(desk: Desk) -> None:
    desk.to(desk.sheet.words.editor)
    desk.sheet.words.show_text("x" * (MOST + 1))
    desk.press(Qt.Key.Key_Return)
    assert not desk.wall.told
    assert desk.sheet.words.sentence.startswith("Too long for the room to read: 301 characters")
    assert len(desk.sheet.words.text()) == MOST + 1
    desk.sheet.words.show_text("x" * MOST)
    desk.press(Qt.Key.Key_Return)
    assert list(desk.wall.told) == ["x" * MOST]


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


def pick(desk: Desk, editor: QWidget, key: Qt.Key = Qt.Key.Key_Down) -> None:
    desk.to(editor)
    desk.press(key)


def test_colours_and_captions_are_chosen_seen_at_once_and_remembered(desk: Desk, kept: list[str]) -> None:
    desk.wall.open_window()
    before = desk.preview.grab().toImage()
    pick(desk, desk.sheet.theme.editor)
    assert (desk.wall.setup().worn, desk.wall.setup().captions) == ("light", False)
    assert desk.preview.grab().toImage() != before
    ground = desk.wall.window.grab().toImage().pixelColor(1, 1).name()
    assert ground == LIGHT.ground
    pick(desk, desk.sheet.captions.editor)
    picture = desk.wall.window.picture
    assert max(piece.box.bottom for piece in picture.pieces) <= picture.height * 0.81
    (again,) = read(kept[-1], "tonight")
    assert (again.worn, again.captions, again.place) == ("light", True, Place.WINDOW)


def test_one_language_or_two_are_chosen_and_seen_at_once(desk: Desk, kept: list[str]) -> None:
    assert [desk.sheet.second.editor.itemText(at) for at in range(3)] == ["No other", "English", "Español"]
    assert "Tiempo restante" in desk.shown
    pick(desk, desk.sheet.second.editor, Qt.Key.Key_Home)
    assert "Tiempo restante" not in desk.shown
    pick(desk, desk.sheet.language.editor)
    assert "Tiempo restante" in desk.shown
    assert "Time remaining" not in desk.shown
    assert read(kept[-1], "tonight")[0].languages == ("es",)


def test_a_clock_for_the_speaker_is_added_stands_in_a_window_and_is_removed(desk: Desk) -> None:
    """Picture, fields and buttons are then its own."""
    sheet = desk.sheet
    assert sheet.kind.value() == "clock"
    assert sheet.gone.isHidden()
    desk.click(sheet.more)
    assert (sheet.name, sheet.output.editor.currentText()) == ("clock 1", "Clock for the speaker")
    assert isinstance(sheet.preview, WallPreview)
    assert "Hargrove" not in sheet.preview.accessibleDescription()
    desk.click(sheet.window_of)
    assert desk.wall.shown_on("clock 1")
    assert not desk.wall.live
    window = next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, DisplayWindow) and each.isVisible()
    )
    assert "".join(text.text for text in window.picture.texts(Role.DIGITS)) == "3:47"
    window.close()
    QApplication.processEvents()
    assert not desk.wall.shown_on("clock 1")
    assert sheet.live.words == "Go live"
    desk.click(sheet.gone)
    assert list(desk.wall.outputs()) == ["wall"]
    assert (sheet.name, sheet.gone.isHidden()) == ("wall", True)


def test_each_output_wears_its_own(desk: Desk) -> None:
    lower = desk.wall.add("lower")
    desk.sheet.show_output(lower)
    themes = [desk.sheet.theme.editor.itemText(at) for at in range(desk.sheet.theme.editor.count())]
    assert themes == ["Green, keyed out", "Magenta, keyed out", "Black, keyed by light"]
    pick(desk, desk.sheet.theme.editor)
    assert (desk.wall.setup(lower).worn, desk.wall.setup().worn) == ("magenta", "dark")
    assert desk.sheet.captions.isHidden()
    assert desk.wall.outputs() == {"wall": "Display in the room", lower: "Lower third for the broadcast"}
    second = desk.wall.add("lower")
    assert desk.wall.outputs()[second] == "Lower third for the broadcast 2"


def test_the_tally_is_off_until_its_button_is_pressed(desk: Desk) -> None:
    seen = [(desk.wall.tally, desk.sheet.tally.isChecked(), desk.wall.state)]
    for _ in range(2):
        desk.click(desk.sheet.tally)
        seen.append((desk.wall.tally, desk.sheet.tally.isChecked(), desk.wall.state))
    off = (False, False, "No second screen")
    assert seen == [off, (True, True, "No second screen · tally shown"), off]


def test_a_sound_that_cannot_be_played_is_said_beside_the_volume(desk: Desk, chime: FakeChime) -> None:
    chime.trouble = "No sound can be played here."
    pick(desk, desk.sheet.volume.editor)
    assert desk.wall.setup().volume == 1
    desk.click(desk.sheet.try_sound)
    assert [(tone, round(volume, 2)) for tone, volume in chime.played] == [("warning", 0.33)]
    assert chime.trouble in [each.text() for each in desk.sheet.volume.findChildren(QLabel)]
