"""Checks the record of a public hearing in this folder. It needs nothing but Python 3.8 or newer; read it, then run it.

    python3 verify_record.py [HEAD] [--folder FOLDER]

1. Every file listed in SHA256SUMS is the file that was listed, and no other file is here.
2. The journal, one entry a line, is a chain: each entry's hash is SHA-256 over the hash before it and the entry
   itself. A changed, removed, added or moved entry breaks it, and the first one that does not fit is named.
3. The head, which is the last entry's hash, is HEAD: take HEAD from minutes that you trust, printed or sent to you.
   Whoever changes this folder can make 1 and 2 fit again, but not 3. The first 16 letters are enough.

A sealed entry names a person whose name is not published: its hash alone stands here. It cannot be read, but the
chain holds it in its place. Exit code: 0 all fits, 1 something does not, 2 wrong usage.
"""

import argparse
import hashlib
import json
import string
import sys
from pathlib import Path

SUMS, JOURNAL = "SHA256SUMS", "journal.jsonl"
SEALED = {"hearing", "seq", "sealed", "hash"}
SHORTEST = 16


class Misfit(Exception):
    """Something is not what was recorded; its text says what."""


def check_files(folder: Path) -> int:
    """How many files are those that SHA256SUMS lists."""
    lines = [line.partition("  ") for line in text_of(folder / SUMS).splitlines()]
    listed = {name: given for given, _, name in lines}
    if JOURNAL not in listed:
        raise Misfit(f"{SUMS} does not list {JOURNAL}")
    for name, given in listed.items():
        if Path(name).name != name or not (folder / name).is_file():
            raise Misfit(f"the file {name} is missing")
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != given:
            raise Misfit(f"the file {name} is not the one that was listed")
    for path in sorted(folder.iterdir()):
        if path.name not in listed and path.name != SUMS:
            raise Misfit(f"the file {path.name} is not listed")
    return len(listed)


def check_journal(path: Path) -> "tuple[int, list[int], str]":
    """How many entries the journal has, which of them are sealed, and its head."""
    hearing, previous, entries, sealed = None, "0" * 64, 0, []
    for text in text_of(path).split("\n"):
        if not text.strip():
            continue
        entry = object_in(text, entries + 1)
        hearing = entry.get("hearing") if hearing is None else hearing
        if entry.get("hearing") != hearing:
            raise Misfit(f"entry {entries + 1} belongs to another hearing, {entry.get('hearing')}")
        if entry.get("seq") != entries + 1:
            raise Misfit(f"entry {entries + 1} is missing, or another stands in its place: {entry.get('seq')}")
        if set(entry) == SEALED and is_hash(entry["hash"]):
            sealed.append(entries + 1)
        elif hash_of(entry, previous) != entry.get("hash"):
            raise Misfit(f"entry {entries + 1} is not what was recorded")
        previous, entries = str(entry["hash"]), entries + 1
    if not entries:
        raise Misfit("the journal is empty")
    return entries, sealed, previous


def check_head(head: str, wanted: str) -> None:
    if not head.startswith(wanted):
        raise Misfit(f"the head is {head}, not {wanted}")


def hash_of(entry: "dict[str, object]", previous: str) -> str:
    """SHA-256 over the hash before and the entry as JSON: names sorted, no blanks, UTF-8, without its own hash."""
    content = {name: part for name, part in entry.items() if name != "hash"}
    try:
        told = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True)
        return hashlib.sha256(b"hearingdesk entry\n" + previous.encode() + b"\n" + told.encode()).hexdigest()
    except (TypeError, ValueError, RecursionError):
        raise Misfit(f"entry {entry['seq']} holds what no entry can hold") from None


def is_hash(told: object) -> bool:
    return isinstance(told, str) and len(told) == 64 and set(told) <= set(string.hexdigits.lower())


def object_in(text: str, number: int) -> "dict[str, object]":
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        raise Misfit(f"entry {number} cannot be read")
    return told


def text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise Misfit(f"the file {path.name} is missing") from None
    except (OSError, UnicodeDecodeError):
        raise Misfit(f"the file {path.name} cannot be read") from None


def main() -> int:
    asked = argparse.ArgumentParser(description="Check the record of a public hearing.")
    asked.add_argument("head", nargs="?", default="", help="the journal head as printed on the minutes")
    asked.add_argument("--folder", type=Path, default=Path(__file__).parent, help="where the record is (here)")
    given = asked.parse_args()
    wanted = given.head.strip().lower()
    if wanted and len(wanted) < SHORTEST:
        asked.error(f"give at least the first {SHORTEST} letters of the head")
    try:
        files = check_files(given.folder)
        entries, sealed, head = check_journal(given.folder / JOURNAL)
        check_head(head, wanted)
    except Misfit as misfit:
        print(f"DOES NOT FIT: {misfit}.")
        return 1
    print(f"{files} files and {entries} entries fit.")
    if sealed:
        print(f"Sealed entries ({len(sealed)}): {', '.join(map(str, sealed))}.")
    print(f"Head: {head}")
    print("It is the head that you gave." if wanted else "Compare it with the head printed on minutes that you trust.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
