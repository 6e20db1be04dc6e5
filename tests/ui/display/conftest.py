"""What the tests of the wall stand on: the shipped faces, the shipped words, and pictures turned into pixels."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication

from hearingdesk.ui.display.compose import Composer, Showing
from hearingdesk.ui.display.paint import DARK, Inks, paint
from hearingdesk.ui.display.picture import Picture
from hearingdesk.ui.display.ruler import Ruler
from hearingdesk.ui.display.words import load_wording
from hearingdesk.ui.kit.look import FAMILY, dress

Render = Callable[[Picture], QImage]


@pytest.fixture
def composer(qapp: QApplication) -> Composer:
    if FAMILY not in qapp.font().families():
        dress(qapp)
    return Composer(load_wording(), Ruler(QGuiApplication.font()))


@pytest.fixture
def render(composer: Composer) -> Callable[..., QImage]:
    def rendered(picture: Picture, inks: Inks = DARK) -> QImage:
        image = QImage(picture.width, picture.height, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        paint(painter, picture, inks, composer.ruler, QRegion(image.rect()))
        painter.end()
        return image

    return rendered


@pytest.fixture
def pictured(composer: Composer) -> Callable[..., Picture]:
    def composed(showing: Showing, width: int = 1920, height: int = 1080) -> Picture:
        return composer.picture(showing, width, height)

    return composed
