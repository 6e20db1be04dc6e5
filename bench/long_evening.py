"""Evenings to measure on: one of 50 slips, and one of 20,000 slips and 50,000 entries."""

from functools import cache

from hearingdesk.domain import rules
from hearingdesk.domain.events import Entry
from hearingdesk.domain.values import Position
from tests.builders import commenting

SMALL, LARGE = 50, 20_000
TURNS = {SMALL: 10, LARGE: 3750}
"""How many of the slips were heard, eight entries each."""
FIRST = ("Maria", "James", "Pa Houa", "Ada", "Grace", "Omar", "Luis", "Mai", "Nhung", "Zeynep", "Oluwaseun")
LAST = ("Garcia", "O'Brien", "Xiong", "Brennan", "Kowalski", "Haddad", "Ortega", "Yang", "Quiñones-Vega", "Nguyễn")


@cache
def entries_of(slips: int) -> tuple[Entry, ...]:
    """Everything up to a point where nobody has the floor and the others wait."""
    evening = commenting()
    for number in range(slips):
        evening.register(_name(number), organisation="Lakemont Tenants", place=f"District {number % 15 + 1}")
    for slip in range(1, TURNS[slips] + 1):
        evening.turn(slip, marks=("PRIV", "MISID", "PRIV"), stated=Position.OPPOSE)
        evening.act(rules.write_summary, slip=slip, text="Asks that the images be kept for no longer than needed.")
    return tuple(evening.hearing.entries)


def _name(number: int) -> str:
    """Some share a name, as people do."""
    middle, last = LAST[number // 7 % len(LAST)], LAST[number // 77 % len(LAST)]
    return f"{FIRST[number % len(FIRST)]} {middle} {last} {chr(65 + number // 900)}."
