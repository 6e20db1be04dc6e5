"""From the press to the glass: committed and painted in both windows, among 50 slips and among 20,000."""

from collections import defaultdict
from collections.abc import Callable

from bench.desk_room import Room, room
from bench.long_evening import LARGE, SMALL
from bench.measure import line, timed
from hearingdesk.domain import rules

PRESSES, ROUNDS = 50, 3

Act = Callable[[Room], object]
Spans = dict[str, list[float]]


def main() -> None:
    """The rooms by turns, each alone as in use, so that a busy computer slows them alike."""
    sizes = (SMALL, LARGE)
    spans: tuple[Spans, Spans] = (defaultdict(list), defaultdict(list))
    for _ in range(ROUNDS):
        for slips, taken in zip(sizes, spans, strict=True):
            with room(slips) as here:
                _press(here, taken)
    for name in spans[0]:
        line(f"{SMALL} slips: {name}", spans[0][name])
        line(f"{LARGE:,} slips, 50,000 entries: {name}", spans[1][name], spans[0][name])


def _press(here: Room, taken: Spans) -> None:
    for number in range(PRESSES):
        for name, act in ACTS.items():
            if name == "concern raised" or number < SMALL // 2:
                _measure(here, act, taken[name], taken["the commit itself"])


def _measure(here: Room, act: Act, beyond: list[float], commits: list[float]) -> None:
    whole = timed(lambda: (act(here), here.paint()))
    beyond.append(whole - here.journal.commit)
    commits.append(here.journal.commit)


ACTS: dict[str, Act] = {
    "next one called": lambda here: here.desk.record(rules.call_next),
    "clock started": lambda here: here.desk.record(rules.start_turn),
    "concern raised": lambda here: here.desk.record(rules.raise_concern, code="PRIV"),
}
"""Each is committed and painted; what is told is the time beyond the commit."""
