"""Same person, or two? Slips of one name side by side; the clerk decides, and nothing is merged (G-04)."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing, Registration
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.values import Contact, Standing
from hearingdesk.ui.console.alike import Alike
from hearingdesk.ui.console.queue_rows import who_and_where
from hearingdesk.ui.console.sheets.sheet import MeetingSheet
from hearingdesk.ui.kit.button import KeyButton, button
from hearingdesk.ui.kit.card import column, row
from hearingdesk.ui.kit.lines import Line, LinesView
from hearingdesk.ui.kit.look import LARGE, Tone, px, set_role
from hearingdesk.ui.kit.text import capital, label

Pair = tuple[int, int]
CHANNELS = {"paper": "on paper", "online": "online", "kiosk": "from the kiosk", "phone": "by telephone", "floor": ""}


class SameNameSheet(MeetingSheet):
    """The chosen slip's pairs first, else all that nobody has decided yet."""

    def __init__(self, desk: Desk, slip: int = 0) -> None:
        super().__init__(desk, "Same person, or two?", "Two people", 640)
        self._first = slip
        self._alike = Alike()
        for number, one in desk.hearing.registrations.items():
            self._alike.learn(number, one.sign_up)
        self.list = LinesView("Slips of one name", letters="12")
        self.list.chosen.connect(self._show_pair)
        self.list.opened.connect(self.enter)
        self.list.letter.connect(lambda letter: self._same(int(letter) - 1))
        self.sides = (_Side(), _Side())
        self.keep: tuple[KeyButton, KeyButton] = (
            button("Same person: keep", lambda: self._same(0), key="1"),
            button("Same person: keep", lambda: self._same(1), key="2"),
        )
        self.none = label("Nobody on the list has the name of another, or nearly so.", tone=Tone.MUTED, wrap=True)
        self._lay_out_fields()

    def _lay_out_fields(self) -> None:
        self.body.addWidget(self.none)
        self.body.addWidget(self.list)
        self.body.addLayout(row(*self.sides))
        self.body.addLayout(row(*self.keep, None))
        self.body.addWidget(
            label(
                "One person: the other slip is withdrawn, and kept with the reason. Two people: both are called, and "
                "told apart everywhere by organisation, place or slip number.",
                tone=Tone.MUTED,
                wrap=True,
            )
        )
        self.body.addStretch(1)

    @property
    def pair(self) -> Pair | None:
        """The two slips shown side by side."""
        return self.list.key if isinstance(self.list.key, tuple) else None

    def show_hearing(self, hearing: Hearing) -> None:
        pairs = _pairs(hearing, self._alike, self._first)
        self.list.show_lines([_line(hearing, pair) for pair in pairs])
        self.list.fit(4)
        self.list.setVisible(len(pairs) > 1)
        self.none.setVisible(not pairs)
        for side in self.sides:
            side.setVisible(bool(pairs))
        self._show_pair()

    def focus_first(self) -> None:
        (self.list if self.list.isVisibleTo(self) else self.main).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 and 2 keep one of the two, wherever the focus is: nothing is typed here."""
        if self.pair is not None and event.text() in ("1", "2"):
            self._same(int(event.text()) - 1)
            return
        super().keyPressEvent(event)

    def enter(self) -> None:
        if self.pair is None:
            self.say("There is nothing to decide.")
        elif self.act(rules.tell_apart, slips=self.pair):
            self._go_on("Two people; both are called.")

    def _same(self, kept: int) -> None:
        """The one is kept, the other withdrawn."""
        if self.pair is None:
            return
        keep, other = self.pair[kept], self.pair[1 - kept]
        if self.act(rules.withdraw_speaker, slip=other, reason=f"same person as slip {keep}"):
            self._go_on(f"Slip {other} is withdrawn; slip {keep} stays.")

    def _go_on(self, done: str) -> None:
        """To the next pair; when there is none, the sheet has nothing more to ask."""
        if self.list.lines.rows:
            self.note(done)
            self.focus_first()
        else:
            self.close_sheet()

    def _show_pair(self) -> None:
        pair, hearing = self.pair, self.desk.hearing
        for number, (side, keep) in enumerate(zip(self.sides, self.keep, strict=True)):
            keep.setVisible(pair is not None)
            if pair is None:
                continue
            one, other = hearing.registrations[pair[number]], pair[1 - number]
            side.show_slip(hearing, one, self.desk.contacts.get(one.slip, Contact()))
            keep.show_words(f"Same person: keep slip {one.slip}")
            keep.show_refusal(self.desk.refusal(rules.withdraw_speaker, slip=other))


class _Side(QFrame):
    """One slip, line by line."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "role", "card")
        self.name = label(size=LARGE, bold=True, wrap=True)
        self.number = label(bold=True, tone=Tone.ACCENT)
        self.says = label(wrap=True)
        self.known = label(tone=Tone.MUTED, wrap=True)
        self.setLayout(column(self.number, self.name, self.says, self.known, None, margins=(12, 12, 12, 12)))
        self.setMinimumHeight(px(190))

    def show_slip(self, hearing: Hearing, one: Registration, contact: Contact) -> None:
        self.number.setText(f"Slip {one.slip}")
        self.name.setText(one.name)
        sign_up = one.sign_up
        came = (
            f"{capital(CHANNELS[sign_up.channel.value]) or 'At the desk'}, {clock_time(local(hearing, one.received))}"
        )
        lines = (f"{one.position.mark} {one.position.word}", *who_and_where(sign_up), came, one.standing.word)
        self.says.setText("\n".join(lines))
        known = (contact.email, contact.phone, contact.street, contact.note)
        self.known.setText("\n".join(filter(None, known)))
        self.setAccessibleName(", ".join((f"Slip {one.slip}", one.name, *lines)))


def _pairs(hearing: Hearing, alike: Alike, first: int) -> list[Pair]:
    """All pairs that nobody has decided, those of ``first`` before the others."""
    pairs = {
        (min(slip, other), max(slip, other))
        for slip, one in hearing.registrations.items()
        if one.standing is not Standing.WITHDRAWN
        for other in alike.of(hearing, slip)
    }
    return sorted(pairs, key=lambda pair: (first not in pair, pair))


def _line(hearing: Hearing, pair: Pair) -> Line:
    one, other = (hearing.registrations[slip] for slip in pair)
    where = " / ".join(" · ".join(who_and_where(side.sign_up)) or "–" for side in (one, other))
    names = one.name if one.name == other.name else f"{one.name} / {other.name}"
    return Line(pair, names, where, lead=f"{one.slip}, {other.slip}")
