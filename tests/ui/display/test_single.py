"""The screens that show one thing: a clock bigger than the wall's, a queue that has room for all it shows."""

from dataclasses import replace

import pytest

from hearingdesk.domain.face import ClockState, Face, OnFloor
from hearingdesk.ui.display.compose import Composer, Cover, Showing
from hearingdesk.ui.display.picture import Picture, Role
from hearingdesk.ui.display.setup import Layout
from tests.ui.display.faces import SCENES, SPEAKING, STATES, clock

SIZES = [(1024, 768), (1280, 800), (1920, 1080), (3840, 2160)]


def single(composer: Composer, layout: Layout, face: Face, size: tuple[int, int], cover: Cover = Cover.NONE) -> Picture:
    return replace(composer, layout=layout).picture(Showing(face, cover), *size)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", STATES)
def test_the_clock_is_bigger_than_on_the_wall_and_inside_the_screen(
    composer: Composer, name: str, size: tuple[int, int]
) -> None:
    picture = single(composer, Layout.CLOCK, STATES[name], size)
    wall = composer.picture(Showing(STATES[name]), *size)
    digits, on_wall = (list(each.texts(Role.DIGITS)) for each in (picture, wall))
    assert "".join(text.text for text in digits) == STATES[name].clock.text.removeprefix("+")
    assert digits[0].type.size > on_wall[0].type.size * 1.1
    assert list(picture.texts(Role.STATE))
    assert list(picture.texts(Role.NAME, Role.NEXT)) == []
    assert all(text.x >= 0 and text.x + text.width <= size[0] and text.y <= size[1] for text in picture.texts())


def test_the_digits_keep_their_size_from_second_to_second(composer: Composer) -> None:
    sizes = {
        next(single(composer, Layout.CLOCK, clock(ClockState.RUNNING, text, 0.9), (1920, 1080)).texts(Role.DIGITS)).type
        for text in ("9:59", "5:00", "3:41", "1:11")
    }
    assert len(sizes) == 1


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_queue_has_who_speaks_and_all_who_are_next_without_a_clock(
    composer: Composer, size: tuple[int, int]
) -> None:
    picture = single(composer, Layout.QUEUE, SPEAKING, size)
    shown = [text.text for text in picture.texts(Role.NEXT)]
    assert {str(person.number) for person in SPEAKING.next_up} <= set(shown)
    assert [text.text for text in picture.texts(Role.NAME)] == ["Dr. Lucinda Hargrove"]
    assert list(picture.texts(Role.DIGITS)) == []
    assert max(text.y for text in picture.texts()) <= size[1]


@pytest.mark.parametrize("layout", [Layout.CLOCK, Layout.QUEUE])
@pytest.mark.parametrize("name", SCENES)
def test_while_nobody_speaks_they_say_what_the_wall_says(composer: Composer, layout: Layout, name: str) -> None:
    assert single(composer, layout, SCENES[name], (1920, 1080)) == composer.picture(Showing(SCENES[name]), 1920, 1080)


@pytest.mark.parametrize("layout", [Layout.CLOCK, Layout.QUEUE])
def test_blank_is_blank_everywhere(composer: Composer, layout: Layout) -> None:
    assert single(composer, layout, SPEAKING, (1920, 1080), Cover.BLANK).pieces == ()


@pytest.mark.parametrize("name", STATES)
def test_a_strip_for_captions_leaves_a_clock(composer: Composer, name: str) -> None:
    """The tightest screen: 4:3, with a rehearsal's band and a fifth of the height given away."""
    face = replace(STATES[name], rehearsal=True)
    picture = single(replace(composer, captions=0.2), Layout.CLOCK, face, (1024, 768))
    assert next(picture.texts(Role.DIGITS)).type.capital >= 0.25 * 768
    assert max(text.y for text in picture.texts()) <= 768 * 0.8


def test_a_name_longer_than_any_leaves_half_of_the_screen_to_the_queue(composer: Composer) -> None:
    endless = " ".join(["Maximiliana Featherstonehaugh"] * 30)
    picture = single(composer, Layout.QUEUE, replace(SPEAKING, speaker=OnFloor(13, endless)), (1280, 800))
    assert " ".join(text.text for text in picture.texts(Role.NAME)) == endless
    assert max(text.y for text in picture.texts(Role.NAME)) < 800 * 0.7
    assert next(picture.texts(Role.NEXT)).text == "14"
