"""The members of a body: what the record calls each, how a roll names them, and how many of them decide."""

from collections.abc import Collection
from itertools import chain, count

from hearingdesk.domain.names import folded
from hearingdesk.domain.values import Member


def free_id(name: str, taken: Collection[str]) -> str:
    """``brennan``; where that is taken ``bo-brennan``, then ``brennan-3``; ``member`` for a name without letters."""
    words = folded(name).split() or ["member"]
    numbered = (f"{words[-1]}-{number}" for number in count(len(taken) + 1))
    return next(free for free in chain((words[-1], "-".join(words)), numbered) if free not in taken)


def with_office(member: Member) -> str:
    """``Ada Brennan, Chair``."""
    return f"{member.name}, {member.office}" if member.office else member.name


def majority(members: int) -> int:
    """More than half of them."""
    return members // 2 + 1
