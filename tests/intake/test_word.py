"""A Word file is read as text, and whatever it must not be is refused in a sentence that helps."""

import io
import zipfile
from pathlib import Path

import docx
import pytest

from hearingdesk.intake import Unreadable, read_word, word_file
from hearingdesk.intake import word as reader

TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(body: str | bytes = "", types: bytes = TYPES, **parts: bytes) -> bytes:
    """A package with this text part and others besides."""
    made = io.BytesIO()
    whole = body if isinstance(body, bytes) else f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", types)
        package.writestr("word/document.xml", whole)
        for name, data in parts.items():
            package.writestr(name, data)
    return made.getvalue()


def texts(body: str) -> list[str]:
    return [line.text for line in word_file("draft.docx", packed(body)).lines]


def p(*runs: str) -> str:
    return f"<w:p>{''.join(f'<w:r>{run}</w:r>' for run in runs)}</w:p>"


def test_paragraphs_and_cells_in_the_order_of_the_page() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('<w:t>a</w:t>')}</w:tc><w:tc>{p('<w:t>b</w:t>')}</w:tc></w:tr></w:tbl>"
    assert texts(p("<w:t>one</w:t>") + table + p()) == ["one", "a", "b", ""]


def test_tabs_breaks_and_hyphens_are_text() -> None:
    inside = "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
    assert texts(p(inside)) == ["a\tb\nc-d"]


def test_what_is_struck_out_moved_away_or_there_twice_is_not_read() -> None:
    body = (
        "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText><w:tab/></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>away</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t> here</w:t></w:r></w:moveTo></w:p>"
    )
    assert texts(body) == ["new here"]


def test_a_text_box_is_beside_the_text() -> None:
    inside = f"<w:txbxContent>{p('<w:t>aside</w:t>')}</w:txbxContent>"
    assert texts(f"<w:p><w:r><w:t>before</w:t></w:r>{inside}<w:r><w:t> after</w:t></w:r></w:p>") == ["before after"]


def test_bookmarks_touch_every_paragraph_from_their_start_to_their_end() -> None:
    body = (
        '<w:p><w:bookmarkStart w:id="1" w:name="summary_3"/><w:r><w:t>a</w:t></w:r></w:p>'
        '<w:p><w:r><w:t>b</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p><w:p><w:r><w:t>c</w:t></w:r></w:p>'
    )
    read = word_file("draft.docx", packed(body))
    assert [line.marks for line in read.lines] == [("summary_3",), ("summary_3",), ()]
    assert read.marks == {"summary_3"}


def test_what_word_itself_wrote(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Minutes", 1)
    word.add_paragraph("Nhia Yer Vang spoke.")
    word.save(str(tmp_path / "a.docx"))
    assert [line.text for line in read_word(tmp_path / "a.docx").lines] == ["Minutes", "Nhia Yer Vang spoke."]


ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    b"<w:document " + W.encode() + b"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
)
OUTSIDE = ENTITIES.replace(b'<!ENTITY a "aaaaaaaaaa">', b'<!ENTITY a SYSTEM "file:///etc/hostname">')
MACROS = b'<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is no Word file, whatever its name says"),
        (b"Dear Sir", "is no Word file, whatever its name says"),
        (b"%PDF-1.7", "is a PDF document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "old Word file"),
        (b"PK\x03\x04 and nothing more", "is damaged"),
        (packed("<w:p>"), "is damaged"),
        (packed(b"\xff\xfe\x00"), "is damaged"),
        (packed(ENTITIES), "XML entities"),
        (packed(OUTSIDE), "XML entities"),
        (packed(p(), MACROS), "holds macros"),
        (packed(p(), **{"word/vbaProject.bin": b"x"}), "holds macros"),
    ],
)
def test_what_it_must_not_be_is_said(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why) as told:
        word_file("draft.docx", data)
    assert "Nothing was changed." in str(told.value)


def test_other_packages_are_named() -> None:
    for part, why in (("xl/workbook.xml", "another kind of Office"), ("mimetype", "OpenDocument"), ("a.txt", "ZIP")):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as package:
            package.writestr(part, "x")
        with pytest.raises(Unreadable, match=why):
            word_file("draft.docx", made.getvalue())


def test_a_bomb_is_refused_by_what_comes_out_of_it_not_by_what_it_says_of_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reader, "MOST_TEXT", 100_000)
    with pytest.raises(Unreadable, match="unpack to far more"):
        word_file("draft.docx", packed(p(f"<w:t>{'a' * 200_000}</w:t>")))
    monkeypatch.setattr(reader, "MOST_LINES", 100)
    with pytest.raises(Unreadable, match="far more lines"):
        word_file("draft.docx", packed(p() * 101))


def test_elements_nested_without_end_bring_nothing_down() -> None:
    deep = "<w:sdt>" * 50_000 + p("<w:t>here</w:t>") + "</w:sdt>" * 50_000
    assert texts(deep) == ["here"]


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="is not there"):
        read_word(tmp_path / "none.docx")
