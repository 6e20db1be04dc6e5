"""The lower third: a band that a mixer keys cleanly, with who speaks, for whom, and the clock."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from hearingdesk.domain.face import Face, OnFloor
from hearingdesk.ui.display.compose import Composer, Cover, Showing
from hearingdesk.ui.display.paint import CHROMAS
from hearingdesk.ui.display.picture import Form, Ink, Picture, Role
from hearingdesk.ui.display.setup import Layout
from tests.ui.display.faces import SCENES, SPEAKING, STATES

Render = Callable[..., QImage]
SIZES = [(1024, 768), (1280, 720), (1920, 1080), (3840, 2160)]
WHO = replace(SPEAKING, speaker=OnFloor(13, "Dr. Lucinda Hargrove", organisation="Lakemont Tenants' Union"))


def third(composer: Composer, face: Face, *size: int, **says: object) -> Picture:
    lower = replace(composer, layout=Layout.LOWER)
    return lower.picture(Showing(face, **says), *(size or (1920, 1080)))  # type: ignore[arg-type]


def lines(picture: Picture) -> list[str]:
    return [text.text for text in picture.texts()]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("state", STATES)
def test_all_of_it_stands_in_one_band_in_the_safe_part_at_the_bottom(
    composer: Composer, state: str, size: tuple[int, int]
) -> None:
    picture = third(composer, replace(STATES[state], speaker=WHO.speaker), *size)
    band = next(shape.box for shape in picture.shapes(Form.RULE) if shape.ink is Ink.BAND)
    width, height = size
    assert band.x >= 0.049 * width
    assert band.right <= 0.951 * width
    assert 0.6 * height < band.y < band.bottom <= 0.951 * height
    for text in picture.texts():
        assert band.x < text.x, text
        assert text.x + text.width < band.right, text
        assert band.y < text.y - text.type.capital < text.y < band.bottom, text
    assert {"Dr. Lucinda Hargrove", "Lakemont Tenants' Union"} <= set(lines(picture))
    assert not [text for text in lines(picture) if text.endswith("…")]


@pytest.mark.parametrize("theme", CHROMAS)
@pytest.mark.parametrize("face", [WHO, replace(STATES["over"], speaker=WHO.speaker)], ids=["running", "over"])
def test_not_one_pixel_mixes_with_the_ground(composer: Composer, render: Render, theme: str, face: Face) -> None:
    """Outside the band each pixel is the ground itself, up to the band's very edge."""
    picture, inks = third(composer, face), CHROMAS[theme][1]
    image = render(picture, inks)
    band = next(shape.box for shape in picture.shapes(Form.RULE) if shape.ink is Ink.BAND)
    at = QRect(int(band.x), int(band.y), int(band.width), int(band.height))
    ground = inks.colour(Ink.GROUND).rgb()
    around = at.adjusted(-2, -2, 2, 2)
    for y in (*range(around.top(), at.top()), *range(at.bottom() + 1, around.bottom() + 1)):
        assert {image.pixel(x, y) for x in range(around.left(), around.right() + 1)} == {ground}
    for x in (*range(around.left(), at.left()), *range(at.right() + 1, around.right() + 1)):
        assert {image.pixel(x, y) for y in range(around.top(), around.bottom() + 1)} == {ground}
    assert ground not in {image.pixel(x, y) for x in range(at.left(), at.right()) for y in range(at.top(), at.bottom())}


def test_between_speakers_the_picture_is_free(composer: Composer) -> None:
    for name in ("between", "item", "in_session"):
        assert third(composer, SCENES[name]).pieces == ()
    assert third(composer, WHO, cover=Cover.BLANK).pieces == ()


def test_a_pause_and_a_message_are_said(composer: Composer) -> None:
    assert {"Recess", "Receso · Back at 7:15 PM"} <= set(lines(third(composer, SCENES["recess"])))
    told = third(composer, WHO, cover=Cover.MESSAGE, message=("One moment", "Un momento"))
    assert lines(told) == ["One moment", "Un momento"]


def test_held_or_walking_up_there_is_no_clock_to_trust(composer: Composer) -> None:
    assert list(third(composer, WHO).texts(Role.DIGITS))
    assert not list(third(composer, WHO, cover=Cover.FROZEN).texts(Role.DIGITS))
    assert not list(third(composer, replace(STATES["called"], speaker=WHO.speaker)).texts(Role.DIGITS))


def test_the_name_stands_still_while_the_clock_runs_out(composer: Composer) -> None:
    places = {
        tuple(
            (text.x, text.y) for text in third(composer, replace(STATES[state], speaker=WHO.speaker)).texts(Role.NAME)
        )
        for state in ("running", "wrap_up", "time", "over")
    }
    assert len(places) == 1


def test_without_an_organisation_what_tells_the_person_apart_stands_there(composer: Composer) -> None:
    apart = replace(SPEAKING, speaker=OnFloor(13, "Ada Brennan", "slip 13"))
    assert "slip 13" in lines(third(composer, apart))


def test_a_name_longer_than_any_is_all_there(composer: Composer) -> None:
    name = " ".join(["Maximiliana Featherstonehaugh"] * 9)
    picture = third(composer, replace(WHO, speaker=OnFloor(13, name)))
    assert " ".join(text.text for text in picture.texts(Role.NAME)) == name
    assert min(text.y for text in picture.texts()) > 540


def test_a_rehearsal_is_marked(composer: Composer) -> None:
    assert "REHEARSAL · ENSAYO" in lines(third(composer, replace(WHO, rehearsal=True)))
