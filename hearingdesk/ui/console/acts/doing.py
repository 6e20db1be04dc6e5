"""The way of every act of the console: through the Desk, and what is refused is said."""

from collections.abc import Callable
from typing import Protocol

from hearingdesk.desk import Act, Conflict, Desk, JournalUnavailable
from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import Event
from hearingdesk.domain.hearing import Hearing
from hearingdesk.ui.console.why_moved import Move


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
    def ask_why_moved(self, move: Move, question: str) -> None: ...
    def listen(self) -> None: ...
    def way(self, name: str) -> str:
        """How to get at an act, for a sentence: its key, or its name in quotes."""

    def export(self) -> None: ...
    def warn_room(self) -> None:
        """The emergency message on the display, if there is one; it goes when the meeting reconvenes."""


class Doing:
    """Every act goes through the Desk; what the record refuses is said, and never raised."""

    def __init__(self, desk: Desk, window: Surroundings) -> None:
        self.desk = desk
        self.window = window

    @property
    def hearing(self) -> Hearing:
        """The hearing as it stands."""
        return self.desk.hearing

    def put(self, *acts: Act, done: str = "") -> bool:
        """Puts these acts on the record, all or none; whether it was done."""
        return self.attempt(lambda: self.desk.record_all(acts), done)

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
            self.window.say(refusal.sentence, refused=True)
            return False
        except Conflict:
            self.window.say(ANOTHER_WAS_FIRST, refused=True)
            return False
        except JournalUnavailable as trouble:
            self.window.lose_journal(str(trouble))
            return False
        self.window.say(done)
        return True

    def leaving(self, rule: Callable[..., Event], **args: object) -> bool:
        """An act that ends the turn or calls another: the summary goes on the record with it."""
        unwritten = self.window.unwritten()
        return self.put(*([unwritten] if unwritten else []), Act(rule, args))

    def calling(self, rule: Callable[..., Event], **args: object) -> bool:
        """Somebody is called; whoever speaks is done first, and the summary goes on the record with it.

        Time given by others counts where they are present now (T-13): the clerk is asked to look.
        """
        unwritten = self.window.unwritten()
        first, call = [unwritten] if unwritten else [], Act(rule, args)
        called = self.attempt(lambda: self.desk.record_all([*first, *done_first(self.hearing, call)]))
        if called and (givers := _givers(self.hearing)):
            back = self.window.way("cede")
            self.window.say(
                f"Present? {givers} gave time to this turn. Who is not here: choose them, {back} takes it back."
            )
        return called

    def need_chosen(self) -> int:
        """The slip chosen in the list; where none is, says so."""
        slip = self.window.chosen()
        if not slip:
            self.window.say(NOBODY_CHOSEN, refused=True)
        return slip


def _givers(hearing: Hearing) -> str:
    """``Bo Cruz and Cy Dee``: who gave time to whoever was just called; empty for nobody."""
    donors = hearing.speaker.donors if hearing.speaker else ()
    names = [hearing.registrations[slip].name for slip in donors]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def done_first(hearing: Hearing, call: Act) -> list[Act]:
    """The call, after the end of the turn on the floor as an entry of its own.

    So a call struck later starts nobody's clock again, and whoever spoke is charged with what they used.
    """
    turn = hearing.turn
    another = turn is not None and turn.started is not None and turn.slip != call.args.get("slip")
    return [Act(rules.end_turn), call] if another else [call]


ANOTHER_WAS_FIRST = "Another station wrote at the same moment. Nothing was recorded; press again."
NOBODY_CHOSEN = "Nobody is chosen in the list. Find the person first."
