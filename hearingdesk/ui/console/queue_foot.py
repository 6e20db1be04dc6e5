"""Below the list of speakers: the acts on the one chosen, as the list has need of them, and the forecast."""

from PySide6.QtWidgets import QFrame

from hearingdesk.domain.hearing import Item
from hearingdesk.ui.actions import Actions
from hearingdesk.ui.console.forecasting import ForecastWords
from hearingdesk.ui.console.tabs import Tab
from hearingdesk.ui.kit.button import KeyButton
from hearingdesk.ui.kit.card import column, row
from hearingdesk.ui.kit.flow import Flow
from hearingdesk.ui.kit.look import SMALL, Tone, set_role
from hearingdesk.ui.kit.text import label, tip

ACTS = {
    "call_chosen": "Call",
    "slip": "Edit",
    "up": "Move up",
    "same_name": "Same person?",
    "return": "Back",
    "admit": "Let in",
    "recall": "",
}
"""The acts that may stand there, by their short words; empty for those of the table."""
OF_TAB = {
    Tab.PASSED: ("call_chosen", "return", "recall"),
    Tab.LATE: ("admit", "slip"),
    Tab.REGISTERED: ("slip",),
    Tab.WRITTEN: ("slip",),
}
USUAL = ("call_chosen", "slip", "up")
DOUBTFUL = ("call_chosen", "slip", "same_name")


class ActsFoot(QFrame):
    """The acts on the chosen one."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        set_role(self, "role", "foot")
        self._buttons: dict[str, KeyButton] = {
            name: actions.button(name, words, kind="link", capped=name != "same_name") for name, words in ACTS.items()
        }
        self.setLayout(column(Flow(*self._buttons.values(), gap=12, line_gap=0), margins=(12, 4, 12, 4)))

    def show_for(self, tab: Tab, item: Item | None, *, doubtful: bool = False) -> None:
        """Those that this list has need of; when nobody waits any more, those absent can be called again.

        ``doubtful``: the one chosen may be the same person as another.
        """
        last_call = tab is Tab.WAITING and item is not None and not item.queue and bool(item.absent)
        shown = ("recall",) if last_call else OF_TAB.get(tab, DOUBTFUL if doubtful else USUAL)
        for name, made in self._buttons.items():
            made.setVisible(name in shown)


class ForecastFoot(QFrame):
    """Three lines at the foot of the card."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "role", "foot")
        self.setAccessibleName("Forecast")
        self.waiting = label(bold=True)
        self._end = label()
        self._others = label(tone=Tone.MUTED)
        self._hour = label(size=SMALL, tone=Tone.WARN, bold=True, wrap=True)
        self._second = row(self._others)
        first = row(self.waiting, self._end, None, spacing=4)
        self.setLayout(column(first, self._second, self._hour, margins=(12, 8, 12, 8), spacing=2))

    def add_limit(self, actions: Actions) -> None:
        if "limit" in actions.table:
            self.limit = actions.button("limit", "Change limit…", kind="link")
            self._second.addWidget(self.limit)
        self._second.addStretch(1)

    def show_words(self, words: ForecastWords) -> None:
        self.waiting.setText(words.waiting)
        self._end.setText(f"· {words.end}" if words.end else "")
        self._others.setText(words.others)
        self._others.setVisible(bool(words.others))
        self._hour.setText(words.hour)
        self._hour.setVisible(bool(words.hour))
        tip(self, words.more)
