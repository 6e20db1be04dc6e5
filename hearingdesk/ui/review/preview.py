"""The real page beside the words that are typed: drawn off the window's thread, the latest wish first."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hearingdesk.domain.hearing import Hearing
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import Card, row
from hearingdesk.ui.kit.look import Tone, colours, px
from hearingdesk.ui.kit.scroll import scrolled
from hearingdesk.ui.kit.text import label

PAUSE = 300
"""Milliseconds after the last key before the page is drawn anew."""


class PageImage(Protocol):
    """One page: number ``number`` of ``of``, as rows of three bytes a pixel."""

    @property
    def number(self) -> int: ...
    @property
    def of(self) -> int: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def pixels(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Wish:
    """A page to be drawn: of this hearing, where one of the texts begins, or page ``number``; so many pixels wide."""

    hearing: Hearing
    wanted: tuple[str, ...]
    number: int = 0
    width: int = 0


MARGIN = 12
"""Pixels at 100 % around the page."""

Draw = Callable[[Wish], PageImage]


class Preview(Card):
    """``show_page`` asks for a page; it is there a moment after the asking pauses. ``drawn`` says that one is shown."""

    drawn = Signal()
    _done = Signal(object)

    def __init__(self, draw: Draw) -> None:
        super().__init__("Page")
        self._draw = draw
        self._worker = ThreadPoolExecutor(1, "pages")
        self._wish: Wish | None = None
        self._busy = False
        self.number = self.of = 0
        self.before = button("Page before", lambda: self._turn(-1), key="Ctrl+PgUp", kind="link")
        self.after = button("Next page", lambda: self._turn(1), key="Ctrl+PgDown", kind="link")
        self._paper = _Paper()
        self._said = label(tone=Tone.MUTED, wrap=True)
        self._said.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._go)
        self._done.connect(self._show)
        self.area = scrolled(self._paper)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else its coming redraws the page
        self.body.addWidget(self.area, 1)
        self.body.addLayout(row(self._said, margins=(12, 4, 12, 4)))
        self.body.addLayout(row(self.before, None, self.after, margins=(12, 4, 12, 6)))
        self.setMinimumWidth(px(280))

    def show_page(self, hearing: Hearing, wanted: tuple[str, ...], number: int = 0) -> None:
        """Draws it once nobody has asked for another for a moment."""
        self._wish = Wish(hearing, wanted, number)
        self._timer.start()

    def close_pages(self) -> None:
        """Nothing is drawn any more; what is being drawn is waited for."""
        self._timer.stop()
        self._wish = None
        self._worker.shutdown()

    @property
    def pausing(self) -> bool:
        """Whether it waits for the asking to pause."""
        return self._timer.isActive()

    @property
    def said(self) -> str:
        return self._said.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wish is not None:
            self.show_page(self._wish.hearing, self._wish.wanted, self._wish.number)

    def _turn(self, by: int) -> None:
        if self._wish is not None and 1 <= self.number + by <= self.of:
            self.show_page(self._wish.hearing, (), self.number + by)

    def _go(self) -> None:
        if self._busy or self._wish is None:
            return
        self._busy, wish = True, self._wish
        room = self.area.viewport().width() - 2 * px(MARGIN)
        wide = round(max(room, px(200)) * self.devicePixelRatioF())
        drawing = self._worker.submit(self._draw, replace(wish, width=wide))
        drawing.add_done_callback(lambda done: self._done.emit((wish, done)))

    def _show(self, told: "tuple[Wish, Future[PageImage]]") -> None:
        """Called on the window's own thread. Where another page was asked for meanwhile, that one is drawn next."""
        wish, done = told
        self._busy = False
        fault = done.exception()
        if fault is not None:
            self._say(f"The page cannot be drawn ({type(fault).__name__}). What you type is safe.")
        else:
            self._say("")
            self._lay(done.result())
        if self._wish is not None and self._wish != wish and not self._timer.isActive():
            self._go()
        self.drawn.emit()

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def _lay(self, page: PageImage) -> None:
        image = QImage(page.pixels, page.width, page.height, 3 * page.width, QImage.Format.Format_RGB888)
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self.number, self.of = page.number, page.of
        self._paper.show_picture(picture, f"Page {page.number} of {page.of}, as it will be printed")
        self.show_title("Page", f"{page.number} of {page.of}, as it will be printed")
        self.before.show_refusal("" if page.number > 1 else "This is the first page.")
        self.after.show_refusal("" if page.number < page.of else "This is the last page.")


class _Paper(QWidget):
    """A picture at its own size on a quiet ground, with an edge around it."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_picture(self, picture: QPixmap, words: str) -> None:
        self._picture = picture
        self.setMinimumHeight(round(picture.deviceIndependentSize().height()) + 2 * px(MARGIN))
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, shades = QPainter(self), colours(self.palette())
        painter.fillRect(self.rect(), QColor(shades.ground))
        size = self._picture.deviceIndependentSize().toSize()
        left = max(px(MARGIN), (self.width() - size.width()) // 2)
        painter.drawPixmap(left, px(MARGIN), self._picture)
        painter.setPen(QColor(shades.line))
        painter.drawRect(QRect(QPoint(left, px(MARGIN)), size).adjusted(-1, -1, 0, 0))
