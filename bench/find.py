"""Finding somebody among 50 slips and among 20,000: each key, from the press to the painted list."""

from functools import partial

from PySide6.QtTest import QTest

from bench.desk_room import Room, room
from bench.long_evening import LARGE, SMALL
from bench.measure import line, timed

TYPED = ("maria garcia", "obrien", "quinones", "tenants 7", "123", "district 4", "zzz")


def main() -> None:
    small, large = _keys(SMALL), _keys(LARGE)
    line(f"{SMALL} slips: a key in the find box", small)
    line(f"{LARGE:,} slips: a key in the find box", large, small)


def _keys(slips: int) -> list[float]:
    """The very first key among them."""
    with room(slips) as here:
        return [span for text in TYPED for span in _typed(here, text)]


def _typed(here: Room, text: str) -> list[float]:
    finder = here.console.queue.finder
    finder.clear()
    here.paint()
    return [timed(partial(_press, here, key)) for key in text]


def _press(here: Room, key: str) -> None:
    QTest.keyClicks(here.console.queue.finder, key)
    here.paint()
