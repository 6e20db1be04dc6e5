"""A keyboard as a person has it: each key goes to whatever has the focus then."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def focused() -> QWidget:
    """What has the focus; something must."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


class Keyboard:
    """Presses keys, types, and goes from field to field."""

    @property
    def focus(self) -> QWidget:
        return focused()

    def press(self, *keys: str | Qt.Key) -> None:
        """Each key, or each letter of what is typed."""
        for key in keys:
            if isinstance(key, str):
                for letter in key:
                    QTest.keyClicks(focused(), letter)
            else:
                QTest.keyClick(focused(), key)
            QApplication.processEvents()

    def chord(self, sequence: str) -> None:
        """Keys held together, like ``Ctrl+Return``."""
        QTest.keySequence(focused(), sequence)
        QApplication.processEvents()

    def to(self, widget: QWidget) -> None:
        """Tabs until the widget has the focus."""
        for _ in range(80):
            if focused() is widget:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"{widget.accessibleName()} cannot be reached by Tab")
