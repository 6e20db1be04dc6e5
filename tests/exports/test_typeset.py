"""Lines as they are set: widths, breaks, and words that are read from right to left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.blocks import Run
from exports.fonts import Fonts
from exports.rtl import is_rtl, shaped
from exports.text import clean
from exports.typeset import Line, Typesetter
from tests.exports.pdf_reading import normal


def set_(text: str | tuple[Run, ...], width: float = 200) -> list[Line]:
    return Typesetter(Fonts(lambda _: None)).lines(text, 10, width)


def drawn(line: Line) -> str:
    return "".join(glyphs.text for glyphs in line.glyphs)


def read(lines: list[Line]) -> str:
    return "".join(glyphs.text if glyphs.actual is None else glyphs.actual for line in lines for glyphs in line.glyphs)


def test_arabic_letters_take_the_form_their_neighbours_ask_for() -> None:
    assert shaped("محمد") == "\ufeaa\ufee4\ufea4\ufee3", "final dal, medial meem, medial hah, initial meem"
    assert shaped("دار") == "\ufead\ufe8d\ufea9", "letters that join to the right alone stand apart"


def test_hebrew_is_turned_round_and_its_points_are_left_out() -> None:
    assert shaped("שלום") == "םולש"
    assert shaped("שָׁלוֹם") == "םולש"


def test_right_to_left_words_are_drawn_last_first_and_read_first_first() -> None:
    (line,) = set_("Ann אב גד, then Ben", 400)
    assert drawn(line) == "Ann דג בא, then Ben"
    assert read([line]) == "Ann אב גד, then Ben"


@pytest.mark.parametrize("char", ["א", "م", "\u05b8"])
def test_letters_and_points_of_both_scripts_are_right_to_left(char: str) -> None:
    assert is_rtl(char)


def test_a_line_breaks_after_a_hyphen_between_letters_but_never_in_a_number() -> None:
    lines = set_("aaaaaaaaaaaaaaa-bbbbbbbbbbbbbbb", 100)
    assert [drawn(line) for line in lines] == ["aaaaaaaaaaaaaaa-", "bbbbbbbbbbbbbbb"]
    lines = set_("call 414-555-0100 now", 75)
    assert [drawn(line).strip() for line in lines] == ["call", "414-555-0100", "now"]


def test_faces_and_languages_change_in_the_middle_of_a_word() -> None:
    (line,) = set_((Run("Mu", bold=True), Run("ñoz"), Run(" sí", lang="es")))
    assert [(glyphs.font, glyphs.text, glyphs.lang) for glyphs in line.glyphs] == [
        ("Text-Bold", "Mu", None),
        ("Text", "ñoz ", None),
        ("Text", "sí", "es"),
    ]


def test_a_line_end_in_the_text_ends_the_line() -> None:
    assert [drawn(line) for line in set_("one\n\ntwo three")] == ["one ", "two three"]


@given(st.text(st.characters(codec="utf-8"), max_size=80), st.integers(20, 300))
def test_nothing_is_lost_and_no_line_is_wider_than_the_measure(text: str, width: int) -> None:
    cleaned = clean(text)
    lines = set_(cleaned, width)
    assert normal(read(lines)) == normal(cleaned)
    assert all(line.width <= width + 0.01 or len(drawn(line).strip()) == 1 for line in lines)


def test_a_right_to_left_word_wider_than_the_line_is_cut_and_each_part_turned() -> None:
    word = "אבגדהוזחטיכלמנסעפצקרשת" * 10
    lines = set_(word, 100)
    assert len(lines) > 5
    assert all(line.width <= 100 for line in lines)
    assert read(lines) == word
    assert drawn(lines[0]).endswith("גבא")


@given(st.text(st.sampled_from("abc \t-\u2013\u2014é1.,"), max_size=80), st.floats(20, 300), st.booleans())
def test_the_short_way_gives_the_lines_of_the_long_way(text: str, width: float, bold: bool) -> None:
    typesetter = Typesetter(Fonts(lambda _: None))
    short = typesetter.lines(text, 10, width, bold=bold)
    long = typesetter.lines((Run(text),), 10, width, bold=bold)
    assert [line.glyphs and [glyphs[:2] for glyphs in line.glyphs] for line in short] == [
        [glyphs[:2] for glyphs in line.glyphs] for line in long
    ]
    assert [line.width for line in short] == pytest.approx([line.width for line in long])
    assert [sum(glyphs.width for glyphs in line.glyphs) for line in short] == pytest.approx(
        [sum(glyphs.width for glyphs in line.glyphs) for line in long]
    )
