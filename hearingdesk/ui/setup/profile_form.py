"""The form of a rule profile, with the rule in force in one sentence, live (R-03)."""

from collections.abc import Collection
from typing import Any

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from hearingdesk.domain.profile import LOCKED, RuleProfile
from hearingdesk.ui.kit.card import column
from hearingdesk.ui.kit.fields import ChoiceField, Field, LineField, TextField
from hearingdesk.ui.kit.scroll import scrolled
from hearingdesk.ui.kit.text import check_box
from hearingdesk.ui.setup import settings
from hearingdesk.ui.setup.form import Form, show_faults
from hearingdesk.ui.setup.grid import FieldGrid
from hearingdesk.ui.setup.settings import Setting
from hearingdesk.ui.setup.strip import RuleStrip


class ProfileForm(Form[RuleProfile]):
    """Every setting that the program acts on; what it does not show stays as it was."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = RuleProfile("", "")
        self._titles: Collection[str] = ()
        self.strip = RuleStrip()
        self.lines: dict[str, LineField] = {}
        self.texts: dict[str, TextField] = {}
        self.choices: dict[str, ChoiceField[str]] = {}
        self.ticks: dict[str, QCheckBox] = {}
        groups = [("", [self._editor(settings.TITLE)])]
        groups += [(name, [self._editor(one) for one in inside]) for name, inside in settings.SECTIONS]
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(column(FieldGrid(groups), None, margins=(12, 12, 12, 12))), 1)

    def _editor(self, setting: Setting) -> QWidget:
        if setting.tick:
            tick = self.ticks[setting.name] = check_box(setting.words)
            tick.clicked.connect(lambda _: self._judge())
            return tick
        if setting.choices:
            choice = self.choices[setting.name] = ChoiceField(setting.words, list(setting.choices), hint=setting.hint)
            choice.picked.connect(self._judge)
            return choice
        if setting.lines:
            text = self.texts[setting.name] = TextField(setting.words, hint=setting.hint)
            text.edited.connect(self._judge)
            return text
        line = self.lines[setting.name] = LineField(setting.words, hint=setting.hint, placeholder=setting.placeholder)
        line.edited.connect(lambda _: self._judge())
        return line

    @property
    def fields(self) -> dict[str, Field[Any]]:
        """Every field that can be wrong, in the order of the form."""
        found = self.lines | self.texts | self.choices
        return {setting.name: found[setting.name] for setting in settings.SETTINGS if setting.name in found}

    def show_value(self, value: RuleProfile, titles: Collection[str]) -> None:
        self._shown, self._titles = value, titles
        texts = settings.written(value)
        for name, line in self.lines.items():
            line.show_text(texts[name])
            line.editor.setCursorPosition(0)  # so that a long text is shown from its beginning
        for name, text in self.texts.items():
            text.show_text(texts[name])
        for name, choice in self.choices.items():
            choice.show_value(texts[name])
        for name, tick in self.ticks.items():
            tick.setChecked(texts[name] == settings.YES)
        self.lines["interpretation_factor"].advise(LOCKED if value.interpretation_locked else "2 is usual.")
        show_faults(self.fields, {})
        self._show_rule()

    def typed(self) -> dict[str, str]:
        texts = {name: line.text() for name, line in self.lines.items()}
        texts |= {name: text.text() for name, text in self.texts.items()}
        chosen = {name: choice.value() for name, choice in self.choices.items()}
        ticked = {name: settings.YES if tick.isChecked() else settings.NO for name, tick in self.ticks.items()}
        return texts | chosen | ticked

    def made(self) -> RuleProfile | None:
        made, faults = settings.read(self.typed(), self._shown, self._titles)
        show_faults(self.fields, faults)
        return None if faults else made

    def first(self) -> QWidget:
        return self.lines["title"].editor

    def _judge(self) -> None:
        """What is wrong is said as it is typed; what was said and is mended goes."""
        _, faults = settings.read(self.typed(), self._shown, self._titles)
        for name, field in self.fields.items():
            field.refuse(faults.get(name, ""))
        self._show_rule()
        self.changed.emit()

    def _show_rule(self) -> None:
        made, _ = settings.read(self.typed(), self._shown, self._titles)
        self.strip.show_profile(made)
