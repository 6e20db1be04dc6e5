"""The life of the minutes in one sheet: presented, corrected, approved, taken up again, and notes beside them."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.approval import Minutes, MinutesState, file_stem
from hearingdesk.domain.events import Event
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import full_date, local, long_date
from hearingdesk.ui.kit import typed
from hearingdesk.ui.kit.button import KeyButton, button
from hearingdesk.ui.kit.card import hairline, heading
from hearingdesk.ui.kit.fields import LineField
from hearingdesk.ui.kit.look import LARGE, Tone
from hearingdesk.ui.kit.sheet import Sheet
from hearingdesk.ui.kit.text import label
from hearingdesk.ui.review.deeds import Deeds

WIDE = 520
NO_DATE = "This reads as no date. Write it like 2026-02-19 or Feb 19, 2026."
WHAT_IT_MEANS = {
    MinutesState.DRAFT: "DRAFT stands on every page. Say when the draft went to the body.",
    MinutesState.PRESENTED: "DRAFT stands on every page until the body has approved them. What they misstate is "
    "corrected, and listed; what a speaker thinks better of now is a note.",
    MinutesState.APPROVED: "They stay as they are. Files of approved minutes are written once and never over.",
    MinutesState.REOPENED: "The approved version stays. Make the corrections, list each, then issue the new version.",
}


class MinutesSheet(Sheet):
    """One main act, which is what comes next in the life of the minutes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Life of the minutes", WIDE)
        self._desk = desk
        self._deeds = Deeds(desk, self.say)
        self._state = label(size=LARGE, bold=True, wrap=True)
        self._means = label(tone=Tone.MUTED, wrap=True)
        self._versions = label(wrap=True)
        self.correction = LineField("Correction", hint="What the minutes said, and what they say now.")
        self.list_it = button("List the correction", self._list, key="Return")
        self._listed = label(wrap=True)
        self.on = LineField("Date", local(desk.hearing, desk.now()).date().isoformat())
        self.motion = LineField("Motion", placeholder="who moved it, and what it says")
        self.note = LineField("Note beside the minutes", hint="What became known later, such as “She meant 2024.”")
        self.add_note = button("Add the note", self._note)
        self.main = self.add_act(button("", self._go, key="Ctrl+Return", kind="main"))
        self._lay_out_parts()
        self._unfollow = desk.follow(self.show_hearing)
        self.closed.connect(self._let_go)
        self.on.edited.connect(lambda _: self._show_day())
        self.correction.editor.returnPressed.connect(self._list)
        self.show_hearing(desk.hearing)

    def _lay_out_parts(self) -> None:
        self._correcting: list[QWidget] = [self.correction, self.list_it, self._listed, hairline()]
        parts: list[QWidget] = [self._state, self._means, self._versions, hairline(), *self._correcting]
        for part in (*parts, self.on, self.motion, hairline(), heading("Afterwards"), self.note, self.add_note):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _let_go(self) -> None:
        unfollow, self._unfollow = self._unfollow, lambda: None
        unfollow()

    def show_hearing(self, hearing: Hearing) -> None:
        life = hearing.minutes
        self._state.setText(life.words)
        self._means.setText(WHAT_IT_MEANS[life.state])
        self._versions.setText(_versions(hearing))
        self._versions.setVisible(bool(life.versions))
        correcting = life.state in (MinutesState.PRESENTED, MinutesState.REOPENED)
        for part in self._correcting:
            part.setVisible(correcting)
        self._listed.setText("\n".join(f"{n}. {line}" for n, line in enumerate(life.corrections, 1)))
        self.motion.setVisible(life.state is not MinutesState.DRAFT)
        self.main.show_words(_next_words(life))
        self._show_day()
        refusal = self._desk.refusal(self._rule(), **self._says(date.max))
        self._refuse(self.main, refusal if "Say by which" not in refusal else "")

    def _refuse(self, made: KeyButton, refusal: str) -> None:
        made.show_refusal(refusal)
        if refusal:
            self.say(refusal, Tone.MUTED)

    def _show_day(self) -> None:
        """The day in full, so that a slip of the finger is seen."""
        day = typed.day(self.on.text())
        self.on.advise(long_date(day) if day else "")

    def _rule(self) -> Callable[..., Event]:
        match self._desk.hearing.minutes.state:
            case MinutesState.DRAFT:
                return rules.present_minutes
            case MinutesState.APPROVED:
                return rules.reopen_minutes
            case _:
                return rules.approve_minutes

    def _says(self, on: date) -> dict[str, object]:
        match self._desk.hearing.minutes.state:
            case MinutesState.DRAFT:
                return {"on": on}
            case MinutesState.APPROVED:
                return {"on": on, "motion": self.motion.text()}
            case _:
                return {"on": on, "motion": self.motion.text(), "head": self._desk.head}

    def _day(self) -> date | None:
        day = typed.day(self.on.text())
        if day is None:
            self.on.refuse(NO_DATE)
            self.on.setFocus()
        return day

    def _go(self) -> None:
        day = self._day()
        if day is not None and self._deeds.act(self._rule(), **self._says(day)):
            self.motion.show_text("")
            self.say("It is on the record.", Tone.GOOD)

    def _list(self) -> None:
        if self._deeds.act(rules.list_correction, text=self.correction.text()):
            self.correction.show_text("")
        self.correction.setFocus()

    def _note(self) -> None:
        day = self._day()
        if day is not None and self._deeds.act(rules.append_note, text=self.note.text(), on=day):
            self.note.show_text("")
            self.say("The note stands beside the minutes, outside the account of the meeting.", Tone.GOOD)


def _next_words(life: Minutes) -> str:
    match life.state:
        case MinutesState.DRAFT:
            return "They were presented"
        case MinutesState.PRESENTED:
            return "Approved as corrected" if life.corrections else "Approved as submitted"
        case MinutesState.APPROVED:
            return "Correct by a motion"
        case MinutesState.REOPENED:
            return "Issue the corrected version"


def _versions(hearing: Hearing) -> str:
    """A line for each version that was approved, and the name of its file."""
    told = [f"Version {each.number}: {each.how}, {full_date(each.on)}" for each in hearing.minutes.versions]
    if hearing.minutes.approved is not None:
        told.append(f"Its files are called {file_stem(hearing)}.")
    return "\n".join(told)
