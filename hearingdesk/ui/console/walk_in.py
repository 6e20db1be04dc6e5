"""A walk-in at the desk: name, position, organisation, Enter; the running clock is not disturbed (G-06)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from hearingdesk.domain.cutoff import came_late
from hearingdesk.domain.hearing import Hearing, name_key
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.names import as_read, several
from hearingdesk.domain.profile import LateSlips
from hearingdesk.domain.values import Channel, Position, SignUp
from hearingdesk.ui.console.strip import Strip
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import column, row
from hearingdesk.ui.kit.look import SMALL, TARGET, Tone, px
from hearingdesk.ui.kit.text import check_box, label, tip

POSITION_HINT = "S O M N U choose the position. "
HINT = "A name not certain ends in ? or …. Enter adds, Esc leaves."
LATE = {
    LateSlips.REFUSE: "a late slip is not called; it is listed as not heard",
    LateSlips.END_OF_QUEUE: "a late slip goes to the end of the queue",
    LateSlips.CHAIRS_LEAVE: "a late slip is called with the chair's leave",
}
ORDER = (Position.NOT_STATED, Position.SUPPORT, Position.OPPOSE, Position.MIXED, Position.NEUTRAL)


class PositionChoice(QComboBox):
    """A position by its letter: S, O, M, N, U, as with Alt on the floor."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Position")
        self.addItems([f"{position.mark} {position.word}" for position in ORDER])
        self.setMinimumHeight(px(TARGET + 4))

    @property
    def value(self) -> Position:
        return ORDER[self.currentIndex()]

    def show_value(self, position: Position) -> None:
        self.setCurrentIndex(ORDER.index(position))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        if letter in {position.value for position in Position}:
            self.show_value(Position(letter))
            return
        super().keyPressEvent(event)


class WalkIn(Strip):
    """Three fields below the find box: the name, then what the body's slips ask for, else the organisation (R-01).

    ``given`` hands up the slip and whether it came late.

    The strip closes when told that it was taken. ``namesakes`` gives the slips with this name, or nearly so.
    """

    given = Signal(object, bool)

    def __init__(self, namesakes: Callable[[SignUp], Sequence[int]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._namesakes = namesakes
        self._hearing = Hearing()
        self._item = ""
        self.name = _line("Name; may stay empty", "Name")
        self.position = PositionChoice()
        self.organisation = _line("Organisation", "Organisation")
        self.place = _line("City or district", "City or district")
        self.late = check_box("Late slip")
        self._note = label(size=SMALL, tone=Tone.MUTED, wrap=True)
        add = button("Add slip", self.give, key="Return")
        self.setLayout(
            column(
                self.name,
                row(self.position, self.place, self.organisation),
                row(self._note),
                row(self.late, None, add),
                margins=(12, 8, 12, 8),
                spacing=6,
            )
        )
        self.name.textEdited.connect(self._look)

    def open_with(self, hearing: Hearing, item: str, name: str, now: Moment | None = None) -> None:
        """Ready for the rest: the focus is on the field after the name, or on the name where none was typed.

        The tick says what the body's cutoff makes of a slip that comes ``now`` (G-08).
        """
        self._hearing, self._item = hearing, item
        self.name.setText(name)
        self.organisation.clear()
        self.place.clear()
        self.position.show_value(Position.NOT_STATED)
        asks = hearing.profile
        self.position.setVisible(asks.position_requested)
        self.place.setVisible(asks.residence_requested)
        self.organisation.setVisible(not (asks.position_requested and asks.residence_requested))
        self.late.setChecked(now is not None and came_late(hearing, SignUp(item), now.utc))
        tip(self.late, f"For this body {LATE[hearing.profile.late_slips]}.")
        self._look()
        self.show()
        (self._after_name() if name else self.name).setFocus(Qt.FocusReason.OtherFocusReason)

    def _after_name(self) -> QWidget:
        fields = (self.position, self.place, self.organisation)
        return next(field for field in fields if not field.isHidden())

    @property
    def note(self) -> str:
        """What the strip says below its fields."""
        return self._note.text()

    def refuse(self, sentence: str) -> None:
        self._note.setText(sentence)
        self._note.show_tone(Tone.BAD)

    def sign_up(self) -> SignUp:
        """The slip as filled in."""
        first, others = several(self.name.text())
        name, uncertain = as_read(first)
        return SignUp(
            item=self._item,
            name=name,
            name_uncertain=uncertain,
            position=self.position.value,
            organisation=" ".join(self.organisation.text().split()),
            place=" ".join(self.place.text().split()),
            together_with=others,
            channel=Channel.FLOOR,
        )

    def give(self) -> None:
        self.given.emit(self.sign_up(), self.late.isChecked())

    def _look(self) -> None:
        """Says who has this name already; warns, never blocks (G-04)."""
        same = self._namesakes(self.sign_up()) if self.name.text().strip() else ()
        self._note.show_tone(Tone.WARN if same else Tone.MUTED)
        self._note.setText(self._warning(same) if same else self._shared() or self._hint())

    def _hint(self) -> str:
        return HINT if self.position.isHidden() else POSITION_HINT + HINT

    def _shared(self) -> str:
        others = self.sign_up().together_with
        return f"One turn, shared with {', '.join(others)}. Enter adds, Esc leaves." if others else ""

    def _warning(self, same: Sequence[int]) -> str:
        registrations = self._hearing.registrations
        key = name_key(self.sign_up())
        exact = all(name_key(registrations[slip].sign_up) == key for slip in same)
        numbers = ", ".join(str(slip) if exact else f"{slip} {registrations[slip].name}" for slip in same[:3])
        how = "with this name" if exact else "with nearly this name"
        return f"On the list already {how}: slip {numbers}. Adding makes another person."


def _line(placeholder: str, name: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(placeholder)
    line.setAccessibleName(name)
    line.setMinimumHeight(px(TARGET + 4))
    return line
