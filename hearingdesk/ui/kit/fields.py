"""Fields with their name above and, where something is wrong, a sentence below; what was typed stays."""

from typing import Generic, TypeVar

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from hearingdesk.ui.kit.card import row
from hearingdesk.ui.kit.look import TARGET, Tone, px, set_role
from hearingdesk.ui.kit.text import capital, label, tip

W = TypeVar("W", bound=QWidget)
V = TypeVar("V")

NAME_ABOVE = 2
"""Pixels at 100 % between the line of a field's name and a button in line with its editor, which is the taller."""


class Field(QWidget, Generic[W]):
    """An editor with its name, an optional hint, and room for the sentence that says what is wrong."""

    def __init__(self, name: str, editor: W, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        editor.setMinimumHeight(px(TARGET + 4))
        editor.setAccessibleName(name)
        self._hint = hint
        self._name = label(name, bold=True)
        self._name.setBuddy(editor)
        self._below = label(hint, size=12, tone=Tone.MUTED, wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        for part in (self._name, editor, self._below):
            layout.addWidget(part)
        layout.addStretch(1)
        # Shown only once it has a parent: before, it would flash up as a window of its own and take the focus.
        self._below.setVisible(bool(hint))
        self.setFocusProxy(editor)

    @property
    def sentence(self) -> str:
        """What is wrong with what was typed; empty if nothing is."""
        return self._below.text() if self._below.property("tone") == Tone.BAD.value else ""

    @property
    def hint(self) -> str:
        """What is said below while nothing is wrong."""
        return self._hint

    def advise(self, hint: str) -> None:
        """Another hint; a sentence that stands there stays."""
        self._hint = hint
        if not self.sentence:
            self.refuse("")

    def refuse(self, sentence: str) -> None:
        """Says what is wrong and what to do; empty takes it back."""
        self._below.setText(sentence or self._hint)
        self._below.show_tone(Tone.BAD if sentence else Tone.MUTED)
        self._below.setVisible(bool(sentence or self._hint))
        set_role(self.editor, "wrong", "true" if sentence else "false")
        self.editor.setAccessibleDescription(sentence)


def in_line(field: QWidget, *buttons: QWidget) -> QHBoxLayout:
    """A field with buttons at its right, in line with its editor whatever stands below it."""
    beside = QVBoxLayout()
    beside.addSpacing(field.fontMetrics().height() + px(NAME_ABOVE))
    beside.addLayout(row(*buttons))
    beside.addStretch(1)
    line = row(field)
    line.setStretch(0, 1)
    line.addLayout(beside)
    return line


class _Line(QLineEdit):
    """A line whose text, where it is too long, shows its beginning while nobody is in it."""

    def settle(self) -> None:
        """To the beginning, where not all can be seen."""
        if not self.hasFocus() and self.fontMetrics().horizontalAdvance(self.text()) > self.width() - px(20):
            self.setCursorPosition(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason and not self.hasSelectedText():
            self.end(False)  # noqa: FBT003  # Qt's own parameter: without marking

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settle()


class LineField(Field[_Line]):
    """One line of text. The sentence goes as soon as the text is changed."""

    edited = Signal(str)

    def __init__(self, name: str, text: str = "", hint: str = "", placeholder: str = "") -> None:
        super().__init__(name, _Line(text), hint)
        self.editor.setPlaceholderText(placeholder)
        self.editor.textEdited.connect(self._was_edited)

    def text(self) -> str:
        """What was typed, without spaces around it."""
        return self.editor.text().strip()

    def show_text(self, text: str) -> None:
        self.editor.setText(text)
        self.editor.settle()

    def _was_edited(self, text: str) -> None:
        self.refuse("")
        self.edited.emit(text)


class TextField(Field[QPlainTextEdit]):
    """A few lines of text; Tab goes on to the next field. ``edited`` comes of a person alone."""

    edited = Signal()

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__(name, QPlainTextEdit(), hint)
        self._shown = ""
        self.editor.setTabChangesFocus(True)
        self.editor.setFixedHeight(px(110))
        self.editor.textChanged.connect(self._was_edited)

    def text(self) -> str:
        """What was typed, without spaces around it."""
        return self.editor.toPlainText().strip()

    def show_text(self, text: str) -> None:
        self._shown = text
        self.editor.setPlainText(text)

    def _was_edited(self) -> None:
        text = self.editor.toPlainText()
        if text != self._shown:
            self._shown = text
            self.refuse("")
            self.edited.emit()


class _Choice(QComboBox):
    """A combo box in the look of the other fields, with an arrow of its own; what does not fit is in the tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self.currentTextChanged.connect(lambda _: self._tell())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.currentText()) > self.width() - px(36)
        tip(self, self.currentText() if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QPalette.ColorRole.Text if self.isEnabled() else QPalette.ColorRole.PlaceholderText
        painter.setPen(QPen(self.palette().color(role), 1.5))
        x, y, arm = self.width() - px(14), self.height() / 2 - px(2), px(4)
        painter.drawPolyline([QPointF(x - arm, y), QPointF(x, y + arm), QPointF(x + arm, y)])


class ChoiceField(Field[QComboBox], Generic[V]):
    """One of several values, each with its words. ``picked`` says that a person chose, never that a value was shown.

    The words begin with a capital; those of others, such as names, stay ``as_written``.
    """

    picked = Signal()

    def __init__(
        self,
        name: str,
        choices: list[tuple[V, str]],
        chosen: V | None = None,
        hint: str = "",
        *,
        as_written: bool = False,
    ) -> None:
        super().__init__(name, _Choice(), hint)
        self._values: list[V] = []
        self._as_written = as_written
        self.editor.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.editor.setMinimumContentsLength(8)
        self.editor.activated.connect(lambda _: self.picked.emit())
        self.show_choices(choices, chosen)

    def value(self) -> V:
        return self._values[self.editor.currentIndex()]

    def show_value(self, value: V) -> None:
        self.editor.setCurrentIndex(self._values.index(value))

    def show_choices(self, choices: list[tuple[V, str]], chosen: V | None = None) -> None:
        """Other values to choose from; the first is shown where ``chosen`` is none of them."""
        self._values = [value for value, _ in choices]
        self.editor.clear()
        self.editor.addItems([words if self._as_written else capital(words) for _, words in choices])
        if chosen in self._values:
            self.editor.setCurrentIndex(self._values.index(chosen))
