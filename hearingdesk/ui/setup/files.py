"""A file, by its path typed, by a dialog, or dropped; and what screens need to know of those who read it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import row
from hearingdesk.ui.kit.fields import LineField
from hearingdesk.ui.kit.look import px

Chooser = Callable[[QWidget, str, str], str]
"""Asks a person for a file: over which window, under which title, for which kinds; empty where none was chosen."""


def ask(parent: QWidget, title: str, kinds: str) -> str:
    """The desktop's own dialog."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return chosen


class FileField(QWidget):
    """``chosen`` gives a path as soon as it was named; ``refuse`` says below the field what was wrong with it."""

    chosen = Signal(Path)

    def __init__(self, name: str, kinds: str, choose: Chooser = ask, hint: str = "") -> None:
        super().__init__()
        self._kinds = kinds
        self._choose = choose
        self._last = ""
        self.line = LineField(name, hint=hint, placeholder="drop the file here, or type its path")
        # A text field takes a dropped file for text; the whole field takes it for a file.
        self.line.editor.setAcceptDrops(False)
        self.line.editor.editingFinished.connect(self.settle)
        self.browse = button("Choose…", self._browse)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.line.editor)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        beside = QVBoxLayout()
        beside.addSpacing(self.line.fontMetrics().height() + px(2))
        beside.addWidget(self.browse)
        beside.addStretch(1)
        line = row(self.line)
        line.addLayout(beside)
        whole.addLayout(line)

    def take(self, path: Path) -> None:
        """This file, as if its path had been typed; read anew even if it was the last one."""
        self._last = ""
        self.line.show_text(str(path))
        self.settle()

    def settle(self) -> None:
        """What was typed counts now. A path already announced is not announced again."""
        named = self.line.text()
        if named and named != self._last:
            self._last = named
            self.chosen.emit(Path(named).expanduser())

    def refuse(self, sentence: str) -> None:
        self.line.refuse(sentence)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.take(path)

    def _browse(self) -> None:
        path = self._choose(self, self.line.editor.accessibleName(), self._kinds)
        if path:
            self.take(Path(path))


def dropped_file(event: QDropEvent) -> Path | None:
    """The first file of what is being dropped, if it is a file of this computer."""
    urls = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(urls[0]) if urls else None
