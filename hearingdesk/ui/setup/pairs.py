"""Two who are likely the same person, side by side: nobody is merged, one may be left aside (G-04)."""

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from hearingdesk.domain.names import folded
from hearingdesk.domain.values import SignUp
from hearingdesk.ui.kit.look import SMALL, Tone, px, set_role
from hearingdesk.ui.kit.text import label

FACTS = ("Name", "Item", "Organisation", "Place", "Position", "Came by", "Received")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: what it is called, such as ``Row 5`` or ``Slip 2``, and when it came, as the room reads it."""

    name: str
    sign_up: SignUp
    received: str = ""

    @property
    def facts(self) -> tuple[str, ...]:
        """In the order of FACTS."""
        one = self.sign_up
        said = (one.name, one.item, one.organisation, one.place, one.position.word, one.channel.value)
        return (*said, self.received)


class PairView(QFrame):
    """What differs stands out by its weight; what neither has is left out. It keeps its height."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "role", "card")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(px(12), px(6), px(12), px(6))
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(1))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._held: list[QWidget] = []
        self.lines: list[tuple[str, str, str]] = []
        kept = self.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.setSizePolicy(kept)
        self.setMinimumHeight(px(138))

    def show_pair(self, left: Side, right: Side) -> None:
        for held in self._held:
            self._grid.removeWidget(held)
            held.hide()
            held.deleteLater()
        self._held = []
        facts = zip(FACTS, left.facts, right.facts, strict=True)
        self.lines = [("", left.name, right.name), *((name, one, other) for name, one, other in facts if one or other)]
        for place, (name, one, other) in enumerate(self.lines):
            self._line(place, (name, one or "–", other or "–"), bold=folded(one) != folded(other))

    def _line(self, place: int, words: tuple[str, str, str], *, bold: bool) -> None:
        name, one, other = words
        parts = (
            label(name, size=SMALL, tone=Tone.MUTED),
            label(one, size=SMALL, bold=bold, elide=True),
            label(other, size=SMALL, bold=bold, elide=True),
        )
        for column, part in enumerate(parts):
            self._grid.addWidget(part, place, column)
            self._held.append(part)
