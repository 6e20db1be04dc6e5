"""What setting a turn right asks for: whose it is, why it goes on, what was handed in, when it was."""

from datetime import datetime, timedelta

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import local
from hearingdesk.domain.moments import elapsed
from hearingdesk.domain.spans import clock_text, length_text
from hearingdesk.domain.timing import spent
from hearingdesk.domain.values import Ground, TimedAs
from hearingdesk.ui.console.clockface import allotted_words
from hearingdesk.ui.console.sheets.call import GROUNDS as BY_LETTER
from hearingdesk.ui.console.sheets.person_field import PersonField
from hearingdesk.ui.console.sheets.sheet import Drawer
from hearingdesk.ui.console.sheets.words import CLOCKS
from hearingdesk.ui.kit import typed
from hearingdesk.ui.kit.card import row
from hearingdesk.ui.kit.fields import ChoiceField, LineField
from hearingdesk.ui.kit.look import Tone
from hearingdesk.ui.kit.text import capital, label

GROUNDS: list[tuple[Ground | None, str]] = [
    (None, "Their turn"),
    *((ground, capital(ground.words)) for ground in BY_LETTER.values()),
]


class ClockDrawer(Drawer):
    """Another of the body's limits, or none, with the allotment's working (T-12)."""

    verb = "Time the turn so"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        now = desk.hearing.turn.timed_as if desk.hearing.turn else TimedAs.ORDINARY
        others = [(clock, capital(words)) for clock, words in CLOCKS.items() if clock is not now]
        self.clock = ChoiceField[TimedAs]("Timed", others)
        self.reason = LineField("Why", hint="This goes on the record; may be left out.")
        self.working = label(wrap=True)
        for part in (self.clock, self.reason, self.working):
            self.rows.addWidget(part)
        self.clock.picked.connect(self._show_working)
        self.clock.editor.currentIndexChanged.connect(lambda _: self._show_working())
        self._show_working()

    def record(self, desk: Desk) -> str:
        desk.record(rules.change_clock, timed_as=self.clock.value(), reason=self.reason.text())
        return self.working.text()

    def _show_working(self) -> None:
        hearing = self._desk.hearing
        try:
            given = rules.change_clock(hearing, self.clock.value()).allotment
        except OutOfOrder as refusal:
            self.working.setText(refusal.sentence)
            return
        used = spent(hearing.turn, self._desk.now()) if hearing.turn else timedelta(0)
        kept = f"; {clock_text(used)} used stays used" if used else ""
        self.working.setText(capital(f"{allotted_words(given)}{kept}."))


class WrongDrawer(Drawer):
    """Whose clock it is: the one chosen in the list to begin with."""

    verb = "Move the clock"

    def __init__(self, desk: Desk, slip: int) -> None:
        super().__init__()
        self._desk = desk
        self.person = PersonField(desk, "Whose turn it is", slip)
        self.ground = ChoiceField("On what ground", GROUNDS, hint="Only for somebody who has been heard already.")
        self.whom = label(tone=Tone.MUTED, wrap=True)
        self.person.editor.selectAll()
        self.rows.addLayout(row(self.person, self.ground))
        self.rows.addWidget(self.whom)
        self.person.edited.connect(lambda _: self._show_whom())
        self.ground.picked.connect(self._show_whom)
        self._show_whom()

    def record(self, desk: Desk) -> str:
        slip = self.person.need()
        desk.record(rules.move_turn, to=slip, ground=self.ground.value())
        return f"The clock is {desk.hearing.registrations[slip].name}'s now, with the time used so far."

    def _show_whom(self) -> None:
        """Who that is and what they get, or why not."""
        slip, hearing = self.person.slip, self._desk.hearing
        if not slip:
            self.whom.setText(f"The turn is down as {heard_last(hearing)}'s.")
            return
        try:
            given = rules.move_turn(hearing, slip, ground=self.ground.value()).allotment
        except OutOfOrder as refusal:
            self.whom.setText(refusal.sentence)
            return
        self.whom.setText(f"{hearing.registrations[slip].name}: {allotted_words(given)}; the time used goes along.")


class AgainDrawer(Drawer):
    """How long ago the turn ended, whether that is charged, and, after a minute, why it goes on."""

    verb = "Take it up again"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        charges = [(False, "Not charged"), (True, "Charged")]
        self.charged = ChoiceField("The time since", charges)
        self.reason = LineField("Why", hint="Needed once more than a minute has gone by.")
        self.gap = label(wrap=True)
        self.rows.addWidget(self.gap)
        self.rows.addLayout(row(self.charged, self.reason))
        turn = desk.hearing.last_heard
        since = length_text(elapsed(turn.ended, desk.now())) if turn and turn.ended else ""
        self.gap.setText(f"{heard_last(desk.hearing)}'s turn ended {since} ago." if since else "")

    def record(self, desk: Desk) -> str:
        charged = self.charged.value()
        event = desk.record(rules.reopen_turn, now=desk.now(), reason=self.reason.text(), charged=charged).event
        gap = length_text(getattr(event, "gap", None) or timedelta(0))
        return f"The turn goes on; the {gap} since are {'charged' if charged else 'not charged'}."


class HandoutDrawer(Drawer):
    """What the speaker leaves on the table, in a few words."""

    verb = "List the handout"

    def __init__(self, hearing: Hearing) -> None:
        super().__init__()
        sample = "such as: map of the cameras, 2 pages"
        self.text_ = LineField("What was handed in", hint=f"By {heard_last(hearing)}.", placeholder=sample)
        self.rows.addWidget(self.text_)

    def record(self, desk: Desk) -> str:
        desk.record(rules.take_handout, text=self.text_.text())
        return f"Listed: {self.text_.text()}."


class MissedDrawer(Drawer):
    """When a turn was that the clock missed: it is marked as entered afterwards, and never part of the pace."""

    verb = "Enter the turn"

    def __init__(self, desk: Desk, slip: int) -> None:
        super().__init__()
        self._desk = desk
        self.person = PersonField(desk, "Who spoke", slip)
        self.ground = ChoiceField("On what ground", GROUNDS)
        self.began = LineField("Began at", placeholder="such as 8:31 PM")
        self.ended = LineField("Ended at", placeholder="such as 8:34", hint="Or how long, on the right.")
        self.length = LineField("Or how long", placeholder="such as 2:40")
        self.whom = label(tone=Tone.MUTED, wrap=True)
        self.rows.addLayout(row(self.person, self.ground))
        self.rows.addLayout(row(self.began, self.ended, self.length))
        self.rows.addWidget(self.whom)
        self.person.edited.connect(lambda _: self._show_whom())
        self._show_whom()

    def record(self, desk: Desk) -> str:
        slip = self.person.need()
        now = local(desk.hearing, desk.now())
        began = _time(self.began, now)
        length = typed.seconds(self.length.text()) if self.length.text() else _time(self.ended, now) - began
        if length is None:
            raise _refused(self.length, "This reads as no length of time. Write it like 2:40 or 90.")
        if began + length > now:
            raise _refused(self.length, "That turn would end after now. Look at the times again.")
        utc = typed.in_utc(began)
        assert utc is not None
        desk.record(rules.enter_appearance, slip=slip, began=utc, length=length, ground=self.ground.value())
        return f"Entered afterwards: {desk.hearing.registrations[slip].name}, {length_text(length)}."

    def _show_whom(self) -> None:
        found = self._desk.hearing.registrations.get(self.person.slip)
        self.whom.setText(f"{found.name}, {found.standing.word.lower()}" if found else "")


def heard_last(hearing: Hearing) -> str:
    """Whose turn it is that is set right: who speaks, or spoke last, and not who only walks up."""
    turn = hearing.last_heard
    return hearing.registrations[turn.slip].name if turn else "the speaker"


def _time(field: LineField, now: datetime) -> datetime:
    at = typed.past(field.text(), now)
    if at is None:
        raise _refused(field, "This reads as no time before now. Write it like 8:31 PM.")
    return at


def _refused(field: LineField, sentence: str) -> OutOfOrder:
    field.refuse(sentence)
    return OutOfOrder(sentence)
