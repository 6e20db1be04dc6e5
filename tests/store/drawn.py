"""Any value of the domain, drawn at random from its type."""

from collections.abc import Callable
from dataclasses import is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from hearingdesk.domain.events import Event, HearingPrepared
from hearingdesk.domain.text import plain

_PLAIN: dict[object, Callable[[], st.SearchStrategy[Any]]] = {
    str: lambda: st.text(max_size=12).map(plain),
    bool: st.booleans,
    bytes: lambda: st.binary(max_size=12),
    int: lambda: st.integers(-(2**63), 2**63 - 1),
    date: st.dates,
    datetime: lambda: st.datetimes(timezones=st.just(UTC)),
    timedelta: lambda: st.timedeltas(timedelta(days=-9), timedelta(days=9)),
    NoneType: st.none,
}


def values(kind: Any) -> st.SearchStrategy[Any]:  # a type or a form of types
    """Plain values of a dataclass, choice, union, tuple or simple type; a type it does not know is an error."""
    if get_origin(kind) is tuple:
        return _tuples(*get_args(kind))
    if isinstance(kind, UnionType):
        return st.one_of(*map(values, get_args(kind)))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        return st.builds(kind, **{name: values(part) for name, part in get_type_hints(kind).items()})
    return _PLAIN[kind]()


def _tuples(*kinds: Any) -> st.SearchStrategy[Any]:  # types
    if kinds[-1] is Ellipsis:
        return st.lists(values(kinds[0]), max_size=3).map(tuple)
    return st.tuples(*map(values, kinds))


def in_a_zone(event: Event) -> Event:
    """A meeting is in a zone there is."""
    if not isinstance(event, HearingPrepared):
        return event
    return replace(event, meeting=replace(event.meeting, timezone="America/Chicago"))
