"""The concern report: each number counted again from the people, and every people's name behind its number."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import page
import pytest

from exports.blocks import Bars, Paper
from exports.concern_report import concern_report
from exports.plain_text import write_text
from exports.tagged_pdf import write_pdf
from exports.web_page import write_html
from exports.word_file import write_docx
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.tally import NOT_A_VOTE, NOT_A_VOTE_LONG
from hearingdesk.domain.values import Concern, ConcernKind, ItemKind, ItemNotice, Mode, NameShown, Position
from tests.builders import CONCERNS, PROFILE, Evening, commenting, in_session
from tests.exports.evenings import HEAD, busy, many
from tests.exports.other_readings import docx_pieces, expected_words, html_pieces, text_words
from tests.exports.pdf_reading import Reading, expected, normal, read
from tests.journeys.test_sample import evening as sample

Printed = Callable[[Hearing], Reading]


@pytest.fixture
def printed(tmp_path: Path) -> Printed:
    """Writes the report and reads it back, once neither validator nor our own checks have anything to say."""

    def print_(hearing: Hearing) -> Reading:
        target = tmp_path / "concern-report.pdf"
        document = concern_report(hearing, HEAD)
        write_pdf(document, target)
        for profile in ("ua1", "2a"):
            assert page.validate_pdf(str(target), profile=profile).failures == []
        reading = read(target)
        assert reading.faults == []
        assert list(map(normal, reading.texts)) == expected(document)
        return reading

    return print_


def raised() -> Evening:
    """Twelve heard and eleven coded, from three places over two half hours; two more who did not speak."""
    evening = commenting(PROFILE)
    for at in range(12):
        place = "District 4" if at < 8 else "District 7" if at < 10 else ""
        slip = evening.register(f"Speaker No{at}", place=place, position=(Position.OPPOSE, Position.SUPPORT)[at % 2])
        marks = (("PRIV", "PRIV"), ("PRIV", "MISID"), ("NONE",))[at % 3] if at != 11 else ()
        evening.turn(slip, 180, marks=marks)
    evening.register("Jo Wu", mode=Mode.REGISTERING_ONLY, position=Position.OPPOSE)
    evening.register("Al Roe", mode=Mode.WRITTEN, position=Position.SUPPORT)
    evening.act(rules.close_testimony)
    return evening


def pairs(reading: Reading) -> dict[str, str]:
    labels = reading.top.find("Lbl")
    return {
        label.text.strip(): body.text.strip() for label, body in zip(labels, reading.top.find("LBody"), strict=True)
    }


def test_the_page_tells_by_how_many_by_position_place_and_time(printed: Printed) -> None:
    reading = printed(raised().hearing)
    assert NOT_A_VOTE_LONG in reading.texts
    assert (
        "As of 6:37 p.m., 12 members of the public were heard, 11 of them coded; 3 raised nothing on the list. "
        "Live coding: as marked during the meeting."
    ) in reading.texts
    assert pairs(reading) == {
        "By position": "6 in support and 6 in opposition.",
        "By city or district": "8 from District 4; 4 from elsewhere or not given.",
        "By half hour": "First heard: 10 from 6:00 p.m.; 2 from 6:30 p.m.",
        "Not counted above": "1 registered only (1 in opposition); 1 written document (1 in support).",
        "Live tally at the close": "As of 6:37 p.m., 12 heard, 11 coded; the same counts.",
    }
    first = [element for element in reading.top.walk() if element.page == 0 and element.role == "LBody"]
    assert len(first) == 5, "all of it stands on the first page"


def test_the_bars_are_one_figure_with_words_that_have_n_and_of_how_many(printed: Printed) -> None:
    (figure,) = printed(raised().hearing).top.find("Figure")
    assert normal(figure.alt) == (
        "Bars, one a concern, of how many of the 11 speakers coded raised it: Privacy invasion, 8 of 11 (73 %); "
        f"Misidentification, 4 of 11 (36 %). {NOT_A_VOTE}"
    )


def test_behind_each_number_stand_so_many_speakers(printed: Printed) -> None:
    hearing = raised().hearing
    texts = printed(hearing).texts
    for concern in CONCERNS[:2]:
        at = next(at for at, text in enumerate(texts) if text.startswith(f"{concern.label}: "))
        told = texts[at + 2]
        slips = [int(number) for number in re.findall(r"slip (\d+)", told)]
        assert slips == [one.slip for one in hearing.registrations.values() if concern.code in one.marks]
        assert texts[at].startswith(f"{concern.label}: {len(slips)} of 11 speakers coded")
    at = texts.index("Raised nothing on the list: 3 speakers")
    assert len(re.findall("slip", texts[at + 1])) == 3
    assert texts[texts.index("Heard and not coded: 1 speaker") + 1] == "Speaker No11 (slip 12, S)."


def test_the_tables_of_the_appendix_agree_with_the_tally(printed: Printed) -> None:
    hearing = raised().hearing
    by_position, by_place, by_time = printed(hearing).top.find("Table")
    tally = hearing.items["1"].tally
    rows = [[cell.text.strip() for cell in row.kids] for row in by_position.find("TR")]
    assert rows[1] == ["Privacy invasion", "8 of 11 (73 %)", *(
        str(tally.by_position.get(("PRIV", position), 0)) for position in Position
    )]  # fmt: skip
    assert rows[3][:4] == ["All who were heard", "12", "6", "6"]
    assert [[cell.text.strip() for cell in row.kids][:2] for row in by_place.find("TR")[1:]] == [
        ["District 4", "8"],
        ["District 7", "<3"],
        ["not given", "<3"],
    ]
    assert [row.kids[0].text.strip() for row in by_time.find("TR")[1:]] == [
        "6:00 p.m. to 6:30 p.m.",
        "6:30 p.m. to 7:00 p.m.",
    ]


def test_below_ten_coded_there_is_no_percentage_anywhere(printed: Printed) -> None:
    text = printed(busy().hearing).text
    assert "%" not in text
    assert "Fewer than 10 speakers are coded, so no percentages are given." in text


def test_everybody_is_named_as_they_asked(printed: Printed) -> None:
    text = printed(busy().hearing).text
    assert "Speaker 6 (slip 6" in text
    for private in ("Dolores", "Quint", "Petrov"):
        assert private not in text


def test_no_more_concerns_are_drawn_than_the_page_holds_and_the_others_are_told() -> None:
    evening = many(1)
    more = tuple(Concern(f"C{at}", f"Concern {at}", ConcernKind.CONCERN, "", 0) for at in range(15))
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz")
    for concern in more:
        evening.act(rules.add_concern, label=concern.label)
    codes = [concern.code for concern in evening.hearing.concerns if concern.label.startswith("Concern ")]
    evening.turn(1, marks=tuple(codes))
    evening.turn(2, marks=tuple(codes[-2:]))
    blocks = concern_report(evening.hearing, HEAD).blocks
    (bars,) = [block for block in blocks if isinstance(block, Bars)]
    assert [bar.label for bar in bars.bars] == [*(f"Concern {at}" for at in range(6)), "Concern 13", "Concern 14"]
    assert [bar.value for bar in bars.bars][-2:] == [2, 2]
    assert any("Also raised: Concern 6, 1; " in str(block) for block in blocks)


def test_each_item_that_was_heard_has_its_page_and_its_appendix(printed: Printed) -> None:
    agenda = tuple(ItemNotice(number, number, f"Hearing {number}", "", ItemKind.HEARING) for number in "12")
    evening = in_session(PROFILE, agenda)
    for item in "12":
        evening.act(rules.take_up, item=item)
        evening.turn(evening.register("Ann Lee", item=item), marks=("PRIV",))
        evening.act(rules.close_testimony)
    titles = [title for level, title in printed(evening.hearing).outline if level == 1]
    assert titles == ["1. Hearing 1", "2. Hearing 2", "Appendix: 1. Hearing 1", "Appendix: 2. Hearing 2"]


def test_where_nobody_was_heard_it_says_so(printed: Printed) -> None:
    assert "Nobody was heard." in printed(commenting().hearing).texts
    assert "Nobody was heard." in printed(Hearing()).texts


def test_reviewed_coding_is_called_that(printed: Printed) -> None:
    evening = raised()
    evening.act(rules.adjourn)
    evening.act(rules.raise_concern, slip=12, code="PRIV")
    text = printed(evening.hearing).text
    assert "12 of them coded" in text
    assert "Reviewed coding: marks were changed afterwards." in text


def test_a_rehearsal_is_no_report_of_a_hearing(printed: Printed) -> None:
    reading = printed(busy(rehearsal=True).hearing)
    assert any(text.startswith("REHEARSAL: no meeting took place") for text in reading.texts)


def test_a_thousand_speakers_are_reported(printed: Printed) -> None:
    assert "1000 of 1000 speakers coded" in printed(many(1000).hearing).text


def test_all_formats_say_the_same(tmp_path: Path) -> None:
    evening = raised()
    evening.register("Łukasz <b> & “x”", name_shown=NameShown.INITIAL)
    document = concern_report(evening.hearing, HEAD)
    write_html(document, tmp_path / "report.html")
    write_docx(document, tmp_path / "report.docx")
    write_text(document, tmp_path / "report.txt")
    assert html_pieces(tmp_path / "report.html") == expected(document)
    assert docx_pieces(tmp_path / "report.docx") == expected(document)
    assert text_words(tmp_path / "report.txt") == [word for word in expected_words(document) if word != "-"]
    assert 'alt="Bars, one a concern' in (tmp_path / "report.html").read_text("utf-8")


@pytest.mark.parametrize("kind", ["html", "docx", "pdf"])
def test_the_same_record_gives_the_same_bytes(kind: str, tmp_path: Path) -> None:
    write = {"html": write_html, "docx": write_docx, "pdf": write_pdf}[kind]
    for name in ("one", "two"):
        write(concern_report(raised().hearing, HEAD), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_label_too_long_for_its_bar_is_cut_with_a_mark_and_whole_in_the_words(printed: Printed) -> None:
    long = "A concern whose name is far longer than there is room beside any bar at all"
    evening = commenting(PROFILE, "Ann Lee")
    evening.act(rules.rename_concern, code="PRIV", label=long)
    evening.turn(1, marks=("PRIV",))
    (figure,) = printed(evening.hearing).top.find("Figure")
    assert long in normal(figure.alt)
    assert "…" in figure.text
    assert long not in figure.text


def test_naughty_words_come_back_from_every_part_of_the_report(real_data: Path, printed: Printed) -> None:
    texts: list[str] = json.loads((real_data / "hostile" / "blns.json").read_text("utf-8"))
    texts += (real_data / "hostile" / "unicode-person-names.txt").read_text("utf-8").splitlines()
    evening = commenting(PROFILE)
    for at, text in enumerate(texts):
        if text.strip() and at % 20 == 0:
            evening.act(rules.add_concern, label=text)
    codes = [concern.code for concern in evening.hearing.concerns if concern.code != "NONE"]
    for at, text in enumerate(texts):
        evening.turn(evening.register(text, place=text), 1, marks=(codes[at % len(codes)],))
    printed(evening.hearing)


@pytest.mark.parametrize("paper", list(Paper))
def test_the_report_of_the_sample_has_its_page_and_then_its_appendix(paper: Paper, tmp_path: Path) -> None:
    """Twenty-seven concerns raised, and the word REHEARSAL: as much as a page has to hold."""
    write_pdf(concern_report(sample(), HEAD, paper), tmp_path / "report.pdf")
    reading = read(tmp_path / "report.pdf")
    (live,) = [one for one in reading.top.walk() if one.role == "Lbl" and one.text.strip() == "Live tally at the close"]
    assert live.page == 0
    assert [one.page for one in reading.top.walk() if one.role == "H2"] == [0, 1]
