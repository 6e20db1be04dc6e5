"""Positions counted: shapes with their numbers, and one bar whose parts are to scale."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from hearingdesk.domain.counts import how_many
from hearingdesk.domain.tally import NOT_A_VOTE, NOT_A_VOTE_LONG, Tally
from hearingdesk.domain.values import Capacity, Position
from hearingdesk.ui.kit.card import column, row
from hearingdesk.ui.kit.look import SMALL, Colours, Tone, colours, px, set_role
from hearingdesk.ui.kit.text import label, tip

TONES = {Position.SUPPORT: "blue", Position.OPPOSE: "vermillion", Position.MIXED: "purple", Position.NEUTRAL: "grey"}


def fill(shades: Colours, position: Position) -> str:
    return {
        Position.SUPPORT: shades.blue_fill,
        Position.OPPOSE: shades.vermillion_fill,
        Position.MIXED: shades.purple_fill,
        Position.NEUTRAL: shades.grey_fill,
    }.get(position, shades.track)


class PositionTally(QFrame):
    """People by position; those who did not state one are not in the bar, and are counted in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "role", "foot")
        self.setAccessibleName("Positions of the speakers")
        self._counts = {position: label() for position in Position}
        for position, words in self._counts.items():
            set_role(words, "mark", TONES.get(position, ""))
        self._bar = _Bar()
        self._as_of = label(size=SMALL, tone=Tone.MUTED)
        self._note = label(NOT_A_VOTE, size=SMALL, tone=Tone.MUTED)
        tip(self._note, NOT_A_VOTE_LONG)
        self._apart = label(size=SMALL, tone=Tone.MUTED, wrap=True)
        counts = row(*self._counts.values(), None, self._as_of, spacing=10)
        self.setLayout(column(counts, self._bar, self._note, self._apart, margins=(12, 8, 12, 8), spacing=6))
        self.show_tally(Tally())

    @property
    def counts(self) -> tuple[str, ...]:
        """The people of each position, as a screen reader says them."""
        return tuple(words.accessibleName() for words in self._counts.values())

    @property
    def as_of(self) -> str:
        """As of when the counts are."""
        return self._as_of.text()

    @property
    def note(self) -> str:
        """The line below the bar: that it is no vote, and what was counted at close."""
        return self._note.text()

    @property
    def apart(self) -> str:
        """Who is counted apart."""
        return self._apart.accessibleName()

    def show_as_of(self, words: str) -> None:
        self._as_of.setText(words)

    def show_tally(self, tally: Tally, at_close: str = "") -> None:
        """``at_close`` is what was counted when testimony closed; empty while it is open."""
        self._note.setText(at_close or NOT_A_VOTE)
        for position, words in self._counts.items():
            number = tally.standing(position)
            words.say(f"{position.mark} {number}", f"{number} {position.word}")
            words.setVisible(bool(number) or position in (Position.SUPPORT, Position.OPPOSE))
        apart = apart_words(tally)
        self._apart.say(_held_together(apart), apart)
        self._apart.setVisible(bool(apart))
        self._bar.show_parts(tuple(tally.standing(position) for position in Position))


def apart_words(tally: Tally) -> str:
    """Who is counted beside the speakers and never with them (C-01, X-08); empty for nobody."""
    many = {Capacity.STAFF: "staff"}
    parts = [how_many(n, capacity.value, many.get(capacity, "")) for capacity, n in sorted(tally.apart.items())]
    for what, by_position in (("in writing", tally.written), ("not speaking", tally.not_speaking)):
        counts = " ".join(f"{p.mark} {by_position[p]}" for p in Position if by_position.get(p))
        parts += [f"{sum(by_position.values())} {what} ({counts})"] if by_position else []
    return f"Apart: {' · '.join(parts)}" if parts else ""


def _held_together(words: str) -> str:
    """Lines break between the groups alone, never between a shape and its number."""
    return " · ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in words.split(" · "))


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[int, ...] = ()
        self.setFixedHeight(px(10))

    def show_parts(self, parts: tuple[int, ...]) -> None:
        if parts != self._parts:
            self._parts = parts
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shades = colours(self.palette())
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        painter.setClipPath(path)
        painter.fillRect(self.rect(), QColor(shades.track))
        whole, left = sum(self._parts), 0.0
        for position, part in zip(Position, self._parts, strict=False):
            wide = self.width() * part / whole if whole else 0.0
            painter.fillRect(QRectF(left, 0, wide, self.height()), QColor(fill(shades, position)))
            left += wide
