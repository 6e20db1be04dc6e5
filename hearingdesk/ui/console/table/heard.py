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
        yield Action(position_id(position), "Position", position.word, key, _stating(acts, position), may_state)


def _stating(acts: Acts, position: Position) -> Callable[[], None]:
    return lambda: acts.position(position)


def concerns(desk: Desk, acts: Acts, window: Window, sheets: Collection[str]) -> Iterator[Action]:
    """What was raised, by number."""

    def word(key: int, verb: str) -> Callable[[], str]:
        return lambda: f"{verb} “{desk.hearing.concern(code).label}”" if (code := _code(desk, key)) else f"{verb} {key}"

    def may(rule: Callable[..., Event], key: int) -> Callable[[], str]:
        return lambda: desk.refusal(rule, code=code) if (code := _code(desk, key)) else no_concern_on(key)

    for n in range(1, 10):
        yield Action(
            f"raise_{n}",
            "Concern",
            f"Raise concern {n}",
            f"Ctrl+{n}",
            _raising(acts, n),
            may(rules.raise_concern, n),
            word(n, "Raise"),
        )
    for n in range(1, 10):
        take = _withdrawing(acts, n)
        yield Action(
            f"withdraw_{n}",
            "Concern",
            f"Take off concern {n}",
            f"Ctrl+Shift+{n}",
            take,
            may(rules.withdraw_concern, n),
            word(n, "Take off"),
        )
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


def _code(desk: Desk, key: int) -> str:
    return next((concern.code for concern in desk.hearing.concerns if concern.key == key), "")


def _raising(acts: Acts, key: int) -> Callable[[], None]:
    return lambda: acts.raise_key(key)


def _withdrawing(acts: Acts, key: int) -> Callable[[], None]:
    return lambda: acts.withdraw_key(key)
