"""What stands on the wall is big enough, measured on the pixels, inside the screen, and steady."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from hearingdesk.domain.face import ClockFace, ClockState, OnFloor
from hearingdesk.ui.console.display_sheet import MOST
from hearingdesk.ui.display.compose import ChairShowing, Composer, Cover, Showing
from hearingdesk.ui.display.picture import Form, Picture, Role, Text
from hearingdesk.ui.display.setup import Layout
from tests.ui.display.asides import ASIDE
from tests.ui.display.faces import SCENES, SPEAKING, STATES, clock

Compose = Callable[..., Picture]
Render = Callable[..., QImage]

SIZES = [(1024, 768), (1280, 800), (1920, 1080), (3840, 2160)]
FACES = STATES | SCENES
FLOORS = {Role.DIGITS: 0.25, Role.NAME: 0.06, Role.NEXT: 0.04, Role.RULE: 0.04}
FLAT = set("EFHIKLMNPRTUXYZ1457")
"""Capitals and figures that end flat above and below, so that their height is the type's own."""


def inked_rows(image: QImage) -> int:
    """How many rows of pixels hold anything that differs plainly from the row's left end."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels, stride = bytes(grey.constBits()), grey.bytesPerLine()
    lines = [pixels[y * stride : y * stride + grey.width()] for y in range(grey.height())]
    return sum(max(abs(value - line[0]) for value in line) > 64 for line in lines)


def capital_height(composer: Composer, render: Render, picture: Picture, text: Text) -> int:
    """The height in pixels of the text's first letter, painted on nothing but the panel it may stand on."""
    alone = replace(picture, pieces=(*picture.shapes(Form.PANEL), text))
    box, advance = text.box, composer.ruler.width(text.text[0], text.type)
    return inked_rows(render(alone).copy(QRect(int(text.x) - 2, int(box.y), int(advance) + 2, int(box.height))))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", FACES)
def test_nothing_is_smaller_than_its_floor(
    composer: Composer, pictured: Compose, render: Render, name: str, size: tuple[int, int]
) -> None:
    width, height = size
    picture = pictured(Showing(FACES[name]), width, height)
    letters = [text for text in picture.texts() if text.text[:1] in FLAT]
    assert letters
    for text in letters:
        tall = capital_height(composer, render, picture, text)
        assert tall >= FLOORS.get(text.role, 0.035) * height, (text.role, text.text, tall)


def test_the_floors_are_measured_on_pixels(composer: Composer, pictured: Compose, render: Render) -> None:
    """The measure itself: type of half the size measures half."""
    picture = pictured(Showing(clock(ClockState.WRAP_UP, "1:47")))
    text = next(picture.texts(Role.DIGITS))
    smaller = replace(text, type=replace(text.type, size=text.type.size // 2))
    whole, half = (capital_height(composer, render, picture, each) for each in (text, smaller))
    assert half == pytest.approx(whole / 2, abs=1)
    assert whole == pytest.approx(text.type.capital, abs=2)


@pytest.mark.parametrize("size", [*SIZES, (800, 600), (640, 1136), (2560, 1080), (320, 180)], ids=str)
@pytest.mark.parametrize("name", FACES)
def test_all_is_inside_the_screen_and_nothing_overlaps(pictured: Compose, name: str, size: tuple[int, int]) -> None:
    width, height = size
    picture = pictured(Showing(FACES[name]), width, height)
    lines = [(t, t.x, t.y - t.type.capital, t.x + t.width, t.y) for t in picture.texts() if t.text.strip()]
    for text, left, top, right, baseline in lines:
        assert left >= 0, text
        assert top >= 0, text
        assert right <= width, text
        assert baseline <= height, text
    for place, (one, left, top, right, low) in enumerate(lines):
        for other, left2, top2, right2, low2 in lines[place + 1 :]:
            apart = right <= left2 + 1 or right2 <= left + 1 or low <= top2 or low2 <= top
            assert apart, (one.text, other.text)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_digits_do_not_dance(pictured: Compose, size: tuple[int, int]) -> None:
    places = set()
    for second in range(60):
        picture = pictured(Showing(clock(ClockState.RUNNING, f"3:{second:02}", 0.7)), *size)
        places.add(tuple((text.x, text.y, text.width, text.type) for text in picture.texts(Role.DIGITS)))
    assert len(places) == 1


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_from_state_to_state_only_the_clock_changes(pictured: Compose, size: tuple[int, int]) -> None:
    """Name, list and rule stand still while the clock runs out."""
    steady = (Role.HEADER, Role.NAME, Role.NEXT, Role.COUNT, Role.RULE)
    states = [STATES[name] for name in ("running", "wrap_up", "time", "over", "stopped_question")]
    seen = {tuple(pictured(Showing(face), *size).texts(*steady)) for face in states}
    assert len(seen) == 1


def test_a_second_changes_only_the_digits_and_the_bar(pictured: Compose) -> None:
    before = pictured(Showing(clock(ClockState.RUNNING, "3:47", 0.76)))
    after = pictured(Showing(clock(ClockState.RUNNING, "3:46", 0.75)))
    (digits,) = {text.box.y for text in before.texts(Role.DIGITS)}
    assert 2 <= len(after.changed(before)) <= 4
    assert all(box.y >= digits for box in after.changed(before))


@pytest.mark.parametrize(
    ("name", "form", "word"),
    [
        ("called", Form.CHEVRON, "Come to the microphone"),
        ("running", Form.BAR, "Time remaining"),
        ("wrap_up", Form.TRIANGLE, "Under one minute"),
        ("time", Form.OCTAGON, "Time is up"),
        ("over", Form.OCTAGON, "Over time"),
        ("stopped_question", Form.PAUSE, "Stopped: question"),
        ("stopped_other", Form.PAUSE, "Clock stopped"),
        ("untimed", None, "No time limit"),
    ],
)
def test_each_state_has_a_word_and_a_shape(pictured: Compose, name: str, form: Form | None, word: str) -> None:
    picture = pictured(Showing(STATES[name]))
    assert word in [text.text for text in picture.texts(Role.STATE)]
    assert form is None or list(picture.shapes(form))


def test_each_state_has_a_place_of_its_own(pictured: Compose) -> None:
    """The panel and the frame stand round the clock, the triangle beside the words, the bar alone while it runs."""
    forms = {
        name: frozenset(shape.form for shape in pictured(Showing(STATES[name])).shapes()) - {Form.RULE}
        for name in ("running", "wrap_up", "time", "stopped_question")
    }
    assert forms == {
        "running": {Form.BAR},
        "wrap_up": {Form.BAR, Form.TRIANGLE},
        "time": {Form.PANEL, Form.OCTAGON},
        "stopped_question": {Form.BAR, Form.FRAME, Form.PAUSE},
    }


def test_the_bar_shows_what_is_left(pictured: Compose) -> None:
    track, left = pictured(Showing(clock(ClockState.RUNNING, "1:15", 0.25))).shapes(Form.BAR)
    assert left.box.width == pytest.approx(track.box.width / 4)


def test_wrap_up_says_only_what_is_true(pictured: Compose) -> None:
    """A body may warn two minutes before the end; that is not under one minute."""
    early = pictured(Showing(clock(ClockState.WRAP_UP, "1:45", 0.2)))
    assert "Please wrap up" in [text.text for text in early.texts(Role.STATE)]


def test_numbers_stand_before_names(pictured: Compose) -> None:
    number, name, *_ = pictured(Showing(SPEAKING)).texts(Role.NEXT)
    assert (number.text, name.text) == ("14", "Marisol Quiñones")
    assert number.x + number.width < name.x
    assert number.y == name.y


def said(picture: Picture) -> str:
    return " ".join(text.text for text in picture.texts())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "before",
            ["Fire and Police Commission", "Thursday, February 5, 2026", "City Hall", "6:00 PM", "fill in a slip"],
        ),
        ("between", ["14 · NEXT SPEAKER", "Marisol Quiñones", "Please come forward", "15", "Pa Houa Xiong"]),
        ("between_empty", ["Nobody is waiting", "Nadie espera"]),
        ("item", ["4 · Resolution", "ON THE AGENDA"]),
        ("item_resumes", ["6 · Presentation", "Public comment resumes after item 6", "después del punto 6"]),
        ("in_session", ["The meeting is in session"]),
        ("paused", ["Public comment", "is paused", "Public comment resumes after item 6", "14"]),
        ("closed", ["Testimony on this item is closed", "37 people spoke", "hablaron 37 personas"]),
        ("recess", ["Recess", "Receso", "7:15 PM"]),
        ("adjourned", ["The meeting is adjourned", "9f3a51c0 7be24d18", "87d2953e"]),
    ],
)
def test_each_scene_says_its_own(pictured: Compose, name: str, words: list[str]) -> None:
    text = said(pictured(Showing(SCENES[name])))
    for word in words:
        assert word in text, (word, text)


def test_the_rule_stands_in_both_languages(pictured: Compose) -> None:
    assert [text.text for text in pictured(Showing(SPEAKING)).texts(Role.RULE)] == [
        "5 minutes each · 10 with an interpreter · no yielding of time.",
        "5 minutos por persona · 10 con intérprete · sin ceder tiempo.",
    ]


@pytest.mark.parametrize("size", [(1280, 800), (1366, 768), (1920, 1080), (3840, 2160)], ids=str)
def test_that_no_time_is_yielded_is_said_on_every_wide_screen(pictured: Compose, size: tuple[int, int]) -> None:
    """R-03: the rule in force, in one sentence, where the body lets nobody give time away."""
    english, spanish = (text.text for text in pictured(Showing(SPEAKING), *size).texts(Role.RULE))
    assert "no yielding" in english
    assert "sin ces" in spanish or "sin ceder tiempo" in spanish


def test_a_rule_too_long_for_its_line_loses_its_last_part_first(pictured: Compose) -> None:
    """Who may speak how long stands to the end; the time in all goes before the time with an interpreter."""
    capped = replace(SPEAKING, cap=timedelta(minutes=60))
    assert [text.text for text in pictured(Showing(capped)).texts(Role.RULE)] == [
        "5 minutes each · 10 with an interpreter · 60 minutes in all.",
        "5 minutos por persona · 10 con intérprete.",
    ]


@pytest.mark.parametrize(
    ("state", "rehearsal"), [("called", False), ("wrap_up", False), ("wrap_up", True), ("stopped_question", True)]
)
def test_on_a_screen_nearly_square_somebody_next_is_always_named(
    pictured: Compose, state: str, rehearsal: bool
) -> None:
    picture = pictured(Showing(replace(STATES[state], rehearsal=rehearsal)), 1024, 768)
    assert [text.text for text in picture.texts(Role.NEXT)][:2] == ["14", "Marisol Quiñones"]
    assert any("UP NEXT" in text.text for text in picture.texts(Role.CAPTION))


def test_a_line_that_breaks_breaks_evenly(pictured: Compose) -> None:
    """No word is left alone on the last line where it could have company."""
    texts = list(pictured(Showing(SCENES["paused"])).texts(Role.HEADLINE, Role.DETAIL))
    assert [text.text for text in texts[:2]] == ["Public comment", "is paused"]
    assert "6" not in [text.text for text in texts]
    assert "resumes after item 6" in [text.text for text in texts]


def test_a_rule_without_interpreters_says_that_no_time_is_yielded(pictured: Compose) -> None:
    face = replace(SPEAKING, with_interpreter=None)
    assert "Each speaker has 5 minutes · no yielding of time." in said(pictured(Showing(face)))


@pytest.mark.parametrize("name", FACES)
def test_a_rehearsal_is_marked_in_every_scene(pictured: Compose, name: str) -> None:
    assert "REHEARSAL · ENSAYO" in said(pictured(Showing(replace(FACES[name], rehearsal=True))))
    assert "REHEARSAL" not in said(pictured(Showing(FACES[name])))


def test_a_frozen_picture_says_that_it_is_held(pictured: Compose) -> None:
    assert "Held · Imagen fija · 6:47 PM" in said(pictured(Showing(SPEAKING, Cover.FROZEN)))


def test_a_message_takes_the_place_of_the_hearing(pictured: Compose) -> None:
    words = ("Overflow seating is open in room 303",)
    picture = pictured(Showing(SPEAKING, Cover.MESSAGE, words))
    assert words[0] in " ".join(text.text for text in picture.texts(Role.HEADLINE))
    assert "Hargrove" not in said(picture)


PROSE = "Please wait at the doors until the clerk calls your number, and keep the aisles free for wheelchairs. " * 60


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("length", [40, MOST, 5000])
@pytest.mark.parametrize("typed", [PROSE, "W" * 5000, "שלום " * 1000], ids=["prose", "one word", "right to left"])
def test_no_message_leaves_the_screen_and_one_that_may_be_sent_is_legible(
    composer: Composer, typed: str, length: int, size: tuple[int, int]
) -> None:
    showing = ChairShowing(SPEAKING, Cover.MESSAGE, (typed[:length],), ASIDE)
    for layout in Layout:
        picture = replace(composer, layout=layout).picture(showing, *size)
        assert list(picture.texts()), layout
        for text in picture.texts():
            assert 0 <= text.box.x <= text.box.right <= size[0] + 1, layout
            assert 0 <= text.box.y <= text.box.bottom <= size[1] + 1, layout
        if typed is PROSE and length <= MOST and layout is Layout.WALL:
            assert min(text.type.capital for text in picture.texts()) >= 0.035 * min(size[1], size[0] * 0.75)


def test_a_blank_screen_is_blank(pictured: Compose, render: Render) -> None:
    image = render(pictured(Showing(SPEAKING, Cover.BLANK), 640, 360))
    assert len({image.pixel(x, y) for x in range(640) for y in range(0, 360, 7)}) == 1


def test_names_stay_off_the_screen_where_the_profile_says_so(pictured: Compose) -> None:
    nameless = replace(SPEAKING, speaker=OnFloor(13, ""), next_up=(OnFloor(14, ""),))
    picture = pictured(Showing(nameless))
    assert [text.text for text in picture.texts(Role.NAME)] == ["Number 13"]
    assert "14" in [text.text for text in picture.texts(Role.NEXT)]


def test_captions_are_never_covered(composer: Composer) -> None:
    """A-08: with the caption strip on, nothing stands in the lowest fifth, and the clock keeps its quarter."""
    picture = replace(composer, captions=0.2).picture(Showing(STATES["wrap_up"]), 1920, 1080)
    assert all(text.y < 1080 * 0.8 for text in picture.texts())
    assert next(picture.texts(Role.DIGITS)).type.capital >= 270
    assert [text.text for text in picture.texts(Role.NAME)] == ["Dr. Lucinda Hargrove"]


def test_the_clock_grows_back_after_ten_minutes(pictured: Compose) -> None:
    """An interpreted speaker starts at 10:00; the size may change once, at 9:59, and never in between."""
    sizes = [
        next(pictured(Showing(clock(ClockState.RUNNING, text, 0.9))).texts(Role.DIGITS)).type.size
        for text in ("10:00", "9:59", "5:00", "0:59")
    ]
    assert sizes[1] == sizes[2] == sizes[3] >= sizes[0]


def test_a_face_that_is_not_there_yet_paints_nothing(pictured: Compose) -> None:
    assert pictured(Showing()).pieces == ()
    assert pictured(Showing(replace(SPEAKING, clock=ClockFace(ClockState.IDLE))), 10, 10).pieces == ()
