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


ACTS = ("keys", "commands", "own_keys")


@pytest.mark.parametrize("name", ["", *SHEETS, *ACTS])
def test_every_control_has_a_name_and_a_role(at_console: AtConsole, name: str) -> None:
    clerk = at_the_floor(at_console)
    if name == "entry":
        clerk.press("Ctrl+J", "Return")
    if name in ACTS:
        clerk.console.keys.table[name].call()
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


def test_the_position_is_the_one_checked_and_its_count_is_the_label_a_reader_hears(at_console: AtConsole) -> None:
    clerk = at_the_floor(at_console)

    def checked() -> list[str]:
        return [found.text(NAME) for found in tree(clerk.console.floor.positions) if found.state().checked]

    def counted() -> list[str]:
        return [found.text(NAME) for found in tree(clerk.console.concerns.tally)]

    assert checked() == ["Not stated"]
    clerk.press("Alt+O")
    assert checked() == ["Oppose"]
    assert "1 Oppose" in counted()
    clerk.press("Alt+S")
    assert checked() == ["Support"]
    assert {"1 Support", "0 Oppose"} <= set(counted())


def test_a_concern_says_its_number_anew_with_every_mark(at_console: AtConsole) -> None:
    clerk = at_the_floor(at_console)
    table = QAccessible.queryAccessibleInterface(clerk.console.concerns.list)

    def said() -> str:
        cells = [table.child(n).text(NAME) for n in range(table.childCount())]
        return next(words for words in cells if words.startswith("Privacy"))

    assert said() == "Privacy invasion, 1 of 1 speaker, raised by this speaker"
    clerk.press("Ctrl+Shift+1")
    assert said() == "Privacy invasion, 0 of 0 speakers"
    clerk.press("Ctrl+2")
    assert said() == "Privacy invasion, 0 of 1 speaker"


def test_no_tooltip_is_read_with_its_markup(at_console: AtConsole) -> None:
    clerk = at_the_floor(at_console)
    told = [found.text(QAccessible.Text.Description) for found in tree(clerk.console)]
    assert [each for each in told if "<" in each] == []
    assert any("Not a vote" in each for each in told) or any("not a survey" in each for each in told)
