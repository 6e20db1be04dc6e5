"""What makes the journal tamper-evident: each entry's hash covers the entry and the hash before it.

An entry's line is the JSON object of the interchange form; it names its hearing, so no line fits into another record.
Needs nothing but Python, so that anybody can check a record without this program.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

Line = Mapping[str, Any]
_SEALED = {"hearing", "seq", "sealed", "hash"}
_HASH = re.compile(r"[0-9a-f]{64}")
GENESIS = "0" * 64
"""Stands for the hash before the first entry's."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found: ``entries`` fit, up to ``head``; ``broken`` is the first that does not, 0 if all do.

    Of the entries ``sealed`` are there as their hash alone, as a published copy has them.
    """

    hearing: str
    entries: int
    head: str
    broken: int = 0
    why: str = ""
    sealed: int = 0

    @property
    def sound(self) -> bool:
        return not self.broken

    def __str__(self) -> str:
        if self.sound:
            sealed = f" Sealed, there as their hash alone: {self.sealed}." if self.sealed else ""
            return f"{self.hearing}: all {self.entries} entries fit.{sealed} Head {self.head or 'none'}."
        return f"{self.hearing}: entry {self.broken} does not fit: {self.why} The {self.entries} before it do."


def canonical(value: object) -> bytes:
    """RFC 8785 for what a journal holds: texts, whole numbers, truths, none, lists, objects with ASCII names.

    Whole numbers are written in full, also where they pass 2^53. Raises ValueError on what UTF-8 cannot hold.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True)
    return text.encode()


def link(previous: str, line: Line) -> str:
    """The hash of a line, hexadecimal; its own ``hash``, if there, does not count."""
    content = canonical({name: part for name, part in line.items() if name != "hash"})
    return sha256(b"hearingdesk entry\n" + previous.encode() + b"\n" + content).hexdigest()


def verify(lines: Iterable[Line], hearing: str = "") -> Verdict:
    """Follows the chain from the first entry to the first that does not fit. ``hearing`` says whose it has to be."""
    previous, entries, sealed = GENESIS, 0, 0
    for line in lines:
        hearing = hearing or str(line.get("hearing", ""))
        why = _misfit(line, hearing, entries + 1, previous)
        if why:
            return Verdict(hearing, entries, previous if entries else "", entries + 1, why)
        previous, entries, sealed = line["hash"], entries + 1, sealed + is_sealed(line)
    return Verdict(hearing, entries, previous if entries else "", sealed=sealed)


def is_sealed(line: Line) -> bool:
    """Whether a line is its entry's hash alone: what it says is not published, but the chain holds it in its place."""
    return set(line) == _SEALED and isinstance(line["hash"], str) and bool(_HASH.fullmatch(line["hash"]))


def _misfit(line: Line, hearing: str, seq: int, previous: str) -> str:
    if line.get("hearing") != hearing:
        return f"it belongs to the hearing “{line.get('hearing')}”."
    if line.get("seq") != seq:
        return f"its number is {line.get('seq')}; an entry is missing, added or out of place."
    if is_sealed(line):
        return ""
    try:
        expected = link(previous, line)
    except (TypeError, ValueError, RecursionError):
        return "it holds what no entry can hold."
    return "" if line.get("hash") == expected else "its content is not what was hashed when it was recorded."
