"""The tally on the wall by C-10: the codebook's order, as big as what it is not, and never beside a running clock."""

from dataclasses import replace

import pytest

from hearingdesk.domain.face import TallyFace
from hearingdesk.ui.display.compose import Composer, Showing
from hearingdesk.ui.display.picture import Picture, Role
from hearingdesk.ui.display.words import load_wording
from tests.ui.display.asides import RAISED, TALLY
from tests.ui.display.faces import SCENES, SPEAKING

SIZES = [(1024, 768), (1280, 800), (1920, 1080), (3840, 2160)]
WHERE = ["between", "paused", "closed", "recess", "between_empty"]


def on_wall(composer: Composer, scene: str, tally: TallyFace = TALLY, size: tuple[int, int] = (1920, 1080)) -> Picture:
    return composer.picture(Showing(replace(SCENES[scene], tally=tally)), *size)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scene", WHERE)
def test_it_is_inside_and_as_big_as_a_list(composer: Composer, scene: str, size: tuple[int, int]) -> None:
    picture = on_wall(composer, scene, TALLY, size)
    placed = [(t, t.x, t.y - t.type.capital, t.x + t.width, t.y) for t in picture.texts() if t.text.strip()]
    for text, left, top, right, low in placed:
        assert 0 <= left <= right <= size[0], text
        assert 0 <= top <= low <= size[1], text
        assert text.type.capital >= (0.04 if text.role is Role.NEXT else 0.035) * min(size[1], size[0] * 0.75)
    for place, (one, left, top, right, low) in enumerate(placed):
        for other, left2, top2, right2, low2 in placed[place + 1 :]:
            assert right <= left2 + 1 or right2 <= left + 1 or low <= top2 or low2 <= top, (one.text, other.text)


def test_the_order_is_the_codebooks_and_not_by_rank(composer: Composer) -> None:
    backwards = TallyFace(tuple(reversed(RAISED)), 12, 13)
    for tally in (TALLY, backwards):
        shown = [text.text for text in on_wall(composer, "between", tally).texts(Role.NEXT)]
        whole = " ".join(shown)
        places = [whole.index(label) for label, _ in tally.raised]
        assert places == sorted(places)


def test_n_and_the_whole_and_what_it_is_not_are_said_as_big_as_the_labels(composer: Composer) -> None:
    picture = on_wall(composer, "between")
    notes = {text.text: text.type.size for text in picture.texts(Role.DETAIL)}
    labels = {text.type.size for text in picture.texts(Role.NEXT)}
    assert set(notes) == {
        "Noted for 12 speakers · 13 heard",
        "Anotado de 12 personas · hablaron 13",
        "Noted by staff. Not a vote.",
        "Anotado por el personal. No es una votación.",
    }
    assert set(notes.values()) == labels
    assert [text.text for text in picture.texts(Role.COUNT)] == ["9", "7", "5", "0", "3", "2", "1"]


def test_where_there_is_room_the_whole_sentence_stands(composer: Composer) -> None:
    english = replace(composer, wording=load_wording("en"))
    few = TallyFace(RAISED[:2], 12, 13)
    said = " ".join(text.text for text in on_wall(english, "closed", few).texts(Role.DETAIL))
    assert said.endswith("A speaker can raise several, so percentages do not add to 100.")


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_what_has_no_room_is_counted_and_the_first_stay(composer: Composer, size: tuple[int, int]) -> None:
    many = TallyFace(tuple((f"Concern {number}", 1) for number in range(60)), 60, 61)
    texts = [text.text for text in on_wall(composer, "closed", many, size).texts(Role.NEXT)]
    shown = [text for text in texts if text.startswith("Concern ")]
    assert shown == [f"Concern {number}" for number in range(len(shown))]
    assert shown
    assert f"and {60 - len(shown)} more concerns" in " ".join(texts)


def test_while_somebody_speaks_the_clock_has_the_screen(composer: Composer) -> None:
    bare, tallied = (composer.picture(Showing(face), 1920, 1080) for face in (SPEAKING, replace(SPEAKING, tally=TALLY)))
    assert bare == tallied


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(("scene", "until"), [("recess", "7:15 PM"), ("paused", "resumes after item 6")])
def test_until_when_nobody_speaks_is_still_said(
    composer: Composer, scene: str, until: str, size: tuple[int, int]
) -> None:
    head = " ".join(text.text for text in on_wall(composer, scene, TALLY, size).texts(Role.HEADLINE))
    assert until in head


def test_who_is_next_is_still_said(composer: Composer) -> None:
    assert [text.text for text in on_wall(composer, "between").texts(Role.HEADLINE)] == ["Marisol Quiñones"]
