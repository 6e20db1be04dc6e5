"""A random evening: acts of slips and the queue."""

from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import rule

from hearingdesk.domain import rules
from hearingdesk.domain.profile import OrderPolicy
from hearingdesk.domain.values import (
    Capacity,
    Interpreter,
    Mode,
    NameShown,
    Position,
    SignUp,
)
from tests.domain.machine.root import ITEMS, NAMES, RandomEveningRoot


class SlipActs(RandomEveningRoot):
    """What is done with slips and the queue."""

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

    @rule(names=st.lists(NAMES, max_size=3))
    def import_(self, names: list[str]) -> None:
        entries = len(self.hearing.entries)
        people = tuple(SignUp("1", name, source=f"{entries}-{n}") for n, name in enumerate(names))
        self.attempt(rules.import_sign_ups, sign_ups=people, source="list.csv")
        if len(self.hearing.entries) > entries:
            new = set(range(self.hearing.last_slip - len(names) + 1, self.hearing.last_slip + 1))
            assert not new & self.given, "a slip number was given twice"
            self.given |= new

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

    @rule(data=st.data(), place=st.integers(0, 5))
    def move(self, data: st.DataObject, place: int) -> None:
        self.attempt(rules.move_speaker, slip=self.some_slip(data), place=place, reason="must leave")

    @rule(policy=st.sampled_from(OrderPolicy), inside=st.sampled_from(OrderPolicy), item=ITEMS)
    def reorder(self, policy: OrderPolicy, inside: OrderPolicy, item: str) -> None:
        queue = self.hearing.items[item].queue
        order = queue[::-1] if policy is OrderPolicy.MANUAL else ()
        says = {"seed": "5", "reason": "asked for", "inside": inside}
        self.attempt(rules.reorder_queue, policy=policy, item=item, order=order, **says)
        assert sorted(self.hearing.items[item].queue) == sorted(queue)

    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        self.attempt(rules.withdraw_speaker, slip=self.some_slip(data))

    @rule(item=ITEMS)
    def recall(self, item: str) -> None:
        absent = self.hearing.items[item].absent
        entries = len(self.hearing.entries)
        self.attempt(rules.recall_absent, item=item)
        if len(self.hearing.entries) > entries:
            assert self.hearing.items[item].queue[-len(absent) :] == absent
            assert self.hearing.items[item].absent == ()

    @rule(data=st.data())
    def admit(self, data: st.DataObject) -> None:
        self.attempt(rules.admit_late, slip=self.some_slip(data))

    @rule(data=st.data())
    def group_letters(self, data: st.DataObject) -> None:
        self.attempt(rules.group_letters, slips=(self.some_slip(data), self.some_slip(data)))

    @rule(data=st.data())
    def separate_letter(self, data: st.DataObject) -> None:
        self.attempt(rules.separate_letter, slip=self.some_slip(data))

    @rule(data=st.data())
    def tell_apart(self, data: st.DataObject) -> None:
        self.attempt(rules.tell_apart, slips=(self.some_slip(data), self.some_slip(data)))

    @rule(data=st.data())
    def return_(self, data: st.DataObject) -> None:
        self.attempt(rules.return_speaker, slip=self.some_slip(data))

    @rule(data=st.data())
    def cede(self, data: st.DataObject) -> None:
        self.attempt(rules.cede_time, slip=self.some_slip(data), to=self.some_slip(data))

    @rule(data=st.data())
    def reclaim(self, data: st.DataObject) -> None:
        self.attempt(rules.reclaim_time, slip=self.some_slip(data))
