"""The roll sheet: call to order, the roll by single keys, who came and left since, the quorum."""

from functools import partial

from immutables import Map
from PySide6.QtWidgets import QWidget

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing, Phase
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.members import absent_presiding, unchecked_recess, with_office
from hearingdesk.domain.values import Attendance, Member, Present
from hearingdesk.ui.console.sheets.sheet import Drawer, DrawerSheet
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


class RollSheet(DrawerSheet):
    """First the call to order, then the roll, then arrivals and departures: always what comes next.

    After a recess it asks who is back: all are marked as they were, and Enter puts the roll on the record.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Roll", "Call to order", 560)
        self._marks: Map[str, Attendance] = Map()
        self._notes: Map[str, str] = Map()
        self._calling = desk.hearing.rolled is None
        if unchecked_recess(desk.hearing):
            self._calling, self._marks = True, _as_now(desk.hearing)
        self.presiding = ChoiceField(
            "Presiding", [(m.id, with_office(m)) for m in desk.hearing.body.members], as_written=True
        )
        self.why_acting = LineField("Why the chair does not preside", hint="Only if somebody else presides.")
        self.quorum = label(bold=True, wrap=True)
        self.list = LinesView("Members", letters="PREADC", height=ONE_LINE)
        self.list.setMinimumHeight(200)
        self.list.letter.connect(self._letter)
        self.list.opened.connect(self.enter)
        self.list.chosen.connect(self._show_note)
        self.presides = label(wrap=True, tone=Tone.MUTED)
        self.about = LineField("Note on this member", placeholder="such as: expected in due course")
        self.about.edited.connect(self._keep_note)
        self.staff = LineField(
            "Others present",
            "; ".join(desk.hearing.staff),
            hint="Staff as the minutes are to name them, with ; between.",
        )
        self.again = button("Call the roll again", self.call_again)
        self._lay_out_fields()

    def _lay_out_fields(self) -> None:
        self._keys = {key: button(word, partial(self._letter, key), key=key) for key, word in _KEYS.items()}
        self._order = QWidget()
        self._order.setLayout(column(self.presiding, self.why_acting, None, spacing=12))
        self.body.addWidget(self._order)
        self.body.addWidget(self.quorum)
        self.body.addWidget(self.presides)
        self.body.addLayout(row(*self._keys.values(), None))
        self.body.addWidget(self.list, 1)
        self.add_room()
        self.body.addWidget(self.about)
        self.body.addWidget(self.staff)
        self.body.addLayout(row(self.again, None))

    def show_hearing(self, hearing: Hearing) -> None:
        before = hearing.phase is Phase.PREPARED
        self._show_parts(before=before)
        if before:
            return
        self.list.show_lines([self._line(hearing, member) for member in hearing.body.members])
        self._show_presiding(hearing)
        self._show_note()
        said = self._quorum_marked(hearing) if self._calling else quorum(hearing)
        short = not self._calling and not hearing.has_quorum
        self.quorum.setText(said)
        self.quorum.show_tone(Tone.WARN if short else Tone.PLAIN)

    def focus_first(self) -> None:
        (self.presiding if self.presiding.isVisibleTo(self) else self.list).setFocus()

    def at_rest(self) -> LinesView:
        return self.list

    def call_again(self) -> None:
        """The whole roll once more, as after everybody had to leave the room."""
        self._calling = True
        self._marks, self._notes = Map(), Map()
        self.show_hearing(self.desk.hearing)
        self.list.choose(self.desk.hearing.body.members[0].id)
        self.list.setFocus()

    def enter(self) -> None:
        if self.enter_drawer():
            return
        if self.desk.hearing.phase is Phase.PREPARED:
            self._call_to_order()
        elif self._calling:
            self._record_roll()

    def _call_to_order(self) -> None:
        presiding, why = self.presiding.value(), self.why_acting.text()
        if self.act_and_tell(rules.call_to_order, presiding=presiding, why_acting=why):
            self.list.setFocus()

    def _record_roll(self) -> None:
        marked = [m.id for m in self.desk.hearing.body.members if m.id in self._marks]
        roll = tuple(Present(member, self._marks[member], self._notes.get(member, "")) for member in marked)
        staff = tuple(name for part in self.staff.text().split(";") if (name := part.strip()))
        if self.act(rules.call_roll, roll=roll, staff=staff):
            self.close_sheet()

    def _letter(self, letter: str) -> None:
        member = str(self.list.key)
        if self._calling:
            self._mark(member, letter)
        elif letter in "PR":
            self.act_and_tell(rules.member_arrives, member=member, remote=letter == "R")
        elif letter == "D":
            self.act_and_tell(rules.member_departs, member=member)
        elif letter == "C":
            self._pass_presiding(member)

    def _pass_presiding(self, member: str) -> None:
        refusal = self.desk.refusal(rules.pass_presiding, to=member)
        if refusal:
            self.say(refusal)
        else:
            self.main.show()
            self.open_drawer(PresidingDrawer(self.desk.hearing, member))

    def _mark(self, member: str, letter: str) -> None:
        if letter in MARKS:
            self.say("")
            self._marks = self._marks.set(member, MARKS[letter])
            self.show_hearing(self.desk.hearing)
            self.list.go_on()

    def _show_parts(self, *, before: bool) -> None:
        self._order.setVisible(before)
        self.quorum.setVisible(not before)
        self.list.setVisible(not before)
        for key, caption in self._keys.items():
            caption.setVisible(not before and key in ("PREA" if self._calling else "PRDC"))
        self._keys["P"].show_words("Present" if self._calling else "Arrives")
        self._keys["R"].show_words("Remote" if self._calling else "Arrives, remote")
        self.staff.setVisible(not before and self._calling)
        self.again.setVisible(not before and not self._calling)
        self.presides.setVisible(not before)
        self.about.setVisible(not before and self._calling)
        self.main.setVisible(before or self._calling or self.drawer is not None)
        if self.drawer is None:
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

    def _show_presiding(self, hearing: Hearing) -> None:
        recess, gone = unchecked_recess(hearing), absent_presiding(hearing)
        back = "After the recess: mark who is not back, then Enter. " if recess and self._calling else ""
        self.presides.setText(back + (gone or f"{with_office(hearing.member(hearing.presiding))}, presides."))
        self.presides.show_tone(Tone.WARN if gone or back else Tone.MUTED)

    def _show_note(self) -> None:
        note = self._notes.get(str(self.list.key), "")
        if self.about.text() != note:
            self.about.show_text(note)

    def _keep_note(self, note: str) -> None:
        self._notes = self._notes.set(str(self.list.key), note.strip())

    def _quorum_marked(self, hearing: Hearing) -> str:
        here = sum(mark.here for mark in self._marks.values())
        members = len(hearing.body.members)
        return f"{here} of {members} marked present; {hearing.body.quorum} make a quorum."


_KEYS = {"P": "Present", "R": "Remote", "E": "Excused", "A": "Absent", "D": "Departs", "C": "Presides…"}


class PresidingDrawer(Drawer):
    """Another member presides; the reason is optional, and the minutes say both."""

    verb = "Presides from now on"

    def __init__(self, hearing: Hearing, member: str) -> None:
        super().__init__()
        self._member = member
        self.reason = LineField(
            f"Why {hearing.member(member).name} presides", placeholder="such as: the Chair is recused from this item"
        )
        self.rows.addWidget(self.reason)

    def record(self, desk: Desk) -> str:
        desk.record(rules.pass_presiding, to=self._member, reason=self.reason.text())
        return f"{desk.hearing.member(self._member).name} presides."


def _as_now(hearing: Hearing) -> Map[str, Attendance]:
    """Everybody as they were last: who was there is marked present, who was not as the roll had them."""
    called = {line.member: line.attendance for line in hearing.roll}
    remote = {m.member for m in hearing.movements if m.arrived and m.remote}

    def mark(member: str) -> Attendance:
        was = called.get(member, Attendance.ABSENT)
        if member in hearing.present:
            return Attendance.REMOTE if member in remote or was is Attendance.REMOTE else Attendance.PRESENT
        return Attendance.ABSENT if was.here else was

    return Map({member.id: mark(member.id) for member in hearing.body.members})


def _presence(hearing: Hearing, member: Member) -> str:
    """Where a member is, and since when if it changed since the roll: ``Left at 8:10 PM``."""
    moved = next((m for m in reversed(hearing.movements) if m.member == member.id), None)
    if moved is not None and (hearing.rolled is None or moved.at.utc >= hearing.rolled.utc):
        at = clock_time(local(hearing, moved.at))
        return f"{'Arrived' if moved.arrived else 'Left'} at {at}{', remote' if moved.remote else ''}"
    line = next((line for line in hearing.roll if line.member == member.id), None)
    return ATTENDANCES[line.attendance] if line else "not on the roll"
