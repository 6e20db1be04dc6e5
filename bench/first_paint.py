"""From nothing to the painted docket of a data folder, then out again: what a start is timed by."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject

from hearingdesk.app import Windows, application
from hearingdesk.clock import SystemClock
from hearingdesk.office import Office


class Painted(QObject):
    """Ends the program's loop at the first paint of a window."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            application().exit(0)
        return False


def main() -> int:
    app = application()
    windows = Windows(Office(Path(os.environ["HEARINGDESK_DATA"]), SystemClock()))
    windows.show_docket()
    painted = Painted()
    for window in app.topLevelWidgets():
        window.installEventFilter(painted)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
