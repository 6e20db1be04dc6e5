"""The acts of the meeting around the floor."""

from collections.abc import Callable, Collection, Iterator

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.ui.actions import Action
from hearingdesk.ui.console.acts import Acts
from hearingdesk.ui.console.table.window import Window

MEETING = (
    ("order", "Call to order…", "Ctrl+Shift+O"),
    ("agenda", "Agenda…", "F2"),
    ("continue", "Continue, leave open, reopen…", "Ctrl+F2"),
    ("roll", "Roll and presence…", "F3"),
    ("oath", "Oath…", "Ctrl+F3"),
    ("motion", "Motion and vote…", "F4"),
    ("limit", "Change limit…", "F6"),
    ("turn", "Clock and turn…", "Ctrl+F9"),
    ("conduct", "Conduct: reminder, warning, removal…", "Ctrl+F7"),
    ("register", "New slip, all fields…", "Ctrl+Shift+N"),
    ("recordings", "A recording began at…", "Ctrl+Shift+F10"),
    ("adjourn", "Adjourn…", "Ctrl+Shift+A"),
)


def meeting(desk: Desk, acts: Acts, window: Window, sheets: Collection[str]) -> Iterator[Action]:
    """The meeting around the floor; ``sheets`` are those there are."""

    def opening(name: str) -> Callable[[], None]:
        return lambda: window.open_sheet(name)

    for name, words, key in MEETING:
        if name in sheets:
            yield Action(name, "Meeting", words, key, opening(name))
    yield Action(
        "recording", "Meeting", "A recording begins now", "Ctrl+F10", acts.mark_recording,
        lambda: desk.refusal(rules.mark_recording),
    )  # fmt: skip
    if "recess" in sheets:
        yield Action(
            "recess", "Meeting", "Recess…", "Ctrl+R", acts.recess_or_reconvene,
            now=lambda: "Reconvene" if desk.hearing.recess else "Recess…",
        )  # fmt: skip
        yield Action(
            "alarm", "Meeting", "Recess at once: emergency", "Ctrl+Shift+R", acts.emergency_recess,
            lambda: desk.refusal(rules.recess, reason=""),
        )  # fmt: skip
