"""Text broken into lines of a given width; nothing here knows of pages."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from exports.blocks import Inline, runs
from exports.fonts import BODY, FACES, Fonts, Piece
from exports.rtl import shaped

_BLANK = re.compile(r"[ \t]+")
_HYPHEN = re.compile(r"(?<=[^\W\d][-\u2013\u2014])(?=[^\W\d])")


class Glyphs(NamedTuple):
    """Text in one font, as wide as `width` points, in a language of its own if `lang` is set."""

    font: str
    text: str
    width: float
    actual: str | None
    lang: str | None
    rtl: bool = False


class Word(NamedTuple):
    """What is not broken at the end of a line unless it is wider than the line; `blank`: white space follows."""

    glyphs: tuple[Glyphs, ...]
    width: float
    blank: bool


class Line(NamedTuple):
    """One line. Where white space was broken at, the text ends in the blank, which has no width here."""

    glyphs: tuple[Glyphs, ...]
    width: float


@dataclass(slots=True)
class Typesetter:
    """Breaks text into lines, first fit, with the fonts of one export."""

    fonts: Fonts

    def lines(self, text: Inline, size: float, width: float, *, bold: bool = False) -> list[Line]:
        """`text` at `size` points in lines of at most `width` points; a line end in the text ends the line."""
        if isinstance(text, str) and "\n" not in text:
            plain = self._plain(text, size, width, bold=bold)
            if plain is not None:
                return plain
        space = self.fonts.width(BODY, " ") * size
        paragraphs = self._paragraphs(text, size, bold=bold)
        return [line for words in paragraphs for line in _fill(self._fitting(words, size, width), width, space)]

    def _plain(self, text: str, size: float, width: float, *, bold: bool) -> list[Line] | None:
        """The short way for most text: one font, no word wider than the line; None where it is not so.

        It gives the same lines as the long way.
        """
        font = self.fonts.face_of(text, bold=bold)
        if not font:
            return None
        space, widths = self.fonts.width(BODY, " ") * size, self.fonts.widths(font)
        lines: list[Line] = []
        line, used, drawn, gap = "", 0.0, 0.0, 0.0
        for part, blank in _parts(text):
            wide = widths[part] * size
            if wide > width:
                return None
            if line and used + gap + wide > width:
                lines.append(Line((Glyphs(font, line, drawn, None, None),), used))
                line, used, drawn, gap = "", 0.0, 0.0, 0.0
            used += gap + wide
            gap = space if blank else 0.0
            line += f"{part} " if blank else part
            drawn += wide + gap
        if line:
            lines.append(Line((Glyphs(font, line, drawn, None, None),), used))
        return lines

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Width of `text` set in one line."""
        return sum(self.fonts.width(piece.font, piece.text) for piece in self.fonts.pieces(text, bold=bold)) * size

    def _paragraphs(self, text: Inline, size: float, *, bold: bool) -> list[list[Word]]:
        """The words of each stretch between line ends, empty stretches left out."""
        building = _Words()
        for run in runs(text):
            for number, stretch in enumerate(run.text.split("\n")):
                if number:
                    building.end_line()
                for piece in self.fonts.pieces(stretch, bold=bold or run.bold, italic=run.italic):
                    self._split(piece, size, run.lang, building)
        building.close(blank=False)
        return [words for words in building.lines if words]

    def _split(self, piece: Piece, size: float, lang: str | None, building: "_Words") -> None:
        """Add the piece's words, closing at blanks and after hyphens between letters."""
        widths = self.fonts.widths(piece.font)
        for at, word in enumerate(_BLANK.split(piece.text)):
            if at:
                building.close(blank=True)
            parts = _HYPHEN.split(word) if "-" in word or "\u2013" in word or "\u2014" in word else (word,)
            for number, part in enumerate(parts):
                if number:
                    building.close(blank=False)
                if part:
                    glyphs = Glyphs(piece.font, part, widths[part] * size, piece.actual, lang, piece.rtl)
                    building.open.append(glyphs)

    def _fitting(self, words: Iterable[Word], size: float, width: float) -> Iterator[Word]:
        for word in words:
            if word.width <= width:
                yield word
            else:
                yield from self._chopped(word, size, width)

    def _chopped(self, word: Word, size: float, width: float) -> Iterator[Word]:
        """A word wider than the line, cut into parts that fill it; each part keeps its share of `actual`."""
        part: list[Glyphs] = []
        used = 0.0
        for glyphs in word.glyphs:
            for single in self._parts(glyphs, size, width):
                if part and used + single.width > width:
                    yield Word(_merged(part), used, blank=False)
                    part, used = [], 0.0
                part.append(single)
                used += single.width
        yield Word(_merged(part), used, word.blank)

    def _parts(self, glyphs: Glyphs, size: float, width: float) -> Iterator[Glyphs]:
        """Single characters; of a right-to-left word, stretches that fill about a line each, turned one by one."""
        read = glyphs.actual or glyphs.text
        step = max(1, int(len(read) * width / glyphs.width) - 1) if glyphs.rtl else 1
        for at in range(0, len(read), step):
            actual = glyphs.actual and read[at : at + step]
            text = shaped(read[at : at + step]) if glyphs.rtl else glyphs.text[at]
            yield glyphs._replace(text=text, actual=actual, width=self.fonts.width(glyphs.font, text) * size)


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """The parts between which a line may end, each with whether white space follows."""
    words = _BLANK.split(text)
    last = len(words) - 1
    for at, word in enumerate(words):
        if not word:
            continue
        if "-" in word or "\u2013" in word or "\u2014" in word:
            *parts, end = _HYPHEN.split(word)
            yield from ((part, False) for part in parts)
            yield end, at < last
        else:
            yield word, at < last


@dataclass(slots=True)
class _Words:
    """Words as they are found; a word can be made of parts in several fonts."""

    lines: list[list[Word]] = field(default_factory=lambda: [[]])
    open: list[Glyphs] = field(default_factory=list)

    def close(self, *, blank: bool) -> None:
        last = self.lines[-1]
        if self.open:
            last.append(Word(tuple(self.open), sum(part.width for part in self.open), blank))
            self.open.clear()
        elif blank and last:
            last[-1] = last[-1]._replace(blank=True)

    def end_line(self) -> None:
        self.close(blank=True)
        self.lines.append([])


def _fill(words: Iterable[Word], width: float, space: float) -> Iterator[Line]:
    line: list[Word] = []
    used = 0.0
    for word in words:
        gap = space if line and line[-1].blank else 0.0
        if line and used + gap + word.width > width:
            yield Line(_set(line, space), used)
            line, used, gap = [], 0.0, 0.0
        line.append(word)
        used += gap + word.width
    if line:
        yield Line(_set(line, space), used)


def _set(words: list[Word], space: float) -> tuple[Glyphs, ...]:
    """The words of one line as few glyph runs, blanks between them, right-to-left stretches turned round."""
    parts: list[Glyphs] = []
    for word in words:
        parts.extend(word.glyphs)
        if word.blank:
            last = word.glyphs[-1]
            font = last.font if last.font in FACES and last.actual is None else BODY
            parts.append(Glyphs(font, " ", space, None, last.lang))
    return _merged(_turned(parts))


def _turned(parts: list[Glyphs]) -> list[Glyphs]:
    """Each stretch of right-to-left words made one run: drawn last word first, read first word first."""
    if not any(part.rtl for part in parts):
        return parts
    done: list[Glyphs] = []
    for part in parts:
        if part.rtl and len(done) > 1 and done[-1].text == " " and done[-2].rtl:
            blank, before = done.pop(), done.pop()
            done.append(_read_first(before, blank, part))
        else:
            done.append(part)
    return done


def _read_first(word: Glyphs, blank: Glyphs, after: Glyphs) -> Glyphs:
    return word._replace(
        text=after.text + " " + word.text,
        actual=f"{word.actual} {after.actual}",
        width=word.width + blank.width + after.width,
    )


def _merged(parts: list[Glyphs]) -> tuple[Glyphs, ...]:
    """Neighbours in the same font and language as one; a right-to-left run stays by itself."""
    return tuple(_one(list(group)) for _, group in groupby(parts, key=_likeness))


def _likeness(part: Glyphs) -> tuple[str, str | None, bool, int]:
    return part.font, part.lang, part.actual is None, id(part) if part.rtl else 0


def _one(parts: list[Glyphs]) -> Glyphs:
    first = parts[0]
    if len(parts) == 1:
        return first
    text = "".join([part.text for part in parts])
    actual = None if first.actual is None else "".join([part.actual or "" for part in parts])
    return Glyphs(first.font, text, sum([part.width for part in parts]), actual, first.lang)
