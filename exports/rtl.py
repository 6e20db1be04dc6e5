"""Right-to-left words, Arabic letters joined, in the order in which they are drawn from left to right."""

import unicodedata
from functools import cache

_FORMS = ("<isolated>", "<final>", "<initial>", "<medial>")


def is_rtl(char: str) -> bool:
    """Whether `char` belongs to a right-to-left word (marks over its letters included)."""
    return unicodedata.bidirectional(char) in ("R", "AL") or _is_rtl_mark(char)


def shaped(word: str) -> str:
    """`word` with each Arabic letter in the form its neighbours ask for, turned round for drawing."""
    letters = [char for char in word if not unicodedata.combining(char)]
    drawn = [_form(letters, at) for at in range(len(letters))]
    return "".join(reversed(drawn))


def _is_rtl_mark(char: str) -> bool:
    return unicodedata.combining(char) > 0 and ("\u0591" <= char <= "\u08ff")


def _form(letters: list[str], at: int) -> str:
    forms = _presentation().get(letters[at], {})
    before = at > 0 and "<initial>" in _presentation().get(letters[at - 1], {})
    after = at + 1 < len(letters) and "<final>" in _presentation().get(letters[at + 1], {})
    joined_before = before and "<final>" in forms
    joined_after = after and "<initial>" in forms
    wanted = _FORMS[2 * joined_after + joined_before]
    return forms.get(wanted, letters[at])


@cache
def _presentation() -> dict[str, dict[str, str]]:
    """Letter -> form -> the code point of that form, from Unicode's own decompositions."""
    table: dict[str, dict[str, str]] = {}
    for point in (*range(0xFB50, 0xFDFC), *range(0xFE70, 0xFEFD)):
        parts = unicodedata.decomposition(chr(point)).split()
        if len(parts) == 2 and parts[0] in _FORMS:
            table.setdefault(chr(int(parts[1], 16)), {})[parts[0]] = chr(point)
    return table
