"""The right card: what was heard. One press marks the speaker; counts are people, and never a vote (C-01 to C-05)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.tally import Tally
from hearingdesk.ui.actions import Actions
from hearingdesk.ui.console.concern_rows import ConcernRow, as_of, at_close, concern_rows
from hearingdesk.ui.console.steps import listed_item
from hearingdesk.ui.console.tally_bar import PositionTally
from hearingdesk.ui.kit.card import Card, row
from hearingdesk.ui.kit.keycap import cap_size, draw_cap
from hearingdesk.ui.kit.look import BODY, TARGET, colours, font, px
from hearingdesk.ui.kit.rows import ROW, Column, RowsModel
from hearingdesk.ui.kit.table import RowsView

ROW_HEIGHT = 28


def _whose(hearing: Hearing) -> tuple[int, int]:
    """Whose concerns they are, and the turn on the floor."""
    return hearing.noted.slip if hearing.noted else 0, hearing.floor


class ConcernsPanel(Card):
    """``raise_concern`` is asked with a code, ``add`` with the words of a new one."""

    def __init__(
        self,
        actions: Actions,
        raise_concern: Callable[[str], object],
        add: Callable[[str], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Concerns heard", parent)
        self._raise = raise_concern
        self._add = add
        self._before: QWidget | None = None
        self._hearing = Hearing()
        self._caps: dict[int, str] = {}
        self._now: Moment | None = None
        columns = (
            Column[ConcernRow]("Key", lambda r: r.cap),
            Column[ConcernRow]("Concern", lambda r: r.label, lambda r: r.spoken, tip=lambda r: r.more),
            Column[ConcernRow]("Speakers", lambda r: str(r.people), right=True),
        )
        self._model = RowsModel(columns, key=lambda r: r.code, parent=self)
        self.list = RowsView(self._model, px(ROW_HEIGHT), "Concerns heard")
        self.new = _NewConcern(self._take, self._close)
        self._line = QStackedWidget()  # as wide as the wider of the two, so that the card stays as it is
        self._new_button = actions.button("new_concern", "+ New concern", kind="link")
        self._find_button = actions.button("concern", "Find, who…", kind="link", capped=False)
        self._list_button = actions.button("concerns", "List…", kind="link", capped=False)
        self.tally = PositionTally()
        self._lay_out()

    def _lay_out(self) -> None:
        self.list.setItemDelegate(_Paint(self.list))
        self.list.lay_columns({0: 62, 2: 38})
        self.list.clicked.connect(lambda index: self._raise(self._model.row(index).code))
        self.list.activated.connect(lambda index: self._raise(self._model.row(index).code))
        self.body.addWidget(self.list, 1)
        links = QWidget()
        links.setLayout(row(self._new_button, None, self._find_button, self._list_button))
        for one in (links, self.new):
            self._line.addWidget(one)
        self._line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.body.addLayout(row(self._line, margins=(12, 4, 12, 6)))
        self.body.addWidget(self.tally)

    @property
    def rows(self) -> Sequence[ConcernRow]:
        return self._model.rows

    @property
    def counts(self) -> tuple[str, ...]:
        """The people of each position, as a screen reader says them."""
        return self.tally.counts

    def show_hearing(self, hearing: Hearing) -> None:
        another = _whose(hearing) != _whose(self._hearing)
        self._hearing = hearing
        self._model.show(concern_rows(hearing, self._caps))
        if another and not self.list.hasFocus():
            self.list.scrollToTop()
        item = listed_item(hearing)
        tally = item.tally if item else Tally()
        self.show_title("Concerns heard", _heard_words(tally))
        self.tally.show_tally(tally, at_close(hearing))
        self._show_as_of()

    def show_time(self, now: Moment) -> None:
        """As of when the counts are (C-12): a minute goes by without an entry too."""
        self._now = now
        self._show_as_of()

    def _show_as_of(self) -> None:
        if self._now is not None:
            self.tally.show_as_of(as_of(self._hearing, self._now))

    def show_keys(self, keys: Actions) -> None:
        """The number keys, as they are now."""
        self._caps = {n: keys.cap(f"raise_{n}") for n in range(1, 10)} | {0: keys.cap("nothing_listed")}
        self._model.show(concern_rows(self._hearing, self._caps))

    def ask_new(self) -> None:
        """A line to type the new concern into; the focus goes back where it was (C-05)."""
        self._before = self.window().focusWidget()
        self._line.setCurrentWidget(self.new)
        self.new.open_line()

    def _take(self, words: str) -> None:
        if not words or self._add(words):
            self._close()
            self.list.scrollTo(self._model.index(self._newest(), 1))

    def _newest(self) -> int:
        """Where the concern added last stands."""
        place = self._model.place(self._hearing.concerns[-1].code) if self._hearing.concerns else None
        return place or 0

    def _close(self) -> None:
        self._line.setCurrentIndex(0)
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)


def _heard_words(tally: Tally) -> str:
    """``13 heard, 12 coded``."""
    return f"{tally.heard} heard, {tally.coded} coded"


class _NewConcern(QLineEdit):
    """A few words and Enter; Esc leaves."""

    def __init__(self, take: Callable[[str], object], leave: Callable[[], object]) -> None:
        super().__init__()
        self._given = take
        self._leave = leave
        self.setPlaceholderText("New concern in a few words, Enter")
        self.setAccessibleName("New concern")
        self.setMinimumHeight(px(TARGET))

    def open_line(self) -> None:
        self.clear()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._given(" ".join(self.text().split()))
            case Qt.Key.Key_Escape:
                self._leave()
            case _:
                super().keyPressEvent(event)


class _Paint(QStyledItemDelegate):
    """A concern: keycap, words, people; a bar to scale along its foot; marked where this speaker raised it."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown: ConcernRow = index.data(ROW)
        box: QRect = option.rect
        shades = colours(option.palette)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.fillRect(box, QColor(shades.highlight if shown.raised else shades.card))
        painter.setPen(QPen(QColor(shades.line), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        _draw_part(painter, box, option.widget.width(), shown, QColor(shades.bar))
        match index.column():
            case 0 if shown.cap:
                cap = cap_size(shown.cap)
                place = QRect(box.left() + px(10), box.center().y() - cap.height() // 2, cap.width(), cap.height())
                draw_cap(painter, place, shown.cap, QColor(shades.grey), QColor(shades.card))
            case 1:
                _draw_words(painter, box, shown, QColor(shades.text))
            case 2:
                painter.setFont(font(BODY, bold=True))
                painter.setPen(QColor(shades.text))
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(box.adjusted(0, 0, -px(12), 0), right, str(shown.people))
        if focused:
            painter.setPen(QPen(QColor(shades.accent), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.restore()


def _draw_words(painter: QPainter, box: QRect, shown: ConcernRow, ink: QColor) -> None:
    face = font(BODY, semibold=shown.raised)
    words = f"{'✓ ' if shown.raised else ''}{'' if shown.definition else '⚑ '}{shown.label}"
    painter.setFont(face)
    painter.setPen(ink)
    fitting = QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, box.width() - px(4))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitting)


def _draw_part(painter: QPainter, box: QRect, whole: int, shown: ConcernRow, ink: QColor) -> None:
    """The piece of the bar that lies in this cell; the bar is the people who raised it, of all who are coded."""
    end = round(whole * shown.people / shown.coded) if shown.coded else 0
    right = min(box.right() + 1, end)
    if right > box.left():
        painter.fillRect(QRect(box.left(), box.bottom() - px(3) + 1, right - box.left(), px(3)), ink)
