# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools>=4.60", "fontpkg-inter==4.1.post1"]
# ///
"""Make the faces of our own from Inter and Nanum Gothic; run by what reads the header above, such as `pipx run`.

    make_fonts.py FOLDER NanumGothic.ttf

Each Hearingdesk Sans face is one static instance of the variable Inter (ReportLab reads nothing else), its figures are
tabular without asking (ReportLab knows no font features), and contextual swaps are left out, so that `->` in somebody's
words stays `->`. Hearingdesk Hangul is what Nanum Gothic has for Korean names, without the rest.
"""

import sys
from pathlib import Path
from typing import NamedTuple

import fontpkg_inter
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

TEXT_SIZE = 14  # Inter's optical size for reading; 32 is its display cut
SANS_FEATURES = ["ccmp", "locl", "kern", "mark", "mkmk", "case", "pnum", "sups", "zero"]
PRIVATE_USE = set(range(0xE000, 0xF900))
HANGUL = {*range(0x1100, 0x1200), *range(0x3130, 0x3190), *range(0xAC00, 0xD7A4)}
REGULAR_BIT, BOLD_BIT, ITALIC_BIT = 1 << 6, 1 << 5, 1 << 0  # OS/2 fsSelection
FIGURES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


class Face(NamedTuple):
    """One static face: its style name, its weight on Inter's axis, and whether it is cut from the italic."""

    style: str
    weight: int
    italic: bool = False


FACES = (Face("Regular", 400), Face("SemiBold", 600), Face("Bold", 700), Face("Italic", 400, italic=True))


def instance(face: Face) -> TTFont:
    name = "Inter-Italic[opsz,wght].ttf" if face.italic else "Inter[opsz,wght].ttf"
    variable = TTFont(Path(fontpkg_inter.__file__).parent / "files" / name, recalcTimestamp=False)
    return instantiateVariableFont(variable, {"opsz": TEXT_SIZE, "wght": face.weight})


def make_figures_tabular(font: TTFont) -> None:
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({ord("0") + n: f"{figure}.tf" for n, figure in enumerate(FIGURES)})


def keep_only(font: TTFont, characters: set[int], features: list[str]) -> None:
    options = Options(name_IDs=["*"], name_languages=["*"], glyph_names=True, notdef_outline=True, hinting=False)
    options.layout_features = features
    options.drop_tables += ["STAT", "TSI0", "TSI1", "TSI2", "TSI3", "TSI5"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def rename(font: TTFont, family: str, style: str, change: str) -> None:
    """A changed font goes by its own name; style-linked styles share name 1, the others are told apart by 16 and 17."""
    linked = style in ("Regular", "Bold", "Italic")
    names = font["name"]
    kept = {number: names.getDebugName(number) for number in (0, 5, 9, 13, 14)}
    texts = kept | {
        1: family if linked else f"{family} {style}",
        2: style if linked else "Regular",
        3: f"{family} {style}, {kept[5]}",
        4: f"{family} {style}",
        6: f"{family.replace(' ', '')}-{style}",
        10: change,
    }
    if not linked:
        texts |= {16: family, 17: style}
    names.names = []
    for number, text in texts.items():
        if text:
            names.setName(text, number, 3, 1, 0x409)


def set_style_bits(font: TTFont, face: Face) -> None:
    bold, italic = face.style == "Bold", face.italic
    font["OS/2"].usWeightClass = face.weight
    others = font["OS/2"].fsSelection & ~(REGULAR_BIT | BOLD_BIT | ITALIC_BIT)
    font["OS/2"].fsSelection = others | BOLD_BIT * bold | ITALIC_BIT * italic | REGULAR_BIT * (not bold and not italic)
    font["head"].macStyle = bold | italic << 1


def sans(face: Face) -> TTFont:
    font = instance(face)
    make_figures_tabular(font)
    keep_only(font, set(font.getBestCmap()) - PRIVATE_USE, SANS_FEATURES)
    change = "Inter with tabular figures by default and without contextual alternates, for hearingdesk."
    rename(font, "Hearingdesk Sans", face.style, change)
    set_style_bits(font, face)
    return font


def hangul(nanum_gothic: Path) -> TTFont:
    font = TTFont(nanum_gothic, recalcTimestamp=False)
    keep_only(font, HANGUL, ["ccmp", "ljmo", "vjmo", "tjmo"])
    rename(font, "Hearingdesk Hangul", "Regular", "The Hangul of a Korean typeface, for hearingdesk.")
    return font


def main(folder: Path, nanum_gothic: Path) -> None:
    for face in FACES:
        sans(face).save(folder / f"HearingdeskSans-{face.style}.ttf")
    hangul(nanum_gothic).save(folder / "HearingdeskHangul-Regular.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
