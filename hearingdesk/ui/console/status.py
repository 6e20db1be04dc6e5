"""The bar at the bottom: is it saved, is the wall live, where to find the keys; and the red band when it is not."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from hearingdesk.domain.counts import how_many
from hearingdesk.domain.events import RecordHandedOver
from hearingdesk.domain.hearing import Hearing
from hearingdesk.ui.actions import Actions
from hearingdesk.ui.console.steps import rule_words
from hearingdesk.ui.kit.button import KeyButton, button
from hearingdesk.ui.kit.card import row
from hearingdesk.ui.kit.look import SMALL, Tone, font, px, set_role
from hearingdesk.ui.kit.text import ClauseLabel, label, tip

LINKS = (("wall", "Display"), ("display", "Preview"), ("keys", "Keys"), ("commands", "Commands"), ("menu", "Menu"))


class StatusBar(QFrame):
    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "role", "foot")
        self._is_saved = True
        self._copy = (-1, "")
        self._saved = label(size=SMALL, bold=True)
        self._entries = label(size=SMALL, tone=Tone.MUTED)
        self.rule = ClauseLabel()
        self.rule.setFont(font(SMALL))
        self.rule.show_tone(Tone.MUTED)
        self._warning = label(size=SMALL, tone=Tone.WARN, elide=True)
        self._warning.hide()
        self._wall = label("Display: none", size=SMALL, tone=Tone.MUTED, elide=True)
        self._wall.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        whole: QHBoxLayout = row(self._saved, self._entries, self._wall, margins=(14, 0, 14, 0), spacing=14)
        self._made = {name: actions.button(name, words, kind="link") for name, words in LINKS if name in actions.table}
        for made in self._made.values():
            made.setFont(font(SMALL, semibold=True))
        for made in self._links("wall", "display"):
            whole.addWidget(made)
        whole.addWidget(self._warning, 1)
        whole.addWidget(self.rule, 1)
        for made in self._links("keys", "commands", "menu"):
            whole.addWidget(made)
        self.setLayout(whole)
        self.setFixedHeight(px(30) + 1)  # with the hairline above, so that words and links share a line
        self._first_to_go = (self._entries, *self._links("display", "wall", "commands", "keys"))
        self.show_saved(saved=True)

    def _links(self, *names: str) -> list[KeyButton]:
        return [self._made[name] for name in names if name in self._made]

    def minimumSizeHint(self) -> QSize:
        """What gives way to large text is in the menu too, which stays."""
        kept = (self._saved, self._made["menu"])
        return QSize(sum(part.sizeHint().width() for part in kept) + px(14 * 6), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        """Whole words or none: what there is no room for is left out, the least needed first."""
        parts = (self._saved, self._entries, self._wall, *self._made.values())
        room = self.width() - px(14 * (3 + len(parts)))
        for part in self._first_to_go:
            part.show()
        over = sum(part.sizeHint().width() for part in parts) - room
        for part in self._first_to_go:
            if over <= 0:
                return
            part.hide()
            over -= part.sizeHint().width() + px(14)

    def show_hearing(self, hearing: Hearing) -> None:
        number, by = f"Journal {how_many(len(hearing.entries), 'entry', 'entries')}", _kept_by(hearing)
        number += f" · {by}" if by else ""
        tip(self._saved, number)
        if len(number) != len(self._entries.text()):
            self._entries.setText(number)
            self._give_way()
        self._entries.setText(number)
        self.rule.setText(rule_words(hearing))

    @property
    def entries(self) -> str:
        """How long the journal is, and whose initials its entries carry."""
        return self._entries.text()

    @property
    def saved(self) -> str:
        return self._saved.text()

    @property
    def wall(self) -> str:
        return self._wall.text()

    def show_saved(self, *, saved: bool) -> None:
        self._is_saved = saved
        self._show_safety()

    def show_copy(self, entries: int, trouble: str) -> None:
        """How the second copy stands: of how many entries it is (below 0 there is none), and why it failed."""
        self._copy = (entries, trouble)
        self._show_safety()

    def _show_safety(self) -> None:
        entries, trouble = self._copy
        if not self._is_saved:
            words, tone = "✗ Not saving", Tone.BAD
        elif trouble:
            words, tone = "⚠ Saved, no second copy", Tone.WARN
        else:
            words, tone = ("✓ Saved and copied" if entries >= 0 else "✓ Everything saved"), Tone.GOOD
        self._saved.setText(words)
        self._saved.show_tone(tone)
        self._give_way()

    @property
    def warning(self) -> str:
        return self._warning.text()

    def show_warning(self, text: str) -> None:
        """Something around the program that the clerk had better see to, in the place of the rule in force."""
        self._warning.setText(text)
        self._warning.setVisible(bool(text))
        self.rule.setVisible(not text)

    def show_wall(self, text: str, *, attention: bool = False) -> None:
        """Where the display is; in the colour of a warning while the room does not see the hearing."""
        self._wall.setText(f"⚠ {text}" if attention else text)
        self._wall.show_tone(Tone.WARN if attention else Tone.MUTED)
        self._give_way()


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


def _kept_by(hearing: Hearing) -> str:
    """The initials of whoever keeps the record: they made the last entry, or were handed the record with it (P-13)."""
    if not len(hearing.entries):
        return ""
    last = hearing.entries[-1]
    return last.event.to if isinstance(last.event, RecordHandedOver) else last.by
