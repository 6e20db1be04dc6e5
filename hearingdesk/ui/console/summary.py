"""The summary for the minutes: typed in mid-speech, a draft within a second, never lost when speakers change."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from hearingdesk.desk import Act, Desk, JournalUnavailable
from hearingdesk.domain import rules
from hearingdesk.domain.events import TurnMoved
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.text import plain
from hearingdesk.ui.drafts import DRAFT_AFTER, draft_key
from hearingdesk.ui.kit.card import row
from hearingdesk.ui.kit.look import Tone, px
from hearingdesk.ui.kit.text import label

NOBODY_YET = "Here goes what the speaker says, once somebody has been called."


def subject(hearing: Hearing) -> int:
    """Whose summary is being written: theirs whose position and concerns are noted; 0 for nobody.

    A sentence about somebody just heard is often ended while the next one is walking up.
    """
    return hearing.noted.slip if hearing.noted is not None else 0


class SummaryEdit(QPlainTextEdit):
    """Plain words. Ctrl+Z is the record's; Alt+Backspace takes back what was typed."""

    def sizeHint(self) -> QSize:
        """A few lines: it takes what room there is, and asks for none that would make the console scroll."""
        return QSize(super().sizeHint().width(), px(120))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.undo()
            return
        super().keyPressEvent(event)


class SummaryPanel(QWidget):
    """``left`` hands up a summary that was not on the record when the speaker changed: slip and text."""

    left = Signal(int, str)
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._slip = 0
        self._agreed = ""
        self._title = label("Summary for the minutes", bold=True)
        self._whose = label(tone=Tone.MUTED, elide=True)
        self._whose.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.edit = SummaryEdit()
        self.edit.setAccessibleName("Summary for the minutes")
        self.edit.setTabChangesFocus(True)
        self.edit.setMinimumHeight(px(60))
        self._saved = label(tone=Tone.MUTED, elide=True)
        held = self._saved.sizePolicy()
        held.setRetainSizeWhenHidden(True)
        self._saved.setSizePolicy(held)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addLayout(row(self._title, self._whose))
        layout.addWidget(self.edit, 1)
        layout.addWidget(self._saved)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.keep_draft)
        self.edit.textChanged.connect(self._typed)
        self._show_saved("")

    @property
    def text(self) -> str:
        return plain(self.edit.toPlainText()).strip()

    @property
    def saved(self) -> str:
        """The line below the text."""
        return self._saved.text()

    @property
    def whose(self) -> str:
        """Whose summary it is, where they do not have the floor."""
        return self._whose.text()

    def unwritten(self) -> Act | None:
        """The act that puts the text on the record; None where it is there already, or nothing was typed."""
        return self._writing(self._desk.hearing)

    def show_hearing(self, hearing: Hearing) -> None:
        slip = subject(hearing)
        if slip != self._slip:
            self._leave(hearing)
            self._slip = slip
            self._agreed = self._recorded(hearing)
            draft = self._desk.drafts.get(draft_key(slip))
            self._show_text(draft or self._agreed)
            if draft:
                self._show_saved("Draft saved")
        elif self._written(hearing):
            self._agreed = self.text
            self._saved_on_record()
        elif self.text == self._agreed or not (self.edit.hasFocus() or self._kept(slip)):
            self._agreed = self._recorded(hearing)
            self._show_text(self._agreed)
        self._show_whose(hearing)

    def keep_draft(self) -> None:
        """The text as typed, safe on the disk."""
        self._timer.stop()
        if not self._slip or self._written(self._desk.hearing):
            return
        try:
            self._desk.keep_draft(draft_key(self._slip), self.edit.toPlainText())
        except JournalUnavailable as trouble:
            self.failed.emit(str(trouble))
            return
        self._show_saved("Draft saved")

    def _kept(self, slip: int) -> bool:
        """Whether what was typed is a draft, or about to be one."""
        return self._timer.isActive() or draft_key(slip) in self._desk.drafts

    def _typed(self) -> None:
        if not self._timer.isActive():
            self._timer.start(DRAFT_AFTER)

    def forget(self, slip: int) -> None:
        """The summary of this slip is on the record; its draft is not wanted any more."""
        if draft_key(slip) in self._desk.drafts:
            self._guarded(lambda: self._desk.keep_draft(draft_key(slip), ""))

    def _leave(self, hearing: Hearing) -> None:
        """Another speaker: what is not on the record yet stays a draft, and is handed up if the speaker was heard."""
        moved = hearing.entries[-1].event if len(hearing.entries) else None
        if isinstance(moved, TurnMoved) and moved.slip == self._slip:
            self._go_along(hearing, moved.to)
            return
        if self._writing(hearing) is None:
            self._saved_on_record()
            return
        self.keep_draft()
        if hearing.registrations[self._slip].heard:
            self.left.emit(self._slip, self.text)

    def _go_along(self, hearing: Hearing, to: int) -> None:
        """The turn was another's: so is what was typed in it and is not on the record yet."""
        typed = "" if self.text in (self._agreed, hearing.registrations[to].summary) else self.text
        self._timer.stop()
        self.forget(self._slip)
        if typed:
            self._guarded(lambda: self._desk.keep_draft(draft_key(to), typed))

    def _saved_on_record(self) -> None:
        """The text is on the record."""
        if self._kept(self._slip):
            self._timer.stop()
            self.forget(self._slip)
            self._show_saved("Saved")

    def _guarded(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except JournalUnavailable as trouble:
            self.failed.emit(str(trouble))

    def _recorded(self, hearing: Hearing) -> str:
        registration = hearing.registrations.get(self._slip)
        return registration.summary if registration else ""

    def _writing(self, hearing: Hearing) -> Act | None:
        """What was typed, where it is not what the record has. Words that came by another road are never overwritten
        with a text that nobody touched since it agreed with the record.
        """
        if self._slip not in hearing.registrations or self.text in (self._agreed, self._recorded(hearing)):
            return None
        return Act(rules.write_summary, {"text": self.text, "slip": self._slip})

    def _written(self, hearing: Hearing) -> bool:
        return self.text == self._recorded(hearing)

    def _show_text(self, text: str) -> None:
        if text != self.edit.toPlainText():
            self.edit.setPlainText(text)
            self.edit.moveCursor(QTextCursor.MoveOperation.End)  # typing goes on where it ended
            self._timer.stop()
            self._show_saved("Saved" if text else "")

    def _show_whose(self, hearing: Hearing) -> None:
        registration = hearing.registrations.get(self._slip)
        self.edit.setEnabled(registration is not None)
        self.edit.setPlaceholderText("" if registration is not None else NOBODY_YET)
        self._saved.setVisible(registration is not None)
        on_floor = hearing.turn is not None and hearing.turn.slip == self._slip
        self._whose.setText("" if registration is None or on_floor else f"· {registration.name}, heard last")

    def _show_saved(self, what: str) -> None:
        """``Saved 6:47:11 PM``, and that the keys work here."""
        at = clock_time(local(self._desk.hearing, self._desk.now()), seconds=True)
        parts = ([f"{what} {at}"] if what else []) + ["every key above works while typing here"]
        words = " · ".join(parts)
        self._saved.setText(words[0].upper() + words[1:])
