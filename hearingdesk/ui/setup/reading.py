"""What the screens see of files read elsewhere: the shapes of sheets, columns, previews and agendas."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, Protocol, Self, TypeVar

from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.values import ItemNotice, SignUp
from hearingdesk.ui.setup.files import Source

A_co = TypeVar("A_co", covariant=True)
A = TypeVar("A")
S = TypeVar("S", bound="ListSheet")
M = TypeVar("M", bound="Columns")


class ListSheet(Protocol):
    """One list of a file."""

    @property
    def name(self) -> str: ...
    @property
    def encoding(self) -> str: ...
    @property
    def delimiter(self) -> str: ...
    @property
    def header(self) -> int: ...
    @property
    def header_choices(self) -> Sequence[int]: ...
    @property
    def body(self) -> Sequence[object]: ...
    def with_header(self, number: int) -> Self: ...


class Columns(Protocol):
    """Which column holds which field."""

    @property
    def labels(self) -> Sequence[str]: ...
    @property
    def columns(self) -> Mapping[str, str]: ...
    @property
    def why(self) -> Mapping[str, str]: ...
    @property
    def fields(self) -> Iterable[str]: ...
    def with_column(self, field: str, label: str) -> Self: ...


class Twin(Protocol):
    """Who is likely the same person: a slip of the hearing (its number), or another row of the list."""

    @property
    def sign_up(self) -> SignUp: ...
    @property
    def slip(self) -> int: ...
    @property
    def row(self) -> int: ...
    @property
    def known_as(self) -> str: ...


class ListRow(Protocol):
    """A row of the list and what becomes of it."""

    @property
    def number(self) -> int: ...
    @property
    def state(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def why(self) -> str: ...
    @property
    def taken(self) -> bool: ...
    @property
    def can_take(self) -> bool: ...
    @property
    def sign_up(self) -> SignUp | None: ...
    @property
    def sign_ups(self) -> Sequence[SignUp]: ...
    @property
    def twins(self) -> Sequence[Twin]: ...


class ListPreview(Protocol[A_co]):
    """What an import would do."""

    @property
    def rows(self) -> Sequence[ListRow]: ...
    @property
    def notes(self) -> Sequence[str]: ...
    @property
    def counts(self) -> Sequence[tuple[str, int]]: ...
    @property
    def read(self) -> int: ...
    @property
    def slips(self) -> int: ...
    @property
    def new_items(self) -> Sequence[ItemNotice]: ...
    def with_choice(self, number: int, *, take: bool) -> Self: ...
    def accepted(self) -> A_co: ...


@dataclass(frozen=True)
class SignUpReader(Generic[S, M, A]):
    """Those who read lists. ``faults`` are what they raise, each with its sentence.

    ``read`` takes the source, encoding and delimiter (empty: as found), ``preview`` also the item for rows that name
    none.
    """

    read: Callable[[Source, str, str], Sequence[S]]
    mapping: Callable[[S], M]
    preview: Callable[[S, M, Hearing, str], ListPreview[A]]
    remember: Callable[[S, M], object]
    faults: tuple[type[Exception], ...]


class AsideLine(Protocol):
    """A line of an agenda's file that is no item."""

    @property
    def number(self) -> int: ...
    @property
    def words(self) -> str: ...
    @property
    def why(self) -> str: ...


class Facts(Protocol):
    """What an agenda's file says of its meeting."""

    @property
    def place(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def day(self) -> date | None: ...
    @property
    def time(self) -> str: ...
    def starts(self, timezone: str) -> datetime | None: ...


class AgendaFound(Protocol):
    """One meeting's agenda as a file tells it."""

    @property
    def items(self) -> Sequence[ItemNotice]: ...
    @property
    def set_aside(self) -> Sequence[AsideLine]: ...
    @property
    def notes(self) -> Sequence[str]: ...
    @property
    def facts(self) -> Facts: ...


@dataclass(frozen=True)
class AgendaReader:
    """Those who read agendas: ``read`` takes the source, the meeting's day and zone, and what is noticed already."""

    read: Callable[[Source, date, str, Sequence[ItemNotice]], Sequence[AgendaFound]]
    faults: tuple[type[Exception], ...]
