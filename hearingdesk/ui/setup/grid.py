"""Fields in as many columns as there is room for; one that is alone in its group has the whole width."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from hearingdesk.ui.kit.flow import Flow
from hearingdesk.ui.kit.look import LARGE, px
from hearingdesk.ui.kit.text import label

COLUMN = 230
"""The least width of a column, in pixels at 100 %."""


class FieldGrid(QWidget):
    """Groups of widgets, each group under its name where it has one, in one to ``most`` columns of one width.

    Boxes to tick stand below the fields of their group, side by side as their words have room.
    """

    def __init__(self, groups: Sequence[tuple[str, Sequence[QWidget]]], most: int = 3) -> None:
        super().__init__()
        self._groups = [
            (label(name, size=LARGE, bold=True) if name else None, *_apart(fields)) for name, fields in groups
        ]
        self._most = most
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(10))
        self._lay_out(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out(max(1, min(self._most, self.width() // px(COLUMN))))
        super().resizeEvent(event)

    def _lay_out(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        line = 0
        for name, fields, ticks in self._groups:
            if name is not None:
                self._grid.addWidget(name, line, 0, 1, columns)
                line += 1
            for place, field in enumerate(fields):
                wide = columns if len(fields) == 1 else 1
                self._grid.addWidget(field, line + place // columns, place % columns, 1, wide)
            line += -(-len(fields) // columns)
            if ticks is not None:
                self._grid.addWidget(ticks, line, 0, 1, columns)
                line += 1
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def _apart(parts: Sequence[QWidget]) -> tuple[list[QWidget], QWidget | None]:
    """The fields, and what holds the boxes to tick; None where there are none."""
    boxes = [part for part in parts if isinstance(part, QCheckBox)]
    fields = [part for part in parts if not isinstance(part, QCheckBox)]
    if not boxes:
        return fields, None
    held = QWidget()
    held.setLayout(Flow(*boxes, gap=20, line_gap=4))
    return fields, held
