"""The export window: choose, press once, watch it come page by page, and be shown where it is."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QFrame, QVBoxLayout, QWidget

from hearingdesk.domain.counts import listed
from hearingdesk.ui.export.asked import COPIES, INTERNAL, LEVELS, MINUTES, PAPERS, TESTIMONY, Asked
from hearingdesk.ui.export.work import Step, Work, Write, Written
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import Card, column, hairline, heading, row
from hearingdesk.ui.kit.fields import ChoiceField, LineField, in_line
from hearingdesk.ui.kit.flow import Flow
from hearingdesk.ui.kit.lines import ONE_LINE, Line, LinesView
from hearingdesk.ui.kit.look import TITLE, Tone, px, set_role
from hearingdesk.ui.kit.scroll import scrolled
from hearingdesk.ui.kit.text import check_box, label

NO_FOLDER = "Say which folder it goes to."
NO_FORMAT = "Nothing is chosen to be written."
BUSY = "This export is being written. Cancel it, or wait for it."
FEW = 4
"""So many files are named in the sentence."""
NARROW = 760
"""Below this width, at 100 %, the parts stand one below the other."""


@dataclass(frozen=True)
class Offered:
    """What the program around the window gives it.

    ``warn`` says what to mind about a copy, ``fault`` what went wrong in a sentence; ``keep`` keeps what was asked for.
    """

    title: str
    write: Write
    warn: Callable[[str], str]
    fault: Callable[[BaseException], str]
    keep: Callable[[Asked], object]


def choose_folder(parent: QWidget, title: str) -> str:
    """The desktop's own dialog; empty where nothing was chosen."""
    return QFileDialog.getExistingDirectory(parent, title)


def open_folder(folder: str) -> object:
    """Shown by the desktop's own file manager."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(folder))


class ExportWindow(QWidget):
    """``ended`` gives the sentence on what became of an export, and whether it is good; ``closed`` that it is gone."""

    ended = Signal(str, bool)
    closed = Signal()

    def __init__(
        self,
        offered: Offered,
        asked: Asked,
        choose: Callable[[QWidget, str], str] = choose_folder,
        show_folder: Callable[[str], object] = open_folder,
    ) -> None:
        super().__init__()
        self._offered = offered
        self._choose = choose
        self._show_folder = show_folder
        self._place = ""
        self._steps: dict[str, Line] = {}
        self.work = Work(offered.write)
        self._make_choices(asked)
        self._make_progress()
        self._lay_out()
        self._connect()
        self._show_copy()
        self._show_busy()

    def _make_choices(self, asked: Asked) -> None:
        self.copy = ChoiceField("Copy", COPIES, asked.copy)
        self.warning = label(tone=Tone.WARN, wrap=True)
        self.formats = {name: check_box(words) for name, words in (MINUTES | TESTIMONY).items()}
        for name, box in self.formats.items():
            box.setChecked(name in asked.formats)
        self.report = check_box("Concern report as well")
        self.report.setChecked(asked.concern_report)
        self.bundle = check_box("As a folder that anybody can check by itself")
        self.bundle.setChecked(asked.bundle)
        self.paper = ChoiceField("Paper", PAPERS, asked.paper)
        self.level = ChoiceField("Of each speaker", LEVELS, asked.level)
        self.folder = LineField("Folder", asked.folder, placeholder="type its path, or choose it")
        self.browse = button("Choose…", self._browse)

    def _make_progress(self) -> None:
        self.list = LinesView("What is written", height=ONE_LINE)
        held = self.list.sizePolicy()
        held.setRetainSizeWhenHidden(True)
        self.list.setSizePolicy(held)
        self.list.hide()
        self.state = label("Nothing is written yet.", tone=Tone.MUTED, wrap=True)
        self.notes = label(wrap=True)
        self.found = button("Show in folder", self._open_folder, key="Ctrl+O")
        self.main = button("Export", self.go, key="Ctrl+Return", kind="main")
        self.cancel = button("Close", self.leave, key="Escape")
        self.found.show_refusal("Nothing is written yet.")

    def _lay_out(self) -> None:
        self.setWindowTitle("Export – hearingdesk")
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setContentsMargins(px(12), px(12), px(12), px(12))
        self._body.setSpacing(px(12))
        self._body.addWidget(self._choices_card(), 5)
        self._body.addWidget(self._progress_card(), 4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(_band("band", label(self._offered.title, size=TITLE, bold=True, elide=True)))
        whole.addWidget(scrolled(self._body), 1)
        whole.addWidget(_band("foot", self.cancel, None, self.main))
        self.resize(980, 660)

    def _choices_card(self) -> Card:
        card = Card("What is written")
        sizes = row(self.paper, self.level, spacing=12)
        sizes.setStretch(0, 1)
        sizes.setStretch(1, 2)
        inside = column(
            self.copy,
            self.warning,
            heading("Minutes"),
            Flow(*(self.formats[name] for name in MINUTES), gap=16),
            sizes,
            heading("Testimony, votes and meeting"),
            Flow(*(self.formats[name] for name in TESTIMONY), gap=16),
            self.report,
            hairline(),
            in_line(self.folder, self.browse),
            self.bundle,
            None,
            margins=(12, 12, 12, 12),
            spacing=10,
        )
        self._choices = QWidget()
        self._choices.setLayout(inside)
        card.body.addWidget(self._choices)
        return card

    def _progress_card(self) -> Card:
        card = Card("Progress")
        card.setMinimumWidth(px(300))
        card.body.addLayout(row(self.state, margins=(12, 12, 12, 12)))
        steps = row(self.list, margins=(12, 0, 12, 0))
        card.body.addLayout(steps, 1)
        card.body.addLayout(row(self.notes, margins=(12, 8, 12, 0)))
        card.body.addLayout(row(self.found, None, margins=(12, 8, 12, 12)))
        return card

    def _connect(self) -> None:
        self.copy.picked.connect(self._show_copy)
        self.work.stepped.connect(self._show_step)
        self.work.ended.connect(self._show_end)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.main.click)
        QShortcut(QKeySequence("Ctrl+O"), self, self.found.click)

    # What is asked

    def asked(self) -> Asked:
        """The choices as they stand."""
        return Asked(
            folder=self.folder.text(),
            copy=self.copy.value(),
            formats=tuple(name for name, box in self.formats.items() if box.isChecked()),
            paper=self.paper.value(),
            level=self.level.value(),
            concern_report=self.report.isChecked(),
            bundle=self.bundle.isChecked(),
        )

    def go(self) -> None:
        """Begins to write, or says what is missing."""
        asked = self.asked()
        if self.work.busy:
            return
        if not asked.folder:
            self.folder.refuse(NO_FOLDER)
            self.folder.setFocus()
        elif not asked.formats:
            self.say(NO_FORMAT, Tone.BAD)
        else:
            self._begin(asked)

    def _begin(self, asked: Asked) -> None:
        self._offered.keep(asked)
        self._place = ""
        self._steps = {}
        self.list.show_lines([])
        self.list.hide()
        self.notes.setText("")
        self.found.show_refusal("Nothing is written yet.")
        self.say("Writing …", Tone.MUTED)
        self.work.start(asked)
        self._show_busy()

    def leave(self) -> None:
        """Calls off what is being written; when nothing is, the window closes."""
        if self.work.busy:
            self.say("Cancelling …", Tone.MUTED)
            self.work.cancel()
        else:
            self.close()

    def _browse(self) -> None:
        chosen = self._choose(self, "Folder for the export")
        if chosen:
            self.folder.show_text(chosen)
            self.folder.refuse("")

    def _open_folder(self) -> None:
        self._show_folder(self._place)

    # What is shown

    @property
    def said(self) -> str:
        return self.state.text()

    def say(self, sentence: str, tone: Tone) -> None:
        self.state.setText(sentence)
        self.state.show_tone(tone)

    def _show_copy(self) -> None:
        told = self._offered.warn(self.copy.value()) if self.copy.value() == INTERNAL else ""
        self.warning.setText(told)
        self.warning.setVisible(bool(told))

    def _show_busy(self) -> None:
        busy = self.work.busy
        self._choices.setEnabled(not busy)
        self.main.show_refusal(BUSY if busy else "")
        self.cancel.show_words("Cancel the export" if busy else "Close")

    def _show_step(self, step: Step) -> None:
        done = bool(step.of) and step.done >= step.of
        far = f"{step.unit} {step.done} of {step.of}" if step.of else "…"
        aside, tone = (f"✓ {far}", Tone.GOOD) if done else (far, Tone.MUTED)
        self._steps[step.file] = Line(step.file, step.file, aside=aside, tone=tone)
        self.list.show_lines(list(self._steps.values()))
        self.list.show()
        self.list.choose(step.file)

    def _show_end(self, done: "Future[Sequence[Written]]") -> None:
        fault = done.exception()
        if fault is None:
            self._show_written(done.result())
            good = True
        else:
            self.say(self._offered.fault(fault), Tone.BAD)
            good = False
        self._show_busy()
        self.ended.emit(self.said, good)

    def _show_written(self, written: Sequence[Written]) -> None:
        self._place = str(written[0].target.parent)
        self.say(f"Written: {_named([one.target.name for one in written])}, in {self._place}.", Tone.GOOD)
        self.list.show()
        self.list.show_lines([Line(one.target.name, one.target.name, aside="✓", tone=Tone.GOOD) for one in written])
        self.notes.setText("\n".join(note for one in written for note in one.notes))
        self.found.show_refusal("")
        self.found.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            first = self.folder.editor if not self.folder.text() else self.main
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < px(NARROW)
        self._body.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is being written is called off first, and leaves the old files."""
        self.work.close()
        self.closed.emit()
        super().closeEvent(event)


def _named(names: Sequence[str]) -> str:
    """``a, b and c``; of many how many they are, as the list names them."""
    if len(names) > FEW:
        return f"{len(names)} files"
    return listed(names)


def _band(role: str, *parts: QWidget | None) -> QFrame:
    band = QFrame()
    set_role(band, "role", role)
    band.setLayout(row(*parts, margins=(16, 10, 16, 10), spacing=12))
    return band
