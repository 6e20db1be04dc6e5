"""The table of actions of the console: every act, its words, its key, and why it is not in order just now."""

from collections.abc import Callable, Collection

from hearingdesk.desk import Desk
from hearingdesk.ui.actions import Action
from hearingdesk.ui.console.acts import Acts
from hearingdesk.ui.console.table.display import display
from hearingdesk.ui.console.table.floor import floor
from hearingdesk.ui.console.table.heard import concerns, positions
from hearingdesk.ui.console.table.meeting import meeting
from hearingdesk.ui.console.table.program import program
from hearingdesk.ui.console.table.queue import queue
from hearingdesk.ui.console.table.record import record
from hearingdesk.ui.console.table.window import Window


def table(
    desk: Desk, acts: Acts, window: Window, sheets: Collection[str], outside: dict[str, Callable[[], object]]
) -> list[Action]:
    """``sheets`` are those there are; ``outside`` what the program around offers: ``import``, ``export``, ``wall``."""
    return [
        *floor(desk, acts, window),
        *positions(desk, acts),
        *concerns(desk, acts, window, sheets),
        *queue(desk, acts, window, sheets, outside),
        *meeting(desk, acts, window, sheets),
        *record(desk, acts, window, sheets, outside),
        *display(outside),
        *program(window, outside),
    ]
