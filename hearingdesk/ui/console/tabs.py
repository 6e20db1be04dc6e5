"""The four lists of the queue card: who waits, who was heard, who was called and absent, everybody."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from hearingdesk.domain.hearing import Hearing, Item
from hearingdesk.ui.kit.look import BODY, TARGET, colours, font, px


class Tab(StrEnum):
    WAITING = "Waiting"
    HEARD = "Heard"
    PASSED = "Passed"
    ALL = "All"


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
        case Tab.ALL:
            return sorted(slip for slip, one in hearing.registrations.items() if one.sign_up.item == item.id)


def tab_counts(item: Item | None) -> dict[Tab, int]:
    """How many are on each list.

    Heard are the public, as on the wall and in the tally; staff and officials stand on the list besides (C-01).
    """
    if item is None:
        return dict.fromkeys(Tab, 0)
    return {
        Tab.WAITING: len(item.queue),
        Tab.HEARD: item.tally.heard,
        Tab.PASSED: len(item.absent),
        Tab.ALL: sum(item.slips.values()),
    }


def _heard(hearing: Hearing, item: Item) -> list[int]:
    """In the order heard, each once, who speaks now among them (C-01)."""
    slips = dict.fromkeys(hearing.appearances[turn].slip for turn in item.turns)
    return [slip for slip in slips if hearing.registrations[slip].heard]


class TabButton(QAbstractButton):
    """A word and a count; the chosen one is underlined."""

    def __init__(self, tab: Tab) -> None:
        super().__init__()
        self._word = tab.value
        self._count = 0
        self.setCheckable(True)
        self.setFont(font(BODY, semibold=True))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{self._word} 0")

    def show_count(self, number: int) -> None:
        if number != self._count:
            self._count = number
            self.setAccessibleName(f"{self._word} {number}")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(f"{self._word} {self._count}") + px(4), px(TARGET))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = colours(self.palette())
        painter.setFont(self.font())
        painter.setPen(QColor(shades.accent if self.isChecked() else shades.muted))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, f"{self._word} {self._count}")
        if self.isChecked():
            painter.fillRect(QRect(0, self.height() - 2, self.width(), 2), QColor(shades.accent))
        if self.hasFocus():
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
