"""The handover sheet: somebody else keeps the record from here on, and every entry carries their initials (P-13)."""

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.events import RecordHandedOver
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import clock_time, local
from hearingdesk.ui.console.sheets.sheet import MeetingSheet
from hearingdesk.ui.kit.fields import LineField
from hearingdesk.ui.kit.look import LARGE, Tone
from hearingdesk.ui.kit.text import label

WHAT_FOR = "Every entry carries the initials of whoever made it: in the journal, and in the log of the internal copy."


class HandoverSheet(MeetingSheet):
    """The initials, and Enter."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Hand the record over", "Hand over", 460)
        self.state = label(size=LARGE, wrap=True)
        self.to = LineField("Initials of whoever takes over", placeholder="such as mk")
        self.so_far = label(wrap=True, tone=Tone.MUTED)
        self.to.edited.connect(lambda _: self.say(""))
        for part in (self.state, self.to, label(WHAT_FOR, wrap=True), self.so_far):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_hearing(self, hearing: Hearing) -> None:
        by = self.desk.by
        self.state.setText(f"Entries are made by {by}." if by else "Entries carry no initials so far.")
        self.so_far.setText(_so_far(hearing))
        self.so_far.setVisible(bool(self.so_far.text()))

    def focus_first(self) -> None:
        self.to.setFocus()

    def enter(self) -> None:
        if self.act(rules.hand_over, to=self.to.text()):
            self.close_sheet()


def _so_far(hearing: Hearing) -> str:
    """``Handed over: 7:10 PM from rd to mk.``; empty where it never was."""
    told = [
        f"{clock_time(local(hearing, entry.at))} {f'from {entry.by} ' if entry.by else ''}to {entry.event.to}"
        for entry in hearing.live_entries()
        if isinstance(entry.event, RecordHandedOver)
    ]
    return f"Handed over: {'; '.join(told)}." if told else ""
