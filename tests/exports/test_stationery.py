"""What a body's papers bear: seal, address, its own words; all of it from the record alone."""

import json
import struct
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile
from zlib import crc32

import docx
import page
import pytest

from exports.blocks import Signatures
from exports.concern_report import concern_report
from exports.formats import write_formats
from exports.minutes import minutes
from exports.options import Format, Options
from exports.tagged_pdf import write_pdf
from exports.web_page import write_html
from exports.word_file import write_docx
from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import HearingPrepared
from hearingdesk.domain.evolve import fold
from hearingdesk.domain.values import LARGEST_SEAL, Body, Disposition, Stationery
from hearingdesk.store.chain import GENESIS
from hearingdesk.store.codec import entry_of, line_of
from hearingdesk.store.lines import line_text
from tests.builders import AGENDA, BODY, MEETING, PROFILE, Evening
from tests.exports.evenings import HEAD
from tests.exports.papers import seal
from tests.exports.pdf_reading import read

PAPER = Stationery("200 E. Lake Street, Lakemont", "414-555-0100 · lakemont.example", seal())


def evening(body: Body = BODY, paper: Stationery = PAPER) -> Evening:
    made = Evening()
    body = replace(body, stationery=paper)
    made.act(rules.prepare_hearing, body=body, meeting=MEETING, profile=PROFILE)
    return made


def test_seal_name_and_address_stand_at_the_top_with_words_for_the_seal(tmp_path: Path) -> None:
    hearing = evening().hearing
    for document in (minutes(hearing, HEAD), concern_report(hearing, HEAD)):
        write_pdf(document, tmp_path / "paper.pdf")
        for profile in ("ua1", "2a"):
            assert page.validate_pdf(str(tmp_path / "paper.pdf"), profile=profile).failures == []
        reading = read(tmp_path / "paper.pdf")
        assert reading.faults == []
        assert reading.texts[:4] == ["City of Lakemont", "Fire and Police Commission", PAPER.address, PAPER.reach]
        assert [figure.alt for figure in reading.top.find("Figure")] == ["Seal of the City of Lakemont"]


def test_the_seal_is_in_the_word_file_and_on_the_page_for_the_web(tmp_path: Path) -> None:
    document = minutes(evening(paper=replace(PAPER, seal_words="A gull over a lake")).hearing, HEAD)
    write_docx(document, tmp_path / "minutes.docx")
    write_html(document, tmp_path / "minutes.html")
    with ZipFile(tmp_path / "minutes.docx") as archive:
        assert any(archive.read(name) == seal() for name in archive.namelist() if name.startswith("word/media/"))
        assert 'descr="A gull over a lake"' in archive.read("word/document.xml").decode()
    assert 'alt="A gull over a lake"' in (tmp_path / "minutes.html").read_text("utf-8")
    picture = docx.Document(str(tmp_path / "minutes.docx")).paragraphs[0]
    assert picture.paragraph_format.line_spacing == 1.0, "a fixed height would cut it off"


def test_the_record_alone_has_all_of_it() -> None:
    (entry,) = evening().hearing.entries
    told = entry_of(json.loads(line_text(line_of("fpc", entry, GENESIS))))
    assert fold([told]).body.stationery == PAPER
    assert minutes(fold([told]), HEAD) == minutes(evening().hearing, HEAD)


@pytest.mark.parametrize(
    ("picture", "why"),
    [
        (b"GIF89a", "no picture in PNG or JPEG"),
        (seal()[:-12], "the end is missing"),
        (seal().ljust(LARGEST_SEAL + 1, b"x"), "200 kB are the most"),
    ],
)
def test_a_seal_that_no_paper_could_bear_is_refused_before_the_record_begins(picture: bytes, why: str) -> None:
    with pytest.raises(OutOfOrder, match=why):
        evening(paper=Stationery(seal=picture))


@pytest.mark.parametrize(
    ("name", "jurisdiction", "told"),
    [
        ("Plan Commission", "City of Lakemont", "Seal of the City of Lakemont"),
        ("Board of Zoning Appeals", "", "Seal of the Board of Zoning Appeals"),
        ("Board", "Dane County", "Seal of Dane County"),
    ],
)
def test_a_seal_without_words_is_called_after_its_owner(name: str, jurisdiction: str, told: str) -> None:
    head = minutes(evening(replace(BODY, name=name, jurisdiction=jurisdiction)).hearing, HEAD).letterhead
    assert head is not None
    assert head.seal is not None
    assert head.seal.alt == told


def test_the_body_says_in_its_own_words_that_an_item_was_held(tmp_path: Path) -> None:
    for words, told in (("", "HELD TO THE CALL OF THE CHAIR"), ("laid over", "LAID OVER")):
        made = Evening()
        made.act(rules.prepare_hearing, body=replace(BODY, held_words=words), meeting=MEETING, profile=PROFILE)
        made.act(rules.notice_agenda, items=AGENDA, source="")
        made.act(rules.call_to_order, presiding="brennan")
        made.act(rules.dispose_of, item="2", disposition=Disposition.HELD)
        write_pdf(minutes(made.hearing, HEAD), tmp_path / "minutes.pdf")
        assert told in read(tmp_path / "minutes.pdf").texts


def test_clerk_and_presiding_officer_sign_with_a_date() -> None:
    made = evening()
    made.act(rules.call_to_order, presiding="ortega", why_acting="the Chair was excused")
    signed = [block for block in minutes(made.hearing, HEAD).blocks if isinstance(block, Signatures)]
    assert signed[0] == Signatures(("R. Delgado, Clerk", "Luis Ortega, Vice-chair, presiding"), dated=True)


def claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is so large."""
    size = struct.pack(">II", width, height)
    checked = b"IHDR" + size + seal()[24:29]
    return seal()[:12] + checked + struct.pack(">I", crc32(checked)) + seal()[33:]


BROKEN = {
    "cut off": seal()[:60] + seal()[-12:],
    "no pixels": claiming(0, 0),
    "far too many": claiming(5_000, 5_000),
    "a bomb": claiming(60_000, 60_000),
    "a head alone": seal()[:8] + b"x" * 50,
    "a photograph torn off": b"\xff\xd8\xff\xe0 and so on \xff\xd9",
}


@pytest.mark.parametrize("picture", BROKEN.values(), ids=list(BROKEN))
def test_a_seal_that_cannot_be_drawn_stops_no_minutes(tmp_path: Path, picture: bytes) -> None:
    (entry,) = evening().hearing.entries
    assert isinstance(entry.event, HearingPrepared)
    body = replace(entry.event.body, stationery=replace(PAPER, seal=picture))
    hearing = fold([replace(entry, event=replace(entry.event, body=body))])
    write_formats(hearing, {}, HEAD, tmp_path, Options(formats=(Format.PDF, Format.DOCX, Format.HTML)))
    assert "414-555-0100" in (tmp_path / "minutes.html").read_text(encoding="utf-8")
