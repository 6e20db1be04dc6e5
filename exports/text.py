"""The one door through which foreign text reaches paper: what cannot be written is shown or taken out, and said."""

import unicodedata
from collections.abc import Callable
from functools import cache

Tell = Callable[[str], None]
"""Told, once for each character that was changed, what was done to it."""

_LINE_ENDS = {"\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"}
_KEPT = {"\n", "\t"}
# Embeddings, overrides and isolates, which can turn “Support” into “troppuS” on the page; plain marks (LRM, RLM) stay.
_BIDI = {chr(point) for point in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
_REPLACEMENT = "\ufffd"


def clean(text: str, tell: Tell | None = None) -> str:
    """`text` in NFC with only characters that PDF, XML and a screen can hold.

    Line ends become LF; other control characters are shown by their picture (BEL as U+2407); lone surrogates and
    non-characters become U+FFFD; bidirectional overrides are taken out. `tell` hears one sentence a change.
    """
    if text.isprintable():
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    joined = text.replace("\r\n", "\n")
    whole = "".join(_mend(char, tell) for char in joined)
    return unicodedata.normalize("NFC", whole)


def one_line(text: str) -> str:
    """`text` cleaned, with every stretch of white space made one blank: for names, titles and file properties."""
    return " ".join(clean(text).split())


def name_of(char: str) -> str:
    """How a report names a character: "U+738B CJK UNIFIED IDEOGRAPH-738B"."""
    named = unicodedata.name(char, "")
    return f"U+{ord(char):04X} {named}".rstrip()


def is_invisible(char: str) -> bool:
    """Whether a font without a glyph for `char` loses nothing: format characters, joiners, variation selectors."""
    point = ord(char)
    return (
        unicodedata.category(char) == "Cf"
        or point in (0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0)
        or 0xFE00 <= point <= 0xFE0F
        or 0x180B <= point <= 0x180F
        or 0xE0000 <= point <= 0xE0FFF
    )


def _mend(char: str, tell: Tell | None) -> str:
    if char.isprintable() or char in _KEPT:
        return char
    mended, sentence = _mended(char)
    if sentence and tell:
        tell(sentence)
    return mended


@cache
def _mended(char: str) -> tuple[str, str]:
    point, category = ord(char), unicodedata.category(char)
    if char in _LINE_ENDS:
        return "\n", ""
    if char in _BIDI:
        return "", f"The direction override {name_of(char)} was taken out."
    if category == "Cc":
        shown = _picture(point)
        return shown, f"The control character U+{point:04X} is shown as {shown}."
    if category == "Cs":
        return _REPLACEMENT, f"Half a character (lone surrogate U+{point:04X}) is shown as {_REPLACEMENT}."
    if point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF:
        return _REPLACEMENT, f"U+{point:04X}, which is no character, is shown as {_REPLACEMENT}."
    return char, ""


def _picture(point: int) -> str:
    if point < 0x20:
        return chr(0x2400 + point)
    return "\u2421" if point == 0x7F else _REPLACEMENT
