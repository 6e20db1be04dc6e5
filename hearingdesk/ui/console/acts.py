"""What the keys of the console do: each act goes through the Desk, and what is refused is said."""

from collections.abc import Callable
from datetime import timedelta
from typing import Protocol

from hearingdesk.desk import Act, Conflict, Desk, JournalUnavailable
from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import Event
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.moments import Moment, elapsed
from hearingdesk.domain.rules.corrections import last_strikable, last_struck
from hearingdesk.domain.values import Contact, Ending, Position, SignUp, StopReason
from hearingdesk.domain.wording import words
from hearingdesk.ui.console.late_clock import FIVE_SECONDS, starting_earlier
from hearingdesk.ui.console.steps import Step, next_step

GUARD = timedelta(milliseconds=400)
"""A second press of the main key within this time is a slip of the hand."""

HALF_MINUTE = timedelta(seconds=30)


class Surroundings(Protocol):
    """What the acts need of the window around them."""

    def say(self, sentence: str, *, refused: bool = False) -> None: ...
    def lose_journal(self, sentence: str) -> None: ...
    def unwritten(self) -> Act | None:
        """The summary in the editor, where it is not on the record yet."""

    def chosen(self) -> int:
        """The slip chosen in the list; 0 for none."""

    def chosen_entry(self) -> int:
        """The entry chosen in the journal; 0 for none."""

    def open_sheet(self, name: str) -> None: ...
    def listen(self) -> None: ...
    def export(self) -> None: ...


class Acts:
    """The acts of one console. None of them raises what the record refuses."""

    def __init__(self, desk: Desk, window: Surroundings) -> None:
        self._desk = desk
        self._window = window
        self._last_step: Moment | None = None

    @property
    def _hearing(self) -> Hearing:
        return self._desk.hearing

    def put(self, *acts: Act, done: str = "") -> bool:
        """Puts these acts on the record, all or none; whether it was done."""
        return self.attempt(lambda: self._desk.record_all(acts), done)

    def do(self, rule: Callable[..., Event], **args: object) -> bool:
        return self.put(Act(rule, args))

    def attempt(self, deed: Callable[[], object], done: str = "") -> bool:
        """Does it and says ``done``, or says why not. Where another station was first, it is decided again once."""
        try:
            try:
                deed()
            except Conflict:
                deed()
        except OutOfOrder as refusal:
            self._window.say(refusal.sentence, refused=True)
            return False
        except Conflict:
            self._window.say(ANOTHER_WAS_FIRST, refused=True)
            return False
        except JournalUnavailable as trouble:
            self._window.lose_journal(str(trouble))
            return False
        self._window.say(done)
        return True

    def leaving(self, rule: Callable[..., Event], **args: object) -> bool:
        """An act that ends the turn or calls another: the summary goes on the record with it."""
        unwritten = self._window.unwritten()
        return self.put(*([unwritten] if unwritten else []), Act(rule, args))

    # The floor

    def main(self) -> None:
        """The next natural thing; a second press at once is ignored."""
        if self._last_step is not None and elapsed(self._last_step, self._desk.now()) < GUARD:
            return
        self._steps()[next_step(self._hearing).step]()
        self._last_step = self._desk.now()

    def _steps(self) -> dict[Step, Callable[[], object]]:
        return {
            Step.ORDER: lambda: self._window.open_sheet("order"),
            Step.RECONVENE: lambda: self.do(rules.reconvene),
            Step.AGENDA: lambda: self._window.open_sheet("agenda"),
            Step.CALL: lambda: self.leaving(rules.call_next),
            Step.START: self.start,
            Step.NEXT: lambda: self.leaving(rules.call_next),
            Step.DONE: self.done,
            Step.EXPORT: self._window.export,
        }

    def start(self) -> None:
        """Somebody begins to speak: what is typed from here on is the summary."""
        if self.do(rules.start_turn):
            self._window.listen()

    def start_earlier(self) -> None:
        """The clock was forgotten: it starts five seconds back; each further press puts the start back by five more."""
        late = self._hearing.turn is not None and self._hearing.turn.started is None
        begun = self.attempt(
            lambda: self._desk.record_all(starting_earlier(self._hearing, self._desk.now(), FIVE_SECONDS)),
            "Started 5 seconds back; again for 5 more." if late else "The start is put back by 5 seconds more.",
        )
        if begun and late:
            self._window.listen()

    def done(self) -> None:
        self.leaving(rules.end_turn)

    def yield_rest(self) -> None:
        self.leaving(rules.end_turn, ending=Ending.YIELDED_BACK)

    def not_here(self) -> None:
        self.leaving(rules.speaker_not_present)

    def call_chosen(self) -> None:
        if slip := self._need_chosen():
            self.leaving(rules.call_speaker, slip=slip)

    def stop_or_resume(self, reason: StopReason = StopReason.QUESTION) -> None:
        turn = self._hearing.turn
        if turn is not None and turn.stopped is not None:
            self.do(rules.resume_clock)
        else:
            self.do(rules.stop_clock, reason=reason)

    def grant(self, span: timedelta) -> None:
        self.do(rules.grant_time, span=span)

    # What was heard

    def position(self, position: Position) -> None:
        self.do(rules.state_position, position=position)

    def raise_key(self, key: int) -> None:
        if code := self._code(key):
            self.raise_concern(code)

    def raise_concern(self, code: str) -> None:
        self.do(rules.raise_concern, code=code)

    def withdraw_key(self, key: int) -> None:
        if code := self._code(key):
            self.do(rules.withdraw_concern, code=code)

    def add_concern(self, label: str) -> bool:
        """A new concern, raised at once by whoever has the floor and has begun."""
        turn = self._hearing.turn
        acts = [Act(rules.add_concern, {"label": label})]
        if turn is not None and turn.started is not None:
            acts.append(Act(_raise_newest))
        return self.put(*acts)

    def _code(self, key: int) -> str:
        code = next((concern.code for concern in self._hearing.concerns if concern.key == key), "")
        if not code:
            self._window.say(no_concern_on(key), refused=True)
        return code

    # The queue

    def register(self, sign_up: SignUp, contact: Contact | None = None) -> int:
        """The number of the new slip; 0 if it was refused."""
        made: list[int] = []
        self.attempt(lambda: made.append(self._desk.register(sign_up, contact)))
        if made:
            self._window.say(f"Slip {made[0]}: {self._hearing.registrations[made[0]].name} is on the list.")
        return made[0] if made else 0

    def move(self, by: int) -> None:
        """The chosen one up (-1) or down (1) the queue."""
        if not (slip := self._need_chosen()):
            return
        registration = self._hearing.registrations[slip]
        queue = self._hearing.items[registration.sign_up.item].queue
        place = queue.index(slip) + by if slip in queue else 0
        if 0 <= place < len(queue) or slip not in queue:
            self.do(rules.move_speaker, slip=slip, place=place)

    def withdraw_chosen(self) -> None:
        if slip := self._need_chosen():
            self.do(rules.withdraw_speaker, slip=slip)

    def return_chosen(self) -> None:
        if slip := self._need_chosen():
            self.do(rules.return_speaker, slip=slip)

    def _need_chosen(self) -> int:
        slip = self._window.chosen()
        if not slip:
            self._window.say(NOBODY_CHOSEN, refused=True)
        return slip

    # The meeting and the record

    def recess_or_reconvene(self) -> None:
        if self._hearing.recess is not None:
            self.do(rules.reconvene)
        else:
            self._window.open_sheet("recess")

    def write_summary(self) -> None:
        unwritten = self._window.unwritten()
        if unwritten is not None:
            self.put(unwritten)

    def strike_last(self) -> None:
        seq = last_strikable(self._hearing)
        if seq is None:
            self._window.say(NOTHING_TO_STRIKE, refused=True)
        else:
            self.strike(seq)

    def strike(self, seq: int) -> None:
        said = words(self._hearing.entries[seq - 1], self._hearing)
        self.put(Act(rules.strike_entry, {"seq": seq}), done=f"Struck: {said}. Ctrl+Shift+Z puts it back.")

    def strike_chosen(self) -> None:
        """The entry chosen in the journal; where others rest on it, or it is struck, its sheet says so first."""
        seq = self._window.chosen_entry()
        if not seq:
            self._window.say(NO_ENTRY_CHOSEN, refused=True)
        elif self._desk.refusal(rules.strike_entry, seq=seq):
            self._window.open_sheet("entry")
        else:
            self.strike(seq)

    def lift_last(self) -> None:
        seq = last_struck(self._hearing)
        if seq is None:
            self._window.say(NOTHING_STRUCK, refused=True)
            return
        said = words(self._hearing.entries[seq - 1], self._hearing)
        self.put(Act(rules.lift_strike, {"seq": seq}), done=f"Counts again: {said}.")


ANOTHER_WAS_FIRST = "Another station wrote at the same moment. Nothing was recorded; press again."
NOBODY_CHOSEN = "Nobody is chosen in the list. Press Ctrl+K and find the person first."
NO_ENTRY_CHOSEN = "No entry is chosen in the journal. Press Ctrl+J and find it first."
NOTHING_TO_STRIKE = "There is no entry to strike."
NOTHING_STRUCK = "Nothing is struck."


def no_concern_on(key: int) -> str:
    return f"No concern lies on key {key}. Ctrl+0 adds one."


def _raise_newest(hearing: Hearing) -> Event:
    return rules.raise_concern(hearing, hearing.concerns[-1].code)
