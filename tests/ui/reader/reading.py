"""What a screen reader learns of hearingdesk over AT-SPI, as JSON; run by the system's Python, which has its bindings.

python3 reading.py tree           every object: role, name, description, value, states
python3 reading.py press NAME     presses the button of this name
"""

import json
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import_module("gi").require_version("Atspi", "2.0")
Atspi: Any = import_module("gi.repository.Atspi")
Node = Any

PATIENCE = 20
CELLS = 40


def program() -> Node:
    """The application, as soon as it is on the bus."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        desktop = Atspi.get_desktop(0)
        for n in range(desktop.get_child_count()):
            found = desktop.get_child_at_index(n)
            if found is not None and found.get_name() == "hearingdesk" and found.get_child_count():
                return found
        time.sleep(0.1)
    raise SystemExit("hearingdesk did not come on the bus")


def walk(node: Node) -> Iterator[Node]:
    yield node
    for n in range(min(node.get_child_count(), CELLS)):
        child = node.get_child_at_index(n)
        if child is not None:
            yield from walk(child)


def told(node: Node) -> dict[str, object]:
    states = node.get_state_set()
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "text": text(node),
        "focused": states.contains(Atspi.StateType.FOCUSED),
        "enabled": states.contains(Atspi.StateType.ENABLED),
        "showing": states.contains(Atspi.StateType.SHOWING),
        "checked": states.contains(Atspi.StateType.CHECKED),
        "focusable": states.contains(Atspi.StateType.FOCUSABLE),
    }


def text(node: Node) -> str:
    found = node.get_text_iface()
    return str(Atspi.Text.get_text(found, 0, Atspi.Text.get_character_count(found))) if found else ""


def press(name: str) -> bool:
    for node in walk(program()):
        if node.get_role_name() == "push button" and node.get_name() == name:
            action = node.get_action_iface()
            names = [Atspi.Action.get_action_name(action, n) for n in range(Atspi.Action.get_n_actions(action))]
            return bool(Atspi.Action.do_action(action, names.index("Press")))
    raise SystemExit(f"There is no button “{name}”")


if __name__ == "__main__":
    heard = press(sys.argv[2]) if sys.argv[1] == "press" else [told(node) for node in walk(program())]
    sys.stdout.write(json.dumps(heard))
