"""The speaker's clock on the console: digits, a word and a shape for them, what is left, the working."""

import re
from datetime import timedelta

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hearingdesk.domain.hearing import Appearance, Hearing, Stop
from hearingdesk.domain.moments import Moment, elapsed
from hearingdesk.domain.spans import clock_text, length_text, spoken
from hearingdesk.domain.timing import ClockState, Reading, reading, total
from hearingdesk.domain.values import Allotment, StopReason
from hearingdesk.ui.kit.card import row
from hearingdesk.ui.kit.look import LARGE, Colours, Tone, colours, font, px, set_role
from hearingdesk.ui.kit.text import label

_DIGIT = re.compile(r"\d")

SMALLEST = 72
"""Pixels of the figures where the card is as narrow as it goes."""

STANDING = f"Stopped: {StopReason.QUESTION.word}"
STOOD = f"3:00 allotted · clock stopped 0:00 for a {StopReason.QUESTION.word}"
"""What is said while the clock stands for the usual reason."""

GAP = 8
"""Pixels between the lines beside the digits."""

TONES = {
    ClockState.RUNNING: Tone.PLAIN,
    ClockState.UNTIMED: Tone.PLAIN,
    ClockState.WRAP_UP: Tone.WARN,
    ClockState.OVER: Tone.BAD,
}


PLAIN_WORDS = {
    ClockState.CALLED: "Called; the clock has not started",
    ClockState.RUNNING: "Speaking",
    ClockState.UNTIMED: "Speaking, untimed",
}


def state_words(hearing: Hearing, turn: Appearance, shown: Reading) -> str:
    """The state of the clock in a word or two (T-06)."""
    match shown.state:
        case ClockState.WRAP_UP:
            warning = spoken(hearing.profile.warning(total(turn) or timedelta(0)))
            return f"Under {warning.replace('1 minute', 'one minute')}"
        case ClockState.OVER:
            return "Over time" if shown.over >= timedelta(seconds=1) else "Time"
        case ClockState.STOPPED:
            return f"Stopped: {_stop_words(turn.stopped)}" if turn.stopped else "Stopped"
        case _:
            return PLAIN_WORDS.get(shown.state, "No clock")


def _stop_words(stop: Stop) -> str:
    return f"{stop.reason.word}, {stop.note}" if stop.note else stop.reason.word


def working_words(turn: Appearance, now: Moment) -> str:
    """Where the allotment comes from, and for what the clock stood (T-01, T-03)."""
    parts = [allotted_words(turn.allotment)]
    if turn.granted:
        sign = "+" if turn.granted > timedelta(0) else "−"
        parts.append(f"{sign}{clock_text(abs(turn.granted))} by the chair")
    return " · ".join(parts + _stood(turn, now))


def allotted_words(given: Allotment) -> str:
    """The working; one that is a bare limit says what it is."""
    return given.working if any(map(str.isalpha, given.working)) else f"{given.working} allotted"


def _stood(turn: Appearance, now: Moment) -> list[str]:
    spans: dict[StopReason, timedelta] = {}
    for stop in turn.stops:
        spans[stop.reason] = spans.get(stop.reason, timedelta(0)) + elapsed(stop.start, stop.end or now)
    article = {StopReason.QUESTION: "a "}
    return [f"clock stopped {length_text(span)} for {article.get(why, '')}{why.word}" for why, span in spans.items()]


def spoken_clock(shown: Reading, words: str) -> str:
    """What a screen reader says of the digits."""
    if shown.left is None:
        return f"{words}, {spoken(shown.used)} used"
    if shown.left < timedelta(0):
        return f"{words}, {spoken(shown.over)} over"
    return f"{words}, {spoken(shown.left)} left"


class ClockFace(QWidget):
    """Digits at the left, their meaning at the right; the digits keep their room, so nothing beside them moves.

    ``told`` gives digits, what a screen reader says of them, and their tone, whenever they are shown.
    """

    told = Signal(str, str, Tone)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = label()
        set_role(self.figures, "live", "true")
        self._mark = StateMark()
        self._words = label(size=LARGE, bold=True, wrap=True)
        set_role(self._words, "live", "true")
        self.bar = Bar()
        self._working = label(tone=Tone.MUTED, wrap=True)
        beside = QVBoxLayout()
        beside.setSpacing(px(GAP))
        beside.addStretch(1)
        beside.addLayout(row(self._mark, self._words, spacing=8))
        beside.addWidget(self.bar)
        beside.addWidget(self._working)
        beside.addStretch(1)
        whole = row(self.figures, spacing=12)
        whole.addLayout(beside, 1)
        self.setLayout(whole)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.show_size(96)

    @property
    def digits(self) -> str:
        return self.figures.text()

    @property
    def spoken(self) -> str:
        """What a screen reader says of the digits."""
        return self.figures.accessibleName()

    @property
    def words(self) -> str:
        """The state in words."""
        return self._words.text()

    @property
    def working(self) -> str:
        return self._working.text()

    def show_size(self, pixels: int) -> None:
        """How tall the figures are set; they fill their card and do not grow with the text."""
        self._pixels, face = pixels, _figures(pixels)
        self.figures.setFixedWidth(_widest(face))
        self.figures.setFixedHeight(QFontMetrics(face).capHeight() + px(28))
        self._fit_figures()
        self._make_room()

    def _show_figures(self, text: str, spoken: str) -> None:
        self.figures.say(text, spoken)
        self._fit_figures()

    def _fit_figures(self) -> None:
        """More figures than usual, as ten minutes over or an hour untimed have, are set smaller and never cut."""
        face = _figures(self._pixels)
        wide = QFontMetrics(face).horizontalAdvance(_DIGIT.sub("0", self.digits))
        if wide > self.figures.width():
            face = _figures(self._pixels * self.figures.width() // wide)
        if face != self.figures.font():
            self.figures.setFont(face)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """As tall as when the clock stands for the usual reason, so that stopping it moves nothing below."""
        wide = max(1, self.width() - self.figures.width() - px(12))
        words = _height(self._words, STANDING, wide - self._mark.width() - px(8))
        self.setMinimumHeight(words + _height(self._working, STOOD, wide) + self.bar.height() + 2 * px(GAP))

    @property
    def narrowest(self) -> int:
        """How narrow it goes once its card is: with the smallest figures, whatever they are now."""
        return self.minimumSizeHint().width() - self.figures.width() + _widest(_figures(SMALLEST))

    def show_idle(self, text: str, words: str, working: str = "") -> None:
        """Nobody has the floor: what the next one would get, muted; empty where there is no next."""
        self._show_figures(text, words)
        self._show_state(ClockState.IDLE, words, Tone.MUTED)
        self.bar.show_part(0, ClockState.IDLE)
        self._mark.setVisible(bool(words))
        self.bar.setVisible(bool(text))
        self._working.setText(working)

    def show_turn(self, hearing: Hearing, turn: Appearance, now: Moment) -> None:
        shown = reading(hearing.profile, turn, now)
        words = state_words(hearing, turn, shown)
        self._show_figures(shown.text, spoken_clock(shown, words))
        self._mark.show()
        self.bar.show()
        self._show_state(shown.state, words, TONES.get(shown.state, Tone.MUTED))
        self.bar.show_part(shown.part, shown.state)
        self._working.setText(working_words(turn, now))

    def _show_state(self, state: ClockState, words: str, tone: Tone) -> None:
        self._words.setText(words)
        self._mark.show_state(state)
        for part in (self.figures, self._words):
            part.show_tone(tone)
        self.told.emit(self.digits, self.spoken, tone)


def _height(part: QWidget, text: str, wide: int) -> int:
    """How tall this text is in this width."""
    return part.fontMetrics().boundingRect(QRect(0, 0, wide, 10_000), Qt.TextFlag.TextWordWrap, text).height()


def _figures(pixels: int) -> QFont:
    face = font(bold=True)
    face.setPixelSize(pixels)
    return face


def _widest(face: QFont) -> int:
    metrics = QFontMetrics(face)
    return max(metrics.horizontalAdvance(text) for text in ("+0:00", "10:00"))


def state_ink(shades: Colours, state: ClockState) -> str:
    return {
        ClockState.RUNNING: shades.blue_fill,
        ClockState.UNTIMED: shades.blue_fill,
        ClockState.WRAP_UP: shades.amber_fill,
        ClockState.OVER: shades.bad_fill,
    }.get(state, shades.grey_fill)


class StateMark(QWidget):
    """The state as a shape: ring called, triangle running, hourglass wrap-up, octagon over, two bars stopped."""

    def __init__(self) -> None:
        super().__init__()
        self._state = ClockState.IDLE
        self.setFixedSize(QSize(px(16), px(16)))

    def show_state(self, state: ClockState) -> None:
        if state is not self._state:
            self._state = state
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(state_ink(colours(self.palette()), self._state))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        side = float(self.width())
        match self._state:
            case ClockState.RUNNING | ClockState.UNTIMED:
                painter.drawPolygon(_polygon(side, ((0.2, 0.1), (0.9, 0.5), (0.2, 0.9))))
            case ClockState.WRAP_UP:
                painter.drawPolygon(_polygon(side, ((0.1, 0.1), (0.9, 0.1), (0.1, 0.9), (0.9, 0.9))))
            case ClockState.OVER:
                painter.drawPolygon(_polygon(side, _OCTAGON))
            case ClockState.STOPPED:
                painter.drawRect(QRectF(side * 0.2, side * 0.1, side * 0.22, side * 0.8))
                painter.drawRect(QRectF(side * 0.58, side * 0.1, side * 0.22, side * 0.8))
            case _:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(ink)
                painter.drawEllipse(QRectF(1.5, 1.5, side - 3, side - 3))


_OCTAGON = ((0.3, 0), (0.7, 0), (1, 0.3), (1, 0.7), (0.7, 1), (0.3, 1), (0, 0.7), (0, 0.3))


def _polygon(side: float, points: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(x * side, y * side) for x, y in points])


class Bar(QWidget):
    """What is left of the time, from the left."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self._state = ClockState.IDLE
        self.setFixedHeight(px(12))

    def show_part(self, part: float, state: ClockState) -> None:
        """``part`` is 0 to 1; over time the whole bar is filled."""
        shown = 1.0 if state is ClockState.OVER else part
        if (shown, state) != (self._part, self._state):
            self._part, self._state = shown, state
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shades = colours(self.palette())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shades.track))
        round_ = self.height() / 2
        painter.drawRoundedRect(self.rect(), round_, round_)
        if self._part > 0:
            painter.setClipRect(QRectF(0, 0, self.width() * self._part, self.height()))
            painter.setBrush(QColor(state_ink(shades, self._state)))
            painter.drawRoundedRect(self.rect(), round_, round_)
