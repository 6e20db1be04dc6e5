"""A sheet slides in from the right over its window: not modal, Esc closes it, and the focus goes back where it was."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from hearingdesk.ui.kit.button import KeyButton, button
from hearingdesk.ui.kit.card import hairline, row
from hearingdesk.ui.kit.look import LARGE, Tone, px, set_role
from hearingdesk.ui.kit.scroll import scrolled
from hearingdesk.ui.kit.text import label

WIDE = 440
"""Pixels at 100 %."""


class Sheet(QFrame):
    """``body`` takes the fields, ``foot`` the buttons (the right one last); ``say`` puts a sentence above them."""

    closed = Signal()

    def __init__(self, title: str, wide: int = WIDE) -> None:
        super().__init__()
        set_role(self, "role", "sheet")
        self.setAccessibleName(title)
        self._wide = wide
        self._before: QWidget | None = None
        self._main: KeyButton | None = None
        self._said = label(tone=Tone.BAD, wrap=True)
        self._said.hide()
        self._close = button("Close", self.close_sheet, key="Escape")
        self.body = QVBoxLayout()
        self.body.setContentsMargins(px(16), px(12), px(16), px(12))
        self.body.setSpacing(px(12))
        self.foot = row(self._close, None, margins=(16, 12, 16, 12))
        self._lay_out(title)

    def _lay_out(self, title: str) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row(label(title, size=LARGE, bold=True), None, margins=(16, 12, 16, 12)))
        whole.addWidget(hairline())
        whole.addWidget(scrolled(self.body), 1)
        whole.addLayout(row(self._said, margins=(16, 4, 16, 8)))
        whole.addWidget(hairline())
        whole.addLayout(self.foot)

    @property
    def said(self) -> str:
        return self._said.text()

    @property
    def has_keys(self) -> bool:
        """Whether what is typed goes into this sheet."""
        focus = self.window().focusWidget()
        return focus is self or self.isAncestorOf(focus)

    def add_act(self, act: KeyButton) -> KeyButton:
        """A button at the right end of the foot. While the sheet has the focus, Ctrl+Enter presses the main one."""
        self.foot.addWidget(act)
        if act.kind == "main":
            self._main = act
        return act

    def say(self, sentence: str, tone: Tone = Tone.BAD) -> None:
        """A refusal, or what was done; empty takes it away."""
        self._said.setText(sentence)
        self._said.show_tone(tone)
        self._said.setVisible(bool(sentence))

    def open_over(self, host: QWidget) -> None:
        """Shows the sheet along the right side of ``host`` and puts the focus in its first field."""
        self._before = QApplication.focusWidget()
        self.setParent(host)
        host.installEventFilter(self)
        self._fit(host)
        self.show()
        self.raise_()
        self.focus_first()

    def focus_first(self) -> None:
        """The first thing that takes text or a choice; a sheet may know better."""
        for child in self.findChildren(QWidget):
            takes = child.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and child is not self._close and child.isVisible() and child.isEnabled():
                child.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_sheet(self) -> None:
        """Hides, gives the focus back if it has it, and says so once."""
        host = self.parentWidget()
        if host is not None:
            host.removeEventFilter(self)
        mine = self.has_keys or QApplication.focusWidget() is None
        self.hide()
        if mine and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """The window's main key is the sheet's while it has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_main_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
            return
        if _is_main_key(event) and self._main is not None:
            if not event.isAutoRepeat():
                self._main.click()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the size of its window, and takes the Esc that nobody else in it took."""
        host = self.parentWidget()
        if event.type() == QEvent.Type.KeyPress and watched is host and _is_escape(event):
            self.close_sheet()
            return True
        if event.type() == QEvent.Type.Resize and host is not None and watched is host:
            self._fit(host)
        return super().eventFilter(watched, event)

    def _fit(self, host: QWidget) -> None:
        wide = min(px(self._wide), host.width())
        self.setGeometry(host.width() - wide, 0, wide, host.height())


class OneSheet(QObject):
    """The one sheet that may stand over a window: the next one closes it, its own key, and Esc from anywhere."""

    closed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.open: Sheet | None = None

    def show(self, name: str, sheet: Sheet) -> None:
        """Opens the sheet; where the one of this name was open, it is closed and nothing more."""
        former = self.open
        self.close()
        if former is not None and former.objectName() == name:
            sheet.deleteLater()
            return
        sheet.setObjectName(name)
        sheet.closed.connect(lambda: self._gone(sheet))
        self.open = sheet
        sheet.open_over(self._host)

    def close(self) -> None:
        former, self.open = self.open, None
        if former is not None:
            former.close_sheet()

    def _gone(self, sheet: Sheet) -> None:
        if self.open is sheet:
            self.open = None
        sheet.deleteLater()
        self.closed.emit()


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape


def _is_main_key(event: QKeyEvent) -> bool:
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
