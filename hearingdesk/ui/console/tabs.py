"""The lists of the queue card: who waits, was heard, was absent, came late, does not speak; everybody."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from hearingdesk.domain.hearing import Hearing, Item, SlipKind, slip_kind
from hearingdesk.domain.values import Mode, Standing
from hearingdesk.ui.kit.look import BODY, TARGET, colours, font, px


class Tab(StrEnum):
    WAITING = "Waiting"
    HEARD = "Heard"
    PASSED = "Passed"
    LATE = "Late"
    REGISTERED = "Registered"
    WRITTEN = "Written"
    QUESTIONS = "Questions"
    UNREACHED = "Not reached"
    ALL = "All"


ALWAYS = (Tab.WAITING, Tab.HEARD, Tab.PASSED, Tab.ALL)
"""Shown also while nobody is on them."""

_BESIDE = {
    Tab.REGISTERED: Mode.REGISTERING_ONLY,
    Tab.WRITTEN: Mode.WRITTEN,
    Tab.QUESTIONS: Mode.FOR_QUESTIONS,
}


def belongs(tab: Tab, kind: SlipKind) -> bool:
    """Whether a slip that stands so is on this list; not for the lists that have an order of their own."""
    standing, mode, late = kind
    match tab:
        case Tab.LATE:
            return standing is Standing.NEEDS_LEAVE or (late and standing is Standing.NOT_REACHED)
        case Tab.UNREACHED:
            return standing is Standing.NOT_REACHED and not late
        case Tab.REGISTERED | Tab.WRITTEN | Tab.QUESTIONS:
            return mode is _BESIDE[tab] and standing is not Standing.WITHDRAWN
        case _:
            return True


def tab_slips(hearing: Hearing, item: Item | None, tab: Tab) -> Sequence[int]:
    """The slips of this list, in its order."""
    if item is None:
        return ()
    match tab:
        case Tab.WAITING:
            return item.queue
        case Tab.HEARD:
            return _heard(hearing, item)
        case Tab.PASSED:
            return item.absent
        case _:
            slips = hearing.registrations.items()
            mine = (one for one in slips if one[1].sign_up.item == item.id and belongs(tab, slip_kind(one[1])))
            return sorted(slip for slip, _ in mine)


def tab_counts(item: Item | None) -> dict[Tab, int]:
    """How many are on each list.

    Heard are the public, as on the wall and in the tally; staff and officials stand on the list besides (C-01).
    """
    if item is None:
        return dict.fromkeys(Tab, 0)
    ordered = {Tab.WAITING: len(item.queue), Tab.HEARD: item.tally.heard, Tab.PASSED: len(item.absent)}
    return {tab: ordered[tab] if tab in ordered else _number(item, tab) for tab in Tab}


def _number(item: Item, tab: Tab) -> int:
    return sum(number for kind, number in item.slips.items() if belongs(tab, kind))


def _heard(hearing: Hearing, item: Item) -> list[int]:
    """In the order heard, each once, who speaks now among them (C-01)."""
    slips = dict.fromkeys(hearing.appearances[turn].slip for turn in item.turns)
    return [slip for slip in slips if hearing.registrations[slip].heard]


class TabButton(QAbstractButton):
    """A word and a count; the chosen one is underlined. One that need not be there goes when nobody is on its list."""

    def __init__(self, tab: Tab) -> None:
        super().__init__()
        self._tab = tab
        self._count = 0
        self.setCheckable(True)
        self.setFont(font(BODY, semibold=True))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.words)

    @property
    def words(self) -> str:
        return f"{self._tab.value} {self._count:,}"

    def show_count(self, number: int) -> None:
        if number != self._count:
            self._count = number
            self.setAccessibleName(self.words)
            self.updateGeometry()
            self.update()
        self.setVisible(self._tab in ALWAYS or number > 0 or self.isChecked())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.words) + px(4), px(TARGET))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = colours(self.palette())
        painter.setFont(self.font())
        painter.setPen(QColor(shades.accent if self.isChecked() else shades.muted))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words)
        if self.isChecked():
            painter.fillRect(QRect(0, self.height() - 2, self.width(), 2), QColor(shades.accent))
        if self.hasFocus():
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
