"""One table of acts makes the keys, the buttons, the menu, the sheet of keys and the search for commands."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

from hearingdesk.ui.keys import OwnKeys, first_with, keyed, own_part, settled, unfit
from hearingdesk.ui.kit.button import KeyButton, button
from hearingdesk.ui.kit.key_line import KeyLine
from hearingdesk.ui.kit.keycap import key_words
from hearingdesk.ui.kit.text import amp

LAST_WAY = "commands"
"""The act through which every other is reached: it keeps a key."""


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


class Actions(QObject):
    """The table at work in one window: its keys win over whatever has the focus, its buttons know why they are grey.

    ``own`` keeps the clerk's own keys; ``told`` says what could not be used of them, ``keys_changed`` that keys are
    others now.
    """

    keys_changed = Signal()

    def __init__(self, window: QWidget, table: Iterable[Action], own: OwnKeys | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._keeper = own
        made = {action.id: action for action in table}
        self._shipped = {name: action.key for name, action in made.items()}
        names = {name: action.name for name, action in made.items()}
        keys, self.told = settled(self._shipped, own.read() if own else {}, names)
        if own and own.fault:
            self.told.append(own.fault)
        self.table: Mapping[str, Action] = {name: replace(made[name], key=key) for name, key in keys.items()}
        self._buttons: list[tuple[str, KeyButton, str, bool]] = []
        self._taken = frozenset(keys.values())
        self._focused: QWidget | None = None
        self.acts = {action.id: self._made(action) for action in self.table.values()}
        self._app = QApplication.instance()
        if isinstance(self._app, QApplication):
            self._app.focusChanged.connect(self._focus_moved)

    def _made(self, action: Action) -> QAction:
        made = QAction(amp(action.name), self._window)
        made.setAutoRepeat(False)
        made.triggered.connect(lambda _=False: action.call())
        made.setShortcut(QKeySequence(action.key))
        self._window.addAction(made)
        return made

    def button(self, name: str, words: str = "", kind: str = "plain", *, capped: bool = True) -> KeyButton:
        """A button for this act; ``words`` where they are shorter than the table's, ``capped`` to show its key."""
        action = self.table[name]
        made = button(words or action.words, action.call, key=action.key if capped else "", kind=kind)
        self._buttons.append((name, made, words, capped))
        return made

    def made(self, name: str) -> KeyButton:
        """The first button made for this act."""
        return next(made for act, made, *_ in self._buttons if act == name)

    def refresh(self) -> None:
        """Asks again which acts are in order, and what they are called now."""
        for name, made, words, _ in self._buttons:
            action = self.table[name]
            made.show_words(words or action.words)
            made.show_refusal(action.refusal())

    def pause(self, *, paused: bool, but: tuple[str, ...] = ()) -> None:
        """No key works while ``paused``, save those of the groups ``but``."""
        for name, act in self.acts.items():
            act.setEnabled(not paused or self.table[name].group in but)

    # The keys

    @property
    def keys(self) -> dict[str, str]:
        """The key of each act as it is now; empty where it has none."""
        return {name: action.key for name, action in self.table.items()}

    @property
    def own(self) -> dict[str, str]:
        """The keys that are the clerk's own."""
        return own_part(self._shipped, self.keys)

    def shipped(self, name: str) -> str:
        """The key this act came with."""
        return keyed(self._shipped[name])

    def way(self, name: str) -> str:
        """How to get at this act, for a sentence: its key, or its name where it has none."""
        action = self.table.get(name)
        return key_words(action.key) if action and action.key else f"“{action.name if action else name}”"

    def cap(self, name: str) -> str:
        """The key of this act as a cap shows it; empty where it has none."""
        return key_words(key) if (key := self.table[name].key) else ""

    def unfit(self, name: str, key: str) -> str:
        """Why this act may not lie on this key, with whose it is; empty if it may."""
        if not key:
            return "Through the commands every act is reached: they keep a key." if name == LAST_WAY else ""
        other = first_with(self.keys, key, but=(name,))
        return unfit(key) or (f"{keyed(key)} is the key of “{self.table[other].name}”." if other else "")

    def give(self, name: str, key: str) -> str:
        """Puts the act on this key, empty for none, and keeps it; why it could not be kept. Ask ``unfit`` before."""
        return self._lay({**self.keys, name: keyed(key)})

    def give_back(self) -> str:
        """All keys as shipped."""
        return self._lay({name: keyed(key) for name, key in self._shipped.items()})

    def _lay(self, keys: Mapping[str, str]) -> str:
        self.table = {name: replace(action, key=keys[name]) for name, action in self.table.items()}
        for name, act in self.acts.items():
            act.setShortcut(QKeySequence(keys[name]))
        for name, made, _, capped in self._buttons:
            made.show_key(keys[name] if capped else "")
        self._taken = frozenset(keys.values())
        self.keys_changed.emit()
        return self._keeper.keep(self.own) if self._keeper else ""

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
        """Whoever is typed into may not keep our keys for itself, save a line that asks for a key."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            taken = keyed(QKeyCombination(modifiers, Qt.Key(event.key()))) in self._taken
            if taken and not isinstance(watched, KeyLine):
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
