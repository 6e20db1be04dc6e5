"""What is remembered of an output: what it shows, where, in which colours and words, how loud."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, TypeVar

from hearingdesk.ui.display.paint import CHROMAS, DARK, LIGHT, Inks

STRIP = 0.2
"""The part of the height that captions take (A-08)."""

LOUDEST = 3
"""Volumes go from 0, which is off, to this."""


SHIPPED = ("en", "es")
"""The languages of a screen for which none were chosen."""


class Layout(StrEnum):
    """What a screen is for; blank, frozen and messages are the same on all that the public sees."""

    WALL = "wall"
    CLOCK = "clock"
    QUEUE = "queue"
    LOWER = "lower"
    CHAIR = "chair"

    @property
    def public(self) -> bool:
        return self is not Layout.CHAIR


class Place(StrEnum):
    """Where the clerk wants it now."""

    NOWHERE = "nowhere"
    SCREEN = "screen"
    WINDOW = "window"
    OVER_CLERK = "over the clerk's screen"


TITLES = {
    Layout.WALL: "Display in the room",
    Layout.CLOCK: "Clock for the speaker",
    Layout.QUEUE: "Queue for another room",
    Layout.LOWER: "Lower third for the broadcast",
    Layout.CHAIR: "Chair's screen",
}
"""As the clerk reads it."""

THEMES: dict[str, tuple[str, Inks]] = {"dark": ("Dark", DARK), "light": ("Light", LIGHT)}
"""By the name that is remembered: what the clerk reads, and the colours."""


@dataclass(frozen=True, slots=True)
class Setup:
    """``screen`` is the one it belongs on, as remembered; ``languages`` are tags, the main one first, two at most.

    ``theme`` is one of :meth:`themes`; ``volume`` of the tones, 0 to LOUDEST; ``ten``: with the one at ten seconds.
    """

    layout: Layout = Layout.WALL
    place: Place = Place.NOWHERE
    screen: str = ""
    theme: str = ""
    captions: bool = False
    languages: tuple[str, ...] = SHIPPED
    volume: int = 0
    ten: bool = False

    @property
    def themes(self) -> dict[str, tuple[str, Inks]]:
        """The ground of a lower third is keyed out, so that it has colours of its own."""
        return CHROMAS if self.layout is Layout.LOWER else THEMES

    @property
    def worn(self) -> str:
        """The theme by name; as shipped where it was never chosen."""
        return self.theme if self.theme in self.themes else next(iter(self.themes))

    @property
    def inks(self) -> Inks:
        return self.themes[self.worn][1]

    @property
    def may_caption(self) -> bool:
        """Captions lie on what the room reads; a broadcast sets its own, and the chair hears."""
        return self.layout in (Layout.WALL, Layout.CLOCK, Layout.QUEUE)

    @property
    def strip(self) -> float:
        return STRIP if self.captions and self.may_caption else 0.0


def written(setups: Iterable[Setup], hearing: str, cover: str = "", message: Sequence[str] = ()) -> str:
    """The form in which they are remembered: JSON, the wall first, with the hearing they were up for.

    ``cover`` and ``message`` are what lies over the hearing, so that a restart does not show what was covered.
    """
    outputs = [{field.name: getattr(each, field.name) for field in fields(each)} for each in setups]
    return json.dumps({"hearing": hearing, "outputs": outputs, "cover": cover, "message": list(message)})


def read(text: str, hearing: str) -> list[Setup]:
    """What was remembered, the wall first; what is unknown is as shipped, and up only for the hearing it was up for.

    So no screen lights up by itself when another hearing is opened, perhaps at home with a television beside.
    """
    kept = _kept(text)
    same = kept.get("hearing") == hearing
    listed = kept.get("outputs")
    read_in = [_setup(each, up=same) for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    wall = next((each for each in read_in if each.layout is Layout.WALL), Setup())
    return [wall, *(each for each in read_in if each.layout is not Layout.WALL)]


def read_cover(text: str, hearing: str) -> tuple[str, tuple[str, ...]]:
    """What lay over the hearing, and the message's words; nothing for another hearing."""
    kept = _kept(text)
    words = kept.get("message")
    if kept.get("hearing") != hearing:
        return "", ()
    return str(kept.get("cover") or ""), tuple(str(each) for each in words) if isinstance(words, list) else ()


def _kept(text: str) -> dict[str, Any]:
    try:
        kept = json.loads(text)
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}


def _setup(kept: dict[str, Any], *, up: bool) -> Setup:
    words = kept.get("languages")
    tags = tuple(str(tag) for tag in words[:2]) if isinstance(words, list) else ()
    volume = kept.get("volume")
    place = _one_of(Place, kept.get("place"), Place.NOWHERE)
    return Setup(
        layout=_one_of(Layout, kept.get("layout"), Layout.WALL),
        place=place if up and place is not Place.OVER_CLERK else Place.NOWHERE,
        screen=str(kept.get("screen") or ""),
        theme=str(kept.get("theme") or ""),
        captions=kept.get("captions") is True,
        languages=tags or SHIPPED,
        volume=min(max(volume, 0), LOUDEST) if isinstance(volume, int) else 0,
        ten=kept.get("ten") is True,
    )


E = TypeVar("E", bound=StrEnum)


def _one_of(kind: type[E], value: object, otherwise: E) -> E:
    return next((each for each in kind if each.value == value), otherwise)
