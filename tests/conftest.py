"""What every test stands on: no window on a real screen, no folder of the person who runs them, time to think."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

_HOME = tempfile.TemporaryDirectory(prefix="hearingdesk-tests-")
os.environ |= {
    "QT_QPA_PLATFORM": "offscreen",
    "HEARINGDESK_DATA": f"{_HOME.name}/data",
    "XDG_DATA_HOME": f"{_HOME.name}/share",
    "XDG_CONFIG_HOME": f"{_HOME.name}/config",
    "XDG_RUNTIME_DIR": _HOME.name,
}

# A busy machine is no fault of the code under test.
settings.register_profile("steady", deadline=None, print_blob=True)
settings.load_profile("steady")


def let_go() -> None:
    """What is to be deleted later is deleted now, as the program's event loop would; a test has no such loop."""
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """No window of one test is dressed and laid out again in all that follow."""
    let_go()


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """In a list of choices each letter begins anew, however soon it follows the one before."""
    qapp.setKeyboardInputInterval(0)
    return qapp


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real sign-up lists, agendas and timings, which is not part of the project."""
    folder = os.environ.get("HEARINGDESK_REAL_DATA")
    if not folder:
        pytest.skip("The real data is not at hand: name its folder in HEARINGDESK_REAL_DATA.")
    return Path(folder)
