"""A random evening: acts of what is heard."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from hearingdesk.domain import rules
from hearingdesk.domain.values import (
    Position,
)
from tests.domain.machine.root import CODES, RandomEveningRoot


class HeardActs(RandomEveningRoot):
    """What is noted of what is said."""

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

    @rule(code=CODES, key=st.integers(0, 9))
    def rekey(self, code: str, key: int) -> None:
        self.attempt(rules.key_concern, code=code, key=key)
        keys = [concern.key for concern in self.hearing.concerns if concern.key]
        assert len(keys) == len(set(keys)), "two concerns on one key"

    @rule(position=st.sampled_from(Position))
    def state(self, position: Position) -> None:
        self.attempt(rules.state_position, position=position)
