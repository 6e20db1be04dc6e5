"""What the sheets of a meeting share: they follow the desk while open, and say every refusal where it belongs."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hearingdesk.desk import Conflict, Desk, JournalUnavailable
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import Event
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.wording import words
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.look import Tone
from hearingdesk.ui.kit.sheet import Sheet

P = ParamSpec("P")

_CHORDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
ANOTHER_WAS_FIRST = "Another station recorded something first. Nothing of this was recorded; look, and press again."


class MeetingSheet(Sheet):
    """A sheet on one hearing. Enter does what ``main`` says; the rule's sentence appears above the buttons.

    ``journal_lost`` says that the record could not be written, and why; ``go_to`` asks the window to show a list of the
    queue, a slip, or another sheet.
    """

    journal_lost = Signal(str)
    go_to = Signal(object)

    def __init__(self, desk: Desk, title: str, main: str, wide: int = 480) -> None:
        super().__init__(title, wide)
        self.desk = desk
        self.main = self.add_act(button(main, self.enter, key="Return", kind="main"))
        self._unfollow: Callable[[], None] | None = None

    def show_hearing(self, hearing: Hearing) -> None:
        """Shows what is so now. Called at the opening and after each entry."""
        raise NotImplementedError

    def enter(self) -> None:
        """What the main button does, and Enter where no field takes it."""
        raise NotImplementedError

    def act(self, rule: Callable[Concatenate[Hearing, P], Event], *args: P.args, **kwargs: P.kwargs) -> bool:
        """Puts it on the record, or says why not; whether it is on the record."""
        return self.attempt(lambda: self.desk.record(rule, *args, **kwargs))

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Does it, or says in the rule's own sentence why it is not in order; whether it was done.

        Where another station was first, it is decided again once.
        """
        self.say("")
        try:
            self._twice(deed)
        except OutOfOrder as refusal:
            self.say(refusal.sentence)
        except Conflict:
            self.say(ANOTHER_WAS_FIRST)
        except JournalUnavailable as trouble:
            self.say(str(trouble))
            self.journal_lost.emit(str(trouble))
        else:
            return True
        return False

    @staticmethod
    def _twice(deed: Callable[[], object]) -> None:
        try:
            deed()
        except Conflict:
            deed()

    def act_and_tell(self, rule: Callable[Concatenate[Hearing, P], Event], *args: P.args, **kwargs: P.kwargs) -> bool:
        """The same for an act after which the sheet stays: it says what is on the record now, as the journal does."""
        done = self.act(rule, *args, **kwargs)
        if done:
            hearing = self.desk.hearing
            self.note(f"On the record: {words(hearing.entries[-1], hearing).rstrip('.')}.")
        return done

    def note(self, sentence: str) -> None:
        """What was done, in the place where refusals stand."""
        self.say(sentence, Tone.GOOD)

    def open_over(self, host: QWidget) -> None:
        if self._unfollow is None:
            self._unfollow = self.desk.follow(self.show_anew)
        self.show_hearing(self.desk.hearing)
        super().open_over(host)

    def show_anew(self, hearing: Hearing) -> None:
        """The keys stay in the sheet, though the field that had them is not asked for any more."""
        had_keys = self.has_keys
        self.show_hearing(hearing)
        if had_keys and not self.has_keys:
            self.focus_first()

    def close_sheet(self) -> None:
        if self._unfollow is not None:
            self._unfollow()
            self._unfollow = None
        super().close_sheet()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _CHORDS:
            if not event.isAutoRepeat():
                self.enter()
            return
        super().keyPressEvent(event)


class Drawer(QWidget):
    """A few fields that an act needs; ``verb`` is what the sheet's main button says while they are shown."""

    verb = ""

    def __init__(self) -> None:
        super().__init__()
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(12)

    def record(self, desk: Desk) -> str:
        """Puts the act on the record and says what was done; raises OutOfOrder."""
        raise NotImplementedError


class DrawerSheet(MeetingSheet):
    """A sheet whose acts may ask for more in a drawer below; Esc closes the drawer first, then the sheet."""

    def __init__(self, desk: Desk, title: str, main: str, wide: int = 480) -> None:
        super().__init__(desk, title, main, wide)
        self._first_verb = main
        self._drawer: Drawer | None = None
        self._room = QVBoxLayout()

    @property
    def drawer(self) -> Drawer | None:
        return self._drawer

    def add_room(self) -> None:
        """Where drawers appear, below what the body holds so far."""
        self.body.addLayout(self._room)

    def at_rest(self) -> QWidget:
        """Where the focus goes when a drawer closes."""
        raise NotImplementedError

    def open_drawer(self, drawer: Drawer) -> None:
        self.shut_drawer()
        self.say("")
        self._drawer = drawer
        self._room.addWidget(drawer)
        self.main.show_words(drawer.verb)
        self.main.show_refusal("")
        drawer.show()
        self.focus_in(drawer)

    def shut_drawer(self) -> None:
        if self._drawer is None:
            return
        drawer, self._drawer = self._drawer, None
        self.at_rest().setFocus(Qt.FocusReason.OtherFocusReason)
        self._room.removeWidget(drawer)
        drawer.hide()
        drawer.deleteLater()
        self.main.show_words(self._first_verb)
        self.show_hearing(self.desk.hearing)

    def enter_drawer(self) -> bool:
        """Records what the open drawer asks; whether there was one."""
        drawer = self._drawer
        if drawer is None:
            return False
        done: list[str] = []
        if self.attempt(lambda: done.append(drawer.record(self.desk))):
            self.shut_drawer()
            self.note(done[0])
        return True

    def focus_in(self, inside: QWidget) -> None:
        """The first thing inside that takes the focus, else the main button."""
        for child in inside.findChildren(QWidget):
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisibleTo(self) and child.isEnabled():
                child.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._drawer is not None:
            self.say("")
            self.shut_drawer()
            return
        super().keyPressEvent(event)
