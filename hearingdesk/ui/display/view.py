"""The widget that paints what is shown, and paints anew only what changed."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from hearingdesk.ui.display.compose import Composer, Showing
from hearingdesk.ui.display.paint import Inks, paint, rect
from hearingdesk.ui.display.picture import Picture


class WallView(QWidget):
    """The public screen: one widget without children, filled by one picture, composed in the screen's own pixels.

    So the same projector shows the same picture whatever the desktop's scale is.
    """

    refitted = Signal()
    """Composed for another size: whoever shows a copy has an old one."""

    def __init__(self, composer: Composer, inks: Inks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composer, self._inks = composer, inks
        self._showing = Showing()
        self._picture = Picture(0, 0)
        self._stale = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Public display")

    @property
    def picture(self) -> Picture:
        """What is on the screen now; composed only when somebody looks."""
        if self._stale:
            self._compose()
        return self._picture

    def show_this(self, showing: Showing) -> None:
        """Shows it, and repaints the places that differ from what was there, at once: the room does not wait."""
        if showing == self._showing:
            return
        self._showing = showing
        if not self.isVisible():
            self._stale = True
            return
        before = self.picture
        self._compose()
        stale = QRegion()
        for box in self._picture.changed(before):
            stale += _scaled(rect(box), 1 / self.devicePixelRatioF())
        if not stale.isEmpty():
            self.repaint(stale)

    def wear(self, composer: Composer, inks: Inks) -> None:
        """Composed and painted anew, in this theme."""
        self._composer, self._inks = composer, inks
        self._compose()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._compose()
        self.update()
        super().resizeEvent(event)
        self.refitted.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._compose()
            self.update()
            self.refitted.emit()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        dirty = event.region() if ratio == 1 else QRegion(_scaled(QRectF(event.region().boundingRect()), ratio))
        painter = QPainter(self)
        painter.scale(1 / ratio, 1 / ratio)
        paint(painter, self.picture, self._inks, self._composer.ruler, dirty)
        painter.end()

    def _compose(self) -> None:
        self._stale = False
        ratio = self.devicePixelRatioF()
        wide, tall = round(self.width() * ratio), round(self.height() * ratio)
        self._picture = self._composer.picture(self._showing, wide, tall)


def _scaled(at: QRectF, ratio: float) -> QRect:
    """The whole pixels round it on a grid so many times as fine."""
    return QRectF(at.x() * ratio, at.y() * ratio, at.width() * ratio, at.height() * ratio).toAlignedRect()


class WallPreview(QWidget):
    """A small copy of the wall: the very picture that the public sees, made smaller."""

    pressed = Signal()

    def __init__(self, composer: Composer, inks: Inks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composer, self._inks = composer, inks
        self._picture = Picture(1920, 1080)
        self._live = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("What the public sees")
        self.setMinimumSize(160, 90)

    def show_picture(self, picture: Picture, *, live: bool) -> None:
        """``live`` False: nobody sees this picture yet, and the preview says so."""
        if (picture, live) == (self._picture, self._live):
            return
        self._picture, self._live = picture, live
        self.setAccessibleDescription(" ".join(text.text for text in picture.texts()))
        self.updateGeometry()
        self.update()

    def wear(self, composer: Composer, inks: Inks) -> None:
        """Painted anew in this theme; the picture comes from the wall."""
        self._composer, self._inks = composer, inks
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._picture.height / self._picture.width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._inks.line))
        wide, tall = self._picture.width, self._picture.height
        scale = min(self.width() / wide, self.height() / tall)
        painter.translate((self.width() - scale * wide) / 2, (self.height() - scale * tall) / 2)
        painter.scale(scale, scale)
        if not self._live:
            painter.setOpacity(0.45)
        paint(painter, self._picture, self._inks, self._composer.ruler, QRegion(0, 0, wide, tall))
        painter.end()
