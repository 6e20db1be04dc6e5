"""The colours of the windows: as the desktop has them, or as somebody chose, at any time."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from hearingdesk.ui.kit.look import Theme, colour, system_theme

WORDS = {
    "": "Colours: as the desktop has them",
    Theme.LIGHT: "Colours: light",
    Theme.DARK: "Colours: dark",
    Theme.CONTRAST: "Colours: high contrast",
}


class Wardrobe(QObject):
    """``recall`` and ``remember`` keep the choice, empty for the desktop's own colours."""

    def __init__(self, app: QApplication, recall: Callable[[], str], remember: Callable[[str], None]) -> None:
        super().__init__()
        self._app = app
        self._remember = remember
        kept = recall()
        self._chosen = kept if kept in WORDS else ""
        self._worn = system_theme()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._wear)
        hints.accessibility().contrastPreferenceChanged.connect(self._wear)
        self._wear()

    def change(self) -> str:
        """The next colours, for every window; says which."""
        choices = list(WORDS)
        self._chosen = choices[(choices.index(self._chosen) + 1) % len(choices)]
        self._remember(self._chosen)
        self._wear()
        return WORDS[self._chosen]

    def _wear(self, _asked: Qt.ColorScheme | Qt.ContrastPreference | None = None) -> None:
        theme = Theme(self._chosen) if self._chosen else system_theme()
        if theme is not self._worn:
            self._worn = theme
            colour(self._app, theme)
