"""The editor of keys: a new one is pressed, and refused where it is another act's or the typist's."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from hearingdesk.domain.counts import how_many
from hearingdesk.ui.actions import Action, Actions
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.fields import Field, LineField
from hearingdesk.ui.kit.flow import Flow
from hearingdesk.ui.kit.key_line import KeyLine
from hearingdesk.ui.kit.keycap import key_words
from hearingdesk.ui.kit.lines import ONE_LINE, Line, LinesView
from hearingdesk.ui.kit.look import Tone
from hearingdesk.ui.kit.sheet import Sheet
from hearingdesk.ui.kit.text import label

NONE_OWN = "All keys are as they came."
NO_KEY = "It has no key already."
AS_SHIPPED = "It lies on the key it came with."
NOT_FOUND = "No act has these words or this key."


class OwnKeysSheet(Sheet):
    """Search an act, Enter, press its new key. It counts at once, everywhere, and for every hearing."""

    def __init__(self, actions: Actions) -> None:
        super().__init__("Change keys", 560)
        self._actions = actions
        self.finder = LineField("Find an act", placeholder="Words of the act, or a key")
        self.list = LinesView("Acts and their keys", lead=96, height=ONE_LINE)
        self.whose = label(tone=Tone.MUTED, wrap=True)
        self.line = Field("New key", KeyLine(), hint="Press the key while this line has the focus.")
        self.without = button("No key", self._without)
        self.shipped = button("The key it came with", self._ship)
        self.all_shipped = self.add_act(button("All keys as they came", self._ship_all))
        for part in (self.finder, self.list, self.whose, self.line):
            self.body.addWidget(part)
        self.body.addLayout(Flow(self.without, self.shipped))
        self.body.setStretchFactor(self.list, 1)
        self.list.setMinimumHeight(160)
        self.line.editor.setPlaceholderText("Press a key")
        self._connect()
        self._fill()

    def _connect(self) -> None:
        self.finder.edited.connect(lambda _: self._fill())
        self.finder.editor.installEventFilter(self)
        self.list.chosen.connect(self._show_act)
        self.list.opened.connect(self._ask)
        self.line.editor.pressed_key.connect(self._take)

    def focus_first(self) -> None:
        self.finder.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down walk through the list while one types; Enter asks for the key."""
        if watched is self.finder.editor and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            match event.key():
                case Qt.Key.Key_Down | Qt.Key.Key_Up:
                    self._walk(1 if event.key() == Qt.Key.Key_Down else -1)
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._ask()
                    return True
        return super().eventFilter(watched, event)

    @property
    def _act(self) -> Action | None:
        return self._actions.table.get(str(self.list.key)) if self.list.current else None

    def _walk(self, by: int) -> None:
        place = self.list.currentIndex().row() + by
        if 0 <= place < len(self.list.lines.rows):
            self.list.choose(self.list.lines.rows[place].key)

    def _fill(self) -> None:
        own, needles = self._actions.own, self.finder.text().casefold().split()
        found = [act for act in self._actions.table.values() if _holds(act, needles)]
        self.list.show_lines([_line(act, own=act.id in own) for act in found])
        self.say("" if found else NOT_FOUND, Tone.MUTED)
        self._show_act()

    def _show_act(self) -> None:
        """What may be done with the act chosen."""
        act, own = self._act, self._actions.own
        self.line.refuse("")
        self.line.editor.setText(key_words(act.key) if act and act.key else "")
        self.line.setEnabled(act is not None)
        self.whose.setText(self._about(act) if act else "")
        nothing = "" if act else NOT_FOUND
        removing = NO_KEY if act and not act.key else self._actions.unfit(act.id, "") if act else ""
        self.without.show_refusal(nothing or removing)
        self.shipped.show_refusal(nothing or ("" if act and act.id in own else AS_SHIPPED))
        self.all_shipped.show_words(f"All {how_many(len(own), 'key')} as they came" if own else "All keys as they came")
        self.all_shipped.show_refusal("" if own else NONE_OWN)

    def _about(self, act: Action) -> str:
        came = key_words(self._actions.shipped(act.id))
        return f"{act.group}: {act.name}" + (f" · came with {came}" if act.id in self._actions.own else "")

    def _ask(self) -> None:
        """The next key pressed is the answer."""
        if self._act is not None:
            self.line.setFocus()

    def _take(self, key: str) -> None:
        act = self._act
        if act is None:
            return
        refusal = self._actions.unfit(act.id, key)
        self.line.refuse(refusal)
        if not refusal:
            self._done(self._actions.give(act.id, key), f"“{act.name}” lies on {key_words(key)} now.")

    def _without(self) -> None:
        if (act := self._act) is not None:
            self._done(self._actions.give(act.id, ""), f"“{act.name}” has no key now; the commands still find it.")

    def _ship(self) -> None:
        if (act := self._act) is None:
            return
        came = self._actions.shipped(act.id)
        refusal = self._actions.unfit(act.id, came)
        if refusal:
            self.say(f"{refusal} Give that one another first.")
        else:
            self._done(self._actions.give(act.id, came), f"“{act.name}” is back on {key_words(came)}.")

    def _ship_all(self) -> None:
        self._done(self._actions.give_back(), "All keys are as they came.")

    def _done(self, trouble: str, done: str) -> None:
        """The list is up to date, and the keys go back to the search."""
        self._fill()
        self.finder.setFocus()
        self.say(trouble or done, Tone.WARN if trouble else Tone.GOOD)


def _holds(act: Action, needles: list[str]) -> bool:
    said = f"{act.group} {act.name} {act.key} {key_words(act.key) if act.key else ''}".casefold()
    return all(needle in said for needle in needles)


def _line(act: Action, *, own: bool) -> Line:
    aside = "yours" if own else ""
    return Line(act.id, f"{act.group}: {act.name}", lead=key_words(act.key) if act.key else "–", aside=aside)
