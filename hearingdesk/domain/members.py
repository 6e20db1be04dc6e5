"""The members of a body: what the record calls each, how a roll names them, and how many of them decide."""

from collections.abc import Collection, Iterator
from itertools import chain, count

from hearingdesk.domain.hearing import Hearing, Movement, Recess
from hearingdesk.domain.moments import Moment, in_time
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


def unchecked_recess(hearing: Hearing) -> Recess | None:
    """The latest recess, if it is over and nobody has looked since who is there: the quorum may have changed (M-05).

    A roll called, or anybody put down as come or gone since it began, settles it.
    """
    last = hearing.recesses[-1] if hearing.recesses else None
    if last is None or last.end is None or hearing.rolled is None or hearing.adjourned is not None:
        return None
    looked = [hearing.roll_checked, *(movement.at for movement in hearing.movements[-1:])]
    return None if any(at is not None and in_time(at) > in_time(last.start) for at in looked) else last


def absent_presiding(hearing: Hearing) -> str:
    """A sentence where whoever presides is put down as gone; empty where all is well."""
    gone = hearing.rolled is not None and hearing.adjourned is None and hearing.presiding not in hearing.present
    return f"{hearing.member(hearing.presiding).name} presides, and is not present. Who presides now?" if gone else ""


def present_at(hearing: Hearing, at: Moment) -> frozenset[str]:
    """Who was there at that moment, by the roll and who came and went until then (M-05)."""
    here = {line.member for line in hearing.roll if line.attendance.here}
    for move in hearing.movements:
        if in_time(move.at) <= in_time(at):
            (here.add if move.arrived else here.discard)(move.member)
    return frozenset(here)


def quorum_turns(hearing: Hearing) -> Iterator[tuple[Movement, int]]:
    """Each coming and going, with 1 where it made the quorum, -1 where it broke it, else 0 (M-05)."""
    quorum = hearing.body.quorum
    here = {line.member for line in hearing.roll if line.attendance.here}
    for move in hearing.movements:
        before = len(here) >= quorum
        (here.add if move.arrived else here.discard)(move.member)
        yield move, (len(here) >= quorum) - before


def quorum_words(hearing: Hearing, member: str, at: Moment) -> str:
    """What the member's coming or going at that moment did to the quorum: ``; the quorum is lost``, or nothing."""
    turns = (turn for move, turn in quorum_turns(hearing) if (move.member, move.at) == (member, at))
    return {1: "; there is a quorum again", -1: "; the quorum is lost"}.get(next(turns, 0), "")
