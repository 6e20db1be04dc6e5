"""The rule profiles and concern sets to choose from: the shipped files, and the user's own beside or over them."""

import json
import os
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import time, timedelta
from functools import lru_cache
from itertools import chain, count
from pathlib import Path
from typing import Generic, TypeVar

from hearingdesk.domain.cutoff import NOT_UNDERSTOOD, understood
from hearingdesk.domain.names import folded
from hearingdesk.domain.profile import LOCKED, RuleProfile
from hearingdesk.domain.text import plain
from hearingdesk.domain.values import PERMANENT, Concern, Series
from hearingdesk.plain import made
from hearingdesk.resources import asset

T = TypeVar("T")
PROFILES, CONCERNS = "profiles", "concerns"
USUAL_PROFILE, USUAL_CONCERNS = "wisconsin_generic", "surveillance"
"""What a body that never met here starts with, unless it is told otherwise."""
FACTORS = range(1, 5)
"""By how much an interpreter may lengthen a turn."""
SPANS = ("_limit", "floor", "cap", "ceiling", "warn_at")
_KEPT = "hearingdesk writes this file when it is changed on its screens. Spans are hours:minutes:seconds."


class LibraryFault(Exception):
    """A profile or concern set is missing, or its file is broken. ``str()`` is the sentence for the user."""


@dataclass(frozen=True, slots=True)
class ConcernSet:
    """The concerns a hearing starts with; ``name`` is the file's, ``title`` what people choose by."""

    name: str
    title: str
    concern: tuple[Concern, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Shelf(Generic[T]):
    """What could be read, by name, and a sentence for each file that could not."""

    found: Mapping[str, T]
    faults: tuple[str, ...] = ()


class Library:
    """``data`` is the user's folder: files in its ``profiles`` and ``concerns`` add to the shipped, or replace them."""

    def __init__(self, data: Path | None = None) -> None:
        self._data = data

    def profile(self, name: str) -> RuleProfile:
        """Raises LibraryFault."""
        return _profile(self._named(PROFILES, "rule profile", name))

    def concerns(self, name: str) -> ConcernSet:
        """Raises LibraryFault."""
        return _concern_set(self._named(CONCERNS, "concern set", name))

    def profiles(self) -> Shelf[RuleProfile]:
        return _shelf(self._files(PROFILES), _profile)

    def concern_sets(self) -> Shelf[ConcernSet]:
        return _shelf(self._files(CONCERNS), _concern_set)

    def own(self, kind: str) -> frozenset[str]:
        """The names of the user's own files, PROFILES or CONCERNS: these alone can be changed and removed."""
        home = self._home(kind)
        return frozenset(path.stem for path in home.glob("*.toml")) if home else frozenset()

    def free_name(self, kind: str, title: str) -> str:
        """A file's name out of a title, which no other file has: ``Plan Commission`` gives ``plan_commission``."""
        wanted = "_".join(re.findall("[a-z0-9]+", folded(title)))[:40].strip("_") or kind.rstrip("s")
        taken = self._files(kind)
        return next(name for name in chain([wanted], (f"{wanted}_{n}" for n in count(2))) if name not in taken)

    def keep_profile(self, profile: RuleProfile) -> None:
        """The user's own file of this name, whole or not at all. Raises LibraryFault."""
        given = {f.name: getattr(profile, f.name) for f in fields(profile) if f.name not in ("name", "retention")}
        text = f"# Rule profile. {_KEPT}\n{_table(given)}"
        self._write(PROFILES, profile.name, "\n".join((text, *_tables("retention", profile.retention))))

    def keep_concerns(self, kept: ConcernSet) -> None:
        """The user's own file of this name, whole or not at all. Raises LibraryFault."""
        head = _table({"title": kept.title, "source": kept.source})
        text = f"# Concern set. {_KEPT}\n{head}"
        self._write(CONCERNS, kept.name, "\n".join((text, *_tables("concern", kept.concern))))

    def remove(self, kind: str, name: str) -> None:
        """Takes a file of the user's own away; what is shipped stays. Raises LibraryFault."""
        home = self._home(kind)
        if home is None or name not in self.own(kind):
            raise LibraryFault(f"“{name}” came with hearingdesk and cannot be removed. Nothing was changed.")
        with _said(home):
            (home / f"{name}.toml").unlink()

    def _write(self, kind: str, name: str, text: str) -> None:
        home = self._home(kind)
        if home is None:
            raise LibraryFault("There is no data folder to keep this in. Nothing was changed.")
        with _said(home):
            home.mkdir(parents=True, exist_ok=True, mode=0o700)
            half = home / f".{name}.half"
            with half.open("w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            half.replace(home / f"{name}.toml")

    def _home(self, kind: str) -> Path | None:
        return self._data / kind if self._data else None

    def _files(self, kind: str) -> dict[str, Path]:
        own = self._home(kind)
        homes = [asset(kind), *([own] if own else [])]
        return {path.stem: path for home in homes for path in sorted(home.glob("*.toml"))}

    def _named(self, kind: str, word: str, name: str) -> Path:
        files = self._files(kind)
        if name not in files:
            raise LibraryFault(
                f"There is no {word} “{name}”. Nothing was changed; choose from {', '.join(sorted(files))}."
            )
        return files[name]


def _shelf(files: Mapping[str, Path], read: Callable[[Path], T]) -> Shelf[T]:
    found: dict[str, T] = {}
    faults: list[str] = []
    for name, path in files.items():
        try:
            found[name] = read(path)
        except LibraryFault as fault:
            faults.append(str(fault))
    return Shelf(found, tuple(faults))


def _profile(path: Path) -> RuleProfile:
    raw = _toml(path)
    based_on = raw.pop("based_on", "")
    base = _toml(_shipped(PROFILES, based_on, path)) if based_on else {}
    profile = _made({**base, **raw, "name": path.stem}, RuleProfile, path)
    for field in ("sign_up_opens", "sign_up_closes", "remote_closes"):
        if not understood(getattr(profile, field)):
            raise _broken(path, f"{field}: {NOT_UNDERSTOOD[:-1]}")
    for series in profile.retention:
        if not series.understood:
            raise _broken(path, f"retention: “{series.keep}” is no length; write it like 7 years, or {PERMANENT}")
    if profile.interpretation_factor not in FACTORS:
        raise _broken(path, f"interpretation_factor: write {FACTORS[0]} to {FACTORS[-1]}")
    if not profile.lawful(profile.interpretation_factor):
        raise _broken(path, f"interpretation_factor: {LOCKED[:-1]}")
    return profile


def _concern_set(path: Path) -> ConcernSet:
    found = _made({**_toml(path), "name": path.stem}, ConcernSet, path)
    codes = [concern.code for concern in found.concern]
    keys = [concern.key for concern in found.concern if concern.key]
    for code in codes:
        if codes.count(code) > 1:
            raise _broken(path, f"the code {code} stands there twice")
    for key in keys:
        if keys.count(key) > 1 or key not in range(1, 10):
            raise _broken(path, f"the key {key} is given twice, or is none of 1 to 9")
    return found


def _shipped(kind: str, name: object, wanted_by: Path) -> Path:
    path = asset(kind) / f"{name}.toml"
    if not path.is_file():
        raise _broken(wanted_by, f"it is based on “{name}”, which hearingdesk does not ship")
    return path


def _toml(path: Path) -> dict[str, object]:
    try:
        told = path.stat()
        raw = _parsed(path, (told.st_mtime_ns, told.st_size, told.st_ino))
    except (OSError, ValueError, RecursionError) as fault:
        raise _broken(path, str(fault).rstrip(".")) from fault
    return {key: _span(value) if key.endswith(SPANS) else value for key, value in raw.items()}


@lru_cache(maxsize=64)
def _parsed(path: Path, _stamp: tuple[int, int, int]) -> dict[str, object]:
    """The file as it was at that stamp; screens ask for the same few files again and again."""
    with path.open("rb") as file:
        return tomllib.load(file)


def _span(value: object) -> object:
    """A span is written as hours:minutes:seconds, ``00:05:00``, or as ``"none"``."""
    if isinstance(value, time):
        return timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
    return None if value == "none" else value


def _made(raw: dict[str, object], kind: type[T], path: Path) -> T:
    try:
        return made(raw, kind)
    except ValueError as fault:
        raise _broken(path, str(fault)) from fault


@contextmanager
def _said(home: Path) -> Iterator[None]:
    """What the disk refuses, as a sentence."""
    try:
        yield
    except OSError as fault:
        raise LibraryFault(
            f"The folder {home} cannot be written: {fault.strerror}. Nothing was changed. Make room there, or see "
            "whether you may write in it, and press again."
        ) from fault


def _table(values: Mapping[str, object]) -> str:
    """Values as TOML, one a line."""
    return "".join(f"{key} = {_written(value)}\n" for key, value in values.items())


def _tables(name: str, values: Iterable[Concern | Series]) -> Iterator[str]:
    """Values as an array of tables."""
    for one in values:
        yield f"[[{name}]]\n" + _table({f.name: getattr(one, f.name) for f in fields(one)})


def _written(value: object) -> str:
    if value is None:
        return '"none"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, timedelta):
        minutes, seconds = divmod(value // timedelta(seconds=1), 60)
        return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
    # Within what a record may hold, the escapes of JSON and TOML are the same.
    return str(value) if isinstance(value, int) else json.dumps(plain(str(value)), ensure_ascii=False)


def _broken(path: Path, why: str) -> LibraryFault:
    return LibraryFault(f"The file {path} cannot be used: {why}. Nothing was changed; mend the file or take it away.")
