"""The seal of a body: a picture by its path typed, by a dialog, or dropped; shown as papers will bear it."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from hearingdesk.domain.values import LARGEST_SEAL, Stationery
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import column, row
from hearingdesk.ui.kit.fields import LineField
from hearingdesk.ui.kit.look import px
from hearingdesk.ui.setup.files import Chooser, ask, source_in

KINDS = "Pictures (*.png *.jpg *.jpeg)"
SIDE = 76
"""Of the square the picture stands in, in pixels at 100 %."""
NONE_YET = f"A PNG or JPEG of at most {LARGEST_SEAL // 1000} kB. Papers go without one until there is one."
BROKEN = "The file begins like a picture and cannot be drawn. Save it anew as PNG or JPEG, or choose another."


class SealField(QWidget):
    """``changed`` says that there is another seal, or none. What is wrong with a file is said below its path."""

    changed = Signal()

    def __init__(self, choose: Chooser = ask) -> None:
        super().__init__()
        self._choose = choose
        self._seal = b""
        self._settled = ""
        self._fault = ""
        self.line = LineField("Seal", placeholder="drop a picture, or type its path")
        self.line.editor.setAcceptDrops(False)  # a text field takes a dropped file for text
        self.line.editor.editingFinished.connect(self.settle)
        self.line.edited.connect(lambda _: self.changed.emit())
        self.browse = button("Choose…", self._browse)
        self.browse.setAccessibleDescription("The picture of the seal")
        self.remove = button("No seal", self._remove)
        self.picture = _Picture()
        self.setAcceptDrops(True)
        self.setFocusProxy(self.line.editor)
        whole = row(self.picture, spacing=12)
        whole.addLayout(column(self.line, row(self.browse, self.remove, None)), 1)
        self.setLayout(whole)

    @property
    def seal(self) -> bytes:
        """The picture itself; empty where there is none."""
        return self._seal

    @property
    def fault(self) -> str:
        """What is wrong with the file that is named."""
        self.settle()
        return self._fault

    def show_seal(self, seal: bytes) -> None:
        self._seal, self._settled, self._fault = seal, "", ""
        self.line.show_text("")
        self._show()

    def settle(self) -> None:
        """The path that was typed counts now: its picture is the seal, or it is said what is wrong with it."""
        named = self.line.text()
        if named == self._settled:
            return
        self._settled = named
        found, self._fault = read_seal(Path(named).expanduser()) if named else (self._seal, "")
        if not self._fault:
            self._seal = found
        self._show()
        self.line.refuse(self._fault)
        self.changed.emit()

    def take(self, path: str) -> None:
        """As if it had been typed."""
        self._settled = ""
        self.line.show_text(path)
        self.settle()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if isinstance(source_in(event.mimeData()), Path):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        source = source_in(event.mimeData())
        if isinstance(source, Path):
            event.acceptProposedAction()
            self.take(str(source))

    def _browse(self) -> None:
        path = self._choose(self, "Seal", KINDS)
        if path:
            self.take(path)

    def _remove(self) -> None:
        self.show_seal(b"")
        self.changed.emit()
        self.line.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        image = QImage.fromData(self._seal) if self._seal else QImage()
        size = f"{image.width()} × {image.height()} pixels, {len(self._seal) // 1000 + 1} kB. "
        self.line.advise(f"{size}Another file takes its place." if self._seal else NONE_YET)
        self.picture.show_image(image)
        self.remove.show_refusal("" if self._seal else "There is no seal.")


def read_seal(path: Path) -> tuple[bytes, str]:
    """The picture of this file, and a sentence where it can be no seal."""
    try:
        with path.open("rb") as file:
            seal = file.read(LARGEST_SEAL + 1)  # one byte more than may be, whatever the file is
    except (OSError, ValueError) as fault:
        why = fault.strerror if isinstance(fault, OSError) else "no path is written so"
        return b"", f"This file cannot be read: {why}. Choose another, or leave it empty."
    if not seal:
        return b"", "There is nothing in this file. Choose another, or leave it empty."
    said = Stationery(seal=seal).seal_fault
    return seal, said or (BROKEN if QImage.fromData(seal).isNull() else "")


class _Picture(QWidget):
    """The seal in a square, on the white of paper, whatever the theme."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setFixedSize(self.sizeHint())
        self.show_image(self._image)

    def sizeHint(self) -> QSize:
        return QSize(px(SIDE), px(SIDE))

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.setAccessibleName("No seal" if image.isNull() else "The seal as papers bear it")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = self.rect().adjusted(0, 0, -1, -1)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid)))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(frame)
        if self._image.isNull():
            return
        room = frame.adjusted(px(6), px(6), -px(6), -px(6))
        size = self._image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(room).center())
        painter.drawImage(place, self._image)
