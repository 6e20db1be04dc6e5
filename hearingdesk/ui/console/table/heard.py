"""The acts of what was heard: positions and concerns."""

from collections.abc import Callable, Collection, Iterator
from functools import partial

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.events import Event
from hearingdesk.domain.values import NO_LISTED_CONCERN, Position
from hearingdesk.ui.actions import Action
from hearingdesk.ui.console.acts import Acts
from hearingdesk.ui.console.acts.heard import no_concern_on
from hearingdesk.ui.console.floor import position_id
from hearingdesk.ui.console.table.window import Window, asks

POSITION_KEYS = {position: f"Alt+{position.value}" for position in Position}


def positions(desk: Desk, acts: Acts) -> Iterator[Action]:
    """What was stated, by letter."""
    for position, key in POSITION_KEYS.items():
        may_state = asks(desk, rules.state_position, position=position)
        state = partial(acts.position, position)
        yield Action(position_id(position), "Position", position.word, key, state, may_state)


def concerns(desk: Desk, acts: Acts, window: Window, sheets: Collection[str]) -> Iterator[Action]:
    """What was raised: by number, new, or nothing that is listed; and the list itself."""
    yield from _by_number(desk, acts)
    yield Action("new_concern", "Concern", "New concern…", "Ctrl+0", window.ask_new_concern)
    yield Action(
        "nothing_listed",
        "Concern",
        "Raised nothing on the list",
        "Ctrl+-",
        partial(acts.raise_concern, NO_LISTED_CONCERN),
        asks(desk, rules.raise_concern, code=NO_LISTED_CONCERN),
    )
    if "concerns" in sheets:
        listing = partial(window.open_sheet, "concerns")
        yield Action("concerns", "Concern", "List of concerns: rename, define, merge…", "Ctrl+L", listing)
    if "concern" in sheets:
        opening = partial(window.open_sheet, "concern")
        yield Action("concern", "Concern", "Find a concern, and who raised it…", "Ctrl+Shift+0", opening)


def _by_number(desk: Desk, acts: Acts) -> Iterator[Action]:
    """The concerns that have a number key, raised and taken off."""

    def word(key: int, verb: str) -> Callable[[], str]:
        return lambda: f"{verb} “{desk.hearing.concern(code).label}”" if (code := _code(desk, key)) else f"{verb} {key}"

    def may(rule: Callable[..., Event], key: int) -> Callable[[], str]:
        return lambda: desk.refusal(rule, code=code) if (code := _code(desk, key)) else no_concern_on(key)

    for n in range(1, 10):
        words, may_raise = f"Raise concern {n}", may(rules.raise_concern, n)
        yield Action(
            f"raise_{n}", "Concern", words, f"Ctrl+{n}", partial(acts.raise_key, n), may_raise, word(n, "Raise")
        )
    for n in range(1, 10):
        words, may_take = f"Take off concern {n}", may(rules.withdraw_concern, n)
        take = partial(acts.withdraw_key, n)
        yield Action(f"withdraw_{n}", "Concern", words, f"Ctrl+Shift+{n}", take, may_take, word(n, "Take off"))


def _code(desk: Desk, key: int) -> str:
    return next((concern.code for concern in desk.hearing.concerns if concern.key == key), "")
