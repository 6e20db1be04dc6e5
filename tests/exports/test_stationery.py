"""What a body's papers bear: seal, address, its own words; all of it from the record alone."""

import json
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import docx
import page
import pytest

from exports.blocks import Signatures
from exports.concern_report import concern_report
from exports.minutes import minutes
from exports.tagged_pdf import write_pdf
from exports.web_page import write_html
from exports.word_file import write_docx
from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
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
    [(b"GIF89a", "no picture in PNG or JPEG"), (seal().ljust(LARGEST_SEAL + 1, b"x"), "200 kB are the most")],
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
