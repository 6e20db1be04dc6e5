"""The bar at the bottom: is it saved, is the wall live, where to find the keys; and the red band when it is not."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from hearingdesk.domain.hearing import Hearing
from hearingdesk.ui.actions import Actions
from hearingdesk.ui.console.steps import rule_words
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import row
from hearingdesk.ui.kit.look import SMALL, Tone, px, set_role
from hearingdesk.ui.kit.text import label


class StatusBar(QFrame):
    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "role", "foot")
        self._saved = label(size=SMALL, bold=True)
        self._entries = label(size=SMALL, tone=Tone.MUTED)
        self._rule = label(size=SMALL, tone=Tone.MUTED, elide=True)
        self._warning = label(size=SMALL, tone=Tone.WARN, elide=True)
        self._warning.hide()
        self._wall = label("Display: none", size=SMALL, tone=Tone.MUTED)
        whole: QHBoxLayout = row(self._saved, self._entries, self._wall, margins=(14, 0, 14, 0), spacing=14)
        if "wall" in actions.table:
            whole.addWidget(actions.button("wall", "Display", kind="link"))
            whole.addWidget(actions.button("display", "Preview", kind="link"))
        whole.addWidget(self._warning, 1)
        whole.addWidget(self._rule, 1)
        for name, words in (("keys", "Keys"), ("commands", "Commands"), ("menu", "Menu")):
            whole.addWidget(actions.button(name, words, kind="link"))
        self.setLayout(whole)
        self.setFixedHeight(px(30))
        self.show_saved(saved=True)

    def show_hearing(self, hearing: Hearing) -> None:
        self._entries.setText(f"Journal {len(hearing.entries)} entries")
        self._rule.setText(rule_words(hearing))

    @property
    def saved(self) -> str:
        return self._saved.text()

    @property
    def wall(self) -> str:
        return self._wall.text()

    def show_saved(self, *, saved: bool) -> None:
        self._saved.setText("✓ Everything saved" if saved else "✗ Not saving")
        self._saved.show_tone(Tone.GOOD if saved else Tone.BAD)

    @property
    def warning(self) -> str:
        return self._warning.text()

    def show_warning(self, text: str) -> None:
        """Something around the program that the clerk had better see to, in the place of the rule in force."""
        self._warning.setText(text)
        self._warning.setVisible(bool(text))
        self._rule.setVisible(not text)

    def show_wall(self, text: str) -> None:
        self._wall.setText(text)


class AlarmBand(QFrame):
    """Stands over everything while the journal cannot be written: what happened, what is safe, what to do."""

    def __init__(self, again: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "role", "alarm")
        self._words = label(bold=True, wrap=True)
        self.again = button("Try again", again)
        whole = row(margins=(14, 8, 14, 8), spacing=14)
        whole.addWidget(self._words, 1)
        whole.addWidget(self.again)
        self.setLayout(whole)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def show_keys(self, keys: Actions) -> None:
        """The key of trying again, as it is now."""
        self.again.show_key(keys.keys["again"])

    def show_trouble(self, sentence: str) -> None:
        """Empty takes the band away."""
        self._words.setText(f"{sentence} The clock keeps running." if sentence else "")
        self.setAccessibleName(self._words.text())
        self.setVisible(bool(sentence))
