"""The console on a small evening, told over its standard input what is pressed: one line a key, or seconds to wait."""

import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hearingdesk.app import application
from hearingdesk.desk import Desk
from hearingdesk.ui.console.window import Console
from tests.builders import PROFILE, commenting
from tests.fakes import FakeClock, MemoryJournal


def main() -> int:
    app = application()
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz")
    clock = FakeClock(evening.now)
    console = Console(Desk(MemoryJournal(evening.hearing.entries), clock, "rd"), read_files=lambda: None)
    console.show()
    console.activateWindow()

    def told() -> None:
        line = sys.stdin.readline().strip()
        if not line:
            app.quit()
        elif line.isdigit():
            clock.wait(int(line))
            console.show_time(clock.now())
        else:
            clock.wait(1)
            QTest.keySequence(QApplication.focusWidget() or console, QKeySequence(line))
        _answer(line)

    heard = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    heard.activated.connect(told)
    _answer("open")
    return app.exec()


def _answer(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
