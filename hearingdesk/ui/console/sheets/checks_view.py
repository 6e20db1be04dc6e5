"""A checklist as it stands in a sheet: what is settled, what is not with a way to its place, what the clerk ticks."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hearingdesk.ui.console.sheets.checklists import Check, Place
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import row
from hearingdesk.ui.kit.look import Tone, px
from hearingdesk.ui.kit.text import check_box, label


class ChecksView(QWidget):
    """A reminder, never a block. ``go`` is told the place of the line that was asked for."""

    def __init__(self, go: Callable[[Place], object]) -> None:
        super().__init__()
        self._go = go
        self._checks: tuple[Check, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(px(4))

    @property
    def lines(self) -> list[str]:
        """The lines as they stand."""
        return [check.line for check in self._checks]

    def show_checks(self, checks: Sequence[Check]) -> None:
        """These lines; nothing moves where they are the same, so that what was ticked stays ticked."""
        if tuple(checks) == self._checks:
            return
        self._checks = tuple(checks)
        while (old := self._rows.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for check in checks:
            self._rows.addWidget(self._line(check))

    def _line(self, check: Check) -> QWidget:
        line = QWidget()
        if check.by_eye:
            line.setLayout(row(check_box(check.sentence), None))
            return line
        tone = Tone.MUTED if check.settled else Tone.PLAIN
        mark, words = label(check.mark, tone=tone), label(check.sentence, wrap=True, tone=tone)
        mark.say(check.mark, "Settled" if check.settled else "Open")
        parts = row(mark, words)
        parts.setStretch(1, 1)
        if check.place is not None:
            show = button("Show", partial(self._go, check.place), kind="link")
            show.setAccessibleName(f"Show: {check.sentence}")
            parts.addWidget(show)
        line.setLayout(parts)
        return line
