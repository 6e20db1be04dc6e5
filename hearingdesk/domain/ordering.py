"""In what order those who wait are called: each policy as a pure function of the slips (Q-01)."""

from collections.abc import Callable, Iterable
from hashlib import sha256

from hearingdesk.domain.hearing import Hearing, Item, Registration
from hearingdesk.domain.profile import OrderPolicy
from hearingdesk.domain.values import Capacity, Channel, Mode, Position

ORDER_WORDS = {
    OrderPolicy.SIGN_UP: "in the order of sign-up",
    OrderPolicy.ALTERNATE: "alternating for and against",
    OrderPolicy.BATCHES: "in batches",
    OrderPolicy.LOTTERY: "drawn by lot",
    OrderPolicy.MANUAL: "by hand",
}


def ordered(
    hearing: Hearing, item: Item, policy: OrderPolicy, seed: str = "", inside: OrderPolicy = OrderPolicy.SIGN_UP
) -> tuple[int, ...]:
    """All who wait on the item, each once, in the order of the policy; ``inside`` is the order in each batch."""
    waiting = sorted((hearing.registrations[slip] for slip in item.queue), key=_signed_up)
    match policy:
        case OrderPolicy.MANUAL:
            return item.queue
        case OrderPolicy.BATCHES:
            groups = [[one for one in waiting if batch(one) == number] for number in range(len(BATCHES))]
            return _slips(one for group in groups for one in _WITHIN[inside](group, seed))
        case _:
            return _slips(_WITHIN[policy](waiting, seed))


def alternation_ends(hearing: Hearing, order: Iterable[int]) -> tuple[int, Position] | None:
    """After how many of this order one side has run out, and which; None where nobody of the other follows."""
    sides = [hearing.registrations[slip].position for slip in order]
    last = {side: max((at for at, one in enumerate(sides, 1) if one is side), default=0) for side in _SIDES}
    support, oppose = (last[side] for side in _SIDES)
    if abs(support - oppose) <= 1 or not (support or oppose):
        return None
    return (support, Position.SUPPORT) if support < oppose else (oppose, Position.OPPOSE)


def lot(seed: str, slip: int) -> str:
    """What a slip draws: the SHA-256 of the seed, a colon and the number; the lowest is called first."""
    return sha256(f"{seed}:{slip}".encode()).hexdigest()


_SIDES = (Position.SUPPORT, Position.OPPOSE)
_Waiting = list[Registration]


def _slips(waiting: Iterable[Registration]) -> tuple[int, ...]:
    return tuple(one.slip for one in waiting)


def _signed_up(one: Registration) -> tuple[bool, float, int]:
    """A late slip after those in time, each by when it came in."""
    return one.late, one.received.timestamp(), one.slip


def _as_signed_up(waiting: _Waiting, _seed: str) -> _Waiting:
    return waiting


def _by_lot(waiting: _Waiting, seed: str) -> _Waiting:
    return sorted(waiting, key=lambda one: lot(seed, one.slip))


def _alternating(waiting: _Waiting, _seed: str) -> _Waiting:
    """One of each side, whoever signed up first beginning, then one of the others; the rest as signed up."""
    sided = [one for one in waiting if one.position in _SIDES]
    first = [one for one in sided if one.position is sided[0].position]
    second = [one for one in sided if one.position is not sided[0].position]
    others = [one for one in waiting if one.position not in _SIDES]
    pairs = list(zip(first, second, strict=False))
    called = [one for at, pair in enumerate(pairs) for one in (*pair, *others[at : at + 1])]
    placed = set(_slips(called))
    return [*called, *(one for one in waiting if one.slip not in placed)]


_WITHIN: dict[OrderPolicy, Callable[[_Waiting, str], _Waiting]] = {
    OrderPolicy.SIGN_UP: _as_signed_up,
    OrderPolicy.ALTERNATE: _alternating,
    OrderPolicy.LOTTERY: _by_lot,
}

BATCHES = (
    "officials and staff",
    "the applicant",
    "who has to leave by a time",
    "registered ahead",
    "walked in",
    "from afar",
)
"""The batches in the order called (Q-01)."""


def batch(one: Registration) -> int:
    """Which of the batches a slip belongs to."""
    if one.sign_up.capacity is Capacity.APPLICANT:
        return 1
    if one.sign_up.capacity is not Capacity.PUBLIC:
        return 0
    if one.sign_up.leaves_by is not None:
        return 2
    if one.sign_up.mode in (Mode.REMOTE_VIDEO, Mode.REMOTE_PHONE):
        return 5
    return 3 if one.sign_up.channel in (Channel.ONLINE, Channel.PHONE) else 4
