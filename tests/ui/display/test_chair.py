"""The chair's own screen: the room's scene and, beside it, all that helps her to run the meeting."""

from dataclasses import replace

import pytest

from hearingdesk.domain.chair import ChairFace
from hearingdesk.domain.face import Face, OnFloor
from hearingdesk.ui.display.compose import ChairShowing, Composer, Cover
from hearingdesk.ui.display.picture import Picture, Role
from hearingdesk.ui.display.setup import Layout
from hearingdesk.ui.display.words import load_wording
from tests.ui.display.asides import ASIDE
from tests.ui.display.faces import SCENES, SPEAKING, STATES

SIZES = [(1024, 768), (1366, 768), (1280, 800), (1920, 1080), (3840, 2160)]
FACES = STATES | SCENES


def hers(composer: Composer, face: Face, aside: ChairFace = ASIDE, *size: int, **says: object) -> Picture:
    chairs = replace(composer, layout=Layout.CHAIR, wording=load_wording("en"))
    return chairs.picture(ChairShowing(face, aside=aside, **says), *(size or (1920, 1080)))  # type: ignore[arg-type]


def lines(picture: Picture) -> str:
    return " ".join(text.text for text in picture.texts())


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", FACES)
def test_all_is_inside_and_nothing_overlaps(composer: Composer, name: str, size: tuple[int, int]) -> None:
    picture = hers(composer, FACES[name], ASIDE, *size)
    placed = [(t, t.x, t.y - t.type.capital, t.x + t.width, t.y) for t in picture.texts() if t.text.strip()]
    for text, left, top, right, low in placed:
        assert 0 <= left <= right <= size[0], text
        assert 0 <= top <= low <= size[1], text
    for place, (one, left, top, right, low) in enumerate(placed):
        for other, left2, top2, right2, low2 in placed[place + 1 :]:
            assert right <= left2 + 1 or right2 <= left + 1 or low <= top2 or low2 <= top, (one.text, other.text)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_she_sees_clock_list_forecast_rule_and_counts(composer: Composer, size: tuple[int, int]) -> None:
    picture = hers(composer, SPEAKING, ASIDE, *size)
    shown = lines(picture)
    assert "".join(text.text for text in picture.texts(Role.DIGITS)) == "3:47"
    for words in (
        "Dr. Lucinda Hargrove",
        "say: HAR-grohv",
        "Marisol Quiñones",
        "say: kee-NYOH-nes",
        "24 waiting · done about 8:35 PM at 5:00",
        "pause testimony in 13 min",
        "2 came late · 1 late, for the chair's leave · 4 called",
        "CONCERNS · 12 OF 13 HEARD CODED",
        "Privacy invasion",
        "Support 3 · Oppose 9 · Not stated 1",
        "Noted by staff. Not a vote.",
        "10 minutes with an interpreter; no yielding of time.",
    ):
        assert words in shown, words


def test_concerns_stand_in_the_codebooks_order_and_what_has_no_room_is_counted(composer: Composer) -> None:
    many = tuple((f"Concern {number}", number % 3) for number in range(40))
    texts = [text.text for text in hers(composer, SPEAKING, replace(ASIDE, raised=many)).texts(Role.COUNT)]
    shown = [int(text.removeprefix("Concern ")) for text in texts if text.startswith("Concern ")]
    raised = [number for number in range(40) if number % 3]
    assert shown == raised[: len(shown)]
    assert texts[-1] == "" or f"and {len(raised) - len(shown)} more" in texts


def test_what_lies_over_the_wall_is_said_and_her_own_screen_goes_on(composer: Composer) -> None:
    for cover, words in ((Cover.BLANK, "The public display is blank"), (Cover.FROZEN, "The public display is held")):
        picture = hers(composer, SPEAKING, cover=cover)
        assert words in lines(picture)
        assert list(picture.texts(Role.DIGITS))
    told = hers(composer, SPEAKING, cover=Cover.MESSAGE, message=("Leave the room.", "Salgan."))
    assert "The room reads: Leave the room." in lines(told)
    assert "display" not in lines(hers(composer, SPEAKING))


def test_her_own_part_is_in_her_language(composer: Composer) -> None:
    """Nothing of it is left in English: words from the files, the rule by the wall's sentence."""
    chairs = replace(composer, layout=Layout.CHAIR, wording=load_wording("es"))
    shown = lines(chairs.picture(ChairShowing(SPEAKING, Cover.BLANK, aside=ASIDE), 1920, 1080))
    for words in (
        "La pantalla pública está en negro",
        "24 en espera · fin aproximado: 8:35 PM, con 5:00 por persona",
        "Punto 6: hora límite 7:00 PM",
        "se dice: HAR-grohv",
        "llegaron tarde 2",
        "ANOTADAS 12 DE 13 PERSONAS",
        "A favor 3 · En contra 9 · No indicada 1",
        "No es una votación.",
        "Cada persona tiene 5 minutos · 10 con intérprete · sin ceder tiempo.",
    ):
        assert words in shown, (words, shown)
    for english in ("waiting", "say:", "late", "Support", "heard", "Each speaker", "vote", "Item"):
        assert english not in shown, english


def test_before_anybody_was_heard_there_is_no_tally(composer: Composer) -> None:
    bare = ChairFace({}, rule="Three minutes each.")
    shown = lines(hers(composer, SPEAKING, bare))
    assert "CONCERNS" not in shown
    assert "Three minutes each." in shown


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_name_longer_than_any_is_all_there_beside_a_clock(composer: Composer, size: tuple[int, int]) -> None:
    name = "Nguyễn Thị Minh Khai, for the Coalition of Neighborhood Associations of the Near South Side"
    picture = hers(composer, replace(SPEAKING, speaker=OnFloor(13, name)), ASIDE, *size)
    assert " ".join(text.text for text in picture.texts(Role.NAME)) == name
    assert list(picture.texts(Role.DIGITS))
