"""Pictures of every window for the README, taken from the running program on the sample hearing."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2
from PIL import Image
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from exports.options import Format, Options
from hearingdesk.app import PLACED, Windows, application
from hearingdesk.domain import rules
from hearingdesk.domain.events import Event
from hearingdesk.domain.moments import moment
from hearingdesk.office import Office
from hearingdesk.resources import asset
from hearingdesk.sample import sample_hearing
from hearingdesk.script import ScriptClock
from hearingdesk.setting_up import import_screen, setup_screen, standing_screen
from hearingdesk.ui.display.window import DisplayWindow
from hearingdesk.ui.kit.look import Theme, colour

TONIGHT = moment(datetime(2026, 2, 20, 2, 42, 30, tzinfo=UTC))
"""8:42 p.m. in the sample's city: the limit has just been cut, and the next speaker is called."""
SUMMARY = "Said that young people are photographed at every turn and cannot take their faces back."
CONSOLE, WALL, SCREEN = (1366, 768), (1920, 1080), (1180, 720)


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="the folder the pictures go to")
    out: Path = parser.parse_args(argv).out
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        shots = Shots(Path(folder), out)
        shots.console_and_wall()
        shots.sheets()
        shots.papers(Path(folder))
        shots.afterwards()
        shots.screens()
        shots.close()
    print(f"Pictures in {out}: {', '.join(sorted(path.name for path in out.glob('*.png')))}")
    return 0


class Shots:
    """The program, open on the sample hearing, with a clock that stands."""

    def __init__(self, data: Path, out: Path) -> None:
        self._out = out
        application()
        self._clock = ScriptClock(TONIGHT)
        self._office = Office(data / "data", self._clock, "rd")
        self._windows = Windows(self._office)
        self._windows.open_hearing(sample_hearing(self._office))
        self.console, self.wall, self.desk = self._windows.opened()
        self.console.showNormal()  # off screen there is little room, and it would fill that
        self.console.resize(*CONSOLE)
        _let_pass(2 * PLACED)  # a display that was up before would come back now

    def console_and_wall(self) -> None:
        self._after(20, rules.start_turn)
        for seconds, code in ((47, "PRIV"), (40, "BIAS"), (29, "YOUTH")):
            self._after(seconds, rules.raise_concern, code=code)
        self._after(22)
        self.console.summary.edit.setFocus()
        self.console.summary.edit.setPlainText(SUMMARY)
        self.wall.open_window()
        self.wall.window.resize(*WALL)
        self.console.show_time(self._clock.now())
        self._take("console", self.console)
        self._take("display", self.wall.window)
        self._chairs_screen()

    def _chairs_screen(self) -> None:
        name = self.wall.add("chair")
        self.wall.open_window(name)
        window = next(
            w for w in QApplication.topLevelWidgets() if isinstance(w, DisplayWindow) and w is not self.wall.window
        )
        window.resize(*WALL)
        self.console.show_time(self._clock.now())
        self._take("chair", window)
        self.wall.remove(name)

    def _after(self, seconds: float, rule: Callable[..., Event] | None = None, **args: str) -> None:
        self._clock.set(self._clock.now().plus(timedelta(seconds=seconds)))
        if rule is not None:
            self.desk.record(rule, **args)

    def sheets(self) -> None:
        for name in ("agenda", "roll", "motion", "limit", "recess"):
            self.console.open_sheet(name)
            self._take(f"sheet-{name}", self.console)
            self.console.open_sheet(name)
        self.console.show_commands()
        self._take("commands", self.console)
        self.console.show_commands()
        for theme in (Theme.DARK, Theme.CONTRAST):
            colour(application(), theme)
            self._take(f"console-{theme}", self.console)
        colour(application(), Theme.LIGHT)

    def papers(self, folder: Path) -> None:
        """The first page of the minutes, as it will be printed."""
        minutes, *_ = self._office.export_hearing(self.desk, folder)
        page = pypdfium2.PdfDocument(minutes.target)[0]
        self._page("minutes", page)
        written = self._office.export_hearing(self.desk, folder, Options(formats=(Format.PDF,), concern_report=True))
        report = next(made.target for made in written if "concern" in made.target.name)
        self._page("concerns", pypdfium2.PdfDocument(report)[0])

    def _page(self, name: str, page: pypdfium2.PdfPage) -> None:
        picture = self._out / f"{name}.png"
        page.render(scale=1.5).to_pil().save(picture)
        slim(picture)

    def afterwards(self) -> None:
        """The morning after: review beside the real page, and what is written."""
        hearing_id = self._office.docket()[0].id
        review = self._windows.show_review(hearing_id, self.desk)
        review.showNormal()
        review.resize(*CONSOLE)
        drawn = QEventLoop()
        review.preview.drawn.connect(drawn.quit)
        QTimer.singleShot(20_000, drawn.quit)
        drawn.exec()
        self._take("review", review)
        review.close()
        export = self._windows.show_export(hearing_id, self.desk)
        export.folder.show_text("~/Hearings/2026-02-19")
        self._take("export", export)
        export.close()

    def screens(self) -> None:
        sign_ups = import_screen(self._office, self.desk)
        sign_ups.open_file(asset("sample/sign-ups.csv"))
        day = self._clock.now().utc.date()
        setup = setup_screen(self._office, day, "America/Chicago", lambda _id, _path: None)
        standing = standing_screen(self._office, day)
        sign_ups.file.line.show_text("~/Hearings/2026-02-19/sign-ups.csv")
        for name, screen in (("import", sign_ups), ("new-hearing", setup), ("rules", standing)):
            screen.resize(*SCREEN)
            screen.show()
            if screen is standing:
                standing.show_page("Rules")
            self._take(name, screen)
            screen.close()
        self.console.close()
        self._windows.show_docket()
        front = self._windows.front()
        if front is not None:
            self._take("docket", front)

    def close(self) -> None:
        self._windows.close()
        self._office.close()

    def _take(self, name: str, window: QWidget) -> None:
        _let_pass(50)
        picture = self._out / f"{name}.png"
        window.grab().save(str(picture))
        slim(picture)


def _let_pass(milliseconds: int) -> None:
    """What is due meanwhile is done, and laid out."""
    passed = QEventLoop()
    QTimer.singleShot(milliseconds, passed.quit)
    passed.exec()


def slim(picture: Path) -> None:
    """In 256 colours, the rare ones among them, as a position's may be: a third of the bytes for the same picture."""
    with Image.open(picture) as taken:
        few = taken.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(picture, optimize=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
