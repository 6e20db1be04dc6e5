"""The roll sheet: call to order, the roll by single keys, who came and left since, the quorum."""

from functools import partial

from immutables import Map
from PySide6.QtWidgets import QWidget

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing, Phase
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.members import with_office
from hearingdesk.domain.values import Attendance, Member, Present
from hearingdesk.ui.console.sheets.sheet import MeetingSheet
from hearingdesk.ui.console.sheets.words import ATTENDANCES, quorum
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import column, row
from hearingdesk.ui.kit.fields import ChoiceField, LineField
from hearingdesk.ui.kit.lines import ONE_LINE, Line, LinesView
from hearingdesk.ui.kit.look import Tone
from hearingdesk.ui.kit.text import label

MARKS = {
    "P": Attendance.PRESENT,
    "R": Attendance.REMOTE,
    "E": Attendance.EXCUSED,
    "A": Attendance.ABSENT,
}


class RollSheet(MeetingSheet):
    """First the call to order, then the roll, then arrivals and departures: always what comes next."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Roll", "Call to order")
        self._marks: Map[str, Attendance] = Map()
        self._calling = desk.hearing.rolled is None
        self.presiding = ChoiceField("Presiding", [(m.id, with_office(m)) for m in desk.hearing.body.members])
        self.why_acting = LineField("Why the chair does not preside", hint="Only if somebody else presides.")
        self.quorum = label(bold=True, wrap=True)
        self.list = LinesView("Members", letters="PREAD", height=ONE_LINE)
        self.list.setMinimumHeight(200)
        self.list.letter.connect(self._letter)
        self.list.opened.connect(self.enter)
        self.staff = LineField("Others present", hint="Staff as the minutes are to name them, with ; between.")
        self.again = button("Call the roll again", self.call_again)
        self._lay_out_fields()

    def _lay_out_fields(self) -> None:
        self._keys = {key: button(word, partial(self._letter, key), key=key) for key, word in _KEYS.items()}
        self._order = QWidget()
        self._order.setLayout(column(self.presiding, self.why_acting, None, spacing=12))
        self.body.addWidget(self._order)
        self.body.addWidget(self.quorum)
        self.body.addLayout(row(*self._keys.values(), None))
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.staff)
        self.body.addLayout(row(self.again, None))

    def show_hearing(self, hearing: Hearing) -> None:
        before = hearing.phase is Phase.PREPARED
        self._show_parts(before=before)
        if before:
            return
        self.list.show_lines([self._line(hearing, member) for member in hearing.body.members])
        said = self._quorum_marked(hearing) if self._calling else quorum(hearing)
        short = not self._calling and not hearing.has_quorum
        self.quorum.setText(said)
        self.quorum.show_tone(Tone.WARN if short else Tone.PLAIN)

    def focus_first(self) -> None:
        (self.presiding if self.presiding.isVisibleTo(self) else self.list).setFocus()

    def call_again(self) -> None:
        """The whole roll once more, as after everybody had to leave the room."""
        self._calling = True
        self._marks = Map()
        self.show_hearing(self.desk.hearing)
        self.list.choose(self.desk.hearing.body.members[0].id)
        self.list.setFocus()

    def enter(self) -> None:
        if self.desk.hearing.phase is Phase.PREPARED:
            self._call_to_order()
        elif self._calling:
            self._record_roll()

    def _call_to_order(self) -> None:
        presiding, why = self.presiding.value(), self.why_acting.text()
        if self.act(rules.call_to_order, presiding=presiding, why_acting=why):
            self.list.setFocus()

    def _record_roll(self) -> None:
        roll = tuple(Present(m.id, self._marks[m.id]) for m in self.desk.hearing.body.members if m.id in self._marks)
        staff = tuple(name for part in self.staff.text().split(";") if (name := part.strip()))
        if self.act(rules.call_roll, roll=roll, staff=staff):
            self._calling = False
            self.show_hearing(self.desk.hearing)
            self.note(f"The roll is on the record. {quorum(self.desk.hearing)}")

    def _letter(self, letter: str) -> None:
        member = str(self.list.key)
        if self._calling:
            self._mark(member, letter)
        elif letter in "PR":
            self.act(rules.member_arrives, member=member, remote=letter == "R")
        elif letter == "D":
            self.act(rules.member_departs, member=member)

    def _mark(self, member: str, letter: str) -> None:
        if letter in MARKS:
            self._marks = self._marks.set(member, MARKS[letter])
            self.show_hearing(self.desk.hearing)
            self.list.go_on()

    def _show_parts(self, *, before: bool) -> None:
        self._order.setVisible(before)
        self.quorum.setVisible(not before)
        self.list.setVisible(not before)
        for key, caption in self._keys.items():
            caption.setVisible(not before and key in ("PREA" if self._calling else "PRD"))
        self._keys["P"].show_words("Present" if self._calling else "Arrives")
        self._keys["R"].show_words("Remote" if self._calling else "Arrives, remote")
        self.staff.setVisible(not before and self._calling)
        self.again.setVisible(not before and not self._calling)
        self.main.setVisible(before or self._calling)
        self.main.show_words("Call to order" if before else "Record the roll")

    def _line(self, hearing: Hearing, member: Member) -> Line:
        if self._calling:
            mark = self._marks.get(member.id)
            word = ATTENDANCES[mark] if mark else "not called yet"
            here = mark is not None and mark.here
        else:
            here = member.id in hearing.present
            word = _presence(hearing, member)
        return Line(member.id, with_office(member), aside=word, tone=Tone.GOOD if here else Tone.MUTED)

    def _quorum_marked(self, hearing: Hearing) -> str:
        here = sum(mark.here for mark in self._marks.values())
        members = len(hearing.body.members)
        return f"{here} of {members} marked present; {hearing.body.quorum} make a quorum."


_KEYS = {"P": "Present", "R": "Remote", "E": "Excused", "A": "Absent", "D": "Departs"}


def _presence(hearing: Hearing, member: Member) -> str:
    """Where a member is, and since when if it changed since the roll: ``Left at 8:10 PM``."""
    moved = next((m for m in reversed(hearing.movements) if m.member == member.id), None)
    if moved is not None and (hearing.rolled is None or moved.at.utc >= hearing.rolled.utc):
        at = clock_time(local(hearing, moved.at))
        return f"{'Arrived' if moved.arrived else 'Left'} at {at}{', remote' if moved.remote else ''}"
    line = next((line for line in hearing.roll if line.member == member.id), None)
    return ATTENDANCES[line.attendance] if line else "not on the roll"
