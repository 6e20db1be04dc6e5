"""Where the panels do not fit the window, the one that takes the keys comes into view (A-04)."""

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from hearingdesk.ui.kit.look import px


class InView(QObject):
    """Scrolls ``area`` to what takes the keys; the panel ``from_top`` is shown from its top, so that its clock is."""

    def __init__(self, area: QScrollArea, from_top: QWidget) -> None:
        super().__init__(area)
        self._area, self._from_top = area, from_top
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        inside = self._area.widget()
        if new is not None and inside is not None and inside.isAncestorOf(new):
            QTimer.singleShot(0, self, self._show)  # when the panels stand where they will stand

    def _show(self) -> None:
        new, inside = QApplication.focusWidget(), self._area.widget()
        if new is None or inside is None or not inside.isAncestorOf(new):
            return
        if self._from_top.isAncestorOf(new):
            self._area.verticalScrollBar().setValue(self._from_top.y())
        top = new.mapTo(inside, QPoint(0, 0))
        tall = min(new.height(), px(48))  # of a large field the first lines are enough: the clock stays in view
        self._area.ensureVisible(top.x(), top.y() + tall // 2, 0, tall // 2 + px(4))
