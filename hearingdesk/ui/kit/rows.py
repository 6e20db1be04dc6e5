"""A table of values by key: told what is to be shown, it tells the view just what changed, so a selection survives."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hearingdesk.ui.kit.text import plain_tip

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole
"""The role under which a delegate finds the row's value."""

MANY, LARGE = 64, 4096
"""From so many separate steps on, or rows between the first and the last that differ, the table is told anew: cheaper
for the view than step after step."""


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column: its heading, and the words of a row in it. ``spoken`` is what a screen reader says instead.

    ``tip`` gives the words of a tooltip.
    """

    title: str
    words: Callable[[R], str]
    spoken: Callable[[R], str] | None = None
    right: bool = False
    tip: Callable[[R], str] | None = None


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows of one kind. ``key`` gives what a row is known by; equal rows are not drawn again."""

    def __init__(
        self, columns: Sequence[Column[R]], key: Callable[[R], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._rows: list[R] = []

    @property
    def rows(self) -> Sequence[R]:
        return tuple(self._rows)

    def row(self, index: Index | int) -> R:
        return self._rows[index if isinstance(index, int) else index.row()]

    def key(self, row: R) -> Hashable:
        return self._key(row)

    def place(self, key: Hashable) -> int | None:
        """Where the row of this key stands."""
        return next((n for n, row in enumerate(self._rows) if self._key(row) == key), None)

    def show(self, rows: Sequence[R]) -> None:
        """These rows in this order. Keys are unique."""
        wanted = list(rows)
        head = _alike(self._rows, wanted)
        tail = _alike(self._rows[head:][::-1], wanted[head:][::-1])
        if head == len(wanted) == len(self._rows):
            return
        before = self._rows[head : len(self._rows) - tail]
        after = wanted[head : len(wanted) - tail]
        if len(before) + len(after) > LARGE or self._steps(before, after) > MANY:
            self._tell_anew(wanted)
        else:
            self._remove(head, before, {self._key(row) for row in after})
            self._move(head, after)
            self._insert(head, after)
            self._change(head, after)

    def _steps(self, before: list[R], after: list[R]) -> int:
        """About how many separate signals the way from ``before`` to ``after`` takes."""
        old, new = [self._key(row) for row in before], [self._key(row) for row in after]
        gone, come = set(old) - set(new), set(new) - set(old)
        runs = _stretches(old, gone) + _stretches(new, come)
        return runs + (len(self._movers(old, new)) if runs <= MANY else 0)

    @staticmethod
    def _movers(old: list[Hashable], new: list[Hashable]) -> list[Hashable]:
        """The fewest keys, in their new order, that have to move; those in neither list are passed over."""
        at = {key: n for n, key in enumerate(old)}
        kept = [key for key in new if key in at]
        staying = _longest_rising([at[key] for key in kept])
        return [key for n, key in enumerate(kept) if n not in staying]

    def _tell_anew(self, wanted: list[R]) -> None:
        self.beginResetModel()
        self._rows = wanted
        self.endResetModel()

    def _remove(self, head: int, before: list[R], staying: set[Hashable]) -> None:
        gone = [head + n for n, row in enumerate(before) if self._key(row) not in staying]
        for first, last in reversed(_runs(gone)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()

    def _move(self, head: int, after: list[R]) -> None:
        """Each mover goes right behind the one it follows in the new order, from the front on."""
        here = [self._key(row) for row in self._rows[head : head + len(after)]]
        new = [self._key(row) for row in after if self._key(row) in set(here)]
        for key in self._movers(here, new):
            place = new.index(key)
            source = here.index(key)
            target = here.index(new[place - 1]) + 1 if place else 0
            self.beginMoveRows(QModelIndex(), head + source, head + source, QModelIndex(), head + target)
            to = target - 1 if source < target else target
            here.insert(to, here.pop(source))
            self._rows.insert(head + to, self._rows.pop(head + source))
            self.endMoveRows()

    def _insert(self, head: int, after: list[R]) -> None:
        known = {self._key(row) for row in self._rows}
        new = [head + n for n, row in enumerate(after) if self._key(row) not in known]
        for first, last in _runs(new):
            self.beginInsertRows(QModelIndex(), first, last)
            self._rows[first:first] = after[first - head : last - head + 1]
            self.endInsertRows()

    def _change(self, head: int, after: list[R]) -> None:
        changed = [head + n for n, row in enumerate(after) if self._rows[head + n] != row]
        for first, last in _runs(changed):
            self._rows[first : last + 1] = after[first - head : last - head + 1]
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # Qt's own signature
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.words(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return (column.spoken or column.words)(row)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(column.tip(row)) if column.tip else None
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case _:
                return row if role == ROW else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # Qt's own signature
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        return None


def _alike(old: list[R], new: list[R]) -> int:
    """How many rows at the start are equal."""
    count = 0
    for mine, wanted in zip(old, new, strict=False):
        if mine is not wanted and mine != wanted:
            break
        count += 1
    return count


def _stretches(keys: list[Hashable], chosen: set[Hashable]) -> int:
    return sum(is_chosen for is_chosen, _ in groupby(keys, chosen.__contains__))


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Neighbouring places as first and last: 1 2 3 7 becomes (1, 3) (7, 7)."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def _longest_rising(numbers: list[int]) -> set[int]:
    """The places of a longest rising run of these different numbers."""
    ends: list[int] = []
    ends_at: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        ends[length : length + 1] = [number]
        ends_at[length : length + 1] = [place]
        before.append(ends_at[length - 1] if length else -1)
    chosen: set[int] = set()
    place = ends_at[-1] if ends_at else -1
    while place >= 0:
        chosen.add(place)
        place = before[place]
    return chosen
