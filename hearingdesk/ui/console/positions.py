"""Where the speaker stands, as five segments: shape, word and key; one press records it as stated (X-06)."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QWidget

from hearingdesk.domain.hearing import Registration
from hearingdesk.domain.values import Position
from hearingdesk.ui.console.queue_paint import position_ink
from hearingdesk.ui.kit.card import row
from hearingdesk.ui.kit.keycap import cap_font, cap_size, draw_cap, key_words
from hearingdesk.ui.kit.look import BODY, RADIUS, Colours, colours, font, px, set_role


def position_ground(shades: Colours, position: Position) -> str:
    return {
        Position.SUPPORT: shades.accent_soft,
        Position.OPPOSE: shades.vermillion_soft,
    }.get(position, shades.track)


class Segment(QAbstractButton):
    """One position. Filled where it is the speaker's, with ``on slip`` where only the slip says so."""

    def __init__(self, position: Position) -> None:
        super().__init__()
        self._position = position
        self._key = ""
        self._note = ""
        self.setCheckable(True)
        self.setFont(font(BODY, semibold=True))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(position.word)

    @property
    def note(self) -> str:
        return self._note

    def show_key(self, key: str) -> None:
        """Its key as a cap; empty for none."""
        self._key = key_words(key) if key else ""
        self._describe()
        self.updateGeometry()
        self.update()

    def show_state(self, *, chosen: bool, note: str) -> None:
        """``note`` says where the choice comes from; empty: it was stated."""
        if (chosen, note) == (self.isChecked(), self._note):
            return
        self._note = note
        self.setChecked(chosen)
        self._describe()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(" · ".join(part for part in (self._key, self._note) if part))

    def nextCheckState(self) -> None:
        """What is chosen is what the record says, never what was pressed."""

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(f"{self._position.mark} {self._position.word}")
        return QSize(max(words, cap_size(self._key).width()) + px(18), px(48))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shades = colours(self.palette())
        ink = QColor(position_ink(shades, self._position) if self.isChecked() else shades.text)
        if not self.isEnabled():
            ink = QColor(shades.muted)
        if self.isChecked():
            painter.fillRect(self.rect(), QColor(position_ground(shades, self._position)))
        painter.setFont(self.font())
        painter.setPen(ink)
        line = QRect(px(10), px(4), self.width() - px(12), px(20))
        words = f"{self._position.mark} {self._position.word}"
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        self._draw_below(painter, shades)
        if self.hasFocus():
            painter.setPen(QPen(QColor(shades.accent), 2))
            painter.drawRect(self.rect().adjusted(2, 2, -2, -2))

    def _draw_below(self, painter: QPainter, shades: Colours) -> None:
        cap = cap_size(self._key) if self._key else QSize(0, cap_size("Alt").height())
        box = QRect(px(10), px(25), cap.width(), cap.height())
        if self._key:
            draw_cap(painter, box, self._key, QColor(shades.grey), QColor(shades.card))
        metrics = QFontMetrics(cap_font())
        painter.setFont(cap_font())
        painter.setPen(QColor(shades.muted))
        beside = QRect(box.right() + px(6), box.top(), self.width() - box.right() - px(8), box.height())
        fits = (words for words in _shorter(self._note) if metrics.horizontalAdvance(words) <= beside.width())
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, next(fits, ""))


def _shorter(note: str) -> list[str]:
    """The note, then the words it ends with: ``on slip``, ``slip``. Whole words or none."""
    words = note.split()
    return [" ".join(words[first:]) for first in range(len(words))]


class Positions(QFrame):
    """The five side by side. ``choose`` is asked for the one pressed; ``show_keys`` tells the keys."""

    def __init__(self, choose: Callable[[Position], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "role", "segments")
        self.setAccessibleName("Position")
        self._segments = {position: Segment(position) for position in Position}
        whole = row(*self._segments.values(), spacing=0)
        whole.setContentsMargins(1, 1, 1, 1)
        self.setLayout(whole)
        for position, segment in self._segments.items():
            segment.clicked.connect(lambda _=False, chosen=position: choose(chosen))

    @property
    def chosen(self) -> tuple[Position, str] | None:
        """The position shown as the speaker's, and where it comes from."""
        return next(((p, s.note) for p, s in self._segments.items() if s.isChecked()), None)

    def show_keys(self, keys: dict[Position, str]) -> None:
        """The key of each, as it is now."""
        for position, segment in self._segments.items():
            segment.show_key(keys[position])

    def press(self, position: Position) -> None:
        self._segments[position].click()

    def show_registration(self, registration: Registration | None) -> None:
        """As stated, else as registered."""
        self.setEnabled(registration is not None)
        chosen = registration.position if registration is not None else None
        stated = registration is not None and registration.stated is not None
        for position, segment in self._segments.items():
            on = position is chosen
            segment.show_state(chosen=on, note="on slip" if on and not stated else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        shades = colours(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(shades.strong_line), 1))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), RADIUS - 2, RADIUS - 2)
        for segment in list(self._segments.values())[1:]:
            painter.drawLine(segment.geometry().topLeft(), segment.geometry().bottomLeft())
