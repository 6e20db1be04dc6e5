"""The minutes in every format: one text in one order, each saying by its own means what everything is."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from exports.blocks import Col, Document, Heading, Letterhead, Paper, Para, Run, Table
from exports.files import ExportFailed
from exports.minutes import minutes
from exports.plain_text import write_text
from exports.report import ExportReport
from exports.tagged_pdf import write_pdf
from exports.web_page import write_html
from exports.word_file import write_docx
from hearingdesk.domain.values import MinutesLevel
from tests.builders import commenting, prepared
from tests.exports.evenings import FIVE, HEAD, busy, many
from tests.exports.other_readings import docx_pieces, expected_words, html_elements, html_pieces, text_words
from tests.exports.papers import minutes as every_block
from tests.exports.papers import paper
from tests.exports.pdf_reading import expected, normal, read

Write = Callable[[Document, Path], ExportReport]
HOSTILE = [
    '<script>alert("1")</script>',
    "</p></body> & “quoted” 'so' \"so\"",
    "one\ntwo\r\nthree\u2028four",
    "bell\x07 and half \ud800",
    "Nguye\u0302\u0303n Thi\u0323, Łukasz, محمد, 王小明, 👩‍👩‍👧",
    "a" * 3000,
    "word " * 1500,
    "- not a list",
    "javascript:alert(1)",
]
DOCUMENTS = {
    "busy": lambda: minutes(busy().hearing, HEAD),
    "names alone": lambda: minutes(busy(replace(FIVE, minutes_level=MinutesLevel.NAMES)).hearing, HEAD),
    "rehearsal": lambda: minutes(busy(rehearsal=True).hearing, HEAD),
    "nobody": lambda: minutes(commenting().hearing, HEAD),
    "not begun": lambda: minutes(prepared().hearing, ""),
    "37 speakers": lambda: minutes(many(37).hearing, HEAD),
    "every block": lambda: every_block(3),
    "hostile": lambda: paper(*(Para(text) for text in HOSTILE), Para((Run(HOSTILE[0], bold=True, lang='x"><b'),))),
}


@pytest.fixture(params=DOCUMENTS.values(), ids=list(DOCUMENTS), scope="module")
def document(request: pytest.FixtureRequest) -> Document:
    made: Document = request.param()
    return made


def test_all_formats_say_what_the_pdf_says_in_its_order(document: Document, tmp_path: Path) -> None:
    write_pdf(document, tmp_path / "minutes.pdf")
    write_html(document, tmp_path / "minutes.html")
    write_text(document, tmp_path / "minutes.txt")
    told = list(map(normal, read(tmp_path / "minutes.pdf").texts))
    assert told == expected(document)
    assert html_pieces(tmp_path / "minutes.html") == told
    write_docx(document, tmp_path / "minutes.docx")
    assert docx_pieces(tmp_path / "minutes.docx") == told
    assert text_words(tmp_path / "minutes.txt") == [word for word in expected_words(document) if word != "-"]


@pytest.mark.parametrize("write", [write_docx, write_html, write_text])
def test_the_same_document_gives_the_same_bytes(write: Write, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(minutes(busy().hearing, HEAD), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("write", [write_docx, write_html, write_text])
def test_what_could_not_be_written_is_said(write: Write, tmp_path: Path) -> None:
    report = write(paper(Para("bell\x07")), tmp_path / "minutes")
    assert report.notes == ("The control character U+0007 is shown as ␇.",)


@pytest.mark.parametrize("write", [write_docx, write_html, write_text])
def test_an_older_file_stands_until_the_new_one_is_whole(write: Write, tmp_path: Path) -> None:
    (tmp_path / "minutes").mkdir()
    with pytest.raises(ExportFailed, match="is a folder"):
        write(paper(), tmp_path / "minutes")
    write(paper(), tmp_path / "new")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["minutes", "new"]


# HTML


def test_a_page_says_by_its_elements_what_everything_is(tmp_path: Path) -> None:
    document = every_block(3)
    write_html(document, tmp_path / "minutes.html")
    opened = html_elements(tmp_path / "minutes.html")
    tags = [tag for tag, _ in opened]
    assert dict(opened)["html"] == {"lang": "en-US"}
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert {"header", "main", "ol", "ul", "dl", "table", "caption", "thead", "tbody"} <= set(tags)
    scopes = [said["scope"] for tag, said in opened if tag == "th"]
    assert scopes == ["col"] * 3 + ["row"] * 3
    assert [said["alt"] for tag, said in opened if tag == "img"] == ["City seal", "The seal of the city"]
    assert ("span", {"lang": "es"}) in opened


def test_a_page_runs_nothing_and_fetches_nothing(tmp_path: Path) -> None:
    write_html(DOCUMENTS["hostile"](), tmp_path / "minutes.html")
    opened = html_elements(tmp_path / "minutes.html")
    assert not {"script", "iframe", "link", "object", "form", "b"} & {tag for tag, _ in opened}
    assert not any(name.startswith("on") or name in ("href", "style") for _, said in opened for name in said)
    content = [said.get("content") for tag, said in opened if "http-equiv" in said]
    assert content == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]


def test_hostile_words_in_the_properties_of_a_page_stay_words(tmp_path: Path) -> None:
    made = replace(paper(), title="</title><script>", author='"><script>', subject="<", letterhead=Letterhead("<i>x"))
    write_html(made, tmp_path / "minutes.html")
    opened = html_elements(tmp_path / "minutes.html")
    assert not {"script", "i"} & {tag for tag, _ in opened}
    assert ("meta", {"name": "author", "content": '"><script>'}) in opened


# Word


@pytest.fixture(scope="module")
def word(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("word") / "minutes.docx"
    write_docx(every_block(3), target)
    return target


def part(path: Path, name: str) -> str:
    with ZipFile(path) as archive:
        return archive.read(name).decode()


def test_a_word_file_has_real_headings_and_lists(word: Path) -> None:
    names = [paragraph.style.name for paragraph in docx.Document(str(word)).paragraphs if paragraph.style]
    levels = [int(name[-1]) for name in names if name and name.startswith("Heading ")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [names.count(name) for name in ("List Number", "List Continue", "List Bullet", "Caption")] == [3, 3, 2, 1]
    assert names.count("Key and Value") == 3
    assert names.count("Signature Line") == 2


def test_each_list_of_a_word_file_counts_for_itself(tmp_path: Path) -> None:
    write_docx(minutes(busy().hearing, HEAD), tmp_path / "minutes.docx")
    numbered = [text for text in docx_pieces(tmp_path / "minutes.docx") if re.fullmatch(r"\d+\.", text)]
    assert numbered == [f"{number}." for number in range(1, 10)]
    assert part(tmp_path / "minutes.docx", "word/numbering.xml").count("w:startOverride") == 4


def test_a_table_of_a_word_file_tells_its_header_its_name_and_its_row_names(word: Path) -> None:
    text = part(word, "word/document.xml")
    assert text.count("<w:tblHeader/>") == 1
    assert re.search(r"<w:tr>\s*<w:trPr>\s*<w:cantSplit/>\s*<w:tblHeader/>", text)
    assert '<w:tblCaption w:val="Speakers"/>' in text
    assert re.search(r'<w:tblLook [^>]*w:firstColumn="1"[^>]*w:firstRow="1"', text)


def test_pictures_and_passages_of_a_word_file_speak(word: Path) -> None:
    text = part(word, "word/document.xml")
    assert re.findall(r'<wp:docPr [^>]*descr="([^"]*)"', text) == ["City seal", "The seal of the city"]
    assert '<w:lang w:val="es"/>' in text


@pytest.mark.parametrize("lang", ["en-US", "es"])
def test_a_word_file_says_its_language(lang: str, tmp_path: Path) -> None:
    write_docx(replace(paper(), lang=lang), tmp_path / "minutes.docx")
    told = re.findall(r'<w:lang w:val="([^"]*)"', part(tmp_path / "minutes.docx", "word/styles.xml"))
    assert set(told) == {lang}


def test_the_properties_of_a_word_file_are_the_records(word: Path) -> None:
    about = docx.Document(str(word)).core_properties
    assert (about.title, about.author) == (every_block(3).title, "Fire and Police Commission")
    assert (about.subject, about.language) == ("Minutes of a regular meeting", "en-US")
    assert (about.comments, about.keywords, about.last_modified_by) == ("", "", "Fire and Police Commission")
    assert about.created == about.modified == datetime(2026, 2, 6, 5, 3, tzinfo=UTC)
    with ZipFile(word) as archive:
        assert not any("thumbnail" in name for name in archive.namelist())
        assert {member.date_time for member in archive.infolist()} == {(2026, 2, 5, 23, 3, 0)}


def test_draft_stands_above_every_page_of_a_word_file_and_its_number_below(word: Path) -> None:
    section = docx.Document(str(word)).sections[0]
    assert section.header.paragraphs[0].text == "DRAFT · Fire and Police Commission · Minutes of February 5, 2026"
    assert section.footer.paragraphs[0].text == "Journal head 9f2c · Page  of "
    with ZipFile(word) as archive:
        feet = b"".join(archive.read(name) for name in archive.namelist() if "footer" in name)
    assert re.findall(rb'w:instr="(\w+)"', feet) == [b"PAGE", b"NUMPAGES"]


@pytest.mark.parametrize(("size", "points"), [(Paper.LETTER, (612, 792)), (Paper.A4, (595.3, 841.9))])
def test_the_sheet_is_the_one_asked_for(size: Paper, points: tuple[float, float], tmp_path: Path) -> None:
    write_docx(replace(paper(), paper=size), tmp_path / "minutes.docx")
    section = docx.Document(str(tmp_path / "minutes.docx")).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (section.page_width.pt, section.page_height.pt) == pytest.approx(points, abs=0.1)


# Plain text


def test_no_line_of_text_is_longer_than_the_measure_unless_a_word_is(tmp_path: Path) -> None:
    for name in ("busy", "every block", "hostile"):
        write_text(DOCUMENTS[name](), tmp_path / "minutes.txt")
        lines = (tmp_path / "minutes.txt").read_text(encoding="utf-8").splitlines()
        assert all(len(line) <= 76 or len(line.split()) == 1 for line in lines)
        assert not any(line != line.rstrip() for line in lines)


def test_headings_are_underlined_and_lists_hung(tmp_path: Path) -> None:
    table = Table("Votes", (Col("Member"), Col("Vote")), (("Ann", "Aye"),))
    write_text(replace(every_block(12), blocks=(*every_block(12).blocks, Heading(2, "End"), table)), tmp_path / "m.txt")
    text = (tmp_path / "m.txt").read_text(encoding="utf-8")
    assert "\nMinutes\n=======\n" in text
    assert "\nEnd\n---\n\nVotes\nMember | Vote\nAnn | Aye\n" in text
    assert re.search(r"\n 9\. Ana Muñoz-Nguyễn 9, [^\n]+\n    \S", text)
    assert re.search(r"\n10\. Ana Muñoz-Nguyễn 10, ", text)
    assert "\nPresent  Dana Whitfield, Luis Ortega, Mai Yer Vang\nExcused  Al Brandt\nAbsent\n" in text
    assert "DRAFT: not yet approved by the Commission." in text
