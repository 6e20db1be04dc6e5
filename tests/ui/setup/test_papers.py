"""What a body's papers bear, set up by keyboard: address, seal, its own word for an item held over."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from exports.minutes import minutes
from hearingdesk.domain import rules
from hearingdesk.domain.standing import KeptBody
from hearingdesk.domain.values import LARGEST_SEAL, Disposition, Stationery
from hearingdesk.office import Office
from hearingdesk.setting_up import standing_screen
from hearingdesk.ui.setup.screen import Screen
from hearingdesk.ui.setup.seal_field import BROKEN, SealField
from hearingdesk.ui.setup.standing import StandingScreen
from tests.builders import AGENDA, BODY, MEETING, PROFILE, Evening
from tests.exports.papers import seal
from tests.keyboard import Keyboard
from tests.ui.setup.conftest import TODAY

Key = Qt.Key
MENDED = "Something is still to be mended, where it says so. Nothing was kept yet."


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "seal.png"
    path.write_bytes(seal())
    return path


@pytest.fixture
def at_body(office: Office, show: Callable[[Screen], Screen]) -> StandingScreen:
    """The one body that is kept, shown."""
    office.keep_body(KeptBody(BODY, PROFILE), "")
    made = standing_screen(office, TODAY)
    show(made)
    return made


def kept(office: Office) -> Stationery:
    return office.bodies()[0].body.stationery


def test_address_seal_and_words_are_typed_and_stand_on_the_minutes(
    at_body: StandingScreen, keys: Keyboard, office: Office, picture: Path
) -> None:
    papers = at_body.body_form.papers
    keys.to(papers.address.editor)
    keys.press("200 E. Lake Street", Key.Key_Tab, "lakemont.example", Key.Key_Tab, "laid over", Key.Key_Tab)
    assert keys.focus is papers.seal.line.editor
    keys.press(str(picture))
    keys.to(papers.seal_words.editor)
    assert papers.seal.line.hint == "64 × 80 pixels, 1 kB. Another file takes its place."
    keys.press("A gull over a lake")
    keys.chord("Ctrl+Return")
    body = office.bodies()[0].body
    assert body.stationery == Stationery("200 E. Lake Street", "lakemont.example", seal(), "A gull over a lake")
    assert replace(body, stationery=Stationery(), held_words="") == BODY
    evening = Evening()
    evening.act(rules.prepare_hearing, body=body, meeting=MEETING, profile=PROFILE)
    evening.act(rules.notice_agenda, items=AGENDA, source="")
    evening.act(rules.call_to_order, presiding="brennan")
    evening.act(rules.dispose_of, item="2", disposition=Disposition.HELD)
    document = minutes(evening.hearing, "")
    assert document.letterhead is not None
    assert document.letterhead.lines == (BODY.name, "200 E. Lake Street", "lakemont.example")
    assert document.letterhead.seal is not None
    assert (document.letterhead.seal.picture, document.letterhead.seal.alt) == (seal(), "A gull over a lake")
    assert "LAID OVER" in str(document.blocks)


def spoilt(kind: str) -> bytes:
    return {
        "gif": b"GIF89a" * 9,
        "torn": seal()[:60],
        "patched": seal()[:60] + seal()[-12:],
        "large": seal().ljust(LARGEST_SEAL + 1, b"x"),
        "empty": b"",
    }[kind]


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("gif", "The seal is no picture in PNG or JPEG. Choose one that is."),
        ("large", "The seal is more than 200 kB large, and 200 kB are the most. Make it smaller."),
        ("torn", "The seal is a picture of which the end is missing. Choose one that is whole."),
        ("patched", BROKEN),
        ("empty", "There is nothing in this file. Choose another, or leave it empty."),
    ],
)
def test_a_file_that_can_be_no_seal_is_said_beside_its_path_and_the_old_seal_stays(
    at_body: StandingScreen, keys: Keyboard, office: Office, picture: Path, kind: str, sentence: str
) -> None:
    field = at_body.body_form.papers.seal
    field.take(str(picture))
    keys.chord("Ctrl+Return")
    (picture.parent / "other.png").write_bytes(spoilt(kind))
    keys.to(field.line.editor)
    keys.press(str(picture.parent / "other.png"))
    keys.chord("Ctrl+Return")
    assert field.line.sentence == sentence
    assert keys.focus is field.line.editor
    assert at_body.said == MENDED
    assert kept(office).seal == seal()
    keys.chord("Ctrl+R")
    assert (field.line.sentence, field.line.text(), field.seal) == ("", "", seal())


def test_a_file_that_is_not_there_is_said_and_mended_by_clearing_the_path(
    at_body: StandingScreen, keys: Keyboard, office: Office, picture: Path
) -> None:
    field = at_body.body_form.papers.seal
    keys.to(field.line.editor)
    keys.press(str(picture.parent / "nowhere.png"), Key.Key_Tab)
    assert field.line.sentence == (
        "This file cannot be read: No such file or directory. Choose another, or leave it empty."
    )
    keys.to(field.line.editor)
    keys.chord("Ctrl+A")
    keys.press(Key.Key_Backspace)
    keys.chord("Ctrl+Return")
    assert (field.line.sentence, kept(office).seal) == ("", b"")


def test_the_seal_is_taken_off_again(at_body: StandingScreen, keys: Keyboard, office: Office, picture: Path) -> None:
    field = at_body.body_form.papers.seal
    assert field.remove.refusal == "There is no seal."
    field.take(str(picture))
    keys.chord("Ctrl+Return")
    keys.to(field.remove)
    keys.press(Key.Key_Space)
    assert at_body.bodies.unsaved
    keys.chord("Ctrl+Return")
    assert kept(office).seal == b""


def test_a_picture_is_dropped_or_chosen(keys: Keyboard, show: Callable[[SealField], SealField], picture: Path) -> None:
    field = show(SealField(lambda _parent, _title, _kinds: str(picture)))
    field.browse.click()
    assert (field.seal, field.line.text()) == (seal(), str(picture))
    field.remove.click()
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(picture))])
    field.dropEvent(
        QDropEvent(
            QPoint(5, 5), Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )
    assert field.seal == seal()


def test_the_picture_is_shown_on_white_in_its_own_colour(show: Callable[[SealField], SealField], picture: Path) -> None:
    field = show(SealField())
    field.take(str(picture))
    QApplication.processEvents()
    image = field.picture.grab().toImage()
    middle, corner = image.pixelColor(image.rect().center()), image.pixelColor(3, 3)
    assert (middle.blue() > middle.red(), corner.name()) == (True, "#ffffff")
    assert field.picture.accessibleName() == "The seal as papers bear it"
