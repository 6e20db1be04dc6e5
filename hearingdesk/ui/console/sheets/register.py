"""The full slip form for somebody new; it stays open, for slips come in stacks."""

from dataclasses import replace

from hearingdesk.desk import Desk
from hearingdesk.domain.cutoff import came_late, public_sentence
from hearingdesk.domain.hearing import Hearing, name_key
from hearingdesk.domain.local import local
from hearingdesk.domain.moments import Moment, elapsed
from hearingdesk.domain.names import as_read
from hearingdesk.domain.values import Contact, ItemKind, SignUp
from hearingdesk.ui.console.acts.floor import GUARD
from hearingdesk.ui.console.sheets.sheet import MeetingSheet
from hearingdesk.ui.console.sheets.slip_form import SlipForm
from hearingdesk.ui.console.walk_in import LATE
from hearingdesk.ui.kit.look import Tone
from hearingdesk.ui.kit.text import check_box, label


class RegisterSheet(MeetingSheet):
    """Enter registers and clears the form; item, channel and time received stay for the next slip of the stack."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "New slip", "Register", 640)
        self.form = SlipForm(desk.hearing)
        self.form.show_slip(SignUp(item=_usual_item(desk.hearing)), Contact())
        self.form.name.edited.connect(lambda _: self._show_twins())
        self.form.item.editor.currentIndexChanged.connect(lambda _: self._show_twins())
        self.twins = label(tone=Tone.WARN, wrap=True)
        self.form.name.edited.connect(self._read_name)
        self.form.name.advise("A name that ends in ? or … is marked as uncertain.")
        profile = desk.hearing.profile
        self.late = check_box(f"Late: {LATE[profile.late_slips]}")
        self.late.clicked.connect(lambda _: self._tick_by_hand())
        self._late_by_hand = False
        self._registered: Moment | None = None
        for field in (self.form.mode, self.form.item):
            field.editor.currentIndexChanged.connect(lambda _: self._show_cutoff())
        self.form.received.edited.connect(lambda _: self._show_cutoff())
        self._show_cutoff()
        self.body.addWidget(self.twins)
        self.body.addWidget(self.form)
        self.body.addWidget(self.late)
        for words in (profile.sign_up_notice, public_sentence(profile)):
            self.body.addWidget(label(words, tone=Tone.MUTED, wrap=True))
        self.body.addStretch(1)
        self._show_twins()

    def show_hearing(self, hearing: Hearing) -> None:
        self._show_twins()
        self._show_cutoff()

    def focus_first(self) -> None:
        self.form.name.setFocus()

    def enter(self) -> None:
        form = self.form
        if self._slipped():
            return
        sign_up = _as_read(form.sign_up(local(self.desk.hearing, self.desk.now())))
        late = self.late.isChecked()
        if sign_up is None or not self.attempt(lambda: self.desk.register(sign_up, form.contact(), late=late)):
            return
        registered = self.desk.hearing.registrations[self.desk.hearing.last_slip]
        self.note(f"Slip {registered.slip}: {registered.name}, {registered.standing.word.lower()}.")
        form.show_slip(_next_of_stack(sign_up), Contact())
        self._registered = self.desk.now()
        self._late_by_hand = False
        self._show_cutoff()
        self._show_twins()
        form.name.setFocus()

    def _slipped(self) -> bool:
        """Whether Enter was pressed twice for one slip: at once, and nothing typed in between."""
        last = self._registered
        return last is not None and not self.form.name.text() and elapsed(last, self.desk.now()) < GUARD

    def _read_name(self, typed: str) -> None:
        """A name that ends in … or ? is not certain."""
        if as_read(typed)[1]:
            self.form.uncertain.setChecked(True)

    def _tick_by_hand(self) -> None:
        self._late_by_hand = True

    def _show_cutoff(self) -> None:
        """The tick says what the body's cutoff makes of the slip, until the clerk says otherwise (G-08)."""
        if self._late_by_hand:
            return
        hearing, form, now = self.desk.hearing, self.form, self.desk.now().utc
        received, _ = form.received_at(local(hearing, now))
        slip = SignUp(form.item.value(), mode=form.mode.value(), received=received)
        self.late.setChecked(came_late(hearing, slip, now))

    def _show_twins(self) -> None:
        """Likely the same person: said, never merged (G-04)."""
        hearing = self.desk.hearing
        slips = hearing.by_name.get(name_key(SignUp(self.form.item.value(), self.form.name.text())), ())
        self.twins.setText(_twins(slips) if slips else "")
        self.twins.setVisible(bool(slips))


def _as_read(sign_up: SignUp | None) -> SignUp | None:
    """The marks of doubt are no part of a name, but for the … of one that breaks off."""
    return replace(sign_up, name=as_read(sign_up.name)[0]) if sign_up and sign_up.name_uncertain else sign_up


def _next_of_stack(sign_up: SignUp) -> SignUp:
    """What stays for the next slip: the item, how it came, and when the stack did."""
    return SignUp(
        sign_up.item, channel=sign_up.channel, received=sign_up.received, received_until=sign_up.received_until
    )


def _twins(slips: tuple[int, ...]) -> str:
    numbers = ", ".join(map(str, slips[:4])) + (" and more" if len(slips) > 4 else "")
    which = f"Slip {numbers} has" if len(slips) == 1 else f"Slips {numbers} have"
    return f"{which} this name on this item already. Each slip is kept."


def _usual_item(hearing: Hearing) -> str:
    """The item in hand if it takes testimony, else the first that does."""
    if hearing.item and hearing.item.notice.kind.takes_testimony:
        return hearing.item.id
    comment = [i for i in hearing.agenda if hearing.items[i].notice.kind in (ItemKind.COMMENT, ItemKind.HEARING)]
    return next(iter(comment), next(iter(hearing.agenda), ""))
