"""A value with some of its fields changed: as ``dataclasses.replace`` gives it, at the price of copying a dict."""

import dataclasses
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["replace"]

if TYPE_CHECKING:
    from dataclasses import replace
else:
    V = TypeVar("V")

    def replace(value: V, /, **changes: Any) -> V:  # noqa: ANN401  # whatever the fields hold
        """Of a hearing's parts, which have no slots for this: each entry replaces several, and reopening is the sum."""
        if not hasattr(value, "__dict__"):
            return dataclasses.replace(value, **changes)
        made = object.__new__(type(value))
        made.__dict__.update(value.__dict__, **changes)
        if len(made.__dict__) > len(value.__dict__):
            raise TypeError(f"{type(value).__name__} does not have all of {', '.join(changes)}.")
        return made
