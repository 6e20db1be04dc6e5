"""What an eye finds wrong in a window, found by arithmetic: clipped words, parts outside, small targets, lost focus."""

from collections import Counter
from collections.abc import Iterator
from functools import singledispatch

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from hearingdesk.ui.kit.text import ElidedLabel

ROOM = 2
"""Pixels that rounding may take."""
TARGET = 24
RATIO = 3.0
"""So clearly must a focus differ from none (A-04)."""


def wrong(window: QWidget) -> list[str]:
    """Everything wrong with the geometry of what is shown in the window now."""
    parts = list(shown(window))
    found = [f"clipped: {said}" for part in parts if (said := _clipped(part))]
    found += [f"outside: {name(part)}" for part in parts if _outside(window, part)]
    found += [f"sideways: {name(area)}" for area in parts if isinstance(area, QScrollArea) and _sideways(area)]
    return found + [f"small: {name(part)} {part.width()}×{part.height()}" for part in parts if _small(part)]


def shown(window: QWidget) -> Iterator[QWidget]:
    for part in window.findChildren(QWidget):
        if part.isVisibleTo(window) and part.width() and part.height():
            yield part


def name(part: QWidget) -> str:
    words = part.accessibleName() or (part.text() if isinstance(part, QLabel) else "")
    return f"{type(part).__name__} “{words}”"


@singledispatch
def _clipped(_part: QWidget) -> str:
    """What of its words cannot be read; empty if nothing."""
    return ""


@_clipped.register
def _(part: QLabel) -> str:
    wide, tall = part.sizeHint().width(), _ink(part.fontMetrics(), part.text())
    if part.wordWrap():
        wide, tall = part.width(), part.heightForWidth(part.width())
    return _too_small(part, wide, tall)


@_clipped.register
def _(part: ElidedLabel) -> str:
    cut = part.fontMetrics().horizontalAdvance(part.text()) > part.width() + ROOM
    return f"{name(part)} gives way without a tooltip" if cut and not part.toolTip() else ""


@_clipped.register
def _(part: QAbstractButton) -> str:
    return _too_small(part, part.sizeHint().width(), _ink(part.fontMetrics(), part.text()))


@_clipped.register
def _(part: QLineEdit) -> str:
    if isinstance(part.parentWidget(), QComboBox):
        return ""
    cut = part.fontMetrics().horizontalAdvance(part.placeholderText()) > part.width() - 8
    return f"the placeholder of {name(part)}" if cut else _too_small(part, 0, part.sizeHint().height())


@_clipped.register
def _(part: QComboBox) -> str:
    room = part.width() - 2 * part.fontMetrics().height()
    cut = part.fontMetrics().horizontalAdvance(part.currentText()) > room and not part.toolTip()
    return f"the choice “{part.currentText()}” of {name(part)}" if cut else ""


def _too_small(part: QWidget, wide: int, tall: int) -> str:
    cut = wide > part.width() + ROOM or tall > part.height() + ROOM
    return f"{name(part)} needs {wide}×{tall} of {part.width()}×{part.height()}" if cut else ""


def _ink(metrics: QFontMetrics, words: str) -> int:
    """How tall the words are, without the room that a font keeps above and below."""
    return metrics.tightBoundingRect(words).height()


def _outside(window: QWidget, part: QWidget) -> bool:
    """Whether a part sticks out of what holds it; what can be scrolled to is in reach."""
    holder = part.parentWidget()
    if holder is None or part.isWindow() or _scrolled(part):
        return False
    box = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
    if isinstance(part, QLabel):
        spare = max(0, part.height() - _ink(part.fontMetrics(), part.text())) // 2
        box.adjust(0, spare, 0, -spare)
    room = QRect(holder.mapTo(window, QPoint(0, 0)), holder.size())
    grown = room.adjusted(-ROOM, -ROOM, ROOM, ROOM)
    return not grown.contains(box)


def _scrolled(part: QWidget) -> bool:
    holder = part.parentWidget()
    area = holder.parentWidget() if holder is not None else None
    return isinstance(area, QScrollArea | QAbstractItemView | QPlainTextEdit) or isinstance(part, QScrollBar)


def _sideways(area: QScrollArea) -> bool:
    """Whether something can only be read by scrolling to the right."""
    inside = area.widget()
    return inside is not None and inside.width() > area.viewport().width() + ROOM


def takes_focus(part: QWidget) -> bool:
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.isEnabled()


def _small(part: QWidget) -> bool:
    return takes_focus(part) and min(part.width(), part.height()) < TARGET


def without_ring(window: QWidget) -> list[str]:
    """The controls that look the same with the focus and without, or nearly so: one of each kind is looked at."""
    rest = QWidget(window)
    rest.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    rest.show()
    kinds = {(type(part), getattr(part, "kind", "")): part for part in shown(window) if takes_focus(part)}
    kinds.pop((QWidget, ""), None)
    found = [name(part) for part in kinds.values() if not part.focusProxy() and not _ring(window, part, rest)]
    rest.setParent(None)
    return found


def _ring(window: QWidget, part: QWidget, rest: QWidget) -> bool:
    """Whether at least the length of two sides changes so that an eye can tell."""
    _bring_into_view(part)
    part.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    with_it = _picture(window, part)
    rest.setFocus()
    QApplication.processEvents()
    return _changed(with_it, _picture(window, part)) >= part.width() + part.height()


def _bring_into_view(part: QWidget) -> None:
    """As Tab does."""
    holder = part.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(part)
        holder = holder.parentWidget()


def _picture(window: QWidget, part: QWidget) -> QImage:
    """The part with a little around it."""
    box = QRect(part.mapTo(window, QPoint(0, 0)), part.size()).adjusted(-3, -3, 3, 3)
    return window.grab(box & window.rect()).toImage()


def _changed(one: QImage, other: QImage) -> int:
    """How many pixels differ so that an eye can tell."""
    pairs = Counter(zip(_pixels(one), _pixels(other), strict=True))
    return sum(n for (a, b), n in pairs.items() if a != b and contrast(QColor(a), QColor(b)) >= RATIO)


def _pixels(image: QImage) -> memoryview:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)  # held: its bits live no longer than itself
    return memoryview(bytes(plain.constBits())).cast("I")


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of WCAG, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(shade: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(shade.redF()) + 0.7152 * linear(shade.greenF()) + 0.0722 * linear(shade.blueF())
