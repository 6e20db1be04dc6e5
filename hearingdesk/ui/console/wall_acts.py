"""What the console asks of the display in the room; the display itself is handed in."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import SignalInstance

from hearingdesk.domain.face import Face


class Wall(Protocol):
    """The display, as far as the console knows it. ``state_changed`` carries the words for the status bar."""

    @property
    def state_changed(self) -> SignalInstance: ...
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


class WallActs:
    """One key each: live, blank, frozen, an emergency message (D-03)."""

    def __init__(self, wall: Wall, say: Callable[[str], object]) -> None:
        self._wall = wall
        self._say = say
        self._told = False

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
        self._told = not self._told
        self._wall.message(self._wall.messages().get("emergency", ()) if self._told else ())
