"""The sheet of retention: until when each series of the record is kept, and the legal hold (P-12)."""

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import full_date, local
from hearingdesk.domain.retention import HELD, NO_SERIES, NOTHING_DELETED, keeping, kept_words
from hearingdesk.ui.console.sheets.sheet import MeetingSheet
from hearingdesk.ui.kit.card import hairline, heading
from hearingdesk.ui.kit.fields import LineField
from hearingdesk.ui.kit.look import Tone
from hearingdesk.ui.kit.text import label

REHEARSAL = "A rehearsal is no record, and is kept for no time."


class RetentionSheet(MeetingSheet):
    """The dates, and one act: the hold is placed where there is none, and lifted where there is one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "How long it is kept", "Place the hold", 560)
        self.hold = label(wrap=True, bold=True, tone=Tone.WARN)
        self.dates = label(wrap=True)
        self.reason = LineField("Why", hint="It stands in the internal record alone.")
        self.reason.edited.connect(lambda _: self.say(""))
        self.body.addWidget(self.hold)
        self.body.addWidget(self.dates)
        self.body.addWidget(label(NOTHING_DELETED, wrap=True, tone=Tone.MUTED))
        self.body.addWidget(hairline())
        self.body.addWidget(heading("Legal hold"))
        self.body.addWidget(self.reason)
        self.body.addStretch(1)

    def show_hearing(self, hearing: Hearing) -> None:
        self.hold.setText(_hold(hearing))
        self.hold.setVisible(hearing.hold is not None)
        self.dates.setText(_dates(hearing))
        held = hearing.hold is not None
        self.main.show_words("Lift the hold" if held else "Place the hold")
        self.reason.editor.setPlaceholderText(
            "on whose word it is lifted" if held else "the matter, and who asked for it"
        )

    def enter(self) -> None:
        rule = rules.lift_hold if self.desk.hearing.hold else rules.place_hold
        if self.act_and_tell(rule, reason=self.reason.text()):
            self.reason.show_text("")


def _hold(hearing: Hearing) -> str:
    if hearing.hold is None:
        return ""
    since, reason = hearing.hold
    return f"{HELD} Since {full_date(local(hearing, since))}: {reason.rstrip('.')}."


def _dates(hearing: Hearing) -> str:
    if hearing.meeting.rehearsal:
        return REHEARSAL
    kept = keeping(hearing)
    return "\n\n".join(f"{series.title}: {kept_words(kept, series)}." for series in kept.series) or NO_SERIES
