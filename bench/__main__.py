"""Runs every bench, or those named: ``python -m bench [start store press find exports idle wall screens]``."""

import sys
from collections.abc import Callable

from bench import exports, find, idle, press, screens, start, store, wall

BENCHES: dict[str, Callable[[], None]] = {
    "start": start.main,
    "store": store.main,
    "press": press.main,
    "find": find.main,
    "exports": exports.main,
    "idle": idle.main,
    "wall": wall.main,
    "screens": screens.main,
}


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        print(f"There is no bench {', '.join(unknown)}; choose from {', '.join(BENCHES)}.", file=sys.stderr)
        return 2
    for name in names or BENCHES:
        print(f"\n{name}")
        BENCHES[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
