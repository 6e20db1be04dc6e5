"""How the Word file looks: the styles of python-docx's own template in the paper's sizes, and a few of ours."""

from typing import cast

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.parfmt import CT_PPr
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

from exports import paper
from exports.blocks import Tone
from exports.paper import Sheet, Style

BODY, HEADER, FOOTER, CAPTION, GRID = "Normal", "Header", "Footer", "Caption", "Table Grid"
BULLET, NUMBER, UNDER = "List Bullet", "List Number", "List Continue"
LETTERHEAD, LETTERHEAD_LINE = "Letterhead", "Letterhead Line"
KEY_VALUE, SIGNATURE = "Key and Value", "Signature Line"
CELL, HEAD_CELL = "Table Cell", "Table Head"
TONES = {Tone.BODY: BODY, Tone.STATUS: "Status", Tone.LEAD: "Lead", Tone.NOTE: "Small Print", Tone.OUTCOME: "Outcome"}

KEY_WIDTH, DATE_AT = Pt(120), Pt(308)
_FACE = "Calibri"
_AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr")


def set_up(word: WordDocument, lang: str, sheet: Sheet) -> None:
    """The sheet and its margins, the language, and every style that the writer names."""
    section = word.sections[0]
    section.page_width, section.page_height = Pt(sheet.width), Pt(sheet.height)
    section.left_margin = section.right_margin = Pt(sheet.side)
    section.top_margin, section.bottom_margin = Pt(sheet.top), Pt(sheet.bottom)
    for told in word.styles.element.iter(qn("w:lang")):
        told.set(qn("w:val"), lang)
    _known(word, BODY, paper.BODY)
    for level, style in paper.HEADINGS.items():
        _known(word, f"Heading {level}", style).paragraph_format.keep_with_next = True
    for name, style in ((HEADER, paper.RUNNING), (FOOTER, paper.RUNNING), (CAPTION, paper.CAPTION)):
        _known(word, name, style)
    for name in (BULLET, NUMBER, UNDER):
        _known(word, name, paper.UNDER)
    _own_styles(word)


def _own_styles(word: WordDocument) -> None:
    for tone, name in TONES.items():
        if tone is not Tone.BODY:
            _new(word, name, paper.TONES[tone])
    _new(word, CELL, paper.CELL)
    _new(word, HEAD_CELL, paper.HEAD_CELL)
    _new(word, LETTERHEAD, paper.LETTERHEAD_NAME)
    _new(word, LETTERHEAD_LINE, paper.LETTERHEAD_LINE)
    hung = _new(word, KEY_VALUE, paper.VALUE).paragraph_format
    hung.left_indent, hung.first_line_indent = KEY_WIDTH, -KEY_WIDTH
    hung.tab_stops.add_tab_stop(KEY_WIDTH)
    signed = _new(word, SIGNATURE, paper.SIGNATURE).paragraph_format
    signed.space_before = Pt(40)
    signed.tab_stops.add_tab_stop(DATE_AT)
    draw_line(cast("CT_PPr", word.styles[SIGNATURE].element.get_or_add_pPr()), "top", "between")


def _new(word: WordDocument, name: str, style: Style) -> ParagraphStyle:
    word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = word.styles[BODY]
    return _known(word, name, style)


def _known(word: WordDocument, name: str, style: Style) -> ParagraphStyle:
    known = cast("ParagraphStyle", word.styles[name])
    grey = round(style.grey * 255)
    known.font.name, known.font.size, known.font.bold = _FACE, Pt(style.size), style.bold
    known.font.color.rgb = RGBColor(grey, grey, grey)
    known.paragraph_format.line_spacing = Pt(style.leading)
    known.paragraph_format.space_before, known.paragraph_format.space_after = Pt(style.above), Pt(0)
    return known


def draw_line(properties: CT_PPr, *sides: str) -> None:
    """Thin lines above (`top`), below (`bottom`) or, of several such paragraphs, `between` them."""
    borders = OxmlElement("w:pBdr")
    for side in sides:
        line = OxmlElement(f"w:{side}")
        for name, value in {"val": "single", "sz": "6", "space": "4", "color": "1A1A1A"}.items():
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties.insert_element_before(borders, *_AFTER_BORDERS)
