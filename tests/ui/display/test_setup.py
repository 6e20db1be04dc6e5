"""What is remembered of the outputs: read back as written, harmless where it is damaged, up for one hearing only."""

import json

import pytest

from hearingdesk.ui.display.setup import Layout, Place, Setup, read, read_cover, written

WALL = Setup(Layout.WALL, Place.SCREEN, "HDMI-1\nA17\n1920x1080+1366+0", "light", captions=True, volume=2, ten=True)
CHAIR = Setup(Layout.CHAIR, Place.WINDOW, "", languages=("en",))


def test_what_was_written_is_read_back() -> None:
    assert read(written([WALL, CHAIR], "tonight"), "tonight") == [WALL, CHAIR]


def test_what_lay_over_the_hearing_is_remembered_for_that_hearing_alone() -> None:
    kept = written([WALL], "tonight", "message", ("Leave.", "Salgan."))
    assert read_cover(kept, "tonight") == ("message", ("Leave.", "Salgan."))
    assert read_cover(kept, "tomorrow") == ("", ())
    assert read_cover('{"hearing": "tonight", "cover": null, "message": 7}', "tonight") == ("", ())


def test_for_another_hearing_all_is_known_and_nothing_is_up() -> None:
    places = [each.place for each in read(written([WALL, CHAIR], "tonight"), "tomorrow")]
    assert places == [Place.NOWHERE, Place.NOWHERE]
    assert read(written([WALL], "tonight"), "tomorrow")[0].screen == WALL.screen


def test_over_the_clerks_own_screen_nothing_comes_back() -> None:
    over = Setup(place=Place.OVER_CLERK)
    assert read(written([over], "tonight"), "tonight") == [Setup()]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '"dark captions"',
        '{"outputs": 3}',
        '{"outputs": [7, null, "x"]}',
        '{"hearing": "tonight", "outputs": [{"layout": "moon", "place": 4, "screen": null, "volume": "loud"}]}',
    ],
)
def test_what_is_damaged_is_as_shipped(text: str) -> None:
    assert read(text, "tonight") == [Setup()]


def test_a_value_out_of_bounds_is_brought_back() -> None:
    kept = {"layout": "wall", "volume": 99, "languages": ["en", "es", "hmn"], "theme": "pink"}
    (wall,) = read(json.dumps({"outputs": [kept]}), "")
    assert (wall.volume, wall.languages, wall.worn) == (3, ("en", "es"), "dark")


def test_the_display_in_the_room_is_always_there_and_first() -> None:
    assert [each.layout for each in read(written([CHAIR], "tonight"), "tonight")] == [Layout.WALL, Layout.CHAIR]


@pytest.mark.parametrize(("layout", "part"), [(Layout.WALL, 0.2), (Layout.LOWER, 0.0), (Layout.CHAIR, 0.0)])
def test_a_strip_for_captions_is_kept_where_captions_may_lie(layout: Layout, part: float) -> None:
    assert Setup(layout, captions=True).strip == part


def test_who_reads_the_chairs_screen_does_not_need_it_kept_out_of_the_public() -> None:
    assert [layout for layout in Layout if not layout.public] == [Layout.CHAIR]
