"""What the body of each kind of entry held when a hearingdesk was released, by version: ``released.json``.

A release writes down what its kinds hold: ``python -m tests.store.released``.
"""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

from hearingdesk.store.codec import KINDS, VERSIONS

FILE = Path(__file__).with_suffix(".json")


def paths(kind: type) -> str:
    """Every field in the body, those of the values in it too: ``sign_up sign_up.name …``."""
    return " ".join(sorted(set(_paths(kind))))


def _paths(kind: Any) -> Iterator[str]:  # a dataclass
    hints = get_type_hints(kind)
    for field in fields(kind):
        yield field.name
        for value in _values(hints[field.name]):
            yield from (f"{field.name}.{inner}" for inner in _paths(value))


def _values(hint: object) -> Iterator[type]:
    """The dataclasses in a type."""
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for inner in get_args(hint):
        yield from _values(inner)


def released() -> dict[str, dict[str, str]]:
    """Kind, version, fields."""
    told: dict[str, dict[str, str]] = json.loads(FILE.read_text(encoding="utf-8"))
    return told


def write_down() -> None:
    before = released() if FILE.exists() else {}
    now = {name: before.get(name, {}) | {str(VERSIONS[name]): paths(kind)} for name, kind in sorted(KINDS.items())}
    FILE.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_down()
