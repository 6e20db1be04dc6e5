"""The sheets of the floor in large text: nothing is cut off on a laptop."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from hearingdesk.domain.profile import Pooling
from hearingdesk.ui.kit.look import Theme, dress
from hearingdesk.ui.kit.sheet import Sheet
from tests.builders import PROFILE, commenting
from tests.ui.console.conftest import AtConsole

ONE = replace(PROFILE, pooling=Pooling.ONE_DONOR, pooling_ceiling=timedelta(minutes=5))


@pytest.mark.parametrize("grown", [1.0, 2.0])
@pytest.mark.parametrize(("key", "letters"), [("Ctrl+F9", "NTILWUHM"), ("Alt+Shift+Return", ""), ("Ctrl+G", "")])
def test_nothing_of_the_sheets_is_cut_off_on_a_laptop_at_twice_the_size(
    at_console: AtConsole, qapp: QApplication, grown: float, key: str, letters: str
) -> None:
    dress(qapp, Theme.LIGHT, grown=grown)
    try:
        clerk = at_console(commenting(ONE, "Ann Lee", "Bo Cruz", "Cy Dee"))
        clerk.console.resize(1366, 768)
        clerk.press("Ctrl+Return", "Ctrl+Return")
        clerk.console.queue.choose(2)
        for letter in ["", *letters]:
            clerk.press(key, *letter)
            opened = clerk.sheet()
            assert opened is not None
            _all_inside(opened)
            opened.close_sheet()
            QApplication.processEvents()
    finally:
        dress(qapp, Theme.LIGHT)


def _all_inside(opened: Sheet) -> None:
    for part in opened.findChildren(QWidget):
        if isinstance(part, QLabel | QLineEdit | QComboBox | QAbstractButton) and part.isVisible():
            right = part.mapTo(opened, part.rect().topRight()).x()
            assert right < opened.width(), (opened.accessibleName(), part.accessibleName(), part)
            assert part.width() >= part.minimumSizeHint().width(), (part.accessibleName(), part)
