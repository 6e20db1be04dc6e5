"""Every word on a screen passes through here, so that foreign text stays plain text (house rule 8)."""

from html import escape

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from hearingdesk.ui.kit.look import BODY, LARGE, TARGET, Tone, colours, font, px, set_role

FEWEST = 8
"""A line cut to this many characters or fewer is left out; the tooltip has it."""


TOLD = "told"
"""The property that holds a widget's tooltip without its markup, which a reader would read aloud."""


class PlainLabel(QLabel):
    """A label that shows text as it stands: no markup, no picture, no shortcut.

    Its accessible name follows its text; ``say`` gives a reader other words than the eye.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setText(text)

    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)
            self.setAccessibleName(text)

    def say(self, text: str, spoken: str) -> None:
        """Shows ``text``; a screen reader says ``spoken``."""
        self.setText(text)
        self.setAccessibleName(spoken)

    def show_tone(self, tone: Tone) -> None:
        set_role(self, "tone", tone.value)


class ElidedLabel(PlainLabel):
    """One line that gives way: what does not fit ends in …, and the whole is in the tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…"), super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        line = " ".join(text.split())
        if line != self.text():
            super().setText(line)
            self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), self.shown)

    @property
    def shown(self) -> str:
        """What fits; a letter or two say less than nothing."""
        wide = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, wide)
        return shown if shown == self.text() or len(shown) > FEWEST else ""

    def _tell(self) -> None:
        tip(self, self.text() if self.shown != self.text() else "")


def label(
    text: str = "",
    *,
    size: int = BODY,
    tone: Tone = Tone.PLAIN,
    bold: bool = False,
    wrap: bool = False,
    elide: bool = False,
) -> PlainLabel:
    """A line of text; ``elide`` lets it give way, ``wrap`` lets it grow downwards."""
    made = ElidedLabel(text) if elide else PlainLabel(text)
    made.setFont(font(size, semibold=bold and size <= LARGE, bold=bold and size > LARGE))
    made.setWordWrap(wrap)
    made.show_tone(tone)
    return made


def pill(text: str = "", tone: Tone = Tone.ACCENT) -> PlainLabel:
    """A short state on a rounded ground."""
    made = label(text, size=12, bold=True)
    show_pill(made, tone)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def show_pill(made: PlainLabel, tone: Tone) -> None:
    set_role(made, "pill", tone.value)


def capital(text: str) -> str:
    """The text with a capital at its beginning, as a sentence or a choice has it."""
    return text[:1].upper() + text[1:]


def amp(text: str) -> str:
    """For buttons, menus and tabs, where a bare & would vanish and make a shortcut."""
    return text.replace("&", "&&")


def tip(widget: QWidget, text: str) -> None:
    """A tooltip in plain words, wrapped; empty for none. A reader hears it where nothing else describes the widget."""
    if text == widget.property(TOLD):
        return
    if widget.accessibleDescription() == (widget.property(TOLD) or ""):
        widget.setAccessibleDescription(text)
    widget.setProperty(TOLD, text)
    widget.setToolTip(plain_tip(text))


def plain_tip(text: str) -> str:
    """The text so that a tooltip shows it as it stands, and breaks its lines."""
    return f"<qt>{escape(text)}</qt>" if text else ""


class ShrinkingLabel(ElidedLabel):
    """A bold line that is set smaller where it is too long, down to ``least``; its height stays as it is."""

    def __init__(self, size: int, least: int) -> None:
        super().__init__()
        self._sizes = range(size, least - 1, -1)
        self.setFont(font(size, bold=True))
        self.setFixedHeight(self.fontMetrics().height())

    def _tell(self) -> None:
        wide = self.contentsRect().width()
        faces = [font(size, bold=True) for size in self._sizes]
        fitting = (face for face in faces if QFontMetrics(face).horizontalAdvance(self.text()) <= wide)
        self.setFont(next(fitting, faces[-1]))
        super()._tell()


class ClauseLabel(ElidedLabel):
    """A rule that gives way by whole clauses, never in the middle of a word; the whole is in the tooltip."""

    @property
    def shown(self) -> str:
        wide, clauses = self.contentsRect().width(), self.text().split("; ")
        shorter = ["; ".join(clauses[:many]) + " …" for many in range(len(clauses) - 1, 0, -1)]
        fits = (words for words in (self.text(), *shorter) if self.fontMetrics().horizontalAdvance(words) <= wide)
        return next(fits, "")


class _CheckBox(QCheckBox):
    """A check box that is hit anywhere in its place, not only on the mark and the words."""

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked():
            self._draw_tick()

    def _draw_tick(self) -> None:
        """A mark by its shape, and not a filled box alone."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = QRectF(self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours(self.palette()).on_accent), px(2)))
        places = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in _TICK]
        painter.drawPolyline(places)


_TICK = ((0.24, 0.52), (0.43, 0.70), (0.77, 0.32))
"""The mark in a checked box, as parts of its sides."""


def check_box(text: str) -> QCheckBox:
    box = _CheckBox(amp(text))
    box.setAccessibleName(text)
    box.setMinimumHeight(px(TARGET))
    return box
