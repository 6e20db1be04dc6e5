"""A random evening: whatever is pressed, in whatever order, the record stays whole."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from immutables import Map

from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import Entry, Event
from hearingdesk.domain.evolve import fold
from hearingdesk.domain.hearing import Appearance, Hearing, ItemState, Phase, waiting_kind
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.profile import LateSlips, OrderPolicy, Pooling, RuleProfile
from hearingdesk.domain.rules.corrections import last_strikable
from hearingdesk.domain.tally import Tally, counted
from hearingdesk.domain.timing import NOTHING, cap_left, overrun, spent, stood
from hearingdesk.domain.values import (
    Capacity,
    Disposition,
    Ending,
    Interpreter,
    Measure,
    Member,
    Mode,
    MotionResult,
    NameShown,
    Position,
    SignUp,
    Standing,
    StopReason,
    VoteMethod,
)
from tests.builders import AGENDA, MEMBERS, PROFILE, SIX, Evening, commenting

NAMES = st.sampled_from(["", "Maria Garcia", "maría garcía", "Ann Lee", "Nguyễn Thị Hồng", "O'Brien"])
ITEMS = st.sampled_from([notice.id for notice in AGENDA])
CODES = st.sampled_from(["PRIV", "MISID", "NONE"])
POOLING = [
    replace(PROFILE, pooling=mode, pooling_donors=donors, pooling_ceiling=timedelta(minutes=7))
    for mode, donors in [(Pooling.ONE_DONOR, 1), (Pooling.POOLED, 2), (Pooling.GROUP, 1)]
]
STRICT = [replace(PROFILE, late_slips=policy) for policy in (LateSlips.REFUSE, LateSlips.CHAIRS_LEAVE)]
STRICT += [replace(PROFILE, cap=timedelta(minutes=8))]

_CLOSING: tuple[tuple[Callable[..., Event], dict[str, object]], ...] = (
    (rules.reconvene, {}),
    (rules.end_turn, {}),
    (rules.drop_motion, {"result": MotionResult.WITHDRAWN}),
    (rules.close_testimony, {}),
)


class RandomEvening(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.evening = Evening()
        self.past: list[Entry] = []
        self.given: set[int] = set()

    @initialize(profile=st.sampled_from([PROFILE, *POOLING, *STRICT]))
    def opened(self, profile: RuleProfile) -> None:
        self.evening = commenting(profile, "Ann Lee", "Maria Garcia", "", "Maria Garcia")
        self.given = set(self.hearing.registrations)

    def attempt(self, rule_: Callable[..., Event], **args: object) -> None:
        before = self.evening.hearing
        with suppress(OutOfOrder):
            self.evening.act(rule_, **args)
            return
        assert self.evening.hearing is before

    @property
    def hearing(self) -> Hearing:
        return self.evening.hearing

    def some_slip(self, data: st.DataObject) -> int:
        return data.draw(st.integers(0, self.hearing.last_slip + 1))

    @rule(seconds=st.floats(0, 400))
    def time_passes(self, seconds: float) -> None:
        self.evening.wait(seconds)

    @rule(
        name=NAMES,
        item=ITEMS,
        position=st.sampled_from(Position),
        mode=st.sampled_from(Mode),
        capacity=st.sampled_from(Capacity),
        shown=st.sampled_from(NameShown),
        doubled=st.booleans(),
        late=st.booleans(),
    )
    def register(
        self,
        name: str,
        item: str,
        position: Position,
        mode: Mode,
        capacity: Capacity,
        shown: NameShown,
        doubled: bool,
        late: bool,
    ) -> None:
        says = SignUp(
            item,
            name,
            position,
            mode,
            capacity=capacity,
            name_shown=shown,
            interpreter=Interpreter("Hmong") if doubled else None,
        )
        entries = len(self.hearing.entries)
        self.attempt(rules.register_speaker, sign_up=says, late=late)
        if len(self.hearing.entries) > entries:
            slip = self.hearing.last_slip
            assert slip not in self.given, "a slip number was given twice"
            self.given.add(slip)

    @rule(item=ITEMS)
    def take_up(self, item: str) -> None:
        self.attempt(rules.take_up, item=item)

    @rule()
    def suspend(self) -> None:
        item = self.hearing.item
        queue = item.queue if item else ()
        turn = self.hearing.turn
        self.attempt(rules.suspend_item, reason="presentation")
        if item and self.hearing.items[item.id].state is ItemState.SUSPENDED:
            kept = self.hearing.items[item.id].queue
            assert kept == ((turn.slip, *queue) if turn else queue)

    @rule(item=ITEMS)
    def resume(self, item: str) -> None:
        before = self.hearing.items.get(item)
        self.attempt(rules.resume_item, item=item)
        if before:
            assert self.hearing.items[item].queue == before.queue

    @rule()
    def call_next(self) -> None:
        self.attempt(rules.call_next)

    @rule(data=st.data())
    def call_somebody(self, data: st.DataObject) -> None:
        self.attempt(rules.call_speaker, slip=self.some_slip(data), leave=data.draw(st.sampled_from(["", "chair"])))

    @rule(back=st.floats(0, 60))
    def start(self, back: float) -> None:
        self.attempt(rules.start_turn, back=timedelta(seconds=back))

    @rule(reason=st.sampled_from(StopReason))
    def stop(self, reason: StopReason) -> None:
        self.attempt(rules.stop_clock, reason=reason)

    @rule()
    def resume_clock(self) -> None:
        self.attempt(rules.resume_clock)

    @rule(seconds=st.integers(-400, 400))
    def grant(self, seconds: int) -> None:
        self.attempt(rules.grant_time, span=timedelta(seconds=seconds))

    @rule(interpreter=st.sampled_from([None, Interpreter("Spanish")]))
    def change_interpreter(self, interpreter: Interpreter | None) -> None:
        self.attempt(rules.change_interpreter, interpreter=interpreter)

    @rule(ending=st.sampled_from(Ending))
    def end(self, ending: Ending) -> None:
        self.attempt(rules.end_turn, ending=ending)

    @rule()
    def not_present(self) -> None:
        self.attempt(rules.speaker_not_present)

    @rule(data=st.data())
    def return_(self, data: st.DataObject) -> None:
        self.attempt(rules.return_speaker, slip=self.some_slip(data))

    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        self.attempt(rules.withdraw_speaker, slip=self.some_slip(data))

    @rule(data=st.data())
    def cede(self, data: st.DataObject) -> None:
        self.attempt(rules.cede_time, slip=self.some_slip(data), to=self.some_slip(data))

    @rule(data=st.data())
    def reclaim(self, data: st.DataObject) -> None:
        self.attempt(rules.reclaim_time, slip=self.some_slip(data))

    @rule(data=st.data(), place=st.integers(0, 5))
    def move(self, data: st.DataObject, place: int) -> None:
        self.attempt(rules.move_speaker, slip=self.some_slip(data), place=place, reason="must leave")

    @rule(
        data=st.data(),
        name=NAMES,
        item=ITEMS,
        mode=st.sampled_from(Mode),
        capacity=st.sampled_from(Capacity),
        position=st.sampled_from(Position),
    )
    def correct(
        self, data: st.DataObject, name: str, item: str, mode: Mode, capacity: Capacity, position: Position
    ) -> None:
        registration = self.hearing.registrations.get(self.some_slip(data))
        if registration:
            says = replace(registration.sign_up, name=name, item=item, mode=mode, capacity=capacity, position=position)
            self.attempt(rules.correct_registration, slip=registration.slip, sign_up=says)

    @rule(code=CODES, data=st.data())
    def raise_(self, code: str, data: st.DataObject) -> None:
        self.attempt(rules.raise_concern, code=code, slip=data.draw(st.sampled_from([0, self.some_slip(data)])))

    @rule(code=CODES, data=st.data())
    def withdraw_concern(self, code: str, data: st.DataObject) -> None:
        self.attempt(rules.withdraw_concern, code=code, slip=data.draw(st.sampled_from([0, self.some_slip(data)])))

    @rule(code=CODES, into=CODES)
    def merge(self, code: str, into: str) -> None:
        self.attempt(rules.merge_concerns, code=code, into=into)
        self.attempt(rules.add_concern, label=code)

    @rule(code=CODES, label=st.sampled_from(["Cost", "Privacy", "cost"]))
    def reword(self, code: str, label: str) -> None:
        self.attempt(rules.rename_concern, code=code, label=label)
        self.attempt(rules.define_concern, code=code, definition=label)

    @rule(position=st.sampled_from(Position))
    def state(self, position: Position) -> None:
        self.attempt(rules.state_position, position=position)

    @rule(minutes=st.integers(1, 6))
    def change_limit(self, minutes: int) -> None:
        self.attempt(rules.change_limit, new=timedelta(minutes=minutes), ordered_by="The Chair")

    @rule(minutes=st.integers(1, 3))
    def extend(self, minutes: int) -> None:
        self.attempt(rules.extend_cap, by=timedelta(minutes=minutes), ordered_by="The Chair")

    @rule(policy=st.sampled_from(OrderPolicy), inside=st.sampled_from(OrderPolicy), item=ITEMS)
    def reorder(self, policy: OrderPolicy, inside: OrderPolicy, item: str) -> None:
        queue = self.hearing.items[item].queue
        order = queue[::-1] if policy is OrderPolicy.MANUAL else ()
        says = {"seed": "5", "reason": "asked for", "inside": inside}
        self.attempt(rules.reorder_queue, policy=policy, item=item, order=order, **says)
        assert sorted(self.hearing.items[item].queue) == sorted(queue)

    @rule()
    def reopen(self) -> None:
        item = self.hearing.item
        self.attempt(rules.reopen_testimony, reason="by motion")
        if item and item.closed and not self.hearing.items[item.id].closed:
            slips = self.hearing.registrations.values()
            left = [r.slip for r in slips if r.sign_up.item == item.id and r.standing is Standing.NOT_REACHED]
            refused = self.hearing.profile.late_slips is LateSlips.REFUSE
            assert all(refused and self.hearing.registrations[slip].late for slip in left)

    @rule(item=st.sampled_from(["", "1", "6"]))
    def continue_(self, item: str) -> None:
        self.attempt(rules.continue_hearing, to=SIX + timedelta(days=7), place="City Hall", item=item)

    @rule(measure=st.sampled_from(Measure), data=st.data(), force=st.booleans())
    def conduct(self, measure: Measure, data: st.DataObject, force: bool) -> None:
        self.attempt(rules.note_conduct, measure=measure, slip=self.some_slip(data), force_or_threat=force)

    @rule()
    def recess(self) -> None:
        self.attempt(rules.recess, reason="alarm")

    @rule()
    def reconvene(self) -> None:
        self.attempt(rules.reconvene)

    @rule(member=st.sampled_from(MEMBERS))
    def come_or_go(self, member: Member) -> None:
        here = member.id in self.hearing.present
        self.attempt(rules.member_departs if here else rules.member_arrives, member=member.id)

    @rule()
    def close(self) -> None:
        self.attempt(rules.close_testimony)

    @rule(names=st.lists(NAMES, max_size=3))
    def import_(self, names: list[str]) -> None:
        entries = len(self.hearing.entries)
        people = tuple(SignUp("1", name, source=f"{entries}-{n}") for n, name in enumerate(names))
        self.attempt(rules.import_sign_ups, sign_ups=people, source="list.csv")
        if len(self.hearing.entries) > entries:
            new = set(range(self.hearing.last_slip - len(names) + 1, self.hearing.last_slip + 1))
            assert not new & self.given, "a slip number was given twice"
            self.given |= new

    @rule()
    def adjourn(self) -> None:
        self.attempt(rules.adjourn)

    @rule(data=st.data(), mover=st.sampled_from(MEMBERS))
    def move_and_vote(self, data: st.DataObject, mover: Member) -> None:
        item = data.draw(ITEMS)
        self.attempt(rules.make_motion, text="Adopt", mover=mover.id, items=(item,), disposition=Disposition.ADOPTED)
        result = data.draw(st.sampled_from(MotionResult))
        self.attempt(rules.take_vote, method=VoteMethod.VOICE, result=result)
        self.attempt(rules.drop_motion, result=result)

    @rule()
    def strike_last(self) -> None:
        seq = last_strikable(self.hearing)
        if seq is not None:
            self.attempt(rules.strike_entry, seq=seq)

    @rule(data=st.data())
    def strike_any(self, data: st.DataObject) -> None:
        self.attempt(rules.strike_entry, seq=data.draw(st.integers(1, len(self.hearing.entries) + 1)))

    @precondition(lambda self: self.hearing.struck)
    @rule(data=st.data())
    def lift(self, data: st.DataObject) -> None:
        self.attempt(rules.lift_strike, seq=data.draw(st.sampled_from(sorted(self.hearing.struck))))

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


RandomEvening.TestCase.settings = settings(max_examples=60, stateful_step_count=50, deadline=None)
TestRandomEvening = RandomEvening.TestCase
