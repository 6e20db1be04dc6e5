"""Buttons that show their key, and say why they are grey."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hearingdesk.ui.kit.keycap import cap_size, draw_cap, key_words
from hearingdesk.ui.kit.look import BODY, HAND, RADIUS, TARGET, Colours, colours, font, px
from hearingdesk.ui.kit.text import tip


class KeyButton(QAbstractButton):
    """A button with its words and its keycap. ``kind``: ``plain``, ``main`` (the next natural thing), ``link``."""

    def __init__(self, text: str, key: str = "", kind: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._words = ""
        self._key = ""
        self._others: tuple[str, ...] = ()
        self._refusal = ""
        self.setFont(font(BODY, semibold=True))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_words(text)
        self.show_key(key)

    @property
    def kind(self) -> str:
        return self._kind

    @property
    def words(self) -> str:
        return self._words

    @property
    def refusal(self) -> str:
        """Why the button is grey; empty if it is not."""
        return self._refusal

    def show_words(self, text: str) -> None:
        """Other words; a reader hears the same."""
        if text == self._words:
            return
        self._words = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def make_room(self, *words: str) -> None:
        """As wide as the longest of these, so that nothing beside it moves when the words change."""
        self._others = words
        self.updateGeometry()

    def show_key(self, key: str) -> None:
        self._key = key_words(key) if key else ""
        self._describe()
        self.updateGeometry()
        self.update()

    def show_refusal(self, sentence: str) -> None:
        """Grey with this sentence as the reason; empty makes it live again."""
        if sentence == self._refusal and self.isEnabled() == (not sentence):
            return
        self._refusal = sentence
        self.setEnabled(not sentence)
        tip(self, sentence)
        self._describe()

    def show_on(self, on: bool) -> None:  # noqa: FBT001  # a state shown, like setEnabled
        """Marked as the one chosen."""
        self.setCheckable(True)
        if self.isChecked() != on:
            self.setChecked(on)

    def sizeHint(self) -> QSize:
        measure = self.fontMetrics().horizontalAdvance
        wide = max(measure(words) for words in (self._words, *self._others)) + 2 * self._side()
        if self._key:
            wide += cap_size(self._key).width() + px(8)
        return QSize(wide, px(TARGET if self._kind == "link" else HAND))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shades = colours(self.palette())
        ink = self._ink(shades)
        self._draw_ground(painter, shades)
        words, cap = self._places()
        painter.setFont(self.font())
        painter.setPen(ink)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._words)
        if self._key:
            ground = QColor(ink if self._solid() else QColor(shades.card))
            ground.setAlpha(40 if self._solid() else 255)
            draw_cap(painter, cap, self._key, ink, ground)

    def _places(self) -> tuple[QRect, QRect]:
        """Where the words and the cap stand."""
        cap = cap_size(self._key) if self._key else QSize(0, 0)
        left = self._side()
        wide = self.fontMetrics().horizontalAdvance(self._words)
        right = self.width() - left - cap.width() if self._others else left + wide + px(8)
        words = QRect(left, 0, wide + 2, self.height())
        return words, QRect(right, (self.height() - cap.height()) // 2, cap.width(), cap.height())

    def _draw_ground(self, painter: QPainter, shades: Colours) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = QColor(shades.accent if self._solid() else self._quiet_ground(shades))
        if self._solid() and (self.isDown() or self.underMouse()):
            ground = ground.darker(115)
        edge = QColor(shades.accent if self._solid() or self.isChecked() else shades.strong_line)
        stroke = Qt.PenStyle.SolidLine if self.isEnabled() else Qt.PenStyle.DotLine
        painter.setPen(Qt.PenStyle.NoPen if self._kind == "link" else QPen(edge, 1, stroke))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, RADIUS - 2, RADIUS - 2)
        if self.hasFocus():
            around = box.adjusted(-2, -2, 2, 2) if self._kind == "link" else box  # a link has no room beside its words
            _draw_focus(painter, around, QColor(shades.on_accent if self._solid() else shades.accent))

    def _quiet_ground(self, shades: Colours) -> str:
        if not self.isEnabled():
            return shades.ground if self._kind != "link" else shades.card
        if self.isChecked():
            return shades.accent_soft
        return shades.ground if self.isDown() or self.underMouse() else shades.card

    def _solid(self) -> bool:
        return self._kind == "main" and self.isEnabled()

    def _ink(self, shades: Colours) -> QColor:
        if not self.isEnabled():
            return QColor(shades.muted)
        if self._solid():
            return QColor(shades.on_accent)
        return QColor(shades.accent if self._kind == "link" or self.isChecked() else shades.text)

    def _side(self) -> int:
        return px(2) if self._kind == "link" else px(11)

    def _describe(self) -> None:
        self.setAccessibleDescription(" · ".join(part for part in (self._key, self._refusal) if part))


def _draw_focus(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.setPen(QPen(ink, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), RADIUS - 4, RADIUS - 4)


def button(text: str, on: Callable[[], object] | None = None, *, key: str = "", kind: str = "plain") -> KeyButton:
    """A button that calls ``on``. ``key`` is only shown; who makes it work says so (see the table of actions)."""
    made = KeyButton(text, key, kind)
    if on is not None:
        made.clicked.connect(lambda _=False: on())
    return made
