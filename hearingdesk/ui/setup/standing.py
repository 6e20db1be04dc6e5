"""The screen of what is kept for every hearing: bodies with their members, rule profiles, concern sets."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.standing import KeptBody
from hearingdesk.library import ConcernSet
from hearingdesk.ui.kit.button import KeyButton, button
from hearingdesk.ui.kit.card import column, row
from hearingdesk.ui.kit.look import Tone
from hearingdesk.ui.setup.body_form import BodyForm, Choices
from hearingdesk.ui.setup.concern_form import ConcernSetForm
from hearingdesk.ui.setup.profile_form import ProfileForm
from hearingdesk.ui.setup.screen import Screen
from hearingdesk.ui.setup.shelf import Shelf, ShelfPage

TAB_KEYS = ("Alt+1", "Alt+2", "Alt+3")


@dataclass(frozen=True)
class Shelves:
    """Everything that is kept, and what a body may choose from; ``faults`` name the files that cannot be read."""

    bodies: Shelf[KeptBody]
    profiles: Shelf[RuleProfile]
    sets: Shelf[ConcernSet]
    choices: Choices
    faults: Sequence[str] = ()


class StandingScreen(Screen):
    """Three shelves, one at a time. Hearings that are prepared already keep what they were given (R-02)."""

    def __init__(self, shelves: Shelves) -> None:
        super().__init__("Bodies, rules and concerns", "Save")
        self.setAcceptDrops(False)
        self.cancel.show_words("Close")
        self.body_form, self.profile_form, self.set_form = BodyForm(shelves.choices), ProfileForm(), ConcernSetForm()
        self._strips = {"Bodies": self.body_form.strip, "Rules": self.profile_form.strip}
        self.bodies = ShelfPage(shelves.bodies, self.body_form)
        self.profiles = ShelfPage(shelves.profiles, self.profile_form)
        self.sets = ShelfPage(shelves.sets, self.set_form)
        self._leaving = False
        self._pages: dict[str, ShelfPage[Any]] = {
            "Bodies": self.bodies,
            "Rules": self.profiles,
            "Concerns": self.sets,
        }
        self.page: ShelfPage[Any] = self.bodies
        self.tabs: dict[str, KeyButton] = {
            name: button(name, partial(self.show_page, name), key=key)
            for name, key in zip(self._pages, TAB_KEYS, strict=True)
        }
        self._lay_out_pages()
        self.show_page("Bodies")
        self.say(" ".join(shelves.faults))

    def _lay_out_pages(self) -> None:
        pages = column(row(*self.tabs.values(), None), spacing=12)
        for page in self._pages.values():
            pages.addWidget(page, 1)
            page.said.connect(self.say)
        for tab, key in zip(self.tabs.values(), TAB_KEYS, strict=True):
            QShortcut(QKeySequence(key), self, tab.click)
        self.body.addLayout(pages)
        for strip in self._strips.values():
            self.lay_strip(strip)
        self.lay_foot()

    def show_page(self, name: str) -> None:
        """Another shelf, once nothing on this one is left unsaved."""
        wanted = self._pages[name]
        if wanted is not self.page and self.page.unsaved:
            self.page.say_unsaved()
            wanted = self.page
        self.page = wanted
        for key, page in self._pages.items():
            page.setVisible(page is wanted)
            self.tabs[key].show_on(page is wanted)
            if key in self._strips:
                self._strips[key].setVisible(page is wanted)
        if wanted is self.bodies and self.isVisible():
            self.bodies.refresh()  # what a body may choose from has changed on the other pages
        self.page.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.say("")

    def first(self) -> QWidget:
        return self.page.list

    def go(self) -> None:
        self.page.save()

    def say(self, sentence: str, tone: Tone = Tone.BAD) -> None:
        self._leaving = False
        super().say(sentence, tone)

    def leave(self) -> None:
        """What was changed and is not saved is asked about once."""
        if self.page.unsaved and not self._leaving:
            self.page.say_unsaved()
            self._leaving = True
            return
        super().leave()
