"""The editors of review: a speaker's name, position, concerns and summary, or what belongs under a concern."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from hearingdesk.domain.hearing import Hearing, Registration
from hearingdesk.domain.text import plain
from hearingdesk.domain.values import Position
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import column, heading, row
from hearingdesk.ui.kit.fields import ChoiceField, Field, LineField
from hearingdesk.ui.kit.look import LARGE, Tone, px
from hearingdesk.ui.kit.text import label
from hearingdesk.ui.review.marks import MarksView

ON_SLIP = "as on the slip"


class SpeakerEditor(QWidget):
    """Shows one speaker; what is done to it is told, never done here.

    ``named`` a name that was checked, ``stated`` a position, ``marked`` a concern ticked or cleared, ``typed`` that the
    summary reads otherwise.
    """

    named = Signal(str)
    stated = Signal(object)
    marked = Signal(str)
    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""
        self._facts = label(tone=Tone.MUTED, wrap=True)
        self.name = LineField("Name")
        self.right = button("The name is right", self._name_checked)
        self.position = ChoiceField[Position | None]("Position as stated", [(None, ON_SLIP)])
        self.summary = Field("Summary for the minutes", QPlainTextEdit(), hint="Said that …")
        self.summary.editor.setTabChangesFocus(True)
        self.summary.editor.setMinimumHeight(px(84))
        self.summary.setMaximumHeight(px(170))
        self.marks = MarksView()
        self.name.editor.returnPressed.connect(self._name_checked)
        self.position.picked.connect(lambda: self.stated.emit(self.position.value()))
        self.marks.toggled.connect(self.marked)
        self.summary.editor.textChanged.connect(self._changed)
        beside = column(None, self.right)
        beside.setContentsMargins(0, 0, 0, px(2))
        self._names = QWidget()
        self._names.setLayout(row(self.name, beside))
        self.setLayout(
            column(self._facts, self._names, self.position, self.summary, heading("Concerns"), self.marks, spacing=10)
        )
        _give_room(self)

    @property
    def text(self) -> str:
        """The summary as it is typed."""
        return plain(self.summary.editor.toPlainText()).strip()

    def show_speaker(self, registration: Registration, hearing: Hearing, draft: str, *, another: bool) -> None:
        """``draft`` was typed and not recorded yet; what is being typed is left alone unless this is ``another``."""
        sign_up = registration.sign_up
        self._facts.setText(_facts(registration, hearing))
        if another or not self.name.editor.hasFocus():
            self.name.show_text(sign_up.name)
        self.name.advise("Marked as uncertain on the slip." if sign_up.name_uncertain else "")
        self.right.setVisible(sign_up.name_uncertain)
        on_slip = f"{ON_SLIP}: {sign_up.position.word.lower()}"
        choices: list[tuple[Position | None, str]] = [(None, on_slip)] if registration.stated is None else []
        self.position.show_choices([*choices, *((one, one.word) for one in Position)], registration.stated)
        self.marks.show_marks(hearing.concerns, registration.marks)
        if another:
            self.show_text(draft or registration.summary)

    def show_text(self, text: str) -> None:
        """A summary that nobody typed just now."""
        self._shown = text
        if text != self.summary.editor.toPlainText():
            self.summary.editor.setPlainText(text)

    def _changed(self) -> None:
        now = self.summary.editor.toPlainText()
        if now != self._shown:
            self._shown = now
            self.typed.emit()

    def _name_checked(self) -> None:
        self.named.emit(self.name.text())


def _facts(registration: Registration, hearing: Hearing) -> str:
    sign_up = registration.sign_up
    item = hearing.items[sign_up.item].label if sign_up.item in hearing.items else ""
    place = ", ".join(filter(None, (sign_up.organisation, sign_up.place)))
    slip = "" if sign_up.position is Position.NOT_STATED else f"{sign_up.position.word} on the slip"
    return " · ".join(filter(None, (f"Slip {registration.slip}", item, place, slip)))


def _give_room(editor: "SpeakerEditor | CodingEditor") -> None:
    """What room there is goes to the list of concerns."""
    layout = editor.layout()
    if isinstance(layout, QVBoxLayout):
        layout.setStretchFactor(editor.marks, 1)


class CodingEditor(QWidget):
    """A whole coding of one speaker: ticked here, and put on the record in one act by who holds the editor."""

    def __init__(self) -> None:
        super().__init__()
        self.coder = LineField("Who codes, initials", hint="Every coding carries them.")
        self._facts = label(tone=Tone.MUTED, wrap=True)
        self._summary = label(size=LARGE, wrap=True)
        self._sides = label(wrap=True)
        self.marks = MarksView()
        self.marks.toggled.connect(self._toggle)
        self._hearing = Hearing()
        self._ticked: list[str] = []
        self._notes: Mapping[str, str] = {}
        self.setLayout(
            column(self.coder, self._facts, self._summary, self._sides, heading("Concerns"), self.marks, spacing=10)
        )
        _give_room(self)

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(self._ticked)

    def show_speaker(self, registration: Registration, hearing: Hearing) -> None:
        self._facts.setText(_facts(registration, hearing))
        self._summary.setText(registration.summary or "No summary was written.")

    def show_marks(
        self, hearing: Hearing, ticked: Collection[str], notes: Mapping[str, str] | None = None, sides: str = ""
    ) -> None:
        """Starts from these; ``notes`` tell beside a concern who marked it, ``sides`` what each coder found."""
        self._hearing, self._ticked, self._notes = hearing, list(ticked), notes or {}
        self._sides.setText(sides)
        self._sides.setVisible(bool(sides))
        self._redraw()

    def _toggle(self, code: str) -> None:
        if code in self._ticked:
            self._ticked.remove(code)
        else:
            self._ticked.append(code)
        self._redraw()

    def _redraw(self) -> None:
        self.marks.show_marks(self._hearing.concerns, self._ticked, self._notes)


class ConcernEditor(QWidget):
    """What belongs under a concern."""

    def __init__(self) -> None:
        super().__init__()
        self._facts = label(tone=Tone.MUTED, wrap=True)
        self.definition = Field("What belongs under it", QPlainTextEdit(), hint="One sentence: what counts, what not.")
        self.definition.editor.setTabChangesFocus(True)
        self.definition.editor.setMinimumHeight(px(120))
        self.setLayout(column(self._facts, self.definition, None, spacing=10))

    @property
    def text(self) -> str:
        return plain(self.definition.editor.toPlainText()).strip()

    def show_concern(self, code: str, hearing: Hearing, *, another: bool) -> None:
        concern = hearing.concern(code)
        raised = sum(item.tally.people(code) for item in hearing.items.values())
        self._facts.setText(f"{concern.label} · {code} · raised by {raised}")
        if another:
            self.definition.editor.setPlainText(concern.definition)
