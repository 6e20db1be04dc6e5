"""Windows on a journey wear the look they ship with."""

import pytest
from PySide6.QtWidgets import QApplication

from hearingdesk.ui.kit.look import dress

pytest.register_assert_rewrite("tests.journeys.the_evening")


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    dress(qapp)
    return qapp
