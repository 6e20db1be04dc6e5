"""Columns that know how to fill themselves, and whether they may leave the building."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from exports.sheets import Column, Kind, Sheet, Value

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Field(Generic[Row]):
    """A column and how it is filled. Only a field that says `published` leaves: the allow-list of X-02."""

    title: str
    value: Callable[[Row], Value]
    definition: str
    kind: Kind = Kind.TEXT
    width: int = 14
    published: bool = False

    @property
    def column(self) -> Column:
        return Column(self.title, self.kind, self.width, self.definition)


def shown(
    title: str, value: Callable[[Row], Value], definition: str, kind: Kind = Kind.TEXT, width: int = 14
) -> Field[Row]:
    """A field of both copies."""
    return Field(title, value, definition, kind, width, published=True)


def allowed(fields: Sequence[Field[Row]], *, published: bool) -> list[Field[Row]]:
    """The fields of a copy: in the published one those that are allowed out, in the internal one all."""
    return [field for field in fields if field.published or not published]


def sheet(name: str, table: str, fields: Sequence[Field[Row]], rows: Iterable[Row]) -> Sheet:
    """A sheet of these fields, its rows made while it is written."""
    columns = [field.column for field in fields]
    return Sheet(name, table, columns, ([field.value(row) for field in fields] for row in rows))


def yes(truth: object) -> str:
    return "Yes" if truth else "No"
