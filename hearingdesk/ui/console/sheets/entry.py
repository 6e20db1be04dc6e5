"""One entry of the journal: what rests on it is shown before it is struck, or put back (P-08)."""

from hearingdesk.desk import Act, Desk
from hearingdesk.domain import rules
from hearingdesk.domain.counts import how_many
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import Entry, EntryStruck, HearingPrepared, StrikeLifted
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.rules.corrections import rests_on
from hearingdesk.domain.wording import words
from hearingdesk.ui.console.sheets.sheet import MeetingSheet
from hearingdesk.ui.kit.fields import LineField
from hearingdesk.ui.kit.lines import Line, LinesView
from hearingdesk.ui.kit.look import LARGE, Tone
from hearingdesk.ui.kit.text import label

NEVER_STRUCK = (HearingPrepared, EntryStruck, StrikeLifted)
Fallen = list[tuple[Entry, str]]


class EntrySheet(MeetingSheet):
    """One entry by its number, 0 the latest. Enter strikes it and all that rests on it, or puts a struck one back."""

    def __init__(self, desk: Desk, seq: int = 0) -> None:
        super().__init__(desk, "Entry of the journal", "Strike it", 560)
        self._seq = seq or len(desk.hearing.entries)
        self.about = label(tone=Tone.MUTED, wrap=True)
        self.said_then = label(size=LARGE, bold=True, wrap=True)
        self.consequences = label(wrap=True)
        self.list = LinesView("Entries that rest on it", lead=48)
        self.list.opened.connect(self.enter)
        self.reason = LineField("Why", hint="This goes on the record; may be left out.")
        for part in (self.about, self.said_then, self.consequences, self.list, self.reason):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_hearing(self, hearing: Hearing) -> None:
        entry, struck = hearing.entries[self._seq - 1], self._seq in hearing.struck
        at = clock_time(local(hearing, entry.at), seconds=True)
        state = "struck" if struck else "counts"
        self.about.setText(f"Entry {self._seq} · {at} · {entry.by or 'no initials'} · {state}")
        self.said_then.setText(words(entry, hearing))
        fallen = self._fallen(hearing)
        refusal = self._refusal(hearing, fallen)
        self.consequences.setText(refusal or _consequences(fallen, struck=struck))
        self.list.show_lines([_line(hearing, each, why) for each, why in fallen])
        self.list.fit(6)
        self.list.setVisible(bool(fallen))
        self.reason.setVisible(not struck)
        self.main.show_words(_verb(len(fallen), struck=struck))
        self.main.show_refusal(refusal)

    def focus_first(self) -> None:
        (self.main if self._seq in self.desk.hearing.struck else self.reason).setFocus()

    def enter(self) -> None:
        hearing = self.desk.hearing
        if refusal := self._refusal(hearing, self._fallen(hearing)):
            self.say(refusal)
        elif self.attempt(lambda: self.desk.record_all(self._acts(self.desk.hearing))):
            self.close_sheet()

    def _acts(self, hearing: Hearing) -> list[Act]:
        if self._seq in hearing.struck:
            return [Act(rules.lift_strike, {"seq": self._seq})]
        reason = self.reason.text()
        because = f"rests on entry {self._seq}" + (f": {reason}" if reason else "")
        later = [entry.seq for entry, _ in reversed(self._fallen(hearing))]
        acts = [Act(rules.strike_entry, {"seq": seq, "reason": because}) for seq in later]
        return [*acts, Act(rules.strike_entry, {"seq": self._seq, "reason": reason})]

    def _fallen(self, hearing: Hearing) -> Fallen:
        """What would no longer be in order with this entry struck, or put back, with the rule's sentence."""
        if isinstance(hearing.entries[self._seq - 1].event, NEVER_STRUCK):
            return []
        return rests_on(hearing, self._seq, hearing.struck ^ {self._seq})

    def _refusal(self, hearing: Hearing, fallen: Fallen) -> str:
        """Why it can be neither struck nor put back; entries resting on a struck one are struck with it."""
        try:
            if self._seq in hearing.struck:
                rules.lift_strike(hearing, self._seq)
            elif not fallen:
                rules.strike_entry(hearing, self._seq)
        except OutOfOrder as refusal:
            return refusal.sentence
        return ""


def _consequences(fallen: Fallen, *, struck: bool) -> str:
    if struck or not fallen:
        return "Nothing else changes: no later entry rests on it."
    number = how_many(len(fallen), "later entry", "later entries")
    return f"{number} {'rests' if len(fallen) == 1 else 'rest'} on it and would be struck with it:"


def _verb(fallen: int, *, struck: bool) -> str:
    if struck:
        return "Let it count again"
    return f"Strike it and {how_many(fallen, 'entry', 'entries')} more" if fallen else "Strike it"


def _line(hearing: Hearing, entry: Entry, why: str) -> Line:
    return Line(entry.seq, words(entry, hearing), why, lead=str(entry.seq))
