"""Everything a slip says, and beside it what the clerk knows that is no public record (G-05, P-01)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.values import (
    Capacity,
    Channel,
    Contact,
    Interpreter,
    Interpreting,
    Mode,
    NameShown,
    Position,
    SignUp,
)
from hearingdesk.ui.kit import typed
from hearingdesk.ui.kit.card import heading
from hearingdesk.ui.kit.fields import ChoiceField, LineField
from hearingdesk.ui.kit.look import Tone, px
from hearingdesk.ui.kit.text import capital, check_box, label

INTERPRETING = {
    Interpreting.CONSECUTIVE: "consecutive (time doubled)",
    Interpreting.SIMULTANEOUS: "simultaneous",
    Interpreting.SIGN: "sign language",
}


class SlipForm(QWidget):
    """Filled from a slip and its contact, and read back as both; a field that does not read says so below itself."""

    def __init__(self, hearing: Hearing) -> None:
        super().__init__()
        self._hearing = hearing
        self._base = SignUp(item="")
        items = [(i, f"{hearing.items[i].label} · {hearing.items[i].notice.title}") for i in hearing.agenda]
        self.name = LineField("Name", placeholder="empty: Speaker and the number")
        self.title = LineField("Title", placeholder="such as Dr.")
        self.uncertain = check_box("Name uncertain")
        self.position = ChoiceField("Position", [(p, f"{p.word}  {p.mark}") for p in Position], Position.NOT_STATED)
        self.mode = ChoiceField("Takes part", [(m, capital(m.word)) for m in Mode])
        self.item = ChoiceField("Item", items)
        self.organisation = LineField("For an organisation")
        self.place = LineField("City or district")
        self.restricted = check_box("Address restricted: not even the city leaves the building")
        self.capacity = ChoiceField("Speaks as", [(c, _capacity(c)) for c in Capacity])
        self.channel = ChoiceField("Slip came", [(c, _CHANNELS[c]) for c in Channel])
        self.language = LineField("Interpreter, language", placeholder="such as Hmong")
        self.interpreting = ChoiceField("Interpreting", list(INTERPRETING.items()))
        self.interpreted_by = LineField("Interpreter's name", placeholder="only if wanted: it stands in the minutes")
        self.shown = ChoiceField("Name on the wall and in copies", [(one, one.words) for one in NameShown])
        self.minor = check_box("A minor: first name and last initial, no birth date")
        self.by_parent = check_box("A parent or guardian chose how the name is shown")
        self.minor.toggled.connect(self._minor_ticked)
        self.received = LineField("Received at", placeholder="now; 4:40 PM; a stack: 4:40 to 4:55")
        self.leaves = LineField("Has to leave by", placeholder="such as 9:10 PM")
        self.together = LineField("Speaks together with", placeholder="names, with ; between")
        self.behalf = LineField("Reads a statement of")
        self.pronunciation = LineField("Said like", placeholder="such as loo-SIN-da HAR-grove")
        self.need = LineField("Needs", placeholder="such as: speaks from the seat")
        self.email = LineField("E-mail")
        self.phone = LineField("Telephone")
        self.street = LineField("Street address")
        self.note = LineField("Clerk's note")
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addLayout(_grid(_public(self._hearing.profile), self))
        layout.addWidget(heading("Not public"))
        layout.addWidget(
            label(
                "Kept beside the record, never in it; not on the wall, not in published copies.",
                tone=Tone.MUTED,
                wrap=True,
            )
        )
        layout.addLayout(_grid(_private(self._hearing.profile), self))

    def show_slip(self, sign_up: SignUp, contact: Contact) -> None:
        """Fills every field from this slip."""
        self._base = sign_up
        for field, text in self._lines(sign_up, contact):
            field.show_text(text)
            field.refuse("")
        self.uncertain.setChecked(sign_up.name_uncertain)
        self.restricted.setChecked(sign_up.address_restricted)
        self.item.show_value(sign_up.item)
        self.position.show_value(sign_up.position)
        self.mode.show_value(sign_up.mode)
        self.capacity.show_value(sign_up.capacity)
        self.channel.show_value(sign_up.channel)
        self.minor.setChecked(sign_up.minor)
        self.by_parent.setChecked(sign_up.parent_chose)
        self._minor_ticked(minor=sign_up.minor)
        self.shown.show_value(sign_up.name_shown)
        self.shown.refuse("")
        self.interpreting.show_value(sign_up.interpreter.kind if sign_up.interpreter else Interpreting.CONSECUTIVE)

    def sign_up(self, now: datetime) -> SignUp | None:
        """The slip as the fields have it; None where one of them does not read. ``now`` is local."""
        received, until = self._received(now)
        leaves = self._leaves(now)
        self.shown.refuse(_ASK_A_PARENT if self._needs_a_parent() else "")
        for field in (self.received, self.leaves, self.shown):
            if field.sentence:
                field.setFocus()
                return None
        language = self.language.text()
        return replace(
            self._base,
            item=self.item.value(),
            name=self.name.text(),
            position=self.position.value(),
            mode=self.mode.value(),
            channel=self.channel.value(),
            capacity=self.capacity.value(),
            organisation=self.organisation.text(),
            place=self.place.text(),
            address_restricted=self.restricted.isChecked(),
            name_shown=self.shown.value(),
            minor=self.minor.isChecked(),
            parent_chose=self.minor.isChecked() and self.by_parent.isChecked(),
            name_uncertain=self.uncertain.isChecked(),
            interpreter=self._interpreter(language),
            together_with=_names(self.together.text()),
            on_behalf_of=self.behalf.text(),
            title=self.title.text(),
            received=received,
            received_until=until,
            leaves_by=leaves,
        )

    def _minor_ticked(self, minor: bool) -> None:  # noqa: FBT001  # Qt's own parameter
        """A minor is shown with an initial until a parent chose another way (P-05)."""
        self.by_parent.setEnabled(minor)
        if minor and self.shown.value() is NameShown.FULL:
            self.shown.show_value(NameShown.INITIAL)

    def _needs_a_parent(self) -> bool:
        full = self.shown.value() is NameShown.FULL
        return full and self.minor.isChecked() and not self.by_parent.isChecked()

    def contact(self) -> Contact:
        return Contact(
            email=self.email.text(),
            phone=self.phone.text(),
            street=self.street.text(),
            pronunciation=self.pronunciation.text(),
            note=self.note.text(),
            need=self.need.text(),
        )

    def received_at(self, now: datetime) -> tuple[datetime | None, datetime | None]:
        """When the slip came in, as far as it reads: as typed; that of the slip where nobody touched it, to the second.

        Two times for a stack. ``now`` is local; None is now.
        """
        said = self.received.text()
        if said == self._received_words(self._base):
            return self._base.received, self._base.received_until
        first, last = typed.past_span(said, now) if said else (None, None)
        return typed.in_utc(first), typed.in_utc(last)

    def _received(self, now: datetime) -> tuple[datetime | None, datetime | None]:
        first, last = self.received_at(now)
        wrong = self.received.text() and first is None
        self.received.refuse(
            "This reads as no time. Write it like 4:40 PM, or 4:40 to 4:55 for a stack." if wrong else ""
        )
        return first, last

    def _leaves(self, now: datetime) -> datetime | None:
        """Likewise, the next time of that name to come."""
        said = self.leaves.text()
        if said == self._leaves_words(self._base):
            return self._base.leaves_by
        read = typed.in_utc(typed.coming(said, now)) if said else None
        self.leaves.refuse("This reads as no time. Write it like 9:10 PM." if said and read is None else "")
        return read

    def _leaves_words(self, sign_up: SignUp) -> str:
        return clock_time(local(self._hearing, sign_up.leaves_by)) if sign_up.leaves_by else ""

    def _received_words(self, sign_up: SignUp) -> str:
        times = (local(self._hearing, at) for at in (sign_up.received, sign_up.received_until) if at)
        return " to ".join(clock_time(at) for at in times)

    def _interpreter(self, language: str) -> Interpreter | None:
        name = self.interpreted_by.text()
        return Interpreter(language, self.interpreting.value(), name) if language or name else None

    def _lines(self, sign_up: SignUp, contact: Contact) -> Sequence[tuple[LineField, str]]:
        return (
            (self.name, sign_up.name),
            (self.title, sign_up.title),
            (self.organisation, sign_up.organisation),
            (self.place, sign_up.place),
            (self.language, sign_up.interpreter.language if sign_up.interpreter else ""),
            (self.interpreted_by, sign_up.interpreter.name if sign_up.interpreter else ""),
            (self.received, self._received_words(sign_up)),
            (self.leaves, self._leaves_words(sign_up)),
            (self.together, "; ".join(sign_up.together_with)),
            (self.behalf, sign_up.on_behalf_of),
            (self.email, contact.email),
            (self.phone, contact.phone),
            (self.street, contact.street),
            (self.pronunciation, contact.pronunciation),
            (self.note, contact.note),
            (self.need, contact.need),
        )


_TWO_BY_TWO = ("position", "mode", "item", "leaves", "organisation", "place")
_BELOW = (
    ("language", "interpreting"),
    ("interpreted_by", ""),
    ("shown", "capacity"),
    ("by_parent", ""),
    ("channel", "received"),
    ("together", "behalf"),
)
_ASK_A_PARENT = "A minor is named in full where a parent or guardian chose so. Tick that below, or take the initial."
_CHANNELS = {
    Channel.PAPER: "on paper",
    Channel.ONLINE: "online",
    Channel.KIOSK: "from the kiosk",
    Channel.PHONE: "by telephone",
    Channel.FLOOR: "from the floor",
}


def _capacity(capacity: Capacity) -> str:
    return "one of the public" if capacity is Capacity.PUBLIC else capital(capacity.value)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for part in text.split(";") if (name := part.strip()))


def _public(profile: RuleProfile) -> tuple[tuple[str, str], ...]:
    """Below the name first what the body's slips ask for, and last what they do not (R-01)."""
    asked = {"position": profile.position_requested, "place": profile.residence_requested}
    order = sorted(_TWO_BY_TWO, key=lambda name: {True: 0, None: 1, False: 2}[asked.get(name)])
    pairs = [(order[n], order[n + 1]) for n in range(0, len(order), 2)]
    at = next(n for n, pair in enumerate(pairs, 1) if "place" in pair)
    return (("name", "title"), ("uncertain", "minor"), *pairs[:at], ("restricted", ""), *pairs[at:], *_BELOW)


def _private(profile: RuleProfile) -> tuple[tuple[str, str], ...]:
    """The street first where the body asks for it."""
    if profile.address_requested:
        return (("street", "note"), ("pronunciation", "need"), ("email", "phone"))
    return (("pronunciation", "need"), ("email", "phone"), ("street", "note"))


def _grid(rows: Sequence[tuple[str, str]], form: SlipForm) -> QGridLayout:
    """Two fields a row, by their attribute's name; one alone takes the whole row."""
    grid = QGridLayout()
    grid.setSpacing(px(8))
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    for line, (left, right) in enumerate(rows):
        grid.addWidget(getattr(form, left), line, 0, 1, 1 if right else 2)
        if right:
            grid.addWidget(getattr(form, right), line, 1)
    return grid
