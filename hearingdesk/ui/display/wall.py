"""The wall as the desk knows it: what its outputs show, and what the clerk laid over the hearing."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from hearingdesk.domain.chair import ChairFace
from hearingdesk.domain.face import Face
from hearingdesk.ui.display.chime import TEN, WARNING, Chime, Silence, tone_for
from hearingdesk.ui.display.compose import ChairShowing, Composer, Cover, Showing
from hearingdesk.ui.display.output import Output
from hearingdesk.ui.display.outputs import WALL, Outputs
from hearingdesk.ui.display.picture import Picture
from hearingdesk.ui.display.screens import free, label
from hearingdesk.ui.display.setup import LOUDEST, Layout, Place, read_cover
from hearingdesk.ui.display.view import WallPreview
from hearingdesk.ui.display.words import Phrase

_TRIED = 1500
"""Milliseconds after which it is known whether a tone could be played."""
_STILL = {
    Cover.BLANK: "It is blank: the key of blanking shows the hearing.",
    Cover.MESSAGE: "The message stands until you take it away.",
}
_COVERED = {Cover.NONE: "live", Cover.BLANK: "blank", Cover.FROZEN: "frozen", Cover.MESSAGE: "message"}


class Wall(Outputs):
    """Shows faces on the outputs. ``chime`` sounds the tones; the rest is as in :class:`Outputs`."""

    state_changed = Signal(str)
    """For the console's status bar, in words: ``HDMI-1 1920×1080 ● live``, ``No second screen``."""

    def __init__(
        self,
        composer: Composer,
        clerks: Callable[[], QScreen | None] = QGuiApplication.primaryScreen,
        recall: Callable[[], str] = str,
        remember: Callable[[str], None] = lambda _text: None,
        hearing: str = "",
        chime: Chime | None = None,
        parent: QObject | None = None,
    ) -> None:
        self._showing = Showing()
        self._lay_over = read_cover(recall(), hearing)
        self._up: set[str] = set()
        super().__init__(composer, clerks, recall, remember, hearing, parent)
        self._latest: Face | None = None
        self._aside: ChairFace | None = None
        self._chime: Chime = chime or Silence()
        self._previews: list[tuple[str, WallPreview]] = []
        self._said = ""
        self.tally = False
        self.arranged.connect(self._tell_all)
        self.refitted.connect(self._tell_previews)
        self._tell_all()

    # What is shown

    def show_face(self, face: Face) -> None:
        """The hearing as it is now; a frozen wall keeps what it has until it is let go."""
        before, self._latest = self._latest, face
        self._sound(before, face)
        if self._showing.cover is not Cover.FROZEN:
            self._show(replace(self._showing, face=face))
        elif self.wants_chair:
            self._show(self._showing)

    @property
    def wants_chair(self) -> bool:
        """Whether there is a screen of the chair's to show anything on."""
        return any(each.setup.layout is Layout.CHAIR for each in self._outputs.values())

    def show_chair(self, aside: ChairFace) -> None:
        """The chair's own part, from the next face on; no other screen is ever handed it (P-03)."""
        self._aside = aside

    def show_tally(self, *, on: bool) -> None:
        """By the chair's word (C-10). The counts come with the next face.

        It is no entry in the journal: what is counted is on the record whether or not the room is shown it, and turning
        a screen decides nothing. Each hearing starts without.
        """
        self.tally = on
        self._say()
        self.changed.emit()

    def _show(self, showing: Showing) -> None:
        covered = (showing.cover, showing.message) != (self._showing.cover, self._showing.message)
        self._showing = showing
        self._tell_outputs()
        if covered:
            self._keep()
            self._say()
            self.changed.emit()

    def _tell_outputs(self) -> None:
        for output in self._outputs.values():
            output.show_this(self._for(output))
        self._tell_previews()

    def _tell_all(self) -> None:
        self._let_go_of_what_left()
        self._tell_outputs()
        self._say()

    def _let_go_of_what_left(self) -> None:
        """A held picture does not come up again: once it left a screen, what was fit to be seen then may not be now.

        Where the screen went, the display is blank until the clerk shows the hearing; where the clerk took the display
        down, nothing is held any more.
        """
        before, self._up = (
            self._up,
            {name for name, each in self._outputs.items() if each.live and each.setup.layout.public},
        )
        if self._showing.cover is not Cover.FROZEN or not before - self._up:
            return
        gone = any(self._outputs[name].setup.place is Place.SCREEN for name in before & self._outputs.keys() - self._up)
        if gone or not self._up:
            self._show(Showing(self._latest, Cover.BLANK if gone else Cover.NONE))

    def _for(self, output: Output) -> Showing:
        if output.setup.layout is not Layout.CHAIR:
            return self._showing
        return ChairShowing(self._latest, self._showing.cover, self._showing.message, self._aside)

    def _sound(self, before: Face | None, face: Face) -> None:
        """Once, as loud as the loudest screen wants it that the room can see: never a sound without a sight (A-07)."""
        if self._showing.cover is not Cover.NONE or before is None:
            return
        tone = tone_for(before, face)
        wanted = [each.setup for each in self._outputs.values() if each.live and (tone != TEN or each.setup.ten)]
        volume = max((setup.volume for setup in wanted), default=0)
        if tone is not None and volume:
            self._chime.play(tone, volume / LOUDEST)

    @property
    def sound_trouble(self) -> str:
        """Why no tone could be heard, in a sentence; empty where none was missed."""
        return self._chime.trouble

    def try_sound(self, name: str) -> None:
        """The warning tone, as loud as this output would sound it."""
        self._chime.play(WARNING, max(1, self._outputs[name].setup.volume) / LOUDEST)
        QTimer.singleShot(_TRIED, self, self.changed.emit)

    # Covers

    def blank(self) -> None:
        """Dark at once; pressed again, the hearing is back."""
        self._lay(Cover.BLANK)

    def freeze(self) -> None:
        """Held as it is, and marked so; pressed again, it is let go."""
        self._lay(Cover.FROZEN)

    def message(self, words: Phrase = ()) -> None:
        """Words to the room, one text for each language; without words, the hearing is back."""
        self._show(Showing(self._latest, Cover.MESSAGE if any(words) else Cover.NONE, words))

    def messages(self) -> dict[str, Phrase]:
        """The messages that are ready to show, ``emergency`` among them."""
        return self._outputs[WALL].composer.wording.messages()

    def _lay(self, cover: Cover) -> None:
        self._show(Showing(self._latest, Cover.NONE if self._showing.cover is cover else cover))

    @property
    def cover(self) -> Cover:
        return self._showing.cover

    @property
    def told(self) -> Phrase:
        """The message that lies over the hearing now; empty where none does."""
        return self._showing.message

    def come_back(self) -> str:
        """As it was, covered where it was covered; a picture that was held is gone with the program, and blank."""
        (was, words), self._lay_over = self._lay_over, ("", ())
        cover = Cover.BLANK if was == Cover.FROZEN else next((each for each in Cover if each == was), Cover.NONE)
        covers = cover is not Cover.NONE and self._showing.cover is Cover.NONE and self.awaits_public
        if covers:
            self._show(Showing(self._latest, cover, words))
        said = super().come_back()
        return f"{said} {_STILL[cover]}".strip() if covers else said

    def _over(self) -> tuple[str, Phrase]:
        if self._lay_over[0]:  # not yet laid over the hearing again
            return self._lay_over
        return self._showing.cover.value, self._showing.message

    @property
    def attention(self) -> bool:
        """Whether the room sees something else than the hearing, or somebody sees nothing because a screen is gone."""
        gone = any(each.gone is not None for each in self._outputs.values())
        return self._showing.cover is not Cover.NONE or gone

    # What is said of it

    @property
    def state(self) -> str:
        """What the status bar says."""
        return self._said

    def state_of(self, name: str = WALL) -> str:
        """Where it is, in words."""
        output = self._outputs[name]
        if output.on is not None:
            covered = self._showing.cover if output.setup.layout.public else Cover.NONE
            return f"{self._where(output)} ● {_COVERED[covered]}"
        others = [screen for screen in free(self._screens(), self._clerks()) if self._owner(screen) in (None, name)]
        if output.gone:
            blank = ", blank" if output.setup.layout.public and self._showing.cover is Cover.BLANK else ""
            return f"{output.gone.name} is gone · the display is hidden and comes back with it{blank}"
        if others and (name == WALL or output.wanted):
            return f"{label(output.home(others) or others[0])} ready · not live"
        if others:
            return "On no screen yet"
        if len(self._screens()) > 1 and not free(self._screens(), self._clerks()):
            return "Screens are mirrored · extend them"
        return "No screen is free" if len(self._screens()) > 1 else "No second screen"

    def picture(self, name: str = WALL) -> Picture:
        """What is seen on it, or would be on a 1920×1080 screen."""
        return self._outputs[name].picture

    def preview(self, name: str = WALL) -> WallPreview:
        """A new small copy that follows this output."""
        output = self._outputs[name]
        copy = WallPreview(output.composer, output.setup.inks)
        copy.show_picture(output.picture, live=output.live)
        self._previews.append((name, copy))
        copy.destroyed.connect(lambda: self._forget(copy))
        return copy

    def _forget(self, copy: WallPreview) -> None:
        self._previews = [each for each in self._previews if each[1] is not copy]

    def _tell_previews(self) -> None:
        for name, copy in self._previews:
            output = self._outputs.get(name)
            if output is not None:
                copy.wear(output.composer, output.setup.inks)
                copy.show_picture(output.picture, live=output.live)

    def _say(self) -> None:
        said = " · ".join(self._sentences())
        if said != self._said:
            self._said = said
            self.state_changed.emit(said)

    def _sentences(self) -> Iterator[str]:
        yield self.state_of()
        wall = self._outputs[WALL]
        if self._showing.cover is not Cover.NONE and wall.on is None and wall.gone is None:
            yield _COVERED[self._showing.cover]
        others = sum(output.live for name, output in self._outputs.items() if name != WALL)
        if others:
            yield f"{others} more on"
        for name, title in self.outputs().items():
            if name != WALL and self._outputs[name].gone is not None:
                yield f"{title}: its screen is gone"
        if self.tally:
            yield "tally shown"
