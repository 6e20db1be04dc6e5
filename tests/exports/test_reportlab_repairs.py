"""The points of ReportLab that are mended, and a warning when it changes them."""

import inspect
from pathlib import Path

import reportlab
from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, ttfonts
from reportlab.pdfbase.pdfdoc import PDFCatalog, PDFDocument, PDFPage, PDFStream
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from exports.fonts import Fonts
from exports.reportlab_repairs import repaired, to_unicode
from exports.tagged_canvas import TaggedCanvas, TaggedText
from exports.tagged_pdf import write_pdf
from tests.exports.papers import minutes


def written(stream: PDFStream) -> bytes:
    made: bytes = stream.format(PDFDocument())
    return made


def test_this_is_the_reportlab_that_was_mended() -> None:
    assert reportlab.Version.startswith("5.1."), "look at each repair again, then change this line"


def test_streams_end_in_a_line_end_only_while_repaired() -> None:
    stream = PDFStream(content=b"data", filters=[])
    assert written(stream).endswith(b"dataendstream\n"), "ReportLab mended this: drop the repair"
    with repaired():
        assert written(stream).endswith(b"data\r\nendstream\n")
    assert written(stream).endswith(b"dataendstream\n")


def test_unicode_maps_hold_no_zero_and_short_blocks_only_while_repaired() -> None:
    subset = [0, *range(32, 232)]
    assert "<00> <0000>" in ttfonts.makeToUnicodeCMap("F", subset), "ReportLab mended this: drop the repair"
    with repaired():
        made = ttfonts.makeToUnicodeCMap("F", subset)
    assert "<0000>" not in made
    assert made.count("100 beginbfchar") == 2
    assert ttfonts.makeToUnicodeCMap is not to_unicode


def test_a_character_beyond_the_first_plane_is_mapped_as_a_pair() -> None:
    assert "<01> <D83DDE00>" in to_unicode("F", [0, 0x1F600])


def test_streams_are_not_armoured_while_repaired() -> None:
    before = rl_config.useA85
    with repaired():
        assert rl_config.useA85 == 0
    assert rl_config.useA85 == before


def test_everything_is_put_back_after_an_export(tmp_path: Path) -> None:
    before = PDFStream.format, ttfonts.makeToUnicodeCMap, rl_config.useA85
    write_pdf(minutes(1), tmp_path / "minutes.pdf")
    assert (PDFStream.format, ttfonts.makeToUnicodeCMap, rl_config.useA85) == before


def test_the_insides_that_the_canvas_leans_on_are_there() -> None:
    Fonts(lambda _: None).width("Text", " ")
    canvas = TaggedCanvas("unused.pdf", (612, 792), "en-US", "Text")
    assert isinstance(canvas._code, list)
    assert isinstance(canvas._doc, pdfdoc.PDFDocument)
    assert {"idToObject", "idToObjectNumberAndVersion", "Catalog", "_timeStamp", "signature"} <= set(vars(canvas._doc))
    assert {"StructTreeRoot", "MarkInfo", "Metadata"} <= set(PDFCatalog.__NoDefault__)
    assert not {"StructParents", "Tabs"} <= set(PDFPage.__NoDefault__)
    assert "self._code" in inspect.getsource(PDFTextObject.textOut)
    assert "self._doc.addPage(page)" in inspect.getsource(Canvas.showPage)


def test_text_is_coded_in_one_step_as_reportlab_codes_it_character_by_character(tmp_path: Path) -> None:
    lines = ["Ann (Lee) \\ said", "Nguyễn Thị Hạnh\u00a0– Łukasz", "Ann Lee", "àéîõü ÀÉÎÕÜ Nguyễn", "Ann (Lee) \\ said"]
    Fonts(lambda _: None).width("Text", " ")
    told = []
    for kind in (TaggedText, PDFTextObject):
        canvas = TaggedCanvas(str(tmp_path / "codes.pdf"), (612, 792), "en", "Text")
        written = kind(canvas)
        for line in lines:
            written.setFont("Text", 10.5)
            written.textOut(line)
            written.textOut(line)
        told.append(written.getCode())
    assert told[0] == told[1]
    assert told[0].count(" Tj") >= 2 * len(lines)
