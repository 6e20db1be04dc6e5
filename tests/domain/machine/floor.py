"""A random evening: acts of the floor."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from hearingdesk.domain import rules
from hearingdesk.domain.moments import elapsed
from hearingdesk.domain.rules.turns import BY_MISTAKE
from hearingdesk.domain.timing import NOTHING, spent, stood
from hearingdesk.domain.values import Capacity, Ending, Ground, Interpreter, Measure, StopReason, TimedAs
from tests.domain.machine.root import RandomEveningRoot


class FloorActs(RandomEveningRoot):
    """What is done on the floor."""

    @rule()
    def call_next(self) -> None:
        self.attempt(rules.call_next)

    @rule(data=st.data())
    def call_somebody(self, data: st.DataObject) -> None:
        how = {
            "leave": data.draw(st.sampled_from(["", "chair"])),
            "ground": data.draw(st.sampled_from([None, *Ground])),
            "timed_as": data.draw(st.sampled_from([None, *TimedAs])),
        }
        self.attempt(rules.call_speaker, slip=self.some_slip(data), **how)

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

    @rule(timed_as=st.sampled_from(TimedAs))
    def change_clock(self, timed_as: TimedAs) -> None:
        self.attempt(rules.change_clock, timed_as=timed_as)

    @rule(data=st.data(), ground=st.sampled_from([None, Ground.LEAVE]))
    def move_turn(self, data: st.DataObject, ground: Ground | None) -> None:
        before, turn = self.hearing, self.hearing.last_heard
        to = self.some_slip(data)
        self.attempt(rules.move_turn, to=to, ground=ground)
        if turn is None or self.hearing is before:
            return
        moved, now = self.hearing.appearances[turn.turn], self.evening.now
        assert (moved.slip, spent(moved, now), stood(moved, now)) == (to, spent(turn, now), stood(turn, now))
        assert turn.before is not None
        assert self.hearing.registrations[turn.slip].standing is turn.before.standing
        public = Capacity.PUBLIC
        marks = [
            sum(sum(item.tally.mentions.values()) for item in one.items.values()) for one in (before, self.hearing)
        ]
        same = all(self.hearing.registrations[slip].sign_up.capacity is public for slip in (to, turn.slip))
        assert not same or marks[0] == marks[1], "a mark was lost, or counted twice"

    @rule(charged=st.booleans(), reason=st.sampled_from(["", "pressed too soon"]))
    def reopen_turn(self, charged: bool, reason: str) -> None:
        before, turn = self.hearing, self.hearing.last_heard
        self.attempt(rules.reopen_turn, now=self.evening.now, reason=reason, charged=charged)
        if turn is None or turn.ended is None or self.hearing is before:
            return
        gap = elapsed(turn.ended, self.evening.now)
        assert spent(self.hearing.appearances[turn.turn], self.evening.now) == turn.ran + (gap if charged else NOTHING)
        assert reason or gap <= BY_MISTAKE or turn.ending is Ending.INTERRUPTED

    @rule(data=st.data(), ago=st.integers(-5, 900), length=st.integers(-60, 400))
    def enter_appearance(self, data: st.DataObject, ago: int, length: int) -> None:
        heard = self.hearing.last_heard
        began = self.evening.now.utc - timedelta(seconds=ago)
        how = {"slip": self.some_slip(data), "began": began, "length": timedelta(seconds=length)}
        self.attempt(rules.enter_appearance, **how, ground=data.draw(st.sampled_from([None, *Ground])))
        assert self.hearing.last_heard == heard

    @rule(data=st.data(), text=st.sampled_from(["", "a map"]))
    def take_handout(self, data: st.DataObject, text: str) -> None:
        self.attempt(rules.take_handout, text=text, slip=self.some_slip(data))

    @rule(ending=st.sampled_from(Ending))
    def end(self, ending: Ending) -> None:
        self.attempt(rules.end_turn, ending=ending)

    @rule()
    def not_present(self) -> None:
        self.attempt(rules.speaker_not_present)

    @rule(measure=st.sampled_from(Measure), data=st.data(), force=st.booleans())
    def conduct(self, measure: Measure, data: st.DataObject, force: bool) -> None:
        self.attempt(rules.note_conduct, measure=measure, slip=self.some_slip(data), force_or_threat=force)
