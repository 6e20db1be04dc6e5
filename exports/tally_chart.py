"""The concerns tally drawn as bars, one chart an item, with words that say the same as the bars."""

from itertools import groupby

from exports.count_sheets import RAISING, ConcernCount, concern_fields, concern_rows
from exports.sheets import Chart
from hearingdesk.domain.hearing import Hearing, Item
from hearingdesk.domain.local import local, minutes_time
from hearingdesk.domain.tally import NOT_A_VOTE

_TITLES = [field.title for field in concern_fields()]
_LABELS, _VALUES = _TITLES.index("Concern") + 1, _TITLES.index(RAISING) + 1
_HEIGHT = 30
"""Rows of the sheet that the tallest chart covers."""


def tally_charts(hearing: Hearing) -> list[Chart]:
    """Below the table, in the order of its rows, an item after the other; none for an item with nobody coded."""
    groups = [(item, list(rows)) for item, rows in groupby(concern_rows(hearing), key=lambda row: row.item)]
    below, first, charts = sum(len(rows) for _, rows in groups) + 4, 2, []
    for item, rows in groups:
        last = first + len(rows) - 1
        if item.tally.coded:
            charts.append(Chart(_title(item), tally_words(hearing, item, rows), _LABELS, _VALUES, first, last, below))
            below += _HEIGHT
        first = last + 1
    return charts


def _title(item: Item) -> str:
    return f"{item.label}: speakers raising each concern, of {item.tally.coded} coded. {NOT_A_VOTE}"


def tally_words(hearing: Hearing, item: Item, rows: list[ConcernCount]) -> str:
    """What the bars say: of how many, as of when, and each number (C-02, C-03, C-12)."""
    tally = item.tally
    when = minutes_time(local(hearing, hearing.entries[-1].at))
    counts = "; ".join(f"{row.concern.label} {tally.people(row.concern.code)}" for row in rows)
    of = f"{item.label.lower()}, as of {when}, {tally.heard} heard, {tally.coded} coded"
    return f"Bar chart of the concerns raised on {of}: {counts}. {NOT_A_VOTE}"
