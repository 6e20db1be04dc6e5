"""A random evening: what stays true after every act."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from hypothesis.stateful import invariant
from immutables import Map

from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import Event
from hearingdesk.domain.evolve import fold
from hearingdesk.domain.hearing import Appearance, Phase, SlipKind, slip_kind, waiting_kind
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.tally import Tally, counted
from hearingdesk.domain.timing import NOTHING, cap_left, overrun, spent, stood
from hearingdesk.domain.values import (
    Capacity,
    Ground,
    MotionResult,
    Standing,
)
from tests.builders import AGENDA
from tests.domain.machine.root import RandomEveningRoot

_CLOSING: tuple[tuple[Callable[..., Event], dict[str, object]], ...] = (
    (rules.reconvene, {}),
    (rules.end_turn, {}),
    (rules.drop_motion, {"result": MotionResult.WITHDRAWN}),  # an amendment to the amendment,
    (rules.drop_motion, {"result": MotionResult.WITHDRAWN}),  # the amendment,
    (rules.drop_motion, {"result": MotionResult.WITHDRAWN}),  # and the motion
    (rules.close_testimony, {}),
)


class Invariants(RandomEveningRoot):
    """What stays true whatever is pressed."""

    @invariant()
    def the_journal_only_grows(self) -> None:
        now = list(self.hearing.entries)
        assert now[: len(self.past)] == self.past
        assert [entry.seq for entry in now] == list(range(1, len(now) + 1))
        self.past = list(now)

    @invariant()
    def replay_equals_live(self) -> None:
        replayed = fold(self.hearing.entries)
        assert replayed == self.hearing

    @invariant()
    def everyone_is_in_exactly_one_place(self) -> None:
        hearing = self.hearing
        for slip, registration in hearing.registrations.items():
            item = hearing.items[registration.sign_up.item]
            places = [
                slip in item.queue,
                slip in item.absent,
                slip in item.for_leave,
                bool(hearing.turn and hearing.turn.slip == slip),
            ]
            expected = {
                Standing.WAITING: [True, False, False, False],
                Standing.NO_SHOW: [False, True, False, False],
                Standing.NEEDS_LEAVE: [False, False, True, False],
                Standing.CALLED: [False, False, False, True],
                Standing.SPEAKING: [False, False, False, True],
            }.get(registration.standing, [False] * 4)
            assert places == expected, (slip, registration.standing, places)
        for item in hearing.items.values():
            assert len(set(item.queue)) == len(item.queue)
            assert item.waiting == Map(Counter(waiting_kind(hearing.registrations[slip]) for slip in item.queue))

    @invariant()
    def a_turn_given_away_is_given_to_one_other_and_counts_once(self) -> None:
        registrations = self.hearing.registrations
        pending = [(donor, to.slip) for to in registrations.values() for donor in to.donors]
        spent = [(donor, turn.slip) for turn in self.hearing.appearances.values() for donor in turn.donors]
        given = [(r.slip, r.yielded_to) for r in registrations.values() if r.standing is Standing.YIELDED]
        assert sorted(pending + spent) == sorted(given)

    @invariant()
    def the_meeting_can_always_be_brought_to_its_end(self) -> None:
        if self.hearing.phase is Phase.PREPARED:
            return
        closing = replace(self.evening)
        for act, args in _CLOSING:
            with suppress(OutOfOrder):
                closing.act(act, **args)
        for item in AGENDA:
            with suppress(OutOfOrder):
                closing.act(rules.resume_item, item=item.id)
            with suppress(OutOfOrder):
                closing.act(rules.close_testimony)
        with suppress(OutOfOrder):
            closing.act(rules.adjourn)
        assert closing.hearing.phase is Phase.ADJOURNED
        assert not any(item.queue or item.for_leave for item in closing.hearing.items.values())

    @invariant()
    def tallies_equal_the_recount(self) -> None:
        recount = {item: Tally() for item in self.hearing.items}
        for registration in self.hearing.registrations.values():
            item_id = registration.sign_up.item
            recount[item_id] = counted(recount[item_id], registration, 1)
        for item in self.hearing.items.values():
            assert item.tally == recount[item.id]
            assert all(number <= item.tally.coded for number in item.tally.raised.values())
            assert item.tally.coded <= item.tally.heard
            assert sum(item.tally.positions.values()) == item.tally.heard
            assert all(item.tally.mentions[code] >= number for code, number in item.tally.raised.items())

    @invariant()
    def the_lists_count_every_slip_once(self) -> None:
        counts = {item: Counter[SlipKind]() for item in self.hearing.items}
        for registration in self.hearing.registrations.values():
            counts[registration.sign_up.item][slip_kind(registration)] += 1
        assert {item.id: dict(item.slips) for item in self.hearing.items.values()} == counts

    @invariant()
    def nobody_new_was_called_past_the_cap(self) -> None:
        for item in self.hearing.items.values():
            left = cap_left(self.hearing, item, self.evening.now)
            assert (left is None) is (item.cap is None)
            assert left is None or item.cap is None or NOTHING <= left <= item.cap
            turn = self.hearing.turn
            if turn and turn.item == item.id and turn.started is None and item.cap is not None:
                speaker = self.hearing.registrations[turn.slip]
                overran = sum((overrun(t, t.ended) for t in self._ended(item.id) if t.ended), NOTHING)
                assert speaker.sign_up.capacity is not Capacity.PUBLIC or item.used < item.cap + overran

    def _ended(self, item: str) -> list[Appearance]:
        return [turn for turn in self.hearing.appearances.values() if turn.item == item and turn.ended]

    @invariant()
    def a_code_stands_once_and_every_mark_is_on_the_list(self) -> None:
        codes = [concern.code for concern in (*self.hearing.concerns, *self.hearing.retired)]
        assert len(set(codes)) == len(codes)
        listed = {concern.code for concern in self.hearing.concerns}
        assert all(listed.issuperset(one.marks) for one in self.hearing.registrations.values())

    @invariant()
    def clocks_are_never_negative_and_never_gain(self) -> None:
        now: Moment = self.evening.now
        for turn in self.hearing.appearances.values():
            used = spent(turn, now)
            assert used >= NOTHING
            assert overrun(turn, now) >= NOTHING
            if turn.started is not None:
                whole = (turn.ended or now).utc - turn.started.utc
                slack = timedelta(milliseconds=1)
                assert used + stood(turn, now) <= whole + slack
                assert used + stood(turn, turn.ended or now) >= whole - slack

    @invariant()
    def nobody_waits_where_testimony_is_closed_and_a_reopening_finds_everybody(self) -> None:
        for item in self.hearing.items.values():
            assert not item.closed or (item.queue, item.for_leave, dict(item.waiting)) == ((), (), {})
            mine = [one for one in self.hearing.registrations.values() if one.sign_up.item == item.id]
            refused = {one.slip for one in mine if one.late and not one.admitted}
            unheard = {one.slip for one in mine if one.standing is Standing.NOT_REACHED} - refused
            assert unheard <= set(item.not_reached)

    @invariant()
    def the_publics_time_is_what_its_ended_turns_took(self) -> None:
        for item in self.hearing.items.values():
            public = [
                turn.ran
                for turn in self._ended(item.id)
                if self.hearing.registrations[turn.slip].sign_up.capacity is Capacity.PUBLIC
            ]
            assert item.used == sum(public, NOTHING)

    @invariant()
    def whoever_is_heard_had_a_turn(self) -> None:
        for one in self.hearing.registrations.values():
            turns = [self.hearing.appearances[number] for number in one.turns]
            assert all(turn.slip == one.slip for turn in turns)
            spoke = [turn for turn in turns if turn.started and turn.ground is not Ground.READ_BY_STAFF]
            assert one.heard is bool(spoke)

    @invariant()
    def each_limit_follows_on_the_one_before(self) -> None:
        for item in self.hearing.items.values():
            told = [change for _, change in item.limits]
            assert all(later.old == earlier.new for earlier, later in pairwise(told))
            assert not told or told[-1].new == item.limit
