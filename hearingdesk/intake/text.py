"""Foreign text made plain: one spelling of each letter, no control characters, no halves of letters."""

import re
import unicodedata

# C0 and C1 without tab and line feed, lone surrogates, and the two that XML 1.0 knows as no characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("\r\n?|[\u2028\u2029]")
_GAP = re.compile(r"[ \t\n\xa0]+")
_EDGES = " \t\n\xa0\ufeff"


def clean(text: str) -> str:
    """Text as it may go on the record: NFC, line feeds as the only breaks, nothing unprintable.

    Everything that a name can hold stays: joiners, direction marks, spaces of other scripts.
    """
    if text.isascii() and text.isprintable():
        return text.strip(_EDGES)
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub("", _BREAKS.sub("\n", text))).strip(_EDGES)


def one_line(text: str) -> str:
    """The same on one line: each break, tab, no-break space and run of spaces becomes one space."""
    return _GAP.sub(" ", clean(text)).strip()


def has_unprintable(text: str) -> bool:
    """Whether ``clean`` takes characters out."""
    return _UNPRINTABLE.search(text) is not None


def words(text: str) -> frozenset[str]:
    """The words of a text, for lists of them in the source."""
    return frozenset(text.split())


def shown(text: str, most: int = 60) -> str:
    """A text quoted in a sentence, cut where it is long."""
    line = one_line(text)
    return f"“{line}”" if len(line) <= most else f"“{line[: most - 1]}…”"
