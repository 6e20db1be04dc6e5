"""A file, by its path typed, by a dialog, or dropped; or rows pasted from a spreadsheet in its place."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QClipboard, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from hearingdesk.domain.counts import how_many
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import row
from hearingdesk.ui.kit.fields import LineField, in_line

Chooser = Callable[[QWidget, str, str], str]
"""Asks a person for a file: over which window, under which title, for which kinds; empty where none was chosen."""
PASTE_KEY = "Ctrl+Shift+V"
NOTHING = "There is nothing to paste. Copy the rows in the spreadsheet first, with their headings."


@dataclass(frozen=True, slots=True)
class PastedRows:
    """Rows copied from a spreadsheet program, cells cut at tabs."""

    text: str

    @property
    def name(self) -> str:
        return "pasted rows"

    @property
    def words(self) -> str:
        """How many lines they are, empty ones left out."""
        return f"{how_many(sum(1 for line in self.text.splitlines() if line.strip()), 'line')} pasted"


Source = Path | PastedRows


def ask(parent: QWidget, title: str, kinds: str) -> str:
    """The desktop's own dialog."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return chosen


class FileField(QWidget):
    """``chosen`` gives a Source as soon as it was named; ``refuse`` says below the field what was wrong with it.

    The buttons stand beside the field, or ``below`` it where the card is narrow.
    """

    chosen = Signal(object)

    def __init__(  # each is said of one field, and named
        self, name: str, kinds: str, choose: Chooser = ask, hint: str = "", *, paste_key: str, below: bool = False
    ) -> None:
        super().__init__()
        self._kinds = kinds
        self._choose = choose
        self._last = ""
        self._rows: PastedRows | None = None
        self.line = LineField(name, hint=hint, placeholder="drop a file, or type its path")
        # A text field takes a dropped file for text; the whole field takes it for a file.
        self.line.editor.setAcceptDrops(False)
        self.line.editor.editingFinished.connect(self.settle)
        self.line.editor.installEventFilter(self)
        self.browse = button("Choose…", self._browse)
        self.paste = button("Paste rows", self.paste_rows, key=paste_key)
        QShortcut(QKeySequence(paste_key), self, self.paste.click)
        self.browse.setAccessibleDescription(name)
        self.paste.setAccessibleDescription(f"{name}: rows copied from a spreadsheet, {paste_key}")
        self.setAcceptDrops(True)
        self.setFocusProxy(self.line.editor)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        if below:
            whole.addWidget(self.line)
            whole.addLayout(row(self.browse, self.paste, None))
        else:
            whole.addLayout(in_line(self.line, self.browse, self.paste))

    @property
    def source(self) -> Source | None:
        """What was named; None as long as nothing was."""
        named = self.line.text()
        if self._rows is not None and named == self._rows.words:
            return self._rows
        return Path(named).expanduser() if named else None

    def take(self, source: Source) -> None:
        """This one, as if its path had been typed or its rows pasted; read anew even if it was the last one."""
        self._last = ""
        self._rows = source if isinstance(source, PastedRows) else None
        self.line.show_text(source.words if isinstance(source, PastedRows) else str(source))
        self.settle()

    def settle(self) -> None:
        """What was typed counts now. A path already announced is not announced again."""
        named = self.line.text()
        if named and named != self._last:
            self._last = named
            self.chosen.emit(self.source)

    def refuse(self, sentence: str) -> None:
        self.line.refuse(sentence)

    def paste_rows(self) -> None:
        """What was copied in a spreadsheet program, or a file that was copied in the desktop."""
        found = source_in(QGuiApplication.clipboard().mimeData())
        if found is None:
            self.refuse(NOTHING)
        else:
            self.take(found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The paste key takes rows for rows; a line of text is a path, as ever."""
        if event.type() == QEvent.Type.KeyPress and _is_paste(event) and _is_rows(QGuiApplication.clipboard()):
            self.paste_rows()
            return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if source_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        source = source_in(event.mimeData())
        if source is not None:
            event.acceptProposedAction()
            self.take(source)

    def _browse(self) -> None:
        path = self._choose(self, self.line.editor.accessibleName(), self._kinds)
        if path:
            self.take(Path(path))


def source_in(held: QMimeData | None) -> Source | None:
    """The first file of what is dropped or pasted, if it is a file of this computer; else its rows, if it has any."""
    if held is None:
        return None
    urls = [url.toLocalFile() for url in held.urls() if url.isLocalFile()]
    if urls:
        return Path(urls[0])
    return PastedRows(held.text()) if held.hasText() and held.text().strip() else None


def _is_paste(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste)


def _is_rows(clipboard: QClipboard) -> bool:
    """Whether there is more on it than a line of text: rows, or a file."""
    found = source_in(clipboard.mimeData())
    return isinstance(found, Path) or (found is not None and ("\t" in found.text or "\n" in found.text.strip()))
