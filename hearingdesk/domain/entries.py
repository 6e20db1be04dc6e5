"""The journal as the hearing holds it: a sequence that only grows, each state seeing its own length."""

from collections.abc import Iterator, Sequence
from typing import overload

from hearingdesk.domain.events import Entry


class Entries(Sequence[Entry]):
    """Appending to the newest costs the same however long it is: states share one list and each knows its own length.

    Appending to an older one copies, so no state ever sees what another added.
    """

    __slots__ = ("_length", "_shared")

    def __init__(self, shared: list[Entry] | None = None, length: int = 0) -> None:
        self._shared: list[Entry] = [] if shared is None else shared
        self._length = length

    def and_(self, entry: Entry) -> "Entries":
        shared = self._shared if self._length == len(self._shared) else self._shared[: self._length]
        shared.append(entry)
        return Entries(shared, self._length + 1)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Entries) and self[:] == other[:]

    def __hash__(self) -> int:
        return hash((self._length, self[-1] if self._length else None))

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Entry]:
        return (self._shared[index] for index in range(self._length))

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> list[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | list[Entry]:
        if isinstance(index, slice):
            return self._shared[slice(*index.indices(self._length))]
        if not -self._length <= index < self._length:
            raise IndexError(index)
        return self._shared[index % self._length]
