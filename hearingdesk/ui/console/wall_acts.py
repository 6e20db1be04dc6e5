"""What the console asks of the display in the room; the display itself is handed in."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from hearingdesk.desk import Desk
from hearingdesk.domain.chair import ChairFace, Line, chair_face
from hearingdesk.domain.face import Face, face
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.moments import Moment
from hearingdesk.ui.console.forecasting import foretold

WALL = (
    ("wall", "Display on or off", "F5"),
    ("blank", "Blank the display", "Shift+F5"),
    ("freeze", "Freeze the display", "Ctrl+F5"),
    ("emergency", "Emergency message on the display", "Ctrl+Shift+F5"),
    ("wall_window", "Display in a window", "Alt+F5"),
    ("tally", "Tally on the display, or off", "Alt+Shift+F5"),
    ("display", "Display: screens, chair's screen, messages…", "Ctrl+Shift+D"),
)
"""For the table of actions: id, words, key."""

WALL_KEYS = {name: key for name, _, key in WALL}


class Setup(Protocol):
    """What an output wears: a theme's name, a strip for captions, tags of languages, how loud its tones are.

    ``ten``: with the tone at ten seconds.
    """

    @property
    def worn(self) -> str: ...
    @property
    def captions(self) -> bool: ...
    @property
    def may_caption(self) -> bool: ...
    @property
    def languages(self) -> tuple[str, ...]: ...
    @property
    def volume(self) -> int: ...
    @property
    def ten(self) -> bool: ...


class Wall(Protocol):
    """The display, as far as the console knows it. ``state_changed`` carries the words for the status bar.

    ``changed`` says that screens, outputs or cover are others now. ``outputs`` are there by name, the display in the
    room first; ``kinds`` may be added. ``choices`` are the screens one may have, by what ``choose`` takes; ``told`` is
    the message that lies over the hearing. ``show_chair`` goes to the chair's screens alone. ``attention`` says that
    the room does not see the hearing, though the clerk may think so.
    """

    @property
    def state_changed(self) -> SignalInstance: ...
    @property
    def changed(self) -> SignalInstance: ...
    @property
    def live(self) -> bool: ...
    @property
    def state(self) -> str: ...
    @property
    def cover(self) -> str: ...
    @property
    def told(self) -> tuple[str, ...]: ...
    @property
    def tally(self) -> bool: ...
    @property
    def wants_chair(self) -> bool: ...
    @property
    def attention(self) -> bool: ...
    @property
    def sound_trouble(self) -> str: ...
    def show_face(self, face: Face, /) -> None: ...
    def show_chair(self, aside: ChairFace, /) -> None: ...
    def show_tally(self, *, on: bool) -> None: ...
    def toggle(self) -> None: ...
    def blank(self) -> None: ...
    def freeze(self) -> None: ...
    def message(self, words: tuple[str, ...] = ..., /) -> None: ...
    def messages(self) -> Mapping[str, tuple[str, ...]]: ...
    def outputs(self) -> Mapping[str, str]: ...
    def kinds(self) -> Mapping[str, str]: ...
    def add(self, kind: str, /) -> str: ...
    def remove(self, name: str, /) -> None: ...
    def setup(self, name: str, /) -> Setup: ...
    def go_live(self, name: str = ..., /) -> None: ...
    def open_window(self, name: str = ..., /) -> None: ...
    def take_down(self, name: str = ..., /) -> None: ...
    def shown_on(self, name: str, /) -> bool: ...
    def state_of(self, name: str, /) -> str: ...
    def choices(self, name: str, /) -> Mapping[str, str]: ...
    def chosen(self, name: str, /) -> str: ...
    def choose(self, identity: str, name: str, /) -> None: ...
    @property
    def taken(self) -> bool: ...
    def identify(self) -> None: ...
    def preview(self, name: str, /) -> QWidget: ...
    def themes(self, name: str, /) -> Mapping[str, str]: ...
    def languages(self) -> Mapping[str, str]: ...
    def lacking(self) -> list[str]: ...
    def try_sound(self, name: str, /) -> None: ...
    def wear(
        self,
        name: str,
        /,
        *,
        theme: str | None = ...,
        captions: bool | None = ...,
        languages: tuple[str, ...] | None = ...,
        volume: int | None = ...,
        ten: bool | None = ...,
    ) -> None: ...


class Awake(Protocol):
    """Keeps the computer from sleep and screen saver while ``on``; ``told`` says what it could not, empty when all."""

    @property
    def told(self) -> SignalInstance: ...
    def hold(self, *, on: bool) -> None: ...


class WallActs:
    """One key each: live, blank, frozen, an emergency message (D-03)."""

    def __init__(self, wall: Wall, say: Callable[[str], object], said: Callable[[], str] = str) -> None:
        """``said`` is the line that ``say`` last wrote, so that what is no longer so does not stand there."""
        self._wall = wall
        self._say, self._line, self._mine = say, said, ""
        self._made_for: tuple[Hearing, str] | None = None
        wall.state_changed.connect(self._say_again)

    def by_name(self) -> dict[str, Callable[[], object]]:
        """For the table of actions; the sheet of the display is the window's own."""
        return {
            "wall": self.toggle,
            "wall_window": self.in_window,
            "blank": self.blank,
            "freeze": self.freeze,
            "emergency": self.emergency,
            "tally": self.tally,
        }

    def show_time(self, desk: Desk, now: Moment) -> None:
        """The hearing as it is at this moment, to everybody who looks."""
        hearing = desk.hearing
        if self._wall.wants_chair:
            self._show_chair(desk, hearing, now)
        self._wall.show_face(face(hearing, now, desk.head, tally=self._wall.tally))

    def _show_chair(self, desk: Desk, hearing: Hearing, now: Moment) -> None:
        """Made anew after an act, and with each minute for the forecast."""
        minute = f"{now.utc:%H:%M}"
        if self._made_for is not None and self._made_for[0] is hearing and self._made_for[1] == minute:
            return
        self._made_for = hearing, minute
        self._wall.show_chair(chair_face(hearing, desk.contacts, forecast_lines(hearing, now)))

    def toggle(self) -> None:
        self._wall.toggle()
        self._mine = f"Display: {self._wall.state}"
        self._say(self._mine)

    def _say_again(self, state: str) -> None:
        """A screen that came back after the line was written: the line must not go on saying that it is gone."""
        if self._mine and self._line() == self._mine:
            self._mine = f"Display: {state}"
            self._say(self._mine)

    def tally(self) -> None:
        """By the chair's word: what was heard, between speakers; pressed again, no more."""
        self._wall.show_tally(on=not self._wall.tally)
        self._say(TALLY_ON if self._wall.tally else "The tally is off the display.")

    def in_window(self) -> None:
        """Beside the console where there is one screen only, or for sharing in a call."""
        self._wall.open_window()

    def blank(self) -> None:
        self._wall.blank()
        self._tell(BLANK if self._wall.cover == "blank" else UNCOVERED)

    def freeze(self) -> None:
        self._wall.freeze()
        self._tell(FROZEN if self._wall.cover == "frozen" else UNCOVERED)

    def _tell(self, sentence: str) -> None:
        """What the room sees; where it sees nothing, where the display is."""
        self._say(sentence if self._wall.live else f"Display: {self._wall.state}")

    def emergency(self) -> None:
        """The emergency message; pressed again, the hearing is back."""
        self.ready_made("emergency")

    def ready_made(self, name: str) -> None:
        """One of the messages that are ready to show; pressed again, the hearing is back."""
        words = self._wall.messages().get(name, ())
        shows = self._wall.told != words
        self._wall.message(words if shows else ())
        self._tell(f"The room reads: {words[0]}" if shows and words else UNCOVERED)

    def warn(self, *, on: bool) -> None:
        """The emergency message, or no longer; another message stays."""
        words = self._wall.messages().get("emergency", ())
        if words and (self._wall.told == words) is not on:
            self._wall.message(words if on else ())


BLANK = "The display is blank. The same key shows the hearing again."
FROZEN = "The display is held as it is, and says so. The same key lets it go on."
UNCOVERED = "The display shows the hearing."
TALLY_ON = "The tally is on the display between speakers, in pauses and after testimony; positions are not."


def forecast_lines(hearing: Hearing, now: Moment) -> tuple[Line, ...]:
    """The console's forecast, as lines for the chair in no language yet; none where no item is in hand."""
    if hearing.item is None:
        return ()
    told = foretold(hearing, hearing.item, now)
    lines = ((*told.waiting, *told.end), told.hour, told.others, *((each,) for each in told.more))
    return tuple(line for line in lines if line)
