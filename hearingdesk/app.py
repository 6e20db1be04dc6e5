"""The one place where office, desk and windows meet.

The docket is there first: console, wall and set-up are imported when they are wanted.
"""
# ruff: noqa: PLC0415

import gc
import logging
import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from hearingdesk.clock import zone_here
from hearingdesk.desk import Desk, JournalUnavailable
from hearingdesk.domain.docket import DocketLine
from hearingdesk.interrupted import recovered
from hearingdesk.office import Office, Record, Refused
from hearingdesk.own_keys import KeysFile
from hearingdesk.standby import Standby
from hearingdesk.ui.docket.window import DocketAct, DocketWindow
from hearingdesk.ui.kit.desktop import prefer_x, show_whole
from hearingdesk.ui.kit.look import Tone, dress, system_theme
from hearingdesk.ui.kit.wardrobe import Wardrobe

if TYPE_CHECKING:
    from hearingdesk.afterwards import Afterwards
    from hearingdesk.ui.console.window import Console
    from hearingdesk.ui.display.awake import Awake
    from hearingdesk.ui.display.chime import Chime
    from hearingdesk.ui.display.wall import Wall
    from hearingdesk.ui.export.window import ExportWindow
    from hearingdesk.ui.review.window import ReviewWindow
    from hearingdesk.ui.setup.files import Source
    from hearingdesk.ui.setup.screen import Screen

log = logging.getLogger(__name__)

OUTPUTS = "outputs"
"""The setting that keeps the display's outputs."""
COLOURS = "colours"
"""The setting that keeps those of the windows."""
PLACED = 300
"""Milliseconds in which a window manager has put the console on its screen, which no output may cover."""


def run(office: Office, hearing_id: str | None) -> int:
    """Opens the docket, or a hearing, and stays until the last window is closed."""
    from hearingdesk.ui.display.awake import Awake, holds_here

    app = application()
    keep_log(office.data)
    windows = Windows(office, Awake(holds_here()))
    sys.excepthook = windows.survive
    if hearing_id:
        windows.open_hearing(hearing_id)
    else:
        windows.show_docket()
    code = app.exec()
    windows.close()
    return code


def keep_log(data: Path) -> logging.Handler | None:
    """What goes wrong is written to the data folder, for a report; where it cannot be, the evening goes on without."""
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        kept = logging.FileHandler(data / "hearingdesk.log", encoding="utf-8")
    except OSError:
        return None
    kept.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    kept.setLevel(logging.WARNING)
    logging.getLogger().addHandler(kept)
    return kept


def application() -> QApplication:
    """The one QApplication, dressed."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        qInstallMessageHandler(_to_log)
        prefer_x()
        app = QApplication(["hearingdesk"])
        app.setApplicationName("hearingdesk")
        app.setDesktopFileName("hearingdesk")
        dress(app, system_theme())
    return app


_LEVELS = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.DEBUG}


def _to_log(kind: QtMsgType, _where: QMessageLogContext, text: str | None) -> None:
    """What Qt mutters goes to the log, not to the terminal."""
    log.log(_LEVELS.get(kind, logging.INFO), "Qt: %s", text)


def settle() -> None:
    """What a hearing is made of stays: the collector need not go through all of it again in the middle of a press."""
    gc.unfreeze()  # what is left of the hearing before may go
    gc.collect()
    gc.freeze()


def hang_wall(
    clerks: Callable[[], QScreen | None] = QGuiApplication.primaryScreen,
    recall: Callable[[], str] = str,
    remember: Callable[[str], None] = lambda _text: None,
    hearing: str = "",
    chime: "Chime | None" = None,
) -> "Wall":
    """The display in the room and the outputs beside it, as last set up; they are up again for ``hearing`` alone."""
    from hearingdesk.ui.display.compose import Composer
    from hearingdesk.ui.display.ruler import Ruler
    from hearingdesk.ui.display.wall import Wall
    from hearingdesk.ui.display.words import load_wording

    return Wall(Composer(load_wording(), Ruler(QApplication.font())), clerks, recall, remember, hearing, chime)


class Windows(QObject):
    """The docket and, one at a time, a hearing's console with its wall; ``awake`` keeps the computer from sleep."""

    def __init__(self, office: Office, awake: "Awake | None" = None) -> None:
        super().__init__()
        self._office = office
        self._awake = awake
        self._wardrobe = Wardrobe(application(), partial(self._recall, COLOURS), partial(self._remember, COLOURS))
        self._docket: DocketWindow | None = None
        self._console: Console | None = None
        self._wall: Wall | None = None
        self._desk: Desk | None = None
        self._screen: Screen | None = None
        self._afterwards: Afterwards | None = None

    # The docket

    def show_docket(self) -> None:
        if self._docket is None:
            self._docket = DocketWindow(
                self._lines,
                open_hearing=self.open_hearing,
                new_hearing=self.new_hearing,
                sample=self.open_sample,
                standing=self.edit_standing,
                dropped=self.take_dropped,
                now=lambda: self._office.clock.now().utc,
                acts=(
                    DocketAct("Review the record", "Ctrl+Shift+G", self._review_record),
                    DocketAct("Export minutes and testimony", "Ctrl+Shift+E", self._export_record),
                    DocketAct("Prepare the continued session", "Ctrl+Shift+C", self._continue),
                ),
            )
        if self._docket.isVisible():
            self._docket.refresh()
        self._docket.show()

    def _continue(self, hearing_id: str) -> None:
        """The session it was continued to; what is missing on its record for that is said."""
        self._guarded(lambda: self.open_hearing(self._office.continue_hearing(hearing_id)))

    def _lines(self) -> list[DocketLine]:
        try:
            return self._office.docket()
        except JournalUnavailable as trouble:
            self._say(str(trouble))
            return []

    def open_sample(self) -> None:
        from hearingdesk.sample import sample_hearing

        self._guarded(lambda: self.open_hearing(sample_hearing(self._office)))

    def new_hearing(self) -> None:
        """Asks for what a new hearing needs; its list of sign-ups, if one was named, is read next."""
        from hearingdesk.setting_up import setup_screen

        self._guarded(lambda: self._show(setup_screen(self._office, self._today(), zone_here(), self._made)))

    def edit_standing(self) -> None:
        """Bodies, rule profiles and concern sets, for the hearings to come."""
        from hearingdesk.setting_up import standing_screen

        self._guarded(lambda: self._show(standing_screen(self._office, self._today())))

    def take_dropped(self, paths: Sequence[Path], hearing_id: str | None) -> None:
        """Files dropped on the docket: a record is taken back, lists are for the hearing they fell on, or a new one."""
        from hearingdesk.setting_up import dropped, lists_for_hearing, setup_screen

        found = dropped(self._office, paths)
        if self._docket is not None and found.sentence:
            self._docket.refresh()
        if found.lists and hearing_id is None:
            new = setup_screen(self._office, self._today(), zone_here(), self._made)
            self._show(new)
            new.take_files(found.agenda, found.sign_ups)
        elif found.lists and hearing_id is not None:
            self.open_hearing(hearing_id)
            if (desk := self._desk) is not None:
                self._show(lists_for_hearing(self._office, desk, found, lambda people: self._import(desk, people)))
        if found.sentence:
            self._say(found.sentence, good=found.good)

    def _today(self) -> date:
        return self._office.clock.now().utc.astimezone().date()

    def _made(self, hearing_id: str, sign_ups: "Source | None") -> None:
        self.open_hearing(hearing_id)
        if sign_ups is not None and self._desk is not None:
            self._import(self._desk, sign_ups)

    def _show(self, screen: "Screen") -> None:
        """A set-up screen in a window of its own; one at a time, and the console stays in reach."""
        if self._screen is not None:
            self._screen.close()
        self._screen = screen
        screen.setWindowFlag(Qt.WindowType.Window)
        screen.resize(1180, 720)
        screen.done.connect(lambda sentence: self._say(sentence, good=True))
        screen.show()

    def _import(self, desk: Desk, source: "Source | None" = None) -> None:
        from hearingdesk.setting_up import doubles_screen, import_screen

        screen = import_screen(self._office, desk)
        screen.doubles_asked.connect(lambda: self._show(doubles_screen(desk)))
        self._show(screen)
        if source is not None:
            screen.open_file(source)

    def _bring_in(self, desk: Desk) -> None:
        """Sign-ups, or more of the agenda where nothing is on it yet."""
        from hearingdesk.setting_up import agenda_screen

        if desk.hearing.agenda:
            self._import(desk)
        else:
            self._show(agenda_screen(self._office, desk))

    # The console

    def open_hearing(self, hearing_id: str) -> None:
        self._guarded(lambda: self._open(self._office.desk(hearing_id), hearing_id))

    def _open(self, desk: Desk, hearing_id: str) -> None:
        from hearingdesk.ui.console.window import Console
        from hearingdesk.ui.display.chime import Player

        stopped = desk.recover()
        self._wall = hang_wall(
            self._clerks_screen, partial(self._recall, OUTPUTS), partial(self._remember, OUTPUTS), hearing_id, Player()
        )
        self._desk = desk
        self._console = Console(
            desk,
            read_files=lambda: self._guarded(lambda: self._bring_in(desk)),
            on_export=lambda: self.show_export(hearing_id, desk),
            on_review=lambda: self.show_review(hearing_id, desk),
            on_colours=lambda: self._say(self._wardrobe.change(), good=True),
            wall=self._wall,
            awake=self._awake,
            own_keys=KeysFile(self._office.data / "keys.toml"),
            standby=Standby(self._office, desk, hearing_id),
        )
        self._console.setObjectName(hearing_id)
        self._console.closed.connect(self._console_closed)
        show_whole(self._console)
        settle()
        if self._docket is not None:
            self._docket.hide()
        if stopped is not None:
            self._console.say(recovered(desk, stopped))
        QTimer.singleShot(PLACED, self._console, self._hang_again)

    def _hang_again(self) -> None:
        """After a crash, or for a hearing opened again: the display is up where it was up, and that is said.

        Not once the meeting is adjourned: who reviews the record at the desk has no room to show it to.
        """
        if self._console is None or self._wall is None or self._desk is None or self._desk.hearing.adjourned:
            return
        back = self._wall.come_back()
        if back:
            self._console.mention(back)

    def opened(self) -> "tuple[Console, Wall, Desk]":
        """The hearing that is open. Raises Refused where none is."""
        if self._console is None or self._wall is None or self._desk is None:
            raise Refused("No hearing is open.")
        return self._console, self._wall, self._desk

    def _console_closed(self) -> None:
        console, wall = self._console, self._wall
        self._console = self._wall = self._desk = None
        if self._screen is not None:
            self._screen.close()
        if self._afterwards is not None and self._afterwards.review is not None:
            self._afterwards.review.close()
        if wall is not None:
            wall.close()
        if console is not None:
            console.deleteLater()
        self.show_docket()

    def _clerks_screen(self) -> QScreen | None:
        return self._console.screen() if self._console is not None else QGuiApplication.primaryScreen()

    def _recall(self, name: str) -> str:
        try:
            return self._office.store.setting(name)
        except JournalUnavailable:
            return ""

    def _remember(self, name: str, text: str) -> None:
        """Convenience, not record: where it cannot be kept, it is asked for again next time."""
        try:
            self._office.store.keep_setting(name, text)
        except JournalUnavailable:
            log.warning("“%s” could not be remembered", name, exc_info=True)

    # The record after the evening

    @property
    def afterwards(self) -> "Afterwards":
        """The windows for export and review, made when one of them is first wanted."""
        if self._afterwards is None:
            from hearingdesk.afterwards import Afterwards

            self._afterwards = Afterwards(self._office, lambda told, good: self._say(told, good=good), self._reviewed)
        return self._afterwards

    def show_export(self, hearing_id: str, told: Desk | Record) -> "ExportWindow":
        """What is written of the hearing, and where to; a desk is written as it is when the button is pressed."""
        return self.afterwards.show_export(hearing_id, lambda: told)

    def _export_record(self, hearing_id: str) -> None:
        self._guarded(lambda: self.show_export(hearing_id, self._office.record(hearing_id)))

    def show_review(self, hearing_id: str, desk: Desk) -> "ReviewWindow":
        """Beside the console, or in place of the docket."""
        made = self.afterwards.show_review(hearing_id, desk, show_whole)
        if self._docket is not None and self._console is None:
            self._docket.hide()
        return made

    def _review_record(self, hearing_id: str) -> None:
        self._guarded(lambda: self.show_review(hearing_id, self._office.desk(hearing_id)))

    def _reviewed(self) -> None:
        if self._console is None:
            self.show_docket()

    # What is said, and by which window

    def _guarded(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except (JournalUnavailable, Refused) as refusal:
            self._say(str(refusal))

    def _say(self, sentence: str, *, good: bool = False) -> None:
        if not good and self._screen is not None and self._screen.isActiveWindow():
            self._screen.say(sentence)  # and behind it, where it is still read when this is gone
        if self._console is not None:
            self._console.say(sentence, refused=not good)
        elif self._docket is not None:
            self._docket.say(sentence, Tone.GOOD if good else Tone.BAD)
        else:
            self.show_docket()
            self._say(sentence, good=good)

    def front(self) -> QWidget | None:
        """The window that the clerk works in."""
        return self._console or self._docket

    def survive(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """A fault of the program: kept for the report, said in a sentence, and the evening goes on."""
        log.error("A fault of the program", exc_info=(kind, fault, trace))
        self._say(
            f"Something went wrong that the program did not expect ({kind.__name__}). What is in the journal is safe; "
            "look there for what was last recorded, and go on. The details are in the log in the data folder."
        )

    def close(self) -> None:
        if self._afterwards is not None:
            self._afterwards.close()
