"""A table of values by key: told what is to be shown, it tells the view just what changed, so a selection survives."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
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

LOOKED_AT = 1024
"""When somebody has scrolled past so many rows that were made one by one, they are let go, and made again if seen."""

BLOCK = 512


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
    """Rows of one kind. ``key`` gives what a row is known by; equal rows are not drawn again.

    A long list is told its keys only, and makes the rows that somebody looks at.
    """

    def __init__(
        self, columns: Sequence[Column[R]], key: Callable[[R], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._keys: list[Hashable] = []
        self._make: Callable[[Any], R]
        self._made: dict[Hashable, R] = {}

    @property
    def rows(self) -> Sequence[R]:
        return tuple(self.row(place) for place in range(len(self._keys)))

    def row(self, index: Index | int) -> R:
        key = self._keys[index if isinstance(index, int) else index.row()]
        if key not in self._made:
            self._made[key] = self._make(key)
        return self._made[key]

    def key(self, row: R) -> Hashable:
        return self._key(row)

    def place(self, key: Hashable) -> int | None:
        """Where the row of this key stands."""
        try:
            return self._keys.index(key)
        except ValueError:
            return None

    def show(self, rows: Sequence[R]) -> None:
        """These rows in this order. Keys are unique."""
        found = {self._key(row): row for row in rows}
        self._show(list(found), found.__getitem__)
        self._made = found

    def show_keys(self, keys: Sequence[Any], make: Callable[[Any], R]) -> None:
        """The rows of these keys, each once, in this order; ``make`` gives the row of a key when it is looked at."""
        many = len(self._made) > LOOKED_AT
        if many:
            self._made = {}
        self._show(list(keys), make)
        if many:
            self._say_changed(0, len(self._keys) - 1)

    def _show(self, wanted: list[Hashable], make: Callable[[Any], R]) -> None:
        head = _alike(self._keys, wanted)
        tail = _alike(self._keys[head:][::-1], wanted[head:][::-1])
        before = self._keys[head : len(self._keys) - tail]
        after = wanted[head : len(wanted) - tail]
        if len(before) + len(after) > LARGE or self._steps(before, after) > MANY:
            self._tell_anew(wanted, make)
            return
        self._remove(head, before, set(after))
        self._make = make
        self._move(head, after)
        self._insert(head, after)
        self._change()

    def _steps(self, old: list[Hashable], new: list[Hashable]) -> int:
        """About how many separate signals the way from ``old`` to ``new`` takes."""
        gone, come = set(old) - set(new), set(new) - set(old)
        runs = _stretches(old, gone) + _stretches(new, come)
        return runs + (len(self._movers(old, new)) if runs <= MANY else 0)

    @staticmethod
    def _movers(old: list[Hashable], new: list[Hashable]) -> list[Hashable]:
        """The fewest keys, in their new order, that have to move; those in neither list are passed over."""
        at = {key: n for n, key in enumerate(old)}
        kept = [key for key in new if key in at]
        places = [at[key] for key in kept]
        if places == sorted(places):
            return []
        staying = _longest_rising(places)
        return [key for n, key in enumerate(kept) if n not in staying]

    def _tell_anew(self, wanted: list[Hashable], make: Callable[[Any], R]) -> None:
        self.beginResetModel()
        self._keys, self._make, self._made = wanted, make, {}
        self.endResetModel()

    def _remove(self, head: int, before: list[Hashable], staying: set[Hashable]) -> None:
        gone = [head + n for n, key in enumerate(before) if key not in staying]
        for first, last in reversed(_runs(gone)):
            self.beginRemoveRows(QModelIndex(), first, last)
            for key in self._keys[first : last + 1]:
                self._made.pop(key, None)
            del self._keys[first : last + 1]
            self.endRemoveRows()

    def _move(self, head: int, after: list[Hashable]) -> None:
        """Each mover goes right behind the one it follows in the new order, from the front on."""
        here = self._keys[head : head + len(after)]
        known = set(here)
        new = [key for key in after if key in known]
        for key in self._movers(here, new):
            place = new.index(key)
            source = here.index(key)
            target = here.index(new[place - 1]) + 1 if place else 0
            self.beginMoveRows(QModelIndex(), head + source, head + source, QModelIndex(), head + target)
            to = target - 1 if source < target else target
            here.insert(to, here.pop(source))
            self._keys.insert(head + to, self._keys.pop(head + source))
            self.endMoveRows()

    def _insert(self, head: int, after: list[Hashable]) -> None:
        known = set(self._keys[head : head + len(after)]) if after else set()
        new = [head + n for n, key in enumerate(after) if key not in known]
        for first, last in _runs(new):
            self.beginInsertRows(QModelIndex(), first, last)
            self._keys[first:first] = after[first - head : last - head + 1]
            self.endInsertRows()

    def _change(self) -> None:
        """Says which of the rows that were looked at read otherwise now."""
        now = {key: self._make(key) for key in self._made}
        changed = {key for key, row in self._made.items() if now[key] is not row and now[key] != row}
        self._made = now
        places = (n for n, key in enumerate(self._keys) if key in changed)
        for first, last in _runs(list(islice(places, len(changed)))):
            self._say_changed(first, last)

    def _say_changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # Qt's own signature
        if not index.isValid():
            return None
        row, column = self.row(index), self._columns[index.column()]
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


def _alike(old: list[Hashable], new: list[Hashable]) -> int:
    """How many keys at the start are the same, compared by the block while they are."""
    most, place = min(len(old), len(new)), 0
    while place < most and old[place : place + BLOCK] == new[place : place + BLOCK]:
        place += BLOCK
    return next((n for n in range(place, most) if old[n] != new[n]), most)


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
