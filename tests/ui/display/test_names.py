"""Names as people have them, and as scoundrels type them: the current one is all there, the rest stands still."""

import csv
import json
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from hearingdesk.domain.face import Face, OnFloor, Scene
from hearingdesk.ui.display.compose import Cover, Showing
from hearingdesk.ui.display.picture import Picture, Role
from hearingdesk.ui.display.plain import plain
from tests.ui.display.faces import SCENES, SPEAKING

Compose = Callable[..., Picture]
Render = Callable[..., QImage]

# The font database says on stderr which faces lack which script; the next face in the list has it.
pytestmark = pytest.mark.qt_log_ignore("OpenType support missing")

LONG = [
    "Mr. and Mrs. Bartholomew Featherstonehaugh-Cholmondeley",
    "Wolfeschlegelsteinhausenbergerdorff",
    "Maria de los Ángeles Guadalupe Hernández Villaseñor y Quintana Roo",
    "Nguyễn Thị Minh Khai, for the Coalition of Neighborhood Associations of the Near South Side",
]
ZALGO = "".join(c + "".join(chr(0x300 + (i * 7 + k * 13) % 0x6F) for k in range(30)) for i, c in enumerate("Zalgo"))


def speaking(name: str) -> Face:
    return replace(SPEAKING, speaker=OnFloor(13, name), next_up=(OnFloor(14, name), OnFloor(15, "Pa Houa Xiong")))


def shown_name(picture: Picture) -> str:
    return "".join(text.text for text in picture.texts(Role.NAME)).replace(" ", "")


def is_whole(picture: Picture, name: str) -> bool:
    expected = plain(name).replace(" ", "") or "Number13"
    return shown_name(picture) == expected


@pytest.mark.parametrize("name", LONG)
@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (1920, 1080), (3840, 2160)], ids=str)
def test_a_long_name_wraps_and_the_list_gives_way(pictured: Compose, name: str, size: tuple[int, int]) -> None:
    picture = pictured(Showing(speaking(name)), *size)
    height = size[1]
    assert is_whole(picture, name)
    assert all(text.type.capital >= 0.06 * height for text in picture.texts(Role.NAME))
    assert all(text.type.capital >= 0.25 * height for text in picture.texts(Role.DIGITS))
    assert all(text.x + text.width <= size[0] for text in picture.texts())


def test_only_a_name_that_is_none_goes_below_the_floor_and_is_still_whole(pictured: Compose) -> None:
    picture = pictured(Showing(speaking("A" * 2000)))
    assert is_whole(picture, "A" * 2000)
    assert all(text.type.capital >= 270 for text in picture.texts(Role.DIGITS))


def test_names_in_the_list_are_cut_before_they_push_others_out(pictured: Compose) -> None:
    face = replace(SPEAKING, next_up=(OnFloor(14, "A" * 500), OnFloor(15, "Pa Houa Xiong")))
    texts = [text.text for text in pictured(Showing(face)).texts(Role.NEXT)]
    assert "Pa Houa Xiong" in texts
    assert any(text.endswith("…") for text in texts)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\u202eevil\u202c name", "evil name"),
        ("\u2066Ada\u2069\u200f Brennan", "Ada Brennan"),
        ("Ada\nBrennan\t\r\x00\x1b[31m", "Ada Brennan [31m"),
        ("  \u00a0\u3000 ", ""),
        ("e\u0301" + "\u0301" * 40, "e" + "\u0301" * 4),
        ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\ud800broken\udfff", "broken"),
        ("Nguyễn Văn Đức", "Nguyễn Văn Đức"),
        ("soft\u00adhyphen \ufeffmark", "softhyphen mark"),
    ],
)
def test_what_turns_or_climbs_is_taken_out_of_a_text(typed: str, shown: str) -> None:
    assert plain(typed) == shown


def test_marks_that_climb_stay_in_their_line(pictured: Compose, render: Render) -> None:
    """Beside the name's own line not a pixel differs from a plain name of the same width."""
    picture = pictured(Showing(speaking(ZALGO)))
    (name,) = picture.texts(Role.NAME)
    with_name = render(picture)
    without = render(replace(picture, pieces=tuple(piece for piece in picture.pieces if piece != name)))
    box = name.box
    outside = [
        (x, y)
        for x in range(0, picture.width, 3)
        for y in range(0, picture.height, 3)
        if not (box.x - 1 <= x <= box.right + 1 and box.y - 1 <= y <= box.bottom + 1)
    ]
    assert all(with_name.pixel(x, y) == without.pixel(x, y) for x, y in outside)
    assert with_name != without


def test_a_name_from_right_to_left_keeps_its_number_in_front(pictured: Compose) -> None:
    number, name, *_ = pictured(Showing(speaking("عبدالحليم حافظ"))).texts(Role.NEXT)
    assert number.text == "14"
    assert number.x < name.x


def blns(folder: Path) -> Iterator[str]:
    yield from json.loads((folder / "hostile" / "blns.json").read_text(encoding="utf-8"))


def real_names(folder: Path) -> Iterator[str]:
    path = folder / "texas-witness-lists" / "real-difficult-names.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield f"{row['given_name']} {row['sur_name']}"
            yield row["as_printed"]


def unicode_names(folder: Path) -> Iterator[str]:
    yield from (folder / "hostile" / "unicode-person-names.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("source", [blns, real_names, unicode_names])
def test_every_name_of_the_real_lists_is_shown_whole(
    real_data: Path, pictured: Compose, source: Callable[[Path], Iterator[str]]
) -> None:
    names = list(source(real_data))
    assert len(names) >= 40
    for name in names:
        for size in ((1024, 768), (1920, 1080)):
            picture = pictured(Showing(speaking(name)), *size)
            assert is_whole(picture, name), name
            assert next(picture.texts(Role.DIGITS)).type.capital >= 0.25 * size[1], name


def test_every_real_surname_that_is_one_keeps_its_size(real_data: Path, pictured: Compose) -> None:
    """The twenty longest names that are people's wrap at full size; below that only lines that are no names."""
    names = sorted((n for n in real_names(real_data) if "(" not in n and ")" not in n), key=len)[-20:]
    for name in names:
        picture = pictured(Showing(speaking(name)))
        assert all(text.type.capital >= 0.06 * 1080 for text in picture.texts(Role.NAME)), name


def test_every_hostile_text_is_painted_everywhere(real_data: Path, pictured: Compose, render: Render) -> None:
    """As body, item, place, note, reason and message, in every scene: nothing raises, and the screen is not empty."""
    hostile = [*blns(real_data), *unicode_names(real_data), ZALGO]
    for place, text in enumerate(hostile):
        scene = list(SCENES.values())[place % len(SCENES)]
        face = replace(scene, body=text, meeting=text, item=text, place=text, recess_reason=text, resumes_after=text)
        people = (OnFloor(14, text, text, (text,)), OnFloor(15, "", text))
        picture = pictured(Showing(replace(face, next_up=people)), 640, 360)
        message = pictured(Showing(SPEAKING, Cover.MESSAGE, (text, text)), 640, 360)
        assert picture.pieces
        assert message.pieces
        if place % 20 == 0:
            assert not render(picture).isNull()
        drawn = "".join(each.text for each in (*picture.texts(), *message.texts()))
        assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in drawn), text
        assert not set(drawn) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"), text


def test_a_scene_is_known_for_each_of_the_domains(pictured: Compose) -> None:
    assert {face.scene for face in SCENES.values()} | {SPEAKING.scene} == set(Scene)
