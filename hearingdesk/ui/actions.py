"""One table of acts makes the keys, the buttons, the menu, the sheet of keys and the search for commands."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

from hearingdesk.ui.kit.button import KeyButton, button
from hearingdesk.ui.kit.text import amp


def _always() -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Action:
    """One act. ``call`` does it, ``refusal`` says why not now (empty: it may), ``now`` its words where they change."""

    id: str
    group: str
    name: str
    key: str
    call: Callable[[], object]
    refusal: Callable[[], str] = _always
    now: Callable[[], str] | None = None

    @property
    def words(self) -> str:
        return self.now() if self.now else self.name


def keyed(key: str | QKeyCombination) -> str:
    """One spelling for each key."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


class Actions(QObject):
    """The table at work in one window: its keys win over whatever has the focus, its buttons know why they are grey."""

    def __init__(self, window: QWidget, table: Iterable[Action]) -> None:
        super().__init__(window)
        self._window = window
        self.table: Mapping[str, Action] = {action.id: action for action in table}
        self._buttons: list[tuple[Action, KeyButton, str]] = []
        self._keys: set[str] = set()
        self._focused: QWidget | None = None
        self.acts = {action.id: self._made(action) for action in self.table.values()}
        self._app = QApplication.instance()
        if isinstance(self._app, QApplication):
            self._app.focusChanged.connect(self._focus_moved)

    def _made(self, action: Action) -> QAction:
        made = QAction(amp(action.name), self._window)
        made.setAutoRepeat(False)
        made.triggered.connect(lambda _=False: action.call())
        if action.key:
            self._keys.add(keyed(action.key))
            made.setShortcut(QKeySequence(action.key))
        self._window.addAction(made)
        return made

    def button(self, name: str, words: str = "", kind: str = "plain", *, capped: bool = True) -> KeyButton:
        """A button for this act; ``words`` where they are shorter than the table's, ``capped`` to show its key."""
        action = self.table[name]
        made = button(words or action.words, action.call, key=action.key if capped else "", kind=kind)
        self._buttons.append((action, made, words))
        return made

    def made(self, name: str) -> KeyButton:
        """The first button made for this act."""
        return next(made for action, made, _ in self._buttons if action.id == name)

    def refresh(self) -> None:
        """Asks again which acts are in order, and what they are called now."""
        for action, made, words in self._buttons:
            made.show_words(words or action.words)
            made.show_refusal(action.refusal())

    def pause(self, *, paused: bool, but: tuple[str, ...] = ()) -> None:
        """No key works while ``paused``, save those of the groups ``but``."""
        for name, act in self.acts.items():
            act.setEnabled(not paused or self.table[name].group in but)

    def menu(self) -> QMenu:
        """All acts by group; those not in order are grey."""
        menu = QMenu(self._window)
        for group, actions in groupby(self.table.values(), key=lambda action: action.group):
            under = menu.addMenu(amp(group))
            for action in actions:
                line = under.addAction(amp(action.words), action.call)
                line.setEnabled(not action.refusal())
                if action.key:
                    line.setShortcut(QKeySequence(action.key))
                    line.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever is typed into may not keep our keys for itself."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if keyed(QKeyCombination(modifiers, Qt.Key(event.key()))) in self._keys:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._focused is not None and isValid(self._focused):
            self._focused.removeEventFilter(self)
        mine = new is not None and self._window.isAncestorOf(new)
        self._focused = new if mine else None
        if self._focused is not None:
            self._focused.installEventFilter(self)
