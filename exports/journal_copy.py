"""The journal as it leaves the building: whole, or with the entries sealed that hold what is not published."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from exports.clerks_notes import without_notes
from exports.files import write_beside
from exports.published import Copy
from exports.report import ExportReport
from exports.watch import Progress, unwatched, watched
from hearingdesk.domain.events import Entry, RegistrationCorrected, SignUpsImported, SpeakerRegistered
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.names import folded
from hearingdesk.domain.values import NameShown, SignUp

SEALED = "It holds what is not published: a name, a note of the clerk, or words that were struck."

_WHY = "Sealed, for a name or a note in them is not published, or they were struck: entries"

Told = tuple[int, SignUp]

_OFTEN = 1000


def write_journal(
    hearing: Hearing, lines: Sequence[str], target: Path, copy: Copy, progress: Progress = unwatched
) -> ExportReport:
    """Write the journal's lines (JSON Lines, those of `hearing`) to `target`. Raises ExportFailed."""
    sealed = frozenset[int]() if copy is Copy.INTERNAL else private_entries(hearing, lines, progress)
    text = "".join(f"{_sealed(line) if seq in sealed else line}\n" for seq, line in enumerate(lines, 1))
    write_beside(target, lambda path: path.write_bytes(text.encode()), private=copy is Copy.INTERNAL)
    notes = (f"{_WHY} {_listed(sealed)}.",) if sealed else ()
    return ExportReport(target, len(lines), target.stat().st_size, notes, ("entry", "entries"))


def private_entries(hearing: Hearing, lines: Sequence[str], progress: Progress = unwatched) -> frozenset[int]:
    """The numbers of the entries that leave the building as their hash alone (X-02, P-02, P-07).

    They tell a slip which ever asked not to be named in full, or of a minor, or whose address is restricted, or name
    such a person (all of an imported list is one entry, and sealed as a whole); they hold a note of the clerk's; or
    they were struck, with whatever was a mistake.
    """
    noted = {entry.seq for entry in hearing.entries if without_notes(entry.event) is not entry.event}
    return _naming(hearing, lines, progress) | hearing.struck | noted


def _naming(hearing: Hearing, lines: Sequence[str], progress: Progress) -> frozenset[int]:
    told = {entry.seq: tuple(_told(entry)) for entry in watched(hearing.entries, progress, _OFTEN)}
    private = {slip for slips in told.values() for slip, sign_up in slips if _is_private(sign_up)}
    kept = private | {
        slip for slips in told.values() for slip, sign_up in slips if sign_up.address_restricted or sign_up.minor
    }
    names = {
        tuple(folded(name).split())
        for slips in told.values()
        for slip, sign_up in slips
        if slip in private
        for name in (sign_up.name, sign_up.on_behalf_of, *sign_up.together_with)
    } - {()}
    return frozenset(
        seq
        for (seq, slips), line in watched(zip(told.items(), lines, strict=True), progress, _OFTEN)
        if any(slip in kept for slip, _ in slips) or (names and _names_one_of(names, json.loads(line)["body"]))
    )


def _is_private(sign_up: SignUp) -> bool:
    return sign_up.name_shown is not NameShown.FULL


def _told(entry: Entry) -> Iterator[Told]:
    """The slips whose words stand in an entry."""
    match entry.event:
        case SpeakerRegistered(slip=slip, sign_up=sign_up) | RegistrationCorrected(slip=slip, sign_up=sign_up):
            yield slip, sign_up
        case SignUpsImported(first_slip=first, sign_ups=sign_ups):
            yield from enumerate(sign_ups, first)


def _names_one_of(names: set[tuple[str, ...]], body: object) -> bool:
    """Whether one of the names, in its words, stands anywhere in what an entry says."""
    lengths = {len(name) for name in names}
    spoken = (folded(text).split() for text in _texts(body))
    return any(
        tuple(words[at : at + length]) in names for words in spoken for length in lengths for at in range(len(words))
    )


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict() | list():
            for part in value.values() if isinstance(value, dict) else value:
                yield from _texts(part)


def _sealed(line: str) -> str:
    told: dict[str, Any] = json.loads(line)
    kept = {"hearing": told["hearing"], "seq": told["seq"], "sealed": SEALED, "hash": told["hash"]}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def _listed(numbers: frozenset[int]) -> str:
    return ", ".join(map(str, sorted(numbers)))
