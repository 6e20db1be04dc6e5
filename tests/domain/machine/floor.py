"""A random evening: acts of the floor."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from hearingdesk.domain import rules
from hearingdesk.domain.values import (
    Ending,
    Interpreter,
    Measure,
    StopReason,
)
from tests.domain.machine.root import RandomEveningRoot


class FloorActs(RandomEveningRoot):
    """What is done on the floor."""

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

    @rule(measure=st.sampled_from(Measure), data=st.data(), force=st.booleans())
    def conduct(self, measure: Measure, data: st.DataObject, force: bool) -> None:
        self.attempt(rules.note_conduct, measure=measure, slip=self.some_slip(data), force_or_threat=force)
