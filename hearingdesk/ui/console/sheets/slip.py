"""The slip sheet: correct what a slip says, withdraw it, take it back from the tray, move it in the queue."""

from dataclasses import replace

from hearingdesk.desk import Act, Desk
from hearingdesk.domain import rules
from hearingdesk.domain.counts import how_many
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.hearing import Hearing, Item, Registration
from hearingdesk.domain.in_force import rule_sentence, rules_on
from hearingdesk.domain.local import local
from hearingdesk.domain.rules.pooling import why_not_cede
from hearingdesk.domain.timing import allotment
from hearingdesk.domain.values import Contact, Position, SignUp, Standing
from hearingdesk.ui.console.clockface import allotted_words
from hearingdesk.ui.console.floor import donors_words
from hearingdesk.ui.console.sheets.person_field import PersonField, slip_number
from hearingdesk.ui.console.sheets.sheet import Drawer, DrawerSheet
from hearingdesk.ui.console.sheets.slip_form import SlipForm
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.fields import ChoiceField, LineField, in_line
from hearingdesk.ui.kit.flow import Flow
from hearingdesk.ui.kit.look import HAND, Tone, px
from hearingdesk.ui.kit.text import label

STATED: list[tuple[Position | None, str]] = [
    (None, "nothing: the slip's counts"),
    *((position, f"{position.word}  {position.mark}") for position in Position),
]


class SlipSheet(DrawerSheet):
    """One slip, by its number; 0 is who has the floor, else the next in the queue (G-07)."""

    def __init__(self, desk: Desk, slip: int = 0, *, giving: bool = False) -> None:
        """``giving``: it opens with the question to whom the turn is given."""
        super().__init__(desk, "Slip", "Record the correction", 640)
        self._giving = giving
        self.number = LineField("Slip number")
        self.number.editor.editingFinished.connect(self._number_typed)
        self.standing = label(tone=Tone.MUTED, wrap=True)
        self.withdraw = button("Withdraw…", self._withdraw)
        self.put_back = button("Back to the queue", self._put_back)
        self.move_in_queue = button("Move…", self._move)
        self.give = button("Give the turn to…", self._give)
        self.take_back = button("Take the turn back", self._take_back)
        self.stated = ChoiceField[Position | None]("Position stated at the microphone", STATED)
        self.form = SlipForm(desk.hearing)
        self.reason = LineField("Why it is corrected", hint="This goes on the record; may be left out.")
        self._slip = slip or _first(desk.hearing)
        self._lay_out_fields()
        self._fill()

    def _lay_out_fields(self) -> None:
        self.number.setFixedWidth(px(120))
        number = in_line(self.number, self.standing)
        number.setStretch(0, 0)
        number.setStretch(1, 1)
        self.standing.setMinimumHeight(px(HAND))
        self.body.addLayout(number)
        self.body.addLayout(Flow(self.withdraw, self.put_back, self.move_in_queue, self.give, self.take_back, gap=6))
        self.add_room()
        self.body.addWidget(self.stated)
        self.body.addWidget(self.form)
        self.body.addWidget(self.reason)
        self.body.addStretch(1)

    @property
    def slip(self) -> int:
        return self._slip

    def show_slip(self, slip: int) -> None:
        """Another slip; what was typed and not recorded on this one is let go."""
        self._slip = slip
        self._fill()
        self.show_hearing(self.desk.hearing)

    def show_hearing(self, hearing: Hearing) -> None:
        registration = hearing.registrations.get(self._slip)
        self.number.refuse("" if registration else f"There is no slip {self._slip}." if self._slip else "No slip yet.")
        self.form.setEnabled(registration is not None)
        self.standing.setText(_standing(hearing, registration) if registration else "")
        self.stated.setVisible(registration is not None and registration.heard)
        self.withdraw.show_refusal(self.desk.refusal(rules.withdraw_speaker, slip=self._slip))
        self.put_back.show_refusal(self.desk.refusal(rules.return_speaker, slip=self._slip))
        waiting = registration is not None and registration.standing is Standing.WAITING
        self.move_in_queue.show_refusal("" if waiting else "Only somebody waiting can be moved in the queue.")
        self.give.show_refusal(why_not_cede(hearing, self._slip))
        self.take_back.show_refusal(self.desk.refusal(rules.reclaim_time, slip=self._slip))

    def focus_first(self) -> None:
        (self.form.name if self._slip else self.number).setFocus()
        if self._giving and not why_not_cede(self.desk.hearing, self._slip):
            self._give()

    def at_rest(self) -> SlipForm | LineField:
        return self.form.name

    def enter(self) -> None:
        if not self.enter_drawer() and self._correct():
            self.close_sheet()

    def _correct(self) -> bool:
        """The slip and the contact beside it, whichever was changed."""
        desk, slip = self.desk, self._slip
        sign_up = self.form.sign_up(local(desk.hearing, desk.now()))
        registration = desk.hearing.registrations.get(slip)
        if sign_up is None or registration is None:
            return False
        contact = self.form.contact()
        contact_changed = contact != desk.contacts.get(slip, Contact())
        acts = self._acts(registration, sign_up, nothing_else=not contact_changed)
        recorded = not acts or self.attempt(lambda: desk.record_all(acts))
        return recorded and (not contact_changed or self.attempt(lambda: desk.keep_contact(slip, contact)))

    def _acts(self, registration: Registration, sign_up: SignUp, *, nothing_else: bool) -> list[Act]:
        """What goes on the record. With nothing changed at all it is the rule that says so."""
        slip, stated = registration.slip, self.stated.value()
        acts = []
        if stated not in (None, registration.stated):
            acts.append(Act(rules.state_position, {"position": stated, "slip": slip}))
        if sign_up != registration.sign_up or (nothing_else and not acts):
            correction = {"slip": slip, "sign_up": sign_up, "reason": self.reason.text()}
            acts.append(Act(rules.correct_registration, correction))
        return acts

    def _fill(self) -> None:
        registration = self.desk.hearing.registrations.get(self._slip)
        self.number.show_text(str(self._slip) if self._slip else "")
        self.reason.show_text("")
        if registration:
            self.stated.show_value(registration.stated)
            self.form.show_slip(registration.sign_up, self.desk.contacts.get(self._slip, Contact()))

    def _number_typed(self) -> None:
        typed = self.number.text()
        slip = slip_number(typed)
        if slip in self.desk.hearing.registrations:
            if slip != self._slip:
                self.show_slip(slip)
        else:
            self.number.refuse(f"There is no slip {typed}. The number stands on the slip and in the queue.")

    def _withdraw(self) -> None:
        self.open_drawer(WithdrawDrawer(self._slip))

    def _put_back(self) -> None:
        if self.act(rules.return_speaker, slip=self._slip):
            self.note("Back in the queue, as next.")

    def _give(self) -> None:
        self.open_drawer(GiveDrawer(self.desk, self._slip))

    def _take_back(self) -> None:
        if self.act(rules.reclaim_time, slip=self._slip):
            self.note("Back in the queue.")

    def _move(self) -> None:
        self.open_drawer(MoveDrawer(self.desk.hearing, self._slip))


class WithdrawDrawer(Drawer):
    """Somebody does not want to speak after all."""

    verb = "Withdraw"

    def __init__(self, slip: int) -> None:
        super().__init__()
        self._slip = slip
        self.reason = LineField("Why withdrawn", hint="May be left out.")
        self.rows.addWidget(self.reason)

    def record(self, desk: Desk) -> str:
        desk.record(rules.withdraw_speaker, slip=self._slip, reason=self.reason.text())
        return f"Slip {self._slip} is withdrawn."


class MoveDrawer(Drawer):
    """To another place in the queue; three places or more need a reason (Q-02)."""

    verb = "Move"

    def __init__(self, hearing: Hearing, slip: int) -> None:
        super().__init__()
        self._slip = slip
        queue = hearing.items[hearing.registrations[slip].sign_up.item].queue
        self._waiting = len(queue)
        here = queue.index(slip) + 1
        self.place = LineField("To which place", "1", hint=f"Now {here} of {self._waiting}; 1 is next.")
        self.reason = LineField("Why moved", hint="A move by three places or more needs its reason.")
        self.rows.addWidget(self.place)
        self.rows.addWidget(self.reason)

    def record(self, desk: Desk) -> str:
        place = slip_number(self.place.text())
        if not 1 <= place <= self._waiting:
            sentence = f"Write a place from 1 to {self._waiting}."
            self.place.refuse(sentence)
            raise OutOfOrder(sentence)
        desk.record(rules.move_speaker, slip=self._slip, place=place - 1, reason=self.reason.text())
        return f"Slip {self._slip} is now number {place} in the queue."


class GiveDrawer(Drawer):
    """To whom the turn is given, with what that comes to under the rule of the body (T-13)."""

    verb = "Give the turn"

    def __init__(self, desk: Desk, slip: int) -> None:
        super().__init__()
        self._desk, self._slip = desk, slip
        self.to = PersonField(desk, "To whom")
        self.working = label(wrap=True)
        self.rows.addWidget(self.to)
        self.rows.addWidget(self.working)
        self.to.edited.connect(lambda _: self._show_working())
        self.working.setText(rule_sentence(desk.hearing, _item(desk.hearing, slip)))

    def record(self, desk: Desk) -> str:
        to = self.to.need()
        desk.record(rules.cede_time, slip=self._slip, to=to)
        return f"Given to {desk.hearing.registrations[to].name}: {_allotted(desk.hearing, to)}."

    def _show_working(self) -> None:
        hearing, to = self._desk.hearing, self.to.slip
        recipient = hearing.registrations.get(to)
        if recipient is None:
            self.working.setText(rule_sentence(hearing, _item(hearing, self._slip)))
            return
        refusal = self._desk.refusal(rules.cede_time, slip=self._slip, to=to)
        given = replace(recipient, donors=(*recipient.donors, self._slip))
        item = _item(hearing, to)
        working = allotment(rules_on(hearing, item), item.limit, given).working
        self.working.setText(refusal or f"{recipient.name} would have {working}.")


def _item(hearing: Hearing, slip: int) -> Item:
    return hearing.items[hearing.registrations[slip].sign_up.item]


def _allotted(hearing: Hearing, slip: int) -> str:
    """The working of the turn on the floor, or of the turn to come."""
    turn = hearing.turn
    if turn is not None and turn.slip == slip:
        return allotted_words(turn.allotment)
    item = _item(hearing, slip)
    return allotted_words(allotment(rules_on(hearing, item), item.limit, hearing.registrations[slip]))


def _turn_of(hearing: Hearing, registration: Registration) -> list[str]:
    """What the slip's turn comes to and who gave to it, or to whom it was given."""
    if registration.standing is Standing.YIELDED:
        return [f"to {hearing.registrations[registration.yielded_to].name}"]
    if registration.standing not in (Standing.WAITING, Standing.CALLED, Standing.SPEAKING):
        return []
    given = donors_words(hearing, registration)
    return [_allotted(hearing, registration.slip), *([given] if given else [])]


def _first(hearing: Hearing) -> int:
    """Who has the floor, else who is next, else the first slip there is."""
    if hearing.speaker:
        return hearing.speaker.slip
    queue = hearing.item.queue if hearing.item else ()
    return next(iter(queue), min(hearing.registrations, default=0))


def _standing(hearing: Hearing, registration: Registration) -> str:
    parts = [registration.standing.word]
    queue = hearing.items[registration.sign_up.item].queue
    if registration.slip in queue:
        parts.append(f"number {queue.index(registration.slip) + 1} of {len(queue)} in the queue")
    parts += _turn_of(hearing, registration)
    if registration.late:
        parts.append("late slip")
    if registration.stated is not None:
        parts.append(f"stated: {registration.stated.word}")
    others = [slip for slip in hearing.shares_name(registration) if slip != registration.slip]
    if others:
        slips = ", ".join(map(str, others))
        parts.append(f"{how_many(len(others), 'other slip')} with this name: {slips}")
    return " · ".join(parts)
