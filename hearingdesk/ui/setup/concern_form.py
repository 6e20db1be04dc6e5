"""The form of a concern set: its concerns in order, the chosen one's code, label, kind, key and definition."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hearingdesk.domain.counts import how_many
from hearingdesk.domain.values import Concern, ConcernKind
from hearingdesk.library import ConcernSet
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import column
from hearingdesk.ui.kit.fields import ChoiceField, Field, LineField
from hearingdesk.ui.kit.flow import Flow
from hearingdesk.ui.kit.lines import Line, LinesView
from hearingdesk.ui.kit.look import Tone, px
from hearingdesk.ui.kit.scroll import scrolled
from hearingdesk.ui.kit.text import label
from hearingdesk.ui.setup.codebook import concern_faults, free_code, set_faults
from hearingdesk.ui.setup.form import Form, bind, show_faults
from hearingdesk.ui.setup.grid import FieldGrid

KINDS = {
    ConcernKind.CONCERN: "a concern",
    ConcernKind.BENEFIT: "a benefit, a reason for support",
    ConcernKind.CONDITION: "a condition asked for",
    ConcernKind.PROCESS: "about the process",
}
KEYS: list[tuple[int, str]] = [(0, "none"), *((key, f"Ctrl+{key}") for key in range(1, 10))]


class ConcernSetForm(Form[ConcernSet]):
    """What is typed below counts for the concern chosen in the list."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = ConcernSet("", "", ())
        self._titles: Collection[str] = ()
        self._concerns: list[Concern] = []
        self._at = -1
        self.title = LineField("Title", placeholder="such as Housing")
        self.source = LineField("Where these concerns come from")
        self.counts = label(tone=Tone.MUTED, wrap=True)
        self.list = LinesView("Concerns of the set, in order", lead=24)
        self.code = LineField("Code", hint="Capital letters and digits.")
        self.label_ = LineField("Label")
        self.kind = ChoiceField("Kind", list(KINDS.items()))
        self.key = ChoiceField("Number key", KEYS)
        self.definition = LineField("Definition, for the codebook")
        self.add = button("Add a concern", self.add_one, key="Ctrl+Shift+N")
        self.take_out = button("Take out", self.take_one_out, key="Ctrl+Shift+X")
        self.up = button("Up", lambda: self.carry(-1), key="Alt+Up")
        self.down = button("Down", lambda: self.carry(1), key="Alt+Down")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.list.setMinimumHeight(px(170))
        acts = QWidget()
        acts.setLayout(Flow(self.add, self.take_out, self.up, self.down))
        one = FieldGrid(
            [("The chosen concern", [self.code, self.label_, self.kind, self.key]), ("", [self.definition])], 2
        )
        inside = column(
            FieldGrid([("", [self.title, self.source])], 2), self.counts, margins=(12, 12, 12, 12), spacing=10
        )
        inside.addWidget(self.list, 1)
        for part in (acts, one):
            inside.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))

    def _connect(self) -> None:
        for line in (self.title, self.source, self.code, self.label_, self.definition):
            line.edited.connect(lambda _: self._take())
        self.kind.picked.connect(self._take)
        self.key.picked.connect(self._take)
        self.list.chosen.connect(self._show_one)
        moves = (("Alt+Up", self.up), ("Alt+Down", self.down))
        for key, act in (("Ctrl+Shift+N", self.add), ("Ctrl+Shift+X", self.take_out), *moves):
            bind(self, key, act)

    # The whole set

    def show_value(self, value: ConcernSet, titles: Collection[str]) -> None:
        self._shown, self._titles = value, titles
        self._concerns = list(value.concern)
        self._at = -1
        self.title.show_text(value.title)
        self.source.show_text(value.source)
        self.source.editor.setCursorPosition(0)
        self._show_list(0)
        show_faults({"title": self.title, "source": self.source}, {})

    def typed(self) -> ConcernSet:
        return replace(self._shown, title=self.title.text(), source=self.source.text(), concern=tuple(self._concerns))

    def made(self) -> ConcernSet | None:
        typed = self.typed()
        faults = set_faults(typed.title, typed.source, self._titles, typed.concern)
        wrong = next((at for at, one in enumerate(self._concerns) if concern_faults(one, self._others(at))), None)
        if wrong is not None:
            self.list.choose(wrong)
        self._show_faults()
        show_faults({"title": self.title, "source": self.source}, faults)
        if "concerns" in faults:
            self.counts.setText(faults["concerns"])
        return None if faults or wrong is not None else typed

    def first(self) -> QWidget:
        return self.title.editor

    # One concern

    @property
    def chosen(self) -> Concern | None:
        return self._concerns[self._at] if 0 <= self._at < len(self._concerns) else None

    def add_one(self) -> None:
        """Below the chosen one; its label is typed next."""
        at = self._at + 1
        self._concerns.insert(at, Concern(free_code(self._concerns), ""))
        self._show_list(at)
        self.label_.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def take_one_out(self) -> None:
        if self.chosen is not None:
            del self._concerns[self._at]
            self._show_list(min(self._at, len(self._concerns) - 1))
            self.changed.emit()

    def carry(self, by: int) -> None:
        to = self._at + by
        if self.chosen is not None and 0 <= to < len(self._concerns):
            self._concerns.insert(to, self._concerns.pop(self._at))
            self._show_list(to)
            self.changed.emit()

    def _take(self) -> None:
        """What was just typed or chosen."""
        if self.chosen is not None:
            code, words = self.code.text().upper(), self.label_.text()
            definition, key = self.definition.text(), self.key.value()
            self._concerns[self._at] = Concern(code, words, self.kind.value(), definition, key)
            self._show_lines()
        self._show_faults()
        faults = set_faults(self.title.text(), self.source.text(), self._titles, self._concerns)
        self.title.refuse(faults.get("title", ""))
        self.source.refuse(faults.get("source", ""))
        self.changed.emit()

    def _show_list(self, at: int) -> None:
        self._at = at
        self._show_lines()
        self.list.choose(at)
        self._show_chosen()

    def _show_lines(self) -> None:
        self.list.show_lines([_line(at, concern) for at, concern in enumerate(self._concerns)])
        on_keys = sum(1 for concern in self._concerns if concern.key)
        self.counts.setText(f"{how_many(len(self._concerns), 'concern')}, {on_keys} on the number keys.")

    def _show_one(self) -> None:
        key = self.list.key
        if isinstance(key, int) and key != self._at:
            self._at = key
            self._show_chosen()

    def _show_chosen(self) -> None:
        concern = self.chosen or Concern("", "")
        for field in (self.code, self.label_, self.kind, self.key, self.definition):
            field.setEnabled(self.chosen is not None)
        self.code.show_text(concern.code)
        self.label_.show_text(concern.label)
        self.kind.show_value(concern.kind)
        self.key.show_value(concern.key)
        self.definition.show_text(concern.definition)
        self.definition.editor.setCursorPosition(0)  # so that a long one is shown from its beginning
        self._show_acts()
        for field in (self.code, self.label_, self.key, self.definition):
            field.refuse("")

    def _show_acts(self) -> None:
        none = "" if self.chosen is not None else "There is no concern yet."
        self.take_out.show_refusal(none)
        self.up.show_refusal(none or ("" if self._at else "It is the first already."))
        self.down.show_refusal(none or ("" if self._at < len(self._concerns) - 1 else "It is the last already."))

    def _show_faults(self) -> None:
        faults = concern_faults(self.chosen, self._others(self._at)) if self.chosen is not None else {}
        for name, field in self.fields.items():
            field.refuse(faults.get(name, ""))

    @property
    def fields(self) -> dict[str, Field[Any]]:
        """Those of the chosen concern, as its faults are named."""
        return {"code": self.code, "label": self.label_, "key": self.key, "definition": self.definition}

    def _others(self, at: int) -> list[Concern]:
        return [concern for place, concern in enumerate(self._concerns) if place != at]


def _line(at: int, concern: Concern) -> Line:
    kind = "" if concern.kind is ConcernKind.CONCERN else concern.kind.value
    words, number = concern.label or "a new concern", str(concern.key or "")
    return Line(at, words, concern.definition, number, f"{kind} {concern.code}".strip())
