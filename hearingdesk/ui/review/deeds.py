"""What review puts on the record, each by its rule; a refusal is said, never thrown."""

from collections.abc import Callable
from dataclasses import replace

from hearingdesk.desk import Conflict, Desk, JournalUnavailable
from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.values import Coding, Position
from hearingdesk.ui.drafts import draft_key

ANOTHER_WAS_FIRST = "Another station recorded something first. Nothing of this was recorded; look, and press again."


class Deeds:
    """``say`` is given the sentence of a refusal, and nothing before each new act."""

    def __init__(self, desk: Desk, say: Callable[[str], object]) -> None:
        self._desk = desk
        self._say = say

    def act(self, rule: Callable[..., object], **says: object) -> bool:
        """Whether it is on the record now."""
        self._say("")
        return self.guarded(lambda: self._desk.record(rule, **says))  # type: ignore[arg-type]  # any of the rules

    def guarded(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except (OutOfOrder, JournalUnavailable) as refusal:
            self._say(str(refusal))
        except Conflict:
            self._say(ANOTHER_WAS_FIRST)
        else:
            return True
        return False

    def write(self, slip: int, text: str) -> bool:
        """The summary; one that reads so already is done with."""
        if text == self._desk.hearing.registrations[slip].summary:
            return True
        return self.act(rules.write_summary, slip=slip, text=text) and self._keep(slip, "")

    def name(self, slip: int, name: str) -> bool:
        """A name that was checked is uncertain no more."""
        says = replace(self._desk.hearing.registrations[slip].sign_up, name=name, name_uncertain=False)
        return self.act(rules.correct_registration, slip=slip, sign_up=says, reason="checked in review")

    def state(self, slip: int, position: Position) -> bool:
        return self.act(rules.state_position, slip=slip, position=position)

    def mark(self, slip: int, code: str) -> bool:
        """Ticks the concern, or clears it."""
        marked = code in self._desk.hearing.registrations[slip].marks
        return self.act(rules.withdraw_concern if marked else rules.raise_concern, slip=slip, code=code)

    def code(self, slip: int, codes: tuple[str, ...], coding: Coding, coder: str) -> bool:
        return self.act(rules.code_speaker, slip=slip, codes=codes, coding=coding, coder=coder)

    def define(self, code: str, definition: str) -> bool:
        return self.act(rules.define_concern, code=code, definition=definition)

    def keep_draft(self, slip: int, text: str) -> None:
        """What is typed and not on the record, safe on the disk; what the record says already is forgotten."""
        registration = self._desk.hearing.registrations.get(slip)
        wanted = "" if registration is None or text == registration.summary else text
        if wanted != self._desk.drafts.get(draft_key(slip), ""):
            self._keep(slip, wanted)

    def _keep(self, slip: int, text: str) -> bool:
        return self.guarded(lambda: self._desk.keep_draft(draft_key(slip), text))
