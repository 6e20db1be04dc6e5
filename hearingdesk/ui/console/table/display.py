"""The acts of the display in the room."""

from collections.abc import Callable, Iterator

from hearingdesk.ui.actions import Action
from hearingdesk.ui.console.wall_acts import WALL


def display(outside: dict[str, Callable[[], object]]) -> Iterator[Action]:
    """The display in the room, where there is one."""
    for name, words, key in WALL:
        if name in outside:
            yield Action(name, "Display", words, key, outside[name])
