"""Text as it may go on the record: composed, printable, and turning no other text around."""

import re
import unicodedata
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar, cast

T = TypeVar("T")

_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # controls, but for tab and newline
    "\u202a-\u202e\u2066-\u2069"  # what would turn the text after it around
    "\ud800-\udfff"  # halves of characters, which no file can hold
    f"\ufeff{_NONCHARACTERS}]"
)


def plain(text: str) -> str:
    """NFC, line ends as newlines; controls, lone surrogates, noncharacters and bidi overrides taken out.

    Marks that scripts and emoji need (joiners, direction marks) stay. The same object if nothing had to change.
    """
    if text.isascii() and text.isprintable():
        return text
    cleaned = unicodedata.normalize("NFC", _DROPPED.sub("", _BREAKS.sub("\n", text)))
    return text if cleaned == text else cleaned


def plained(value: T) -> T:
    """A frozen value with every text in it plain; the same object if nothing had to change."""
    return cast("T", _plained(value))


def _plained(value: Any) -> Any:  # noqa: ANN401  # whatever a frozen value holds
    if isinstance(value, str):
        return value if isinstance(value, Enum) else plain(value)
    if isinstance(value, tuple):
        parts = tuple(_plained(part) for part in value)
        return value if all(part is old for part, old in zip(parts, value, strict=True)) else parts
    if is_dataclass(value) and not isinstance(value, type):
        return _with_plain_fields(value)
    return value


def _with_plain_fields(value: Any) -> Any:  # noqa: ANN401  # any dataclass
    changed = {}
    for field in fields(value):
        old = getattr(value, field.name)
        new = _plained(old)
        if new is not old:
            changed[field.name] = new
    return replace(value, **changed) if changed else value
