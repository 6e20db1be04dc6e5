"""What the frozen program can prove of itself: a data folder, both windows, ten acts, both papers."""

import os
import sys
import tempfile
from pathlib import Path

import PySide6
from PySide6.QtCore import QEvent, QObject

from hearingdesk import __version__
from hearingdesk.app import Windows, application
from hearingdesk.clock import SystemClock
from hearingdesk.office import Office
from hearingdesk.rehearsal import rehearse
from hearingdesk.sample import sample_script

ACTS = 10
LEFT = ("minutes.pdf", "testimony.xlsx", "console.png", "display.png")
SMALLEST = 5_000
"""Bytes below which a picture or paper can hold nothing."""


def main() -> int:
    """Exit code 0 where everything that a hearing needs works on this machine, off screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        rehearse(sample_script(), out, acts=ACTS)
        missing = [name for name in LEFT if not _whole(out / name)]
    if missing:
        sys.stderr.write(f"The self-test failed: {', '.join(missing)} did not come out.\n")
        return 1
    sys.stdout.write(f"hearingdesk {__version__}, PySide6 {PySide6.__version__}: the self-test passed.\n")
    return 0


def _whole(path: Path) -> bool:
    return path.exists() and path.stat().st_size >= SMALLEST


class _Painted(QObject):
    """Ends the program's loop at the first paint of a window."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            application().exit(0)
        return False


def first_paint() -> int:
    """From nothing to the painted docket of the data folder named in HEARINGDESK_DATA: what a start is timed by."""
    app = application()
    windows = Windows(Office(Path(os.environ["HEARINGDESK_DATA"]), SystemClock()))
    windows.show_docket()
    painted = _Painted()
    for window in app.topLevelWidgets():
        window.installEventFilter(painted)
    return app.exec()
