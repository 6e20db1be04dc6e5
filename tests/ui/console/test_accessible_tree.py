"""What a screen reader finds: every control of the console and of each sheet has a name, a role and a true value."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from hearingdesk.ui.console.sheets import SHEETS
from tests.builders import PROFILE, commenting
from tests.ui.console.conftest import AtConsole, Clerk

NAME, VALUE = QAccessible.Text.Name, QAccessible.Text.Value
NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client)


def tree(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Everything a reader may come to, the cells of lists left out."""

    def walk(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
        if interface.state().invisible:
            return
        yield interface
        if interface.role() not in (QAccessible.Role.Table, QAccessible.Role.ComboBox):
            for n in range(interface.childCount()):
                yield from walk(interface.child(n))

    return walk(QAccessible.queryAccessibleInterface(widget))


def at_the_floor(at_console: AtConsole) -> Clerk:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz"))
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+1")
    return clerk


@pytest.mark.parametrize("name", ["", *SHEETS])
def test_every_control_has_a_name_and_a_role(at_console: AtConsole, name: str) -> None:
    clerk = at_the_floor(at_console)
    if name == "entry":
        clerk.press("Ctrl+J", "Return")
    clerk.console.open_sheet(name)
    inside = clerk.sheet() or clerk.console
    assert (inside is clerk.console) == (not name)
    controls = [found for found in tree(inside) if found.state().focusable]
    assert len(controls) > 1
    for control in controls:
        assert control.text(NAME).strip(), control.object()
        assert control.role() not in NO_ROLES, control.text(NAME)


def test_the_clock_says_its_time_as_it_changes(at_console: AtConsole) -> None:
    clerk = at_the_floor(at_console)

    def clock() -> str:
        names = [found.text(NAME) for found in tree(clerk.console.floor.clock)]
        return next(name for name in names if " left" in name or " over" in name)

    told = [clock()]
    for seconds in (60, 121):
        clerk.wait(seconds)
        told.append(clock())
    assert told == [
        "Speaking, 2 minutes 59 seconds left",
        "Speaking, 119 seconds left",
        "Over time, 2 seconds over",
    ]


def test_what_is_typed_and_chosen_is_the_value_a_reader_hears(at_console: AtConsole) -> None:
    clerk = at_the_floor(at_console)
    clerk.press("Ctrl+Shift+0")
    clerk.type("mis")
    controls = [found for found in tree(clerk.sheet() or clerk.console) if found.state().focusable]
    values = {found.text(NAME): found.text(VALUE) for found in controls}
    assert values["Find a concern"] == "mis"
    chosen = [found.text(VALUE) for found in controls if found.role() is QAccessible.Role.ComboBox]
    assert chosen == ["1 Ann Lee, has the floor"]
