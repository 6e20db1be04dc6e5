"""What the acts on a turn ask for: how late the start was, who asked, how much time, which interpreter."""

from datetime import timedelta

from PySide6.QtCore import Signal

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.hearing import Appearance, Hearing
from hearingdesk.domain.members import with_office
from hearingdesk.domain.spans import clock_text, spoken
from hearingdesk.domain.timing import spent
from hearingdesk.domain.values import Interpreter, Interpreting, Member, StopReason
from hearingdesk.ui.console.late_clock import noting, starting_earlier
from hearingdesk.ui.console.sheets.sheet import Drawer
from hearingdesk.ui.console.sheets.slip_form import INTERPRETING
from hearingdesk.ui.kit import typed
from hearingdesk.ui.kit.card import heading, row
from hearingdesk.ui.kit.fields import ChoiceField, LineField
from hearingdesk.ui.kit.lines import ONE_LINE, Line, LinesView
from hearingdesk.ui.kit.text import capital, label

NO_SPAN = "This reads as no span of time. Write it like 20, 1:30 or 2 min; a bare number means seconds."
REASONS = (
    StopReason.QUESTION,
    StopReason.INTERPRETATION,
    StopReason.TECHNICAL,
    StopReason.DISRUPTION,
    StopReason.OTHER,
)


class StartDrawer(Drawer):
    """The clock was forgotten."""

    verb = "Put the start back"

    def __init__(self) -> None:
        super().__init__()
        self.back = LineField(
            "How long ago they began", "5", hint="Seconds, or 1:30. Counts from now, or from the start."
        )
        self.back.editor.selectAll()
        self.rows.addWidget(self.back)

    def record(self, desk: Desk) -> str:
        back = _span(self.back, self.back.text())
        desk.record_all(starting_earlier(desk.hearing, desk.now(), back))
        return f"Started {spoken(back)} earlier."


class StopDrawer(Drawer):
    """Why the clock stands, and which member asked: a digit chooses. ``asked``: Enter was pressed in the list."""

    asked = Signal()

    def __init__(self, hearing: Hearing) -> None:
        super().__init__()
        self._hearing = hearing
        stop = hearing.turn.stopped if hearing.turn else None
        self.verb = "Put the note on the stop" if stop else "Stop the clock"
        self.list = LinesView("Who asked", letters="0123456789", lead=24, height=ONE_LINE)
        self.list.show_lines(
            [Line("", "Nobody in particular", lead="0"), *map(_line, range(1, 100), hearing.body.members)]
        )
        self.list.fit(8)
        self.list.letter.connect(self._digit)
        self.list.opened.connect(self.asked)
        known = stop.reason if stop and stop.reason in REASONS else StopReason.QUESTION
        self.reason = ChoiceField("Why the clock stands", [(r, capital(r.word)) for r in REASONS], known)
        self.note = LineField("Note", stop.note if stop else "", hint="May be left out.")
        self.rows.addWidget(heading("Who asked"))
        self.rows.addWidget(self.list)
        self.rows.addWidget(self.reason)
        self.rows.addWidget(self.note)

    def record(self, desk: Desk) -> str:
        member = str(self.list.key)
        name = f"{self._hearing.body.member_word} {self._hearing.member(member).name}".strip() if member else ""
        note = ", ".join(part for part in (name, self.note.text()) if part)
        desk.record_all(noting(desk.hearing, self.reason.value(), note))
        return f"The clock stands: {note or self.reason.value().word}."

    def _digit(self, digit: str) -> None:
        number = int(digit)
        members = self._hearing.body.members
        if number <= len(members):
            self.list.choose(members[number - 1].id if number else "")


class TimeDrawer(Drawer):
    """Any number of seconds given or taken by the chair (T-08)."""

    verb = "Record the time"

    def __init__(self) -> None:
        super().__init__()
        self.span = LineField("Time given", "30", hint="Seconds, or 1:30. With a minus it is taken: -20.")
        self.reason = LineField("Why", hint="This goes on the record; may be left out.")
        self.span.editor.selectAll()
        self.rows.addLayout(row(self.span, self.reason))

    def record(self, desk: Desk) -> str:
        text = self.span.text().replace("−", "-")
        span = _span(self.span, text.lstrip("+-"))
        taken = text.startswith("-")
        desk.record(rules.grant_time, span=-span if taken else span, reason=self.reason.text())
        return f"{capital(spoken(span))} {'taken' if taken else 'given'}."


class InterpreterDrawer(Drawer):
    """Found out in mid-turn that somebody interprets, or does not: with the allotment's working (A-09, T-01)."""

    verb = "Record the interpreter"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        speaker = desk.hearing.speaker
        before = speaker.sign_up.interpreter if speaker else None
        self.language = LineField("Language", before.language if before else "", hint="Empty: no interpreter.")
        self.kind = ChoiceField("Interpreting", list(INTERPRETING.items()), before.kind if before else None)
        self.name = LineField("Interpreter's name", before.name if before else "", hint="Only if it is wanted.")
        self.working = label(wrap=True)
        self.language.editor.selectAll()
        self.rows.addWidget(self.language)
        self.rows.addWidget(self.kind)
        self.rows.addWidget(self.name)
        self.rows.addWidget(self.working)
        self.language.edited.connect(lambda _: self._show_working())
        self.kind.picked.connect(self._show_working)
        self._show_working()

    def record(self, desk: Desk) -> str:
        desk.record(rules.change_interpreter, interpreter=self._interpreter())
        return self.working.text()

    def _interpreter(self) -> Interpreter | None:
        language: str = self.language.text()
        kind: Interpreting = self.kind.value()
        return Interpreter(language, kind, self.name.text()) if language else None

    def _show_working(self) -> None:
        """What the turn would be allotted, before it is recorded."""
        try:
            event = rules.change_interpreter(self._desk.hearing, self._interpreter())
        except OutOfOrder as refusal:
            self.working.setText(refusal.sentence)
            return
        turn = self._desk.hearing.turn
        left = _left(turn, event.allotment.total, spent(turn, self._desk.now())) if turn else ""
        self.working.setText(f"Allotted: {event.allotment.working}{left}.")


def _left(turn: Appearance, given: timedelta | None, used: timedelta) -> str:
    if given is None or turn.started is None:
        return ""
    return f"; {clock_text(used)} used stays used, {clock_text(given + turn.granted - used)} left"


def _line(number: int, member: Member) -> Line:
    return Line(member.id, with_office(member), lead=str(number) if number < 10 else "")


def _span(field: LineField, text: str) -> timedelta:
    span = typed.seconds(text)
    if not span:
        field.refuse(NO_SPAN)
        raise OutOfOrder(NO_SPAN)
    return span
