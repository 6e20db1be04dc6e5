"""The widgets of the wall: painted when something changed, where it changed, and the preview the same as the wall."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QRegion
from pytestqt.qtbot import QtBot

from hearingdesk.domain.face import ClockState
from hearingdesk.ui.display.compose import Composer, Cover, Showing
from hearingdesk.ui.display.paint import DARK, paint
from hearingdesk.ui.display.picture import Picture, Role
from hearingdesk.ui.display.view import WallPreview, WallView
from tests.ui.display.faces import SCENES, SPEAKING, STATES, clock


class Watched(WallView):
    """Remembers where it was painted."""

    def __init__(self, composer: Composer) -> None:
        super().__init__(composer, DARK)
        self.painted: list[QRegion] = []

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's own name
        self.painted.append(QRegion(event.region()))
        super().paintEvent(event)


@pytest.fixture
def view(qtbot: QtBot, composer: Composer) -> Watched:
    wall = Watched(composer)
    qtbot.addWidget(wall)
    wall.resize(1280, 720)
    wall.show_this(Showing(SPEAKING))
    wall.show()
    qtbot.waitUntil(lambda: bool(wall.painted))
    qtbot.wait(1)
    wall.painted.clear()
    return wall


def fresh(composer: Composer, picture: Picture) -> QImage:
    image = QImage(picture.width, picture.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(painter, picture, DARK, composer.ruler, QRegion(image.rect()))
    painter.end()
    return image


def unlikeness(one: QImage, other: QImage) -> int:
    """The biggest difference of a channel, 0 to 255. Edges cut by a clip are smoothed some shades apart."""
    left, right, row = bytes(one.constBits()), bytes(other.constBits()), one.bytesPerLine()
    pairs = [(left[at : at + row], right[at : at + row]) for at in range(0, len(left), row)]
    return max(
        (abs(a - b) for mine, theirs in pairs if mine != theirs for a, b in zip(mine, theirs, strict=True)), default=0
    )


def grabbed(view: WallView) -> QImage:
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_the_same_face_is_not_painted_twice(qtbot: QtBot, view: Watched) -> None:
    view.show_this(Showing(replace(SPEAKING)))
    qtbot.wait(1)
    assert view.painted == []


def test_a_second_repaints_the_clock_and_leaves_the_name_alone(qtbot: QtBot, view: Watched) -> None:
    view.show_this(Showing(clock(ClockState.RUNNING, "3:46", 0.76)))
    qtbot.waitUntil(lambda: bool(view.painted))
    (region,) = view.painted
    name = next(view.picture.texts(Role.NAME))
    assert not region.contains(QPoint(int(name.x + 9), int(name.y - 9)))
    assert region.boundingRect().width() < view.width() / 3


@pytest.mark.parametrize("after", [*STATES, *SCENES])
def test_what_is_repainted_in_part_equals_a_fresh_painting(
    qtbot: QtBot, view: Watched, composer: Composer, after: str
) -> None:
    """Nothing of the scene before stays on the glass."""
    backing = grabbed(view)
    view.show_this(Showing((STATES | SCENES)[after]))
    region = QRegion()
    for box in view.picture.changed(composer.picture(Showing(SPEAKING), 1280, 720)):
        region += QRectF(box.x, box.y, box.width, box.height).toAlignedRect()
    painter = QPainter(backing)
    paint(painter, view.picture, DARK, composer.ruler, region)
    painter.end()
    assert unlikeness(backing, fresh(composer, view.picture)) <= 48


@pytest.fixture
def sharp(qtbot: QtBot, composer: Composer, monkeypatch: pytest.MonkeyPatch) -> Watched:
    """A view on a screen that the desktop shows at one and a half times the scale."""
    monkeypatch.setattr(Watched, "devicePixelRatioF", lambda _self: 1.5)
    wall = Watched(composer)
    qtbot.addWidget(wall)
    wall.resize(1280, 720)
    wall.show_this(Showing(SPEAKING))
    wall.show()
    qtbot.waitUntil(lambda: bool(wall.painted))
    return wall


def test_at_any_scale_the_picture_is_composed_in_the_screens_own_pixels(
    qtbot: QtBot, composer: Composer, sharp: Watched
) -> None:
    """A projector of 1920×1080 has the same lines at the same places at 100 and at 150 per cent."""
    assert sharp.picture == composer.picture(Showing(SPEAKING), 1920, 1080)
    painted = grabbed(sharp)
    assert painted.pixelColor(1279, 719).name() == DARK.ground
    digit = next(sharp.picture.texts(Role.DIGITS)).box
    inside = QPoint(round((digit.x + digit.width * 0.75) / 1.5), round((digit.y + digit.height / 2) / 1.5))
    assert painted.pixelColor(inside).name() == DARK.running
    sharp.painted.clear()
    sharp.show_this(Showing(clock(ClockState.RUNNING, "3:46", 0.76)))
    qtbot.waitUntil(lambda: bool(sharp.painted))
    dirty = sharp.painted[0].boundingRect()
    assert dirty.right() < 1280
    assert not dirty.contains(QPoint(40, 160)), "the name is not painted anew"


def test_a_new_size_is_composed_anew(view: Watched) -> None:
    view.resize(1024, 768)
    assert (view.picture.width, view.picture.height) == (1024, 768)


def test_the_preview_paints_the_very_picture_of_the_wall(qtbot: QtBot, composer: Composer, view: Watched) -> None:
    preview = WallPreview(composer, DARK)
    qtbot.addWidget(preview)
    preview.resize(view.size())
    preview.show_picture(view.picture, live=True)
    assert preview.grab().toImage() == view.grab().toImage()


def test_the_preview_keeps_the_walls_shape(qtbot: QtBot, composer: Composer) -> None:
    preview = WallPreview(composer, DARK)
    qtbot.addWidget(preview)
    preview.show_picture(composer.picture(Showing(SPEAKING), 1024, 768), live=True)
    assert preview.heightForWidth(320) == 240


def test_the_preview_says_aloud_what_stands_on_the_wall(qtbot: QtBot, composer: Composer) -> None:
    preview = WallPreview(composer, DARK)
    qtbot.addWidget(preview)
    preview.show_picture(composer.picture(Showing(SPEAKING, Cover.NONE), 1920, 1080), live=True)
    assert preview.accessibleName() == "What the public sees"
    assert "Dr. Lucinda Hargrove" in preview.accessibleDescription()


def test_the_preview_is_dim_while_nobody_sees_the_wall(qtbot: QtBot, composer: Composer) -> None:
    picture = composer.picture(Showing(SPEAKING), 640, 360)
    grabs = []
    for live in (True, False):
        preview = WallPreview(composer, DARK)
        qtbot.addWidget(preview)
        preview.resize(640, 360)
        preview.show_picture(picture, live=live)
        grabs.append(preview.grab().toImage())
    assert grabs[0] != grabs[1]
