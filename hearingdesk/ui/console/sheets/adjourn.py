"""The adjourning sheet: what is left open, how it was adjourned, and afterwards the head of the journal."""

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing, Phase
from hearingdesk.domain.local import clock_time, local
from hearingdesk.ui.console.sheets.checklists import before_adjourning
from hearingdesk.ui.console.sheets.checks_view import ChecksView
from hearingdesk.ui.console.sheets.sheet import MeetingSheet
from hearingdesk.ui.kit.card import heading
from hearingdesk.ui.kit.fields import LineField
from hearingdesk.ui.kit.look import LARGE
from hearingdesk.ui.kit.text import label


class AdjournSheet(MeetingSheet):
    """Enter adjourns; where the rule forbids it, its sentence stands above the grey button."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Adjourn", "Adjourn")
        self.how = LineField("How", "without objection", hint="As the minutes are to say it.")
        self.done = label(size=LARGE, wrap=True)
        self._heading = heading("Before the meeting is adjourned")
        self.checks = ChecksView(self.go_to.emit)
        self.body.addWidget(self.how)
        self.body.addWidget(self._heading)
        self.body.addWidget(self.checks)
        self.body.addWidget(self.done)
        self.body.addStretch(1)

    def show_hearing(self, hearing: Hearing) -> None:
        over = hearing.phase is Phase.ADJOURNED
        for part in (self.how, self._heading, self.checks, self.main):
            part.setVisible(not over)
        self.done.setVisible(over)
        self.checks.show_checks(before_adjourning(hearing))
        refusal = self.desk.refusal(rules.adjourn, how="")
        self.main.show_refusal(refusal)
        self.say("" if over else refusal)
        if over:
            self.done.setText(_adjourned(hearing, self.desk.head))

    def enter(self) -> None:
        self.act(rules.adjourn, how=self.how.text() or "without objection")


def _adjourned(hearing: Hearing, head: str) -> str:
    at = f" at {clock_time(local(hearing, hearing.adjourned))}" if hearing.adjourned else ""
    grouped = " ".join(head[n : n + 8] for n in range(0, len(head), 8))
    return (
        f"Adjourned{at}, {hearing.adjourned_how}.\n\nJournal head, entry {len(hearing.entries)}:\n{grouped}\n\n"
        "Whoever holds this line can tell later whether the journal was changed."
    )
