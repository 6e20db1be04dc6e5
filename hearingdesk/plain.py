"""Plain values, as JSON and TOML give them, made into the hearing's own: strictly, and naming the place of a fault."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from typing import TypeVar

import msgspec

T = TypeVar("T")


def made(raw: object, kind: type[T]) -> T:
    """``raw`` as ``kind``, its times in UTC. Raises ValueError on what does not fit.

    A misspelling must not pass in silence, so nested values are held to their fields as well.
    """
    try:
        value = msgspec.convert(raw, kind)
    except msgspec.ValidationError as fault:
        raise ValueError(_readable(fault)) from fault
    for stray in _strays(raw, value):
        raise ValueError(f"“{stray}” is not known here")
    return _in_utc(value)


def _readable(fault: msgspec.ValidationError) -> str:
    """The converter's complaint with its place in front: ``base_limit: Invalid ISO8601 duration``."""
    what, _, where = re.sub(r"Object missing required field (\S+)", r"\1 is missing", str(fault)).partition(" - at ")
    place = re.sub(r"^\$\.?", "", where.strip("`"))
    return f"{place}: {what}" if place else what


def _strays(raw: object, value: object, path: str = "") -> Iterator[str]:
    if isinstance(raw, dict) and is_dataclass(value):
        known = {field.name for field in fields(value)}
        for key, given in raw.items():
            if key in known:
                yield from _strays(given, getattr(value, key), f"{path}{key}.")
            else:
                yield f"{path}{key}"
    elif isinstance(raw, list | tuple) and isinstance(value, list | tuple):
        for one, other in zip(raw, value, strict=False):
            yield from _strays(one, other, path)


def _in_utc(value: T) -> T:
    """The same value; a time with an offset becomes UTC, and one without is refused, for it names no instant."""
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError(f"{value.isoformat()} lacks its offset; write it like 2026-02-05T18:01:00-06:00")
        return value.astimezone(UTC)
    if isinstance(value, tuple):
        return tuple(map(_in_utc, value))  # type: ignore[return-value]  # a tuple of the same kind
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: new for f in fields(value) if (new := _in_utc(old := getattr(value, f.name))) is not old}
        return replace(value, **changed) if changed else value
    return value
