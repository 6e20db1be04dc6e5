"""What the console asks of the display in the room; the display itself is handed in."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from hearingdesk.domain.face import Face

WALL = (
    ("wall", "Display on or off", "F5"),
    ("blank", "Blank the display", "Shift+F5"),
    ("freeze", "Freeze the display", "Ctrl+F5"),
    ("emergency", "Emergency message on the display", "Ctrl+Shift+F5"),
    ("wall_window", "Display in a window", "Alt+F5"),
    ("display", "Display: preview, screens, messages…", "Ctrl+Shift+D"),
)
"""For the table of actions: id, words, key."""

WALL_KEYS = {name: key for name, _, key in WALL}


class Wall(Protocol):
    """The display, as far as the console knows it. ``state_changed`` carries the words for the status bar.

    ``changed`` says that screens, place or cover are others now. ``choices`` are the screens it may have, by what
    ``choose`` takes; ``told`` is the message that lies over the hearing. ``outputs`` are what further screens may show,
    each of which ``put`` puts in one of ``places``.
    """

    @property
    def state_changed(self) -> SignalInstance: ...
    @property
    def changed(self) -> SignalInstance: ...
    @property
    def live(self) -> bool: ...
    @property
    def state(self) -> str: ...
    def show_face(self, face: Face, /) -> None: ...
    def go_live(self) -> None: ...
    def open_window(self) -> None: ...
    def take_down(self) -> None: ...
    def blank(self) -> None: ...
    def freeze(self) -> None: ...
    def message(self, words: tuple[str, ...] = ..., /) -> None: ...
    def messages(self) -> Mapping[str, tuple[str, ...]]: ...
    @property
    def cover(self) -> str: ...
    @property
    def told(self) -> tuple[str, ...]: ...
    @property
    def chosen(self) -> str: ...
    def choices(self) -> Mapping[str, str]: ...
    def choose(self, identity: str, /) -> None: ...
    def identify(self) -> None: ...
    def preview(self) -> QWidget: ...
    @property
    def theme(self) -> str: ...
    @property
    def captions(self) -> bool: ...
    def outputs(self) -> Mapping[str, str]: ...
    def places(self) -> Mapping[str, str]: ...
    def place_of(self, output: str, /) -> str: ...
    def put(self, output: str, place: str, /) -> None: ...
    def themes(self) -> Mapping[str, str]: ...
    def wear(self, theme: str, /, *, captions: bool) -> None: ...


class Awake(Protocol):
    """Keeps the computer from sleep and screen saver while ``on``; ``told`` says what it could not, empty when all."""

    @property
    def told(self) -> SignalInstance: ...
    def hold(self, *, on: bool) -> None: ...


class WallActs:
    """One key each: live, blank, frozen, an emergency message (D-03)."""

    def __init__(self, wall: Wall, say: Callable[[str], object]) -> None:
        self._wall = wall
        self._say = say

    def toggle(self) -> None:
        if self._wall.live:
            self._wall.take_down()
        else:
            self._wall.go_live()
        self._say(f"Display: {self._wall.state}")

    def in_window(self) -> None:
        """Beside the console where there is one screen only, or for sharing in a call."""
        self._wall.open_window()

    def blank(self) -> None:
        self._wall.blank()

    def freeze(self) -> None:
        self._wall.freeze()

    def emergency(self) -> None:
        """The emergency message; pressed again, the hearing is back."""
        self.ready_made("emergency")

    def ready_made(self, name: str) -> None:
        """One of the messages that are ready to show; pressed again, the hearing is back."""
        words = self._wall.messages().get(name, ())
        self._wall.message(() if self._wall.told == words else words)

    def warn(self, *, on: bool) -> None:
        """The emergency message, or no longer; another message stays."""
        words = self._wall.messages().get("emergency", ())
        if words and (self._wall.told == words) is not on:
            self._wall.message(words if on else ())
