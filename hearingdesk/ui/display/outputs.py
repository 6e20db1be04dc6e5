"""The outputs there are: which screens they belong to, what is remembered of them, and how they come and go."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from hearingdesk.ui.display.compose import Composer
from hearingdesk.ui.display.identify import identify
from hearingdesk.ui.display.output import Output
from hearingdesk.ui.display.screens import Identity, free, label, numbered
from hearingdesk.ui.display.setup import TITLES, Layout, Place, Setup, read, written
from hearingdesk.ui.display.window import DisplayWindow
from hearingdesk.ui.display.words import Phrase, offered

WALL = "wall"
"""The name of the display in the room among the outputs."""


class Outputs(QObject):
    """Puts each output on its screen, hides it when that goes, and brings it back when it comes again.

    ``clerks`` names the screen that the console is on; ``recall`` and ``remember`` read and keep a text for all of
    them; ``hearing`` is the one they are up for. A screen belongs to one output and no other, so that what is meant
    for the chair never comes up where the public's display was.
    """

    changed = Signal()
    """Screens, outputs or cover are others now; a new face alone is not told."""

    refitted = Signal()
    """The window of an output has another size now."""

    arranged = Signal()
    """Some output stands elsewhere now, is new, or wears something else."""

    def __init__(
        self,
        composer: Composer,
        clerks: Callable[[], QScreen | None] = QGuiApplication.primaryScreen,
        recall: Callable[[], str] = str,
        remember: Callable[[str], None] = lambda _text: None,
        hearing: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._base, self._clerks, self._remember, self._hearing = composer, clerks, remember, hearing
        self._count = 0
        self._outputs: dict[str, Output] = {}
        setups = read(recall(), hearing)
        self._were = {self._add(replace(each, place=Place.NOWHERE)): each.place for each in setups}
        self._watch_screens()
        self._settle()

    def _add(self, setup: Setup) -> str:
        name = f"{setup.layout.value} {self._count}" if self._outputs else WALL
        self._count += 1
        made = self._outputs[name] = Output(setup, self._base, self)
        made.sent_away.connect(lambda: self.take_down(name))
        made.window.refitted.connect(self.refitted)
        return name

    @property
    def window(self) -> DisplayWindow:
        """The display in the room."""
        return self._outputs[WALL].window

    @property
    def live(self) -> bool:
        """Whether anybody can see the display in the room."""
        return self.window.isVisible()

    def outputs(self) -> dict[str, str]:
        """The outputs there are, by name, and what to call them to the clerk; the display in the room comes first."""
        titles: dict[str, str] = {}
        for name, output in self._outputs.items():
            title = TITLES[output.setup.layout]
            same = sum(each == title or each.startswith(f"{title} ") for each in titles.values())
            titles[name] = f"{title} {same + 1}" if same else title
        return titles

    def kinds(self) -> dict[str, str]:
        """What :meth:`add` may add."""
        return {layout.value: words for layout, words in TITLES.items() if layout is not Layout.WALL}

    def add(self, kind: str) -> str:
        """One more output, nowhere yet; any number of each kind. Its name."""
        layout = Layout(kind)
        languages = self._outputs[WALL].setup.languages
        name = self._add(Setup(layout, languages=languages[:1] if layout is Layout.CHAIR else languages))
        self._keep()
        self._settle()
        return name

    def remove(self, name: str) -> None:
        """For good; the display in the room stays."""
        if name != WALL:
            self._outputs.pop(name).close()
            self._keep()
            self._settle()

    def setup(self, name: str = WALL) -> Setup:
        return self._outputs[name].setup

    def go_live(self, name: str = WALL, *, over_clerk: bool = False) -> None:
        """Full screen on its screen; the display in the room else on the first that is nobody's.

        With no such screen nothing is shown, unless the clerk asks to be covered.
        """
        output = self._outputs[name]
        others = free(self._screens(), self._clerks())
        screen = output.home(others)
        if screen is None and name == WALL:
            screen = next((each for each in others if self._owner(each) is None), None)
        if screen is not None:
            output.setup = replace(output.setup, screen=Identity.of(screen).written())
        place = Place.SCREEN if output.wanted else Place.NOWHERE
        self._put(name, Place.OVER_CLERK if screen is None and over_clerk else place)

    def open_window(self, name: str = WALL) -> None:
        """In an ordinary window, for one screen or for sharing in a call."""
        self._put(name, Place.WINDOW)

    def take_down(self, name: str = WALL) -> None:
        """Off its screen, until it is put up again."""
        self._put(name, Place.NOWHERE)

    def toggle(self) -> None:
        """One key: all that the public sees up, or down; the chair keeps hers."""
        up = not self.live
        for name, output in list(self._outputs.items()):
            if output.setup.layout.public and (name == WALL or output.wanted or not up):
                (self.go_live if up else self.take_down)(name)

    def choose(self, identity: str, name: str = WALL) -> None:
        """From now on this screen, one of :meth:`choices`; empty gives it up.

        The chair's is put there only when it goes live: on the way to it no other screen may show what is hers.
        """
        if identity and identity not in self.choices(name):
            return
        mine = self._outputs[name]
        stays = bool(identity) and (mine.setup.layout.public or mine.setup.place is not Place.SCREEN)
        mine.setup = replace(mine.setup, screen=identity, place=mine.setup.place if stays else Place.NOWHERE)
        self._keep()
        self._settle()

    def choices(self, name: str = WALL) -> dict[str, str]:
        """The screens it may have: what to call :meth:`choose` with, and what to call them to the clerk.

        They bear the numbers that :meth:`identify` shows on them. What belongs to another output is not among them.
        """
        numbers = numbered(self._screens())
        others = free(self._screens(), self._clerks())
        return {_id(screen): numbers[screen] for screen in others if self._owner(screen) in (None, name)}

    @property
    def taken(self) -> bool:
        """Whether there are screens beside the clerk's, and each belongs to an output."""
        others = free(self._screens(), self._clerks())
        return bool(others) and all(self._owner(screen) is not None for screen in others)

    def chosen(self, name: str = WALL) -> str:
        """The one of :meth:`choices` that it has or would take; empty where there is none."""
        others = free(self._screens(), self._clerks())
        screen = self._outputs[name].home(others)
        if screen is None and name == WALL:
            screen = next((each for each in others if self._owner(each) is None), None)
        return _id(screen) if screen is not None else ""

    def identify(self) -> None:
        """Its number on every screen, for three seconds."""
        identify(self._screens())

    def shown_on(self, name: str = WALL) -> bool:
        """Whether anybody can see it."""
        return self._outputs[name].live

    @property
    def awaits_public(self) -> bool:
        """Whether something that the public sees was up when the program ended, and is not up again yet."""
        awaited = [name for name, place in self._were.items() if place is not Place.NOWHERE and name in self._outputs]
        return any(self._outputs[name].setup.layout.public for name in awaited)

    def come_back(self) -> str:
        """After a crash, or when the hearing is opened again: what was up is up on the same screens. Says so, or ""."""
        for name, place in self._were.items():
            output = self._outputs.get(name)
            if output is not None and output.setup.place is Place.NOWHERE:
                output.setup = replace(output.setup, place=place)
        self._were = {}
        self._settle()
        titles = self.outputs()
        back = [f"{titles[name]}: {self._where(each)}" for name, each in self._outputs.items() if each.live]
        return f"Up again as before: {', '.join(back)}." if back else ""

    def _put(self, name: str, place: Place) -> None:
        output = self._outputs[name]
        output.setup = replace(output.setup, place=place)
        self._keep()
        self._settle()

    def _owner(self, screen: QScreen) -> str | None:
        return next((name for name, output in self._outputs.items() if output.belongs_to(screen)), None)

    @staticmethod
    def _where(output: Output) -> str:
        return "Window" if output.setup.place is Place.WINDOW or output.on is None else label(output.on)

    # What it wears

    def themes(self, name: str = WALL) -> dict[str, str]:
        """By what :meth:`wear` takes, what to call them to the clerk."""
        return {theme: words for theme, (words, _inks) in self.setup(name).themes.items()}

    def languages(self) -> dict[str, str]:
        """The complete ones, by tag."""
        return offered()[0]

    def lacking(self) -> list[str]:
        """A sentence for each language that is not complete, and so not offered."""
        return offered()[1]

    def wear(
        self,
        name: str = WALL,
        *,
        theme: str | None = None,
        captions: bool | None = None,
        languages: Phrase | None = None,
        volume: int | None = None,
        ten: bool | None = None,
    ) -> None:
        """From now on so; what is not said stays. Remembered."""
        says = {"theme": theme, "captions": captions, "languages": languages, "volume": volume, "ten": ten}
        output = self._outputs[name]
        output.wear(replace(output.setup, **{key: value for key, value in says.items() if value is not None}))  # type: ignore[arg-type]  # each of its own kind
        self._keep()
        self.arranged.emit()
        self.changed.emit()

    # Screens that come and go

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
        """Puts each window where it belongs with the screens there are now, or hides it; the wall goes first."""
        clerks = self._clerks()
        there = [screen for screen in self._screens() if screen is not gone]
        before = [output.setup for output in self._outputs.values()]
        taken: list[QScreen | None] = [gone]
        for output in self._outputs.values():
            room = [screen for screen in free(there, clerks) if screen not in taken]
            output.settle(room, clerks if clerks is not gone else next(iter(there), None))
            if output.setup.place is Place.SCREEN:
                taken.append(output.on)
        if before != [output.setup for output in self._outputs.values()]:
            self._keep()
        self.arranged.emit()
        QTimer.singleShot(0, self, self.changed.emit)  # a screen that goes is still listed until then

    def close(self) -> None:
        """The end of the evening: the windows go and no screen is watched any more; what was up is remembered as up."""
        self._app().screenAdded.disconnect(self._added)
        self._app().screenRemoved.disconnect(self._removed)
        for output in self._outputs.values():
            output.close()

    def _keep(self) -> None:
        setups = (output.setup for output in self._outputs.values())
        self._remember(written(setups, self._hearing, *self._over()))

    def _over(self) -> tuple[str, Phrase]:
        """What lies over the hearing and is remembered with the outputs: nothing here."""
        return "", ()

    def _app(self) -> QGuiApplication:
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        return app

    def _screens(self) -> list[QScreen]:
        return QGuiApplication.screens()


def _id(screen: QScreen) -> str:
    return Identity.of(screen).written()
