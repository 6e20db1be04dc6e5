"""The window the program opens with: hearings running, coming and past; a welcome where there are none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hearingdesk.domain.docket import DocketLine
from hearingdesk.domain.hearing import Phase
from hearingdesk.ui.docket import words
from hearingdesk.ui.docket.welcome import Welcome
from hearingdesk.ui.kit.button import KeyButton, button
from hearingdesk.ui.kit.card import Card, column, hairline, row
from hearingdesk.ui.kit.flow import Flow
from hearingdesk.ui.kit.lines import LinesView
from hearingdesk.ui.kit.look import LARGE, TITLE, Tone, px, set_role
from hearingdesk.ui.kit.scroll import scrolled
from hearingdesk.ui.kit.text import label


@dataclass(frozen=True, slots=True)
class DocketAct:
    """Something to do with the chosen hearing: its words, its key, and what is called with the hearing's id."""

    words: str
    key: str
    call: Callable[[str], object]


class DocketWindow(QWidget):
    """``lines`` is asked whenever the window is shown. All that is done here is a callable that was handed in."""

    def __init__(
        self,
        lines: Callable[[], Sequence[DocketLine]],
        *,
        open_hearing: Callable[[str], object],
        new_hearing: Callable[[], object],
        sample: Callable[[], object],
        standing: Callable[[], object],
        now: Callable[[], datetime],
        acts: Sequence[DocketAct] = (),
    ) -> None:
        super().__init__()
        self._lines = lines
        self._open = open_hearing
        self._now = now
        self._shown: dict[str, DocketLine] = {}
        self.list = LinesView("Hearings")
        self.list.opened.connect(self.open_chosen)
        self.list.chosen.connect(self._show_chosen)
        self.new = button("New hearing", new_hearing, key="Ctrl+N")
        self.sample = button("Sample hearing", sample)
        self.standing = button("Bodies and rules", standing, key="Ctrl+B")
        self.open = button("Open", self.open_chosen, key="Return", kind="main")
        self.acts = [button(act.words, self._on_chosen(act.call), key=act.key) for act in acts]
        self.welcome = Welcome(sample, new_hearing)
        self._said = label(wrap=True, tone=Tone.BAD)
        self._lay_out()
        self._bind("Ctrl+N", self.new)
        self._bind("Ctrl+B", self.standing)
        for act, made in zip(acts, self.acts, strict=True):
            self._bind(act.key, made)
        self.setWindowTitle("hearingdesk")
        self.resize(1024, 640)

    def _lay_out(self) -> None:
        band = QFrame()
        set_role(band, "role", "band")
        band.setLayout(
            row(
                label("Hearings", size=TITLE, bold=True),
                None,
                self.sample,
                self.standing,
                self.new,
                margins=(16, 10, 16, 10),
            )
        )
        self._card = self._details()
        self._docket = QWidget()
        held = row(self._list_card(), self._card, margins=(12, 12, 12, 12), spacing=12)
        held.setStretch(0, 1)
        self._docket.setLayout(held)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(band)
        whole.addWidget(self._docket, 1)
        whole.addWidget(self.welcome, 1)
        self.welcome.hide()
        whole.addLayout(row(self._said, margins=(16, 0, 16, 12)))
        self._said.hide()

    def _list_card(self) -> QFrame:
        card = QFrame()
        set_role(card, "role", "card")
        card.setLayout(column(self.list, margins=(1, 1, 1, 1)))
        return card

    def _details(self) -> Card:
        card = Card("Chosen hearing")
        card.setFixedWidth(px(340))
        self._name = label(size=LARGE, bold=True, wrap=True)
        self._facts = label(tone=Tone.MUTED, wrap=True)
        inside = column(self._name, self._facts, margins=(12, 12, 12, 12), spacing=12)
        inside.addLayout(Flow(self.open))
        inside.addWidget(hairline())
        inside.addLayout(column(*self.acts))
        inside.addStretch(1)
        card.body.addWidget(scrolled(inside))
        return card

    @property
    def said(self) -> str:
        return self._said.text()

    def say(self, sentence: str, tone: Tone = Tone.BAD) -> None:
        """A refusal, or what was done; empty takes it away."""
        self._said.setText(sentence)
        self._said.show_tone(tone)
        self._said.setVisible(bool(sentence))

    def refresh(self) -> None:
        """Asks for the docket anew; the chosen hearing stays chosen."""
        lines = self._lines()
        self._shown = {line.id: line for line in lines}
        self.list.show_lines(words.shown(lines, self._now()))
        self._docket.setVisible(bool(lines))
        self.welcome.setVisible(not lines)
        self.sample.setVisible(bool(lines))
        self._show_chosen()

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh()
        (self.list if self._shown else self.welcome.sample).setFocus(Qt.FocusReason.OtherFocusReason)
        super().showEvent(event)

    def open_chosen(self) -> None:
        self._on_chosen(self._open)()

    def _on_chosen(self, call: Callable[[str], object]) -> Callable[[], None]:
        def called() -> None:
            line = self._chosen()
            if line is None:
                self.say("No hearing is chosen.")
            elif not words.readable(line):
                self.say(line.title)
            else:
                self.say("")
                call(line.id)

        return called

    def _chosen(self) -> DocketLine | None:
        return self._shown.get(str(self.list.key))

    def _bind(self, key: str, made: KeyButton) -> None:
        if key:
            QShortcut(QKeySequence(key), self, made.click)

    def _show_chosen(self) -> None:
        line = self._chosen()
        self._card.setVisible(line is not None)
        if line is None:
            return
        self._name.setText(words.title(line))
        self._facts.setText("\n".join(_facts(line, self._now())))
        self.open.show_words(_verb(line))
        refusal = "" if words.readable(line) else line.title
        for act in (self.open, *self.acts):
            act.show_refusal(refusal)


def _facts(line: DocketLine, now: datetime) -> list[str]:
    if not words.readable(line):
        return [line.title]
    last = f"{line.entries} entries in the journal, the last {words.when(line, line.last)}."
    coming = words.state(line, now) if line.phase is Phase.PREPARED else ""
    mark = "A rehearsal: it is no record of anything." if line.rehearsal else ""
    facts = (line.title, words.when(line, line.scheduled), coming, line.place, mark, last)
    return [fact for fact in facts if fact]


def _verb(line: DocketLine) -> str:
    match line.phase:
        case Phase.PREPARED:
            return "Open"
        case Phase.ADJOURNED:
            return "Open the record"
        case _:
            return "Resume"
