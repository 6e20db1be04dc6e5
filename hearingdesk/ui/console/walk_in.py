"""A walk-in at the desk: name, position, organisation, Enter; the running clock is not disturbed (G-06)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QWidget

from hearingdesk.domain.hearing import Hearing, name_key
from hearingdesk.domain.values import Channel, Position, SignUp
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import column, row
from hearingdesk.ui.kit.look import SMALL, TARGET, Tone, px, set_role
from hearingdesk.ui.kit.text import label

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


class WalkIn(QFrame):
    """Three fields below the find box. ``given`` hands up the slip; the strip closes when told that it was taken."""

    given = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "role", "foot")
        self._hearing = Hearing()
        self._item = ""
        self.name = _line("Name; may stay empty", "Name")
        self.position = PositionChoice()
        self.organisation = _line("Organisation", "Organisation")
        self._note = label(size=SMALL, tone=Tone.MUTED, wrap=True)
        add = button("Add slip", self._give, key="Return")
        self.setLayout(
            column(
                self.name,
                row(self.position, self.organisation),
                row(self._note, add),
                margins=(12, 8, 12, 8),
                spacing=6,
            )
        )
        self.name.textEdited.connect(self._look)
        self.hide()

    def open_with(self, hearing: Hearing, item: str, name: str) -> None:
        """Ready for the rest: the focus is on the position, or on the name where none was typed."""
        self._hearing, self._item = hearing, item
        self.name.setText(name)
        self.organisation.clear()
        self.position.show_value(Position.NOT_STATED)
        self._look()
        self.show()
        (self.position if name else self.name).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def note(self) -> str:
        """What the strip says below its fields."""
        return self._note.text()

    def refuse(self, sentence: str) -> None:
        self._note.setText(sentence)
        self._note.show_tone(Tone.BAD)

    def close_strip(self) -> None:
        self.hide()
        self.closed.emit()

    def sign_up(self) -> SignUp:
        """The slip as filled in."""
        return SignUp(
            item=self._item,
            name=" ".join(self.name.text().split()),
            position=self.position.value,
            organisation=" ".join(self.organisation.text().split()),
            channel=Channel.FLOOR,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._give()
            case Qt.Key.Key_Escape:
                self.close_strip()
            case _:
                super().keyPressEvent(event)

    def _give(self) -> None:
        self.given.emit(self.sign_up())

    def _look(self) -> None:
        """Says who has this name already; warns, never blocks (G-04)."""
        same = self._hearing.by_name.get(name_key(self.sign_up()), ()) if self.name.text().strip() else ()
        numbers = ", ".join(str(slip) for slip in same[:5])
        self._note.show_tone(Tone.WARN if same else Tone.MUTED)
        self._note.setText(
            f"On the list already with this name: slip {numbers}. Adding makes another person."
            if same
            else "S O M N U choose the position. Enter adds, Esc leaves."
        )


def _line(placeholder: str, name: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(placeholder)
    line.setAccessibleName(name)
    line.setMinimumHeight(px(TARGET + 4))
    return line
