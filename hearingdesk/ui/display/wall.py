"""The wall as the desk knows it: what it shows, on which screen, and what the clerk laid over it."""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from hearingdesk.domain.face import Face
from hearingdesk.ui.display.compose import Composer, Cover, Layout, Showing
from hearingdesk.ui.display.identify import identify
from hearingdesk.ui.display.looks import THEMES, Looks
from hearingdesk.ui.display.output import IN_WINDOW, NOWHERE, Output
from hearingdesk.ui.display.picture import Picture
from hearingdesk.ui.display.screens import Identity, found, free, label, numbered
from hearingdesk.ui.display.view import WallPreview
from hearingdesk.ui.display.window import DisplayWindow
from hearingdesk.ui.display.words import Phrase


class Place(StrEnum):
    """Where the clerk wants the wall."""

    NOWHERE = "nowhere"
    SCREEN = "screen"
    WINDOW = "window"
    OVER_CLERK = "over the clerk's screen"


OTHERS = {Layout.CLOCK: "Clock for the speaker", Layout.QUEUE: "Queue for another room"}
"""What further screens may show, as the clerk reads it."""

_COVERED = {Cover.NONE: "live", Cover.BLANK: "blank", Cover.FROZEN: "frozen", Cover.MESSAGE: "message"}


class Wall(QObject):
    """Shows faces on the screen that was chosen, hides when that screen goes, and is back when it comes again.

    ``clerks`` names the screen that the console is on; ``recall`` and ``remember`` read and keep a short text,
    as do ``recall_looks`` and ``remember_looks``.
    """

    state_changed = Signal(str)
    """For the console's status bar, in words: ``HDMI-1 1920×1080 ● live``, ``No second screen``."""

    changed = Signal()
    """Screens, place or cover are others now; a new face alone is not told."""

    def __init__(
        self,
        composer: Composer,
        clerks: Callable[[], QScreen | None] = QGuiApplication.primaryScreen,
        recall: Callable[[], str] = str,
        remember: Callable[[str], None] = lambda _text: None,
        recall_looks: Callable[[], str] = str,
        remember_looks: Callable[[str], None] = lambda _text: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._looks = Looks.read(recall_looks())
        self._composer, self._clerks = replace(composer, captions=self._looks.strip), clerks
        self._remember, self._remember_looks = remember, remember_looks
        self._wanted = Identity.read(recall())
        self._place = Place.NOWHERE
        self._showing = Showing()
        self._latest: Face | None = None
        self._previews: list[WallPreview] = []
        self._said = ""
        self._on: QScreen | None = None
        self.window = DisplayWindow(self._composer, self._looks.inks)
        self.window.sent_away.connect(self.take_down)
        self._outputs = {layout: self._output(layout) for layout in OTHERS}
        self._watch_screens()
        self._settle()

    def _output(self, layout: Layout) -> Output:
        made = Output(replace(self._composer, layout=layout), self._looks.inks, self)
        made.sent_away.connect(self.changed)
        return made

    def show_face(self, face: Face) -> None:
        """The hearing as it is now; a frozen wall keeps what it has until it is let go."""
        self._latest = face
        if self._showing.cover is not Cover.FROZEN:
            self._show(replace(self._showing, face=face))

    def go_live(self, *, over_clerk: bool = False) -> None:
        """Full screen on the screen that was remembered, else on the first that is not the clerk's.

        With no such screen nothing is shown, unless the clerk asks to be covered.
        """
        others = free(self._screens(), self._clerks())
        screen = found(others, self._wanted) or next(iter(others), None)
        if screen is not None:
            self._keep(screen)
        self._place = Place.SCREEN if self._wanted else Place.NOWHERE
        if screen is None and over_clerk:
            self._place = Place.OVER_CLERK
        self._settle()

    def open_window(self) -> None:
        """In an ordinary window, for one screen or for sharing in a call."""
        self._place = Place.WINDOW
        self._settle()

    def toggle(self) -> None:
        """One key: up where it is not, down where it is."""
        if self.live:
            self.take_down()
        else:
            self.go_live()

    def take_down(self) -> None:
        """Off every screen, until it is put up again."""
        self._place = Place.NOWHERE
        self._settle()

    def choices(self) -> dict[str, str]:
        """The screens the wall may have: what to call :meth:`choose` with, and what to call them to the clerk.

        They bear the numbers that :meth:`identify` shows on them.
        """
        numbers = numbered(self._screens())
        return {Identity.of(screen).written(): numbers[screen] for screen in free(self._screens(), self._clerks())}

    @property
    def chosen(self) -> str:
        """The one of :meth:`choices` that the wall has or would take; empty where there is none."""
        others = free(self._screens(), self._clerks())
        screen = found(others, self._wanted) or next(iter(others), None)
        return Identity.of(screen).written() if screen is not None else ""

    def identify(self) -> None:
        """Its number on every screen, for three seconds."""
        identify(self._screens())

    def choose(self, identity: str) -> None:
        """From now on this screen, one of :meth:`choices`."""
        wanted = Identity.read(identity)
        screen = found(free(self._screens(), self._clerks()), wanted)
        if screen is not None:
            self._keep(screen)
            self._settle()

    def outputs(self) -> dict[str, str]:
        """The screens there may be beside the wall: what to call :meth:`put` with, and what to call them."""
        return {layout.value: words for layout, words in OTHERS.items()}

    def places(self) -> dict[str, str]:
        """Where :meth:`put` may put them; a screen that the wall has, or another output, is refused to them."""
        return {NOWHERE: "Nowhere", IN_WINDOW: "In a window", **self.choices()}

    def place_of(self, output: str) -> str:
        """The one of :meth:`places` where it is, or comes back to; nowhere, if that is gone."""
        place = self._outputs[Layout(output)].place
        return next((each for each in self.places() if each and each == place), NOWHERE)

    def put(self, output: str, place: str) -> None:
        self._outputs[Layout(output)].go_to(place, self._showing)
        self._settle()

    def shown_on(self, output: str) -> bool:
        """Whether anybody can see it."""
        return self._outputs[Layout(output)].window.isVisible()

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
        return self._composer.wording.messages()

    def themes(self) -> dict[str, str]:
        """By what :meth:`wear` takes, what to call them to the clerk."""
        return {name: words for name, (words, _inks) in THEMES.items()}

    @property
    def theme(self) -> str:
        return self._looks.theme

    @property
    def captions(self) -> bool:
        """Whether the lowest fifth is kept free for captions (A-08)."""
        return self._looks.captions

    def wear(self, theme: str, *, captions: bool) -> None:
        """From now on in these colours, with or without a strip for captions; remembered."""
        self._looks = Looks(theme, captions)
        self._remember_looks(self._looks.written())
        self._composer = replace(self._composer, captions=self._looks.strip)
        self.window.wear(self._composer, self._looks.inks)
        for layout, output in self._outputs.items():
            output.window.wear(replace(self._composer, layout=layout), self._looks.inks)
        for copy in self._previews:
            copy.wear(self._composer, self._looks.inks)
        self._tell_previews()
        self.changed.emit()

    @property
    def cover(self) -> Cover:
        return self._showing.cover

    @property
    def told(self) -> Phrase:
        """The message that lies over the hearing now; empty where none does."""
        return self._showing.message

    @property
    def live(self) -> bool:
        """Whether anybody can see it."""
        return self.window.isVisible()

    @property
    def state(self) -> str:
        """What the status bar says."""
        return self._said

    def picture(self) -> Picture:
        """What the public sees, or would see on a 1920×1080 screen."""
        return self.window.picture if self.live else self._composer.picture(self._showing, 1920, 1080)

    def preview(self) -> WallPreview:
        """A new small copy that follows the wall."""
        copy = WallPreview(self._composer, self._looks.inks)
        copy.show_picture(self.picture(), live=self.live)
        self._previews.append(copy)
        copy.destroyed.connect(lambda: self._previews.remove(copy))
        return copy

    def close(self) -> None:
        """The end of the evening: the window goes and no screen is watched any more."""
        self._app().screenAdded.disconnect(self._added)
        self._app().screenRemoved.disconnect(self._removed)
        for output in self._outputs.values():
            output.place = NOWHERE
        self.take_down()
        for each in (self.window, *(output.window for output in self._outputs.values())):
            each.deleteLater()

    def _lay(self, cover: Cover) -> None:
        self._show(Showing(self._latest, Cover.NONE if self._showing.cover is cover else cover))

    def _show(self, showing: Showing) -> None:
        covered = (showing.cover, showing.message) != (self._showing.cover, self._showing.message)
        self._showing = showing
        self.window.show_this(showing)
        for output in self._outputs.values():
            output.show_this(showing)
        self._tell_previews()
        if covered:
            self._say()
            self.changed.emit()

    def _tell_previews(self) -> None:
        if self._previews:
            picture = self.picture()
            for copy in self._previews:
                copy.show_picture(picture, live=self.live)

    def _watch_screens(self) -> None:
        self._app().screenAdded.connect(self._added)
        self._app().screenRemoved.connect(self._removed)
        for screen in self._screens():
            screen.geometryChanged.connect(self._settle)

    def _added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._settle)
        self._settle()

    def _removed(self, screen: QScreen) -> None:
        """Hidden before the window manager can move the wall over the console."""
        self._settle(gone=screen)

    def _settle(self, *_geometry: object, gone: QScreen | None = None) -> None:
        """Puts the window where it belongs with the screens there are now, or hides it."""
        screen = self._on = self._screen(gone)
        if screen is None:
            self.window.leave()
        elif self._place is Place.WINDOW:
            if not self.window.isVisible() or self.window.isFullScreen():
                self.window.open_small(screen)
        else:
            self.window.fill(screen, over_clerk=self._place is Place.OVER_CLERK)
        self._settle_outputs(gone)
        self._tell_previews()
        self._say()
        QTimer.singleShot(0, self, self.changed.emit)  # a screen that goes is still listed until then

    def _settle_outputs(self, gone: QScreen | None) -> None:
        """Each on a screen of its own; the wall goes first."""
        clerks = self._clerks()
        taken = [gone, self._on]
        for output in self._outputs.values():
            room = [screen for screen in free(self._screens(), clerks) if screen not in taken]
            taken.append(output.settle(room, clerks if clerks is not gone else None))

    def _screen(self, gone: QScreen | None) -> QScreen | None:
        there = [screen for screen in self._screens() if screen is not gone]
        clerks = self._clerks()
        if self._place in (Place.WINDOW, Place.OVER_CLERK):
            return clerks if clerks is not gone else next(iter(there), None)
        return found(free(there, clerks), self._wanted) if self._place is Place.SCREEN else None

    def _keep(self, screen: QScreen) -> None:
        self._wanted = Identity.of(screen)
        self._remember(self._wanted.written())

    def _say(self) -> None:
        said = self._sentence()
        if said != self._said:
            self._said = said
            self.state_changed.emit(said)

    def _sentence(self) -> str:
        if self._on is not None:
            where = "Window" if self._place is Place.WINDOW else label(self._on)
            return f"{where} ● {_COVERED[self._showing.cover]}"
        others = free(self._screens(), self._clerks())
        if self._place is Place.SCREEN and self._wanted is not None:
            return f"{self._wanted.name} is gone · the display is hidden and comes back with it"
        if others:
            return f"{label(found(others, self._wanted) or others[0])} ready · not live"
        return "Screens are mirrored · extend them" if len(self._screens()) > 1 else "No second screen"

    def _app(self) -> QGuiApplication:
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        return app

    def _screens(self) -> list[QScreen]:
        return QGuiApplication.screens()
