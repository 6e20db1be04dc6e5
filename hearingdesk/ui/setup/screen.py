"""What the set-up screens share: title, body, and a foot with the sentence and the buttons; files may be dropped."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hearingdesk.desk import Conflict, JournalUnavailable
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import row
from hearingdesk.ui.kit.look import TITLE, Tone, px, set_role
from hearingdesk.ui.kit.scroll import scrolled
from hearingdesk.ui.kit.text import label
from hearingdesk.ui.setup.files import FileField, source_in

ANOTHER_WAS_FIRST = "Another station recorded something first. Nothing of this was recorded; look, and press again."


MARK = "REHEARSAL · "
NARROW = 900
"""Below this width, at 100 %, the cards stand one below the other."""


class Screen(QWidget):
    """``done`` gives a sentence on what was done; ``left`` says that nothing was."""

    done = Signal(str)
    left = Signal()
    narrow = QBoxLayout.Direction.TopToBottom
    """How the cards stand where there is no room for them side by side."""
    stacks_below = NARROW

    def __init__(self, title: str, main: str, *, rehearsal: bool = False) -> None:
        super().__init__()
        title = f"{MARK}{title}" if rehearsal else title
        self.setWindowTitle(f"{title} – hearingdesk")
        self.main = button(main, self.go, key="Ctrl+Return", kind="main")
        self.cancel = button("Cancel", self.leave, key="Escape")
        self.body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.body.setContentsMargins(12, 12, 12, 12)
        self.body.setSpacing(12)
        self._said = label(tone=Tone.BAD, wrap=True)
        self._title = label(title, size=TITLE, bold=True)
        self._lay_out()
        QShortcut(QKeySequence("Ctrl+Return"), self, self.main.click)
        self.setAcceptDrops(True)
        self.resize(1180, 700)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(_band("band", self._title, None))
        whole.addWidget(scrolled(self.body), 1)

    def lay_strip(self, strip: QWidget) -> None:
        """What stays in view above the part that scrolls."""
        whole = self.layout()
        if isinstance(whole, QVBoxLayout):
            whole.insertWidget(1, strip)

    def lay_foot(self) -> None:
        """The buttons come last, so that Tab reaches them last. A screen calls this when its body is filled."""
        whole = self.layout()
        foot = _band("foot", self.cancel, self._said, self.main)
        held = foot.layout()
        if isinstance(held, QHBoxLayout):
            held.setStretch(1, 1)
        if whole is not None:
            whole.addWidget(foot)

    def first(self) -> QWidget:
        """Where the focus is when the screen opens."""
        raise NotImplementedError

    def go(self) -> None:
        """What the main button does."""
        raise NotImplementedError

    def drop_field(self) -> FileField:
        """Where a file goes that is dropped anywhere on the screen."""
        raise NotImplementedError

    def leave(self) -> None:
        self.hide()
        self.left.emit()

    def finish(self, sentence: str) -> None:
        self.hide()
        self.done.emit(sentence)

    @property
    def said(self) -> str:
        return self._said.text()

    def say(self, sentence: str, tone: Tone = Tone.BAD) -> None:
        self._said.setText(sentence)
        self._said.show_tone(tone)

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Does it, or says why it could not be done; whether it was done."""
        self.say("")
        try:
            deed()
        except (OutOfOrder, JournalUnavailable) as refusal:
            self.say(str(refusal))
        except Conflict:
            self.say(ANOTHER_WAS_FIRST)
        else:
            return True
        return False

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            self.first().setFocus(Qt.FocusReason.TabFocusReason)  # which chooses the text that stands there
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < px(self.stacks_below)
        self.body.setDirection(self.narrow if narrow else QBoxLayout.Direction.LeftToRight)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if source_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        source = source_in(event.mimeData())
        if source is not None:
            event.acceptProposedAction()
            self.drop_field().take(source)


def _band(role: str, *parts: QWidget | None) -> QFrame:
    band = QFrame()
    set_role(band, "role", role)
    band.setLayout(row(*parts, margins=(16, 10, 16, 10), spacing=12))
    return band
