"""What the keys of the floor do."""

from collections.abc import Callable
from datetime import timedelta

from hearingdesk.desk import Act, Desk
from hearingdesk.domain import rules
from hearingdesk.domain.events import Event
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.moments import Moment, elapsed
from hearingdesk.domain.rules.pooling import why_not_cede
from hearingdesk.domain.spans import clock_text, length_text
from hearingdesk.domain.values import Ending, StopReason
from hearingdesk.ui.console.acts.doing import Doing, Surroundings
from hearingdesk.ui.console.late_clock import FIVE_SECONDS, starting_earlier
from hearingdesk.ui.console.steps import Step, next_step

GUARD = timedelta(milliseconds=400)
"""A second press within this time, of any key that begins or ends a turn, is a slip of the hand."""

HALF_MINUTE = timedelta(seconds=30)


class FloorActs(Doing):
    """Calling, starting, stopping, ending a turn."""

    def __init__(self, desk: Desk, window: Surroundings) -> None:
        super().__init__(desk, window)
        self._last_step: Moment | None = None

    def main(self) -> None:
        """The next natural thing; a second press at once is ignored."""
        if not self._too_soon():
            self._steps()[next_step(self.hearing).step]()

    def _too_soon(self) -> bool:
        """Whether the hand has slipped; a key held down goes on slipping."""
        last, self._last_step = self._last_step, self.desk.now()
        return last is not None and elapsed(last, self._last_step) < GUARD

    def _steps(self) -> dict[Step, Callable[[], object]]:
        return {
            Step.ORDER: lambda: self.window.open_sheet("order"),
            Step.RECONVENE: lambda: self.do(rules.reconvene),
            Step.AGENDA: lambda: self.window.open_sheet("agenda"),
            Step.CALL: self._call_first,
            Step.START: self.start,
            Step.NEXT: self._call_first,
            Step.DONE: lambda: self.leaving(rules.end_turn),
            Step.EXPORT: self.window.export,
        }

    def _call_first(self) -> None:
        """Who is next as the clerk sees it; where another station has called them meanwhile, nobody else is called."""
        item = self.hearing.item
        if item is not None and item.queue:
            self.calling(rules.call_speaker, slip=item.queue[0])
        else:
            self.calling(rules.call_next)

    def start(self) -> None:
        """Somebody begins to speak: what is typed from here on is the summary."""
        if self.leaving(rules.start_turn):
            self.window.listen()

    def start_earlier(self) -> None:
        """The clock was forgotten: it starts five seconds back; each further press puts the start back by five more."""
        late = self.hearing.turn is not None and self.hearing.turn.started is None
        if late and self._too_soon():
            return
        unwritten = self.window.unwritten() if late else None
        begun = self.attempt(
            lambda: self.desk.record_all([*([unwritten] if unwritten else []), *self._starting_earlier()]),
            "Started 5 seconds back; again for 5 more." if late else "The start is put back by 5 seconds more.",
        )
        if begun and late:
            self.window.listen()

    def _starting_earlier(self) -> list[Act]:
        return starting_earlier(self.hearing, self.desk.now(), FIVE_SECONDS)

    def done(self) -> None:
        self._turn_over(rules.end_turn)

    def yield_rest(self) -> None:
        self._turn_over(rules.end_turn, ending=Ending.YIELDED_BACK)

    def interrupted(self) -> None:
        """The line has dropped: back to the queue, with the time left."""
        speaker = self.hearing.speaker
        if self._turn_over(rules.end_turn, ending=Ending.INTERRUPTED) and speaker is not None:
            self.window.say(f"{speaker.name} is back in the queue, {_rest(self.hearing, speaker.slip)}.")

    def not_here(self) -> None:
        self._turn_over(rules.speaker_not_present)

    def _turn_over(self, rule: Callable[..., Event], **args: object) -> bool:
        return not self._too_soon() and self.leaving(rule, **args)

    def call_chosen(self) -> None:
        if not self._too_soon() and (slip := self.need_chosen()):
            self.calling(rules.call_speaker, slip=slip)

    # Set right

    def move_turn(self) -> None:
        """The wrong person was started: the clock is the chosen one's."""
        if self._too_soon() or not (slip := self.need_chosen()):
            return
        if self.do(rules.move_turn, to=slip):
            self.window.say(f"The clock is {self.hearing.registrations[slip].name}'s now, with the time used so far.")

    def reopen(self) -> None:
        """The turn ended last goes on; where that needs a reason, the sheet asks for it."""
        if self._too_soon():
            return
        turn, now = self.hearing.last_heard, self.desk.now()
        if turn is not None and self.needs_reason():
            self.window.open_sheet("reopen")
        elif self.do(rules.reopen_turn, now=now) and turn is not None and turn.ended is not None:
            name, gap = self.hearing.registrations[turn.slip].name, length_text(elapsed(turn.ended, now))
            self.window.say(f"{name} goes on; the {gap} since are not charged.")

    def needs_reason(self) -> bool:
        """Whether a reason is all that is missing to take the ended turn up again."""
        now = self.desk.now()
        without = self.desk.refusal(rules.reopen_turn, now=now)
        return bool(without) and not self.desk.refusal(rules.reopen_turn, now=now, reason="a reason")

    def cede(self) -> None:
        """Whoever is chosen, or else has the floor, gives the turn to another, or takes it back."""
        slip = self.window.chosen() or (self.hearing.speaker.slip if self.hearing.speaker else 0) or self.need_chosen()
        if slip and not self.desk.refusal(rules.reclaim_time, slip=slip):
            self.do(rules.reclaim_time, slip=slip)
        elif slip and (refusal := why_not_cede(self.hearing, slip)):
            self.window.say(refusal, refused=True)
        elif slip:
            self.window.open_sheet("cede")

    def stop_or_resume(self, reason: StopReason = StopReason.QUESTION) -> None:
        turn = self.hearing.turn
        if turn is not None and turn.stopped is not None:
            self.do(rules.resume_clock)
        else:
            self.do(rules.stop_clock, reason=reason)

    def grant(self, span: timedelta) -> None:
        self.do(rules.grant_time, span=span)


def _rest(hearing: Hearing, slip: int) -> str:
    """``with 1:12 left``."""
    rest = hearing.registrations[slip].rest
    return f"with {clock_text(rest.left)} left" if rest is not None and rest.left is not None else "untimed as before"
