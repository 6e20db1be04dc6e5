"""Room for more than the window shows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def scrolled(inside: QWidget | QLayout) -> QScrollArea:
    """This, with a bar beside it where the window is too small: large text must never put anything out of reach."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if isinstance(inside, QLayout):
        held = QWidget()
        held.setLayout(inside)
        inside = held
    area.setWidget(inside)
    return area
