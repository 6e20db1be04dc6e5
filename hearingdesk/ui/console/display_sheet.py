"""The display sheet: what the public sees, on which screen, and words to the room; all of it by keyboard."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy

from hearingdesk.ui.console.wall_acts import WALL_KEYS, Wall, WallActs
from hearingdesk.ui.kit.button import KeyButton, button
from hearingdesk.ui.kit.card import row
from hearingdesk.ui.kit.fields import ChoiceField, LineField
from hearingdesk.ui.kit.look import SMALL, Tone, px
from hearingdesk.ui.kit.sheet import Sheet
from hearingdesk.ui.kit.text import label

WIDE = 540
NO_SCREEN = "No screen but this one. Plug the projector in and extend the desktop, or use a window."
CAPTIONS = [(False, "No strip for captions"), (True, "Lowest fifth left free")]
READY_MADE = {"emergency": "Leave the building", "moment": "One moment", "technical": "Technical trouble"}


class DisplaySheet(Sheet):
    """The same acts as the keys of the display, with the picture they change beside them.

    The picture is the wall's own, made smaller; it is dim while it is on no screen.
    """

    def __init__(self, wall: Wall, acts: WallActs) -> None:
        super().__init__("Display", WIDE)
        self._wall, self._acts = wall, acts
        self.preview = wall.preview()
        self.preview.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.preview.setFixedHeight(px((WIDE - 32) * 9 // 16))
        self.state = label(bold=True, wrap=True)
        self.seen = label(size=SMALL, tone=Tone.MUTED, wrap=True)
        self.screen_of = ChoiceField[str]("Screen", [])
        self.screen_of.picked.connect(self._choose)
        self.numbers = button("Show numbers on the screens", wall.identify)
        self.theme = ChoiceField[str]("Colours", list(wall.themes().items()))
        self.captions = ChoiceField[bool]("Captions", CAPTIONS)
        for look in (self.theme, self.captions):
            look.picked.connect(self._wear)
        self.outputs = {name: self._output(name, words) for name, words in wall.outputs().items()}
        self.words = LineField("Message to the room", hint="In as many languages as you type; Enter shows it.")
        self.main = self.add_act(button("Show the message", self.enter, key="Return", kind="main"))
        self._make_buttons()
        self._lay_out_body()
        wall.changed.connect(self._refresh)
        self._refresh()

    def _output(self, name: str, words: str) -> ChoiceField[str]:
        made = ChoiceField[str](words, list(self._wall.places().items()))
        made.picked.connect(lambda: self._wall.put(name, made.value()))
        return made

    def _make_buttons(self) -> None:
        acts = self._acts
        self.live = _keyed("wall", "Go live", acts.toggle, "Take down")
        self.window_of = _keyed("wall_window", "In a window", acts.in_window)
        self.blank = _keyed("blank", "Blank", acts.blank)
        self.freeze = _keyed("freeze", "Freeze", acts.freeze)
        self.ready_made = {
            name: button(READY_MADE.get(name, name), partial(acts.ready_made, name), key=WALL_KEYS.get(name, ""))
            for name in self._wall.messages()
        }

    def _lay_out_body(self) -> None:
        self.body.addWidget(self.preview)
        self.body.addWidget(self.state)
        self.body.addWidget(self.seen)
        self.body.addLayout(row(self.live, self.window_of, None))
        self.body.addLayout(row(self.blank, self.freeze, None))
        self.body.addWidget(self.words)
        self.body.addLayout(row(*self.ready_made.values(), None))
        self.body.addWidget(self.screen_of)
        self.body.addLayout(row(self.numbers, None))
        self.body.addLayout(row(*self.outputs.values(), spacing=16))
        self.body.addLayout(row(self.theme, self.captions, spacing=16))
        self.body.addStretch(1)

    def focus_first(self) -> None:
        self.live.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Shows what was typed; where a message stands and nothing new was typed, the hearing is back."""
        typed = self.words.text()
        if typed and (typed,) != self._wall.told:
            self._wall.message((typed,))
        elif self._wall.told:
            self._wall.message(())
        else:
            self.words.refuse("Type what the room is to read, or choose one of the messages below.")
            self.words.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.words.editor.hasFocus():
            self.enter()
            return
        super().keyPressEvent(event)

    def _choose(self) -> None:
        self._wall.choose(self.screen_of.value())

    def _wear(self) -> None:
        self._wall.wear(self.theme.value(), captions=self.captions.value())

    def _refresh(self) -> None:
        wall = self._wall
        self.state.setText(wall.state)
        self.seen.setText("" if wall.live else "On no screen now: this is what the room would see.")
        self.seen.setVisible(not wall.live)
        self.live.show_words("Take down" if wall.live else "Go live")
        self.live.show_refusal("" if wall.live or wall.choices() else NO_SCREEN)
        self.blank.show_on(wall.cover == "blank")
        self.freeze.show_on(wall.cover == "frozen")
        for name, made in self.ready_made.items():
            made.show_on(bool(wall.told) and wall.told == wall.messages()[name])
        self.main.show_words("Back to the hearing" if wall.told else "Show the message")
        self.theme.show_value(wall.theme)
        self.captions.show_value(wall.captions)
        self._show_screens()

    def _show_screens(self) -> None:
        choices = list(self._wall.choices().items())
        self.screen_of.setEnabled(bool(choices))
        self.screen_of.show_choices(choices or [("", "None")], self._wall.chosen)
        self.screen_of.advise("" if choices else NO_SCREEN)
        places = list(self._wall.places().items())
        for name, made in self.outputs.items():
            made.show_choices(places, self._wall.place_of(name))


def _keyed(name: str, words: str, deed: Callable[[], object], *others: str) -> KeyButton:
    """A button with the key that does the same from everywhere."""
    made = button(words, deed, key=WALL_KEYS[name])
    made.make_room(words, *others)
    return made
