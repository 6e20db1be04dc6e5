"""Every word on the public screen, in as many languages at once as are asked for; one file a language."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from hearingdesk.resources import asset

Phrase = tuple[str, ...]
"""One thing said once in each language, the first language first."""

ORIGINAL = "en"
_BRACES = re.compile(r"{.*?}|[{}]")
_FIELDS = ("tag", "name", "words", "counted", "messages")


@dataclass(frozen=True, slots=True)
class Language:
    """One file of words. ``one`` holds the numbers that take the form called ``one`` (1 in English, none in Hmong)."""

    tag: str
    name: str
    one: frozenset[int]
    words: Mapping[str, str]
    counted: Mapping[str, Mapping[str, str]]
    messages: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        return self.words[key].format(**values)

    def forecast(self, key: str) -> str:
        """The phrase of the chair's forecast that goes by this key."""
        return self.words[f"forecast_{key}"]

    def count(self, key: str, number: int) -> str:
        return self.counted[key]["one" if number in self.one else "other"].format(n=number)

    def span(self, length: timedelta) -> str:
        """``5 minutes``, ``90 seconds``, ``2 minutes 30 seconds``."""
        minutes, seconds = divmod(round(length.total_seconds()), 60)
        if not minutes or (minutes == 1 and seconds):
            return self.count("seconds", minutes * 60 + seconds)
        return self.count("minutes", minutes) + (f" {self.count('seconds', seconds)}" if seconds else "")


@dataclass(frozen=True, slots=True)
class Wording:
    """The languages on the screen at once, the main one first."""

    languages: tuple[Language, ...]

    @property
    def main(self) -> Language:
        return self.languages[0]

    def each(self, said: Callable[[Language], str]) -> Phrase:
        return tuple(said(language) for language in self.languages)

    def say(self, key: str, **values: object) -> Phrase:
        return self.each(lambda language: language.say(key, **values))

    def count(self, key: str, number: int) -> Phrase:
        return self.each(lambda language: language.count(key, number))

    def messages(self) -> dict[str, Phrase]:
        """The messages that are ready to show, ``emergency`` among them."""
        keys = self.languages[0].messages
        return {key: tuple(language.messages[key] for language in self.languages) for key in keys}


def available() -> list[str]:
    """The tags of the languages that have a file, the original first."""
    tags = {path.stem for path in asset("words").glob("*.toml")}
    return sorted(tags, key=lambda tag: (tag != ORIGINAL, tag))


def offered() -> tuple[dict[str, str], list[str]]:
    """The languages that are complete, by tag with their names, and a sentence for each file that is not.

    What lacks a phrase is not offered: half a screen in another language would pretend to be a translation.
    """
    complete: dict[str, str] = {}
    lacking: list[str] = []
    for tag in available():
        try:
            complete[tag] = load_wording(tag).languages[0].name
        except ValueError as wrong:
            lacking.append(str(wrong))
    return complete, lacking


def wording_in(tags: Sequence[str]) -> Wording:
    """The words in those of these languages that are complete; in the original where none is."""
    complete = offered()[0]
    return load_wording(*([tag for tag in tags if tag in complete] or [ORIGINAL]))


def load_wording(*tags: str) -> Wording:
    """The words in these languages. ValueError, saying what to do, where a file is unreadable or lacks a phrase."""
    folder = asset("words")
    original = _tables(folder / f"{ORIGINAL}.toml")
    return Wording(tuple(_language(folder / f"{tag}.toml", original) for tag in tags or (ORIGINAL, "es")))


def _tables(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as wrong:
        raise ValueError(f"The words in {path.name} could not be read ({wrong}). Put the shipped file back.") from wrong


def _language(path: Path, original: dict[str, Any]) -> Language:
    tables = _tables(path)
    missing = sorted(_phrases(original).items() - _phrases(tables).items())
    if missing:
        raise ValueError(f"{path.name} lacks {missing[0][0]}. Add it with the same braces as in {ORIGINAL}.toml.")
    return Language(**{name: tables[name] for name in _FIELDS}, one=frozenset(tables.get("one", [])))


def _phrases(tables: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Each phrase's full name and the braces in it, so that two files can be held against each other."""
    found: dict[str, tuple[str, ...]] = {}
    for name, value in tables.items():
        if isinstance(value, Mapping):
            found |= {f"{name}.{key}": braces for key, braces in _phrases(value).items()}
        elif isinstance(value, str):
            found[name] = tuple(sorted(_BRACES.findall(value)))
    return found
