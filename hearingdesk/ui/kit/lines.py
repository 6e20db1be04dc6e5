"""A list of two-line rows: a number, a title, a line below it, a word at the right; letters act on the chosen row."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hearingdesk.ui.kit.look import BODY, EDGE, SMALL, Colours, Tone, colours, font, px, set_role
from hearingdesk.ui.kit.rows import ROW, Column, Index, RowsModel
from hearingdesk.ui.kit.table import RowsView

TWO_LINES, ONE_LINE = 46, 34
"""Heights of a row at 100 %."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row. ``key`` is what it is known by; ``lead`` stands first, ``aside`` at the right end in ``tone``.

    A ``heading`` names the rows below it and cannot be chosen.
    """

    key: Hashable
    title: str
    below: str = ""
    lead: str = ""
    aside: str = ""
    tone: Tone = Tone.PLAIN
    heading: bool = False

    @property
    def words(self) -> str:
        """The whole row, as a screen reader says it."""
        return ", ".join(part for part in (self.lead, self.title, self.aside, self.below) if part)


class LinesView(RowsView[Line]):
    """Lines by key. ``letter`` gives a letter typed while the list has the focus, if it is one of ``letters``."""

    letter = Signal(str)

    def __init__(self, name: str, *, letters: str = "", lead: int = 32, height: int = TWO_LINES) -> None:
        self.lines = _LinesModel([Column("", _words)], key=_key)
        super().__init__(self.lines, px(height), name)
        self._letters = letters.upper()
        self._row_height = px(height)
        frame(self)
        self.horizontalHeader().setVisible(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setItemDelegate(_LineDelegate(px(lead), self))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """These lines; the chosen one stays chosen, else the first becomes so."""
        self.lines.show(lines)
        first = next((line for line in lines if not line.heading), None)
        if self.current is None and first is not None:
            self.choose(first.key)
            self.scrollToTop()

    @property
    def letters(self) -> str:
        """Those it acts on."""
        return self._letters

    def fit(self, most: int = 12) -> None:
        """As high as its lines are, up to so many."""
        self.setFixedHeight(self._row_height * max(1, min(most, len(self.lines.rows))) + 2 * EDGE)

    @property
    def key(self) -> Hashable | None:
        """The key of the chosen line."""
        return self.current.key if self.current else None

    def go_on(self) -> None:
        """Chooses the next line, if there is one."""
        below = self.currentIndex().row() + 1
        if 0 < below < len(self.lines.rows):
            self.choose(self.lines.rows[below].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text().upper()
        bare = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if bare and len(typed) == 1 and typed in self._letters:
            self.letter.emit(typed)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(event, bare=bare)
            return
        super().keyPressEvent(event)

    def _enter(self, event: QKeyEvent, *, bare: bool) -> None:
        """Not Qt's own way, which opens with any modifier and lets the key go on to the parent as well."""
        if not bare:
            event.ignore()
        elif not event.isAutoRepeat():
            self.opened.emit()


def frame(view: QAbstractItemView) -> None:
    """A hairline around the list and its scroll bar; the focus has its own edge in the same room."""
    set_role(view, "role", "framed")


def _words(line: Line) -> str:
    return line.words


def _key(line: Line) -> Hashable:
    return line.key


class _LinesModel(RowsModel[Line]):
    """Lines, of which headings can be neither chosen nor stepped on."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        heading = index.isValid() and self.row(index).heading
        return Qt.ItemFlag.NoItemFlags if heading else super().flags(index)


class _LineDelegate(QStyledItemDelegate):
    """Paints a Line."""

    def __init__(self, lead: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._lead = lead

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(ROW)
        box, shades = QRect(option.rect), colours(option.palette)
        painter.save()
        if line.heading:
            self._heading(painter, box, line, shades)
            painter.restore()
            return
        self._ground(painter, box, shades, option.state)
        inner = box.adjusted(px(12), 0, -px(12), -1)
        inner.setRight(self._aside(painter, inner, line, shades))
        inner.setLeft(self._number(painter, inner, line, shades))
        self._title(painter, inner, line, shades)
        painter.restore()

    @staticmethod
    def _ground(painter: QPainter, box: QRect, shades: Colours, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(shades.selected))
            painter.fillRect(QRect(box.left(), box.top(), px(3), box.height()), QColor(shades.accent))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(shades.line))

    @staticmethod
    def _heading(painter: QPainter, box: QRect, line: Line, shades: Colours) -> None:
        painter.fillRect(box, QColor(shades.ground))
        painter.setFont(font(BODY, semibold=True))
        _draw(painter, box.adjusted(px(12), 0, -px(12), 0), line.title, shades.muted)

    @staticmethod
    def _aside(painter: QPainter, box: QRect, line: Line, shades: Colours) -> int:
        """Draws the word at the right; where the room left of it ends."""
        if not line.aside:
            return box.right()
        painter.setFont(font(BODY, semibold=line.tone is not Tone.PLAIN))
        wide = min(painter.fontMetrics().horizontalAdvance(line.aside), box.width() // 2)
        place = QRect(box.right() - wide, box.top(), wide + 1, box.height())
        _draw(painter, place, line.aside, getattr(shades, line.tone))
        return place.left() - px(12)

    def _number(self, painter: QPainter, box: QRect, line: Line, shades: Colours) -> int:
        """Draws the lead; where the room right of it begins."""
        if not line.lead:
            return box.left()
        painter.setFont(font(BODY))
        wide = max(self._lead, painter.fontMetrics().horizontalAdvance(line.lead) + px(8))
        _draw(painter, QRect(box.left(), box.top(), wide, box.height()), line.lead, shades.muted)
        return box.left() + wide

    @staticmethod
    def _title(painter: QPainter, box: QRect, line: Line, shades: Colours) -> None:
        half = box.height() // 2
        top = QRect(box.left(), box.top() + px(3), box.width(), half - px(3)) if line.below else box
        painter.setFont(font(BODY, semibold=True))
        _draw(painter, top, line.title, shades.text)
        if line.below:
            painter.setFont(font(SMALL))
            _draw(painter, QRect(box.left(), box.top() + half, box.width(), half - px(3)), line.below, shades.muted)


def _draw(painter: QPainter, box: QRect, words: str, shade: str) -> None:
    """One line that gives way at its end."""
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
    shown = painter.fontMetrics().elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, box.width())
    painter.setPen(QColor(shade))
    painter.drawText(box, flags, shown)
