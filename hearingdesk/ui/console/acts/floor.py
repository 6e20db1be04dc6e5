"""What the keys of the floor do."""

from collections.abc import Callable
from datetime import timedelta

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.moments import Moment, elapsed
from hearingdesk.domain.values import Ending, StopReason
from hearingdesk.ui.console.acts.doing import Doing, Surroundings
from hearingdesk.ui.console.late_clock import FIVE_SECONDS, starting_earlier
from hearingdesk.ui.console.steps import Step, next_step

GUARD = timedelta(milliseconds=400)
"""A second press of the main key within this time is a slip of the hand."""

HALF_MINUTE = timedelta(seconds=30)


class FloorActs(Doing):
    """Calling, starting, stopping, ending a turn."""

    def __init__(self, desk: Desk, window: Surroundings) -> None:
        super().__init__(desk, window)
        self._last_step: Moment | None = None

    def main(self) -> None:
        """The next natural thing; a second press at once is ignored."""
        if self._last_step is not None and elapsed(self._last_step, self.desk.now()) < GUARD:
            return
        self._steps()[next_step(self.hearing).step]()
        self._last_step = self.desk.now()

    def _steps(self) -> dict[Step, Callable[[], object]]:
        return {
            Step.ORDER: lambda: self.window.open_sheet("order"),
            Step.RECONVENE: lambda: self.do(rules.reconvene),
            Step.AGENDA: lambda: self.window.open_sheet("agenda"),
            Step.CALL: lambda: self.leaving(rules.call_next),
            Step.START: self.start,
            Step.NEXT: lambda: self.leaving(rules.call_next),
            Step.DONE: self.done,
            Step.EXPORT: self.window.export,
        }

    def start(self) -> None:
        """Somebody begins to speak: what is typed from here on is the summary."""
        if self.do(rules.start_turn):
            self.window.listen()

    def start_earlier(self) -> None:
        """The clock was forgotten: it starts five seconds back; each further press puts the start back by five more."""
        late = self.hearing.turn is not None and self.hearing.turn.started is None
        begun = self.attempt(
            lambda: self.desk.record_all(starting_earlier(self.hearing, self.desk.now(), FIVE_SECONDS)),
            "Started 5 seconds back; again for 5 more." if late else "The start is put back by 5 seconds more.",
        )
        if begun and late:
            self.window.listen()

    def done(self) -> None:
        self.leaving(rules.end_turn)

    def yield_rest(self) -> None:
        self.leaving(rules.end_turn, ending=Ending.YIELDED_BACK)

    def not_here(self) -> None:
        self.leaving(rules.speaker_not_present)

    def call_chosen(self) -> None:
        if slip := self.need_chosen():
            self.leaving(rules.call_speaker, slip=slip)

    def stop_or_resume(self, reason: StopReason = StopReason.QUESTION) -> None:
        turn = self.hearing.turn
        if turn is not None and turn.stopped is not None:
            self.do(rules.resume_clock)
        else:
            self.do(rules.stop_clock, reason=reason)

    def grant(self, span: timedelta) -> None:
        self.do(rules.grant_time, span=span)
