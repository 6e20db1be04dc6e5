"""The order of the queue by policy (Q-01): everybody once, sides alternating, a draw that can be repeated."""

from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.hearing import Hearing, Item
from hearingdesk.domain.ordering import alternation_ends, ordered
from hearingdesk.domain.profile import OrderPolicy
from hearingdesk.domain.values import Capacity, Channel, Mode, Position
from hearingdesk.domain.wording import words
from tests.builders import PROFILE, SIX, Evening, commenting

FOR, AGAINST, NEUTRAL, UNSAID = Position.SUPPORT, Position.OPPOSE, Position.NEUTRAL, Position.NOT_STATED
SLIPS = st.lists(
    st.tuples(
        st.sampled_from(Position),
        st.sampled_from([mode for mode in Mode if mode.speaks]),
        st.sampled_from(Channel),
        st.sampled_from(Capacity),
    ),
    max_size=20,
)
INSIDE = st.sampled_from([OrderPolicy.SIGN_UP, OrderPolicy.ALTERNATE, OrderPolicy.LOTTERY])


def waiting(*positions: Position) -> Evening:
    evening = commenting(PROFILE)
    for position in positions:
        evening.register(position=position)
    return evening


def item(evening: Evening) -> tuple[Hearing, Item]:
    return evening.hearing, evening.hearing.items["1"]


@given(SLIPS, st.sampled_from(OrderPolicy), INSIDE, st.text(max_size=5))
def test_everybody_who_waits_is_there_exactly_once(
    slips: list[tuple[Position, Mode, Channel, Capacity]], policy: OrderPolicy, inside: OrderPolicy, seed: str
) -> None:
    evening = commenting(PROFILE)
    for position, mode, channel, capacity in slips:
        evening.register(position=position, mode=mode, channel=channel, capacity=capacity)
    assert sorted(ordered(*item(evening), policy, seed, inside)) == list(range(1, len(slips) + 1))


@given(st.lists(st.sampled_from(Position), max_size=20))
def test_two_of_one_side_never_follow_each_other_while_the_other_side_waits(positions: list[Position]) -> None:
    hearing, on = item(waiting(*positions))
    order = ordered(hearing, on, OrderPolicy.ALTERNATE)
    sides = [hearing.registrations[slip].position for slip in order]
    for at, (one, after) in enumerate(pairwise(sides)):
        if one is after and one in (FOR, AGAINST):
            other = AGAINST if one is FOR else FOR
            assert other not in sides[at + 1 :]
    spoken = [side for side in sides if side in (FOR, AGAINST)]
    for at, (one, after) in enumerate(pairwise(spoken)):
        assert one is not after or (AGAINST if one is FOR else FOR) not in spoken[at + 1 :]


def test_one_of_the_others_follows_each_pair_and_the_rest_follow_as_signed_up() -> None:
    evening = waiting(AGAINST, UNSAID, AGAINST, FOR, NEUTRAL, FOR, AGAINST, UNSAID, AGAINST)
    order = ordered(*item(evening), OrderPolicy.ALTERNATE)
    assert order == (1, 4, 2, 3, 6, 5, 7, 8, 9)
    assert alternation_ends(evening.hearing, order) == (5, FOR)
    assert alternation_ends(evening.hearing, order[:6]) is None
    assert alternation_ends(evening.hearing, (2, 5)) is None


def test_sign_up_order_is_by_when_the_slip_came_in_and_late_ones_follow() -> None:
    evening = commenting(PROFILE, "A")
    evening.register("B", received=SIX.replace(year=2025))
    evening.act(rules.register_speaker, sign_up=replace(evening.hearing.registrations[2].sign_up, name="C"), late=True)
    evening.register("D")
    assert ordered(*item(evening), OrderPolicy.SIGN_UP) == (2, 1, 4, 3)


def test_batches_come_in_their_order_and_each_in_its_own() -> None:
    evening = commenting(PROFILE)
    evening.register("Remote", mode=Mode.REMOTE_VIDEO, channel=Channel.ONLINE)
    evening.register("Walk-in")
    evening.register("Online against", channel=Channel.ONLINE, position=AGAINST)
    evening.register("Online against", channel=Channel.PHONE, position=AGAINST)
    evening.register("Online for", channel=Channel.ONLINE, position=FOR)
    evening.register("Applicant", capacity=Capacity.APPLICANT)
    evening.register("Alderman", capacity=Capacity.OFFICIAL)
    assert ordered(*item(evening), OrderPolicy.BATCHES) == (7, 6, 3, 4, 5, 2, 1)
    alternate = ordered(*item(evening), OrderPolicy.BATCHES, inside=OrderPolicy.ALTERNATE)
    assert alternate == (7, 6, 3, 5, 4, 2, 1)


def test_who_has_to_leave_goes_before_those_who_registered_ahead() -> None:
    evening = commenting(PROFILE)
    evening.register("Online", channel=Channel.ONLINE)
    evening.register("Remote, bus at 9:10", mode=Mode.REMOTE_VIDEO, leaves_by=SIX)
    evening.register("Alderman", capacity=Capacity.OFFICIAL)
    assert ordered(*item(evening), OrderPolicy.BATCHES) == (3, 2, 1)


def test_a_draw_is_repeated_by_its_seed_and_by_anybody_with_a_sha256() -> None:
    evening = waiting(*[UNSAID] * 8)
    drawn = evening.act(rules.reorder_queue, policy=OrderPolicy.LOTTERY, seed="5 Feb, 6:05")
    assert words(drawn, evening.hearing) == "Queue of Item 1 put in order drawn by lot (seed “5 Feb, 6:05”)"
    by_hand = sorted(range(1, 9), key=lambda slip: sha256(f"5 Feb, 6:05:{slip}".encode()).hexdigest())
    assert list(evening.hearing.items["1"].queue) == by_hand != list(range(1, 9))


def test_an_order_is_struck_like_anything_else() -> None:
    evening = waiting(FOR, FOR, AGAINST)
    entry = evening.act(rules.reorder_queue, policy=OrderPolicy.ALTERNATE)
    assert evening.hearing.items["1"].queue == (1, 3, 2)
    evening.act(rules.strike_entry, seq=entry.seq)
    assert evening.hearing.items["1"].queue == (1, 2, 3)


def test_a_slip_struck_from_under_an_order_leaves_the_rest_as_they_were() -> None:
    evening = waiting(FOR, FOR, AGAINST)
    registered = evening.hearing.entries[-1].seq
    evening.act(rules.reorder_queue, policy=OrderPolicy.MANUAL, order=(3, 2, 1), reason="the chair's wish")
    evening.act(rules.strike_entry, seq=registered)
    assert evening.hearing.items["1"].queue == (2, 1)


def test_by_hand_the_order_names_everybody_who_waits_with_a_reason() -> None:
    evening = waiting(FOR, FOR, AGAINST)
    for order in ((1, 2), (1, 2, 2), (1, 2, 3, 4), ()):
        with pytest.raises(OutOfOrder, match="does not name everybody"):
            evening.act(rules.reorder_queue, policy=OrderPolicy.MANUAL, order=order, reason="asked")
    with pytest.raises(OutOfOrder, match="with a reason"):
        evening.act(rules.reorder_queue, policy=OrderPolicy.MANUAL, order=(3, 2, 1))


def test_what_was_looked_at_is_what_is_put_on_the_record_or_nothing() -> None:
    evening = waiting(FOR, FOR, AGAINST)
    seen = ordered(*item(evening), OrderPolicy.ALTERNATE)
    evening.register("Walk-in")
    with pytest.raises(OutOfOrder, match="look at it again"):
        evening.act(rules.reorder_queue, policy=OrderPolicy.ALTERNATE, order=seen)
    with pytest.raises(OutOfOrder, match="not the order that the policy gives"):
        evening.act(rules.reorder_queue, policy=OrderPolicy.ALTERNATE, order=(4, 3, 2, 1))


@pytest.mark.parametrize(
    ("policy", "inside", "on", "why"),
    [
        (OrderPolicy.LOTTERY, OrderPolicy.SIGN_UP, "", "needs a seed"),
        (OrderPolicy.BATCHES, OrderPolicy.LOTTERY, "", "needs a seed"),
        (OrderPolicy.BATCHES, OrderPolicy.BATCHES, "", "Inside a batch"),
        (OrderPolicy.SIGN_UP, OrderPolicy.SIGN_UP, "", "in this order already"),
        (OrderPolicy.SIGN_UP, OrderPolicy.SIGN_UP, "6", "Nobody is waiting"),
        (OrderPolicy.SIGN_UP, OrderPolicy.SIGN_UP, "9", "no item"),
    ],
)
def test_what_makes_no_order(policy: OrderPolicy, inside: OrderPolicy, on: str, why: str) -> None:
    with pytest.raises(OutOfOrder, match=why):
        waiting(FOR, AGAINST).act(rules.reorder_queue, policy=policy, inside=inside, item=on)


def test_between_items_the_queue_to_be_ordered_has_to_be_named() -> None:
    idle = waiting(FOR, AGAINST)
    idle.act(rules.suspend_item)
    with pytest.raises(OutOfOrder, match="No item is in hand"):
        idle.act(rules.reorder_queue, policy=OrderPolicy.ALTERNATE)


def test_the_words_of_batches() -> None:
    evening = waiting(UNSAID)
    evening.register("Alderman", capacity=Capacity.OFFICIAL)
    entry = evening.act(
        rules.reorder_queue, policy=OrderPolicy.BATCHES, inside=OrderPolicy.ALTERNATE, reason="the rule"
    )
    assert words(entry, evening.hearing) == (
        "Queue of Item 1 put in order in batches, each alternating for and against: the rule"
    )
