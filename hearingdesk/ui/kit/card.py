"""White cards on a quiet ground: a title row, a hairline, a body."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from hearingdesk.ui.kit.look import TARGET, Tone, px, set_role
from hearingdesk.ui.kit.text import PlainLabel, label


class Card(QFrame):
    """``body`` takes what the card holds; ``title_row`` what stands right of the title.

    A title in the words of others ``gives_way`` where it is too long for the card.
    """

    def __init__(self, title: str, parent: QWidget | None = None, *, gives_way: bool = False) -> None:
        super().__init__(parent)
        set_role(self, "role", "card")
        self.setAccessibleName(title)
        self._title = label(title, bold=True, elide=gives_way)
        self._title.setSizePolicy(QSizePolicy.Policy.Preferred, self._title.sizePolicy().verticalPolicy())
        self._aside = label(tone=Tone.MUTED)
        self._title.setMinimumHeight(px(TARGET))  # as high as a row with a link: titles side by side stand in line
        self.title_row = row(self._title, self._aside, None, margins=(12, 8, 12, 8))
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(self.title_row)
        whole.addWidget(hairline())
        whole.addLayout(self.body, 1)

    @property
    def heading(self) -> PlainLabel:
        """The title's own label."""
        return self._title

    def show_title(self, title: str, aside: str = "") -> None:
        self._title.setText(title)
        self._aside.setText(aside)
        self.setAccessibleName(title)


def hairline() -> QFrame:
    line = QFrame()
    set_role(line, "role", "hairline")
    return line


Margins = tuple[int, int, int, int]
"""Left, top, right, bottom, in pixels at 100 %."""

L = TypeVar("L", bound=QBoxLayout)


Part = QWidget | QLayout | None
"""A widget, a layout, or None for the room that stretches."""


def row(*parts: Part, margins: Margins = (0, 0, 0, 0), spacing: int = 8) -> QHBoxLayout:
    """Parts side by side."""
    return _filled(QHBoxLayout(), parts, margins, spacing)


def column(*parts: Part, margins: Margins = (0, 0, 0, 0), spacing: int = 8) -> QVBoxLayout:
    """Parts one below the other."""
    return _filled(QVBoxLayout(), parts, margins, spacing)


def _filled(layout: L, parts: Iterable[Part], margins: Margins, spacing: int) -> L:
    left, top, right, bottom = (px(length) for length in margins)
    layout.setContentsMargins(left, top, right, bottom)
    layout.setSpacing(px(spacing))
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
    return layout


def heading(text: str) -> PlainLabel:
    """A line that names what stands below it."""
    return label(text, bold=True)
