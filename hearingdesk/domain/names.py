"""Names as people write them, and as the wall and the published copy may show them."""

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

from hearingdesk.domain.values import NameShown, SignUp


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """For comparing and finding: case, accents, hyphens and spacing do not count (G-04)."""
    if text.isascii():
        return " ".join(text.lower().translate(_APART).split())
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in bare.casefold()).split())


_APART = {code: " " for code in range(128) if not chr(code).isalnum()}
"""The short way for the many names without an accent."""


_FILLERS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs by their kind, and yet nothing to see."""


def as_given(name: str) -> str:
    """Blanks around a name are no part of it; one in which nothing can be seen is none (G-01)."""
    seen = (c for c in name if c not in _FILLERS and unicodedata.category(c) not in ("Cc", "Cf", "Zs", "Zl", "Zp"))
    return name.strip() if any(seen) else ""


_DOUBT = re.compile(r"(?P<sure>.*?)\s*(?P<mark>\.{2,}|…|\?+)")


def as_read(typed: str) -> tuple[str, bool]:
    """A name as read off a slip, and whether it is uncertain: ``Kay L...`` is Kay L…, ``Kim?`` is Kim (G-07)."""
    name = " ".join(typed.split())
    doubt = _DOUBT.fullmatch(name)
    if doubt is None:
        return name, False
    return doubt["sure"] + ("" if "?" in doubt["mark"] or not doubt["sure"] else "…"), True


_AND = re.compile(r"\s*;\s*|\s+[&+]\s+")


def several(typed: str) -> tuple[str, tuple[str, ...]]:
    """Who shares one turn, as typed in one line: ``Ann Lee & Bo Cruz`` is Ann Lee, together with Bo Cruz."""
    first, *others = [" ".join(name.split()) for name in _AND.split(typed)]
    return first, tuple(filter(None, others))


def full_name(sign_up: SignUp, slip: int) -> str:
    """The clerk's view: the name as given, else ``Speaker n`` (G-01)."""
    return sign_up.name or f"Speaker {slip}"


def published_name(sign_up: SignUp, slip: int) -> str:
    """The name as the person asked to be shown (P-02)."""
    if not sign_up.name or sign_up.name_shown is NameShown.WITHHELD:
        return f"Speaker {slip}"
    return _initialled(sign_up.name) if sign_up.name_shown is NameShown.INITIAL else sign_up.name


def published_companions(sign_up: SignUp) -> tuple[str, ...]:
    """Who shares the turn, as they may be named: beside a minor as the minor is (P-05)."""
    initialled = sign_up.minor and sign_up.name_shown is NameShown.INITIAL
    return tuple(map(_initialled, sign_up.together_with)) if initialled else sign_up.together_with


def as_a_minor(sign_up: SignUp) -> SignUp:
    """A minor's slip: first name and last initial, unless a parent chose another way (P-05); any other as it is."""
    if not sign_up.minor:
        return replace(sign_up, parent_chose=False) if sign_up.parent_chose else sign_up
    kept = sign_up.parent_chose or sign_up.name_shown is not NameShown.FULL
    return sign_up if kept else replace(sign_up, name_shown=NameShown.INITIAL)


def _initialled(name: str) -> str:
    last, comma, first = name.partition(",")
    words = (f"{first} {last}" if comma else name).split()
    return f"{words[0]} {words[-1][0]}." if len(words) > 1 else name
