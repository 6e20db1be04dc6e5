"""Told what to show, the table tells the view just what changed, and the choice survives."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from hearingdesk.ui.kit import rows
from hearingdesk.ui.kit.rows import MANY, Column, RowsModel
from hearingdesk.ui.kit.table import RowsView

pytestmark = pytest.mark.usefixtures("qapp")


class Row(NamedTuple):
    key: int
    words: str = ""


COLUMNS = (
    Column[Row]("Key", lambda r: str(r.key)),
    Column[Row]("Words", lambda r: r.words, lambda r: f"says {r.words}", right=True, tip=lambda r: f"<b>{r.words}"),
)
LISTS = st.lists(st.integers(0, 30), unique=True, max_size=30).flatmap(
    lambda keys: st.tuples(*(st.builds(Row, st.just(key), st.sampled_from("ab")) for key in keys)).map(list)
)


def model() -> RowsModel[Row]:
    return RowsModel(COLUMNS, key=lambda r: r.key)


class Mirror:
    """Rebuilds the list from the signals alone, as a view does."""

    def __init__(self, source: RowsModel[Row]) -> None:
        self.source = source
        self.keys: list[int] = []
        self.signals: list[str] = []
        source.rowsRemoved.connect(self.removed)
        source.rowsInserted.connect(self.inserted)
        source.rowsMoved.connect(self.moved)
        source.dataChanged.connect(lambda *_: self.signals.append("changed"))
        source.modelReset.connect(self.reset)

    def removed(self, _: QModelIndex, first: int, last: int) -> None:
        self.signals.append("removed")
        del self.keys[first : last + 1]

    def inserted(self, _: QModelIndex, first: int, last: int) -> None:
        self.signals.append("inserted")
        self.keys[first:first] = [self.source.row(n).key for n in range(first, last + 1)]

    def moved(self, _: QModelIndex, first: int, last: int, __: QModelIndex, to: int) -> None:
        self.signals.append("moved")
        assert first == last
        key = self.keys.pop(first)
        self.keys.insert(to - 1 if to > first else to, key)

    def reset(self) -> None:
        self.signals.append("reset")
        self.keys = [row.key for row in self.source.rows]


@given(LISTS, LISTS)
def test_the_signals_lead_a_view_from_any_list_to_any_other(before: list[Row], after: list[Row]) -> None:
    shown = model()
    QAbstractItemModelTester(shown, QAbstractItemModelTester.FailureReportingMode.Fatal)
    mirror = Mirror(shown)
    shown.show(before)
    shown.show(after)
    assert list(shown.rows) == after
    assert mirror.keys == [row.key for row in after]


@pytest.mark.parametrize(
    ("after", "signals"),
    [
        ("abcdef", []),
        ("abdef", ["removed"]),
        ("abcxyzdef", ["inserted"]),
        ("bcdefa", ["moved"]),
        ("fabcde", ["moved"]),
        ("acbdef", ["moved"]),
        ("ef", ["removed"]),
    ],
)
def test_one_change_is_one_signal(after: str, signals: list[str]) -> None:
    shown = model()
    mirror = Mirror(shown)
    shown.show([Row(ord(letter)) for letter in "abcdef"])
    mirror.signals.clear()
    shown.show([Row(ord(letter)) for letter in after])
    assert mirror.signals == signals


def test_a_changed_row_is_drawn_again_and_no_other() -> None:
    shown = model()
    shown.show([Row(1, "a"), Row(2, "a"), Row(3, "a")])
    changed: list[tuple[int, int]] = []
    shown.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    shown.show([Row(1, "a"), Row(2, "b"), Row(3, "a")])
    assert changed == [(1, 1)]


def test_a_wholly_other_list_is_told_at_once() -> None:
    shown = model()
    shown.show([Row(n) for n in range(1000)])
    mirror = Mirror(shown)
    shown.show([Row(n) for n in range(0, 1000, 3)])
    assert mirror.signals == ["reset"]
    assert MANY < 1000 / 3


@given(st.permutations(range(12)), st.sets(st.integers(0, 11)))
def test_as_few_rows_move_as_can_be(order: list[int], gone: set[int]) -> None:
    new = [key for key in order if key not in gone]
    moving = RowsModel._movers([*range(12)], [*new])
    staying = [key for key in new if key not in moving]
    assert staying == sorted(staying)
    assert len(rows._longest_rising(new)) == len(staying)


@given(LISTS, LISTS, st.booleans())
def test_the_choice_survives(before: list[Row], after: list[Row], at_once: bool) -> None:
    chosen = Row(99, "a")
    shown = model()
    view = RowsView(shown, 20, "Rows")
    shown.show([*before, chosen])
    assert view.choose(99)
    threshold, rows.MANY = rows.MANY, 0 if at_once else 64
    try:
        shown.show([chosen, *after])
    finally:
        rows.MANY = threshold
    assert view.current is chosen


def test_what_a_reader_hears_and_a_tooltip_shows_is_plain(qtbot: QtBot) -> None:
    shown = model()
    shown.show([Row(1, "<img src=x>")])
    cell = shown.index(0, 1)
    assert shown.data(cell) == "<img src=x>"
    assert shown.data(cell, Qt.ItemDataRole.AccessibleTextRole) == "says <img src=x>"
    assert shown.data(cell, Qt.ItemDataRole.ToolTipRole) == "<qt>&lt;b&gt;&lt;img src=x&gt;</qt>"
    assert shown.headerData(1, Qt.Orientation.Horizontal) == "Words"
