"""The recess sheet: why, back when; and the way back."""

from datetime import UTC, datetime, timedelta
from functools import partial

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing, Recess
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.spans import spoken
from hearingdesk.ui.console.sheets.sheet import MeetingSheet
from hearingdesk.ui.console.sheets.words import quorum
from hearingdesk.ui.kit import typed
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import column, hairline, row
from hearingdesk.ui.kit.fields import LineField
from hearingdesk.ui.kit.look import LARGE, Tone
from hearingdesk.ui.kit.text import label

REASONS = ("Break", "Emergency", "Technical trouble", "To restore a quorum")


class RecessSheet(MeetingSheet):
    """In session it recesses, in recess it reconvenes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Recess", "Recess")
        self.reason = LineField("Reason", hint="A running clock stops; the speaker keeps the floor and the time left.")
        self.back_at = LineField("Back at", hint="Like 7:54, 7:54 PM, or +15 for in 15 minutes. May be left empty.")
        self.state = label(size=LARGE, wrap=True)
        self.later = LineField("Or plan one: at", placeholder="such as 8:00 PM")
        self.length = LineField("For how long", placeholder="such as 10", hint="The forecast counts it in.")
        self.plan = button("Plan", self.plan_recess)
        self.later.edited.connect(lambda _: self._show_plan())
        self.planned = label(wrap=True, tone=Tone.MUTED)
        self.quorum = label(wrap=True)
        self._usual = [button(reason, partial(self._take, reason), kind="link") for reason in REASONS]
        self.body.addWidget(self.state)
        self.body.addWidget(self.reason)
        self.body.addLayout(column(row(*self._usual, None, spacing=16)))
        self.body.addWidget(self.back_at)
        self.body.addWidget(self.quorum)
        self.body.addWidget(hairline())
        self.body.addLayout(row(self.later, self.length, self.plan))
        self.body.addWidget(self.planned)
        self.body.addStretch(1)

    def show_hearing(self, hearing: Hearing) -> None:
        recess = hearing.recess
        for part in (self.reason, self.back_at, self.later, self.length, self.plan, *self._usual):
            part.setVisible(recess is None)
        self.state.setText(_state(hearing, recess) if recess else "")
        self.state.setVisible(recess is not None)
        self.planned.setText("" if recess else _planned(hearing))
        self._show_plan()
        self.quorum.setText(quorum(hearing))
        self.quorum.show_tone(Tone.PLAIN if hearing.has_quorum else Tone.WARN)
        self.main.show_words("Reconvene" if recess else "Recess")
        refusal = self.desk.refusal(rules.reconvene) if recess else self.desk.refusal(rules.recess, reason="")
        self.main.show_refusal(refusal)
        if refusal:
            self.say(refusal)

    def focus_first(self) -> None:
        if self.desk.hearing.recess is not None:
            self.main.setFocus()
        else:
            super().focus_first()

    def plan_recess(self) -> None:
        """A break to come; with the time of one planned, or nothing typed, that one or the first is taken back."""
        hearing = self.desk.hearing
        again = self._taken_back()
        if again is not None:
            if self.act(rules.plan_recess, at=again, length=timedelta(0)):
                self.later.show_text("")
                self.show_hearing(self.desk.hearing)
                self.note(f"No break at {clock_time(local(hearing, again))}.")
            return
        at = typed.coming(self.later.text(), local(hearing, self.desk.now()))
        length = typed.span(self.length.text())
        if at is None:
            self._refuse(self.later, "This reads as no time. Write it like 8:00 PM.")
        elif not length:
            self._refuse(self.length, "This reads as no span of time. Write it like 10 or 7:30.")
        elif self.act(rules.plan_recess, at=at.astimezone(UTC), length=length):
            for field in (self.later, self.length):
                field.show_text("")
            self.show_hearing(self.desk.hearing)
            self.note(f"Planned for {clock_time(local(hearing, at))}.")

    def _taken_back(self) -> datetime | None:
        """Which planned break the fields name: the first where nothing is typed, else the one of that time alone."""
        hearing, said = self.desk.hearing, self.later.text()
        if self.length.text():
            return None
        at = typed.in_utc(typed.coming(said, local(hearing, self.desk.now()))) if said else None
        return next((one.at for one in hearing.planned if not said or one.at == at), None)

    def _show_plan(self) -> None:
        back = self._taken_back()
        at = clock_time(local(self.desk.hearing, back)) if back else ""
        self.plan.show_words(f"Take back {at}" if back else "Plan")

    @staticmethod
    def _refuse(field: LineField, sentence: str) -> None:
        field.refuse(sentence)
        field.setFocus()

    def enter(self) -> None:
        if self.later.editor.hasFocus() or self.length.editor.hasFocus():
            self.plan_recess()
            return
        done = self.act(rules.reconvene) if self.desk.hearing.recess else self._recess()
        if done:
            self.close_sheet()

    def _recess(self) -> bool:
        said = self.back_at.text()
        back_at = typed.coming(said, local(self.desk.hearing, self.desk.now())) if said else None
        if said and back_at is None:
            self._refuse(self.back_at, "This reads as no time. Write it like 7:54 PM, or leave it empty.")
            return False
        return self.act(rules.recess, reason=self.reason.text(), back_at=typed.in_utc(back_at))

    def _take(self, reason: str) -> None:
        self.reason.show_text(reason)
        self.back_at.setFocus()


def _planned(hearing: Hearing) -> str:
    """``Planned: 8:00 PM, 10 minutes.``, or nothing."""
    each = [f"{clock_time(local(hearing, one.at))}, {spoken(one.length)}" for one in hearing.planned]
    return f"Planned: {'; '.join(each)}." if each else ""


def _state(hearing: Hearing, recess: Recess) -> str:
    since = clock_time(local(hearing, recess.start))
    why = f": {recess.reason}" if recess.reason else ""
    back = f" Back at {clock_time(local(hearing, recess.back_at))}." if recess.back_at else ""
    return f"In recess since {since}{why}.{back}"
