"""A strip that opens below a list for a few words: Enter gives them up, Esc leaves."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from hearingdesk.ui.kit.look import set_role


class Strip(QFrame):
    """Hidden until it is asked for. A strip says in ``give`` what it hands up, and closes when that was taken."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "role", "foot")
        self.hide()

    def give(self) -> None:
        """Hands up what was filled in."""
        raise NotImplementedError

    def close_strip(self) -> None:
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.give()
            case Qt.Key.Key_Escape:
                self.close_strip()
            case _:
                super().keyPressEvent(event)
