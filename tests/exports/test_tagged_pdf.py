"""The PDF as a screen reader and a validator see it."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pytest

from exports.bands import RuleBand, TextBand
from exports.blocks import (
    Bullets,
    Col,
    Document,
    Heading,
    Item,
    KeyValues,
    Numbered,
    Paper,
    Para,
    Rule,
    Run,
    Table,
    Tone,
)
from exports.compose import Composer
from exports.files import ExportFailed
from exports.fonts import Fonts
from exports.minutes import minutes as minutes_of
from exports.pages import paginate
from exports.paper import sheet_of
from exports.tagged_pdf import write_pdf
from exports.tagging import Node
from exports.typeset import Typesetter
from hearingdesk.domain import rules
from tests.builders import PROFILE, commenting
from tests.exports.papers import minutes, paper, prose
from tests.exports.pdf_reading import expected, normal, read


def check(document: Document, target: Path) -> None:
    """Write, validate, read back, compare."""
    write_pdf(document, target)
    for profile in ("ua1", "2a"):
        assert page.validate_pdf(str(target), profile=profile).failures == [], profile
    reading = read(target)
    assert reading.faults == []
    assert list(map(normal, reading.texts)) == expected(document)
    furniture = {"Header", "Footer"}
    headers = {normal(element.text) for element in reading.top.find("TH")}
    stray = [text for kind, text in reading.artifacts if kind not in furniture and text and not _made_of(text, headers)]
    assert stray == []


def _made_of(text: str, parts: set[str]) -> bool:
    for part in sorted(parts, key=len, reverse=True):
        text = text.replace(part, "")
    return not text.strip()


@pytest.mark.parametrize("speakers", [0, 1, 37, 1000])
def test_minutes_of_any_length_are_compliant_and_say_what_went_in(speakers: int, tmp_path: Path) -> None:
    check(minutes(speakers), tmp_path / "minutes.pdf")


def test_a4_is_as_good_as_letter(tmp_path: Path) -> None:
    check(replace(minutes(5), paper=Paper.A4), tmp_path / "minutes.pdf")


@pytest.mark.parametrize(
    "text",
    [
        prose(1500),
        "x" * 3000,
        "well-known-" * 400,
        "a < b & <b>bold <img src='/etc/passwd'> &amp; {0.__class__} %s",
        "bell \a, half \ud83d, vertical \v tab, NUL \0, U+FFFE \ufffe, delete \x7f, next line \x85.",
        "“Quoted” \u202etxet\u202c \u2067wrapped\u2069",
        "王小明, 김민준, สมชาย, ສົມຊາຍ, नेहा, 😀👍🏽, \ue000, 𓀀",
        "محمد علي الحسيني spoke after אברהם כהן and then Ann.",
        "Nguye\u0302\u0303n Va\u0306n Tho\u031b, Nhia Yer Vang, Ọláyẹmí, Łukasz, Óscar Muñoz",
        "zero\u200bwidth soft\u00adhyphen no\u00a0break \ufeff tab\tend",
        "line one\nline two\r\n\r\n   line four   \n",
        "",
        " \n ",
    ],
)
def test_any_text_is_read_back_as_it_was_given(text: str, tmp_path: Path) -> None:
    document = paper(
        Para(text),
        Para((Run(text, bold=True), Run(" and "), Run(text, italic=True, lang="es"))),
        Heading(2, f"Heading {text}"[:300]),
        Numbered((Item(text, (text,)),)),
        Bullets((Item(text),)),
        Table(text, (Col("A"), Col(text), Col("C", right=True)), ((text, "1", text), ("x", text, ""))),
    )
    check(document, tmp_path / "hostile.pdf")


def test_empty_lists_and_tables_leave_nothing_behind(tmp_path: Path) -> None:
    check(paper(Numbered(()), Bullets(()), Table("None", (Col("Name"),), ())), tmp_path / "empty.pdf")


def test_a_header_row_is_repeated_on_each_page_and_read_once(tmp_path: Path) -> None:
    rows = tuple((f"row {at}", prose(30, at)) for at in range(120))
    document = paper(Table("Long", (Col("Name"), Col("Said", 3)), rows))
    check(document, tmp_path / "table.pdf")
    reading = read(tmp_path / "table.pdf")
    assert [element.text.strip() for element in reading.top.find("TH")][:2] == ["Name", "Said"]
    repeats = Counter(text for kind, text in reading.artifacts if kind == "" and text)
    assert repeats == {"NameSaid": reading.pages - 1}


def test_every_page_says_draft_and_its_number(tmp_path: Path) -> None:
    write_pdf(minutes(37), tmp_path / "draft.pdf")
    reading = read(tmp_path / "draft.pdf")
    assert sum("DRAFT" in text for kind, text in reading.artifacts if kind == "Header") == reading.pages
    feet = [text for kind, text in reading.artifacts if kind == "Footer"]
    assert [foot.split("Page ")[1] for foot in feet] == [
        f"{at} of {reading.pages}" for at in range(1, reading.pages + 1)
    ]
    assert reading.texts.count("DRAFT: not yet approved by the Commission.") == 1


def test_a_passage_in_another_language_says_so(tmp_path: Path) -> None:
    write_pdf(minutes(1), tmp_path / "lang.pdf")
    spans = read(tmp_path / "lang.pdf").top.find("Span")
    assert [(span.lang, span.text.strip()) for span in spans] == [("es", "Se habla español")]


def test_what_no_font_has_is_boxed_said_and_still_read(tmp_path: Path) -> None:
    report = write_pdf(paper(Para("Seated 𓀀 and 𓀀")), tmp_path / "box.pdf")
    assert report.notes == (
        "No font here has 𓀀 (U+13000 EGYPTIAN HIEROGLYPH A001): a box is drawn, the text behind it is right. (2 times)",
    )
    assert "Seated 𓀀 and 𓀀" in read(tmp_path / "box.pdf").texts


def test_the_same_paper_gives_the_same_bytes_and_another_gives_others(tmp_path: Path) -> None:
    one, two, other = (tmp_path / name for name in ("one.pdf", "two.pdf", "other.pdf"))
    write_pdf(minutes(5), one)
    write_pdf(minutes(5), two)
    write_pdf(minutes(6), other)
    assert one.read_bytes() == two.read_bytes()
    assert _identity(one) != _identity(other)
    assert b"D:20260205230300-06'00'" in one.read_bytes()


def _identity(path: Path) -> bytes:
    return path.read_bytes().rpartition(b"/ID")[2].partition(b"]")[0]


def test_the_environment_does_not_date_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pdf(minutes(1), tmp_path / "one.pdf")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    write_pdf(minutes(1), tmp_path / "two.pdf")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_the_report_counts_pages_and_bytes(tmp_path: Path) -> None:
    report = write_pdf(minutes(37), tmp_path / "minutes.pdf")
    assert (report.parts, report.size) == (read(report.target).pages, report.target.stat().st_size)


class _CancelledError(Exception):
    """What a window raises from its progress bar."""


def test_a_cancelled_export_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "minutes.pdf"
    target.write_bytes(b"old")
    seen: list[tuple[int, int]] = []

    def stop(page_number: int, of: int) -> None:
        seen.append((page_number, of))
        if page_number == 2:
            raise _CancelledError

    with pytest.raises(_CancelledError):
        write_pdf(minutes(37), target, stop)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["minutes.pdf"]
    assert [number for number, _ in seen if number] == [1, 2]
    assert seen[-1][1] > 2


def test_a_long_paper_can_be_cancelled_before_its_pages_are_counted_and_after_the_last(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    write_pdf(paper(*[Para("x")] * 700), tmp_path / "long.pdf", lambda number, of: seen.append((number, of)))
    pages = read(tmp_path / "long.pdf").pages
    counted = [(number, pages) for number in range(1, pages + 1)]
    composed, tree = seen.index(counted[0]), seen[seen.index(counted[-1]) + 1 :]
    assert seen == [(0, 0)] * composed + counted + tree
    assert composed >= 7
    assert set(tree) == {counted[-1]}, "told again while the structure tree is written"


def test_a_vote_is_not_parted_between_pages(tmp_path: Path) -> None:
    vote = KeyValues((("Ayes", "A, B"), ("Noes", "C"), ("Excused", "D")))
    for filler in range(20, 30):
        write_pdf(paper(*[Para("x")] * filler, vote, Para("y")), tmp_path / "vote.pdf")
        top = read(tmp_path / "vote.pdf").top.find("LBody")
        assert len({str(body.page) for body in top}) == 1


def test_a_folder_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "minutes.pdf").mkdir()
    with pytest.raises(ExportFailed, match="is a folder"):
        write_pdf(minutes(0), tmp_path / "minutes.pdf")


def test_naughty_strings_and_names_in_many_scripts_come_back_from_every_kind_of_block(
    real_data: Path, tmp_path: Path
) -> None:
    naughty: list[str] = json.loads((real_data / "hostile" / "blns.json").read_text("utf-8"))
    texts = naughty + (real_data / "hostile" / "unicode-person-names.txt").read_text("utf-8").splitlines()
    assert len(texts) >= 515 + 43
    document = paper(
        Numbered(tuple(Item((Run(text, bold=True), Run(", "), Run(text)), (text,)) for text in texts)),
        Table("Names", (Col("Name"), Col("Said")), tuple((text, text) for text in texts)),
        *(Para(text) for text in texts),
    )
    check(document, tmp_path / "hostile.pdf")


def test_accents_without_a_letter_of_their_own_stand_over_theirs(tmp_path: Path) -> None:
    """The body's accents are wide and stand beside the letter, so letter and accent are set in another face."""
    report = write_pdf(paper(Para("Ọláyẹmí Adébáyọ̀")), tmp_path / "accent.pdf")
    assert report.notes == ()
    with pikepdf.open(report.target) as pdf:
        fonts = {str(font.BaseFont).split("+")[1] for font in pdf.pages[0].Resources.Font.values()}
    assert any("DejaVu" in font for font in fonts)
    assert "Ọláyẹmí Adébáyọ̀" in read(report.target).texts


def test_what_was_decided_stays_on_the_page_of_what_it_decides(tmp_path: Path) -> None:
    for filler in range(20, 32):
        blocks = [Para("x")] * filler + [Para("Moved and carried."), Para("ADOPTED", Tone.OUTCOME)]
        write_pdf(paper(*blocks), tmp_path / "outcome.pdf")
        with pikepdf.open(tmp_path / "outcome.pdf") as pdf:
            last = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(pdf.pages[-1]))
        assert last.count(b"BDC") != 2, "the outcome stands alone with the footer"


def test_a_rule_stays_with_what_it_divides_off(tmp_path: Path) -> None:
    composer = Composer(Typesetter(Fonts(lambda _: None)), sheet_of(Paper.LETTER), Node("Document"), lambda _: None)
    bands = list(composer.story([Para("x"), Rule(), Para("y")]))
    line = next(at for at, band in enumerate(bands) if isinstance(band, RuleBand))
    for depth in range(40, 160):
        for placed in paginate(bands, depth):
            assert placed[-1].band is not bands[line], "the rule stands alone at the foot of a page"


def test_a_heading_of_two_lines_leaves_no_word_behind() -> None:
    title = "Communication relating to changes to police Standard Operating Procedures and to a further matter"
    composer = Composer(Typesetter(Fonts(lambda _: None)), sheet_of(Paper.LETTER), Node("Document"), lambda _: None)
    (band,) = composer.bands(Heading(2, title))
    assert isinstance(band, TextBand)
    widths = [line.width for line in band.lines]
    assert len(widths) == len(composer.lines(title, band.style))
    assert min(widths) > 0.7 * max(widths)


def test_the_paragraphs_of_a_statement_are_paragraphs(tmp_path: Path) -> None:
    evening = commenting(PROFILE, "Ann Lee")
    evening.turn(1)
    evening.act(rules.write_summary, text="Said one thing.\n\nThen said another.")
    write_pdf(minutes_of(evening.hearing, ""), tmp_path / "two.pdf")
    texts = read(tmp_path / "two.pdf").texts
    at = texts.index("Said one thing.")
    assert texts[at + 1] == "Then said another."
