"""A clerk at the real console on a real record, typing a summary until the process is killed; run by its test."""

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hearingdesk.app import application
from hearingdesk.clock import SystemClock
from hearingdesk.domain import rules
from hearingdesk.office import Office
from hearingdesk.sample import sample_hearing
from hearingdesk.ui.console.window import Console


def main(data: Path, text: str) -> None:
    app = application()
    office = Office(data, SystemClock(), "rd")
    hearing_id = sample_hearing(office)
    desk = office.desk(hearing_id)
    desk.record(rules.start_turn)
    console = Console(desk)
    console.show()
    console.summary.edit.setFocus()
    QTest.keyClicks(console.summary.edit, text)
    while not console.summary.saved.startswith("Draft saved"):
        app.processEvents()
    sys.stdout.write(f"{hearing_id}\n")
    sys.stdout.flush()
    QApplication.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
