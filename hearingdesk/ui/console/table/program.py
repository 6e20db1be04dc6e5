"""The acts of the console itself: keys, commands, menu."""

from collections.abc import Callable, Iterator

from hearingdesk.ui.actions import Action
from hearingdesk.ui.console.table.window import Window


def program(window: Window, outside: dict[str, Callable[[], object]]) -> Iterator[Action]:
    """Of the console itself."""
    if "colours" in outside:
        yield Action("colours", "Desk", "Colours: light, dark, high contrast", "Ctrl+Shift+F1", outside["colours"])
    yield Action("again", "Desk", "Try again to save", "Ctrl+Shift+J", window.try_again, window.saved_sentence)
    yield Action("keys", "Desk", "Keys", "F1", window.show_keys)
    yield Action("own_keys", "Desk", "Change keys…", "Ctrl+F1", window.show_own_keys)
    yield Action("commands", "Desk", "Commands", "Ctrl+Shift+P", window.show_commands)
    yield Action("menu", "Desk", "Menu", "F10", window.show_menu)
