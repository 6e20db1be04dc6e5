"""The concerns of one speaker as a list that is ticked: Space, Enter or the number keys."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from hearingdesk.domain.values import Concern
from hearingdesk.ui.kit.lines import ONE_LINE, Line, LinesView
from hearingdesk.ui.kit.look import Tone, px

DIGITS = "123456789"


class MarksView(LinesView):
    """``toggled`` gives the code that was ticked or cleared; who shows the marks decides what comes of it."""

    toggled = Signal(str)

    def __init__(self) -> None:
        super().__init__("Concerns", letters=DIGITS, lead=24, height=ONE_LINE)
        self._keys: dict[str, str] = {}
        self._ticked: list[str] = []
        self.setMinimumHeight(px(ONE_LINE * 5))
        self.opened.connect(self._toggle)
        self.letter.connect(self._by_number)
        self.clicked.connect(lambda _: self._toggle())

    def show_marks(
        self, concerns: Sequence[Concern], marked: Collection[str], notes: Mapping[str, str] | None = None
    ) -> None:
        """All concerns in the order of the keys; ``notes`` say something beside one, by its code."""
        listed = sorted(concerns, key=lambda concern: concern.key or 10)
        self._ticked = [concern.code for concern in listed if concern.code in marked]
        self._keys = {str(concern.key): concern.code for concern in listed if concern.key}
        self.show_lines([_line(concern, marked, (notes or {}).get(concern.code, "")) for concern in listed])

    @property
    def ticked(self) -> list[str]:
        """The codes that are ticked."""
        return list(self._ticked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._toggle()
            return
        super().keyPressEvent(event)

    def _toggle(self) -> None:
        if self.key is not None:
            self.toggled.emit(str(self.key))

    def _by_number(self, digit: str) -> None:
        if digit in self._keys:
            self.choose(self._keys[digit])
            self._toggle()


def _line(concern: Concern, marked: Collection[str], note: str) -> Line:
    on = concern.code in marked
    aside = " · ".join(filter(None, (note, "✓ raised" if on else "")))
    tone = Tone.ACCENT if on else Tone.MUTED
    return Line(concern.code, concern.label, lead=str(concern.key or " "), aside=aside, tone=tone)
