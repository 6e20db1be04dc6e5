"""A list of things kept for the next hearing beside the form of the chosen one: added, changed, copied, removed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import Card, column
from hearingdesk.ui.kit.flow import Flow
from hearingdesk.ui.kit.lines import Line, LinesView
from hearingdesk.ui.kit.look import Tone, px
from hearingdesk.ui.setup.form import Form, bind
from hearingdesk.ui.setup.screen import NARROW

T = TypeVar("T")
NEW_KEY, COPY_KEY, REMOVE_KEY, BACK_KEY = "Ctrl+N", "Ctrl+D", "Ctrl+Shift+Delete", "Ctrl+R"
NEW = ""
"""The key of one that is not kept yet."""
COPIED = "It is a copy of your own: choose it under Bodies, for those who go by it."
SHIPPED = "came with hearingdesk"


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """One thing kept. ``key`` is what it is known by; what is not one's ``own`` came with the program."""

    key: str
    title: str
    value: T
    own: bool = True
    below: str = ""


@dataclass(frozen=True)
class Shelf(Generic[T]):
    """All of one kind. ``keep`` takes a value and the key of the one it replaces, NEW for none, and gives its key.

    ``copied`` is the value under a title that is free. ``faults`` are what these raise, each with its sentence.
    """

    noun: str
    entries: Callable[[], Sequence[Kept[T]]]
    keep: Callable[[T, str], str]
    remove: Callable[[str], object]
    blank: Callable[[], T]
    copied: Callable[[T], T]
    faults: tuple[type[Exception], ...] = ()


class ShelfPage(QWidget, Generic[T]):
    """``said`` gives a sentence and its tone. Nothing typed is lost: another one is shown once this one is kept."""

    said = Signal(str, Tone)

    def __init__(self, shelf: Shelf[T], form: Form[T]) -> None:
        super().__init__()
        self._shelf = shelf
        self._entries: dict[str, Kept[T]] = {}
        self._key: str | None = None
        self._before: object = None
        self._doomed: str | None = None
        self.form = form
        noun = shelf.noun
        self.list = LinesView(f"Each {noun}")
        self.new = button(f"New {noun}", self.add, key=NEW_KEY)
        self.copy = button("Copy", self.copy_chosen, key=COPY_KEY)
        self.remove = button("Remove", self.remove_chosen, key=REMOVE_KEY)
        self.back = button("Take changes back", self.take_back, key=BACK_KEY, kind="link")
        self._lay_out()
        for key, act in ((NEW_KEY, self.new), (COPY_KEY, self.copy), (REMOVE_KEY, self.remove), (BACK_KEY, self.back)):
            bind(self, key, act)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(lambda: form.first().setFocus(Qt.FocusReason.TabFocusReason))
        form.changed.connect(self._show_changes)
        self.refresh()

    def _lay_out(self) -> None:
        left = Card("Kept for the next hearing")
        left.setMinimumWidth(px(300))
        left.body.addWidget(self.list, 1)
        acts = Flow(self.new, self.copy, self.remove)
        held = QWidget()
        held.setLayout(acts)
        left.body.addLayout(column(held, margins=(12, 12, 12, 12)))
        self.card = Card("", gives_way=True)
        self.card.title_row.addWidget(self.back)
        kept = self.back.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # so that nothing jumps when it comes
        self.back.setSizePolicy(kept)
        self.card.body.addWidget(self.form, 1)
        left.setMinimumHeight(px(170))
        self.card.setMinimumHeight(px(280))
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(px(12))
        self._cards.addWidget(left, 1)
        self._cards.addWidget(self.card, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < px(NARROW)
        self._cards.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        super().resizeEvent(event)

    @property
    def unsaved(self) -> bool:
        return self._key is not None and self.form.typed() != self._before

    def say_unsaved(self) -> None:
        self.said.emit(f"“{self._title()}” was changed and is not saved. Save it, or take the changes back.", Tone.BAD)

    def refresh(self, key: str | None = None) -> None:
        """Asks for all of them anew, and shows the one of this key; else the one shown before, else the first."""
        ours_first = sorted(self._shelf.entries(), key=lambda entry: not entry.own)
        self._entries = {entry.key: entry for entry in ours_first}
        wanted = key if key is not None else self._key
        if wanted not in self._entries:
            wanted = next(iter(self._entries), None)
        self._key = None
        self._show_lines(wanted)
        self._show(wanted)

    def add(self) -> None:
        """A blank one; nothing is kept before it is saved."""
        if self.unsaved:
            self.say_unsaved()
            return
        self._key = NEW
        self._show_lines(NEW)
        self._show(NEW)
        self.form.first().setFocus(Qt.FocusReason.TabFocusReason)

    def copy_chosen(self) -> None:
        entry = self._entries.get(self._key or NEW)
        if self.unsaved or entry is None:
            self.say_unsaved()
            return
        self._keep(self._shelf.copied(entry.value), NEW)

    def remove_chosen(self) -> None:
        """At the second press, so that no slip of the finger removes anything."""
        key = self._key or NEW
        if self._doomed != key:
            self._doomed = key
            keep = "Hearings that were prepared with it keep it."
            self.said.emit(f"Press again to remove “{self._title()}”. {keep}", Tone.WARN)
            return
        title, self._doomed = self._title(), None
        if self._attempt(lambda: self._shelf.remove(key)):
            self.refresh()
            self.said.emit(f"“{title}” is removed.", Tone.GOOD)

    def take_back(self) -> None:
        """The form as it was kept."""
        if self._key is not None:
            self._show(self._key)
            self.said.emit("", Tone.GOOD)

    def save(self) -> None:
        """What is typed, kept from now on; one that came with the program becomes a copy of one's own."""
        made = self.form.made()
        if self._key is None:
            return
        if made is None:
            self.said.emit("Something is still to be mended, where it says so. Nothing was kept yet.", Tone.BAD)
            return
        entry = self._entries.get(self._key)
        if entry is not None and not entry.own:
            self._keep(self._shelf.copied(made) if self._titled_as(made, entry) else made, NEW, COPIED)
        else:
            self._keep(made, self._key)

    def _titled_as(self, made: T, entry: Kept[T]) -> bool:
        return getattr(made, "title", "") == entry.title

    def _keep(self, value: T, key: str, also: str = "") -> None:
        kept: list[str] = []
        if self._attempt(lambda: kept.append(self._shelf.keep(value, key))):
            self.refresh(kept[0])
            stay = "Hearings that are prepared already stay as they are."
            self.said.emit(f"“{self._title()}” is kept. {also or stay}", Tone.GOOD)

    def _attempt(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except self._shelf.faults as fault:
            self.said.emit(str(fault), Tone.BAD)
            return False
        return True

    def _choose(self) -> None:
        """Another one; while this one is changed and not saved, the choice goes back to it."""
        key = self.list.key
        if key is None or key == self._key:
            return
        if self.unsaved and self._key is not None:
            self.list.choose(self._key)
            self.say_unsaved()
            return
        self.said.emit("", Tone.GOOD)
        self._show(str(key))

    def _show(self, key: str | None) -> None:
        self._key, self._doomed = key, None
        self.form.setEnabled(key is not None)
        if key is not None:
            entry = self._entries.get(key)
            titles = [other.title for other in self._entries.values() if other.key != key]
            self.form.show_value(entry.value if entry else self._shelf.blank(), titles)
        self._before = self.form.typed()
        self.card.show_title(self._title(), SHIPPED if self._shipped() else "")
        self.copy.show_refusal("" if key else "There is nothing to copy yet.")
        self.remove.show_refusal(
            "This came with hearingdesk and stays." if self._shipped() else "" if key else "Nothing is kept yet."
        )
        self._show_changes()

    def _show_lines(self, chosen: str | None) -> None:
        new = [Line(NEW, self._title_of(NEW), "not kept yet")] if chosen == NEW else []
        own = [_line(entry) for entry in self._entries.values() if entry.own]
        shipped = [_line(entry) for entry in self._entries.values() if not entry.own]
        heading = [Line("shipped", "Came with hearingdesk", heading=True)] if shipped else []
        lines = [*new, *own, *heading, *shipped]
        self.list.show_lines(lines or [Line("none", f"No {self._shelf.noun} is kept yet", heading=True)])
        if chosen is not None:
            self.list.choose(chosen)

    def _show_changes(self) -> None:
        self.back.setVisible(self.unsaved)

    def _shipped(self) -> bool:
        entry = self._entries.get(self._key or NEW)
        return entry is not None and not entry.own

    def _title(self) -> str:
        return self._title_of(self._key)

    def _title_of(self, key: str | None) -> str:
        if key is None:
            return f"No {self._shelf.noun} yet"
        return self._entries[key].title if key in self._entries else f"New {self._shelf.noun}"


def _line(entry: Kept[T]) -> Line:
    return Line(entry.key, entry.title, entry.below)
