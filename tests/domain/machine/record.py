"""A random evening: acts of the record: strikes."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from hearingdesk.domain import rules
from hearingdesk.domain.rules.corrections import last_strikable
from tests.domain.machine.root import RandomEveningRoot


class RecordActs(RandomEveningRoot):
    """What is struck, and put back."""

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
