"""The recording sheet: when a recording of the meeting began, as the clock or the recorder's counter says (M-11)."""

from datetime import datetime

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.recording import media_text, place
from hearingdesk.ui.console.sheets.sheet import MeetingSheet
from hearingdesk.ui.kit import typed
from hearingdesk.ui.kit.card import heading
from hearingdesk.ui.kit.fields import LineField
from hearingdesk.ui.kit.look import LARGE
from hearingdesk.ui.kit.text import label

WHAT_FOR = (
    "From the moment a recording begins, each speaker's place in it is counted: in the workbook, and in the minutes "
    "where the body's rules say so. A second recording, after a recess, is marked the same way."
)


class RecordingSheet(MeetingSheet):
    """With nothing typed it begins now; else at a time gone by, or as long ago as the counter shows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Recording", "Mark it")
        self.state = label(size=LARGE, wrap=True)
        self.began = LineField("At", hint="Like 5:31 PM or 5:31:20 PM. Empty: it begins now.")
        self.counter = LineField(
            "Or the recorder's counter shows", placeholder="such as 0:12:05", hint="At this moment."
        )
        for field in (self.began, self.counter):
            field.edited.connect(lambda _: self.say(""))
        self.body.addWidget(self.state)
        self.body.addWidget(label(WHAT_FOR, wrap=True))
        self.body.addWidget(heading("A recording began"))
        self.body.addWidget(self.began)
        self.body.addWidget(self.counter)
        self.body.addStretch(1)

    def show_hearing(self, hearing: Hearing) -> None:
        self.state.setText(_state(hearing, self.desk))

    def enter(self) -> None:
        for field, began in ((self.began, self._from_clock()), (self.counter, self._from_counter())):
            if field.text() and began is None:
                field.refuse(_UNREAD[field is self.counter])
                field.setFocus()
                return
        if self.began.text() and self.counter.text():
            self.counter.refuse("The time is typed above already. Leave one of the two empty.")
            return
        began = self._from_clock() or self._from_counter()
        if self.act_and_tell(rules.mark_recording, began=typed.in_utc(began)):
            for field in (self.began, self.counter):
                field.show_text("")

    def _from_clock(self) -> datetime | None:
        return typed.past(self.began.text(), local(self.desk.hearing, self.desk.now()))

    def _from_counter(self) -> datetime | None:
        shows = typed.counter(self.counter.text())
        return None if shows is None else local(self.desk.hearing, self.desk.now()) - shows


_UNREAD = (
    "This reads as no time. Write it like 5:31 PM or 5:31:20 PM, or leave it empty.",
    "This reads as no counter. Write it like 12:05 or 0:12:05, or leave it empty.",
)


def _state(hearing: Hearing, desk: Desk) -> str:
    """``No recording is marked.``, or each with when it began; the last with how far it is by now."""
    begun = [clock_time(local(hearing, start), seconds=True) for start in hearing.recordings]
    if not begun:
        return "No recording is marked."
    each = "; ".join(f"{number} began at {at}" for number, at in enumerate(begun, 1))
    now = place(hearing, desk.now())
    return f"Recording {each}." + (f" It stands at {media_text(now.into)}." if now else "")
