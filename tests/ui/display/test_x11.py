"""The same stories on a real X server with monitors, with and without a window manager that moves windows about."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.ui.display import stories, stories_outputs

ROOT = Path(__file__).parents[3]
TOOLS = ("Xvfb", "xrandr", "openbox")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]
STORIES = [
    stories.start,
    stories.unplug,
    stories.replug,
    stories.resolution,
    stories.taken_down,
    stories.pushed,
    stories.fifty_times,
    stories.only_screen,
    stories_outputs.numbers,
    stories_outputs.covers,
    stories_outputs.held_and_unplugged,
    stories_outputs.covered_again,
    stories_outputs.comes_back_late,
]

pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"There is no {', '.join(MISSING)} here (Debian: xvfb x11-xserver-utils openbox)."
)


@contextmanager
def running(*command: str, **settings: str) -> Iterator[subprocess.Popen[str]]:
    """A program that runs as long as the test does."""
    with subprocess.Popen(
        command, env=os.environ | settings, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as program:
        try:
            yield program
        finally:
            program.terminate()


@pytest.fixture(params=["openbox", "no window manager"])
def display(request: pytest.FixtureRequest) -> Iterator[str]:
    """An X server that picks a free number, two monitors side by side, and perhaps a window manager."""
    with ExitStack() as evening:
        # -noreset: without it the server forgets its monitors when the first client goes.
        server = evening.enter_context(
            running("Xvfb", "-displayfd", "1", "-noreset", "-screen", "0", "5206x2160x24", "-nolisten", "tcp")
        )
        assert server.stdout is not None
        number = f":{server.stdout.readline().strip()}"
        if request.param == "openbox":
            evening.enter_context(running("openbox", DISPLAY=number))
        yield number


@pytest.mark.slow
@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_story_on_x(story: object, display: str) -> None:
    settings = os.environ | {"DISPLAY": display, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "xcb"}
    settings.pop("WAYLAND_DISPLAY", None)
    command = [sys.executable, "-X", "faulthandler", "-m", "tests.ui.display.tell", getattr(story, "__name__", "")]
    told = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=False, timeout=60)
    assert told.returncode == 0, told.stderr[-4000:]
