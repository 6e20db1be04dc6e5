"""The strip that asks why somebody jumps the queue: one line, the usual reasons beside it, Enter goes on (Q-02)."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from hearingdesk.ui.console.strip import Strip
from hearingdesk.ui.kit.button import KeyButton, button
from hearingdesk.ui.kit.card import column, row
from hearingdesk.ui.kit.flow import Flow
from hearingdesk.ui.kit.look import SMALL, TARGET, Tone, px
from hearingdesk.ui.kit.text import label

PRIVATE = "priority"
"""What the record says of a reason that is nobody's business (A-11); the reason itself is kept beside it."""


@dataclass(frozen=True, slots=True)
class Usual:
    """A usual reason; a ``private`` one stays with the clerk."""

    words: str
    private: bool = False


USUAL = (Usual("Must leave"), Usual("Child care"), Usual("Health", private=True), Usual("Accommodation", private=True))


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody to another place in the queue. ``need`` is for the clerk alone."""

    slip: int
    place: int
    reason: str = ""
    need: str = ""


class WhyMoved(Strip):
    """``given`` hands up the move with its reason; a digit chooses a usual one, Esc leaves things as they are."""

    given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Why moved")
        self._move = Move(0, 0)
        self._asked = label(bold=True, wrap=True)
        self.line = QLineEdit()
        self.line.setPlaceholderText("Why? In a few words")
        self.line.setAccessibleName("Why moved")
        self.line.setMinimumHeight(px(TARGET + 4))
        usual = [_usual(self, number, one) for number, one in enumerate(USUAL, 1)]
        note = label(
            f"Of health and accommodation the record says “{PRIVATE}”. Enter moves, Esc leaves.",
            size=SMALL,
            tone=Tone.MUTED,
            wrap=True,
        )
        move = button("Move", self.give, key="Return")
        self.setLayout(column(self._asked, self.line, Flow(*usual), row(note, move), margins=(12, 8, 12, 8), spacing=6))

    @property
    def asked(self) -> str:
        """The question, in words."""
        return self._asked.text()

    def ask(self, move: Move, question: str) -> None:
        """Opens with the question; the reason is typed, or one of the usual ones is chosen."""
        self._move = move
        self._asked.setText(question)
        self.line.clear()
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, usual: Usual) -> None:
        """Moves for one of the usual reasons."""
        words = usual.words.lower()
        reason, need = (PRIVATE, words) if usual.private else (words, "")
        self._hand_up(reason, need)

    def give(self) -> None:
        typed = " ".join(self.line.text().split())
        chosen = USUAL[int(typed) - 1] if typed in {str(n) for n in range(1, len(USUAL) + 1)} else None
        if chosen is not None:
            self.choose(chosen)
        else:
            self._hand_up(typed, "")

    def _hand_up(self, reason: str, need: str) -> None:
        self.given.emit(replace(self._move, reason=reason, need=need))


def _usual(strip: WhyMoved, number: int, usual: Usual) -> KeyButton:
    return button(usual.words, lambda: strip.choose(usual), key=str(number))
