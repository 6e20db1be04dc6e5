"""The display sheet: what is seen on which screen, in which words and colours; all of it by keyboard."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hearingdesk.ui.console.wall_acts import WALL_KEYS, Wall, WallActs
from hearingdesk.ui.kit.button import KeyButton, button
from hearingdesk.ui.kit.card import row
from hearingdesk.ui.kit.fields import ChoiceField, LineField
from hearingdesk.ui.kit.look import SMALL, Tone, px
from hearingdesk.ui.kit.sheet import Sheet
from hearingdesk.ui.kit.text import label

WIDE = 540
FIRST = "wall"
"""The name of the display in the room, which the keys of the display mean."""

NO_SCREEN = "No screen but this one. Plug the projector in and extend the desktop, or use a window."
NOT_CHOSEN = "Choose its screen below, or use a window."
TAKEN = "Every other screen belongs to an output. Give one up there, or use a window."
CAPTIONS = [(False, "No strip for captions"), (True, "Lowest fifth left free")]
TEN = [(False, "No tone"), (True, "Two strokes")]
VOLUMES = [(0, "Off"), (1, "Quiet"), (2, "Medium"), (3, "Loud")]
MOST = 300
"""Characters of a message that the room can still read: as many as keep to the least size of type on a wall of 4:3."""
READY_MADE = {"emergency": "Leave the building", "moment": "One moment", "technical": "Technical trouble"}
SOUND = "A tone when little time is left, and one when it is up."


class DisplaySheet(Sheet):
    """The same acts as the keys of the display, with the picture they change beside them.

    The picture is the output's own, made smaller; it is dim while it is on no screen. Fields and buttons are for the
    output that is chosen on top; blank, freeze, tally and messages for all that the public sees.
    """

    def __init__(self, wall: Wall, acts: WallActs, keys: Mapping[str, str] = WALL_KEYS) -> None:
        """``keys`` are those of the display as they are now, by act."""
        super().__init__("Display", WIDE)
        self._wall, self._acts, self._keys = wall, acts, keys
        self.name = FIRST
        self.output = ChoiceField[str]("Output", [])
        self.output.picked.connect(lambda: self.show_output(self.output.value()))
        self.kind = ChoiceField[str]("Another output", list(wall.kinds().items()))
        self.more = button("Add", lambda: self.show_output(wall.add(self.kind.value())))
        self.preview = self._preview()
        self.state = label(bold=True, wrap=True)
        self.seen = label(size=SMALL, tone=Tone.MUTED, wrap=True)
        self.screen_of = ChoiceField[str]("Screen", [])
        self.screen_of.picked.connect(lambda: wall.choose(self.screen_of.value(), self.name))
        self.numbers = button("Show numbers on the screens", wall.identify)
        self.words = LineField("Message to the room", hint="In as many languages as you type; Enter shows it.")
        self.main = self.add_act(button("Show the message", self.enter, key="Return", kind="main"))
        self._make_looks()
        self._make_buttons()
        self._lay_out_body()
        wall.changed.connect(self._refresh)
        self._refresh()

    def _preview(self) -> QWidget:
        made = self._wall.preview(self.name)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setFixedHeight(px((WIDE - 32) * 9 // 16))
        return made

    def _make_looks(self) -> None:
        self.theme = ChoiceField[str]("Colours", [])
        self.theme.picked.connect(lambda: self._wall.wear(self.name, theme=self.theme.value()))
        self.captions = ChoiceField[bool]("Captions", CAPTIONS)
        self.captions.picked.connect(lambda: self._wall.wear(self.name, captions=self.captions.value()))
        self.language = ChoiceField[str]("Language", [], hint=" ".join(self._wall.lacking()))
        self.second = ChoiceField[str]("And beside it", [])
        for language in (self.language, self.second):
            language.picked.connect(self._speak)
        self.volume = ChoiceField[int]("Sound", VOLUMES, hint=SOUND)
        self.volume.picked.connect(lambda: self._wall.wear(self.name, volume=self.volume.value()))
        self.ten = ChoiceField[bool]("At ten seconds", TEN)
        self.ten.picked.connect(lambda: self._wall.wear(self.name, ten=self.ten.value()))
        self.try_sound = button("Try the sound", lambda: self._wall.try_sound(self.name))

    def _make_buttons(self) -> None:
        acts = self._acts
        self.live = self._keyed("wall", "Go live", self._go_live, "Take down")
        self.window_of = self._keyed("wall_window", "In a window", lambda: self._wall.open_window(self.name))
        self.gone = button("Remove", self._remove)
        self.blank = self._keyed("blank", "Blank", acts.blank)
        self.freeze = self._keyed("freeze", "Freeze", acts.freeze)
        self.tally = self._keyed("tally", "Tally", acts.tally)
        self.ready_made = {
            name: button(READY_MADE.get(name, name), partial(acts.ready_made, name), key=self._keys.get(name, ""))
            for name in self._wall.messages()
        }

    def _lay_out_body(self) -> None:
        self.body.addLayout(row(self.output, self.kind, spacing=16))
        self.body.addLayout(row(self.gone, None, self.more))
        self.body.addWidget(self.preview)
        self.body.addWidget(self.state)
        self.body.addWidget(self.seen)
        self.body.addLayout(row(self.live, self.window_of, None))
        self.body.addWidget(self.screen_of)
        self.body.addLayout(row(self.numbers, None))
        self.body.addLayout(row(self.blank, self.freeze, self.tally, None))
        self.body.addWidget(self.words)
        self.body.addLayout(row(*self.ready_made.values(), None))
        self.body.addLayout(row(self.language, self.second, spacing=16))
        self.body.addLayout(row(self.theme, self.captions, spacing=16))
        self.body.addLayout(row(self.volume, self.ten, spacing=16))
        self.body.addLayout(row(self.try_sound, None))
        self.body.addStretch(1)

    def focus_first(self) -> None:
        self.live.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Shows what was typed; where a message stands and nothing new was typed, the hearing is back."""
        typed = self.words.text()
        if len(typed) > MOST:
            self.words.refuse(
                f"Too long for the room to read: {len(typed)} characters, and {MOST} at most. Cut it short."
            )
            self.words.setFocus()
        elif typed and (typed,) != self._wall.told:
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

    # What the clerk chose

    def show_output(self, name: str) -> None:
        """From now on the picture, the fields and the buttons are this output's."""
        self.name = name
        before, self.preview = self.preview, self._preview()
        self.body.replaceWidget(before, self.preview)
        before.hide()
        before.deleteLater()
        for keyed, own in ((self.live, "wall"), (self.window_of, "wall_window")):
            keyed.show_key(self._keys.get(own, "") if name == FIRST else "")
        self._refresh()

    def _remove(self) -> None:
        gone = self.name
        self.show_output(FIRST)
        self._wall.remove(gone)
        self.output.setFocus()

    def _go_live(self) -> None:
        (self._wall.take_down if self._wall.shown_on(self.name) else self._wall.go_live)(self.name)

    def _speak(self) -> None:
        first, second = self.language.value(), self.second.value()
        self._wall.wear(self.name, languages=(first, second) if second and second != first else (first,))

    # What is shown

    def _refresh(self) -> None:
        wall = self._wall
        if self.name not in wall.outputs():
            self.show_output(FIRST)
            return
        live = wall.shown_on(self.name)
        self.state.setText(wall.state_of(self.name))
        self.seen.setText("" if live else "On no screen now: this is what would be seen.")
        self.seen.setVisible(not live)
        self.live.show_words("Take down" if live else "Go live")
        self.gone.setVisible(self.name != FIRST)
        self.blank.show_on(wall.cover == "blank")
        self.freeze.show_on(wall.cover == "frozen")
        self.tally.show_on(wall.tally)
        for name, made in self.ready_made.items():
            made.show_on(bool(wall.told) and wall.told == wall.messages()[name])
        self.main.show_words("Back to the hearing" if wall.told else "Show the message")
        self.output.show_choices(list(wall.outputs().items()), self.name)
        self._show_screens(live=live)
        self._show_looks()
        self.volume.advise(wall.sound_trouble or SOUND)

    def _show_screens(self, *, live: bool) -> None:
        choices, chosen = list(self._wall.choices(self.name).items()), self._wall.chosen(self.name)
        none = "First that is free" if self.name == FIRST else "Not chosen"
        why = "" if choices else TAKEN if self._wall.taken else NO_SCREEN
        self.screen_of.setEnabled(bool(choices))
        self.screen_of.show_choices([("", none if choices else "None"), *choices], chosen)
        self.screen_of.advise(why)
        self.live.show_refusal("" if live or chosen else why or NOT_CHOSEN)

    def _show_looks(self) -> None:
        worn, languages = self._wall.setup(self.name), list(self._wall.languages().items())
        self.theme.show_choices(list(self._wall.themes(self.name).items()), worn.worn)
        self.captions.show_value(worn.captions)
        self.captions.setVisible(worn.may_caption)
        self.language.show_choices(languages, worn.languages[0])
        second = worn.languages[1] if len(worn.languages) > 1 else ""
        self.second.show_choices([("", "No other"), *languages], second)
        self.volume.show_value(worn.volume)
        self.ten.show_value(worn.ten)
        self.ten.setVisible(worn.volume > 0)

    def _keyed(self, name: str, words: str, deed: Callable[[], object], *others: str) -> KeyButton:
        """A button with the key that does the same from everywhere."""
        made = button(words, deed, key=self._keys.get(name, ""))
        made.make_room(words, *others)
        return made
