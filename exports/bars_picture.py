"""Bars as a picture, for papers that cannot be drawn on."""

from io import BytesIO

from PIL import Image, ImageDraw
from PIL.ImageFont import FreeTypeFont, truetype

from exports.blocks import Bars, Figure
from exports.text import one_line
from hearingdesk.resources import SANS, asset

_WIDTH = 425
"""In points, as the figure is; each is drawn with so many dots:"""
_DOTS = 3
_ROW, _SIZE, _GAP, _BAR = 17, 9.5, 6, 11
_LABELS = 165
_INK, _GREY, _GROUND = (26, 26, 26), (115, 115, 115), (255, 255, 255)


def pictured(block: Figure | Bars) -> Figure:
    """A figure as it is, bars as a PNG; the same bars give the same bytes."""
    if isinstance(block, Figure):
        return block
    font = truetype(str(asset(SANS["regular"])), _SIZE * _DOTS)
    picture = Image.new("RGB", (_WIDTH * _DOTS, max(1, len(block.bars)) * _ROW * _DOTS), _GROUND)
    _draw(ImageDraw.Draw(picture), font, block)
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return Figure(file.getvalue(), block.alt, _WIDTH)


def _draw(pen: ImageDraw.ImageDraw, font: FreeTypeFont, block: Bars) -> None:
    most = max((bar.value for bar in block.bars), default=0) or 1
    told = max((font.getlength(one_line(bar.told)) for bar in block.bars), default=0.0)
    start = _LABELS * _DOTS
    room = _WIDTH * _DOTS - start - told - 2 * _GAP * _DOTS
    for number, bar in enumerate(block.bars):
        top, length = number * _ROW * _DOTS, room * bar.value / most
        middle = top + _ROW * _DOTS / 2
        pen.text((0, middle), _fitting(one_line(bar.label), font, start - _GAP * _DOTS), _INK, font, "lm")
        if bar.value:
            upper = top + (_ROW - _BAR) * _DOTS // 2
            pen.rectangle((start, upper, start + length, upper + _BAR * _DOTS), _GREY)
        pen.text((start + length + _GAP * _DOTS, middle), one_line(bar.told), _INK, font, "lm")


def _fitting(text: str, font: FreeTypeFont, width: float) -> str:
    """The text, or as much of it as fits with a mark that more was there."""
    if font.getlength(text) <= width:
        return text
    cut = next(at for at in range(len(text), -1, -1) if font.getlength(text[:at].rstrip() + "…") <= width)
    return text[:cut].rstrip() + "…"
