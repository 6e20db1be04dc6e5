"""The window the program opens with: hearings running, coming and past; a welcome where there are none."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hearingdesk.domain.counts import how_many
from hearingdesk.domain.docket import DocketLine
from hearingdesk.domain.hearing import Phase
from hearingdesk.domain.retention import HELD, NOTHING_DELETED, how_long
from hearingdesk.ui.docket import words
from hearingdesk.ui.docket.welcome import Welcome
from hearingdesk.ui.kit.button import KeyButton, button
from hearingdesk.ui.kit.card import Card, column, hairline, row
from hearingdesk.ui.kit.fields import LineField
from hearingdesk.ui.kit.flow import Flow
from hearingdesk.ui.kit.lines import LinesView
from hearingdesk.ui.kit.look import LARGE, SMALL, TITLE, Tone, px, set_role
from hearingdesk.ui.kit.scroll import scrolled
from hearingdesk.ui.kit.text import label

DROP = (
    "Drop an agenda or a list of sign-ups on a hearing, or anywhere else for a new one; drop a journal (.jsonl) to "
    "have its record back."
)


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
        dropped: Callable[[Sequence[Path], str | None], object],
        now: Callable[[], datetime],
        acts: Sequence[DocketAct] = (),
    ) -> None:
        super().__init__()
        self._dropped = dropped
        self._lines = lines
        self._open = open_hearing
        self._now = now
        self._shown: dict[str, DocketLine] = {}
        self._at = now()
        self.finder = LineField("Find", placeholder="body, date, place or state")
        self.finder.edited.connect(lambda _: self._show_lines())
        self.finder.editor.installEventFilter(self)
        self.list = LinesView("Hearings")
        self.list.opened.connect(self.open_chosen)
        self.list.chosen.connect(self._show_chosen)
        self.new = button("New hearing", new_hearing, key="Ctrl+N")
        self.sample = button("Sample hearing", sample, key="Ctrl+Shift+S")
        self.standing = button("Bodies and rules", standing, key="Ctrl+B")
        self.open = button("Open", self.open_chosen, key="Return", kind="main")
        self.acts = [button(act.words, self._on_chosen(act.call), key=act.key) for act in acts]
        self.welcome = Welcome(sample, new_hearing)
        self._said = label(wrap=True, tone=Tone.BAD)
        self._lay_out()
        self._bind_keys([act.key for act in acts])
        self.setAcceptDrops(True)
        self.list.setAcceptDrops(False)
        self.setWindowTitle("hearingdesk")
        self.resize(1024, 640)

    def _bind_keys(self, keys: Sequence[str]) -> None:
        made = (self.new, self.standing, self.sample, *self.acts)
        for key, one in zip(("Ctrl+N", "Ctrl+B", "Ctrl+Shift+S", *keys), made, strict=True):
            self._bind(key, one)
        QShortcut(QKeySequence("Ctrl+F"), self, self._go_to_find)

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
        self._said.setContentsMargins(px(16), 0, px(16), px(12))
        whole.addWidget(self._said)
        self._said.hide()

    def _list_card(self) -> QFrame:
        card = QFrame()
        set_role(card, "role", "card")
        inside = column(margins=(1, 1, 1, 1), spacing=0)
        inside.addLayout(column(self.finder, margins=(12, 8, 12, 8)))
        inside.addWidget(self.list, 1)
        inside.addLayout(column(label(DROP, size=SMALL, tone=Tone.MUTED, wrap=True), margins=(12, 8, 12, 8)))
        card.setLayout(inside)
        return card

    def _details(self) -> Card:
        card = Card("Chosen hearing")
        card.setFixedWidth(px(340))
        self._name = label(size=LARGE, bold=True, wrap=True)
        self._facts = label(tone=Tone.MUTED, wrap=True)
        self._held = label(HELD, tone=Tone.WARN, wrap=True)
        self._kept = label(size=SMALL, tone=Tone.MUTED, wrap=True)
        inside = column(self._name, self._facts, self._held, margins=(12, 12, 12, 12), spacing=12)
        inside.addLayout(Flow(self.open))
        inside.addWidget(hairline())
        inside.addLayout(column(*self.acts))
        inside.addWidget(self._kept)
        inside.addStretch(1)
        card.body.addWidget(scrolled(inside))
        return card

    @property
    def kept(self) -> str:
        """What is told of how long the chosen hearing's records are kept; the hold first."""
        shown = (part for part in (self._held, self._kept) if part.isVisibleTo(self))
        return "\n".join(part.text() for part in shown)

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
        self._at = self._now()  # one moment for all, so that what was said once need not be said anew at each letter
        self._show_lines()
        self._docket.setVisible(bool(lines))
        self.welcome.setVisible(not lines)
        self.sample.setVisible(bool(lines))
        self._show_chosen()

    def _show_lines(self) -> None:
        """Those that are looked for; all of them where nothing is."""
        found = words.found(list(self._shown.values()), self.finder.text(), self._at)
        self.list.show_lines(words.shown(found, self._at))
        self.finder.advise("" if found or not self._shown else "No hearing has all of these words.")

    def _go_to_find(self) -> None:
        self.finder.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the words looked for, Down goes into the list, Enter opens what is chosen, Escape shows all again."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            deed = self._find_keys().get(event.key())
            if deed is not None:
                deed()
                return True
        return super().eventFilter(watched, event)

    def _find_keys(self) -> Mapping[int, Callable[[], object]]:
        return {
            Qt.Key.Key_Down: lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason),
            Qt.Key.Key_Return: self.open_chosen,
            Qt.Key.Key_Enter: self.open_chosen,
            Qt.Key.Key_Escape: self._find_all,
        }

    def _find_all(self) -> None:
        self.finder.show_text("")
        self._show_lines()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """On a hearing, the files are for it; anywhere else they are for a new one."""
        paths = _files(event)
        if paths:
            event.acceptProposedAction()
            self.say("")
            self._dropped(paths, self._hearing_at(event.position().toPoint()))

    def _hearing_at(self, place: QPoint) -> str | None:
        port = self.list.viewport()
        inside = port.mapFrom(self, place)
        index = self.list.indexAt(inside) if self.list.isVisible() and port.rect().contains(inside) else QModelIndex()
        key = str(self.list.lines.row(index).key) if index.isValid() else ""
        line = self._shown.get(key)
        return line.id if line is not None and words.readable(line) else None

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
                self.say(words.fault(line))
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
        self._held.setVisible(line.keeping.held)
        self._kept.setText(_kept(line))
        self._kept.setVisible(bool(self._kept.text()))
        self.open.show_words(_verb(line))
        refusal = "" if words.readable(line) else words.fault(line)
        for act in (self.open, *self.acts):
            act.show_refusal(refusal)


def _files(event: QDropEvent) -> list[Path]:
    """The files of this computer among what is dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _facts(line: DocketLine, now: datetime) -> list[str]:
    if not words.readable(line):
        return [words.fault(line)]
    last = f"{how_many(line.entries, 'entry', 'entries')} in the journal, the last {words.when(line, line.last)}."
    coming = words.state(line, now) if line.phase is Phase.PREPARED else ""
    mark = "A rehearsal: it is no record of anything." if line.rehearsal else ""
    facts = (line.title, words.when(line, line.scheduled), coming, line.place, mark, last)
    return [fact for fact in facts if fact]


def _kept(line: DocketLine) -> str:
    """Until when its records are kept, once the meeting is over (P-12)."""
    kept = line.keeping
    if line.phase is not Phase.ADJOURNED or not kept.series:
        return ""
    return "\n".join([*(f"{series.title}: {how_long(kept, series)}." for series in kept.series), NOTHING_DELETED])


def _verb(line: DocketLine) -> str:
    match line.phase:
        case Phase.PREPARED:
            return "Open"
        case Phase.ADJOURNED:
            return "Open the record"
        case _:
            return "Resume"
