"""A-06 measured on the glass: each word stands out from what is painted round it; each state has its three signs."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter

from hearingdesk.ui.display.compose import ChairShowing, Composer, Showing
from hearingdesk.ui.display.paint import CHROMAS, DARK, LIGHT, Inks
from hearingdesk.ui.display.picture import Form, Ink, Picture, Role, Text
from hearingdesk.ui.display.setup import Layout
from tests.ui.display.asides import ASIDE, TALLY
from tests.ui.display.faces import SCENES, SPEAKING, STATES
from tests.ui.display.test_colours import contrast

Render = Callable[..., QImage]
SIZES = [(1024, 768), (1280, 800), (1920, 1080), (3840, 2160)]
FACES = STATES | SCENES | {"tally": replace(SCENES["between"], tally=TALLY)}
ON_PANEL = 4.5
"""Enough for states and their panels; everything else is to reach 7."""


def glass(image: QImage, text: Text) -> tuple[str, str]:
    """The ground beside the first letter, or in the space before it, and the pixel of the line that differs most."""
    y, x = round(text.y - text.type.capital / 2), round(text.x)
    size = text.type.size
    aside = round(size * 0.1) if text.text.startswith(" ") else -max(2, round(size * 0.06))
    ground = image.pixelColor(max(0, x + aside), y).name()
    across = range(x, min(image.width(), x + round(min(text.width, size * 6))), max(1, size // 24))
    down = range(round(text.y - text.type.capital), round(text.y))
    found = {image.pixel(at, row) for at in across for row in (*down[:: max(1, len(down) // 8)], y)}
    ink = max((QColor(pixel).name() for pixel in found), key=lambda each: contrast(each, ground))
    return ground, ink


def faint(picture: Picture, image: QImage) -> list[tuple[str, float]]:
    """The texts that do not stand out enough."""
    panels = [shape.box for shape in picture.shapes() if shape.ink is Ink.OVER]
    weak = []
    for text in picture.texts():
        if not text.text.strip():
            continue
        ground, ink = glass(image, text)
        inside = any(box.x <= text.x <= box.right and box.y <= text.y <= box.bottom for box in panels)
        ratio = contrast(ground, ink)
        if ratio < (ON_PANEL if inside else 7):
            weak.append((text.text, round(ratio, 2)))
    return weak


THEMES = [*((DARK, size) for size in SIZES), (LIGHT, (1280, 800))]


@pytest.mark.parametrize(("inks", "size"), THEMES, ids=lambda each: "" if isinstance(each, Inks) else str(each))
@pytest.mark.parametrize("name", FACES)
def test_every_word_on_the_wall_stands_out(
    composer: Composer, render: Render, name: str, inks: Inks, size: tuple[int, int]
) -> None:
    if size == (3840, 2160) and name not in ("running", "over", "recess", "tally"):
        size = (2560, 1440)  # the same picture, and half of the pixels
    picture = composer.picture(Showing(FACES[name]), *size)
    assert faint(picture, render(picture, inks)) == []


@pytest.mark.parametrize("name", ["running", "wrap_up", "over", "stopped_question"])
def test_every_word_of_the_chairs_screen_and_of_the_lower_third_stands_out(
    composer: Composer, render: Render, name: str
) -> None:
    hers = replace(composer, layout=Layout.CHAIR).picture(ChairShowing(STATES[name], aside=ASIDE), 1366, 768)
    assert faint(hers, render(hers, DARK)) == []
    lower = replace(composer, layout=Layout.LOWER).picture(Showing(STATES[name]), 1920, 1080)
    for _, inks in CHROMAS.values():
        assert faint(lower, render(lower, inks)) == []


def test_the_measure_sees_a_word_that_is_too_faint(composer: Composer, render: Render) -> None:
    picture = composer.picture(Showing(SPEAKING), 1920, 1080)
    grey = replace(DARK, dim="#5a6570")
    weak = [text for text, _ in faint(picture, render(picture, grey))]
    assert "24 waiting · 13 heard" in weak
    assert "Dr. Lucinda Hargrove" not in weak


def signs(picture: Picture) -> tuple[str, frozenset[Form], int]:
    """Word, shapes, and the place of the word: what tells a state without any colour."""
    words = list(picture.texts(Role.STATE))
    forms = {shape.form for shape in picture.shapes()} - {Form.RULE}
    return " ".join(text.text for text in words), frozenset(forms), round(words[0].x)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_two_states_share_word_and_shape(composer: Composer, size: tuple[int, int]) -> None:
    told = {}
    for name in ("running", "wrap_up", "time", "over", "stopped_question", "called"):
        told[name] = signs(composer.picture(Showing(STATES[name]), *size))
    assert len({word for word, _, _ in told.values()}) == len(told)
    shapes = {name: forms for name, (_, forms, _) in told.items() if name != "time"}  # time and over are one panel
    assert len(set(shapes.values())) == len(shapes)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_grey_pictures_of_the_states_differ_by_more_than_shades(
    composer: Composer, render: Render, size: tuple[int, int]
) -> None:
    """Cut to black and white, the picture still looks different in each state, though all show the same digits."""
    seen = []
    for name in ("running", "wrap_up", "over", "stopped_question"):
        face = replace(STATES[name], clock=replace(STATES[name].clock, text="0:42", part=0.5))
        grey = render(composer.picture(Showing(face), *size)).convertToFormat(QImage.Format.Format_Grayscale8)
        small = grey.scaled(256, 144)
        seen.append([small.pixelColor(x, y).lightness() > 96 for x in range(256) for y in range(144)])
    for place, one in enumerate(seen):
        for other in seen[place + 1 :]:
            assert sum(a != b for a, b in zip(one, other, strict=True)) > 60


def test_a_screen_that_cuts_its_edges_still_shows_every_word(composer: Composer, render: Render) -> None:
    """A television that hides two in a hundred at each side: nothing that is read stands there."""
    image = render(composer.picture(Showing(SPEAKING), 1920, 1080))
    edge = QImage(image)
    painter = QPainter(edge)
    inside = QRect(QPoint(38, 21), QPoint(1920 - 39, 1080 - 22))
    painter.fillRect(inside, QColor(DARK.ground))
    painter.end()
    border = [(x, y) for x in range(1920) for y in (5, 15, 20, 1060, 1070)]
    border += [(x, y) for y in range(1080) for x in (5, 20, 37, 1883, 1900)]
    assert {edge.pixel(x, y) for x, y in border} == {QColor(DARK.ground).rgb()}
