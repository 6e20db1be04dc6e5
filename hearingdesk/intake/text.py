"""Foreign text as a list holds it: plain, without the blanks around it, on one line where a field has one."""

import re
import unicodedata

from hearingdesk.domain.text import plain

_GAP = re.compile(r"[ \t\n\xa0]+")
_EDGES = " \t\n\xa0"


def clean(text: str) -> str:
    """Plain text without blanks around it; joiners, direction marks and the spaces of other scripts stay."""
    return plain(text).strip(_EDGES)


def one_line(text: str) -> str:
    """The same on one line: each break, tab, no-break space and run of spaces becomes one space."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return _GAP.sub(" ", plain(text)).strip()


def has_unprintable(text: str) -> bool:
    """Whether characters are taken out of it."""
    return len(plain(text)) < len(unicodedata.normalize("NFC", text.replace("\r\n", "\n")))


def words(text: str) -> frozenset[str]:
    """The words of a text, for lists of them in the source."""
    return frozenset(text.split())


def shown(text: str, most: int = 60) -> str:
    """A text quoted in a sentence, cut where it is long."""
    line = one_line(text)
    return f"“{line}”" if len(line) <= most else f"“{line[: most - 1]}…”"
